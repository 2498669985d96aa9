"""`hallway check`: whether the record is sound."""

from __future__ import annotations

from argparse import Namespace

from hallway.cli.speaking import Verbs, add_json, document, say
from hallway.usecases import safety
from hallway.usecases.desk import Desk

NOT_SOUND = 1


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    verb = verbs.add_parser("check", help="whether your record is sound")
    add_json(verb)
    verb.set_defaults(run=check)


def check(desk: Desk, words: Namespace) -> int:
    """Read everything once; 1 when something is not as it should be."""
    findings = desk.ask(safety.check)
    if words.json:
        document({"ok": not findings, "findings": list(findings)})
    else:
        say("\n".join(findings) if findings else "Everything is as it should be.")
    return NOT_SOUND if findings else 0
