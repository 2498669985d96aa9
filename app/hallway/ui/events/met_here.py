"""The people met at an event, and one field to add the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from hallway.domain.events import Event, MetThere, say_again
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.faces import faces_of
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.theme.look import look
from hallway.ui.theme.type import width
from hallway.ui.widgets import paint
from hallway.ui.widgets.button import link
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import capturing

MOST, ROW, FACE = 12, 48, 32


class MetHere(Card):
    """The card "Met here"; the event is filled in for whoever is added."""

    def __init__(self, frame: Frame, most: int = MOST) -> None:
        super().__init__(self.tr("Met here"))
        self._most = most
        self._frame = frame
        self._event_id = 0
        self._count = Label("", "body", "text2")
        self.head.addWidget(self._count)
        self.field = TextField(self.tr("Name, and anything you recall"), icon="user-plus")
        self.field.returnPressed.connect(self.add)
        self._hint = Label("", "small", "text2", wrap=True)
        self._people: Sequence[MetThere] = ()
        self._days = (date(1970, 1, 1), False)
        self._rows: list[MetRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.all = link("")
        self.all.clicked.connect(self._show_all)
        self.body.addWidget(self.field)
        self.body.addWidget(self._hint)
        self.body.addLayout(self._column)
        self.body.addWidget(self.all)

    def show_people(self, event: Event, people: Sequence[MetThere], today: date, session: str = "") -> None:
        """Show who was met, the last one first; `session` is the one that will be filled in for the next."""
        most = len(self._rows) if event.id == self._event_id else 0
        self._event_id, self._people = event.id, people
        self._days = today, event.end_on > event.start_on
        self._count.set_text(str(len(people)) if people else "")
        begun = event.start_on <= today
        self.field.setVisible(begun)
        filled = self.tr("{event} is filled in for you.").format(event=session or event.title)
        coming = self.tr("Whom you meet there will be listed here.")
        self._hint.set_text(filled if begun else coming)
        self._fill(max(self._most, most))

    def add(self) -> None:
        """Enter: the person is on disk, the field is free for the next."""
        line = self.field.text().strip()
        if line and self._frame.bridge.do(capturing.save, line, None, self._event_id) is not None:
            self.field.clear()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, most: int) -> None:
        """Show so many; rows that are there are used again, and those no longer needed go."""
        shown = self._people[:most]
        for _ in range(len(shown) - len(self._rows)):
            row = MetRow(self._frame.bridge)
            row.clicked.connect(self._go_to_sender)
            self._rows.append(row)
            self._column.addWidget(row)
        while len(self._rows) > max(self._most, len(shown)):
            spare = self._rows.pop()
            spare.hide()
            spare.deleteLater()
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(shown))
            if at < len(shown):
                one = shown[at]
                row.show_person(one.person_id, one.name, line_of(one), self._when(one))
        self.all.setVisible(len(self._people) > len(shown))
        self.all.setText(self.tr("All %n people", "", len(self._people)))

    def _when(self, one: MetThere) -> str:
        """The time on the day itself, else the day."""
        today, lasts = self._days
        if one.on is None or one.on == today or not lasts:
            return one.at_time
        return f"{one.on:%a}"

    def _show_all(self) -> None:
        at = len(self._rows)
        self._fill(len(self._people))
        self._rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to_sender(self) -> None:
        row = self.sender()
        assert isinstance(row, MetRow)
        self._frame.navigator.go(Place("people", "person", row.person_id))


class MetRow(QAbstractButton):
    """One person; opens them."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos = faces_of(bridge)
        self._photos.arrived.connect(self.update)
        self.person_id, self._name, self._line, self._aside = 0, "", "", ""
        self.setProperty("ownFocus", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_person(self, person_id: int, name: str, line: str, aside: str = "") -> None:
        """Show somebody, with a short word at the right; nothing is painted again for somebody shown already."""
        if (person_id, name, line, aside) != (self.person_id, self._name, self._line, self._aside):
            self.person_id, self._name, self._line, self._aside = person_id, name, line, aside
            self.setAccessibleName(", ".join(part for part in (name, line, aside) if part))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(200), look.scaled(ROW - 6 if look.density == "compact" else ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint.row_ground(painter, box, False, self.underMouse(), self.hasFocus())
        side = look.scaled(FACE)
        face = QRectF(6, (box.height() - side) / 2, side, side)
        photo = self._photos.of(self.person_id, side, self.devicePixelRatio())
        paint.paint_avatar(painter, face, self._name, photo=photo)
        height = look.scaled(18)
        upper = QRectF(face.right() + 12, box.center().y() - height, box.width() - face.right() - 18, height)
        lower, aside = upper.translated(0, height), width("small", self._aside) + 8
        if not self._line:
            upper.translate(0, height / 2)
        if self._aside and width("name", self._name) + aside <= upper.width():
            paint.text_elided(painter, upper, self._aside, "small", "text3", paint.RIGHT)
            upper.setWidth(upper.width() - aside)
        paint.text_elided(painter, upper, self._name, "name")
        paint.text_elided(painter, lower, self._line, "small", "text2")


def line_of(one: MetThere) -> str:
    """ "Third time you meet. Heat and maternal health"; their place where nothing was written."""
    words = next(iter(one.words.splitlines()), "") or one.line
    return ". ".join(part for part in (say_again(len(one.before) + 1), words) if part)
