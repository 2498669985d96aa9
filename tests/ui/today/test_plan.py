"""The weeks ahead, by keys and clicks: who comes when, and what the plan keeps to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
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
    assert words == [
        "Go to Chen Chu", "A day later", "A day earlier", "A week later", "A week earlier", "Another day…",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    assert "Chen Chu, Thursday 18 June, tomorrow, fixed by you" in said(ahead.page.plan)


def test_a_day_fixed_by_hand_is_said(ahead: Stage) -> None:
    ahead.desk.do(people.fix_check_in, 3, TODAY + timedelta(days=2))
    ahead.page.plan.show_plan()
    assert "Chen Chu, Friday 19 June, in 2 days, fixed by you" in said(ahead.page.plan)


def test_another_budget_is_looked_at_first_and_kept_by_enter(qtbot: QtBot, ahead: Stage) -> None:
    limits, ways = ahead.page.plan.limits, ahead.page.plan.ways
    assert limits.budget.value() == 3 and ways.isHidden()
    limits.budget.setFocus()
    qtbot.keyClick(limits.budget, K.Key_Up)
    assert ahead.desk.ask(settings.setting, "plan.per_week") == 3
    assert ways.isVisible() and ways.words.text().startswith("4 people a week: Nobody's next day changes.")
    qtbot.keyClick(limits.budget, K.Key_Return)
    assert ahead.desk.ask(settings.setting, "plan.per_week") == 4
    assert ways.isHidden() and ahead.said == ["4 people a week"]
    ahead.frame.bridge.undo()
    assert limits.budget.value() == 3


def test_a_look_at_another_budget_is_left_by_escape(qtbot: QtBot, ahead: Stage) -> None:
    plan = ahead.page.plan
    before = said(plan)
    plan.limits.budget.setFocus()
    qtbot.keyClick(plan.limits.budget, K.Key_Down)
    assert [row for row in said(plan) if "of 2" in row]
    plan.ways.keep.setFocus()
    qtbot.keyClick(plan.ways.keep, K.Key_Escape)
    assert said(plan) == before and plan.limits.budget.value() == 3
    assert not ahead.desk.ask(planning.plan).message


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


@pytest.fixture
def crowded(ahead: Stage) -> Stage:
    """Twenty more people once a month: 4.9 a week, where 3 are allowed."""
    for count in range(20):
        add_person(ahead.desk, f"Person {count}", rhythm_days=30)
    ahead.page.plan.show_plan()
    return ahead


def test_more_rhythms_than_the_week_holds_are_told_with_three_ways_out(qtbot: QtBot, crowded: Stage) -> None:
    ways = crowded.page.plan.ways
    assert ways.words.text().startswith("Your rhythms come to 4.9 people a week; you allow 3. Nobody is left out")
    shown = [button.text() for button in ways.findChildren(QAbstractButton) if button.isVisible()]
    assert shown == ["Allow 5 a week", "Choose longer rhythms…", "Let the plan stretch"]


def test_allowing_more_is_seen_before_it_is_kept(qtbot: QtBot, crowded: Stage) -> None:
    plan, left = crowded.page.plan, Qt.MouseButton.LeftButton
    qtbot.mouseClick(plan.ways.allow, left)
    words = plan.ways.words.text()
    assert "earlier" in words and "from the day they are wished for, where it is" in words
    assert [row for row in said(plan) if row.endswith("5 of 5")]
    assert crowded.desk.ask(settings.setting, "plan.per_week") == 3
    qtbot.mouseClick(plan.ways.keep, left)
    assert crowded.desk.ask(settings.setting, "plan.per_week") == 5
    assert plan.ways.isHidden() and crowded.said == ["5 people a week"]


def test_longer_rhythms_are_chosen_from_those_in_use(crowded: Stage) -> None:
    plan = crowded.page.plan
    menu = plan.ways.rhythms_menu()
    assert [action.text() for action in menu.actions()] == ["Every 30 days becomes every two months\t21 people"]
    menu.actions()[0].trigger()
    assert plan.ways.is_trying and plan.ways.words.text().startswith("Every 30 days becomes every two months:")
    plan.ways.accept()
    assert crowded.said == ["Every 30 days becomes every two months for 21 people"]
    assert not crowded.desk.ask(planning.plan).message and plan.ways.isHidden()
    crowded.frame.bridge.undo()
    assert crowded.desk.ask(planning.plan).message and plan.ways.isVisible()


def test_a_plan_that_stretches_rests_its_words(qtbot: QtBot, crowded: Stage) -> None:
    plan = crowded.page.plan
    qtbot.mouseClick(plan.ways.stretch, Qt.MouseButton.LeftButton)
    assert plan.ways.isHidden() and crowded.said[-1].startswith("Nobody is left out. On average, check-ins come")
    plan.show_plan()
    assert plan.ways.isHidden()
    add_person(crowded.desk, "One more", rhythm_days=30)
    plan.show_plan()
    assert plan.ways.isVisible(), "they ask for something else now"


def test_a_pause_is_added_in_words_and_ended(qtbot: QtBot, ahead: Stage) -> None:
    plan = ahead.page.plan
    plan.limits.fold.set_open(True)
    form = plan.limits.rests.form
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
    ahead.page.plan.limits.fold.set_open(True)
    form = ahead.page.plan.limits.rests.form
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


def test_a_fresh_start_is_offered_when_more_wait_than_a_week_holds(qtbot: QtBot, ahead: Stage) -> None:
    plan = ahead.page.plan
    assert plan.fresh.isHidden()
    for count in range(6):
        add_person(ahead.desk, f"Person {count}", rhythm_days=200, met_on="2025-01-01")
    plan.show_plan()
    assert plan.fresh.isVisible()
    qtbot.mouseClick(plan.fresh, Qt.MouseButton.LeftButton)
    assert ahead.said == ["Started fresh: 7 people over the coming weeks"]
    assert plan.fresh.isHidden()
