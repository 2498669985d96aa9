"""Changes to many people in one statement each, leaving alone who has it so already (so that history stays small)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from hallway.domain.folding import fold
from hallway.store.people import topic_id
from hallway.store.work import View, Work

_THESE = "(SELECT value FROM json_each(?))"


def name(look: View, person_id: int) -> str:
    """A person's name; empty when nobody has this id."""
    return str(look.value("SELECT name FROM person WHERE id = ?", person_id) or "")


def topic_shares(look: View, person_ids: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """The interests these people have, with how many of them have each; the most common first."""
    rows = look.rows(
        f"""SELECT t.name, count(*) FROM person_topic x JOIN topic t ON t.id = x.topic_id
             WHERE x.person_id IN {_THESE} GROUP BY t.id ORDER BY 2 DESC, t.name""",
        json.dumps(list(person_ids)),
    )
    return tuple((found, number) for found, number in rows)


def add_topic(step: Work, person_ids: Sequence[int], topic: str) -> None:
    """Give an interest to everybody, making it when new."""
    step.execute(
        f"""INSERT OR IGNORE INTO person_topic (person_id, topic_id)
            SELECT p.id, ? FROM person p WHERE p.id IN {_THESE} ORDER BY p.id""",
        topic_id(step, topic), json.dumps(list(person_ids)),
    )  # fmt: skip


def drop_topic(step: Work, person_ids: Sequence[int], topic: str) -> None:
    """Take an interest off everybody."""
    step.execute(
        f"""DELETE FROM person_topic WHERE topic_id = (SELECT id FROM topic WHERE folded = ?)
               AND person_id IN {_THESE}""",
        fold(topic), json.dumps(list(person_ids)),
    )  # fmt: skip


def set_rhythm(step: Work, person_ids: Sequence[int], days: int | None) -> None:
    """Set the own rhythm of everybody; a check-in fixed by hand is left to the rhythm again."""
    step.execute(
        """UPDATE person SET rhythm_days = ?1, check_in_on = NULL, check_in_set_on = NULL
             WHERE id IN (SELECT value FROM json_each(?2))
               AND (rhythm_days IS NOT ?1 OR check_in_on IS NOT NULL OR check_in_set_on IS NOT NULL)""",
        days, json.dumps(list(person_ids)),
    )  # fmt: skip
