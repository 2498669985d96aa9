"""The weeks ahead, by keys and clicks: who comes when, and what the plan keeps to."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from hallway.ui.frame.places import Place
from hallway.ui.today.plan_list import PlanModel
from hallway.ui.today.plan_view import DAYS, PlanView
from hallway.usecases import people, planning, settings
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person, days_ago
from tests.ui.today.stage import Stage, make_stage, show

K = Qt.Key
SAID = Qt.ItemDataRole.AccessibleTextRole


def said(view: PlanView) -> list[str]:
    """Every row as a screen reader says it."""
    model = view.list.plan
    return [str(model.data(model.index(row, 0), SAID)) for row in range(model.rowCount())]


def test_weeks_are_headed_and_rows_say_whole_sentences(ahead: Stage) -> None:
    assert said(ahead.page.plan)[:4] == [
        "This week, 1 of 3", "Chen Chu, Wednesday 17 June, today",
        "Week of 13 July, 1 of 3", "Chen Chu, Friday 17 July, in 4 weeks",
    ]  # fmt: skip
    days = [row for row in said(ahead.page.plan) if row.startswith("Chen")]
    assert len(days) == 1 + DAYS // 30


def test_enter_opens_the_person_and_arrows_pass_over_headings(qtbot: QtBot, ahead: Stage) -> None:
    plan = ahead.page.plan
    assert plan.list.hasFocus() and plan.list.currentIndex().row() == 1
    qtbot.keyClick(plan.list, K.Key_Down)
    assert plan.list.currentIndex().row() == 3
    qtbot.keyClick(plan.list, K.Key_Return)
    assert ahead.went[-1] == Place("people", "person", 3)


def test_a_click_opens_the_person_too(qtbot: QtBot, ahead: Stage) -> None:
    view = ahead.page.plan.list
    heading, person = (view.visualRect(view.plan.index(row, 0)).center() for row in (0, 1))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert ahead.went[-1].room == "today"
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=person)
    assert ahead.went[-1] == Place("people", "person", 3)


def test_keys_move_a_check_in_and_the_rhythm_takes_it_back(qtbot: QtBot, ahead: Stage) -> None:
    plan, control = ahead.page.plan, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(plan.list, K.Key_Right, control)
    assert "Chen Chu, Thursday 18 June, tomorrow, fixed by you" in said(plan)
    assert plan.list.current() is not None and plan.list.current().on == TODAY + timedelta(days=1)
    qtbot.keyClick(plan.list, K.Key_Left, control)
    assert "Chen Chu, Wednesday 17 June, today, fixed by you" in said(plan)
    ahead.said.clear()
    qtbot.keyClick(plan.list, K.Key_Left, control)
    assert "Chen Chu, Wednesday 17 June, today, fixed by you" in said(plan), "there is no day before today"
    qtbot.keyClick(plan.list, K.Key_R)
    assert "Chen Chu, Wednesday 17 June, today" in said(plan)


def test_a_later_turn_follows_from_the_next_one(qtbot: QtBot, ahead: Stage) -> None:
    plan = ahead.page.plan
    before = said(plan)
    qtbot.keyClick(plan.list, K.Key_Down)
    qtbot.keyClick(plan.list, K.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert said(plan) == before
    assert any("later turn" in str(words) for words in ahead.said)


def test_the_menu_offers_what_the_keys_do(qtbot: QtBot, ahead: Stage) -> None:
    menu = ahead.page.plan.list.menu()
    assert menu is not None
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert words == ["Go to Chen Chu", "A day later", "A day earlier", "Another day…"]
    menu.actions()[1].trigger()
    assert "Chen Chu, Thursday 18 June, tomorrow, fixed by you" in said(ahead.page.plan)


def test_a_day_fixed_by_hand_is_said(ahead: Stage) -> None:
    ahead.desk.do(people.fix_check_in, 3, TODAY + timedelta(days=2))
    ahead.page.plan.show_plan()
    assert "Chen Chu, Friday 19 June, in 2 days, fixed by you" in said(ahead.page.plan)


def test_the_budget_is_kept_at_once(qtbot: QtBot, ahead: Stage) -> None:
    limits = ahead.page.plan.limits
    assert limits.budget.value() == 3
    limits.budget.setFocus()
    qtbot.keyClick(limits.budget, K.Key_Up)
    assert ahead.desk.ask(settings.setting, "plan.per_week") == 4
    assert limits.budget.hasFocus() and not ahead.said
    ahead.frame.bridge.undo()
    assert limits.budget.value() == 3


def test_weekdays_are_kept_at_once_and_the_plan_follows(qtbot: QtBot, ahead: Stage) -> None:
    chips = ahead.page.plan.limits.weekdays
    assert [chip.isChecked() for chip in chips] == [True] * 7
    for chip in chips[1:]:
        qtbot.keyClick(chip, K.Key_Space)
    assert ahead.desk.ask(settings.setting, "plan.weekdays") == [0]
    rows = [row for row in said(ahead.page.plan) if row.startswith("Chen")]
    assert rows and all("Monday" in row for row in rows)


def test_the_last_weekday_stays_and_that_is_said(qtbot: QtBot, ahead: Stage) -> None:
    chips = ahead.page.plan.limits.weekdays
    for chip in chips:
        qtbot.keyClick(chip, K.Key_Space)
    assert [chip.isChecked() for chip in chips] == [False] * 6 + [True]
    assert ahead.desk.ask(settings.setting, "plan.weekdays") == [6]
    assert [str(error) for error in ahead.refused] == ["Choose at least one day of the week."]


def test_more_rhythms_than_the_week_holds_are_told_with_a_way_out(qtbot: QtBot, ahead: Stage) -> None:
    plan = ahead.page.plan
    assert plan.message is None
    for count in range(20):
        add_person(ahead.desk, f"Person {count}", rhythm_days=30)
    plan.show_plan()
    assert plan.message is not None
    words = plan.message.label.text()
    assert words.startswith("Your rhythms come to 4.9 people a week; you allow 3.") and "nobody is left out" in words
    qtbot.mouseClick(plan.message._action, Qt.MouseButton.LeftButton)
    assert ahead.desk.ask(settings.setting, "plan.per_week") == 5
    assert plan.message is None and ahead.said == ["5 people a week"]


def test_a_pause_is_added_in_words_and_ended(qtbot: QtBot, ahead: Stage) -> None:
    plan = ahead.page.plan
    form = plan.limits.form
    assert not form.add.isEnabled()
    for field, words in ((form.start, "tomorrow"), (form.end, "in 6 weeks")):
        field.open_popup(words)
        qtbot.keyClick(field.popup().panel.field, K.Key_Return)
    qtbot.keyClicks(form.reason, "Fieldwork")
    qtbot.mouseClick(form.add, Qt.MouseButton.LeftButton)
    assert ahead.said == ["Pause: Fieldwork"]
    away = (date(2026, 6, 18), date(2026, 7, 29))
    assert [(one.start, one.end) for _, _, one in ahead.desk.ask(planning.pauses)] == [away]
    days = [one.on for one in ahead.desk.ask(planning.plan).plan.check_ins]
    assert days and not [day for day in days if away[0] <= day <= away[1]]
    end = next(one for one in plan.findChildren(QAbstractButton) if one.accessibleName().startswith("End the pause"))
    assert end.accessibleName() == "End the pause: Fieldwork, Thursday 18 June to Wednesday 29 July"
    qtbot.mouseClick(end, Qt.MouseButton.LeftButton)
    assert not ahead.desk.ask(planning.pauses)


def test_a_pause_that_ends_before_it_starts_stays_in_the_form(qtbot: QtBot, ahead: Stage) -> None:
    form = ahead.page.plan.limits.form
    form.start.set_day(TODAY + timedelta(days=5))
    form.end.set_day(TODAY)
    form.keep()
    assert [str(error) for error in ahead.refused] == ["This pause would end before it starts."]
    assert form.start.day() == TODAY + timedelta(days=5) and not ahead.desk.ask(planning.pauses)


def test_the_way_back_leads_to_the_day(qtbot: QtBot, ahead: Stage) -> None:
    qtbot.mouseClick(ahead.page.plan._back, Qt.MouseButton.LeftButton)
    assert ahead.went[-1] == Place("today")
    assert ahead.page.items.isVisible()


def test_without_rhythms_it_says_where_they_are_chosen(qtbot: QtBot, desk: Desk) -> None:
    add_person(desk, "Ada Adeyemi")
    plan = show(qtbot, make_stage(desk), "plan").page.plan
    assert not plan.list.isVisible() and "Nobody has a rhythm yet" in plan._nobody.text()
    assert plan._back.hasFocus()


def test_the_list_is_a_sound_model_and_stays_where_it_was(qtbot: QtBot, ahead: Stage) -> None:
    for count in range(40):
        add_person(ahead.desk, f"Person {count:02}", rhythm_days=60, met_on=str(days_ago(count)))
    plan = ahead.page.plan
    plan.show_plan()
    model = PlanModel(plan)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(plan.list.plan.entries)
    tester.deleteLater()
    plan.list.choose(20)
    row = plan.list.currentIndex().row()
    height = plan.list.verticalScrollBar().value()
    plan.show_plan()
    assert (plan.list.currentIndex().row(), plan.list.verticalScrollBar().value()) == (row, height) and row >= 20


def test_it_is_painted_in_both_themes(qtbot: QtBot, world: Desk, theme_choice: str) -> None:
    stage = show(qtbot, make_stage(world), "plan", width=756)
    assert not stage.window.grab().isNull()
