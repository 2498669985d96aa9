"""What lately asks for a word: talks to give thanks for, people just met, achievements seen."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby

from hallway.domain.events import WANTED
from hallway.domain.interactions import Kind
from hallway.domain.today import (
    CONGRATULATE_UNTIL,
    FOLLOW_UP_UNTIL,
    INFORM_AFTER,
    INFORM_UNTIL,
    THANKS_UNTIL,
    TO_MEET_FROM,
    Gathering,
    Noticed,
)
from hallway.store.days import stored
from hallway.store.work import View

THANKED_FOR = {
    Kind.INTERVIEW: "the interview", Kind.INTRODUCTION: "the introduction", Kind.GIFT_OF_TIME: "your time",
}  # fmt: skip

INTRODUCES = """
    SELECT q.name FROM participant a JOIN person q ON q.id = a.person_id
      JOIN participant b ON b.interaction_id = a.interaction_id
     WHERE a.interaction_id = i.id AND (b.person_id = q.introduced_by_id OR EXISTS (
           SELECT 1 FROM introduction n WHERE n.connector_id = b.person_id AND n.second_id = q.id
              AND n.introduced_on = i.on_day))"""
"""Those of an entry whom another one of it introduced to the user; `a` is one of them, `b` whoever introduced them."""
INTRODUCED_TO = f"{INTRODUCES} AND b.person_id = p.id LIMIT 1"

CONGRATULATED = "congratulated"
"""The kind of decision that says on which day one of them was congratulated on."""

CONGRATULATED_ON = f"""coalesce(
    (SELECT made_on FROM decision WHERE kind = '{CONGRATULATED}' AND subject_id = a.id),
    (SELECT min(t.on_day) FROM participant y JOIN interaction t ON t.id = y.interaction_id
      WHERE y.person_id = a.person_id AND t.kind = '{Kind.CONGRATULATION}' AND t.on_day >= a.seen_on
        AND NOT EXISTS (SELECT 1 FROM achievement b JOIN decision d ON d.subject_id = b.id
                         WHERE d.kind = '{CONGRATULATED}' AND b.person_id = a.person_id AND d.made_on = t.on_day)))"""
"""The day on which the user congratulated on the achievement `a`, or null.

