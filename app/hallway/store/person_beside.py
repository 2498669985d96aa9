"""What is about one person and does not refer to them: decisions of Today, calendar entries, places on the map."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from hallway.domain import today
from hallway.domain.letters import Next as Letter
from hallway.store.aftermath import DEBRIEF
from hallway.store.noticed import CONGRATULATED
from hallway.store.settings import setting
from hallway.store.work import View

Row = dict[str, Any]

SUBJECTS: Final[Mapping[str, str]] = {
    today.CHECK_IN: "person", today.FOLLOW_UP: "person", DEBRIEF: "person",
    today.CONGRATULATE: "achievement", CONGRATULATED: "achievement",
    today.PROMISE: "promise", today.THEIR_PROMISE: "promise", today.INFORM: "interaction",
    today.TALK_TODAY: "outreach", today.TALK_TOMORROW: "outreach", today.NEXT_PERSON: "outreach",
    today.ONCE_MORE: "outreach", today.REFERRER: "outreach", today.INTRODUCER: "introduction",
    **{kind.value: "letter" for kind in Letter},
}  # fmt: skip
"""Kinds of decisions, and the table whose numbers their subjects are."""

RELATIONS: Final = "messages.relations"
OF_ONE: Final = ("-check-in-", "-letter-")
"""What stands between the lasting id of a row and the number of one of its calendar entries."""


def beside(
    look: View, person_id: int, ids: Mapping[str, Collection[int]], uids: Collection[str]
) -> dict[str, list[Row]]:
    """Rows by table; `ids`, by table, and `uids` are those of the rows that are the person's."""
    return {
        "decision": list(_decisions(look, ids)),
        "setting": _relation(look, uids),
        "calendar_entry": _entries(look, "calendar_entry", uids),
        "published": _entries(look, "published", uids),
        "planned_day": _rows(look, "planned_day", "person_id = ?", person_id),
        "map_place": _rows(look, "map_place", "subject = ?", person_id),
        "waiting_row": list(_waiting(look, person_id, uids)),
        "choice": _rows(look, "choice", "kind = 'person' AND subject = ?", str(person_id)),
    }


def _decisions(look: View, ids: Mapping[str, Collection[int]]) -> Iterator[Row]:
    for row in _rows(look, "decision", "1"):
        if row["kind"] == today.THANKS:  # a favour has its number below zero, for talks have those above
            table = "interaction" if row["subject_id"] > 0 else "favour"
        else:
            table = SUBJECTS.get(row["kind"], "")
        if abs(row["subject_id"]) in ids.get(table, ()):
            yield row


def _relation(look: View, uids: Collection[str]) -> list[Row]:
    """How one writes to them, which is kept by their lasting id."""
    kept = setting(look, RELATIONS)
    return [{"key": RELATIONS, "value": kept[uid]} for uid in uids if uid in kept]


def _waiting(look: View, person_id: int, uids: Collection[str]) -> Iterator[Row]:
    """Rows of files that wait for a decision and are of the same number or mail address."""
    addresses = look.rows("SELECT address FROM person_email WHERE person_id = ?", person_id)
    own = {address.strip().casefold() for (address,) in addresses}
    for row in _rows(look, "waiting_row", "1"):
        record = json.loads(row["record"])
        mails = {one["address"].strip().casefold() for one in record.get("emails", ())}
        if record.get("uid") in uids or own & mails:
            photo = b64decode(record.pop("photo", ""))
            yield row | {"record": json.dumps(record, ensure_ascii=False)} | ({"photo": photo} if photo else {})


def _entries(look: View, table: str, uids: Collection[str]) -> list[Row]:
    theirs = set(uids)
    return [row for row in _rows(look, table, "1") if not theirs.isdisjoint(_row_ids(row["uid"]))]


def _row_ids(entry: str) -> Iterator[str]:
    """The lasting ids of rows that a calendar entry of this id may be of."""
    start = entry.removesuffix("@hallway")
    yield start
    yield from (start.rpartition(sign)[0] for sign in OF_ONE if sign in start)


def _rows(look: View, table: str, condition: str, *parameters: Any) -> list[Row]:
    columns = [name for (name,) in look.rows("SELECT name FROM pragma_table_info(?)", table)]
    rows = look.rows(f'SELECT * FROM "{table}" WHERE {condition}', *parameters)
    return [dict(zip(columns, row, strict=True)) for row in rows]
