"""`hallway check`: whether the record is sound."""

from __future__ import annotations

from argparse import Namespace

from hallway.cli.speaking import Verbs, add_json, document, say
from hallway.domain.errors import DatabaseShrunk, Trouble
from hallway.usecases import backing_up, opening, safety
from hallway.usecases.desk import Desk

NOT_SOUND = 1


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    verb = verbs.add_parser("check", help="whether your record is sound")
    told = "take a record that holds much less than when it was last closed as it is"
    verb.add_argument("--as-it-is", action="store_true", help=told)
    add_json(verb)
    verb.set_defaults(run=check, without_record=accept)


def check(desk: Desk, words: Namespace) -> int:
    """Read everything once; 1 when something is not as it should be."""
    findings = desk.ask(safety.check)
    if words.json:
        document({"ok": not findings, "findings": list(findings)})
    else:
        say("\n".join(findings) if findings else "Everything is as it should be.")
    return NOT_SOUND if findings else 0


def accept(words: Namespace, trouble: Trouble) -> None:
    """Go on with a record that shrank, when told to; any other trouble stays what it is."""
    if not (isinstance(trouble, DatabaseShrunk) and words.as_it_is):
        raise trouble
    opening.accept_as_it_is(backing_up.record_in(words.home))
    say("From now on it is taken as it is.")
