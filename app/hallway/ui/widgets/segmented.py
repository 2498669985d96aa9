"""One choice out of a few, side by side in one frame."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QWidget

from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import TextRole, width
from hallway.ui.widgets.tooltip import plain


class SegmentedControl(QFrame):
    """Shows (key, text, icon name or "") triples; arrows move the choice, ``chosen`` tells the new key."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str, str]], *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (key, text, icon) in enumerate(choices):
            segment = _Segment(key, text, icon)
            segment.is_first, segment.is_last = place == 0, place == len(choices) - 1
            segment.stepped.connect(self._step)
            self._group.addButton(segment)
            self._segments[key] = segment
            row.addWidget(segment)
        self.choose(choices[0][0])
        self._group.buttonToggled.connect(self._tell)

    def choose(self, key: str) -> None:
        """Choose by key; tells through ``chosen`` when it changes. Raises KeyError."""
        self._segments[key].setChecked(True)
        self._pass_tab_stop()

    def current(self) -> str:
        """Return the key of the chosen part."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def set_compact(self, compact: bool) -> None:
        """With little room show the icons alone, and words at the chosen part only."""
        for segment in self._segments.values():
            segment.set_compact(compact)

    def full_width(self) -> int:
        """Return how wide it is with all its words."""
        return sum(segment.full_width() for segment in self._segments.values())

    def focus_chosen(self) -> None:
        """Give the chosen part the keyboard."""
        self._segments[self.current()].setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, button: QAbstractButton, on: bool) -> None:
        if on:
            self._pass_tab_stop()
            self.chosen.emit(self.current())

    def _step(self, by: int) -> None:
        keys = list(self._segments)
        place = min(max(keys.index(self.current()) + by, 0), len(keys) - 1)
        self._segments[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)
        self.choose(keys[place])

    def _pass_tab_stop(self) -> None:
        """Tab stops once, at the chosen part; the arrows reach the others."""
        for segment in self._segments.values():
            chosen = segment.isChecked()
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)


class _Segment(QAbstractButton):
    stepped = Signal(int)

    def __init__(self, key: str, text: str, icon: str) -> None:
        super().__init__()
        self.key, self._icon_name = key, icon
        self.is_first = self.is_last = self._is_compact = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        look.changed.connect(self.updateGeometry)
        self.toggled.connect(self.updateGeometry)

    def set_compact(self, compact: bool) -> None:
        self._is_compact = compact and bool(self._icon_name)
        self.setToolTip(plain(self.text()) if self._is_compact else "")
        self.updateGeometry()
        self.update()

    def full_width(self) -> int:
        wide = width("strong", self.text()) + 2 * look.scaled(12)
        return round(wide + (look.scaled(16) + 7 if self._icon_name else 0))

    def sizeHint(self) -> QSize:
        wide = look.scaled(16) + 2 * look.scaled(12) if self._shows_icon_alone() else self.full_width()
        return QSize(wide, look.control_height())

    def _shows_icon_alone(self) -> bool:
        return self._is_compact and not self.isChecked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        self._draw_ground(painter)
        ink = "disabled" if not self.isEnabled() else "accent_text" if self.isChecked() else "text"
        role: TextRole = "strong" if self.isChecked() else "name"
        alone = self._shows_icon_alone()
        content = 0 if alone else width(role, self.text())
        content += look.scaled(16) + (0 if alone else 7) if self._icon_name else 0
        left = (self.width() - content) / 2
        if self._icon_name:
            side = look.scaled(16)
            box = QRectF(left, (self.height() - side) / 2, side, side)
            icons.draw(painter, box, self._icon_name, tokens().colour(ink))
            left += side + 7
        if alone:
            return
        paint.text_elided(painter, QRectF(left, 0, self.width() - left, self.height()), self.text(), role, ink)

    def _draw_ground(self, painter: QPainter) -> None:
        """Paint this part of the common frame: the clip hides the corners the neighbours continue."""
        whole = QRectF(self.rect()).adjusted(0 if self.is_first else -9, 0, 0 if self.is_last else 9, 0)
        clip = QPainterPath()
        clip.addRect(QRectF(self.rect()))
        painter.setClipPath(clip)
        fill = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else "surface"
        paint.rounded_rect(painter, whole, 6, fill, "control")
        if not self.is_first:
            paint.upright_line(painter, 0, 1, self.height() - 1, "control" if self.isChecked() else "line")
        painter.setClipping(False)
