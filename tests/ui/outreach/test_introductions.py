"""Introductions, the tree and the mentor map in the Outreach room, by keys and clicks, from anywhere in the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hallway.domain.introductions import Next, State
from hallway.ui.frame.places import Place
from hallway.ui.outreach.introduction_form import IntroductionForm
from hallway.ui.outreach.introductions import Introductions
from hallway.ui.outreach.mentor_form import NeedForm
from hallway.ui.outreach.mentors import Mentors
from hallway.ui.outreach.page import OutreachPage
from hallway.ui.outreach.referrals import Referrals
from hallway.ui.outreach.rows import ROW
from hallway.ui.parts.introduction_wish import ask_for_introduction
from hallway.ui.parts.message_panel import MessagePanel
from hallway.ui.people.page import PeoplePage
from hallway.ui.shell.palette import open_palette
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.usecases import introductions, mentors, people, settings
from hallway.usecases.desk import Desk
from hallway.usecases.introductions import Page
from tests.makers import TODAY, add_person, everything, move_clock
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, same_names, settle, undo, words_on

Key = Qt.Key


@dataclass
class Stage:
    """The window with three people, one introduction asked for and one being made."""

    window: Window
    desk: Desk
    ids: dict[str, int]
    wanted: int
    made: int

    def go(self, view: str, id_: int = 0) -> None:
        self.window.frame.navigator.go(Place("outreach", view, id_))
        settle()
        assert self.window.page is not None
        self.window.page.focus_first()
        settle()

    def pane(self, kind: type) -> object:
        page = self.window.page
        assert isinstance(page, OutreachPage)
        assert isinstance(page.pane, kind)
        return page.pane

    def shown(self, id_: int) -> Page:
        return self.desk.ask(introductions.page_of, id_)


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    ids = {}
    for name, role in (("Ada Adeyemi", "Professor"), ("Bo Bakker", "Weaver"), ("Cy Castro", "Student")):
        ids[name.split()[0]] = add_person(desk, name, organisation="Looms Ltd", role=role)
    ids["Di"] = add_person(desk, "Di Duran", known=False)
    wanted = desk.do(introductions.ask_for, ids["Ada"], ids["Di"], "Wool").value
    made = desk.do(introductions.start, ids["Bo"], ids["Cy"], "Both weave").value
    return Stage(open_window(qtbot, desk, tmp_path, Place("outreach", "introductions")), desk, ids, wanted, made)


def press_main(qtbot: QtBot, stage: Stage) -> None:
    panel = introductions_of(stage).panel
    assert panel.main.isVisible()
    qtbot.mouseClick(panel.main, LEFT)
    settle()


def introductions_of(stage: Stage) -> Introductions:
    pane = stage.pane(Introductions)
    assert isinstance(pane, Introductions)
    return pane


def mentors_of(stage: Stage) -> Mentors:
    pane = stage.pane(Mentors)
    assert isinstance(pane, Mentors)
    return pane


# --- the list and the card --------------------------------------------------------------------------------


def test_both_kinds_stand_under_their_headings_and_say_how_far_they_are(stage: Stage) -> None:
    pane = introductions_of(stage)
    rows = [pane.list.rows.index(at, 0).data(ROW) for at in range(pane.list.rows.rowCount())]
    assert [(row.title, row.right) for row in rows] == [
        ("You asked for", ""), ("Di Duran, through Ada Adeyemi", "An idea"),
        ("You bring together", ""), ("Bo Bakker and Cy Castro", "An idea"),
    ]  # fmt: skip
    index = pane.list.rows.index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Di Duran, through Ada Adeyemi, Wool, An idea"


def test_the_models_keep_qts_rules(stage: Stage) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(introductions_of(stage).list.rows, fatal)]
    stage.go("referrals")
    pane = stage.pane(Referrals)
    assert isinstance(pane, Referrals)
    testers.append(QAbstractItemModelTester(pane.model, fatal))
    stage.desk.do(introductions.introduced, stage.wanted)
    for view in ("introductions", "referrals", "mentors"):
        stage.go(view)
    assert len(testers) == 2


def test_arrows_step_over_headings_and_the_card_goes_along(qtbot: QtBot, stage: Stage) -> None:
    pane = introductions_of(stage)
    assert pane.panel.introduction_id() == stage.wanted
    press(qtbot, stage.window, Key.Key_Down)
    assert pane.panel.introduction_id() == stage.made
    assert "You bring them together" in words_on(pane.panel)
    press(qtbot, stage.window, Key.Key_Down)
    press(qtbot, stage.window, Key.Key_Up)
    assert pane.panel.introduction_id() == stage.wanted
    press(qtbot, stage.window, Key.Key_Return)
    assert pane.panel.main.hasFocus()
    press(qtbot, stage.window, Key.Key_Escape)
    assert pane.list.hasFocus()


def test_a_double_opt_in_is_walked_from_the_question_to_thanks(qtbot: QtBot, stage: Stage) -> None:
    stage.go("introductions", stage.made)
    seen = []
    for _ in range(2):
        press_main(qtbot, stage)  # the question, as a draft
        panel = stage.window.overlay()
        assert isinstance(panel, MessagePanel)
        seen.append(panel.note.text().splitlines()[0])
        qtbot.keyClick(panel.note, Key.Key_Return, CONTROL)
        settle()
        press_main(qtbot, stage)  # they said yes
    assert seen == ["Hello Bo,", "Hello Cy,"]
    assert stage.shown(stage.made).state is State.BOTH_AGREED
    press_main(qtbot, stage)
    panel = stage.window.overlay()
    assert isinstance(panel, MessagePanel) and panel.note.text().startswith("Dear Bo, dear Cy,")
    assert not panel.mail.isVisible(), "a mail program is handed one address"
    qtbot.mouseClick(panel.done, LEFT)
    settle()
    assert stage.shown(stage.made).state is State.INTRODUCED
    press_main(qtbot, stage)  # how it went
    qtbot.mouseClick(introductions_of(stage).panel.beside, LEFT)  # thanked
    settle()
    assert stage.shown(stage.made).next is Next.NOTHING
    assert introductions_of(stage).panel.main.isHidden()
    undo(qtbot, stage.window)
    assert stage.shown(stage.made).next is Next.THANK


def test_a_no_is_said_kindly_and_taken_back(qtbot: QtBot, stage: Stage) -> None:
    stage.desk.do(introductions.asked, stage.made)
    stage.go("introductions", stage.made)
    pane = introductions_of(stage)
    qtbot.mouseClick(pane.panel.beside, LEFT)
    settle()
    assert "A no, which is fine" in words_on(pane.panel)
    row = pane.list.currentIndex().data(ROW)
    assert row.right == "A no, which is fine" and pane.panel.introduction_id() == stage.made
    undo(qtbot, stage.window)
    assert stage.shown(stage.made).next is Next.ANSWER


def test_words_are_kept_while_one_writes(qtbot: QtBot, stage: Stage) -> None:
    stage.go("introductions", stage.made)
    panel = introductions_of(stage).panel
    panel.second_blurb.setFocus()
    panel.second_blurb.selectAll()
    qtbot.keyClicks(panel.second_blurb, "Cy spins")
    panel.main.setFocus()
    settle()
    assert stage.shown(stage.made).one.second_blurb == "Cy spins"
    stage.go("introductions", stage.wanted)
    assert panel.first_blurb.text() == stage.shown(stage.wanted).one.first_blurb
    assert panel.second_blurb.isHidden()


def test_the_menu_offers_the_rest(qtbot: QtBot, stage: Stage) -> None:
    stage.go("introductions", stage.wanted)
    pane = introductions_of(stage)
    words = {action.text(): action for action in pane.panel.menu().actions() if action.text()}
    assert set(words) == {
        "Go to Ada Adeyemi", "Go to Di Duran", "Ada introduced me already", "Leave it for now",
        "Take it out of the record",
    }  # fmt: skip
    words["Ada introduced me already"].trigger()
    settle()
    assert stage.shown(stage.wanted).state is State.INTRODUCED
    assert stage.desk.ask(people.person, stage.ids["Di"]).introduced_by == "Ada Adeyemi"
    undo(qtbot, stage.window)
    assert stage.desk.ask(people.person, stage.ids["Di"]).introduced_by_id is None
    stage.go("introductions", stage.made)
    copy = next(one for one in pane.panel.menu().actions() if one.text() == "Copy the words about Bo")
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "Bo Bakker, Weaver at Looms Ltd."


def test_what_is_gone_makes_room_for_the_next_and_then_for_a_kind_word(qtbot: QtBot, stage: Stage) -> None:
    pane = introductions_of(stage)
    for id_ in (stage.wanted, stage.made):
        stage.window.frame.bridge.do(introductions.remove, id_)
        settle()
    assert pane.empty.isVisible() and not pane.panel.isVisible()
    stage.window.page.focus_first()
    assert pane.empty.button.hasFocus()
    press(qtbot, stage.window, Key.Key_Space)
    assert isinstance(stage.window.overlay(), IntroductionForm)


# --- beginning one ---------------------------------------------------------------------------------------


def form_of(stage: Stage) -> IntroductionForm:
    form = stage.window.overlay()
    assert isinstance(form, IntroductionForm)
    return form


def test_two_people_are_introduced_from_anywhere_by_keys(qtbot: QtBot, stage: Stage) -> None:
    stage.window.frame.navigator.go(Place("people", "person", stage.ids["Ada"]))
    settle()
    page = stage.window.page
    assert isinstance(page, PeoplePage)
    page.do("introduce")
    form = form_of(stage)
    assert form.first.ids() == (stage.ids["Ada"],) and form.second.field.hasFocus()
    form.write()
    assert "It takes two people" in form.message.label.text()
    qtbot.keyClicks(form.second.field, "Bo Bak")
    press(qtbot, stage.window, Key.Key_Return)
    form.reason.setFocus()
    qtbot.keyClicks(form.reason, "Looms")
    press(qtbot, stage.window, Key.Key_Return, CONTROL)
    assert stage.window.overlay() is None
    panel = introductions_of(stage).panel
    assert panel.page is not None
    one = panel.page.one
    assert (one.first, one.second, one.reason, one.by_me) == ("Ada Adeyemi", "Bo Bakker", "Looms", True)


def test_whom_one_would_like_to_meet_may_be_new(qtbot: QtBot, stage: Stage) -> None:
    stage.window.frame.catalogue.run("introduction.ask")
    form = form_of(stage)
    form.fill(0, stage.ids["Ada"])
    qtbot.keyClicks(form.first.field, "Eve Arnold")
    form.write()
    settle()
    panel = introductions_of(stage).panel
    assert panel.page is not None and panel.page.one.second == "Eve Arnold"
    assert not panel.page.one.by_me


def test_who_could_introduce_is_offered_with_the_reason(qtbot: QtBot, stage: Stage) -> None:
    stage.desk.do(people.set_met, stage.ids["Di"], None, stage.ids["Bo"])
    stage.window.frame.catalogue.run("introduction.ask")
    form = form_of(stage)
    form.fill(stage.ids["Di"], 0)
    settle()
    chips = [chip for chip in form._chips if chip.text() == "Bo Bakker"]
    assert len(chips) == 1 and "could introduce you" in chips[0].accessibleName()
    chips[0].click()
    assert form.second.ids() == (stage.ids["Bo"],) and form.ways.isHidden()


def test_the_network_hands_its_wish_over(stage: Stage) -> None:
    assert ask_for_introduction(stage.window.frame, stage.ids["Bo"], stage.ids["Di"])
    form = form_of(stage)
    assert (form.first.ids(), form.second.ids()) == ((stage.ids["Di"],), (stage.ids["Bo"],))


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("introduce ada to bo", ["Introduce Ada Adeyemi and Bo Bakker"]),
        ("Introduce Ada and  Cy Castro", ["Introduce Ada Adeyemi and Cy Castro"]),
        ("introduce ada to ", []),
        ("introduce me to ada", []),
        ("introduce nobody to bo", []),
    ],
)
def test_the_palette_offers_to_introduce(stage: Stage, typed: str, titles: list[str]) -> None:
    palette = open_palette(stage.window)
    palette.field.setText(typed)
    settle()
    rows = [row for row in palette.model.rows if row.kind == "introduction"]
    assert [row.title for row in rows] == titles
    palette.close_panel()
    if rows and rows[0].run:
        rows[0].run()
        assert form_of(stage).first.ids() == (stage.ids["Ada"],)


# --- the tree --------------------------------------------------------------------------------------------


def test_the_tree_is_walked_by_keys_and_leads_to_the_person(qtbot: QtBot, stage: Stage) -> None:
    stage.desk.do(introductions.introduced, stage.wanted)
    stage.desk.do(people.set_met, stage.ids["Ada"], None, stage.ids["Bo"])
    stage.go("referrals")
    pane = stage.pane(Referrals)
    assert isinstance(pane, Referrals) and pane.tree.hasFocus()
    seen = [pane.tree.currentIndex().data(ROW)]
    for _ in range(2):
        press(qtbot, stage.window, Key.Key_Down)
        seen.append(pane.tree.currentIndex().data(ROW))
    assert [row.title for row in seen] == ["Bo Bakker", "Ada Adeyemi", "Di Duran"]
    assert seen[2].line == "Ada introduced you, 17 June 2026. Wool"
    press(qtbot, stage.window, Key.Key_Up)
    press(qtbot, stage.window, Key.Key_Left)
    assert not pane.tree.isExpanded(pane.tree.currentIndex())
    press(qtbot, stage.window, Key.Key_Return)
    assert stage.window.frame.navigator.here == Place("people", "person", stage.ids["Ada"])
    stage.go("referrals", stage.ids["Di"])
    assert pane.people_in_view() == (stage.ids["Di"],)


def test_a_tree_without_anybody_says_how_it_grows(qtbot: QtBot, stage: Stage) -> None:
    stage.go("referrals")
    pane = stage.pane(Referrals)
    assert isinstance(pane, Referrals) and pane.empty.button.hasFocus()
    press(qtbot, stage.window, Key.Key_Space)
    assert isinstance(stage.window.overlay(), IntroductionForm)


# --- the mentor map --------------------------------------------------------------------------------------


def test_an_empty_need_is_shown_kindly_with_who_it_could_be(qtbot: QtBot, stage: Stage) -> None:
    stage.go("mentors")
    pane = mentors_of(stage)
    assert pane.list.currentIndex().data(ROW).line == "Nobody yet. Who could it be?"
    (row,) = pane.panel.offered
    assert row.facts.text() == "Professor at Looms Ltd."
    row.add.setFocus()
    press(qtbot, stage.window, Key.Key_Space)
    assert pane.list.currentIndex().data(ROW).line == "Ada Adeyemi" and pane.panel.offered == []
    assert pane.panel.people.field.hasFocus(), "the keyboard stays on the card"
    undo(qtbot, stage.window)
    assert pane.list.currentIndex().data(ROW).title == "Career"
    assert len(pane.panel.offered) == 1


def test_a_person_and_the_next_ask_by_keys(qtbot: QtBot, stage: Stage) -> None:
    stage.go("mentors")
    pane = mentors_of(stage)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        press(qtbot, stage.window, key)
    qtbot.keyClicks(pane.panel.people.field, "Cy Cas")
    press(qtbot, stage.window, Key.Key_Return)
    assert pane.list.currentIndex().data(ROW)[:2] == ("Writing", "Cy Castro")
    pane.panel.words.setFocus()
    qtbot.keyClicks(pane.panel.words, "Ask about a writing hour")
    assert pane.panel.on.isEnabled()
    press(qtbot, stage.window, Key.Key_Tab)
    assert stage.window.focusWidget() is pane.panel.on
    pane.panel.on.set_day(TODAY)
    pane.panel.on.kept.emit(TODAY)
    settle()
    need = stage.desk.ask(mentors.needs)[2].need
    assert (need.next_ask, need.next_on) == ("Ask about a writing hour", TODAY)
    stage.window.frame.navigator.go(Place("today"))
    settle()
    assert stage.window.page is not None
    assert "Ask about a writing hour" in words_on(stage.window.page)


def test_needs_are_ordered_named_and_taken_off_by_keys(qtbot: QtBot, stage: Stage) -> None:
    stage.go("mentors")
    pane = mentors_of(stage)

    def names() -> list[str]:
        return [row.need.name for row in stage.desk.ask(mentors.needs)]

    press(qtbot, stage.window, Key.Key_Down, CONTROL)
    assert names()[:2] == ["Method", "Career"] and pane.list.currentIndex().row() == 1
    press(qtbot, stage.window, Key.Key_F2)
    form = stage.window.overlay()
    assert isinstance(form, NeedForm)
    qtbot.keyClicks(form.name, "Next steps")
    press(qtbot, stage.window, Key.Key_Return)
    assert names()[1] == "Next steps" and pane.list.currentIndex().data(ROW).title == "Next steps"
    pane.list.setFocus()
    press(qtbot, stage.window, Key.Key_Delete)
    assert "Next steps" not in names()
    undo(qtbot, stage.window)
    assert names()[1] == "Next steps"
    stage.window.frame.catalogue.run("mentors.add")
    form = stage.window.overlay()
    assert isinstance(form, NeedForm)
    qtbot.keyClicks(form.name, "method")
    press(qtbot, stage.window, Key.Key_Return)
    assert form.message.isVisible() and form.message.label.text() == "method is on your map already."
    form.name.setText("Teaching")
    press(qtbot, stage.window, Key.Key_Return)
    assert names()[-1] == "Teaching" and pane.list.currentIndex().data(ROW).title == "Teaching"


def test_looking_writes_nothing(stage: Stage) -> None:
    before = everything(stage.desk)
    for view in ("mentors", "referrals", "introductions"):
        stage.go(view)
    assert everything(stage.desk) == before


# --- Today and the person's page -------------------------------------------------------------------------


def test_today_leads_to_the_introduction(stage: Stage) -> None:
    stage.desk.do(introductions.introduced, stage.wanted)
    stage.desk.do(introductions.thanked, stage.wanted)
    stage.desk.do(introductions.talked, stage.wanted)
    move_clock(stage.desk, 7)
    stage.window.frame.navigator.go(Place("today"))
    settle()
    assert stage.window.page is not None
    assert "Tell Ada Adeyemi how it went with Di Duran" in words_on(stage.window.page)


def test_a_persons_page_tells_through_whom_and_to_whom(qtbot: QtBot, stage: Stage) -> None:
    stage.desk.do(introductions.introduced, stage.wanted)
    stage.desk.do(people.set_met, stage.ids["Ada"], None, stage.ids["Bo"])
    go = stage.window.frame.navigator.go
    go(Place("people", "person", stage.ids["Ada"]))
    settle()
    page = stage.window.page
    assert isinstance(page, PeoplePage)
    led = page.detail.overview().led
    assert [one.text() for one in led.led_to.links] == ["Di Duran"] and led.through.isHidden()
    assert led.led_to.links[0].accessibleName() == "Led you to Di Duran"
    go(Place("people", "person", stage.ids["Di"]))
    settle()
    assert [one.text() for one in led.through.links] == ["Bo Bakker", "Ada Adeyemi"] and led.led_to.isHidden()
    qtbot.mouseClick(led.action, LEFT)
    settle()
    assert stage.window.frame.navigator.here == Place("outreach", "referrals", stage.ids["Di"])
    go(Place("people", "person", stage.ids["Cy"]))
    settle()
    assert led.isHidden()


# --- looks ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1280, 800), (960, 640)])
@pytest.mark.parametrize("view", ["introductions", "referrals", "mentors"])
def test_every_view_fits_and_speaks_in_both_themes(
    stage: Stage, theme_choice: str, view: str, size: tuple[int, int]
) -> None:
    stage.desk.do(introductions.introduced, stage.wanted)
    stage.window.resize(*size)
    stage.go(view)
    page = stage.window.page
    assert isinstance(page, OutreachPage)
    assert nameless(page) == [] and same_names(page) == set()
    assert page.minimumSizeHint().width() <= size[0]
    for button in page.findChildren(QWidget):
        if button.isVisible() and button.metaObject().className() == "Button":
            assert button.width() >= button.sizeHint().width(), button.accessibleName()


def test_large_letters_make_room_for_one_of_the_two(qtbot: QtBot, stage: Stage) -> None:
    theme.choose_base(20)
    try:
        stage.window.resize(960, 640)
        stage.go("introductions")
        pane = introductions_of(stage)
        assert pane.both.is_stacked() and pane.list.isVisible() and not pane.panel.isVisible()
        press(qtbot, stage.window, Key.Key_Return)
        assert pane.panel.isVisible() and not pane.list.isVisible()
        press(qtbot, stage.window, Key.Key_Escape)
        assert pane.list.hasFocus()
    finally:
        theme.choose_base(13)
        QApplication.processEvents()
