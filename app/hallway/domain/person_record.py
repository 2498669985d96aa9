"""The record of one person as a page to read: what is kept of them, heading by heading, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from hallway.domain.dates import MONTH_NAMES
from hallway.domain.sheets import Section, Sheet

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

HEADINGS: Final[Mapping[str, str]] = {
    "person": "Who it is",
    "person_spelling": "Other spellings of the name",
    "person_email": "Mail addresses",
    "person_phone": "Telephone numbers",
    "person_profile": "Pages elsewhere",
    "person_photo": "Photo",
    "person_card": "Picture of a card",
    "affiliation": "Places of work and study",
    "person_topic": "Interests",
    "person_field": "Fields of the keeper’s own",
    "group_member": "Groups",
    "interaction": "What happened",
    "promise": "Promises",
    "favour": "Favours",
    "achievement": "News and papers",
    "session_speaker": "Talks",
    "tie": "Ties to others",
    "my_tie": "Ties to the keeper of this record",
    "not_same": "Somebody else than",
    "introduction": "Introductions",
    "led_to": "Whom they introduced",
    "wish": "Wishes to meet",
    "outreach": "Conversations asked for",
    "answer": "Questions and answers",
    "named": "Named in a conversation",
    "need_person": "What they help with",
    "opportunity_person": "Opportunities",
    "letter": "Recommendation letters",
    "addressee": "To whom letters go",
    "project_person": "Projects",
    "pause": "Rests from check-ins",
    "planned_day": "The next check-in",
    "decision": "Decisions about what to do",
    "setting": "How messages are worded",
    "calendar_entry": "Calendar entries that were saved",
    "published": "Calendar entries on a server or in a folder",
    "import_run": "Where it came from",
    "waiting_row": "In a file that waits for a decision",
    "foreign_uid": "Numbers that other files gave",
    "map_place": "Places on the map of people",
    "choice": "Looked up",
}
"""What the rows of each table are called, in the order of the page; a table of another name is called by it."""

INSIDE: Final = "participant"
"""The table whose rows are told with the conversations."""
OTHERS: Final = "led_to"
"""The heading of rows of the table of people that are about somebody else."""

WORDS: Final[Mapping[str, str]] = {
    "added_on": "in the record since", "agreed_on": "agreed on", "answered_on": "answered on", "at_time": "at",
    "by_me": "promised by the keeper of this record", "caught_at": "where to find them", "check_in_on": "check-in on",
    "check_in_set_on": "check-in fixed on", "closed_on": "closed on", "connector": "introduced by",
    "current_as_of": "true as of", "due_on": "by", "end_on": "until", "followed_up": "followed up", "hope": "hoped for",
    "interaction": "conversation", "known": "has been met", "last_at": "last on", "logged_at": "written down",
    "made_on": "written down on", "materials_on": "materials sent on", "met_event": "met at", "met_how": "how they met",
    "met_on": "met on", "met_session": "met in", "next_on": "next on", "note": "private note", "on_day": "on",
    "part": "as", "phonetic": "how to say the name", "rhythm_days": "days between check-ins", "seen_on": "heard of on",
    "start_on": "from", "text": "what", "through": "through", "unknown": "lines of an address card", "with": "with",
}  # fmt: skip
"""What a column is called; the others are called by their names."""

HIDDEN: Final = frozenset("id uid position folded counts subject_id fingerprint sequence etag limits key".split())
"""What only a program has a use for."""
BARE: Final = frozenset("on_day at_time kind title text summary address number url topic group name value".split())
"""What needs no name before it."""
YES_OR_NO: Final = frozenset("known by_me asked gone".split())


def sheet_of(name: str, keeper: str, on: date, tables: Tables) -> Sheet:
    """Everything as one page; `keeper` is who keeps the record, or empty."""
    kept = f"What {keeper} keeps about {name} with Hallway" if keeper else f"What is kept about {name} with Hallway"
    people = tables.get("person", ())
    apart = {"person": [row for row in people if "uid" in row], OTHERS: [row for row in people if "uid" not in row]}
    rows = {table: told for table, told in {**tables, **apart}.items() if table != INSIDE}
    sections = (
        Section(heading_of(table), tuple(_lines(name, table, rows.get(table, ())))) for table in {**HEADINGS, **rows}
    )
    return Sheet(name, (f"{kept}, as of {say_date(on)}.",), tuple(one for one in sections if one.lines))


def say_date(on: date) -> str:
    """ "4 August 2026"."""
    return f"{on.day} {MONTH_NAMES[on.month - 1]} {on.year}"


def heading_of(table: str) -> str:
    """What the rows of a table are called."""
    return HEADINGS.get(table, table.replace("_", " ").capitalize())


def _lines(name: str, table: str, rows: Sequence[Row]) -> Iterator[str]:
    """A line for each row; the person's own has one for each fact."""
    for row in rows:
        facts = [(column, value) for column, value in row.items() if _is_told(name, column, value, row)]
        facts.sort(key=lambda fact: fact[0] != "kind")
        if table == "person":
            yield from (_fact(column, line) for column, value in facts for line in str(value).splitlines())
        elif facts:
            yield "; ".join(_fact(column, value) for column, value in facts)


def _is_told(name: str, column: str, value: Any, row: Row) -> bool:
    """Whose row it is need not be said, unless it is about two."""
    about_two = {"other", "through", "outreach"} if column == "person" else {"person"}
    is_own = column in ("person", "outreach") and value == name and not about_two & set(row)
    return value not in ("", None) and column not in HIDDEN and not is_own


def _fact(column: str, value: Any) -> str:
    if isinstance(value, bytes):
        return "a picture, beside this page"
    if column in YES_OR_NO:
        value = "yes" if value else "no"
    return str(value) if column in BARE else f"{WORDS.get(column, column.replace('_', ' '))}: {value}"