Said of this one, else a congratulation in the timeline since it was seen that was not said of another one.
"""


def to_thank(look: View) -> tuple[Noticed, ...]:
    """Interviews, and introductions and time that were given to the user, after which nobody has been thanked.

    Whom the user was introduced to has nothing to be thanked for.
    """
    rows = look.rows(
        f"""SELECT i.id, p.id, p.name, i.on_day, i.kind, i.summary, ({INTRODUCED_TO}) FROM interaction i
             JOIN participant x ON x.interaction_id = i.id JOIN person p ON p.id = x.person_id
            WHERE i.on_day BETWEEN ?1 AND ?2 AND p.standing = 'active'
              AND (i.kind = ?3 OR (i.kind IN (?4, ?5) AND i.direction = 'in'))
              AND NOT EXISTS (SELECT 1 FROM participant y JOIN interaction t ON t.id = y.interaction_id
                               WHERE y.person_id = p.id AND t.kind = ?6 AND t.on_day >= i.on_day)
              AND NOT (i.kind = ?4 AND EXISTS ({INTRODUCES} AND b.person_id <> p.id AND a.person_id = p.id))
            ORDER BY i.on_day, i.id, p.id""",
        _since(look, THANKS_UNTIL), stored(look.today), Kind.INTERVIEW, Kind.INTRODUCTION, Kind.GIFT_OF_TIME,
        Kind.THANK_YOU,
    )  # fmt: skip
    return tuple(
        Noticed(id_, person_id, name, date.fromisoformat(on), f"{THANKED_FOR[Kind(kind)]} to {to}")
        if kind == Kind.INTRODUCTION and to
        else Noticed(id_, person_id, name, date.fromisoformat(on), THANKED_FOR[Kind(kind)], words)
        for id_, person_id, name, on, kind, words, to in rows
    )


def just_met(look: View) -> tuple[Noticed, ...]:
    """People met at an event in these days, and not written to nor promised anything since; first met first."""
    rows = look.rows(
        """SELECT p.id, p.name, i.on_day, e.title, i.summary, coalesce((
                  SELECT s.title FROM session_speaker v JOIN session s ON s.id = v.session_id
                   WHERE v.person_id = p.id AND s.event_id = e.id AND s.kind NOT IN ('social', 'break')
                   ORDER BY s.on_day, s.start_time LIMIT 1), '')
             FROM interaction i JOIN participant x ON x.interaction_id = i.id JOIN person p ON p.id = x.person_id
             JOIN event e ON e.id = i.event_id
            WHERE i.kind = ?3 AND i.on_day BETWEEN ?1 AND ?2 AND p.standing = 'active'
              AND NOT EXISTS (SELECT 1 FROM participant y WHERE y.person_id = p.id AND y.on_day > i.on_day)
              AND NOT EXISTS (SELECT 1 FROM promise WHERE person_id = p.id AND by_me = 1 AND state = 'open')
            GROUP BY p.id ORDER BY i.on_day, i.at_time, p.id""",
        _since(look, FOLLOW_UP_UNTIL), stored(look.today), Kind.MET,
    )  # fmt: skip
    return tuple(
        Noticed(id_, id_, name, date.fromisoformat(on), title, words, talk)
        for id_, name, on, title, words, talk in rows
    )


def followed_up_today(look: View) -> int:
    """How many people met at an event in these days were written to today."""
    return int(
        look.value(
            """SELECT count(DISTINCT y.person_id) FROM interaction t CROSS JOIN participant y ON y.interaction_id = t.id
                WHERE t.on_day = ?2 AND t.kind = ?4 AND EXISTS (
                      SELECT 1 FROM participant x JOIN interaction i ON i.id = x.interaction_id
                       WHERE x.person_id = y.person_id AND i.kind = ?3 AND i.event_id IS NOT NULL
                         AND i.on_day BETWEEN ?1 AND ?2)""",
            _since(look, FOLLOW_UP_UNTIL), stored(look.today), Kind.MET, Kind.MESSAGE,
        )
    )  # fmt: skip


def to_congratulate(look: View) -> tuple[Noticed, ...]:
    """Achievements of others seen lately, on which the user has not congratulated."""
    rows = look.rows(
        f"""SELECT a.id, p.id, p.name, a.seen_on, a.title FROM achievement a JOIN person p ON p.id = a.person_id
             WHERE a.seen_on BETWEEN ?1 AND ?2 AND p.standing = 'active' AND {CONGRATULATED_ON} IS NULL
             ORDER BY a.seen_on, a.id""",
        _since(look, CONGRATULATE_UNTIL), stored(look.today),
    )  # fmt: skip
    return tuple(Noticed(id_, person, name, date.fromisoformat(on), title) for id_, person, name, on, title in rows)


def advice_given(look: View) -> tuple[Noticed, ...]:
    """Interviews of four to six months ago, with whom nobody has been in touch lately."""
    rows = look.rows(
        """SELECT i.id, p.id, p.name, i.on_day, i.summary FROM interaction i
             JOIN participant x ON x.interaction_id = i.id JOIN person p ON p.id = x.person_id
            WHERE i.kind = ?3 AND i.on_day BETWEEN ?1 AND ?2 AND p.standing = 'active'
              AND NOT EXISTS (SELECT 1 FROM participant y
                               WHERE y.person_id = p.id AND y.on_day >= date(i.on_day, ?4))
            ORDER BY i.on_day, i.id, p.id""",
        _since(look, INFORM_UNTIL), _since(look, INFORM_AFTER), Kind.INTERVIEW, f"+{INFORM_AFTER.days} days",
    )  # fmt: skip
    return tuple(
        Noticed(id_, person_id, name, date.fromisoformat(on), "the interview", words)
        for id_, person_id, name, on, words in rows
    )


def to_meet(look: View) -> tuple[Gathering, ...]:
    """Events of the coming seven days with people one wants to meet there, and the first question for each."""
    rows = look.rows(
        """SELECT e.id, e.title, e.start_on, g.name, w.questions, w.opener FROM event e
             JOIN wish w ON w.event_id = e.id JOIN glance g ON g.person_id = w.person_id
            WHERE e.let_go_on IS NULL AND e.start_on BETWEEN ?1 AND ?2 AND w.state = ?3 AND g.standing <> 'let go'
            ORDER BY e.start_on, e.id, w.id""",
        stored(look.today), stored(look.today + TO_MEET_FROM), WANTED,
    )  # fmt: skip
    return tuple(
        Gathering(id_, title, date.fromisoformat(on), tuple((row[3], _first_line(*row[4:])) for row in people))
        for (id_, title, on), people in groupby(rows, key=lambda row: tuple(row[:3]))
    )


def _first_line(*texts: str) -> str:
    return next((text.strip().splitlines()[0] for text in texts if text.strip()), "")


def _since(look: View, span: timedelta) -> str:
    return (look.today - span).isoformat()
