"""`hallway export conflicts`: whom funders want to know of, as a table or a workbook."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from pathlib import Path

from hallway.cli.speaking import Verbs, add_json, document, tell
from hallway.domain.conflicts import LONGEST
from hallway.usecases import conflicts, exporting
from hallway.usecases.desk import Desk


def declare(things: Verbs) -> None:
    """The words of the export."""
    verb = things.add_parser("conflicts", help="co-authors, collaborators and advisors for funders (.csv, .xlsx)")
    verb.add_argument("out", type=Path, metavar="OUT")
    verb.add_argument("--months", type=_months, metavar="N", help="how far back co-authors count (as in Settings, 48)")
    add_json(verb)
    verb.set_defaults(run=export)


def export(desk: Desk, words: Namespace) -> None:
    """Write the list; nothing in the record changes."""
    exporting.write(words.out, desk.ask(conflicts.file_of, words.out.suffix, words.months))
    found = desk.ask(conflicts.listing, words.months)
    if words.json:
        rows = [
            {"type": row.type, "name": row.name, "organisation": row.organisation, "email": row.email,
             "last_active": row.last_active, "why": row.sources} for row in found.rows
        ]  # fmt: skip
        document({"file": words.out, "months": found.months, "conflicts": rows})
        return
    tell(f"{words.out.name}: {len(found.rows)} rows, {found.months} months back.")


def _months(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= LONGEST:
        raise ArgumentTypeError(f"choose between 1 and {LONGEST} months")
    return int(written)
