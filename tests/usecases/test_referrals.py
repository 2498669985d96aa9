"""Who led the user to whom, as the record tells it: introductions, how one met, referrals, names in talks."""

from __future__ import annotations

from hallway.domain.outreach import Outreach, State
from hallway.domain.referrals import INTRODUCED, NAMED, REFERRED
from hallway.usecases import interviews, introductions, outreach, people, referrals
from hallway.usecases.desk import Desk
from tests.makers import add_person


def test_everything_that_leads_to_somebody_stands_in_the_tree(desk: Desk) -> None:
    ada, bo, cy, di = (add_person(desk, name) for name in ("Ada", "Bo", "Cy", "Di"))
    desk.do(introductions.introduced, desk.do(introductions.ask_for, ada, bo, "Looms").value)
    talk = desk.do(outreach.reach_out, Outreach(cy, reason="Wool", through_id=bo)).value
    desk.do(outreach.move, talk, State.TALKED)
    desk.do(interviews.they_named, talk, di)
    found = desk.ask(referrals.tree)
    (root,) = found.roots
    (one,) = root.branches
    (two,) = one.branches
    (three,) = two.branches
    assert [branch.person_id for branch in (root, one, two, three)] == [ada, bo, cy, di]
    leads = [branch.lead for branch in (one, two, three)]
    assert [lead and (lead.how, lead.reason) for lead in leads] == [
        (INTRODUCED, "Looms"), (REFERRED, "Wool"), (NAMED, "Wool"),
    ]  # fmt: skip
    assert found.people[di].name == "Di"


def test_a_persons_page_tells_the_way_there_and_on(desk: Desk) -> None:
    ada, bo, cy = (add_person(desk, name) for name in ("Ada", "Bo", "Cy"))
    desk.do(people.set_met, bo, None, ada)
    desk.do(people.set_met, cy, None, bo)
    assert desk.ask(referrals.of_person, cy).through == ((ada, "Ada"), (bo, "Bo"))
    assert desk.ask(referrals.of_person, bo) == (((ada, "Ada"),), ((cy, "Cy"),))
    assert desk.ask(referrals.of_person, ada) == ((), ((bo, "Bo"),))
    assert desk.ask(referrals.of_person, add_person(desk, "Di")) == ((), ())


def test_asking_alone_leads_to_nobody(desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada"), add_person(desk, "Bo")
    id_ = desk.do(introductions.ask_for, ada, bo).value
    desk.do(introductions.asked, id_)
    made = desk.do(introductions.start, ada, bo).value
    for _ in range(2):
        desk.do(introductions.asked, made)
        desk.do(introductions.answered, made, yes=True)
    desk.do(introductions.introduced, made)
    assert desk.ask(referrals.tree).roots == (), "nor does bringing others together"


def test_somebody_let_go_is_left_out(desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada"), add_person(desk, "Bo")
    desk.do(people.set_met, bo, None, ada)
    desk.do(people.let_go, [ada])
    assert desk.ask(referrals.tree).roots == () and desk.ask(referrals.of_person, bo) == ((), ())
