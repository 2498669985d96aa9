"""Lists of people kept under a name."""

from __future__ import annotations

import pytest

from hallway.domain.errors import NotFound, Refused
from hallway.domain.people import Order, Standing
from hallway.usecases import people, views
from hallway.usecases.desk import Desk
from hallway.usecases.people import PeopleFilter
from hallway.usecases.views import Condition
from tests.makers import add_person

QUIET = PeopleFilter(words="gh", order=Order.NAME, conditions=(Condition("touch", "never"),))


def names(desk: Desk) -> list[str]:
    """The saved views by name."""
    return [view.name for view in desk.ask(views.saved)]


def test_a_view_shows_what_it_was_saved_with_and_undo_forgets_it(desk: Desk) -> None:
    done = desk.do(views.save, "  Quiet   ones ", QUIET)
    assert done.changes.label == "Saved the view Quiet ones"
    assert desk.ask(views.saved) == (views.SavedView(done.value, "Quiet ones", QUIET),)
    desk.undo()
    assert names(desk) == []
    desk.redo()
    assert names(desk) == ["Quiet ones"]


def test_views_stand_in_the_order_they_were_saved(desk: Desk) -> None:
    for name in ("Zurich", "Aarhus", "Mons"):
        desk.do(views.save, name, QUIET)
    desk.do(views.remove, desk.ask(views.saved)[0].id)
    desk.do(views.save, "Bergen", QUIET)
    assert names(desk) == ["Aarhus", "Mons", "Bergen"]


def test_saving_under_a_name_there_is_changes_that_view(desk: Desk) -> None:
    first = desk.do(views.save, "Quiet", QUIET).value
    again = desk.do(views.save, "QUIET", PeopleFilter(Standing.ARCHIVED))
    assert (again.value, again.changes.label) == (first, "Changed the view Quiet")
    assert desk.ask(views.saved)[0].chosen.standing is Standing.ARCHIVED
    desk.undo()
    assert desk.ask(views.saved)[0].chosen == QUIET


def test_a_view_is_renamed_and_deleted_and_both_can_be_taken_back(desk: Desk) -> None:
    view = desk.do(views.save, "Quiet", QUIET).value
    assert desk.do(views.rename, view, "Silent").changes.label == "Renamed the view Quiet to Silent"
    assert desk.do(views.remove, view).changes.label == "Deleted the view Silent"
    assert names(desk) == []
    desk.undo()
    assert names(desk) == ["Silent"]
    desk.undo()
    assert names(desk) == ["Quiet"]


def test_renaming_keeps_what_a_newer_hallway_wrote(desk: Desk) -> None:
    view = desk.do(views.save, "Quiet", QUIET).value
    desk.do(lambda step: step.execute("""UPDATE saved_view SET chosen = '{"hue": "green"}'"""))
    desk.do(views.rename, view, "Silent")
    assert desk.ask(lambda look: look.value("SELECT chosen FROM saved_view")) == '{"hue": "green"}'


def test_a_name_is_needed_and_nobody_elses(desk: Desk) -> None:
    first = desk.do(views.save, "Quiet", QUIET).value
    other = desk.do(views.save, "Loud", QUIET).value
    with pytest.raises(Refused, match="needs a name"):
        desk.do(views.save, "  ", QUIET)
    with pytest.raises(Refused, match="already"):
        desk.do(views.rename, other, "quiet")
    desk.do(views.rename, first, "QUIET")
    assert names(desk) == ["QUIET", "Loud"]
    with pytest.raises(NotFound):
        desk.do(views.remove, 99)


def test_counts_are_what_the_lists_hold(desk: Desk) -> None:
    ada = add_person(desk, "Ada", topics=("sleep",))
    add_person(desk, "Bela", topics=("sleep",))
    desk.do(people.archive, [ada])
    sleep = (Condition("topic", "is", dict(desk.ask(views.names, "topic"))["sleep"]),)
    chosen = (PeopleFilter(), PeopleFilter(Standing.ARCHIVED, conditions=sleep), PeopleFilter(words="nobody"))
    assert desk.ask(views.counts, chosen) == (1, 1, 0)
    assert desk.ask(views.counts, chosen) == tuple(len(desk.ask(people.listed, one)) for one in chosen)


def test_a_condition_says_the_name_of_today_and_nothing_for_what_is_gone(desk: Desk) -> None:
    add_person(desk, "Ada", topics=("sleep",))
    topic = Condition("topic", "is", dict(desk.ask(views.names, "topic"))["sleep"])
    desk.do(lambda step: step.execute("UPDATE topic SET name = 'rest', folded = 'rest'"))
    asked = (topic, Condition("topic", "is", 99), Condition("place", "of work", "Oslo"))
    assert desk.ask(views.names_of, asked) == ("rest", "", "Oslo")


def test_the_order_of_conditions_and_of_people_makes_no_other_view() -> None:
    one, other = Condition("touch", "never"), Condition("rhythm", "any")
    first = PeopleFilter(conditions=(one, other))
    assert views.is_same(first, PeopleFilter(words=" ", order=Order.NAME, conditions=(other, one)))
    assert not views.is_same(first, PeopleFilter(conditions=(one,)))
