"""`hallway self-test`: whether this Hallway works on this machine, tried on made-up people in a folder of its own."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from hallway import __version__
from hallway.cli.speaking import Verbs, say
from hallway.domain.errors import HallwayError
from hallway.usecases.self_test import STEPS, Step

FAILED = 1
HOME = "HALLWAY_HOME"


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    verb = verbs.add_parser("self-test", help="whether Hallway works on this machine; your record is not touched")
    verb.set_defaults(alone=self_test)


def self_test(words: Namespace) -> int:
    """Try one part after the other, a line for each; 1 when one of them does not work."""
    say(f"Hallway {__version__}")
    steps: Iterable[Step] = chain(STEPS, words.window_steps() if words.window_steps else ())
    with TemporaryDirectory(prefix="hallway-self-test-") as folder, _at_home_in(folder):
        failed = [step.name for step in steps if not _works(step, Path(folder))]
    say(f"Does not work: {', '.join(failed)}." if failed else "Everything works.")
    return FAILED if failed else 0


def _works(step: Step, folder: Path) -> bool:
    begun = perf_counter()
    try:
        seen, works = step.run(folder), True
    except HallwayError as error:
        seen, works = error.sentence, False
    except Exception as error:  # whatever it is, the other parts are tried as well
        seen, works = f"{type(error).__name__}: {error}", False
    say(f"{'ok    ' if works else 'FAILED'} {step.name}: {seen} ({perf_counter() - begun:.2f} s)")
    return works


@contextmanager
def _at_home_in(folder: str) -> Iterator[None]:
    """Whatever a step opens without naming a folder is no record of the user's."""
    before = os.environ.get(HOME)
    os.environ[HOME] = str(Path(folder) / "home")
    try:
        yield
    finally:
        del os.environ[HOME]
        if before is not None:
            os.environ[HOME] = before
