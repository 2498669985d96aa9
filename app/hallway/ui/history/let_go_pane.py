"""What was let go, and bringing it back."""

from __future__ import annotations

from hallway.ui.frame.bridge import Bridge
from hallway.ui.history.delegates import LetGoDelegate
from hallway.ui.history.let_go_model import LetGoModel
from hallway.ui.history.view import Pane
from hallway.ui.history.words import t, waits_words
from hallway.ui.widgets.empty_view import EmptyView
from hallway.usecases import trash


class LetGoPane(Pane):
    """People, events and organisations that wait for thirty days. Enter brings back."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.model = LetGoModel(bridge)
        title, sentence = t("Nothing was let go"), t("What you let go waits here for 30 days and can be brought back.")
        super().__init__(self.model, t("Let go, newest first"), EmptyView("archive-restore", title, sentence))
        self.model.setParent(self)
        self.button.setText(self.tr("Bring back"))
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(LetGoDelegate(self.list, self.model.kinds))
        self.button.clicked.connect(self.bring_back)
        self.list.activated.connect(self.bring_back)

    def refresh(self) -> None:
        """Ask again; where the chosen one is gone, its neighbour is chosen."""
        at = max(0, self.list.currentIndex().row())
        self.model.refresh()
        self.fit()
        self.list.setCurrentIndex(self.model.index(min(at, self.model.rowCount() - 1)))
        self.show_offer()

    def show_offer(self) -> None:
        one = self.model.one(self.list.currentIndex().row())
        self.words.set_text(waits_words(one, self.model.today()) if one else "")
        self.button.setEnabled(one is not None)

    def bring_back(self) -> None:
        """Bring the chosen one back."""
        one = self.model.one(self.list.currentIndex().row())
        if one is not None:
            self._bridge.do(trash.bring_back, one.kind, one.id)
            self.focus_first()
