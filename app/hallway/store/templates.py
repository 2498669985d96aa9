"""The user's own messages, and what the record knows for one."""

from __future__ import annotations

from dataclasses import replace

from hallway.domain.interactions import Interaction
from hallway.domain.messages import TALKS
from hallway.domain.templates import Template
from hallway.store import interactions, tables
from hallway.store.work import View, Work


def own(look: View) -> tuple[Template, ...]:
    """The user's own messages, of all languages."""
    rows = look.rows("SELECT purpose, language, body, subject, relation, channel FROM template ORDER BY id")
    return tuple(replace(Template(*words), own=True) for words in rows)


def put(step: Work, one: Template) -> int:
    """Keep one in place of the user's own of the same purpose, language, relation and channel; returns its id."""
    remove(step, one)
    new_id: int = step.run(
        tables.Template.insert(
            purpose=one.purpose, language=one.language, title="", body=one.body, relation=one.relation,
            channel=one.channel, subject=one.subject,
        )
    )  # fmt: skip
    return new_id


def remove(step: Work, one: Template) -> None:
    """Take the user's own of this purpose, language, relation and channel away."""
    step.execute(
        "DELETE FROM template WHERE purpose = ? AND language = ? AND relation = ? AND channel = ?",
        one.purpose, one.language, one.relation, one.channel,
    )  # fmt: skip


def last_talk(look: View, person_id: int) -> Interaction | None:
    """The last time both spoke; one about which something was written down before one without words."""
    id_ = look.value(
        f"""SELECT i.id FROM participant x JOIN interaction i ON i.id = x.interaction_id
             WHERE x.person_id = ? AND i.on_day <= ? AND i.kind IN ({', '.join('?' * len(TALKS))})
             ORDER BY i.summary = '', i.on_day DESC, i.at_time DESC, i.id DESC LIMIT 1""",
        person_id, look.today.isoformat(), *TALKS,
    )  # fmt: skip
    return interactions.get(look, id_) if id_ is not None else None


def talk_at(look: View, person_id: int, event_id: int | None) -> str:
    """The title of what a person spoke about at an event, or empty."""
    found: str | None = look.value(
        """SELECT s.title FROM session_speaker v JOIN session s ON s.id = v.session_id
            WHERE v.person_id = ? AND s.event_id = ? AND s.kind NOT IN ('social', 'break')
            ORDER BY s.on_day, s.start_time LIMIT 1""",
        person_id, event_id,
    )  # fmt: skip
    return found or ""


def works_for(look: View, person_id: int) -> str:
    """The kind of organisation a person works at now, or empty."""
    found: str | None = look.value(
        """SELECT o.kind FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
            WHERE a.person_id = ? AND a.end_on = '' ORDER BY a.start_on DESC, a.id LIMIT 1""",
        person_id,
    )
    return found or ""
