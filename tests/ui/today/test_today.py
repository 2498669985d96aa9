"""The page of the day, by keys and clicks: what is shown, what each answer does, and that nothing typed is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from hallway.domain.today import CHECK_IN, PROMISE, WRITTEN
from hallway.ui.frame.places import Place
from hallway.ui.parts.message_panel import MessagePanel
from hallway.ui.theme import theme
from hallway.ui.theme.look import look
from hallway.ui.today.coming_row import ComingRow
from hallway.ui.today.item_menus import ask_another_day, later_days
from hallway.ui.today.words import day_line, week_line, welcome_back
from hallway.usecases import interactions, promises, settings
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import TODAY, add_person, add_promise
from tests.ui.today.stage import Stage, choose, make_stage, show

K = Qt.Key


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """Every link the mail program was asked to open."""
    found: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        found.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def newest(stage: Stage) -> tuple[str, str, str]:
    """Kind, person and words of what was logged last."""
    moment = stage.desk.ask(interactions.timeline, TimelineFilter(), 1)[0]
    return str(moment.kind), moment.people[0].name, moment.summary


# What is shown


def test_it_greets_by_name_and_says_the_day_in_words(stage: Stage) -> None:
    assert stage.page.header.title.text() == "Good morning, Ines"
    assert stage.page.header.subtitle.text() == "Wednesday 17 June. Three small things, about ten minutes in all."
    assert stage.people() == ["Ada Adeyemi", "Bela Bakker", "Chen Chu"]


def test_the_first_thing_is_open_and_has_the_keyboard(stage: Stage) -> None:
    assert [row.is_open for row in stage.page.items.rows] == [True, False, False]
    assert stage.first.hasFocus()
    assert stage.first.accessibleName() == f"{stage.first.item.title}. {stage.first.item.why}"


def test_what_can_wait_has_rows_once_it_is_looked_at(qtbot: QtBot, stage: Stage) -> None:
    assert not stage.page.more_fold.isVisible()
    stage.frame.bridge.do(settings.set_setting, "today.at_most", 1)
    assert stage.page.more_fold.isVisible() and not stage.page.more.rows
    assert "2 more that can wait" in stage.page.more_fold.row.accessibleName()
    qtbot.keyClick(stage.page.more_fold.row, K.Key_Right)
    assert [row.item.person for row in stage.page.more.rows] == ["Bela Bakker", "Chen Chu"]
    assert not any(row.is_open for row in stage.page.more.rows)
    qtbot.keyClick(stage.first, K.Key_D)
    assert stage.people() == ["Bela Bakker"]
    assert [row.item.person for row in stage.page.more.rows] == ["Chen Chu"]


def test_the_side_tells_the_week_and_what_is_coming(qtbot: QtBot, stage: Stage) -> None:
    assert stage.page.week._words.text() == "Reach out to three people. One so far."
    row = stage.page.coming.findChild(ComingRow)
    assert row.accessibleName() == "Looms 2026, 22 Jun, 2 days, Halden"
    qtbot.keyClick(row, K.Key_Return)
    assert stage.went[-1] == Place("events", "event", 1)


def test_done_since_monday_tells_the_first_line_of_each(stage: Stage) -> None:
    texts = [label.text() for label in stage.page.done.findChildren(QWidget) if hasattr(label, "text")]
    assert "Conversation with Ada Adeyemi  Coffee after the session" in texts
    assert not [text for text in texts if "mixed-effects" in text]


def test_a_quiet_day_says_who_comes_next(qtbot: QtBot, stage: Stage) -> None:
    for _ in range(3):
        qtbot.keyClick(stage.first, K.Key_D)
    assert not stage.items() and not stage.page.items.isVisible() and stage.page.calm.isVisible()
    assert stage.page.header.subtitle.text() == "Wednesday 17 June. Nothing asks for you today."
    assert stage.page.calm.words.text() == "Next comes Chen Chu, Friday 17 July, in 4 weeks."
    stage.page.calm.plan.click()
    assert stage.went[-1] == Place("today", "plan")


def test_with_nobody_in_the_plan_it_says_how_people_come_here(qtbot: QtBot, desk: Desk) -> None:
    add_person(desk, "Ada Adeyemi")
    stage = show(qtbot, make_stage(desk))
    assert stage.page.calm.words.text().startswith("Give somebody a rhythm")
    assert not stage.page.calm.plan.isVisible()


# Answers


def test_d_logs_a_promise_kept_and_says_so(qtbot: QtBot, stage: Stage) -> None:
    qtbot.keyClick(stage.first, K.Key_D)
    assert stage.said == ["Done: send the maps"]
    assert newest(stage) == ("message", "Ada Adeyemi", "send the maps")
    assert stage.desk.ask(promises.of_person, 1)[0].state == "kept"
    assert stage.people() == ["Bela Bakker", "Chen Chu"]
    assert stage.first.hasFocus() and stage.first.is_open
    stage.frame.bridge.undo()
    assert stage.people() == ["Ada Adeyemi", "Bela Bakker", "Chen Chu"]


def test_a_check_in_done_with_own_words_keeps_them(qtbot: QtBot, stage: Stage) -> None:
    qtbot.keyClick(stage.first, K.Key_Down)
    qtbot.keyClick(stage.page.items.rows[1], K.Key_Down)
    row = stage.page.items.rows[2]
    assert row.item.kind == CHECK_IN and row.hasFocus()
    qtbot.keyClick(row, K.Key_Return)
    assert [one.is_open for one in stage.page.items.rows] == [False, False, True]
    assert row.draft is not None
    row.draft.note.selectAll()
    qtbot.keyClicks(row.draft.note, "Dear Chen, done n z")
    qtbot.mouseClick(row.draft.finish, Qt.MouseButton.LeftButton)
    assert newest(stage) == ("check-in", "Chen Chu", "Dear Chen, done n z")


def test_a_draft_left_as_it_was_is_not_kept_as_words(qtbot: QtBot, stage: Stage) -> None:
    qtbot.keyClick(stage.page.items.rows[2], K.Key_D)
    assert newest(stage) == ("check-in", "Chen Chu", "")


def test_z_puts_off_to_a_day_from_the_menu(qtbot: QtBot, stage: Stage) -> None:
    qtbot.keyClick(stage.first, K.Key_Z)
    choose(qtbot, stage.first, "Next week, Wednesday 24 June")
    assert stage.people() == ["Bela Bakker", "Chen Chu"]
    assert stage.said == ["Another day: Send the maps, for Ada Adeyemi"]
    rows = stage.desk.database.rows("SELECT kind, until_on FROM decision")
    assert rows == [(PROMISE, "2026-06-24")]


def test_another_day_can_be_said_in_words(qtbot: QtBot, stage: Stage) -> None:
    """The panel itself: a popup right after a menu does not stay open without a screen."""
    put_off: list[date] = []
    popup = ask_another_day(stage.first, TODAY, put_off.append)
    qtbot.keyClicks(popup.panel.field, "in 3 weeks")
    qtbot.keyClick(popup.panel.field, K.Key_Return)
    assert put_off == [date(2026, 7, 8)]


def test_n_lets_a_promise_go(qtbot: QtBot, stage: Stage) -> None:
    qtbot.keyClick(stage.first, K.Key_N)
    assert stage.desk.ask(promises.of_person, 1)[0].state == "let go"
    assert stage.people() == ["Bela Bakker", "Chen Chu"]


def test_letters_do_nothing_with_a_modifier_or_within_the_draft(qtbot: QtBot, stage: Stage) -> None:
    qtbot.keyClick(stage.first, K.Key_D, Qt.KeyboardModifier.AltModifier)
    assert stage.first.draft is not None
    for key in (K.Key_D, K.Key_N, K.Key_Z, K.Key_C, K.Key_Down, K.Key_Up):
        qtbot.keyClick(stage.first.draft.note, key)
    assert len(stage.items()) == 3 and not stage.said


def test_c_copies_the_draft_as_it_stands(qtbot: QtBot, stage: Stage) -> None:
    assert stage.first.draft is not None
    stage.first.draft.note.set_text("My own words")
    qtbot.keyClick(stage.first, K.Key_C)
    assert QGuiApplication.clipboard().text() == "My own words"
    assert len(stage.items()) == 3


def test_m_copies_and_opens_mail_for_who_has_an_address(qtbot: QtBot, stage: Stage, opened: list[QUrl]) -> None:
    assert stage.first.draft is not None and stage.first.draft.send.text() == "Copy and open mail"
    stage.first.draft.note.set_text("Maps & more?\r\nBcc: eve@example.org")
    qtbot.keyClick(stage.first, K.Key_M)
    link = opened[0].toString(QUrl.ComponentFormattingOption.FullyEncoded)
    assert link == "mailto:ada@halden.example?body=Maps%20%26%20more%3F%0D%0ABcc%3A%20eve%40example.org"
    assert QGuiApplication.clipboard().text().startswith("Maps & more?")


def test_w_writes_the_whole_message_and_sent_it_is_done(qtbot: QtBot, stage: Stage) -> None:
    stage.desk.do(settings.set_profile, "name", "Ines Okoye")
    row = next(row for row in stage.page.items.rows if row.item.kind in WRITTEN)
    person, before = row.item.person_id, len(stage.items())
    qtbot.keyClick(row, K.Key_W)
    panel = stage.window.findChild(MessagePanel)
    assert panel is not None and panel.personal.hasFocus()
    text = panel.note.text()
    qtbot.keyClick(panel.note, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.desk.ask(interactions.timeline, TimelineFilter(person_id=person))[0].summary == text
    assert len(stage.items()) == before - 1


def test_without_an_address_it_is_copied_alone(qtbot: QtBot, stage: Stage, opened: list[QUrl]) -> None:
    row = stage.page.items.rows[1]
    qtbot.keyClick(row, K.Key_Return)
    assert row.draft is not None and row.draft.send.text() == "Copy"
    qtbot.mouseClick(row.draft.send, Qt.MouseButton.LeftButton)
    qtbot.keyClick(row, K.Key_M)
    assert not opened and stage.said == ["The draft is copied. Send it from wherever you write."] * 2


def test_without_a_mail_program_that_is_said(qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    qtbot.keyClick(stage.first, K.Key_M)
    assert stage.said[-1].startswith("No mail program answered.")


def test_the_menu_goes_to_the_person(qtbot: QtBot, stage: Stage) -> None:
    qtbot.mouseClick(stage.first._more, Qt.MouseButton.LeftButton)
    choose(qtbot, stage.first, "Go to Ada Adeyemi")
    assert stage.went[-1] == Place("people", "person", 1)


def test_buttons_of_a_closed_row_do_the_same(qtbot: QtBot, stage: Stage) -> None:
    row = stage.page.items.rows[1]
    qtbot.mouseClick(row._clock, Qt.MouseButton.LeftButton)
    choose(qtbot, row, "Tomorrow, Thursday 18 June")
    qtbot.mouseClick(stage.page.items.rows[1]._check, Qt.MouseButton.LeftButton)
    assert stage.people() == ["Ada Adeyemi"]


def test_escape_leads_from_the_draft_to_the_row_and_shuts_it(qtbot: QtBot, stage: Stage) -> None:
    assert stage.first.draft is not None
    stage.first.draft.note.setFocus()
    qtbot.keyClick(stage.first.draft.note, K.Key_Escape)
    assert stage.first.hasFocus() and stage.first.is_open
    qtbot.keyClick(stage.first, K.Key_Escape)
    assert not stage.first.is_open


def test_a_click_beside_the_draft_shuts_nothing(qtbot: QtBot, stage: Stage) -> None:
    assert stage.first.draft is not None
    beside = stage.first.draft.geometry().topLeft() + QPoint(4, 40)
    qtbot.mouseClick(stage.first, Qt.MouseButton.LeftButton, pos=beside)
    assert stage.first.is_open
    qtbot.mouseClick(stage.first, Qt.MouseButton.LeftButton, pos=QPoint(300, 20))
    assert not stage.first.is_open


# What stays


def test_a_draft_survives_changes_elsewhere_and_to_the_thing_itself(qtbot: QtBot, stage: Stage) -> None:
    assert stage.first.draft is not None
    stage.first.draft.note.set_text("Half a sentence")
    qtbot.keyClick(stage.page.items.rows[1], K.Key_N)
    assert stage.first.words() == "Half a sentence"
    promise = next(one for one in stage.desk.ask(promises.of_person, 1))
    reworded = type(promise)(**{name: getattr(promise, name) for name in promise.__slots__} | {"text": "send all maps"})
    stage.frame.bridge.do(promises.change, reworded)
    assert stage.first.item.title == "Send all maps, for Ada Adeyemi"
    assert stage.first.words() == "Half a sentence" and stage.first.is_open


def test_a_finished_row_folds_away_and_is_gone(qtbot: QtBot, stage: Stage) -> None:
    theme.choose_motion(True)
    row = stage.first
    height = row.height()
    qtbot.keyClick(row, K.Key_D)
    assert row not in stage.page.items.rows and row.isVisible() and not row.isEnabled()
    qtbot.waitUntil(lambda: row.maximumHeight() < height)
    qtbot.waitUntil(lambda: not shiboken6.isValid(row), timeout=2_000)
    assert [one.line_above for one in stage.page.items.rows] == [False, True]


def test_the_goal_is_changed_in_place(qtbot: QtBot, stage: Stage) -> None:
    week = stage.page.week
    qtbot.mouseClick(week._change, Qt.MouseButton.LeftButton)
    assert week._field.hasFocus()
    qtbot.keyClicks(week._field, "1")
    qtbot.keyClick(week._field, K.Key_Return)
    assert stage.desk.ask(settings.setting, "week.goal") == 1
    assert week._words.text() == "Reach out to one person. One so far."
    assert not week._field.isVisible() and not stage.said


def test_no_two_controls_have_the_same_name(stage: Stage) -> None:
    stage.page.items.rows[1].set_open(True)
    buttons = [one for one in stage.page.findChildren(QAbstractButton) if one.isVisible()]
    names = [one.accessibleName() or one.text() for one in buttons]
    assert all(names) and len(set(names)) == len(names), sorted(names)


@pytest.mark.parametrize("width", [756, 1076])
def test_it_is_painted_in_both_themes_at_both_widths(qtbot: QtBot, world: Desk, theme_choice: str, width: int) -> None:
    stage = show(qtbot, make_stage(world), width=width)
    assert not stage.window.grab().isNull()
    assert (stage.page._side.y() > 0) == (width < 960)
    theme.choose_base(19)
    try:
        QApplication.processEvents()
        assert stage.page.items.width() <= stage.page.width() and look.base_px > 13
    finally:
        theme.choose_base(13)


def test_thirty_and_more_waiting_stay_quick_and_few(qtbot: QtBot, world: Desk) -> None:
    for count in range(60):
        add_promise(world, 1, f"thing {count}", due_on=TODAY)
    stage = show(qtbot, make_stage(world))
    assert len(stage.items()) == 4 and not stage.page.more.rows
    stage.page.more_fold.set_open(True)
    assert len(stage.page.more.rows) == 30


# Words


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 6, 22), ["Tomorrow, Tuesday 23 June", "Thursday 25 June", "Next week, Monday 29 June"]),
        (date(2026, 6, 24), ["Tomorrow, Thursday 25 June", "Next week, Wednesday 1 July"]),
        (date(2026, 6, 25), ["Tomorrow, Friday 26 June", "Thursday 2 July"]),
    ],
)
def test_other_days_are_offered_once_and_in_order(today: date, words: list[str]) -> None:
    offered = later_days(today)
    assert [said for said, _ in offered[:-1]] == words
    assert offered[-1][1] == today + timedelta(days=30)
    assert [day for _, day in offered] == sorted({day for _, day in offered}) and offered[0][1] > today


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "Nothing asks for you"),
        (1, "One small thing, about five minutes"),
        (8, "Eight small things, about 30 minutes"),
    ],
)
def test_the_day_says_how_much_it_is(count: int, words: str) -> None:
    assert words in day_line(TODAY, count)


def test_the_week_says_only_what_was_done() -> None:
    assert week_line(3, 0) == "Reach out to three people."
    assert week_line(3, 5) == "Reach out to three people. Five so far."


@pytest.mark.parametrize(("days", "welcomed"), [(0, False), (13, False), (14, True), (400, True)])
def test_whoever_was_away_is_welcomed_and_nothing_is_counted(days: int, welcomed: bool) -> None:
    words = welcome_back(days)
    assert bool(words) is welcomed and not any(letter.isdigit() for letter in words)
