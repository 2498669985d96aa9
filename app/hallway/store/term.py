"""What the user did, wherever the record holds it: own sessions, events gone to, interviews held, favours given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hallway.domain.interactions import Kind
from hallway.domain.projects import State
from hallway.domain.term import EVENTS, GIVEN, INTERVIEWS, PROJECTS, ROLES, TALKS, Fact
from hallway.store.work import View


def facts(look: View, first: date, last: date) -> Iterator[Fact]:
    """Everything from a day to another but the user's own achievements; parts that go on longer are whole."""
    span = (first.isoformat(), last.isoformat())
    for title, event, on in look.rows(
        """SELECT s.title, e.title, s.on_day FROM session s JOIN event e ON e.id = s.event_id
            WHERE s.mine = 1 AND s.called_off = 0 AND e.let_go_on IS NULL AND e.status <> 'missed'
              AND s.on_day BETWEEN ? AND ?""",
        *span,
    ):
        yield Fact(TALKS, f"{title}, at {event}", on)
    for title, start, end in look.rows(
        """SELECT title, start_on, end_on FROM event WHERE let_go_on IS NULL AND status = 'attended'
              AND start_on <= ?2 AND end_on >= ?1""",
        *span,
    ):
        yield Fact(EVENTS, title, start, end)
    for names, on in look.rows(
        """SELECT (SELECT group_concat(n.name, ', ') FROM participant x JOIN person n ON n.id = x.person_id
                    WHERE x.interaction_id = i.id AND n.standing <> 'let go'), i.on_day
             FROM interaction i WHERE i.kind = ?3 AND i.on_day BETWEEN ?1 AND ?2""",
        *span, Kind.INTERVIEW,
    ):  # fmt: skip
        if names:
            yield Fact(INTERVIEWS, names, on)
    yield from _given(look, span)
    yield from _lasting(look)


def _given(look: View, span: tuple[str, str]) -> Iterator[Fact]:
    rows = look.rows(
        """SELECT f.kind, f.text, n.name, f.on_day FROM favour f JOIN person n ON n.id = f.person_id
            WHERE f.direction = 'given' AND n.standing <> 'let go' AND f.on_day BETWEEN ? AND ?""",
        *span,
    )
    for kind, text, name, on in rows:
        what = f"{kind[:1].upper()}{kind[1:]}"
        yield Fact(GIVEN, f"{what} for {name}: {text}" if text else f"{what} for {name}", on)


def _lasting(look: View) -> Iterator[Fact]:
    for role, name, start, end in look.rows(
        """SELECT m.role, o.name, m.start_on, m.end_on FROM membership m JOIN organisation o ON o.id = m.organisation_id
            WHERE o.let_go_on IS NULL"""
    ):
        yield Fact(ROLES, f"{role or 'Member'}, {name}", start, end, goes_on=not end)
    for title, state, start, end in look.rows(
        "SELECT title, state, start_on, end_on FROM project WHERE state <> ?", State.IDEA
    ):
        yield Fact(PROJECTS, title, start, end, goes_on=not end and state != State.DONE)
