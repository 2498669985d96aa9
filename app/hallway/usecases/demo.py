"""A made-up network for looking around and for measuring: a small written world, and any number of others.

The written world lies in `resources/sample/world.toml` and moves with the calendar, so that today is always the day
it was written for. The same seed and day always give the same record.
"""

from __future__ import annotations

import random
import tomllib
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from math import ceil
from typing import Any

from hallway.domain import errors
from hallway.domain.events import Event, Wish
from hallway.domain.interactions import Kind, NewInteraction, NewPromise, Participant
from hallway.domain.partial_dates import PartialDate
from hallway.domain.people import Tie
from hallway.domain.profiles import read_profile
from hallway.domain.programmes import Session
from hallway.domain.records import Email, PersonRecord, Work
from hallway.resources import resource
from hallway.store import bulk, people, programmes, wishes
from hallway.store.bulk import Newcomer
from hallway.store.work import View, unrecorded
from hallway.store.work import Work as Step
from hallway.usecases import (
    demo_introductions,
    demo_news,
    demo_opportunities,
    demo_outreach,
    demo_papers,
    demo_sharing,
    settings,
)
from hallway.usecases.demo_crowd import crowd
from hallway.usecases.desk import Desk

SMALL_WORLD = 60
MOST_PEOPLE = 1_000_000


@dataclass(frozen=True, slots=True)
class World:
    """A whole made-up record. People and events are meant by their place in the lists, counted from 1."""

    people: tuple[Newcomer, ...] = ()
    events: tuple[Event, ...] = ()
    moments: tuple[NewInteraction, ...] = ()
    promises: tuple[tuple[NewPromise, date], ...] = ()
    ties: tuple[Tie, ...] = ()
    introduced: tuple[tuple[int, int], ...] = ()
    group_rhythms: Mapping[str, int] = field(default_factory=dict)
    profile: Mapping[str, str] = field(default_factory=dict)
    sessions: tuple[tuple[int, Session, tuple[int, ...]], ...] = ()
    wishes: tuple[Wish, ...] = ()


def fill(desk: Desk, count: int = SMALL_WORLD, seed: int = 1) -> tuple[int, int]:
    """Fill an empty record with `count` people; returns how many people and moments there are now.

    Raises `Refused` when the record holds anything, or for a number of people that makes no sense. There is no step
    to take back afterwards: the record begins this way.
    """
    if not 1 <= count <= MOST_PEOPLE:
        raise errors.Refused(f"Choose between 1 and {MOST_PEOPLE:,} people.")
    if desk.ask(_holds_something):
        raise errors.Refused(
            "This folder holds a record already.", "Nothing was changed.", "Name an empty one with --home."
        )
    rng = random.Random(seed)
    written = _written_world(desk.clock.today(), count)
    further = crowd(rng, count - len(written.people), len(written.people), len(written.events), desk.clock.today())
    with unrecorded(desk.database, desk.clock.now()) as step:
        _put(step, written, rng)
        _put(step, World(*further), rng)
        demo_opportunities.put(step, desk.clock.today(), partial(_uid, rng))
        demo_outreach.put(step, desk.clock.today(), partial(_uid, rng))
        demo_introductions.put(step, desk.clock.today(), partial(_uid, rng))
        demo_papers.put(step, desk.clock.today(), partial(_uid, rng))
        demo_sharing.put(step, desk.clock.today(), partial(_uid, rng))
        demo_news.put(step, desk.clock.today(), partial(_uid, rng))
        _allow_enough(step)
    return count, len(written.moments) + len(further[2])


def _allow_enough(step: Step) -> None:
    """Let the week hold what the rhythms ask for, as somebody who chose them would."""
    rhythms = [days for (days,) in step.rows("SELECT rhythm_days FROM person WHERE rhythm_days > 0")]
    asked = ceil(sum(7 / days for days in rhythms))
    if asked > settings.setting(step, "plan.per_week"):
        settings.set_setting(step, "plan.per_week", asked)


