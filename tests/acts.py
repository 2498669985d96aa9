"""Everything a user may do, each drawn from one number: for histories made at random."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import strategies

from hallway.domain import errors
from hallway.domain import fields as fields_domain
from hallway.domain.achievements import Achievement
from hallway.domain.conflicts import MyTie, Type
from hallway.domain.importing import VCARD, Page, Reading
from hallway.domain.interactions import Kind, NewInteraction, NewPromise, Participant
from hallway.domain.organisations import Membership
from hallway.domain.outreach import Meeting, Outreach, State
from hallway.domain.people import TEXT_FIELDS, Affiliation, NewPerson, Tie
from hallway.domain.plan import Pause
from hallway.domain.projects import Partner, Project
from hallway.domain.projects import State as Together
from hallway.domain.records import Email, PersonRecord, Phone, Work
from hallway.store import bulk
from hallway.store import people as people_store
from hallway.store.work import Work as Step
from hallway.usecases import (
    achievements,
    capturing,
    card,
    conflicts,
    duplicates,
    events,
    fields,
    importing,
    interactions,
    interviews,
    introductions,
    mentors,
    moving,
    organisations,
    outreach,
    people,
    photos,
    planning,
    programmes,
    projects,
    promises,
    settings,
    several,
    today,
    trash,
    views,
)
from hallway.usecases.capturing import Line, Wanted
from hallway.usecases.desk import Desk
from tests.formats.files import sample
from tests.makers import TODAY, add_event, add_moment, add_person, add_promise, move_clock

NAMES = (
    "Ada Lovelace",
    "Łukasz O'Brien",
    "山田 太郎",
    "Sofía Núñez de la Cruz",
    "ada lovelace",
    "Ø",
    "\u200fمحمد",
    "x" * 300,
)
PLACES = ("Uni Lund", "ETH Zürich", "uni lund", "c++ labs", "")
TOPICS = ("looms", "Mixed-effects models", "LOOMS", "山")
GROUPS = ("Mentors", "Cohort", "mentors")
PNG = b"\x89PNG\r\n\x1a\n"
TEXTS = ("", "a", "two\nlines", "café 🐝", 'O\'Hara "Bo" 100%_', "-", "2026-06", "--03-22")

Act = Callable[[Desk, Random], object]


def person(desk: Desk, random: Random) -> int:
    """Somebody who is there; added when nobody is."""
    ids = [id_ for (id_,) in desk.database.rows("SELECT id FROM person ORDER BY id")]
    return random.choice(ids) if ids else add_person(desk)


def one(desk: Desk, random: Random, table: str, make: Callable[[], int]) -> int:
    """A row of a table; made when there is none."""
    ids = [id_ for (id_,) in desk.database.rows(f'SELECT id FROM "{table}" ORDER BY id')]
    return random.choice(ids) if ids else make()


def moment(desk: Desk, random: Random) -> int:
    return one(desk, random, "interaction", lambda: add_moment(desk, person(desk, random)))


def promise(desk: Desk, random: Random) -> int:
    return one(desk, random, "promise", lambda: add_promise(desk, person(desk, random)))


def event(desk: Desk, random: Random) -> int:
    return one(desk, random, "event", lambda: add_event(desk))


def some_day(random: Random) -> date:
    return TODAY - timedelta(days=random.randrange(900))


def some(random: Random, choices: Sequence[str]) -> tuple[str, ...]:
    return tuple(random.sample(choices, random.randrange(len(choices))))


def add(desk: Desk, random: Random) -> None:
    new = NewPerson(
        random.choice(NAMES), random.choice(PLACES), "PhD student", some(random, TOPICS), some(random, GROUPS),
        (Email("a@b.org"), Email("c@d.org", "work")), (Phone("+49 30 1"),), met_how=random.choice(TEXTS),
        met_event_id=random.choice([None, event(desk, random)]),
        introduced_by_id=random.choice([None, person(desk, random)]),
        rhythm_days=random.choice([None, 0, 21, 90]), known=random.random() < 0.8,
    )  # fmt: skip
    desk.do(people.add, new)


def change_text(desk: Desk, random: Random) -> None:
    value = random.choice((*TEXTS, *NAMES))
    desk.do(people.change, person(desk, random), random.choice(TEXT_FIELDS), value)


def change_lists(desk: Desk, random: Random) -> None:
    id_ = person(desk, random)
    addresses = tuple(Email(f"{name}@b.org") for name in some(random, ("a", "b", "c")))
    desk.do(random.choice([
        lambda step: people.set_emails(step, id_, addresses),
        lambda step: people.set_phones(step, id_, [Phone("+46 1"), Phone("+46 2", "home")]),
        lambda step: people.set_profiles(step, id_, ["https://orcid.org/0000-0002-1825-0097"]),
        lambda step: people.set_topics(step, id_, some(random, TOPICS)),
        lambda step: people.set_groups(step, id_, some(random, GROUPS)),
        lambda step: photos.set_photo(step, id_, random.choice([None, b"\x00\xff" * 40])),
    ]))  # fmt: skip


def change_fields(desk: Desk, random: Random) -> None:
    """Fields of the user's own: defined, filled in, renamed, taken away with what they say."""
    there = desk.ask(fields.listed)
    if not there or random.random() < 0.3:
        kind = random.choice(fields_domain.KINDS)
        desk.do(fields.define, f"Field {random.randrange(4)}", kind, TOPICS)
        return
    field = random.choice(there)
    values = {fields_domain.TEXT: TEXTS, fields_domain.DATE: ("", "2019", "2026-06", "2026-06-17")}
    who, value = person(desk, random), random.choice(values.get(field.kind, ("", *field.choices)))
    desk.do(random.choice([
        lambda step: fields.set_value(step, who, field, value),
        lambda step: fields.set_value(step, who, field, value),
        lambda step: fields.rename(step, field, f"Field {random.randrange(4)}"),
        lambda step: fields.remove(step, field),
    ]))  # fmt: skip


