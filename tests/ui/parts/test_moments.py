"""What happened, as words and as rows: headings, who is named, and where the keyboard goes."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from hallway.domain.interactions import Interaction, Kind, Participant
from hallway.ui.frame.actions import Catalogue
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Navigator
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts import moment_words
from hallway.ui.parts.log_panel import LogPanel
from hallway.ui.parts.moments import MomentList
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import TODAY, add_event, add_moment, add_person, days_ago

NAMES = ("Ada", "Bo", "Chen", "Dora", "Eve")


def moment(kind: Kind = Kind.CONVERSATION, people: int = 1, minutes: int | None = None, event: str = "") -> Interaction:
    everybody = tuple(Participant(at, name) for at, name in enumerate(NAMES[:people]))
    return Interaction(1, TODAY, kind, "", people=everybody, minutes=minutes, event=event)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (moment(), "Conversation with Ada"),
        (moment(people=2), "Conversation with Ada and Bo"),
        (moment(people=3), "Conversation with Ada, Bo and Chen"),
        (moment(people=5), "Conversation with Ada, Bo, Chen and 2 more"),
        (moment(Kind.MET, event="CityClim"), "Met Ada at CityClim"),
        (moment(Kind.CALL, 2, 50), "Call with Ada and Bo, 50 minutes"),
        (moment(Kind.INTRODUCTION_REQUEST), "Asked Ada for an introduction"),
        (moment(Kind.GIFT_OF_TIME, event="{names}"), "Gave time to Ada at {names}"),
    ],
)
def test_a_moment_in_one_sentence(said: Interaction, words: str) -> None:
    assert moment_words.sentence(said) == words


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_names_the_person_in_semibold(kind: Kind) -> None:
    assert [part.text for part in moment_words.parts(moment(kind)) if part.role == "strong"] == ["Ada"]


def test_a_name_may_look_like_a_pattern() -> None:
    strange = Interaction(1, TODAY, Kind.MET, "", people=(Participant(1, "{kind} {names} <b>"),))
    assert moment_words.sentence(strange) == "Met {kind} {names} <b>"


def test_on_a_persons_page_only_the_others_are_named() -> None:
    said = "".join(part.text for part in moment_words.about_person(moment(people=3), 0))
    assert said == "Conversation, with Bo and Chen"
    assert "Ada" not in "".join(part.text for part in moment_words.about_person(moment(), 0))


@pytest.fixture
def moments(qtbot: QtBot, desk: Desk) -> MomentList:
    """A person's moments: two this month, one in spring, two of earlier years; one of them with somebody else."""
    ada, bo = add_person(desk, "Ada Lovelace"), add_person(desk, "Bo Ek")
    add_moment(desk, ada, summary="today")
    add_moment(desk, ada, bo, on=days_ago(3), summary="both", event_id=add_event(desk, "Looms", start_on=days_ago(3)))
    add_moment(desk, ada, on=date(2026, 3, 2), summary="spring")
    add_moment(desk, ada, on=date(2025, 11, 2), summary="autumn")
    add_moment(desk, ada, on=date(2025, 2, 2), summary="winter")
    add_moment(desk, bo, summary="without Ada")
    window = QMainWindow()
    frame = Frame(Bridge(desk), Navigator(), Catalogue(window))
    made = MomentList(frame, window)
    frame.bridge.changed.connect(made.refresh)
    made.show_filter(TimelineFilter(person_id=ada))
    window.setCentralWidget(made)
    window.resize(700, 600)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.setFocus()
    return made


def rows(moments: MomentList) -> list[str]:
    entries = [moments.model.entry(row) for row in range(moments.model.rowCount())]
    return [one.moment.summary if one.moment else f"# {one.heading}" for one in entries]


def chosen(moments: MomentList) -> str:
    found = moments.current()
    return found.summary if found else ""


def test_months_of_this_year_and_years_before(moments: MomentList) -> None:
    assert rows(moments) == ["# June 2026", "today", "both", "# March 2026", "spring", "# 2025", "autumn", "winter"]


def test_only_moments_of_one_group_are_joined(moments: MomentList) -> None:
    joined = [moments.model.entry(row).joined for row in range(moments.model.rowCount())]
    assert joined == [False, True, False, False, False, False, True, False]


def test_enter_opens_somebody_else_or_changes(qtbot: QtBot, moments: MomentList) -> None:
    opened: list[int] = []
    moments.opened.connect(opened.append)
    qtbot.keyClick(moments.view, Qt.Key.Key_Down)
    qtbot.keyClick(moments.view, Qt.Key.Key_Return)
    assert (chosen(moments), opened) == ("both", [2])
    qtbot.keyClick(moments.view, Qt.Key.Key_Up)
    qtbot.keyClick(moments.view, Qt.Key.Key_Return)
    panel = moments.window().findChild(LogPanel)
    assert panel is not None and panel.words.text() == "today"
    panel.close_panel()


@pytest.mark.parametrize(
    ("downs", "before", "after"), [(0, "today", "both"), (2, "spring", "autumn"), (9, "winter", "autumn")]
)
def test_after_delete_the_keyboard_stays_near(
    qtbot: QtBot, moments: MomentList, downs: int, before: str, after: str
) -> None:
    for _ in range(downs):
        qtbot.keyClick(moments.view, Qt.Key.Key_Down)
    assert chosen(moments) == before
    qtbot.keyClick(moments.view, Qt.Key.Key_Delete)
    assert before not in rows(moments)
    assert chosen(moments) == after
    assert moments.view.hasFocus()


def test_letters_of_the_window_are_not_swallowed(qtbot: QtBot, moments: MomentList) -> None:
    qtbot.keyClick(moments.view, Qt.Key.Key_S)
    assert chosen(moments) == "today"


def test_the_model_keeps_qts_rules(moments: MomentList) -> None:
    tester = QAbstractItemModelTester(moments.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    moments.show_filter(TimelineFilter(words="nothing like it"))
    assert moments.current() is None
    moments.show_filter(TimelineFilter())
    assert "without Ada" in rows(moments)
    tester.deleteLater()
