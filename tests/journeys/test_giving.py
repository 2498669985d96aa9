"""An alumna's news, the opening she mentions, who would want it, a letter: all on the right days, all taken back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.domain.letters import Next
from hallway.domain.opportunities import TOLD_ME
from hallway.domain.sharing import GIVEN
from hallway.domain.today import CONGRATULATE
from hallway.ui.opportunities.form import OpportunityForm
from hallway.ui.opportunities.letter_panel import NewLetter
from hallway.ui.opportunities.letters import Letters
from hallway.ui.opportunities.page import OpportunitiesPage
from hallway.ui.opportunities.thing_form import ThingForm
from hallway.ui.opportunities.things import Things
from hallway.ui.parts.message_panel import MessagePanel
from hallway.usecases import achievements, letters, moving, opportunities, people, settings, sharing
from tests.journeys.walk import Walk, walking
from tests.makers import add_person, everything
from tests.ui.house import CONTROL, settle

BEGIN = datetime.fromisoformat("2026-06-15T09:00:00+02:00")
DEADLINE = date(2026, 8, 4)
CALL = "Postdoc in street trees and shade\nMixed-effects models; apply by 4 August. https://example.org/post"
Key = Qt.Key


class Giving(Walk):
    """The walk with the people it is about."""

    noor = samir = greta = 0

    def doors(self) -> OpportunitiesPage:
        page = self.window.page
        assert isinstance(page, OpportunitiesPage)
        return page


@pytest.fixture
def walk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Giving]:
    with walking(Giving, qtbot, qapp, tmp_path, BEGIN) as made:
        desk = made.bridge.desk
        desk.do(settings.set_profile, "name", "Ines Okoye")
        made.noor = add_person(desk, "Noor Haddad", organisation="Ostra University", role="PhD candidate")
        made.samir = add_person(desk, "Samir El-Amrani", topics=("Street trees",))
        made.greta = add_person(desk, "Greta Solheim")
        yield made


def test_from_her_news_to_a_letter_that_came_true(walk: Giving) -> None:
    before = everything(walk.bridge.desk)
    steps = len(walk.bridge.desk.database.rows("SELECT id FROM change"))
    her_news(walk)
    the_opening(walk)
    who_would_want_it(walk)
    a_letter(walk)
    done = len(walk.bridge.desk.database.rows("SELECT id FROM change")) - steps
    for _ in range(done):
        walk.bridge.desk.undo()
    assert everything(walk.bridge.desk) == before, "every step of two months is taken back"


def her_news(walk: Giving) -> None:
    """She moved on; that is news to congratulate on, for thirty days and not longer."""
    walk.bridge.do(moving.moved, walk.noor, "City of Valmora", "Data officer")
    works = walk.bridge.ask(people.person, walk.noor).affiliations
    assert [work.is_current for work in works].count(True) == 1 and len(works) == 2, "both places are kept"
    walk.day(1)
    assert [item.person for item in walk.due(CONGRATULATE)] == ["Noor Haddad"]
    assert walk.do_on_today(CONGRATULATE) == "Noor Haddad"
    assert not walk.due(CONGRATULATE)
    assert walk.bridge.ask(achievements.of_person, walk.noor)


def the_opening(walk: Giving) -> None:
    """She mentions a post, and is written down as who told."""
    walk.keys(Key.Key_J, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    form = walk.window.overlay()
    assert isinstance(form, OpportunityForm)
    form.title_field.setText("Postdoc in street trees")
    form.told.set_people([walk.noor])
    form.deadline.set_day(DEADLINE)
    walk.keys(Key.Key_Return, CONTROL)
    (door,) = walk.bridge.ask(opportunities.of_person, walk.noor)
    assert [(part.person_id, part.part) for part in door.people] == [(walk.noor, TOLD_ME)]


def who_would_want_it(walk: Giving) -> None:
    """It is not for her, but for a labmate: found with a reason, written to, kept as a favour."""
    walk.keys(Key.Key_W, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    form = walk.window.overlay()
    assert isinstance(form, ThingForm)
    form.text.insertPlainText(CALL)
    walk.keys(Key.Key_Return, CONTROL)
    view = walk.doors().shown()
    assert isinstance(view, Things)
    first = view.panel.rows[0]
    assert first.name.text() == "Samir El-Amrani"
    walk.on(first.write)
    message = walk.window.overlay()
    assert isinstance(message, MessagePanel) and "It is about Street trees." in message.note.text()
    walk.keys(Key.Key_Return, CONTROL)
    (favour,) = walk.bridge.ask(sharing.favours_with, walk.samir)
    assert (favour.direction, favour.kind) == (GIVEN, "job opening")


def a_letter(walk: Giving) -> None:
    """Asked six weeks ahead, materials at two, reminded at one week and two days, thanked, told how it went."""
    walk.palette("add a letter")
    form = walk.window.overlay()
    assert isinstance(form, NewLetter)
    form.purpose.setText("the postdoc in street trees")
    form.writer.set_people([walk.greta])
    form.deadline.set_day(DEADLINE)
    walk.keys(Key.Key_Return, CONTROL)
    kinds = tuple(str(what) for what in Next)
    on_its_day(walk, date(2026, 6, 23), Next.ASK)
    view = letters_of(walk)
    walk.on(view.panel.write)
    message = walk.window.overlay()
    assert isinstance(message, MessagePanel) and "for the postdoc in street trees?" in message.note.text()
    walk.keys(Key.Key_Return, CONTROL)
    assert not walk.due(*kinds)
    on_its_day(walk, date(2026, 7, 21), Next.MATERIALS)
    walk.do_on_today(Next.MATERIALS)
    on_its_day(walk, date(2026, 7, 28), Next.REMIND)
    walk.do_on_today(Next.REMIND)
    on_its_day(walk, date(2026, 8, 2), Next.REMIND)
    walk.do_on_today(Next.REMIND)
    (letter,) = walk.bridge.ask(letters.listed)
    walk.bridge.do(letters.sent, letter.id, letter.addressees[0].id, walk.clock.moment.date())
    on_its_day(walk, date(2026, 8, 3), Next.THANK)
    walk.do_on_today(Next.THANK)
    assert not walk.due(*kinds)
    view = letters_of(walk)
    view.panel.outcome.setFocus()
    walk.write("They took me")
    walk.keys(Key.Key_Return)
    walk.go("today")
    assert [item.person for item in walk.due(Next.TELL)] == ["Greta Solheim"]
    walk.do_on_today(Next.TELL)
    assert not walk.due(*kinds)


def letters_of(walk: Giving) -> Letters:
    walk.go("opportunities", "letters")
    view = walk.doors().shown()
    assert isinstance(view, Letters)
    settle()
    return view


def on_its_day(walk: Giving, day: date, what: Next) -> None:
    """It is for that day, and not for the one before."""
    walk.day((day - walk.clock.moment.date()).days - 1)
    assert not walk.due(str(what)), "a day too early"
    walk.day(1)
    assert [item.kind for item in walk.due(str(what))] == [str(what)]
