"""A file dropped on any room is looked at where files come in; what a room takes for itself it has before that."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from hallway.ui.frame.places import Place

if TYPE_CHECKING:
    from hallway.ui.shell.window import Window


class Dropping(QObject):
    """Watches the window's own drags: nothing is read before it is let go, nothing is changed before the review."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and self._takes(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and self._takes(event.mimeData()):
            event.acceptProposedAction()
            take_files(self._window, files_of(event.mimeData()))
            return True
        return False

    def _takes(self, given: QMimeData) -> bool:
        return bool(files_of(given)) and self._window.overlay() is None


def take_files(window: Window, paths: Sequence[Path]) -> bool:
    """Show what files would do, where files come in; False while others are still being read there."""
    from hallway.ui.exchange.page import ExchangePage  # with the first file

    window.frame.navigator.go(Place("exchange"))
    page = window.page_of("exchange")
    assert isinstance(page, ExchangePage)
    if page.job is not None:
        return False
    page.take_files(paths)
    return True


def files_of(given: QMimeData) -> tuple[Path, ...]:
    """The files on this device among what is dragged; a folder is none."""
    paths = (Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())