def _holds_something(look: View) -> bool:
    tables = ("person", "organisation", "event", "interaction", "promise", "setting", "profile", "change")
    return any(look.value(f"SELECT 1 FROM {table} LIMIT 1") for table in tables)


def _uid(rng: random.Random) -> str:
    return str(uuid.UUID(int=rng.getrandbits(128), version=4))


def _put(step: Step, world: World, rng: random.Random) -> None:
    """Write a world down; event ids follow the order of the lists because the record was empty."""
    uid = partial(_uid, rng)
    bulk.add_events(step, world.events, uid)
    bulk.add_people(step, world.people, new_uid=uid)
    bulk.add_interactions(step, world.moments, uid)
    bulk.add_promises(step, world.promises, uid)
    for tie in world.ties:
        people.add_tie(step, tie)
    for person_id, by_id in world.introduced:
        people.set_field(step, person_id, "introduced_by_id", by_id)
    for event_id, session, speakers in world.sessions:
        (session_id,) = programmes.add(step, event_id, [session], uid)
        programmes.link(step, [(session_id, person_id) for person_id in speakers])
    for wish in world.wishes:
        wishes.add(step, wish, uid)
    for name, days in world.group_rhythms.items():
        people.set_group_rhythm(step, people.group_id(step, name), days)
    for key, value in world.profile.items():
        settings.set_profile(step, key, value)


# --- the written world -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Calendar:
    """Moves what was written for one day to another."""

    shift: timedelta
    today: date

    def day(self, written: date) -> date:
        return written + self.shift

    def partial(self, written: date | str) -> str:
        """A partial date moved, as exact as it was."""
        if isinstance(written, date):
            return self.day(written).isoformat()
        if not written:
            return ""
        return str(PartialDate.of(self.day(PartialDate.parse(written).first_day())))[: len(written)]

    def words(self, written: str) -> str:
        """A text with its years filled in."""
        return written.replace("{this_year}", str(self.today.year)).replace("{last_year}", str(self.today.year - 1))


def _written_world(today: date, most: int) -> World:
    """The world of the sample file as of today, with at most so many people."""
    with resource("sample", "world.toml").open("rb") as file:
        written = tomllib.load(file)
    calendar = _Calendar(today - written["day"], today)
    folk = written["people"][:most]
    numbers = {one["name"]: at for at, one in enumerate(folk, start=1)}
    event_numbers = {one["title"]: at for at, one in enumerate(written["events"], start=1)}
    return World(
        people=tuple(_person(one, calendar, event_numbers) for one in folk),
        events=tuple(_event(one, calendar) for one in written["events"]),
        moments=tuple(_moments(written["moments"], calendar, numbers, event_numbers)),
        promises=tuple(_promises(written["promises"], calendar, numbers)),
        ties=tuple(_ties(written["ties"], numbers)),
        introduced=tuple((numbers[one["name"]], numbers[one["by"]]) for one in folk if one.get("by") in numbers),
        group_rhythms={one["name"]: one["rhythm_days"] for one in written["groups"] if "rhythm_days" in one},
        profile=written["profile"],
        sessions=tuple(_sessions(written["sessions"], calendar, numbers, event_numbers)),
        wishes=tuple(_wishes(written["wishes"], numbers, event_numbers)),
    )


