"""`hallway export person`: everything that is kept about somebody, to hand to them."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from hallway.cli.speaking import Verbs, columns, say, tell
from hallway.usecases import person_record
from hallway.usecases.desk import Desk

SEVERAL = 1
MOST_SHOWN = 20


def declare(things: Verbs) -> None:
    """One more thing that can be exported."""
    verb = things.add_parser("person", help="everything about one person, to hand to them (.zip)")
    verb.add_argument("person", metavar="PERSON", help="a name or enough of it, or a mail address")
    verb.add_argument("out", type=Path, metavar="OUT.zip")
    verb.set_defaults(run=hand_over)


def hand_over(desk: Desk, words: Namespace) -> int:
    """Write the ZIP; 1, with those who may be meant, when it is not clear who is."""
    found = desk.ask(person_record.meant, words.person)
    if len(found) > 1:
        tell(f"Several people fit “{words.person}”. Write more of the name, or a mail address.")
        columns([(one.name, one.mail, one.line) for one in found[:MOST_SHOWN]])
        if len(found) > MOST_SHOWN:
            say(f"and {len(found) - MOST_SHOWN} more")
        return SEVERAL
    person_record.write(words.out, desk.ask(person_record.file_of, found[0].id))
    tell(f"{words.out.name}: everything about {found[0].name}, private notes as well. Read it before you hand it over.")
    return 0
