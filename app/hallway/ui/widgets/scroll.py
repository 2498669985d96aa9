"""A place that scrolls, without a frame or a ground of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from hallway.ui.theme.look import look

NEVER, NEEDED, ALWAYS = (
    Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOn
)  # fmt: skip


class ScrollArea(QScrollArea):
    """Scrolls as the keyboard comes to what is in it, upright, and ``both_ways`` where it may be too narrow.

    With ``keeps_room`` the room of the bar stays, so that nothing wraps anew; the style paints the bar only where there
    is something to scroll. ``tall`` is how many pixels it would like to show, where there is room.
    """

    def __init__(
        self, content: QWidget | None = None, *, keeps_room: bool = False, both_ways: bool = False, tall: int = 0
    ) -> None:
        super().__init__()
        self._tall = tall
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(ALWAYS if keeps_room else NEEDED)
        self.setHorizontalScrollBarPolicy(NEEDED if both_ways else NEVER)
        self.viewport().setAutoFillBackground(False)
        if content is not None:
            self.setWidget(content)

    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        widget.setAutoFillBackground(False)  # Qt has switched it on

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), look.scaled(self._tall)) if self._tall else hint

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give what is new inside its room at once.

        Qt shows it one turn of the event loop later and makes room another turn later; between the two it would be
        painted squeezed.
        """
        inside = self.widget()
        if event.type() == QEvent.Type.LayoutRequest and inside is not None and watched is inside:
            _show_new(inside.layout())
            super().event(event)
        return super().eventFilter(watched, event)


def _show_new(layout: QLayout | None) -> None:
    """Show what was put into a layout of something visible and neither shown nor hidden since, as Qt would do later."""
    if layout is None:
        return
    for item in (layout.itemAt(at) for at in range(layout.count())):
        assert item is not None
        widget = item.widget()
        if widget is None:
            _show_new(item.layout())
        elif widget.isHidden() and not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            widget.show()
        else:
            _show_new(widget.layout())
