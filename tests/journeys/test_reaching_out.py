"""From a name on a paper to news four months later, in the window, by keys, each thing on its day."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.domain.introductions import State as Introduced
from hallway.domain.outreach import State
from hallway.domain.records import Profile
from hallway.domain.today import INFORM, INTRODUCER, REFERRER, TALK_TODAY, TALK_TOMORROW, THANKS
from hallway.ui.frame.places import Place
from hallway.ui.outreach.finding_panel import FindingPanel
from hallway.ui.outreach.introduction_form import IntroductionForm
from hallway.ui.outreach.introductions import Introductions
from hallway.ui.outreach.meeting_form import MeetingForm
from hallway.ui.outreach.page import OutreachPage
from hallway.ui.parts.message_panel import MessagePanel
from hallway.usecases import introductions, outreach, paths, people, settings
from tests.journeys.walk import Walk, walking
from tests.makers import add_person
from tests.ui.house import CONTROL, settle

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

class Reaching(Walk):
    """The walk with the two people it is about, and the file of papers."""

    adaeze = zanele = 0
    papers = Path()

    def approach(self) -> outreach.Page:
        (one,) = self.bridge.ask(outreach.of_person, self.zanele)
        return self.bridge.ask(outreach.page_of, one.id)

    def outreach(self) -> OutreachPage:
        page = self.window.page
        assert isinstance(page, OutreachPage)
        return page


@pytest.fixture
def walk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Reaching]:
    with walking(Reaching, qtbot, qapp, tmp_path, BEGIN) as made:
        made.bridge.do_quietly(settings.set_profile, "name", "Ines Okoye")
        orcid = Profile("orcid", "https://orcid.org/0000-0002-1825-0097")
        made.adaeze = add_person(made.bridge.desk, "Adaeze Nwosu", profiles=(orcid,))
        made.papers = tmp_path / "papers.bib"
        made.papers.write_text(PAPERS, encoding="utf-8")
        yield made


def test_from_a_paper_to_news_four_months_later(walk: Reaching) -> None:
    found_among_authors(walk)
    the_way_is_known(walk)
    introduced(walk)
    asked_and_scheduled(walk)
    talked(walk)
    afterwards(walk)


def found_among_authors(walk: Reaching) -> None:
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


def the_way_is_known(walk: Reaching) -> None:
    """The route goes through the co-author, and says why."""
    route = walk.bridge.ask(paths.routes, walk.bridge.ask(paths.target, "person", walk.zanele))[0]
    assert route.names == ("Adaeze Nwosu", "Zanele Mthembu"), route
    assert "wrote" in route.steps[-1].why.casefold(), route


def introduced(walk: Reaching) -> None:
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


def asked_and_scheduled(walk: Reaching) -> None:
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


def talked(walk: Reaching) -> None:
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


def afterwards(walk: Reaching) -> None:
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
