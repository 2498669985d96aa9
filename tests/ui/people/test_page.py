"""A person's page: header, log line, promises, facts, details, notes, and the way between list and page."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from hallway.domain.interactions import Kind
from hallway.domain.people import Affiliation, Person, Standing
from hallway.ui.frame.places import Place
from hallway.ui.parts.message_panel import MessagePanel
from hallway.ui.people.add_person import AddPerson
from hallway.ui.people.choose_groups import ChooseGroups
from hallway.ui.people.details import Details
from hallway.ui.people.notes import Notes
from hallway.ui.people.work_history import heading
from hallway.usecases import interactions, people, promises
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import TODAY, add_event, move_clock
from tests.ui.people.stage import Stage, make_stage, show

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def person(stage: Stage, name: str) -> Person:
    return stage.desk.ask(people.person, stage.ids[name])


def details(stage: Stage) -> Details:
    stage.page.detail.show_tab("details")
    found = stage.page.detail.stack.currentWidget()
    assert isinstance(found, Details)
    return found


def test_a_place_opens_the_person_and_is_remembered(stage: Stage) -> None:
    stage.frame.navigator.go(Place("people", "person", stage.ids["Chen"]))
    assert stage.shown() == "Chen Chu"
    assert stage.page.list.table.current_id() == stage.ids["Chen"]
    assert stage.frame.navigator.here == Place("people", "person", stage.ids["Chen"])


def test_a_place_outside_the_list_widens_it(stage: Stage) -> None:
    stage.frame.bridge.do(people.archive, [stage.ids["Chen"]])
    stage.page.list.search.setText("ada")
    stage.frame.navigator.go(Place("people", "person", stage.ids["Chen"]))
    assert stage.shown() == "Chen Chu"
    assert stage.page.list.view.standing is Standing.ARCHIVED
    assert stage.page.list.search.text() == ""


def test_somebody_who_is_gone_leaves_an_empty_page(stage: Stage) -> None:
    stage.frame.navigator.go(Place("people", "person", 999))
    assert stage.page.right.currentWidget() is stage.page.nobody


def test_enter_goes_to_the_page_and_escape_comes_back(qtbot: QtBot, stage: Stage) -> None:
    table = stage.page.list.table
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Return)
    assert stage.page.detail.isAncestorOf(stage.window.focusWidget())
    qtbot.keyClick(stage.window.focusWidget(), Key.Key_Escape)
    assert table.hasFocus()


def test_the_header_tells_who_and_what(stage: Stage) -> None:
    header = stage.page.detail.header
    assert header.name.text() == "Ada Adeyemi"
    assert header.pronouns.text() == "she/her"
    assert header.line.text() == "Professor at Halden Institute"
    assert not header.write.isEnabled()
    assert "No mail address" in header.write.toolTip()


def test_the_name_is_changed_in_place(qtbot: QtBot, stage: Stage) -> None:
    stage.page.do("rename")
    field = stage.window.focusWidget()
    qtbot.keyClick(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "Ada Lovelace")
    qtbot.keyClick(field, Key.Key_Return)
    assert person(stage, "Ada").name == "Ada Lovelace"
    assert stage.names()[0] == "Ada Lovelace"


def test_an_empty_name_is_refused_and_the_old_one_comes_back(qtbot: QtBot, stage: Stage) -> None:
    stage.page.do("rename")
    field = stage.window.focusWidget()
    qtbot.keyClick(field, Key.Key_Backspace)
    qtbot.keyClick(field, Key.Key_Return)
    assert stage.page.detail.header.name.text() == "Ada Adeyemi"
    assert len(stage.refused) == 1


def test_one_line_and_enter_logs(qtbot: QtBot, stage: Stage) -> None:
    stage.page.do("log")
    line = stage.page.detail.overview().log_line
    assert line.field.hasFocus()
    line.set_kind(Kind.CALL)
    qtbot.keyClicks(line.field, "Asked about sensors")
    qtbot.keyClick(line.field, Key.Key_Return)
    newest = stage.desk.ask(interactions.timeline, TimelineFilter(person_id=stage.ids["Ada"]))[0]
    assert (newest.kind, newest.summary, newest.on) == (Kind.CALL, "Asked about sensors", TODAY)
    assert stage.said == ["Call with Ada Adeyemi"]
    assert line.field.text() == ""
    assert line.kind.kind is Kind.CONVERSATION


def test_words_begun_for_one_person_never_go_to_another(qtbot: QtBot, stage: Stage) -> None:
    line = stage.page.detail.overview().log_line
    qtbot.keyClicks(line.field, "for Ada alone")
    stage.frame.navigator.go(Place("people", "person", stage.ids["Bela"]))
    assert line.field.text() == ""


def test_nothing_written_logs_nothing(qtbot: QtBot, stage: Stage) -> None:
    line = stage.page.detail.overview().log_line
    qtbot.keyClick(line.field, Key.Key_Return)
    assert stage.said == []


def test_letters_on_the_list_log_write_and_check_in(qtbot: QtBot, stage: Stage) -> None:
    stage.frame.navigator.go(Place("people", "person", stage.ids["Chen"]))
    table = stage.page.list.table
    qtbot.keyClick(table, Key.Key_W)
    panel = stage.window.findChild(MessagePanel)
    assert panel is not None and panel.title.text() == "Write to Chen Chu"
    panel.close_panel()
    qtbot.keyClick(table, Key.Key_C)
    assert stage.page.detail.overview().log_line.kind.kind is Kind.CHECK_IN
    assert stage.page.detail.overview().log_line.field.hasFocus()


def test_a_promise_is_kept_with_one_button(qtbot: QtBot, stage: Stage) -> None:
    strips = stage.page.detail.overview().promises._strips
    assert [strip.promise.text for strip in strips] == ["send the maps"]
    qtbot.mouseClick(strips[0].done, LEFT)
    assert stage.page.detail.overview().promises._strips == []
    assert stage.said == ["Kept: send the maps"]
    assert not stage.page.list.model.index(0).data(Qt.ItemDataRole.UserRole).promised


def test_a_promise_moves_to_another_day_in_words(qtbot: QtBot, stage: Stage) -> None:
    strip = stage.page.detail.overview().promises._strips[0]
    qtbot.mouseClick(strip.later, LEFT)
    field = strip.popup().panel.field
    qtbot.keyClicks(field, "in 2 weeks")
    qtbot.keyClick(field, Key.Key_Return)
    moved = stage.desk.ask(promises.of_person, stage.ids["Ada"])[0]
    assert moved.due_on == date(2026, 7, 1)


def test_a_promise_of_theirs_is_written_down(qtbot: QtBot, stage: Stage) -> None:
    section = stage.page.detail.overview().promises
    qtbot.mouseClick(section.add, LEFT)
    assert section.form is not None
    section.form.side.choose("them")
    qtbot.keyClicks(section.form.field, "introduce me to Rosalind")
    qtbot.keyClick(section.form.field, Key.Key_Return)
    found = {one.text: one.by_me for one in stage.desk.ask(promises.of_person, stage.ids["Ada"])}
    assert found == {"send the maps": True, "introduce me to Rosalind": False}
    assert section.form.isHidden()


def test_the_next_check_in_is_fixed_in_words_and_given_back(qtbot: QtBot, stage: Stage) -> None:
    stage.frame.navigator.go(Place("people", "person", stage.ids["Bela"]))
    fact = stage.page.detail.overview().next
    assert fact.day.text() == "Thursday 18 June"
    assert fact.distance.text() == "tomorrow"
    qtbot.mouseClick(fact.action, LEFT)
    assert fact.action.text() == "Editing"
    qtbot.keyClicks(fact.popup().panel.field, "4 aug")
    qtbot.keyClick(fact.popup().panel.field, Key.Key_Return)
    assert person(stage, "Bela").check_in_on == date(2026, 8, 4)
    assert fact.day.text() == "Tuesday 4 August"
    qtbot.mouseClick(fact.release, LEFT)
    assert person(stage, "Bela").check_in_on is None


def test_a_day_that_does_not_read_is_asked_about_and_never_guessed(qtbot: QtBot, stage: Stage) -> None:
    fact = stage.page.detail.overview().next
    qtbot.mouseClick(fact.action, LEFT)
    panel = fact.popup().panel
    qtbot.keyClicks(panel.field, "fry")
    qtbot.keyClick(panel.field, Key.Key_Return)
    assert "does not read as a day" in panel._help.text()
    assert person(stage, "Ada").check_in_on is None
    fact.popup().close()


def test_the_rhythm_has_presets_a_number_and_none(qtbot: QtBot, stage: Stage) -> None:
    chooser = stage.page.detail.overview().next.rhythm
    actions = {action.text(): action for action in chooser.menu().actions()}
    actions["Twice a year"].trigger()
    assert person(stage, "Ada").rhythm_days == 182
    assert chooser.button.text() == "Twice a year"
    chooser.ask_days()
    popup = chooser.days_popup()
    popup.field.setText("100")
    qtbot.keyClick(popup.field, Key.Key_Return)
    assert person(stage, "Ada").rhythm_days == 100
    actions["No rhythm"].trigger()
    assert person(stage, "Ada").rhythm_days == 0
    actions["As the groups say"].trigger()
    assert person(stage, "Ada").rhythm_days is None


def test_how_you_met_holds_words_event_person_and_day(qtbot: QtBot, stage: Stage) -> None:
    event_id = add_event(stage.desk, "CityClim 2025")
    met = stage.page.detail.overview().met
    met.story.setFocus()
    qtbot.keyClick(met.story, Key.Key_Return)
    qtbot.keyClicks(met.story._edit, "At the poster")
    qtbot.keyClick(met.story._edit, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(met.action, LEFT)
    form = met.form()
    form.event_field._take(next(iter(form.event_field._find("cityclim"))))
    form.person_field._take_best("bela")
    form.day_field.line.edit()
    form.day_field.line._field.setText("june 2025")
    qtbot.keyClick(form.day_field.line._field, Key.Key_Return)
    found = person(stage, "Ada")
    assert (found.met_how, found.met_event_id) == ("At the poster", event_id)
    assert (found.introduced_by, found.met_on) == ("Bela Bakker", "2025-06")
    assert met.when.text() == "In June 2025"
    qtbot.mouseClick(met.through, LEFT)
    assert stage.shown() == "Bela Bakker"


def test_places_of_work_are_added_changed_and_removed(qtbot: QtBot, stage: Stage) -> None:
    works = stage.page.detail.overview().works
    assert works.heading.text() == "Where she has worked"
    qtbot.mouseClick(works.action, LEFT)
    form = works.form()
    form.where.setText("Lakeshore University")
    form.start.set_value("2012")
    form.end.set_value("2017")
    qtbot.keyClick(form.where, Key.Key_Return)
    assert [work.organisation for work in person(stage, "Ada").affiliations] == [
        "Halden Institute", "Lakeshore University",
    ]  # fmt: skip
    row = works._rows[1]
    assert row.years.text() == "2012–2017"
    row.setFocus()
    qtbot.keyClick(row, Key.Key_Return)
    QApplication.processEvents()  # the form takes its room
    qtbot.mouseClick(form.remove, LEFT)
    assert len(person(stage, "Ada").affiliations) == 1


@pytest.mark.parametrize(
    ("pronouns", "words"),
    [
        ("she/her", "Where she has worked"),
        ("He / him", "Where he has worked"),
        ("they/them", "Where they have worked"),
        ("", "Where they have worked"),
        ("she/they", "Where they have worked"),
    ],
)
def test_headings_take_the_pronouns_that_are_sure(pronouns: str, words: str) -> None:
    assert heading(pronouns) == words


def test_interests_are_added_and_taken_off_by_keyboard(qtbot: QtBot, stage: Stage) -> None:
    topics = stage.page.detail.overview().topics
    qtbot.keyClicks(topics.field, "choral singing")
    qtbot.keyClick(topics.field, Key.Key_Return)
    qtbot.keyClicks(topics.field, "bread,")
    assert person(stage, "Ada").topics == ("bread", "choral singing")
    qtbot.keyClick(topics.field, Key.Key_Backspace)
    assert topics._chips[1].hasFocus()
    qtbot.keyClick(topics._chips[1], Key.Key_Delete)
    assert person(stage, "Ada").topics == ("bread",)


@pytest.mark.parametrize(
    ("field", "words"),
    [("given", "Ad"), ("nickname", "Addie"), ("pronouns", "they/them"), ("place", "Halden"), ("languages", "Yoruba")],
)
def test_every_text_is_changed_in_place(qtbot: QtBot, stage: Stage, field: str, words: str) -> None:
    value = details(stage).texts[field]
    value.setFocus()
    qtbot.keyClick(value, Key.Key_F2)
    inner = stage.window.focusWidget()
    qtbot.keyClick(inner, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(inner, words)
    qtbot.keyClick(inner, Key.Key_Return)
    assert getattr(person(stage, "Ada"), field) == words


def test_the_time_there_is_told_for_a_zone_that_exists(stage: Stage) -> None:
    tab = details(stage)
    stage.frame.bridge.do_quietly(people.change, stage.ids["Ada"], "time_zone", "Asia/Tokyo")
    assert tab.clock.text() == "It is 19:00 there"
    stage.desk.do(lambda step: step.execute("UPDATE person SET time_zone = '../Nowhere'"))
    stage.page.detail.show_person(stage.ids["Ada"])
    assert "Not a time zone" in tab.clock.text()


def test_a_birthday_is_read_from_words(qtbot: QtBot, stage: Stage) -> None:
    tab = details(stage)
    for words, kept, said in (("22 March", "--03-22", "22 March"), ("march 3 1980", "1980-03-03", "3 March 1980")):
        tab.birthday.line.edit()
        tab.birthday.line._field.setText(words)
        qtbot.keyClick(tab.birthday.line._field, Key.Key_Return)
        assert person(stage, "Ada").birthday == kept
        assert tab.birthday.line.text() == said
    tab.birthday.line.edit()
    tab.birthday.line._field.setText("someday")
    qtbot.keyClick(tab.birthday.line._field, Key.Key_Return)
    assert tab.birthday.line.is_editing()
    assert person(stage, "Ada").birthday == "1980-03-03"


def test_mail_addresses_are_added_labelled_and_removed(qtbot: QtBot, stage: Stage) -> None:
    tab = details(stage)
    qtbot.mouseClick(tab.emails.add, LEFT)
    qtbot.keyClicks(stage.window.focusWidget(), "ada@example.org")
    qtbot.keyClick(stage.window.focusWidget(), Key.Key_Return)
    assert [mail.address for mail in person(stage, "Ada").emails] == ["ada@example.org"]
    assert stage.page.detail.header.write.isEnabled()
    tab.emails.rows[0].label.edit()
    qtbot.keyClicks(stage.window.focusWidget(), "work")
    qtbot.keyClick(stage.window.focusWidget(), Key.Key_Return)
    assert person(stage, "Ada").emails[0].label == "work"
    qtbot.mouseClick(tab.emails.rows[0].cross, LEFT)
    assert person(stage, "Ada").emails == ()


def test_a_pasted_link_is_made_plain_and_a_wrong_one_is_explained(qtbot: QtBot, stage: Stage) -> None:
    tab = details(stage)
    qtbot.mouseClick(tab.profiles.add, LEFT)
    qtbot.keyClicks(stage.window.focusWidget(), "http://www.github.com/Ada")
    qtbot.keyClick(stage.window.focusWidget(), Key.Key_Return)
    assert [page.url for page in person(stage, "Ada").profiles] == ["https://github.com/ada"]
    assert tab.profiles.rows[0].value.text() == "https://github.com/ada"
    qtbot.mouseClick(tab.profiles.add, LEFT)
    qtbot.keyClicks(stage.window.focusWidget(), "not a link")
    qtbot.keyClick(stage.window.focusWidget(), Key.Key_Return)
    QApplication.processEvents()
    row = tab.profiles.rows[1].value
    assert "does not read as a link" in row.hint.text() and row.hint.isVisible()
    assert row.is_editing() and row.line.field().text() == "not a link"
    assert len(person(stage, "Ada").profiles) == 1


def test_notes_are_kept_when_one_moves_on(qtbot: QtBot, stage: Stage) -> None:
    stage.page.detail.show_tab("notes")
    notes = stage.page.detail.stack.currentWidget()
    assert isinstance(notes, Notes)
    qtbot.keyClicks(notes.edit, "likes rye bread")
    stage.frame.navigator.go(Place("people", "person", stage.ids["Bela"]))
    assert person(stage, "Ada").notes == "likes rye bread"
    assert person(stage, "Bela").notes == ""
    assert notes.edit.text() == ""


def test_adding_needs_a_name_and_opens_the_person(qtbot: QtBot, stage: Stage) -> None:
    qtbot.mouseClick(stage.page.list.add_button, LEFT)
    panel = stage.window.findChild(AddPerson)
    assert panel is not None
    qtbot.keyClick(panel.name, Key.Key_Return)
    assert panel.message.isVisible()
    panel.name.setText("Thảo Nguyễn")
    qtbot.keyClicks(panel.where, "Lund")
    qtbot.keyClick(panel.where, Key.Key_Return)
    assert stage.shown() == "Thảo Nguyễn"
    assert stage.page.detail.header.line.text() == "Lund"
    assert not panel.isVisible()


def test_an_impossible_address_of_somebody_new_is_said_and_stays(qtbot: QtBot, stage: Stage) -> None:
    stage.page.add()
    panel = stage.window.findChild(AddPerson)
    assert panel is not None
    panel.name.setText("Eva Ek")
    panel.mail.setText("eva@@ek")
    qtbot.keyClick(panel.mail, Key.Key_Return)
    assert panel.mail_message.isVisible() and panel.mail.text() == "eva@@ek"
    assert stage.desk.ask(people.count) == 4
    panel.mail.setText("Eva <eva@Ek.org>")
    qtbot.keyClick(panel.mail, Key.Key_Return)
    eva, _ = stage.desk.ask(people.named, "Eva Ek")
    assert [mail.address for mail in stage.desk.ask(people.person, eva).emails] == ["eva@ek.org"]


def test_enter_on_cancel_adds_nobody(qtbot: QtBot, stage: Stage) -> None:
    stage.page.add()
    panel = stage.window.findChild(AddPerson)
    assert panel is not None
    panel.name.setText("Nobody")
    cancel = next(button for button in panel.findChildren(QAbstractButton) if button.text() == "Cancel")
    cancel.setFocus()
    qtbot.keyClick(cancel, Key.Key_Return)
    assert "Nobody" not in stage.names()


def test_groups_of_several_change_in_one_step(qtbot: QtBot, stage: Stage) -> None:
    stage.page.list.model.mark([stage.ids["Ada"], stage.ids["Bela"]], True)
    stage.page.do("groups")
    panel = stage.window.findChild(ChooseGroups)
    assert panel is not None
    assert panel.boxes["Mentors"].checkState() is Qt.CheckState.PartiallyChecked
    panel.boxes["Cohort"].setCheckState(Qt.CheckState.Checked)
    panel.new.setText("Ghent")
    qtbot.mouseClick(panel.keep, LEFT)
    assert person(stage, "Ada").groups == ("Cohort", "Ghent", "Mentors")
    assert person(stage, "Bela").groups == ("Cohort", "Ghent")
    stage.frame.bridge.undo()
    assert person(stage, "Bela").groups == ("Cohort",)


def test_copying_the_mail_address(stage: Stage) -> None:
    stage.frame.navigator.go(Place("people", "person", stage.ids["Chen"]))
    stage.page.do("copy mail")
    assert QGuiApplication.clipboard().text() == "chen@example.org"
    assert stage.said == ["Copied: chen@example.org"]


def test_actions_work_in_the_room_only(stage: Stage) -> None:
    catalogue = stage.frame.catalogue
    assert catalogue.shortcut_text("people.log") == "Ctrl+L"
    assert "people.archive" in {spec.key for spec in catalogue.available()}
    catalogue.run("people.archive")
    assert person(stage, "Ada").standing is Standing.ARCHIVED
    stage.frame.navigator.went.disconnect()
    stage.frame.navigator.go(Place("timeline"))
    assert "people.archive" not in {spec.key for spec in catalogue.available()}


def test_little_room_shows_list_or_page(qtbot: QtBot, desk: Desk, ids: dict[str, int]) -> None:
    stage = show(qtbot, make_stage(desk, ids, width=600))
    assert stage.page.split.is_stacked()
    assert stage.page.list.isVisible()
    assert not stage.page.detail.isVisible()
    stage.page.list.table.setFocus()
    qtbot.keyClick(stage.page.list.table, Key.Key_Return)
    assert stage.page.detail.isVisible()
    assert not stage.page.list.isVisible()
    QApplication.processEvents()
    qtbot.mouseClick(stage.page.detail.back, LEFT)
    assert stage.page.list.isVisible()


def test_no_two_controls_have_the_same_name(stage: Stage) -> None:
    for tab in ("overview", "details", "notes"):
        stage.page.detail.show_tab(tab)
        named = [
            widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            for widget in stage.window.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        ]
        named = [name for name in named if name]
        assert len(named) == len(set(named)), sorted(name for name in set(named) if named.count(name) > 1)


def test_both_themes_and_large_letters_paint(theme_choice: str, stage: Stage) -> None:
    for tab in ("overview", "timeline", "details", "notes"):
        stage.page.detail.show_tab(tab)
        assert not stage.window.grab().isNull()


def test_work_form_keeps_what_it_does_not_show(stage: Stage) -> None:
    before = person(stage, "Ada").affiliations[0]
    works = stage.page.detail.overview().works
    works.form().begin(before)
    kept: list[Affiliation] = []
    works.form().kept.connect(kept.append)
    works.form().write()
    assert kept[0].id == before.id
    assert kept[0].organisation_id == before.organisation_id


def test_after_midnight_words_count_from_the_new_day(stage: Stage) -> None:
    overview = stage.page.detail.overview()
    move_clock(stage.desk, 1)
    stage.frame.navigator.go(Place("people", "person", stage.ids["Bela"]))
    assert overview.log_line.day.day == TODAY + timedelta(days=1)
    assert overview.log_line.day.text() == "Today"
    assert overview.next.day.text() == "Today"
