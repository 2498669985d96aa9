"""`hallway erase`: somebody who asks to be forgotten, out of the record and its copies. There is no undo for it."""

from __future__ import annotations

from argparse import Namespace

from hallway.cli.speaking import Verbs, columns, say
from hallway.domain.errors import Refused
from hallway.usecases import erasing, person_record
from hallway.usecases.desk import Desk


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    verb = verbs.add_parser("erase", help="erase somebody for good; this cannot be taken back")
    verb.add_argument("person", metavar="NAME", help="the name, a part of it, or the mail address")
    verb.add_argument("--copies", action="store_true", help="out of the copies of your record as well")
    verb.add_argument("--yes", action="store_true", help="do it; without this it only says what would go")
    verb.set_defaults(run=erase)


def erase(desk: Desk, words: Namespace) -> None:
    """Say what would go, or take it out. Raises `Refused` while several people may be meant."""
    found = desk.ask(person_record.meant, words.person)
    if len(found) > 1:
        names = ", ".join(f"{one.name} ({one.mail or one.line})" for one in found)
        raise Refused(f"Several people may be meant: {names}.", "Nothing was changed.", "Name one by the mail address.")
    foreseen = desk.ask(erasing.foresee, found[0].id)
    copies = erasing.copies_with(desk, foreseen.uid)
    if not words.yes:
        say(f"This would erase {foreseen.name}, and the steps of the history so far:")
        columns([(f"  {table.replace('_', ' ')}", str(count)) for table, count in sorted(foreseen.rows.items())])
        say(f"They are in {len(copies)} copies as well. Nothing was changed; --yes does it.")
        return
    erasing.erase(desk, found[0].id, copies if words.copies else ())
    say(f"Erased {foreseen.name}.")
    if copies and not words.copies:
        say(f"{len(copies)} copies still hold them; Settings, Copies, or going back to one brings them back.")
