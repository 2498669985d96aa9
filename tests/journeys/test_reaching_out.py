"""From a name on a paper to news four months later, in the window, by keys, each thing on its day."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hallway.domain.introductions import State as Introduced
from hallway.domain.outreach import State
from hallway.domain.records import Profile
from hallway.domain.today import INFORM, INTRODUCER, REFERRER, TALK_TODAY, TALK_TOMORROW, THANKS, Item
from hallway.store.database import open_database
from hallway.ui.frame.places import Place
from hallway.ui.outreach.finding_panel import FindingPanel
from hallway.ui.outreach.introduction_form import IntroductionForm
from hallway.ui.outreach.introductions import Introductions
from hallway.ui.outreach.meeting_form import MeetingForm
from hallway.ui.outreach.page import OutreachPage
from hallway.ui.parts.message_panel import MessagePanel
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.ui.today.page import TodayPage
from hallway.usecases import introductions, outreach, paths, people, settings, today
from hallway.usecases.desk import Desk
from tests.makers import MovingClock, add_person
from tests.ui.house import CONTROL, open_window, press, settle

BEGIN = datetime.fromisoformat("2026-06-15T09:00:00+02:00")
Key = Qt.Key
PAPERS = """
@article{nwosu2023,
  author    = {Nwosu, Adaeze and Mthembu, Zanele and others},
  author+an = {1:orcid="0000-0002-1825-0097"},
  title     = {Heat and mortality in {S{\\~a}o} {T}om{\\'e}},
  year      = {2025}
}
"""

class Walk:
    """The window, its clock, and the two people."""

    def __init__(self, qtbot: QtBot, window: Window, clock: MovingClock, adaeze: int, papers: Path) -> None:
        self.qtbot, self.window, self.clock, self.papers = qtbot, window, clock, papers
        self.adaeze, self.zanele = adaeze, 0
        self.bridge = window.frame.bridge

    def keys(self, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.qtbot, self.window, key, held)

    def write(self, words: str) -> None:
        field = self.window.focusWidget()
        assert field is not None
        self.qtbot.keyClicks(field, words)

    def on(self, widget: QWidget) -> None:
        """Come to a control and press it, by keyboard."""
        assert widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.keys(Key.Key_Space)

    def palette(self, words: str) -> None:
        self.keys(Key.Key_K, CONTROL)
        self.write(words)
        settle()
        self.keys(Key.Key_Return)

    def day(self, days: int) -> None:
        """It is so many days later; whatever is in view looks again."""
        self.clock.moment += timedelta(days=days)
        self.window.frame.navigator.go(Place("timeline"))
        self.window.frame.navigator.go(Place("today"))
        settle()

    def due(self, *kinds: str) -> list[Item]:
        return [item for item in self.bridge.ask(today.due) if item.kind in kinds]

    def do_on_today(self, *kinds: str) -> str:
        """Press D on the only thing of these kinds; returns whom it was about."""
        page = self.window.page
        assert isinstance(page, TodayPage)
        page.more_fold.row.setFocus()
        if page.more_fold.isVisible():
            self.keys(Key.Key_Right)
        (row,) = [row for row in (*page.items.rows, *page.more.rows) if row.item.kind in kinds]
        row.setFocus()
        self.keys(Key.Key_D)
        return row.item.person

    def approach(self) -> outreach.Page:
        (one,) = self.bridge.ask(outreach.of_person, self.zanele)
        return self.bridge.ask(outreach.page_of, one.id)

    def outreach(self) -> OutreachPage:
        page = self.window.page
        assert isinstance(page, OutreachPage)
        return page


@pytest.fixture
def walk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Walk]:
    theme.apply(qapp, "light")
    theme.choose_motion(False)
    clock = MovingClock(BEGIN)
    desk = Desk(open_database(tmp_path / "hallway.db"), clock, "test")
    desk.do(settings.set_profile, "name", "Ines Okoye")
    adaeze = add_person(desk, "Adaeze Nwosu", profiles=(Profile("orcid", "https://orcid.org/0000-0002-1825-0097"),))
    (tmp_path / "papers.bib").write_text(PAPERS, encoding="utf-8")
    window = open_window(qtbot, desk, tmp_path, Place("today"))
    yield Walk(qtbot, window, clock, adaeze, tmp_path / "papers.bib")
    window.close()
    desk.close()


def test_from_a_paper_to_news_four_months_later(walk: Walk) -> None:
    found_among_authors(walk)
    the_way_is_known(walk)
    introduced(walk)
    asked_and_scheduled(walk)
    talked(walk)
    afterwards(walk)


def found_among_authors(walk: Walk) -> None:
    """A stranger of a bibliography, with the co-author one knows as the way in."""
    walk.palette("find whom to reach")
    panel = walk.window.overlay()
    assert isinstance(panel, FindingPanel)
    panel.finding.take_files([walk.papers])
    walk.qtbot.waitUntil(lambda: panel.finding.job is None, timeout=10_000)
    settle()
    row = next(row for row in panel.finding.rows if row.found.name == "Zanele Mthembu")
    assert "Adaeze Nwosu, whom you know, wrote a paper with them in 2025." in row.found.reason
    walk.on(row.box)
    walk.on(panel.plan)
    walk.keys(Key.Key_Escape)
    walk.zanele = walk.bridge.ask(people.named, "Zanele Mthembu")[0]
    one = walk.approach().one
    assert (one.state, one.through) == (State.IDEA, "Adaeze Nwosu")


def the_way_is_known(walk: Walk) -> None:
    """The route goes through the co-author, and says why."""
    route = walk.bridge.ask(paths.routes, walk.bridge.ask(paths.target, "person", walk.zanele))[0]
    assert route.names == ("Adaeze Nwosu", "Zanele Mthembu"), route
    assert "wrote" in route.steps[-1].why.casefold(), route


def introduced(walk: Walk) -> None:
    """Asked for, agreed, introduced; thanks are due a day later and not before."""
    walk.palette("ask for an introduction")
    form = walk.window.overlay()
    assert isinstance(form, IntroductionForm)
    form.fill(walk.zanele, walk.adaeze)
    form.reason.setFocus()
    walk.write("shade and heat at night")
    walk.keys(Key.Key_Return, CONTROL)
    pane = walk.outreach().pane
    assert isinstance(pane, Introductions)
    walk.on(pane.panel.main)  # write the question
    panel = walk.window.overlay()
    assert isinstance(panel, MessagePanel) and panel.personal.hasFocus()
    walk.write("Your paper on nights is why I ask.")
    assert "Would you introduce me to Zanele Mthembu? Your paper on nights is why I ask." in panel.note.text()
    walk.keys(Key.Key_Return, CONTROL)
    walk.on(pane.panel.main)  # they said yes
    walk.on(pane.panel.main)  # they introduced me
    (stood,) = walk.bridge.ask(introductions.everything)
    assert stood.state is Introduced.INTRODUCED
    assert not walk.due(THANKS)
    walk.day(1)
    assert [item.person for item in walk.due(THANKS)] == ["Adaeze Nwosu"]
    assert walk.do_on_today(THANKS) == "Adaeze Nwosu"
    assert not walk.due(THANKS)


def asked_and_scheduled(walk: Walk) -> None:
    """The request has fewer than a hundred words; the answer comes, and a day is set."""
    walk.window.frame.navigator.go(Place("outreach", "one", walk.approach().one.id))
    settle()
    panel = walk.outreach().panel
    walk.on(panel.main)
    message = walk.window.overlay()
    assert isinstance(message, MessagePanel)
    assert "Adaeze Nwosu suggested that I write to you." in message.note.text()
    assert len(message.note.text().split()) < 100
    walk.keys(Key.Key_Return, CONTROL)
    assert walk.approach().state is State.ASKED
    walk.on(panel.beside)  # a date
    form = walk.window.overlay()
    assert isinstance(form, MeetingForm)
    form.day.set_day((walk.clock.moment + timedelta(days=4)).date())
    form.time.setFocus()
    walk.write("15")
    walk.keys(Key.Key_Return, CONTROL)
    assert walk.approach().state is State.SCHEDULED


def talked(walk: Walk) -> None:
    """On Today the day before and on the day; notes, a promise, and somebody they named."""
    walk.day(2)
    assert not walk.due(TALK_TODAY, TALK_TOMORROW)
    walk.day(1)
    assert [item.kind for item in walk.due(TALK_TODAY, TALK_TOMORROW)] == [TALK_TOMORROW]
    walk.day(1)
    assert [item.kind for item in walk.due(TALK_TODAY, TALK_TOMORROW)] == [TALK_TODAY]
    walk.window.frame.navigator.go(Place("outreach", "interview", walk.approach().one.id))
    settle()
    talk = walk.outreach().interview
    assert talk is not None
    walk.on(talk.timer.start)
    talk.rest.setFocus()
    walk.write("Nights matter more than days")
    talk.named.field.setFocus()
    walk.write("Aiko Tanaka")
    walk.keys(Key.Key_Return)
    walk.keys(Key.Key_Escape)
    page = walk.approach()
    assert (page.state, page.one.notes) == (State.TALKED, "Nights matter more than days")
    assert [name for _, name, _ in page.named] == ["Aiko Tanaka"]


def afterwards(walk: Walk) -> None:
    """Thanks within a day, the referrer after a week, news after four months; then there is nothing left."""
    assert not walk.due(THANKS)
    walk.day(1)
    assert walk.do_on_today(THANKS) == "Zanele Mthembu"
    assert walk.approach().state is State.THANKED
    walk.day(5)
    assert not walk.due(REFERRER, INTRODUCER)
    walk.day(1)
    assert walk.do_on_today(REFERRER, INTRODUCER) == "Adaeze Nwosu"
    assert not walk.due(REFERRER, INTRODUCER)
    walk.day(112)
    assert not walk.due(INFORM)
    walk.day(1)
    assert walk.do_on_today(INFORM) == "Zanele Mthembu"
    assert walk.approach().state is State.TOLD
    assert not walk.due(THANKS, REFERRER, INTRODUCER, INFORM)
