# Every target only calls the workshop, which sets up what it needs; without make, call it yourself:
#   python3 packaging/tools/dev.py run
# Further words: make test ARGS="tests/domain -x"

PYTHON ?= python3
TASKS := run demo test check bench soak package setup lock

.DEFAULT_GOAL := help
.PHONY: help $(TASKS)

help:
	@$(PYTHON) packaging/tools/dev.py help

$(TASKS):
	@$(PYTHON) packaging/tools/dev.py $@ $(ARGS)
