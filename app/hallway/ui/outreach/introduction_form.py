"""Beginning an introduction from anywhere: two people one brings together, or somebody who introduces one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from hallway.domain.errors import NotFound
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.form_panel import FormPanel, named
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.tooltip import plain
from hallway.usecases import introductions, paths

MOST_OFFERED = 3


class Wish(NamedTuple):
    """What the form asks for; made for the user (not `by_me`), the first is whom they would like to meet."""

    by_me: bool
    title: str
    first: str
    second: str
    reason: str


class IntroductionForm(FormPanel):
    """Ctrl+Enter keeps, Escape leaves; `kept` tells the introduction. Whom one would like to meet may be new."""

    kept = Signal(int)

    def __init__(self, bridge: Bridge, window: QWidget, wish: Wish) -> None:
        super().__init__(bridge, window, wish.title)
        self._wish = wish
        self.first = PersonPicker(bridge, wish.first, one=True)
        self.second = PersonPicker(bridge, wish.second, one=True)
        self.first.field.may_be_new = not wish.by_me
        self.ways, self._chips = QWidget(), list[Chip]()
        self.reason = NoteEdit(least=2, name=wish.reason)
        self._build()
        self.first.changed.connect(self._look_again)
        self.second.changed.connect(self._look_again)
        self.reason.accepted.connect(self.write)

    def fill(self, first_id: int, second_id: int) -> None:
        """Show whom it is about; 0 for nobody yet."""
        self.first.set_people([first_id] if first_id else [])
        self.second.set_people([second_id] if second_id else [])
        self._look_again()

    def begin_at(self) -> QWidget:
        """Where one begins to write."""
        if not self.first.ids():
            return self.first.field
        return self.reason if self.second.ids() else self.second.field

    def write(self) -> None:
        """Keep what is written; without two people it is said and stays in the form."""
        do, reason = self._bridge.do, self.reason.text()
        first, second = next(iter(self.first.ids()), 0), next(iter(self.second.ids()), 0)
        name = "" if first or self._wish.by_me else self.first.field.text().strip()
        if not second or not (first or name):
            self.say(self.tr("It takes two people: choose both."))
            (self.second if first or name else self.first).field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._wish.by_me:
            done = do(introductions.start, first, second, reason)
        elif first:
            done = do(introductions.ask_for, second, first, reason)
        else:
            done = do(introductions.ask_for_by_name, second, name, reason)
        if done is not None:
            self.close_panel()
            self.kept.emit(done.value)

    def _look_again(self) -> None:
        self.first.leave_out = next(iter(self.second.ids()), 0)
        self.second.leave_out = next(iter(self.first.ids()), 0)
        self._offer_ways()

    def _offer_ways(self) -> None:
        """Who knows them, as far as the record tells, while nobody is chosen yet."""
        self._flow.clear()
        wanted = next(iter(self.first.ids()), 0)
        offered = wanted and not self._wish.by_me and not self.second.ids()
        self._chips = [self._chip(*way) for way in self._ways(wanted)] if offered else []
        for chip in self._chips:
            self._flow.addWidget(chip)
        self.ways.setVisible(bool(self._chips))

    def _ways(self, wanted: int) -> Sequence[tuple[int, str, str]]:
        ask = self._bridge.ask
        try:
            found = ask(paths.routes, ask(paths.target, paths.PERSON, wanted))
        except NotFound:
            return ()
        near = [way for way in found if len(way.people) == 2]
        return [(way.people[0], way.names[0], way.steps[-1].why) for way in near[:MOST_OFFERED]]

    def _chip(self, person_id: int, name: str, why: str) -> Chip:
        chip = Chip(name, "user-round", button=True)
        chip.setAccessibleName(self.tr("{name} could introduce you: {why}").format(name=name, why=why))
        chip.setToolTip(plain(why))
        chip.clicked.connect(lambda: self._choose(person_id))
        return chip

    def _choose(self, person_id: int) -> None:
        self.second.set_people([person_id])
        self._look_again()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._flow = FlowLayout(self.ways)
        self.ways.hide()
        fields = ((self._wish.first, self.first), (self._wish.second, self.second), (self._wish.reason, self.reason))
        for words, field in fields:
            self.body.addLayout(named(words, field, *((self.ways,) if field is self.second else ())))
        self.finish_form()


def open_make(frame: Frame, first_id: int = 0, second_id: int = 0) -> IntroductionForm:
    """Open the form over the window for two people whom one brings together."""
    wish = Wish(
        True, _t("Introduce two people"), _t("Whom you ask first"), _t("Whom you ask then"),
        _t("What they have in common"),
    )  # fmt: skip
    return _open(frame, wish, first_id, second_id)


def open_ask(frame: Frame, connector_id: int = 0, target_id: int = 0) -> IntroductionForm:
    """Open the form over the window for somebody one would like to be introduced to."""
    wish = Wish(
        False, _t("Ask for an introduction"), _t("Whom you would like to meet"), _t("Who could introduce you"),
        _t("Why you would like to meet"),
    )  # fmt: skip
    return _open(frame, wish, target_id, connector_id)


def _open(frame: Frame, wish: Wish, first_id: int, second_id: int) -> IntroductionForm:
    window = frame.catalogue.parent()
    assert isinstance(window, QWidget)
    form = IntroductionForm(frame.bridge, window, wish)
    form.closed.connect(form.deleteLater)
    form.kept.connect(lambda id_: frame.navigator.go(Place("outreach", "introductions", id_)))
    form.fill(first_id, second_id)
    form.open(form.begin_at())
    return form


def _t(text: str) -> str:
    return QCoreApplication.translate("introductions", text)
