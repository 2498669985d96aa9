"""The weeks ahead as a calendar, by keys and with the mouse: the same check-ins as in the list."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from hallway.domain.days_off import DayOff
from hallway.ui.frame.places import Place
from hallway.ui.today.days_off_panel import DaysOffPanel, open_days_off
from hallway.ui.today.plan_calendar import PlanCalendar
from hallway.usecases import days_off, people, planning, settings
from tests.makers import TODAY, add_person, days_ago
from tests.ui.today.stage import Stage, make_stage, show
from tests.usecases.test_days_off import calendar as calendar_file

K, CONTROL, LEFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def weeks(ahead: Stage) -> PlanCalendar:
    """The calendar with the keyboard on the first person: Chen Chu, today and a month later."""
    plan = ahead.page.plan
    plan.twins.choose("calendar")
    plan.focus_first()
    assert plan.calendar is not None and plan.calendar.hasFocus()
    return plan.calendar


def chip(weeks: PlanCalendar, day: date, row: int = 0) -> QPoint:
    """Where on the screen of the calendar a name lies."""
    box = weeks.weeks.find(day)
    assert box is not None
    return weeks._on_screen(box.chips[row].box).center().toPoint()


def place(weeks: PlanCalendar, day: date) -> QPoint:
    """Where a day lies, below whatever is on it."""
    box = weeks.weeks.find(day)
    assert box is not None
    return (weeks._on_screen(box.box).bottomLeft() + QPointF(12, -5)).toPoint()


def test_it_has_what_the_list_has_and_is_remembered(weeks: PlanCalendar, ahead: Stage) -> None:
    plan = ahead.page.plan
    listed = [(entry.person_id, entry.on) for entry in plan.list.plan.entries if entry.person_id]
    shown = [
        (one.entry.person_id, one.entry.on) for week in weeks.weeks.weeks for day in week.days for one in day.chips
    ]
    assert shown == listed and len(listed) > 1
    assert [week.load for week in weeks.weeks.weeks if week.load] == ["1 of 3"] * len(listed)
    assert ahead.frame.preferences.plan_as == "calendar" and plan.list.isHidden()
    plan.twins.choose("list")
    assert weeks.isHidden() and plan.list.isVisible() and ahead.frame.preferences.plan_as == "list"


def test_arrows_walk_days_and_people_and_enter_opens(qtbot: QtBot, weeks: PlanCalendar, ahead: Stage) -> None:
    add_person(ahead.desk, "Dilys Dahl", rhythm_days=30, met_on=str(days_ago(31)))
    ahead.page.plan.show_plan()
    assert weeks.said() == "Chen Chu, Wednesday 17 June, today"
    for key, said in (
        (K.Key_Right, "Dilys Dahl, Thursday 18 June, tomorrow"), (K.Key_Right, "Friday 19 June, nobody"),
        (K.Key_Down, "Friday 26 June, nobody"), (K.Key_Up, "Friday 19 June, nobody"),
        (K.Key_Home, "Monday 15 June, nobody"), (K.Key_Left, "Monday 15 June, nobody"),
        (K.Key_PageDown, "Monday 13 July, nobody"), (K.Key_End, "Sunday 19 July, nobody"),
    ):  # fmt: skip
        qtbot.keyClick(weeks, key)
        assert weeks.said() == said
    qtbot.keyClick(weeks, K.Key_Home, CONTROL)
    assert weeks.said().startswith("Chen Chu, Wednesday 17 June")
    qtbot.keyClick(weeks, K.Key_Return)
    assert ahead.went[-1] == Place("people", "person", 3)


def test_up_and_down_walk_through_a_full_day(qtbot: QtBot, weeks: PlanCalendar, ahead: Stage) -> None:
    for name in ("Dilys Dahl", "Enid Ek"):
        ahead.desk.do(people.fix_check_in, add_person(ahead.desk, name, rhythm_days=90), TODAY)
    ahead.page.plan.show_plan()
    names = []
    for key in (K.Key_Down, K.Key_Down, K.Key_Down, K.Key_Up, K.Key_Up):
        entry = weeks.current()
        names.append(entry.words if entry else "")
        qtbot.keyClick(weeks, key)
    assert len(set(names[:3])) == 3 and names[3] == "" and names[4] == names[2]


def test_control_and_arrows_move_a_check_in_by_day_and_week(qtbot: QtBot, weeks: PlanCalendar, ahead: Stage) -> None:
    qtbot.keyClick(weeks, K.Key_Right, CONTROL)
    assert weeks.said() == "Chen Chu, Thursday 18 June, tomorrow, fixed by you"
    qtbot.keyClick(weeks, K.Key_Down, CONTROL)
    assert weeks.said() == "Chen Chu, Thursday 25 June, in 8 days, fixed by you"
    qtbot.keyClick(weeks, K.Key_Up, CONTROL)
    qtbot.keyClick(weeks, K.Key_Up, CONTROL)
    assert ahead.said[-1] == "That day has gone by." and weeks.day == TODAY + timedelta(1)
    qtbot.keyClick(weeks, K.Key_R)
    assert weeks.said() == "Chen Chu, Wednesday 17 June, today"


def test_the_menu_offers_what_the_keys_do(weeks: PlanCalendar, ahead: Stage) -> None:
    ahead.desk.do(people.fix_check_in, 3, TODAY)
    ahead.page.plan.show_plan()
    menu = weeks.menu()
    assert menu is not None
    assert [action.text().partition("\t")[2] for action in menu.actions()] == [
        "Enter", "Ctrl+Right", "Ctrl+Left", "Ctrl+Down", "Ctrl+Up", "Z", "R",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    assert weeks.day == TODAY + timedelta(1)


def test_the_mouse_drags_a_person_to_another_day_which_is_undone(
    qtbot: QtBot, weeks: PlanCalendar, ahead: Stage
) -> None:
    there, port = TODAY + timedelta(2), weeks.viewport()
    qtbot.mousePress(port, LEFT, pos=chip(weeks, TODAY))
    QTest.mouseMove(port, place(weeks, there))
    _drag_to(weeks, place(weeks, there))
    assert weeks.drop_day() == there and not weeks.grab().isNull()
    qtbot.mouseRelease(port, LEFT, pos=place(weeks, there))
    assert weeks.said() == "Chen Chu, Friday 19 June, in 2 days, fixed by you" and weeks.drop_day() is None
    ahead.frame.bridge.undo()
    assert [one.entry.words for one in weeks._chips(TODAY)] == ["Chen Chu"]


def test_days_gone_by_take_nobody_and_escape_lets_go(qtbot: QtBot, weeks: PlanCalendar, ahead: Stage) -> None:
    qtbot.mousePress(weeks.viewport(), LEFT, pos=chip(weeks, TODAY))
    _drag_to(weeks, place(weeks, days_ago(1)))
    assert weeks.drop_day() is None
    _drag_to(weeks, place(weeks, TODAY + timedelta(1)))
    assert weeks.drop_day() == TODAY + timedelta(1)
    qtbot.keyClick(weeks, K.Key_Escape)
    qtbot.mouseRelease(weeks.viewport(), LEFT, pos=place(weeks, TODAY + timedelta(1)))
    assert weeks.said() == "Chen Chu, Wednesday 17 June, today" and ahead.went[-1].room == "today"


def test_a_click_opens_and_a_later_turn_says_why_it_stays(qtbot: QtBot, weeks: PlanCalendar, ahead: Stage) -> None:
    later = next(entry.on for entry in weeks.shown.entries if entry.later)
    assert later is not None
    weeks._go(later)
    qtbot.keyClick(weeks, K.Key_Right, CONTROL)
    assert "later turn" in ahead.said[-1]
    qtbot.mouseClick(weeks.viewport(), LEFT, pos=chip(weeks, later))
    assert ahead.went[-1] == Place("people", "person", 3)


def test_pauses_and_days_off_are_bands_and_chips_lie_below(weeks: PlanCalendar, ahead: Stage) -> None:
    ahead.desk.do(people.fix_check_in, 3, TODAY)
    ahead.desk.do(planning.pause, TODAY, TODAY + timedelta(8), "Fieldwork")
    ahead.desk.do(days_off.add, "a.ics", [DayOff(TODAY, TODAY, "Harvest")])
    ahead.page.plan.show_plan()
    first, second = weeks.weeks.weeks[:2]
    assert [(band.words, band.is_pause) for band, _ in first.bands] == [("Fieldwork", True), ("Harvest", False)]
    assert [band.words for band, _ in second.bands] == ["Fieldwork"]
    [name] = weeks._chips(TODAY)
    assert name.box.top() >= max(box.bottom() for _, box in first.bands)
    assert not first.bands[0][1].intersects(first.bands[1][1])


def test_what_another_budget_moves_stands_out_first(qtbot: QtBot, weeks: PlanCalendar, ahead: Stage) -> None:
    for at in range(20):
        add_person(ahead.desk, f"Person {at}", rhythm_days=30)
    plan = ahead.page.plan
    plan.show_plan()
    before = [(entry.person_id, entry.on) for entry in weeks.shown.entries]
    qtbot.mouseClick(plan.ways.allow, LEFT)
    looked_at = [(entry.person_id, entry.on) for entry in weeks.shown.entries]
    assert looked_at != before and weeks.shown.changed
    assert ahead.desk.ask(settings.setting, "plan.per_week") == 3
    qtbot.mouseClick(plan.ways.keep, LEFT)
    assert ahead.desk.ask(settings.setting, "plan.per_week") == 5 and not weeks.shown.changed


def test_it_is_painted_small_in_both_themes(qtbot: QtBot, weeks: PlanCalendar, ahead: Stage, theme_choice: str) -> None:
    ahead.window.resize(756, 620)
    assert not ahead.window.grab().isNull()
    columns = weeks.weeks.columns
    assert columns[-1][0] + columns[-1][1] <= weeks.viewport().width()


def test_a_calendar_file_dropped_on_the_plan_is_looked_through_first(
    qtbot: QtBot, weeks: PlanCalendar, ahead: Stage, tmp_path: Path
) -> None:
    path = tmp_path / "holidays.ics"
    path.write_bytes(calendar_file(("Harvest", ";VALUE=DATE:20260623"), ("Exam", ":20260624T090000")))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    plan = ahead.page.plan
    plan.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier))
    [panel] = ahead.window.findChildren(DaysOffPanel)
    assert not ahead.desk.ask(planning.pauses) and panel.keep.text() == "Take one day off"
    qtbot.keyClick(panel.list, K.Key_Down)
    qtbot.keyClick(panel.list, K.Key_Space)
    assert panel.keep.text() == "Take 2 days off"
    qtbot.keyClick(panel.list, K.Key_Return)
    assert ahead.said == ["Days off: 2 from holidays.ics"]
    assert [band.words for band, _ in weeks.weeks.weeks[1].bands] == ["Harvest", "Exam"]
    plan.limits.fold.set_open(True)
    away = next(one for one in plan.findChildren(QAbstractButton) if one.accessibleName().startswith("Take away"))
    qtbot.mouseClick(away, LEFT)
    assert not ahead.desk.ask(planning.pauses)


def test_a_file_that_is_no_calendar_is_explained(ahead: Stage, tmp_path: Path) -> None:
    path = tmp_path / "holidays.ics"
    path.write_text("May day, 1 May")
    assert open_days_off(ahead.frame.bridge, ahead.window, path) is None
    assert [str(error) for error in ahead.refused] == ["This file is no calendar."]


def test_a_pause_for_one_person_stands_with_the_others(qtbot: QtBot, ahead: Stage) -> None:
    plan = ahead.page.plan
    plan.limits.fold.set_open(True)
    form = plan.limits.rests.form
    form.start.set_day(TODAY)
    form.end.set_day(TODAY + timedelta(20))
    form.whom.set_people((3,))
    form.keep()
    assert ahead.said == ["A pause for Chen Chu"]
    names = [one.accessibleName() for one in plan.findChildren(QAbstractButton)]
    told = "End the pause: Chen Chu: Pause, Wednesday 17 June to Tuesday 7 July"
    assert [name for name in names if "End the pause" in name] == [told]
    first = next(one for one in ahead.desk.ask(planning.plan).plan.check_ins if one.person_id == 3)
    assert first.on == date(2026, 7, 8)


def test_the_calendar_is_there_again_next_time(qtbot: QtBot, ahead: Stage) -> None:
    ahead.frame.preferences.keep_plan_as("calendar")
    other = make_stage(ahead.desk)
    other.frame.preferences.keep_plan_as("calendar")
    plan = show(qtbot, other, "plan").page.plan
    assert plan.calendar is not None and plan.calendar.hasFocus() and plan.list.isHidden()


def _drag_to(weeks: PlanCalendar, at: QPoint) -> None:
    """What Qt sends while a button is held; offscreen, `mouseMove` alone holds none."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    where = weeks.viewport().mapToGlobal(at)
    none = Qt.KeyboardModifier.NoModifier
    weeks.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(where), LEFT, LEFT, none))
