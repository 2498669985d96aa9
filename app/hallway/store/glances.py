"""Small facts about people, for the first page and the rail, without all that a person's own page brings in."""

from __future__ import annotations

from datetime import date

from hallway.domain import errors
from hallway.store.days import day
from hallway.store.work import View


def count(look: View) -> int:
    """How many people are active."""
    return int(look.value("SELECT count(*) FROM glance WHERE standing = 'active'"))


def rhythm(look: View, person_id: int) -> int:
    """How often the plan brings a person up, in days; 0 for never."""
    return int(look.value("SELECT rhythm_days FROM glance WHERE person_id = ?", person_id) or 0)


def wish_on(look: View, person_id: int) -> date | None:
    """The day on which the rhythm (or a day fixed by hand) asks for the next check-in."""
    return day(look.value("SELECT wish_on FROM glance WHERE person_id = ?", person_id))


def days_away(look: View) -> int:
    """How many days ago the last step of the history was; 0 without any."""
    last = look.value("SELECT at FROM change ORDER BY id DESC LIMIT 1")
    return max(0, (look.today - date.fromisoformat(last[:10])).days) if last else 0


def addresses(look: View, person_id: int) -> tuple[str, ...]:
    """A person's mail addresses, the first one first."""
    rows = look.rows("SELECT address FROM person_email WHERE person_id = ? ORDER BY position, id", person_id)
    return tuple(address for (address,) in rows)


def name_of(look: View, person_id: int) -> str:
    """Somebody's name. Raises `NotFound`."""
    name = look.value("SELECT name FROM person WHERE id = ?", person_id)
    if name is None:
        raise errors.NotFound("This person is no longer in your record.")
    return str(name)
