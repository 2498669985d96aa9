"""One session whole: when, where, who, what it is about; whether one goes, whether it is one's own, and one's notes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallway.domain.dates import say_day
from hallway.domain.programmes import Session
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.save_entry import ask_where
from hallway.ui.widgets.button import link, quiet, secondary
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import calendars, sessions, wishes

LONGEST_ABSTRACT = 6000


class SessionPanel(OverlayPanel):
    """Everything is kept at once; Escape closes. `change_wanted` for one that was written down by hand."""

    change_wanted = Signal()

    def __init__(self, frame: Frame, window: QWidget, event_id: int, session: Session) -> None:
        super().__init__(window, title=session.title, width=600)
        self._frame, self._event_id, self._session = frame, event_id, session
        self.star = Chip(self.tr("You go there"), "circle-check", checkable=True)
        self.mine = Chip(self.tr("Your talk or poster"), "presentation", checkable=True)
        name = self.tr("Your notes on this session")
        self.notes = NoteEdit(self.tr("What do you want to remember?"), least=3, name=name)
        self.star.setChecked(session.starred)
        self.mine.setChecked(session.mine)
        self.notes.set_text(session.notes)
        self._build(session)
        self.star.toggled.connect(lambda on: self._frame.bridge.do_quietly(sessions.star, session.id, on))
        self.mine.toggled.connect(lambda on: self._frame.bridge.do_quietly(sessions.make_mine, session.id, on))
        self.notes.kept.connect(lambda words: self._frame.bridge.do_quietly(sessions.note, session.id, words))

    def close_panel(self) -> None:
        """Keep the notes and put it away."""
        self.notes.keep_now()
        super().close_panel()

    def _change(self) -> None:
        self.close_panel()
        self.change_wanted.emit()

    def _take_out(self) -> None:
        self.close_panel()
        self._frame.bridge.do(sessions.remove, self._session.id)

    def _build(self, one: Session) -> None:
        today = self._frame.bridge.desk.clock.today()
        until = self.tr("to {time}").format(time=one.end_time) if one.end_time else ""
        when = " ".join(part for part in (say_day(one.on, today), one.start_time, until) if part)
        place = ", ".join(part for part in (when, one.room, one.track) if part)
        self.body.addWidget(Label(place, "body", "text2", wrap=True))
        if one.called_off:
            self.body.addWidget(Label(self.tr("No longer in the programme."), "body", "amber", wrap=True))
        if one.subtitle:
            self.body.addWidget(Label(one.subtitle, wrap=True))
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self.star)
        chips.addWidget(self.mine)
        chips.addStretch(1)
        self.body.addLayout(chips)
        self._add_speakers(one)
        if one.abstract:
            self.body.addWidget(Label(one.abstract[:LONGEST_ABSTRACT], wrap=True))
        self.body.addWidget(self.notes)
        foot = self.foot()
        self.save = quiet(self.tr("Save for a calendar…"), "calendar-plus")
        self.save.clicked.connect(
            lambda: ask_where(self._frame.bridge, self, one.title, calendars.session_alone, one.id)
        )
        foot.addWidget(self.save)
        foot.addStretch(1)
        if one.is_own:
            self._add_own_buttons(foot)

    def _add_own_buttons(self, foot: QHBoxLayout) -> None:
        """What one wrote down oneself is changed here; a programme says by itself when and where."""
        self.change = secondary(self.tr("Change…"), "pencil")
        self.take_out = quiet(self.tr("Take out"), "trash-2")
        self.change.clicked.connect(self._change)
        self.take_out.clicked.connect(self._take_out)
        foot.addWidget(self.take_out)
        foot.addWidget(self.change)

    def _add_speakers(self, one: Session) -> None:
        known = self._frame.bridge.ask(sessions.who_speaks, one.id)
        names = {name for _, name in known}
        others = [name for name in one.speakers if name not in names]
        row = QWidget()
        flow = FlowLayout(row)
        for person_id, name in known:
            button = link(name.replace("&", "&&"), "user-round")
            button.setAccessibleName(self.tr("Open {name}").format(name=name))
            button.clicked.connect(lambda _=False, id_=person_id: self._go(id_))
            flow.addWidget(button)
        for name in others:
            flow.addWidget(self._wish_for(name))
        row.setVisible(bool(known or others))
        self.body.addWidget(row)

    def _wish_for(self, name: str) -> QWidget:
        button = secondary(self.tr("{name}: would like to meet").format(name=name.replace("&", "&&")), "user-plus")
        button.clicked.connect(lambda: self._want(name))
        return button

    def _want(self, name: str) -> None:
        reason = self.tr("Speaks in “{title}”.").format(title=self._session.title)
        if self._frame.bridge.do(wishes.want_by_name, name, self._event_id, reason) is not None:
            self.close_panel()

    def _go(self, person_id: int) -> None:
        self.close_panel()
        self._frame.navigator.go(Place("people", "person", person_id))


def open_session(frame: Frame, window: QWidget, event_id: int, session_id: int) -> SessionPanel:
    """Open a session over the window. Raises `NotFound`."""
    panel = SessionPanel(frame, window, event_id, frame.bridge.ask(sessions.one, session_id))
    panel.closed.connect(panel.deleteLater)
    panel.open(panel.star)
    return panel
