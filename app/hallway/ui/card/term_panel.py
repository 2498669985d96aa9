"""What I did this term: from and until, the page as it will be, and saving it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.term import Term
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.briefing_panel import BriefingPanel
from hallway.ui.parts.day_field import day_field
from hallway.ui.widgets.label import Label
from hallway.usecases import term as usecase


class TermPanel(BriefingPanel):
    """Another day shows another page at once; what makes no sense is said and the page stays."""

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        usual = bridge.ask(usecase.usual)
        super().__init__(bridge, window, self.tr("What I did this term"), (bridge.ask(usecase.sheet, usual),))
        self._term = usual
        today = bridge.desk.clock.today()
        self.first = day_field(today, self.tr("From which day"), past=True)
        self.last = day_field(today, self.tr("Until which day"), past=True)
        self.first.set_day(usual.first)
        self.last.set_day(usual.last)
        self.first.kept.connect(lambda day: self._show(Term(day or usual.first, self._term.last)))
        self.last.kept.connect(lambda day: self._show(Term(self._term.first, day or date.max)))
        row = QHBoxLayout()
        row.setSpacing(12)
        for words, field in ((self.tr("From"), self.first), (self.tr("Until"), self.last)):
            row.addWidget(Label(words, "section", "text2"))
            row.addWidget(field, 1)
        self.body.insertLayout(self.body.indexOf(self.view), row)

    def _show(self, term: Term) -> None:
        try:
            self.sheets = (self._bridge.ask(usecase.sheet, term),)
        except HallwayError as error:
            self.say(error.sentence)
            return
        self._term = term
        self.message.hide()
        self.view.show_sheets(self.sheets)


def open_term(bridge: Bridge, window: QWidget) -> TermPanel:
    """Open it over the window."""
    panel = TermPanel(bridge, window)
    panel.closed.connect(panel.deleteLater)
    panel.open(panel.first)
    return panel
