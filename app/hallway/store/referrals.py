"""Everything that says who led the user to whom."""

from __future__ import annotations

from typing import Final

from hallway.domain.referrals import INTRODUCED, MET_THROUGH, NAMED, REFERRED, Lead
from hallway.store.work import View

LEADS: Final = f"""
    SELECT connector_id, second_id, '{INTRODUCED}', introduced_on, reason FROM introduction
     WHERE connector_id IS NOT NULL AND introduced_on IS NOT NULL
    UNION ALL
    SELECT introduced_by_id, id, '{MET_THROUGH}', met_on, met_how FROM person WHERE introduced_by_id IS NOT NULL
    UNION ALL
    SELECT through_id, person_id, '{REFERRED}', made_on, reason FROM outreach WHERE through_id IS NOT NULL
    UNION ALL
    SELECT o.person_id, n.person_id, '{NAMED}', coalesce(o.talked_on, o.meet_on, ''), o.reason
      FROM named n JOIN outreach o ON o.id = n.outreach_id"""


def leads(look: View) -> tuple[Lead, ...]:
    """Every lead between people who have not been let go."""
    rows = look.rows(
        f"""WITH led (from_id, to_id, how, on_day, reason) AS MATERIALIZED ({LEADS}) SELECT led.* FROM led
              JOIN glance a ON a.person_id = led.from_id JOIN glance b ON b.person_id = led.to_id
             WHERE a.standing <> 'let go' AND b.standing <> 'let go'"""
    )
    return tuple(Lead(*row) for row in rows)


def touching(look: View, person_id: int) -> bool:
    """Whether anybody led to a person, or they to anybody: asked before a page looks further."""
    return bool(
        look.value(
            """SELECT EXISTS (SELECT 1 FROM person WHERE introduced_by_id = ?1)
                   OR EXISTS (SELECT 1 FROM person WHERE id = ?1 AND introduced_by_id IS NOT NULL)
                   OR EXISTS (SELECT 1 FROM introduction WHERE connector_id = ?1 AND introduced_on IS NOT NULL)
                   OR EXISTS (SELECT 1 FROM introduction WHERE second_id = ?1 AND connector_id IS NOT NULL
                                 AND introduced_on IS NOT NULL)
                   OR EXISTS (SELECT 1 FROM outreach WHERE through_id = ?1)
                   OR EXISTS (SELECT 1 FROM outreach WHERE person_id = ?1 AND through_id IS NOT NULL)
                   OR EXISTS (SELECT 1 FROM named WHERE person_id = ?1)
                   OR EXISTS (SELECT 1 FROM named n JOIN outreach o ON o.id = n.outreach_id WHERE o.person_id = ?1)""",
            person_id,
        )
    )
