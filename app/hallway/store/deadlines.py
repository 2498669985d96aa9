"""Days by which something is wanted: of opportunities, letters and projects, and meetings of one's own groups."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from hallway.domain.opportunities import NO_DEADLINE
from hallway.store.work import View


class Deadline(NamedTuple):
    """One such day; `uid` stays the same for ever."""

    uid: str
    on: date
    title: str
    link: str = ""


def coming(look: View, until: date) -> tuple[Deadline, ...]:
    """Those from today up to a day, in order."""
    resting = ", ".join(f"'{state}'" for state in sorted(NO_DEADLINE))
    rows = look.rows(
        f"""SELECT uid || '-deadline', deadline, title, link FROM opportunity
             WHERE deadline BETWEEN ?1 AND ?2 AND state NOT IN ({resting})
            UNION ALL
            SELECT l.uid || '-letter-' || a.id, a.deadline, 'Letter for ' || l.purpose || ' (' || a.name || ')', ''
              FROM addressee a JOIN letter l ON l.id = a.letter_id
             WHERE a.deadline BETWEEN ?1 AND ?2 AND a.sent_on IS NULL AND l.closed_on IS NULL
            UNION ALL
            SELECT uid || '-next', next_on, next_step || ' (' || title || ')', link FROM project
             WHERE next_on BETWEEN ?1 AND ?2 AND next_step <> '' AND state <> 'done'
            UNION ALL
            SELECT o.uid || '-meeting-' || m.id, m.next_on,
                   o.name || ': ' || CASE m.next_what WHEN '' THEN 'meeting' ELSE m.next_what END, ''
              FROM membership m JOIN organisation o ON o.id = m.organisation_id
             WHERE m.next_on BETWEEN ?1 AND ?2 AND o.let_go_on IS NULL
             ORDER BY 2, 1""",
        look.today.isoformat(), until.isoformat(),
    )  # fmt: skip
    return tuple(Deadline(uid, date.fromisoformat(on), title, link) for uid, on, title, link in rows)
