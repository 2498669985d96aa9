"""The card over the whole window, black on white, to be held up to a phone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QWidget

from hallway.domain.own_profile import QUIET, Code
from hallway.ui.card.squares import dark, draw_code, light, square_of
from hallway.ui.frame.places import Navigator
from hallway.ui.theme.type import font, in_line, metrics
from hallway.usecases.card import MyCard

EDGE, GAP = 24, 8
WORDS_WIDEST = 420
BESIDE = 1.2
"""From so much wider than high on, the words stand beside the code, which is larger then."""
LARGER = 1.3
CENTRE = Qt.AlignmentFlag.AlignHCenter
LEADS_BACK = (Qt.Key.Key_Escape, Qt.Key.Key_F, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BigCard(QWidget):
    """Escape, F, Enter or a click lead back; so does going to another room."""

    def __init__(self, window: QWidget, navigator: Navigator, card: MyCard, code: Code) -> None:
        super().__init__(window)
        self._before = QApplication.focusWidget()
        self._shown, self._code = card.shown, code
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = self.tr("The card of {name}, big. Escape leads back.")
        self.setAccessibleName(words.format(name=card.shown.name))
        self.setAccessibleDescription(card.shown.line)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        navigator.went.connect(self.go_back)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Put it away and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in LEADS_BACK:
            self.go_back()
        event.accept()  # keys are not for the page below

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.go_back()

    def focusNextPrevChild(self, next_one: bool) -> bool:
        return True  # the keyboard stays here

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light())
        painter.drawRect(self.rect())
        room = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        hint = metrics("small").height()
        foot = QRectF(room.left(), room.bottom() - hint, room.width(), hint)
        painter.setPen(dark())
        painter.setFont(font("small"))
        painter.drawText(foot, int(CENTRE), self.tr("Esc or a click leads back"))
        room.setBottom(foot.top())
        if room.width() > BESIDE * room.height():
            self._draw_beside(painter, room)
        else:
            self._draw_below(painter, room)

    def _draw_beside(self, painter: QPainter, room: QRectF) -> None:
        """The words at the left and the code as high as the window, together in the middle."""
        square = square_of(room.height(), self._code)
        side = square * (len(self._code.rows) + 2 * QUIET)
        column = QRectF(0, room.top(), min(WORDS_WIDEST, room.width() - side), room.height())
        column.moveLeft(room.left() + (room.width() - side - column.width()) / 2)
        words = self._words(column.width(), column.height())
        column.setTop(column.top() + (column.height() - _high(words)) / 2)
        _write(painter, column, words, centred=False)
        draw_code(painter, QPointF(column.right() + side / 2, room.center().y()), square, self._code)

    def _draw_below(self, painter: QPainter, room: QRectF) -> None:
        """The words above the code, which has what room they leave."""
        words = self._words(room.width(), room.height() / 3)
        high = _high(words)
        square = square_of(min(room.width(), room.height() - high), self._code)
        side = square * (len(self._code.rows) + 2 * QUIET)
        room.setTop(room.top() + (room.height() - high - side) / 2)
        _write(painter, room, words, centred=True)
        draw_code(painter, QPointF(room.center().x(), room.top() + high + side / 2), square, self._code)

    def _words(self, width: float, height: float) -> list[QTextLayout]:
        """What is said beside the code, wrapped to a width and cut at whole lines where the height ends."""
        said = [(font("display"), self._shown.name)]
        said += [(font("lead"), words) for words in (self._shown.saying, self._shown.line) if words]
        if self._shown.introduction:
            said.append((font("lead"), self._shown.introduction))
        paragraphs = []
        for lettering, words in said:
            paragraphs.append(_wrapped(words, _larger(lettering), width, height))
            height -= _high(paragraphs[-1:])
        return paragraphs


def _wrapped(words: str, lettering: QFont, width: float, height: float) -> QTextLayout:
    """At least one line; a word longer than a line is broken."""
    layout = QTextLayout(in_line(words), lettering)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
        if top + line.height() > height:
            break
    layout.endLayout()
    return layout


def _high(paragraphs: list[QTextLayout]) -> float:
    return sum(one.boundingRect().height() + GAP for one in paragraphs)


def _write(painter: QPainter, room: QRectF, paragraphs: list[QTextLayout], *, centred: bool) -> None:
    painter.setPen(dark())
    top = room.top()
    for one in paragraphs:
        for number in range(one.lineCount()):
            line = one.lineAt(number)
            left = (room.width() - line.naturalTextWidth()) / 2 if centred else 0
            line.draw(painter, QPointF(room.left() + left, top))
        top += _high([one])


def _larger(lettering: QFont) -> QFont:
    """Read from further away than the rest of the window."""
    lettering.setPixelSize(round(lettering.pixelSize() * LARGER))
    return lettering