def change_photo(desk: Desk, random: Random) -> None:
    """A picture comes, another takes its place, it goes, or it comes with a file."""
    picture = random.choice([None, b"\xff\xd8\xff" + random.randbytes(300), PNG + random.randbytes(40)])
    if picture is None or random.random() < 0.6:
        desk.do(photos.set_photo, person(desk, random), picture)
        return
    record = PersonRecord(random.choice(NAMES), uid=f"uid-{random.randrange(3)}", photo=picture)
    reading = Reading((Page("faces.vcf", VCARD, (record,)),), photos_are_clean=True)
    desk.do(importing.apply, desk.ask(importing.review, reading))


def meet_somebody(desk: Desk, random: Random) -> None:
    """One line about one or two people, new or known, with or without a card; or a card comes and goes by itself."""
    picture = PNG + random.randbytes(40)
    if random.random() < 0.3:
        desk.do(capturing.set_card, person(desk, random), random.choice([None, picture]))
        return
    text = random.choice(["Ana Ruiz and Bo Ek, @Uni Lund, send both the paper fri", "Cai Xu #looms, cai@looms.example"])
    known = random.choice([None, person(desk, random)])
    desk.do(capturing.save_all, Wanted(Line(text), (known,), card=random.choice([b"", picture])))


def change_rhythm(desk: Desk, random: Random) -> None:
    desk.do(people.set_rhythm, person(desk, random), random.choice([None, 0, 7, 60, 365]))


def change_group_rhythm(desk: Desk, random: Random) -> None:
    for (id_,) in desk.database.rows('SELECT id FROM "group" LIMIT 1'):
        desk.do(people.set_group_rhythm, id_, random.choice([None, 30, 100]))


def fix_day(desk: Desk, random: Random) -> None:
    on = random.choice([None, TODAY + timedelta(days=random.randrange(60))])
    desk.do(people.fix_check_in, person(desk, random), on)


