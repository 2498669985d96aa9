"""The approaches of the made-up network: ideas, somebody asked, a talk tomorrow, one still fresh, four long ago."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hallway.domain.outreach import Outreach, State
from hallway.store import outreach as store
from hallway.store import questions
from hallway.store.work import Work
from hallway.usecases import interview_entries

WRITTEN_ON = date(2026, 6, 23)
OMAR_ASKS = (
    "What did last week look like?", "What surprised you after moving?",
    "Which skills carried over, which did not?", "How do publications work where you are?",
    "Who else would you suggest I talk to?",
)  # fmt: skip
CARRIED, ELSE_ = OMAR_ASKS[2], OMAR_ASKS[4]


@dataclass(frozen=True, slots=True)
class Written:
    """One approach as it was written for one day. `said` are answers by question, empty for one still to ask."""

    person: str
    state: State
    reason: str
    through: str = ""
    hope: str = ""
    minutes: int = 20
    days: Mapping[str, date] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    notes: str = ""
    meet: tuple[str, str, str] = ("", "", "")


def put(step: Work, today: date, new_uid: Callable[[], str]) -> None:
    """Write them down for the people who are there."""
    people = dict(step.rows("SELECT name, id FROM person ORDER BY id DESC"))
    shift = today - WRITTEN_ON
    for one in BOARD:
        if one.person in people:
            _put(step, one, people, shift, new_uid)


def _put(step: Work, one: Written, people: Mapping[str, int], shift: timedelta, new_uid: Callable[[], str]) -> None:
    days = {name: day + shift for name, day in one.days.items()}
    person_id = people[one.person]
    talk = step.value(
        """SELECT i.id FROM interaction i JOIN participant x ON x.interaction_id = i.id
            WHERE x.person_id = ? AND i.on_day = ?""",
        person_id, (days["talked_on"].isoformat() if "talked_on" in days else ""),
    )  # fmt: skip
    time, zone, place = one.meet
    new = Outreach(
        person_id, state=one.state, reason=one.reason, hope=one.hope, through_id=people.get(one.through),
        minutes=one.minutes, notes=one.notes, interaction_id=talk, meet_time=time, meet_zone=zone, meet_place=place,
        channel="mail", **days,  # type: ignore[arg-type]
    )  # fmt: skip
    outreach_id = store.add(step, new, new_uid)
    questions.add_answers(step, outreach_id, one.said)
    for answer in questions.answers(step, outreach_id):
        words = one.said[answer.question]
        questions.change_answer(step, questions.Answer(answer.id, answer.question, words, bool(words)))
    interview_entries.follow(step, replace(new, id=outreach_id), "")


BOARD = (
    Written("Talia Ben-Ami", State.IDEA, "How a planner uses heat maps", "Noor Haddad", days={
        "made_on": date(2026, 6, 16),
    }),
    Written("Kwabena Asante", State.IDEA, "Running a field lab", "Adaeze Nwosu", days={"made_on": date(2026, 6, 18)}),
    Written("Yuki Tanabe", State.IDEA, "Life as an editor", "Greta Solheim", days={"made_on": date(2026, 6, 5)}),
    Written("Mikael Ahonen", State.ASKED, "From PhD to a small NGO", days={
        "made_on": date(2026, 6, 12), "asked_on": date(2026, 6, 17),
    }),
    Written("Caoimhe Byrne", State.DRAFT, "Paid data work", days={"made_on": date(2026, 6, 19)}),
    Written(
        "Omar Siddiqui", State.SCHEDULED, "Research jobs in industry", "Greta Solheim",
        "What research days look like outside a university, and what he wishes he had learnt during the PhD.", 30,
        {"made_on": date(2026, 6, 5), "asked_on": date(2026, 6, 8), "answered_on": date(2026, 6, 8),
         "agreed_on": date(2026, 6, 12), "meet_on": date(2026, 6, 24)},
        dict.fromkeys(OMAR_ASKS, ""), meet=("15:00", "Europe/Oslo", "Video call"),
    ),
    Written(
        "Marta Kowal", State.TALKED, "Met services after a PhD", "Tomasz Wieczorek", "", 25,
        {"made_on": date(2026, 6, 8), "asked_on": date(2026, 6, 9), "answered_on": date(2026, 6, 11),
         "agreed_on": date(2026, 6, 11), "meet_on": date(2026, 6, 19), "talked_on": date(2026, 6, 19)},
        {OMAR_ASKS[0]: "Two early shifts, one day of verification, one of meetings with the city.",
         CARRIED: "Writing for people in a hurry. Statistics less than she thought.",
         ELSE_: "Somebody in hydrology; she will ask."},
        "They take visitors for a day in September.", ("15:00", "Europe/Oslo", "Their office"),
    ),
    Written("Lucía Fernández-Ochoa", State.TOLD, "Municipal data", days={
        "made_on": date(2026, 1, 8), "asked_on": date(2026, 1, 9), "answered_on": date(2026, 1, 12),
        "talked_on": date(2026, 1, 20), "thanked_on": date(2026, 1, 21), "told_on": date(2026, 5, 20),
    }, said={ELSE_: "Noor Haddad, for how a map becomes a decision."}),
    Written("Eilidh MacInnes", State.THANKED, "Fellowship panels", days={
        "made_on": date(2026, 1, 30), "asked_on": date(2026, 2, 2), "answered_on": date(2026, 2, 3),
        "talked_on": date(2026, 2, 12), "thanked_on": date(2026, 2, 13),
    }, said={OMAR_ASKS[1]: "How much a panel reads the first half page, and how little the rest."}),
    Written("João Pedro Tavares", State.THANKED, "Consulting after a PhD", days={
        "made_on": date(2026, 4, 2), "asked_on": date(2026, 4, 3), "talked_on": date(2026, 4, 16),
        "thanked_on": date(2026, 4, 17),
    }),
    Written("Priya Raghunathan", State.THANKED, "Radar nowcasting", days={
        "made_on": date(2025, 2, 27), "asked_on": date(2025, 2, 28), "talked_on": date(2025, 3, 12),
        "thanked_on": date(2025, 3, 14),
    }, said={OMAR_ASKS[0]: "Half of it was code review, and she likes that half.",
             CARRIED: "Reading papers fast. Nobody waits for a perfect figure."}),
)  # fmt: skip
