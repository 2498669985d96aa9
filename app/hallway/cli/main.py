"""The command line as a whole: which verbs there are, global options, and how trouble is told."""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from hallway import __version__
from hallway.domain.errors import HallwayError, Trouble
from hallway.domain.key_file import KeyDamaged, PassphraseWanted
from hallway.domain.own_links import SCHEME, person_of

if TYPE_CHECKING:
    from hallway.usecases.desk import Desk
    from hallway.usecases.self_test import Step

DONE, REFUSED, INTERRUPTED = 0, 1, 130
TAKE_A_WORD = ("--home", "--passphrase-file")

VERBS = {
    "today": "today", "plan": "planning", "rhythm": "planning", "pause": "planning", "met": "capturing",
    "log": "interactions", "find": "searching", "path": "paths", "who-wants": "sharing", "import": "importing",
    "export": "exporting", "undo": "history", "publish": "publishing", "redo": "history", "history": "history",
    "check": "checking", "demo": "demo", "backup": "backing_up", "restore": "backing_up",
    "erase": "erasing", "salvage": "salvaging", "self-test": "self_test",
}  # fmt: skip
"""Which module knows a verb; only those that are called for are imported, which keeps the start quick."""

OpenDesk = Callable[..., "Desk"]
"""Opens the record of a data folder, and with a key as the second argument an encrypted one."""

WindowSteps = Callable[[], "Sequence[Step]"]
"""What the self-test tries of the window; only then is Qt imported."""


class Pictures(NamedTuple):
    """What only Qt can do with a picture: make a photo small and clean, and read the texts of its QR codes."""

    clean: Callable[[bytes], bytes]
    codes: Callable[[bytes], tuple[str, ...]]


class OpenWindow(Protocol):
    """Opens the window on a data folder, at what a link of Hallway's own leads to, or at what files would do.

    Returns the exit code.
    """

    def __call__(
        self, home: Path | None, capture: bool, quit_when_ready: bool, link: str = "", files: Sequence[Path] = ()
    ) -> int: ...


def run(
    arguments: Sequence[str], open_desk: OpenDesk, open_window: OpenWindow, pictures: Pictures | None = None,
    window_steps: WindowSteps | None = None,
) -> int:  # fmt: skip
    """Do what the words ask for: 0 done, 1 refused or failed (nothing changed), 2 wrong usage.

    Without `pictures` the photos of imported cards are left out, and pictures of codes are not read; without
    `window_steps` the self-test tries only what needs no window.
    """
    link = next((word for word in arguments if word.startswith(SCHEME)), "")
    files = _files(arguments)
    arguments = [word for word in arguments if word not in (link, *files)]
    try:
        given = Namespace(pictures=pictures, link=link, files=files, window_steps=window_steps)
        words = _parser(arguments).parse_args(arguments, given)
    except SystemExit as end:  # argparse has said what there was to say
        return int(end.code or DONE)
    try:
        return _do(words, open_desk, open_window)
    except HallwayError as error:
        from hallway.cli import speaking  # only when there is something to say: the window says it otherwise

        speaking.tell(error.sentence)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever was reading has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _do(words: Namespace, open_desk: OpenDesk, open_window: OpenWindow) -> int:
    if words.verb is None:
        if words.link:
            person_of(words.link)  # a strange one is refused before anything opens
            return open_window(words.home, words.capture, words.quit_when_ready, words.link)
        if words.files:
            files = [Path(word).absolute() for word in words.files]
            return open_window(words.home, words.capture, words.quit_when_ready, files=files)
        return open_window(words.home, words.capture, words.quit_when_ready)
    if "alone" in words:  # it asks for no record
        return int(words.alone(words) or DONE)
    try:
        desk = _opened(words, open_desk)
    except Trouble as trouble:
        if "without_record" not in words:
            raise
        return int(words.without_record(words, trouble) or DONE)
    try:
        code: int = words.run(desk, words) or DONE
        sys.stdout.flush()
        return code
    finally:
        desk.close()


def _opened(words: Namespace, open_desk: OpenDesk) -> Desk:
    try:
        return open_desk(words.home)
    except (PassphraseWanted, KeyDamaged) as trouble:
        from hallway.cli import unlocking  # only for an encrypted record

        return unlocking.opened(open_desk, words, trouble)


def _parser(arguments: Sequence[str]) -> ArgumentParser:
    parser = ArgumentParser(
        prog="hallway", allow_abbrev=False, description="A calm notebook for the people you meet.",
        epilog="Without a verb, the window opens, with files at what they would bring in. "
        "`hallway VERB --help` tells more about one.",
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"Hallway {__version__}")
    parser.add_argument("--capture", action="store_true", help="open the capture line alone")
    parser.add_argument("--quit-when-ready", action="store_true", help="paint the first page and leave, for measuring")
    _add_home(parser, default=None)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    for module in _modules(arguments):
        import_module(f"hallway.cli.{module}").declare(verbs)
    for verb in verbs.choices.values():
        _add_home(verb, default=SUPPRESS)  # so that a --home before the verb still counts
    return parser


def _modules(arguments: Sequence[str]) -> Iterable[str]:
    """The modules of the verbs that are named; all of them for help, and to say which verbs there are."""
    named = [VERBS[word] for word in arguments if word in VERBS]
    asks = _free(arguments) or not {"-h", "--help"}.isdisjoint(arguments)
    return dict.fromkeys(named or VERBS.values()) if named or asks else ()


def _free(arguments: Sequence[str]) -> list[str]:
    """The words that belong to no option."""
    return [word for before, word in pairwise(("", *arguments)) if word[:1] != "-" and before not in TAKE_A_WORD]


def _files(arguments: Sequence[str]) -> list[str]:
    """The files that a desktop opens with Hallway; a verb comes first where it is none of that."""
    free = _free(arguments)
    return free if free and free[0] not in VERBS and any(map(_is_file, free)) else []


def _is_file(word: str) -> bool:
    try:
        return Path(word).is_file()
    except OSError:  # longer than a name can be, or in a folder that may not be looked into
        return False


def _add_home(parser: ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", default=default,
        help="the passphrase of an encrypted record, in the file's first line (or set HALLWAY_PASSPHRASE_FILE)",
    )  # fmt: skip
    parser.add_argument(
        "--home", type=Path, metavar="DIR", default=default, help="another data folder (or set HALLWAY_HOME)"
    )
