"""The bench table: what is held, and how it lines up."""

from __future__ import annotations

import pytest

from tests.bench import __main__ as runner
from tests.bench.rows import Row, against_floor, at_most, table


def test_a_ratio_within_its_promise_is_held() -> None:
    row = against_floor("search", "ms", 6.0, 2.0, at_most=3)
    assert (row.ratio, row.target, row.held) == (3.0, "3 x", True)
    assert not against_floor("search", "ms", 6.1, 2.0, at_most=3).held


def test_a_limit_is_held_up_to_itself() -> None:
    assert at_most("start", "s", 1.0, 1.0).held
    assert not at_most("start", "s", 1.01, 1.0).held


def test_the_table_lines_up() -> None:
    rows = [against_floor("search", "ms", 6.0, 2.0, at_most=3), at_most("opening the app", "s", 12.5, 2.0)]
    lines = table(rows).splitlines()
    assert lines[0].split() == ["figure", "measured", "floor", "ratio", "target", "held"]
    assert len({line.index("held") for line in lines[:2]}) == 1
    assert lines[2].endswith("not held")


def test_a_bench_that_breaks_is_a_promise_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: float) -> list[Row]:
        raise ValueError("no data")

    monkeypatch.setattr(runner, "bench", lambda _: broken)
    rows = runner.measured("search", 1.0)
    assert [row.held for row in rows] == [False]
    assert "ValueError: no data" in table(rows)
