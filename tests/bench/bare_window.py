"""The least that any PySide6 window with a list does: import, open, paint once, leave."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class FirstPaint(QObject):
    """Ends the application once what it watches has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return False


def main() -> int:
    application = QApplication(sys.argv)
    window = QMainWindow()
    view = QTableView()
    watcher = FirstPaint()
    view.viewport().installEventFilter(watcher)
    window.setCentralWidget(view)
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
