"""People: what can be asked for, what is refused, and what a change leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hallway.domain import errors
from hallway.domain.names import NameParts
from hallway.domain.people import TEXT_FIELDS, Affiliation, NewPerson, Order, Standing, Tie
from hallway.domain.records import Email, Phone, Profile
from hallway.usecases import people, photos
from hallway.usecases.desk import Desk, Work
from hallway.usecases.people import PeopleFilter
from tests.makers import add_event, add_moment, add_person, days_ago, everything


def test_everything_given_is_there_again(desk: Desk) -> None:
    event, through = add_event(desk, "Looms 2026"), add_person(desk, "Charles Babbage")
    new = NewPerson(
        "Dr Ada King Lovelace", "Uni Lund", "PhD student", ("looms", "algebra"), ("Cohort",),
        (Email("ada@b.org", "work"),),
        (Phone("+46 1", "mobile"),), (Profile("web", "https://ada.example"),), "likes bees", "2026-06", "over coffee",
        event, through, 90,
    )  # fmt: skip
    id_ = desk.do(people.add, new).value
    found = desk.ask(people.person, id_)
    assert (found.name, found.given, found.family, found.prefix) == ("Dr Ada King Lovelace", "Ada", "Lovelace", "Dr")
    assert (found.emails, found.phones, found.profiles) == (new.emails, new.phones, new.profiles)
    assert (found.topics, found.groups, found.notes) == (("algebra", "looms"), ("Cohort",), "likes bees")
    assert (found.met_on, found.met_how, found.met_event, found.introduced_by) == (
        "2026-06", "over coffee", "Looms 2026", "Charles Babbage"
    )  # fmt: skip
    assert found.works_at is not None
    assert (found.works_at.organisation, found.works_at.role) == ("Uni Lund", "PhD student")
    assert (found.rhythm_days, found.rhythm, found.added_on, found.standing) == (90, 90, days_ago(0), Standing.ACTIVE)


@pytest.mark.parametrize("bad", [
    NewPerson(""), NewPerson("  \n"), NewPerson("Ada", met_on="last week"), NewPerson("Ada", met_on="2026-02-30"),
    NewPerson("Ada", rhythm_days=-1), NewPerson("Ada", rhythm_days=4000),
], ids=str)  # fmt: skip
def test_what_makes_no_sense_is_refused(desk: Desk, bad: NewPerson) -> None:
    before = everything(desk)
    with pytest.raises(errors.Refused):
        desk.do(people.add, bad)
    assert everything(desk) == before


def test_several_are_added_in_one_step(desk: Desk) -> None:
    desk.do(people.add_several, [NewPerson("Ada"), NewPerson("Bo"), NewPerson("Cy")])
    assert desk.undo().label == "Added 3 people"
    assert desk.ask(people.count) == 0


@pytest.mark.parametrize("field", TEXT_FIELDS)
def test_each_text_can_be_changed_and_nothing_else_changes(desk: Desk, field: str) -> None:
    id_ = add_person(desk, "Ada Lovelace")
    value = {"birthday": "--12-10", "met_on": "2019-05", "time_zone": "Europe/Lisbon"}.get(field, "changed")
    before = desk.ask(people.person, id_)
    desk.do(people.change, id_, field, value)
    after = desk.ask(people.person, id_)
    assert getattr(after, field) == value
    follows = {field} | {"given": {"name"}, "family": {"name"}, "name": {"given", "family"}}.get(field, set())
    for other in set(TEXT_FIELDS) - follows:
        assert getattr(after, other) == getattr(before, other)


@pytest.mark.parametrize(("field", "value"), [
    ("name", "  "), ("birthday", "10 December"), ("birthday", "2026-13-01"), ("met_on", "June"), ("uid", "x"),
    ("standing", "x"), ("time_zone", "Mars/Base"), ("time_zone", "../etc/passwd"),
    ("name = '' --", "x"),
])  # fmt: skip
def test_a_change_that_makes_no_sense_is_refused(desk: Desk, field: str, value: str) -> None:
    id_ = add_person(desk)
    before = everything(desk)
    with pytest.raises(errors.Refused):
        desk.do(people.change, id_, field, value)
    assert everything(desk) == before


def test_the_name_follows_its_parts_only_when_it_was_made_of_them(desk: Desk) -> None:
    plain, titled, own = (add_person(desk, name) for name in ("Ada Byron", "Dr Ada Byron", "Ada B."))
    desk.do(people.change, own, "additional", "King")
    desk.do(people.change, own, "name", "The Countess")
    for id_ in (plain, titled, own):
        desk.do(people.change, id_, "family", "Lovelace")
    names = [desk.ask(people.person, id_).name for id_ in (plain, titled, own)]
    assert names == ["Ada Lovelace", "Dr Ada Lovelace", "The Countess"]


def test_the_parts_follow_the_name_unless_the_user_said_what_they_are(desk: Desk) -> None:
    ada = add_person(desk, "Ada")
    desk.do(people.change, ada, "name", "Prof. Ada King Byron")
    assert people.parts_of(desk.ask(people.person, ada)) == NameParts("Prof.", "Ada", "King", "Byron")
    desk.do(people.change, ada, "family", "King Byron")
    desk.do(people.change, ada, "additional", "")
    desk.do(people.change, ada, "name", "Ada Lovelace")
    assert desk.ask(people.person, ada).family == "King Byron"


@pytest.mark.parametrize("change", [
    lambda step, id_: people.set_emails(step, id_, [Email("a@x.org"), Email("ada@@x")]),
    lambda step, id_: people.set_phones(step, id_, [Phone("call me")]),
    lambda step, id_: people.set_profiles(step, id_, ["https://orcid.org/0000-0002-1825-0098"]),
])  # fmt: skip
def test_impossible_ways_to_reach_somebody_are_refused_whole(desk: Desk, change: Callable[[Work, int], None]) -> None:
    id_ = add_person(desk, "Ada", emails=(Email("ada@x.org"),))
    before = everything(desk)
    with pytest.raises(errors.Refused):
        desk.do(change, id_)
    assert everything(desk) == before


def test_what_a_file_brought_stays_beside_something_new(desk: Desk) -> None:
    id_ = add_person(desk, "Ada", emails=(Email("odd address"),), phones=(Phone("ask Bo"),))
    desk.do(people.set_emails, id_, [Email("odd address"), Email("Ada <ada@X.org>", "work")])
    desk.do(people.set_phones, id_, [Phone("ask Bo"), Phone("tel:+46 1")])
    ada = desk.ask(people.person, id_)
    assert ada.emails == (Email("odd address"), Email("ada@x.org", "work"))
    assert ada.phones == (Phone("ask Bo"), Phone("+46 1"))


def test_who_has_a_photo_is_one_question(desk: Desk) -> None:
    ids = [add_person(desk, f"Ada {number}") for number in range(5)]
    desk.do(photos.set_photo, ids[1], b"one")
    desk.do(photos.set_photo, ids[3], b"two")
    assert desk.ask(photos.with_photo, ids) == {ids[1], ids[3]}
    assert desk.ask(photos.with_photo, []) == frozenset()


@pytest.mark.parametrize("ask", [
    lambda desk: desk.ask(people.person, 99), lambda desk: desk.ask(people.page_of, 99),
    lambda desk: desk.do(people.change, 99, "place", "Lund"), lambda desk: desk.do(people.set_emails, 99, ()),
    lambda desk: desk.do(people.archive, [99]), lambda desk: desk.do(people.set_rhythm, 99, 7),
], ids=range(6))  # fmt: skip
def test_somebody_who_is_not_there_is_not_found(desk: Desk, ask: object) -> None:
    with pytest.raises(errors.NotFound):
        ask(desk)  # type: ignore[operator]


def test_topics_and_groups_are_one_whatever_their_spelling(desk: Desk) -> None:
    first, other = add_person(desk, "Ada", topics=("Looms",)), add_person(desk, "Bo")
    desk.do(people.set_topics, other, ["LOOMS", "looms ", ""])
    desk.do(people.set_groups, first, ["Mentors"])
    desk.do(people.set_groups, other, ["mentors"])
    assert desk.ask(people.person, other).topics == ("Looms",)
    assert desk.ask(people.topic_names) == ("Looms",)
    assert [(group.name, group.people) for group in desk.ask(people.groups)] == [("Mentors", 2)]


def test_setting_the_same_list_again_is_no_step(desk: Desk) -> None:
    id_ = add_person(desk, emails=(Email("a@b.org"), Email("c@d.org")))
    assert not desk.do(people.set_emails, id_, [Email("a@b.org"), Email(" c@d.org ")]).changes
    assert desk.do(people.set_emails, id_, [Email("c@d.org"), Email("a@b.org")]).changes
    assert [mail.address for mail in desk.ask(people.person, id_).emails] == ["c@d.org", "a@b.org"]


def test_profiles_are_read_from_what_was_pasted(desk: Desk) -> None:
    id_ = add_person(desk)
    desk.do(people.set_profiles, id_, ["https://orcid.org/0000-0002-1825-0097", " "])
    assert [page.kind for page in desk.ask(people.person, id_).profiles] == ["orcid"]
    with pytest.raises(errors.Refused):
        desk.do(people.set_profiles, id_, ["javascript:alert(1)"])


def test_places_of_work_come_and_go(desk: Desk) -> None:
    id_ = add_person(desk)
    desk.do(people.set_affiliation, id_, Affiliation("Uni Lund", "student", start_on="2015", end_on="2019-06"))
    desk.do(people.set_affiliation, id_, Affiliation("ETH Zürich", "postdoc"))
    works = desk.ask(people.person, id_).affiliations
    assert [work.organisation for work in works] == ["ETH Zürich", "Uni Lund"]
    desk.do(people.set_affiliation, id_, Affiliation("eth zurich", "professor", id=works[0].id))
    assert desk.ask(people.organisation_names) == ("ETH Zürich", "Uni Lund")
    desk.do(people.drop_affiliation, id_, works[1].id)
    assert [work.role for work in desk.ask(people.person, id_).affiliations] == ["professor"]
    with pytest.raises(errors.Refused):
        desk.do(people.set_affiliation, id_, Affiliation("Uni Lund", start_on="spring"))


def test_a_tie_shows_from_both_sides_and_never_to_oneself(desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada"), add_person(desk, "Bo")
    desk.do(people.add_tie, Tie(ada, bo, "", "friend"))
    assert [tie.other_name for tie in desk.ask(people.person, ada).ties] == ["Bo"]
    assert [tie.other_name for tie in desk.ask(people.person, bo).ties] == ["Ada"]
    with pytest.raises(errors.Refused):
        desk.do(people.add_tie, Tie(ada, ada, "", "friend"))


def test_standing_goes_there_and_back(desk: Desk) -> None:
    ada, unmet = add_person(desk, "Ada"), add_person(desk, "Bo", known=False)
    assert desk.ask(people.person, unmet).standing is Standing.NOT_MET
    for act, standing in ((people.archive, Standing.ARCHIVED), (people.let_go, Standing.LET_GO)):
        desk.do(act, [ada, unmet])
        assert desk.ask(people.count, standing) == 2
        assert desk.ask(people.count) == 0
        desk.do(people.bring_back, [ada, unmet])
    assert desk.ask(people.person, ada).standing is Standing.ACTIVE
    assert desk.ask(people.person, unmet).standing is Standing.NOT_MET
    assert desk.undo().label == "Brought back 2 people"


def test_a_picture_is_kept_and_taken_away(desk: Desk) -> None:
    id_ = add_person(desk)
    desk.do(photos.set_photo, id_, b"\x89PNG\x00")
    assert desk.ask(photos.photo, id_) == b"\x89PNG\x00"
    assert desk.ask(people.person, id_).has_photo
    desk.do(photos.set_photo, id_, None)
    assert desk.ask(photos.photo, id_) is None


def names(desk: Desk, chosen: PeopleFilter) -> list[str]:
    ids = desk.ask(people.listed, chosen)
    rows = desk.ask(people.rows, ids)
    return [rows[id_].name for id_ in ids]


def test_lists_are_sorted_as_asked(desk: Desk) -> None:
    for name, days, rhythm in (("Åsa Berg", 3, 100), ("Bo Åberg", 1, None), ("Cy Abel", 2, 21)):
        add_moment(desk, add_person(desk, name, rhythm_days=rhythm), on=days_ago(days))
    assert names(desk, PeopleFilter(order=Order.RECENT)) == ["Bo Åberg", "Cy Abel", "Åsa Berg"]
    assert names(desk, PeopleFilter(order=Order.NAME)) == ["Cy Abel", "Bo Åberg", "Åsa Berg"]
    assert names(desk, PeopleFilter(order=Order.NEXT)) == ["Cy Abel", "Åsa Berg", "Bo Åberg"]
    assert names(desk, PeopleFilter(order=Order.ADDED)) == ["Cy Abel", "Bo Åberg", "Åsa Berg"]


def test_lists_are_filtered_by_words_and_groups(desk: Desk) -> None:
    add_person(desk, "Ada", groups=("Mentors",), notes="bees")
    add_person(desk, "Bo", groups=("Cohort",), notes="bees")
    add_person(desk, "Cy", groups=("Mentors", "Cohort"))
    mentors, cohort = (
        group.id for group in sorted(desk.ask(people.groups), key=lambda group: group.name, reverse=True)
    )
    assert names(desk, PeopleFilter(words="bees", order=Order.NAME)) == ["Ada", "Bo"]
    assert names(desk, PeopleFilter(groups=frozenset({mentors}), order=Order.NAME)) == ["Ada", "Cy"]
    assert names(desk, PeopleFilter(groups=frozenset({mentors, cohort}), order=Order.NAME)) == ["Ada", "Bo", "Cy"]
    assert names(desk, PeopleFilter(words="bees", groups=frozenset({cohort}))) == ["Bo"]


def test_very_many_rows_are_read_at_once(desk: Desk) -> None:
    id_ = add_person(desk)
    assert set(desk.ask(people.rows, range(1, 50_000))) == {id_}


def test_a_page_tells_all_about_somebody(desk: Desk) -> None:
    id_ = add_person(desk)
    for day in range(45):
        add_moment(desk, id_, on=days_ago(day))
    page = desk.ask(people.page_of, id_)
    assert (len(page.moments), page.moment_count) == (40, 45)
    assert page.moments[0].on == days_ago(0)
