"""No part of a control is ever shown before it is inside: it would be a window of its own, and take the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from hallway.ui.widgets.disclosure import Disclosure
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.toast import Toast


class Watch(QObject):
    """Collects every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.mark.parametrize(
    "make",
    [
        lambda: PageHeader("Timeline", "Everything that happened"),
        lambda: Toast("Saved", "Undo"),
        lambda: InlineMessage("Nothing was changed.", action="Show the row"),
        lambda: EmptyView("sun", "A quiet day", "Nothing asks for you.", "Look ahead"),
        lambda: Disclosure("If you have more time", "3 more"),
    ],
)
def test_making_it_shows_no_window(dressed: QApplication, make: Callable[[], QWidget]) -> None:
    watch = Watch()
    dressed.installEventFilter(watch)
    try:
        made = make()
    finally:
        dressed.removeEventFilter(watch)
    assert not watch.shown
    made.deleteLater()
