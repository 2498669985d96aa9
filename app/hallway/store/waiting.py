"""People of files about whom the user decides later."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from hallway.domain.records import Email, MomentRecord, PersonRecord, Phone, Profile, Work
from hallway.store.work import View
from hallway.store.work import Work as Step

SHAPES = {"emails": Email, "phones": Phone, "profiles": Profile, "works": Work, "moments": MomentRecord}


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """Somebody who waits: out of which file, of what kind, since which day."""

    id: int
    file: str
    kind: str
    record: PersonRecord
    since: str


def listed(look: View) -> tuple[WaitingRow, ...]:
    """Everybody who waits, in the order in which they came."""
    rows = look.rows("SELECT id, file, kind, record, since FROM waiting_row ORDER BY id")
    return tuple(WaitingRow(id_, file, kind, from_json(record), since) for id_, file, kind, record, since in rows)


def count(look: View) -> int:
    """How many wait."""
    return int(look.value("SELECT count(*) FROM waiting_row"))


def add(step: Step, rows: Iterable[tuple[str, str, PersonRecord]]) -> None:
    """Let people wait: file, kind, and who."""
    since = step.today.isoformat()
    step.execute_many(
        "INSERT INTO waiting_row (file, kind, record, since) VALUES (?, ?, ?, ?)",
        ((file, kind, to_json(record), since) for file, kind, record in rows),
    )


def drop(step: Step, ids: Iterable[int]) -> None:
    """These were decided about."""
    step.execute_many("DELETE FROM waiting_row WHERE id = ?", ((id_,) for id_ in ids))


def to_json(record: PersonRecord) -> str:
    """One person as text; the photo in base64."""
    told = {name: value for name, value in asdict(record).items() if value}
    if record.photo:
        told["photo"] = b64encode(record.photo).decode()
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> PersonRecord:
    """The person of a text that `to_json` wrote."""
    told: dict[str, Any] = json.loads(text)
    for name, value in told.items():
        if name in SHAPES:
            told[name] = tuple(SHAPES[name](**one) for one in value)
        elif isinstance(value, list):
            told[name] = tuple(value)
    if "photo" in told:
        told["photo"] = b64decode(told["photo"])
    return PersonRecord(**told)