def work_somewhere(desk: Desk, random: Random) -> None:
    work = Affiliation(random.choice(PLACES), "postdoc", "Group of looms", "2019", random.choice(["", "2023-05"]))
    desk.do(people.set_affiliation, person(desk, random), work)


def change_work(desk: Desk, random: Random) -> None:
    for id_, who in desk.database.rows("SELECT id, person_id FROM affiliation ORDER BY id DESC LIMIT 1"):
        work = Affiliation(random.choice(PLACES), "professor", end_on=random.choice(["", "2025"]), id=id_)
        if random.random() < 0.5:
            desk.do(people.set_affiliation, who, work)
        else:
            desk.do(people.drop_affiliation, who, id_)


def rename_place(desk: Desk, random: Random) -> None:
    for (id_,) in desk.database.rows("SELECT id FROM organisation ORDER BY id LIMIT 1"):
        desk.do(organisations.change, id_, "name", f"Institute {random.randrange(10)}")


def rename_topic(desk: Desk, random: Random) -> None:
    query = "UPDATE topic SET name = ? WHERE id = (SELECT min(id) FROM topic)"
    desk.do(lambda step: step.execute(query, f"topic {random.randrange(10)}"))


def log(desk: Desk, random: Random) -> None:
    who = tuple(Participant(id_, note="quiet") for id_ in {person(desk, random) for _ in range(3)})
    new = NewInteraction(
        some_day(random), who, random.choice(list(Kind)), random.choice(TEXTS),
        event_id=random.choice([None, event(desk, random)]),
    )  # fmt: skip
    desk.do(interactions.log, new)


def change_moment(desk: Desk, random: Random) -> None:
    new = NewInteraction(some_day(random), (Participant(person(desk, random)),), random.choice(list(Kind)), "again")
    desk.do(interactions.change, moment(desk, random), new)


def remove_moment(desk: Desk, random: Random) -> None:
    desk.do(interactions.remove, moment(desk, random))


def promise_something(desk: Desk, random: Random) -> None:
    from_moment = random.choice([None, moment(desk, random)])
    desk.do(promises.add, NewPromise(person(desk, random), "the draft", random.random() < 0.5, None, from_moment))


def settle_promise(desk: Desk, random: Random) -> None:
    desk.do(random.choice([promises.keep, promises.let_go, promises.reopen]), promise(desk, random))


def stand(desk: Desk, random: Random) -> None:
    who = sorted({person(desk, random), person(desk, random)})
    desk.do(random.choice([people.archive, people.let_go, people.bring_back]), who)


def forget(desk: Desk, random: Random) -> None:
    desk.do(people.let_go, [person(desk, random)])
    move_clock(desk, random.randrange(50))
    desk.do(people_store.forget_old)


def add_an_event(desk: Desk, random: Random) -> None:
    add_event(desk, random.choice(TEXTS) or "Looms", venue=random.choice(PLACES))


def change_event(desk: Desk, random: Random) -> None:
    id_ = event(desk, random)
    desk.do(events.change, replace(desk.ask(events.page_of, id_).event, title=f"Event {random.randrange(10)}"))


def remove_event(desk: Desk, random: Random) -> None:
    id_ = event(desk, random)
    desk.do(people.set_met, person(desk, random), id_, None)
    desk.do(events.remove, id_)


def tie(desk: Desk, random: Random) -> None:
    first, other = person(desk, random), person(desk, random)
    if first != other:
        desk.do(people.add_tie, Tie(first, other, "", "supervisor"))


