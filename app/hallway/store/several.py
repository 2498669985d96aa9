"""Changes to many people in one statement each, leaving alone who has it so already (so that history stays small)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from hallway.domain.folding import fold
from hallway.domain.people import Standing
from hallway.store.people import group_id, topic_id
from hallway.store.work import View, Work

_THESE = "(SELECT value FROM json_each(?))"


def name(look: View, person_id: int) -> str:
    """A person's name; empty when nobody has this id."""
    return str(look.value("SELECT name FROM person WHERE id = ?", person_id) or "")


def mails(look: View, person_ids: Sequence[int]) -> tuple[str, ...]:
    """The first address of everybody who has one, in the order of the people."""
    rows = look.rows(
        f"SELECT person_id, address FROM person_email WHERE person_id IN {_THESE} ORDER BY position DESC, id DESC",
        json.dumps(list(person_ids)),
    )
    first = dict(rows)  # the last one named stays
    return tuple(first[id_] for id_ in person_ids if id_ in first)


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
    _put_in(step, "person_topic", "topic_id", topic_id(step, topic), person_ids)


def drop_topic(step: Work, person_ids: Sequence[int], topic: str) -> None:
    """Take an interest off everybody."""
    step.execute(
        f"""DELETE FROM person_topic WHERE topic_id = (SELECT id FROM topic WHERE folded = ?)
               AND person_id IN {_THESE}""",
        fold(topic), json.dumps(list(person_ids)),
    )  # fmt: skip


def join_group(step: Work, person_ids: Sequence[int], group: str) -> None:
    """Put everybody into a group, making it when new."""
    _put_in(step, "group_member", "group_id", group_id(step, group), person_ids)


def leave_group(step: Work, person_ids: Sequence[int], group: str) -> None:
    """Take everybody out of a group."""
    step.execute(
        f"""DELETE FROM group_member WHERE group_id = (SELECT id FROM "group" WHERE folded = ?)
               AND person_id IN {_THESE}""",
        fold(group), json.dumps(list(person_ids)),
    )  # fmt: skip


def set_standing(step: Work, person_ids: Sequence[int], standing: Standing) -> None:
    """Archive everybody, let them go (with the day, for the thirty days), or bring them back."""
    let_go_on = step.today.isoformat() if standing is Standing.LET_GO else None
    stored = Standing.ACTIVE if standing is Standing.NOT_MET else standing
    step.execute(
        """UPDATE person SET standing = ?1, let_go_on = ?2
             WHERE id IN (SELECT value FROM json_each(?3)) AND (standing IS NOT ?1 OR let_go_on IS NOT ?2)""",
        stored.value, let_go_on, json.dumps(list(person_ids)),
    )  # fmt: skip


def set_rhythm(step: Work, person_ids: Sequence[int], days: int | None) -> None:
    """Set the own rhythm of everybody; a check-in fixed by hand is left to the rhythm again."""
    step.execute(
        """UPDATE person SET rhythm_days = ?1, check_in_on = NULL, check_in_set_on = NULL
             WHERE id IN (SELECT value FROM json_each(?2))
               AND (rhythm_days IS NOT ?1 OR check_in_on IS NOT NULL OR check_in_set_on IS NOT NULL)""",
        days, json.dumps(list(person_ids)),
    )  # fmt: skip


def _put_in(step: Work, link: str, column: str, id_: int, person_ids: Sequence[int]) -> None:
    step.execute(
        f"""INSERT OR IGNORE INTO {link} (person_id, {column})
            SELECT p.id, ? FROM person p WHERE p.id IN {_THESE} ORDER BY p.id""",
        id_, json.dumps(list(person_ids)),
    )  # fmt: skip