def _person(one: Mapping[str, Any], calendar: _Calendar, events: Mapping[str, int]) -> Newcomer:
    page = read_profile(one.get("page", ""))
    met_on = calendar.partial(one.get("met_on", ""))
    record = PersonRecord(
        name=one["name"], pronouns=one.get("pronouns", ""), phonetic=one.get("say", ""), place=one.get("place", ""),
        emails=(Email(one["email"], "work"),) if "email" in one else (), profiles=(page,) if page else (),
        works=tuple(
            Work(place, role, unit, calendar.partial(start), calendar.partial(end))
            for place, role, unit, start, end in one.get("works", ())
        ),
        topics=tuple(one.get("topics", ())), groups=tuple(one.get("groups", ())), note=one.get("notes", ""),
        met_on=met_on,
    )  # fmt: skip
    return Newcomer(
        record, met_how=one.get("how", ""), met_event_id=events.get(one.get("event", "")),
        rhythm_days=one.get("rhythm_days"), known=one.get("known", True), as_of=calendar.today.isoformat(),
        added_on=PartialDate.parse(met_on).first_day() if met_on else calendar.today,
    )  # fmt: skip


def _event(one: Mapping[str, Any], calendar: _Calendar) -> Event:
    start_time, end_time = one.get("times", ("", ""))
    return Event(
        title=calendar.words(one["title"]), kind=one["kind"], start_on=calendar.day(one["days"][0]),
        end_on=calendar.day(one["days"][1]), start_time=start_time, end_time=end_time,
        time_zone=one.get("time_zone", ""), venue=one.get("venue", ""), link=one.get("link", ""),
        organiser=one.get("organiser", ""), status=one.get("status", "planned"), notes=one.get("notes", ""),
    )  # fmt: skip


def _moments(
    written: Iterable[Mapping[str, Any]], calendar: _Calendar, people: Mapping[str, int], events: Mapping[str, int]
) -> Iterable[NewInteraction]:
    for one in sorted(written, key=lambda moment: (moment["on"], moment.get("time", ""))):
        present = tuple(Participant(people[name]) for name in one["people"] if name in people)
        if present:
            yield NewInteraction(
                on=calendar.day(one["on"]), people=present, kind=Kind(one["kind"]), summary=one["words"],
                at_time=one.get("time", ""), direction=one.get("direction", ""), minutes=one.get("minutes"),
                event_id=events.get(one.get("event", "")),
            )  # fmt: skip


def _promises(
    written: Iterable[Mapping[str, Any]], calendar: _Calendar, people: Mapping[str, int]
) -> Iterable[tuple[NewPromise, date]]:
    for one in written:
        if one["person"] in people:
            due_on = calendar.day(one["due_on"]) if "due_on" in one else None
            promise = NewPromise(people[one["person"]], one["text"], one["who"] == "me", due_on)
            yield promise, calendar.day(one["made_on"])


def _ties(written: Iterable[Mapping[str, Any]], people: Mapping[str, int]) -> Iterable[Tie]:
    for one in written:
        if all(name in people for name in one["between"]):
            here, there = (people[name] for name in one["between"])
            yield Tie(here, there, one["between"][1], one["kind"], one.get("since", ""))


def _sessions(
    written: Iterable[Mapping[str, Any]], calendar: _Calendar, people: Mapping[str, int], events: Mapping[str, int]
) -> Iterable[tuple[int, Session, tuple[int, ...]]]:
    for one in written:
        on, start, end = one["at"]
        names = tuple(one.get("speakers", ()))
        session = Session(
            one["title"], calendar.day(on), start_time=start, end_time=end, room=one["room"],
            subtitle=one.get("subtitle", ""), kind=one.get("kind", "talk"), speakers=names,
            starred=one.get("starred", False), mine=one.get("mine", False),
        )  # fmt: skip
        yield events[one["event"]], session, tuple(people[name] for name in names if name in people)


def _wishes(
    written: Iterable[Mapping[str, Any]], people: Mapping[str, int], events: Mapping[str, int]
) -> Iterable[Wish]:
    for one in written:
        if one["person"] in people:
            yield Wish(
                people[one["person"]], events[one["event"]], one.get("reason", ""), one.get("opener", ""),
                tuple(one.get("questions", ())), one.get("caught", ""), people.get(one.get("through", "")),
                state=one.get("state", "wanted"),
            )  # fmt: skip
