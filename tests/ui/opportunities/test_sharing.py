"""Things to share and favours in the window, by keys: pasted, ranked, written, kept, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from hallway.domain.sharing import RECEIVED, Favour, Resource
from hallway.store.interactions import TimelineFilter
from hallway.ui.frame.places import Place
from hallway.ui.opportunities.favours import Favours
from hallway.ui.opportunities.page import OpportunitiesPage
from hallway.ui.opportunities.thing_form import ThingForm
from hallway.ui.opportunities.things import Things
from hallway.ui.parts.favour_form import FavourForm
from hallway.ui.parts.message_panel import MessagePanel
from hallway.ui.shell.window import Window
from hallway.usecases import interactions, settings, sharing
from hallway.usecases.desk import Desk
from tests.makers import add_moment, add_person, days_ago
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, same_names, settle, undo, words_on

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    add_person(desk, "Ada Lovelace", topics=("Street trees",))
    bo = add_person(desk, "Bo Bakker")
    add_moment(desk, bo, on=days_ago(9), summary="On mixed-effects models.")
    return open_window(qtbot, desk, tmp_path, Place("opportunities", "things"))


def things(window: Window) -> Things:
    page = window.page
    assert isinstance(page, OpportunitiesPage)
    shown = page.shown()
    assert isinstance(shown, Things)
    return shown


def test_a_text_is_pasted_and_whoever_would_want_it_is_written_to(qtbot: QtBot, window: Window, desk: Desk) -> None:
    press(qtbot, window, Key.Key_W, CONTROL | SHIFT)
    form = window.overlay()
    assert isinstance(form, ThingForm) and form.text.hasFocus()
    form.text.insertPlainText("Street trees in courts\nMixed-effects models. https://example.org/trees")
    press(qtbot, window, Key.Key_Return, CONTROL)
    view = things(window)
    (one,) = desk.ask(sharing.resources)
    assert (one.title, one.link) == ("Street trees in courts", "https://example.org/trees")
    assert [row.name.text() for row in view.panel.rows] == ["Ada Lovelace", "Bo Bakker"]
    assert "Interested in Street trees." in words_on(view.panel)
    view.list.setFocus()
    press(qtbot, window, Key.Key_Return)
    assert view.panel.rows[0].write.hasFocus()
    press(qtbot, window, Key.Key_Space)
    panel = window.overlay()
    assert isinstance(panel, MessagePanel)
    assert "Street trees in courts" in panel.note.text() and "It is about Street trees." in panel.note.text()
    press(qtbot, window, Key.Key_Return, CONTROL)
    assert "Already sent on Wednesday 17 June. Interested in Street trees." in words_on(view.panel)
    assert len(desk.ask(interactions.timeline, TimelineFilter())) == 2
    undo(qtbot, window)
    assert len(desk.ask(interactions.timeline, TimelineFilter())) == 1
    assert nameless(window) == [] and same_names(window) == set()


def test_escape_leads_back_and_delete_takes_away(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.frame.bridge.do(sharing.add, Resource("Looms"))
    settle()
    view = things(window)
    assert "Nobody in your record comes close to it yet" in words_on(view.panel)
    view.list.setFocus()
    press(qtbot, window, Key.Key_Return)
    press(qtbot, window, Key.Key_Escape)
    assert view.list.hasFocus()
    press(qtbot, window, Key.Key_Delete)
    assert desk.ask(sharing.resources) == () and view.empty.isVisible()
    undo(qtbot, window)
    assert len(desk.ask(sharing.resources)) == 1


def test_a_strange_address_is_said_in_the_form_and_nothing_typed_is_lost(
    qtbot: QtBot, window: Window, desk: Desk
) -> None:
    window.frame.catalogue.run("things.add")
    form = window.overlay()
    assert isinstance(form, ThingForm)
    form.title_field.setText("Looms")
    form.address.setText("javascript:alert(1)")
    press(qtbot, window, Key.Key_Return, CONTROL)
    assert form.message.isVisible() and form.title_field.text() == "Looms" and desk.ask(sharing.resources) == ()


def test_a_dropped_link_or_file_opens_the_form(window: Window, tmp_path: Path) -> None:
    view, path = things(window), tmp_path / "call.txt"
    path.write_text("Call for papers on street trees", encoding="utf-8")
    for url, title in ((QUrl.fromLocalFile(str(path)), "Call for papers on street trees"),
                       (QUrl("https://example.org/x"), "https://example.org/x")):  # fmt: skip
        data = QMimeData()
        if url.isLocalFile():
            data.setUrls([url])
        else:
            data.setText(url.toString())
        actions, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        view.dropEvent(QDropEvent(QPoint(5, 5), actions, data, Qt.MouseButton.LeftButton, none))
        settle()
        form = window.overlay()
        assert isinstance(form, ThingForm) and form.title_field.text() == title
        form.close_panel()
        settle()


def test_a_favour_is_written_down_changed_and_thanked_for(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.frame.catalogue.run("favours.add")
    form = window.overlay()
    assert isinstance(form, FavourForm)
    form.write()
    assert form.message.label.text().startswith("Who was it?")
    qtbot.keyClicks(form.who.field, "Ada")
    press(qtbot, window, Key.Key_Return)
    form.way.choose(RECEIVED)
    form.kind.setCurrentIndex(form.kind.findData("feedback"))
    press(qtbot, window, Key.Key_Return, CONTROL)
    page = window.page
    assert isinstance(page, OpportunitiesPage)
    view = page.shown()
    assert isinstance(view, Favours)
    assert "They gave you feedback on Wednesday 17 June" in words_on(view.panel)
    qtbot.mouseClick(view.panel.write, LEFT)
    assert isinstance(window.overlay(), MessagePanel)
    press(qtbot, window, Key.Key_Escape)
    view.list.setFocus()
    press(qtbot, window, Key.Key_Return)
    press(qtbot, window, Key.Key_F2)
    form = window.overlay()
    assert isinstance(form, FavourForm) and form.way.current() == RECEIVED
    form.text.setText("Two pages")
    press(qtbot, window, Key.Key_Return, CONTROL)
    assert [one.text for one in desk.ask(sharing.favours)] == ["Two pages"]
    assert nameless(window) == [] and same_names(window) == set()


def test_favours_stand_on_the_persons_page_as_sentences(qtbot: QtBot, window: Window, desk: Desk) -> None:
    from hallway.ui.people.favours import PersonFavours

    window.frame.bridge.do(sharing.add_favour, Favour(1, "given", "data", "Flow data"))
    window.frame.navigator.go(Place("people", "person", 1))
    settle()
    shown = window.page.findChild(PersonFavours)
    assert shown is not None and [one.text() for one in shown.links] == ["You sent them data on Wednesday 17 June"]
    shown.links[0].click()
    assert isinstance(window.overlay(), FavourForm)
    press(qtbot, window, Key.Key_Escape)
    window.frame.navigator.go(Place("people", "person", 2))
    settle()
    assert shown.links == [] and shown.action.isVisible()
    shown.action.click()
    form = window.overlay()
    assert isinstance(form, FavourForm) and form.who.ids() == (2,)
