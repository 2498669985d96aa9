"""`hallway export`: the check-in schedule as a calendar, and people as address cards or a table."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError, Namespace
from collections import Counter
from datetime import datetime
from pathlib import Path

from hallway.cli import card, conflicts, handing_over
from hallway.cli.speaking import Verbs, add_json, document, tell
from hallway.domain import errors
from hallway.domain.records import CalendarStyle, EntryKind
from hallway.usecases import archive, calendars, exporting
from hallway.usecases.calendars import DETAILS, CalendarChoice, Export
from hallway.usecases.desk import Desk
from hallway.usecases.exporting import Form

LIKE = (Form.GOOGLE, Form.OUTLOOK)


def declare(verbs: Verbs) -> None:
    """The verb, what can be exported, and the words of each."""
    help_ = "check-ins, people, all about one of them, your own card, whom funders ask for"
    what = verbs.add_parser("export", help=help_)
    things = what.add_subparsers(dest="thing", metavar="THING", required=True)
    _declare_calendar(things)
    _declare_people(things)
    verb = things.add_parser("archive", help="everything as one archive (.zip) that anybody can read")
    verb.add_argument("out", type=Path, metavar="OUT.zip")
    verb.set_defaults(run=whole)
    card.declare(things)
    conflicts.declare(things)
    handing_over.declare(things)


def _declare_calendar(things: Verbs) -> None:
    usual = CalendarChoice()
    verb = things.add_parser("calendar", help="check-ins, follow-ups and events (.ics)")
    verb.add_argument("out", type=Path, metavar="OUT.ics")
    verb.add_argument("--as", dest="form", choices=("events", "tasks", "both"), default=usual.style.form)
    verb.add_argument("--days", type=_days, default=usual.days, metavar="N", help=f"how far ahead ({usual.days})")
    verb.add_argument("--detail", choices=DETAILS, default=usual.detail, help=f"how much titles tell ({usual.detail})")
    verb.add_argument(
        "--kinds", type=_kinds, default=usual.kinds, metavar="KIND,KIND",
        help=f"what goes in ({', '.join(EntryKind)}); everything unless you say",
    )  # fmt: skip
    verb.add_argument(
        "--alarm", type=_alarm, default=usual.style.alarm_minutes, metavar="HH:MM|none", help="when to remind (09:00)"
    )
    add_json(verb)
    verb.add_argument("--now", type=_instant, metavar="INSTANT", help="as if it were 2026-06-23T09:00:00+02:00")
    verb.set_defaults(run=calendar)


def _declare_people(things: Verbs) -> None:
    verb = things.add_parser("people", help="everybody as address cards (.vcf) or as a table (.csv)")
    verb.add_argument("out", type=Path, metavar="OUT")
    verb.add_argument("--vcard", choices=("3.0", "4.0"), default="3.0", help="version of address cards (3.0)")
    tables = verb.add_mutually_exclusive_group()
    tables.add_argument("--for-spreadsheet", action="store_true", help="a table that is safe to open in one")
    tables.add_argument(
        "--like", type=Form, choices=LIKE, metavar="google|outlook", help="a table with the columns of that program"
    )
    verb.add_argument("--only", metavar="LIST", help="the people of a group or of a saved view")
    add_json(verb)
    verb.set_defaults(run=people)


def calendar(desk: Desk, words: Namespace) -> None:
    """Write the calendar file, then remember what calendars now have."""
    desk = desk.at(words.now) if words.now else desk
    style = CalendarStyle(form=words.form, alarm_minutes=words.alarm)
    choice = CalendarChoice(words.kinds, words.days, words.detail, style)
    export = desk.ask(calendars.prepare, choice, desk.clock.now())
    calendars.write(words.out, export)
    desk.do(calendars.remember, export, choice)
    if words.json:
        document(_facts(words.out, export))
        return
    gone = f", {len(export.cancelled)} called off" if export.cancelled else ""
    tell(f"{words.out.name}: {len(export.entries)} entries{gone}. Exporting again later updates them.")


def people(desk: Desk, words: Namespace) -> None:
    """Write everybody, or those of a list, but those let go."""
    form = exporting.form_for(words.out.suffix, words.vcard, words.for_spreadsheet)
    if words.like:
        if form.suffix != words.like.suffix:
            raise errors.Refused(f"What looks like {words.like.title()}’s is a table.", do="Let its name end in .csv.")
        form = words.like
    chosen = desk.ask(exporting.list_called, words.only) if words.only else None
    made = desk.ask(exporting.made, form, chosen)
    exporting.write(words.out, made.data)
    if words.json:
        document({"file": words.out, "form": form, "people": made.count})
        return
    tell(f"{words.out.name}: {made.count} {'person' if made.count == 1 else 'people'}.")


def whole(desk: Desk, words: Namespace) -> None:
    """Write the archive; "hallway restore" makes a record of it again."""
    archive.write(words.out, desk.ask(archive.file_of, desk.clock.now()))
    tell(f"{words.out.name}: everything. “hallway restore {words.out.name}” brings it back.")


def _facts(out: Path, export: Export) -> dict[str, object]:
    """What was written, for scripts."""
    return {
        "file": out, "entries": len(export.entries), "cancelled": len(export.cancelled),
        "kinds": Counter(str(entry.kind) for entry in export.entries),
        "check_ins": [entry.start for entry in export.entries if entry.kind is EntryKind.CHECK_IN],
    }  # fmt: skip


def _kinds(written: str) -> frozenset[EntryKind]:
    try:
        return frozenset(EntryKind(word.strip()) for word in written.split(","))
    except ValueError:
        raise ArgumentTypeError(f"choose from {', '.join(EntryKind)}, with commas between") from None


def _alarm(written: str) -> int | None:
    if written == "none":
        return None
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", written)
    if not found:
        raise ArgumentTypeError("write a time like 09:00, or none")
    return int(found[1]) * 60 + int(found[2])


def _days(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= 731:
        raise ArgumentTypeError("choose between 1 and 731 days")
    return int(written)


def _instant(written: str) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise ArgumentTypeError(f"{written!r} does not read as a moment; write 2026-06-23T09:00:00+02:00") from None
    return moment if moment.tzinfo else moment.astimezone()