def steer(desk: Desk, random: Random) -> None:
    rest = Pause(TODAY, TODAY + timedelta(days=9), "holidays")
    desk.do(random.choice([
        lambda step: planning.set_budget(step, random.randrange(1, 9)),
        lambda step: settings.set_profile(step, "name", random.choice(NAMES)),
        lambda step: card.choose(step, random.choice(["phone", "email"]), random.random() < 0.5),
        lambda step: card.set_link(step, random.randrange(3), random.choice(["", "github ada", "looms.example"])),
        lambda step: planning.pause(step, rest.start, rest.end, rest.reason),
        lambda step: planning.pause(step, rest.start, rest.end, person_id=person_in(step, random)),
    ]))  # fmt: skip


def person_in(step: Step, random: Random) -> int | None:
    ids = [id_ for (id_,) in step.rows("SELECT id FROM person ORDER BY id")]
    return random.choice(ids) if ids else None


def approach(desk: Desk, random: Random) -> int:
    return one(
        desk, random, "outreach", lambda: desk.do(outreach.reach_out, Outreach(person(desk, random), "advice")).value
    )


def reach_out(desk: Desk, random: Random) -> None:
    through = random.choice([None, person(desk, random)])
    new = Outreach(person(desk, random), reason=random.choice(TEXTS), through_id=through)
    desk.do(random.choice([outreach.reach_out, lambda step, one: outreach.reach_out_by_name(step, "Talia", one)]), new)
    with suppress(errors.NotFound):
        desk.do(outreach.move_to_lane, approach(desk, random), random.randrange(5), approach(desk, random))
        desk.do(outreach.move, approach(desk, random), random.choice(list(State)))
        desk.do(outreach.schedule, approach(desk, random), Meeting(some_day(random), "9:30", "Europe/Lisbon"))


def interview(desk: Desk, random: Random) -> None:
    with suppress(errors.NotFound):
        talk = approach(desk, random)
        desk.do(interviews.choose, talk, some(random, TOPICS))
        desk.do(random.choice([interviews.begin, lambda step, id_: outreach.move(step, id_, State.IDEA)]), talk)
        for answer in desk.ask(outreach.page_of, talk).answers[:2]:
            desk.do(interviews.note, answer.id, random.choice(TEXTS))
        desk.do(interviews.note_rest, talk, "> send it by friday")
        desk.do(interviews.take_follow_ups, talk)
        desk.do(interviews.they_named_new, talk, random.choice(NAMES))


def answer_today(desk: Desk, random: Random) -> None:
    for item in desk.ask(today.due)[:1]:
        answer = random.choice([today.done, today.not_needed, today.another_day])
        if answer is today.another_day:
            desk.do(today.another_day, item, TODAY + timedelta(days=400))
        else:
            desk.do(answer, item)  # type: ignore[arg-type]


def take_in_a_file(desk: Desk, random: Random) -> None:
    records = [
        PersonRecord(
            random.choice(NAMES), uid=f"uid-{random.random()}", works=(Work(random.choice(PLACES), "engineer"),),
            topics=some(random, TOPICS), groups=some(random, GROUPS), emails=(Email("e@f.org"),),
        )
        for _ in range(5)
    ]  # fmt: skip

    def take_in(step: Step) -> None:
        step.label = "Import"
        ids = bulk.add_people(step, [bulk.Newcomer(record) for record in records])
        bulk.add_interactions(step, [NewInteraction(some_day(random), (Participant(id_),)) for id_ in ids])

    desk.do(take_in)


def bring_back_what_was_let_go(desk: Desk, random: Random) -> None:
    for one in desk.ask(trash.listed)[:1]:
        desk.do(trash.bring_back, one.kind, one.id)


def forget_what_was_let_go(desk: Desk, random: Random) -> None:
    desk.do(events.remove, event(desk, random))
    move_clock(desk, random.randrange(50))
    desk.do(trash.empty_old)


def merge_two(desk: Desk, random: Random) -> None:
    keep, gone = person(desk, random), person(desk, random)
    fields = some(random, ("name", "place", "birthday", "photo", "met_on", "met_event", "rhythm_days", "check_in_on"))
    desk.do(duplicates.merge, keep, gone, {field: random.choice((keep, gone)) for field in fields})


