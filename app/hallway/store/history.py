"""The steps of the history a page at a time, and how far it is from one to another."""

from __future__ import annotations

from hallway.store.work import Step, View


def listed(look: View, limit: int, before: int | None = None) -> tuple[Step, ...]:
    """The steps, newest first; those older than the one called `before`."""
    rows = look.rows(
        "SELECT id, label, source, at, undone FROM change WHERE ?1 IS NULL OR id < ?1 ORDER BY id DESC LIMIT ?2",
        before, limit,
    )  # fmt: skip
    return tuple(Step(id_, label, source, at, bool(undone)) for id_, label, source, at, undone in rows)


def newest_standing(look: View) -> int:
    """The newest step that was not taken back; 0 at the beginning."""
    return int(look.value("SELECT coalesce(max(id), 0) FROM change WHERE undone = 0"))


def is_there(look: View, step_id: int) -> bool:
    """Whether the history (still) has that step."""
    return bool(look.value("SELECT EXISTS (SELECT 1 FROM change WHERE id = ?)", step_id))


def distance(look: View, step_id: int) -> tuple[int, int]:
    """How many steps to take back, and how many to do again, until that step is the newest that stands."""
    back = look.value("SELECT count(*) FROM change WHERE undone = 0 AND id > ?", step_id)
    again = look.value("SELECT count(*) FROM change WHERE undone = 1 AND id <= ?", step_id)
    return int(back), int(again)
