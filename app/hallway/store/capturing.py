"""What the capture line asks of the record: who is at a place, what goes on now, and pictures of cards."""

from __future__ import annotations

from datetime import datetime, timedelta

from hallway.store import choices
from hallway.store.work import View, Work

PLACE_CHOSEN = "capture at"
"""The kind under which the event that was chosen is remembered, beside what is chosen in the palette."""
REMEMBERED_FOR = timedelta(hours=1)


def there(look: View, organisation: str) -> tuple[str, ...]:
    """A few people of an organisation."""
    rows = look.rows(
        """SELECT DISTINCT p.name FROM organisation o JOIN affiliation a ON a.organisation_id = o.id
             JOIN person p ON p.id = a.person_id WHERE o.name = ? AND p.standing = 'active' LIMIT 3""",
        organisation,
    )
    return tuple(name for (name,) in rows)


def sessions_at(look: View, event_id: int, clock: datetime) -> tuple[tuple[int, str, bool], ...]:
    """What runs at that moment on the event's own clock: id, title, and whether one goes there."""
    rows = look.rows(
        """SELECT id, title, starred OR mine FROM session WHERE event_id = ?1 AND on_day = ?2 AND NOT called_off
              AND start_time <> '' AND start_time <= ?3 AND (end_time > ?3 OR end_on > on_day)
            ORDER BY start_time, id""",
        event_id, clock.date().isoformat(), f"{clock:%H:%M}",
    )  # fmt: skip
    return tuple((id_, title, bool(goes)) for id_, title, goes in rows)


def chosen_event(look: View, now: datetime) -> int | None:
    """The event chosen within the last hour, 0 for none of them; None when there is no such choice."""
    row = look.row("SELECT subject, last_at FROM choice WHERE kind = ? ORDER BY last_at DESC", PLACE_CHOSEN)
    if row is None or not timedelta(0) <= now - datetime.fromisoformat(row[1]) < REMEMBERED_FOR:
        return None
    return int(row[0])


def choose_event(step: Work, event_id: int) -> None:
    """Remember the choice for an hour; no step of the history."""
    step.execute("DELETE FROM choice WHERE kind = ?", PLACE_CHOSEN)
    choices.add(step, PLACE_CHOSEN, str(event_id))


def card(look: View, person_id: int) -> bytes | None:
    """The picture of the person's card or badge, or None."""
    data = look.value("SELECT data FROM person_card WHERE person_id = ?", person_id)
    return bytes(data) if data is not None else None


def set_card(step: Work, person_id: int, data: bytes | None) -> None:
    """Keep a picture that was already made small enough and clean, or (None) take it away."""
    step.execute("DELETE FROM person_card WHERE person_id = ?", person_id)
    if data:
        step.execute("INSERT INTO person_card (person_id, data) VALUES (?, ?)", person_id, data)