def keep_two_apart(desk: Desk, random: Random) -> None:
    desk.do(duplicates.keep_both, person(desk, random), person(desk, random))


def change_several(desk: Desk, random: Random) -> None:
    ids = [id_ for (id_,) in desk.ask(lambda look: look.rows("SELECT id FROM person ORDER BY id"))][::2]
    if ids:
        topics = {random.choice(TOPICS): random.random() < 0.7 for _ in range(2)}
        desk.do(random.choice([
            lambda step: several.change_topics(step, ids, topics),
            lambda step: several.set_rhythm(step, ids, random.choice([None, 0, 21, 60])),
        ]))  # fmt: skip


def keep_a_view(desk: Desk, random: Random) -> None:
    there = [view.id for view in desk.ask(views.saved)]
    name, chosen = random.choice(NAMES), people.PeopleFilter(words=random.choice(TOPICS))
    desk.do(random.choice([
        lambda step: views.save(step, name, chosen),
        lambda step: views.rename(step, random.choice(there), name) if there else None,
        lambda step: views.remove(step, random.choice(there)) if there else None,
    ]))  # fmt: skip


def place_id(desk: Desk, random: Random) -> int:
    return one(desk, random, "organisation", lambda: desk.do(organisations.add, "Uni Lund").value)


def merge_places(desk: Desk, random: Random) -> None:
    inner = place_id(desk, random)
    desk.do(organisations.set_parent, inner, random.choice(PLACES))
    desk.do(organisations.join, inner, Membership("member", "2019"))
    desk.do(organisations.merge, place_id(desk, random), place_id(desk, random))


def take_part(desk: Desk, random: Random) -> None:
    for (id_,) in desk.database.rows("SELECT id FROM membership ORDER BY id DESC LIMIT 1"):
        mine = Membership("editor", random.choice(["", "2019"]), random.choice(["", "2018"]), "reviews", id_)
        if random.random() < 0.7:
            desk.do(organisations.change_membership, mine)
        else:
            desk.do(organisations.leave, id_)
    desk.do(organisations.join, place_id(desk, random), Membership("chair", "2020-05"))
    desk.do(organisations.keep_apart, place_id(desk, random), place_id(desk, random))


def let_go_of_a_place(desk: Desk, random: Random) -> None:
    desk.do(random.choice([organisations.let_go, organisations.bring_back]), place_id(desk, random))


def move_somebody(desk: Desk, random: Random) -> None:
    where, since = random.choice(PLACES), random.choice(["", "2026-06", "2019"])
    desk.do(moving.moved, person(desk, random), where, "Professor", since, random.random() < 0.5)


def bring_a_programme_in(desk: Desk, random: Random) -> None:
    """Some version of it: talks at other hours, some left out; and the user's own mark on one of them."""
    text = sample("frab.xml").decode().replace("<start>10:00", f"<start>{random.randrange(8, 18):02}:00")
    begin = text.index('<event guid="0e0c1a40-0000-4000-8000-000000000003"')
    if random.random() < 0.5:
        text = text[:begin] + text[text.index("</event>", begin) + len("</event>") :]
    review = desk.ask(importing.review, importing.read([("schedule.xml", text.encode())]))
    plan = programmes.with_newcomers(review.programmes[0], random.random() < 0.5)
    plan = programmes.taking_out(plan, random.random() < 0.5)
    desk.do(importing.apply, importing.with_programme(review, plan))
    star, some_rows = f"starred = {random.randrange(2)}", "id % 2 = 0"
    desk.do(lambda step: step.execute(f"UPDATE session SET {star} WHERE {some_rows}"))


