"""The guide over the window: topics at the left, the page at the right, one thing to do below it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from hallway.ui.parts.markdown_view import MarkdownView
from hallway.ui.shell.window import Window
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import guide

LIST_WIDTH, TALL = 230, 480


class GuidePanel(OverlayPanel):
    """Arrows choose a topic, Enter or Tab goes on to its page, Ctrl+Enter does the one thing, Escape leaves."""

    def __init__(self, window: Window, key: str) -> None:
        super().__init__(window, title=_t("How others go about it"), width=860)
        self._window, self._topics = window, guide.topics()
        self.list = QListWidget()
        self.title, self.line = Label("", "title", wrap=True), Label("", "body", "text2", wrap=True)
        self.text = MarkdownView(_t("The page"))
        self.do = primary("", keys="Ctrl+Enter")
        self.keys = quiet(_t("All keys"), "keyboard")
        self._build()
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda: self._area.setFocus(Qt.FocusReason.TabFocusReason))
        self.do.clicked.connect(self.do_it)
        self.keys.clicked.connect(self._show_keys)
        self.list.setCurrentRow(next((at for at, one in enumerate(self._topics) if one.key == key), 0))

    def do_it(self) -> None:
        """Close, and do the one thing of the page."""
        action = self._topics[self.list.currentRow()].do
        self.close_panel()
        self._window.frame.catalogue.run(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.do_it()
        super().keyPressEvent(event)

    def _show(self, at: int) -> None:
        one = self._topics[at]
        self.title.set_text(one.title)
        self.line.set_text(one.line)
        self.text.show_text(one.text)
        self.do.setText(one.button)
        self._area.verticalScrollBar().setValue(0)

    def _show_keys(self) -> None:
        self.close_panel()
        self._window.frame.catalogue.run("window.help")

    def _build(self) -> None:
        self.list.addItems([one.title for one in self._topics])
        self.list.setAccessibleName(_t("Topics"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setFixedWidth(look.scaled(LIST_WIDTH))
        self.list.viewport().setAutoFillBackground(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(4, 0, 16, 8)
        column.setSpacing(8)
        for part in (self.title, self.line, self.text):
            column.addWidget(part)
        column.addStretch(1)
        self._area = ScrollArea(content, tall=TALL)
        self._area.setAccessibleName(_t("The page of the chosen topic"))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(self.list)
        both.addWidget(self._area, 1)
        self.body.addLayout(both)
        foot = self.foot()
        foot.addWidget(self.keys)
        foot.addStretch(1)
        foot.addWidget(self.do)


def open_guide(window: Window, key: str = "") -> GuidePanel:
    """Show the guide over the window, at a topic."""
    panel = GuidePanel(window, key)
    panel.closed.connect(panel.deleteLater)
    panel.open(panel.list)
    return panel


def _t(text: str) -> str:
    return QCoreApplication.translate("guide", text)