def introduce(desk: Desk, random: Random) -> None:
    """An introduction made or asked for, one step of it, and a word on the map."""
    begin = random.choice([introductions.start, introductions.ask_for])
    with suppress(errors.Refused):
        desk.do(begin, person(desk, random), person(desk, random), random.choice(TEXTS))
    steps = (
        introductions.asked, introductions.introduced, introductions.talked, introductions.heard, introductions.thanked,
        introductions.told, introductions.rest, introductions.reopen, introductions.remove,
    )  # fmt: skip
    for stood in desk.ask(introductions.everything)[:2]:
        with suppress(errors.Refused, errors.NotFound):
            desk.do(introductions.answered, stood.one.id, yes=random.random() < 0.8, words=random.choice(TEXTS))
        with suppress(errors.Refused, errors.NotFound):
            desk.do(random.choice(steps), stood.one.id)


def map_mentors(desk: Desk, random: Random) -> None:
    """Somebody for a need, or a need changed."""
    need = random.choice(desk.ask(mentors.needs)).need.id
    desk.do(random.choice([mentors.turn_to, mentors.leave_out]), need, person(desk, random))
    need = random.choice(desk.ask(mentors.needs)).need.id
    desk.do(mentors.set_next_ask, need, random.choice(TEXTS), random.choice([None, TODAY]))
    desk.do(mentors.move, need, random.choice([-1, 1]))
    with suppress(errors.Refused):
        desk.do(mentors.add, random.choice(TOPICS))
    if random.random() < 0.3:
        desk.do(mentors.remove, need)


def have_news(desk: Desk, random: Random) -> None:
    whose = random.choice([None, person(desk, random)])
    id_ = one(desk, random, "achievement", lambda: desk.do(achievements.add, Achievement("A prize", "award")).value)
    desk.do(achievements.add, Achievement("A paper", "publication", whose, random.choice(["", "2025", "2026-05-01"])))
    desk.do(random.choice([
        lambda step: achievements.change(step, Achievement("A grant", "grant", id=id_)),
        lambda step: achievements.remove(step, id_), lambda step: achievements.congratulate(step, id_, "Well done"),
    ]))  # fmt: skip


def do_together(desk: Desk, random: Random) -> None:
    who = person(desk, random)
    new = Project("Looms", next_step="Draw", next_on=TODAY, people=(Partner(who, "maps"),))
    id_ = one(desk, random, "project", lambda: desk.do(projects.add, new).value)
    desk.do(random.choice([
        lambda step: projects.add_person(step, id_, Partner(who, random.choice(["", "lead"]))),
        lambda step: projects.remove_person(step, id_, who), lambda step: projects.next_done(step, id_),
        lambda step: projects.set_state(step, id_, random.choice(list(Together))),
        lambda step: projects.remove(step, id_),
    ]))  # fmt: skip
    tie = one(desk, random, "my_tie", lambda: desk.do(conflicts.note, MyTie(who, random.choice(list(Type)))).value)
    desk.do(conflicts.forget, tie)
    desk.do(conflicts.note, MyTie(who, Type.ADVISOR, "2020"))


ACTS: tuple[Act, ...] = (
    add, add, change_text, change_lists, change_fields, change_fields, change_photo, meet_somebody,
    change_rhythm, change_group_rhythm, fix_day, work_somewhere, change_work, rename_place, rename_topic,
    log, log, change_moment, remove_moment, promise_something, settle_promise, stand,
    forget, add_an_event, change_event, remove_event, tie, steer, answer_today, take_in_a_file,
    merge_two, keep_two_apart, bring_back_what_was_let_go, forget_what_was_let_go,
    merge_places, take_part, let_go_of_a_place, move_somebody, bring_a_programme_in, reach_out, interview, interview,
    introduce, introduce, map_mentors, have_news, do_together,
)  # fmt: skip

histories = strategies.lists(
    strategies.tuples(strategies.sampled_from(ACTS), strategies.integers(0, 2**32)), max_size=12
)


def act(desk: Desk, what: Act, number: int) -> None:
    """Do one thing; what makes no sense just then is refused and changes nothing."""
    with suppress(errors.Refused):
        what(desk, Random(number))
