"""Insights: a true sentence, then charts of the same months, each by keys, as a list, or as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize, QStandardPaths
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from hallway.domain.changes import Changes
from hallway.domain.errors import HallwayError
from hallway.domain.figures import CIRCLES, WAYS, Figures, OldTie, as_rows, lead, say_circles, say_ways
from hallway.ui.charts.bars import Bar, Bars
from hallway.ui.charts.chart import Chart
from hallway.ui.charts.dots import Dots
from hallway.ui.charts.heat import Heat
from hallway.ui.charts.row_bars import RowBars
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.insights.cards import ChartCard, Legend, OldTies
from hallway.ui.insights.words import circle_words, month_label, quarter_label, way_words
from hallway.ui.parts.guide_button import guide_button
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.card import Card, Ground
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.scroll import ScrollArea
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.usecases import exporting, insights

MONTHS = {"3": 3, "12": 12, "all": 0}
ONE_COLUMN, TWO_COLUMNS = 640, 980
"""Widths below which the cards stand in one, and in two columns."""


class InsightsPage(Page):
    """The months are chosen at the top; every figure below is of them."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self._months, self._columns = "12", 0
        self.header = PageHeader(self.tr("Insights"))
        self.spans = SegmentedControl(
            [("3", self.tr("3 months"), ""), ("12", self.tr("A year"), ""), ("all", self.tr("All"), "")],
            name=self.tr("Which months"),
        )
        self.lists = secondary(self.tr("As lists"), "list")
        self.lists.setCheckable(True)
        self.save = secondary(self.tr("Save picture…"), "download")
        self.lead = Label("", "lead", wrap=True)
        self.month_bars = Bars(self.tr("Month by month"), ("chart1", "chart2"))
        self.ways = RowBars(self.tr("How you meet people"))
        self.topics = Heat(self.tr("What people you talk with care about"))
        self.favours = Dots(self.tr("Favours"))
        self.circles = RowBars(self.tr("Circles"), "chart3")
        self.old_ties = OldTies(frame)
        self.content, self._sheet = QWidget(), Ground("window")
        self._build()
        self._connect()

    def show_place(self, place: Place) -> None:
        self._ask()

    def refresh(self, changes: Changes) -> None:
        self._ask()

    def focus_first(self) -> None:
        self.spans.focus_chosen()

    def charts(self) -> tuple[Chart, ...]:
        """All charts, in the order of the page."""
        return (self.month_bars, self.ways, self.topics, self.favours, self.circles)

    def ask_where(self) -> None:
        """Ask where to save the page as a picture; the ending tells which kind."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self, self.tr("Save the insights as a picture"), str(Path(folder) / "insights.png"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Picture (*.png)"), self.tr("Drawing (*.svg)")])
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write what the page shows. What cannot be written is said, and nothing is lost."""
        try:
            exporting.write(path, _drawing(self._sheet) if path.suffix.lower() == ".svg" else _picture(self._sheet))
        except HallwayError as error:
            self.frame.bridge.refused.emit(error)
        else:
            self.frame.bridge.said.emit(self.tr("Saved {file}").format(file=path.name), False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _ask(self) -> None:
        found = self.frame.bridge.ask(insights.figures, MONTHS[self._months])
        empty = not any((found.conversations, found.met, found.ways)) and self._months == "all"
        self.empty.setVisible(empty)
        self._area.setVisible(not empty)
        self.header.set_subtitle(str(found.span))
        self.lead.set_text(lead(found))
        self._show_months(found)
        self.ways.show_rows([(way_words(way), found.ways.get(way, 0)) for way in WAYS if found.ways.get(way)])
        self._ways_card.say(say_ways(found.ways))
        heads = [quarter_label(months) for months in found.span.quarters()]
        self.topics.show_table(heads, found.topics)
        self._topics_card.say("" if found.topics else self.tr("Add topics to people, and this fills by itself."))
        self._show_favours(found)
        self.circles.show_rows([(circle_words(name), found.circles.get(name, 0)) for name in CIRCLES])
        self._circles_card.say(say_circles(found.circles))
        self._show_old_ties(found.old_ties)
        for card in self._cards:
            card.show_words()

    def _show_months(self, found: Figures) -> None:
        said = self.tr("{month}: {talks} conversations, {met} people met")
        self.month_bars.show_bars(
            [
                Bar(month_label(month), said.format(month=name, talks=talks, met=met), (talks, met))
                for month, (name, talks, met) in zip(found.span.months, as_rows(found), strict=True)
            ]
        )

    def _show_favours(self, found: Figures) -> None:
        both = found.favours
        helped = [(self.tr("You helped"), both.given, "green"), (self.tr("Helped you"), both.received, "rose")]
        self.favours.show_groups(helped)
        words = self.tr("Most often: {kinds}.").format(kinds=", ".join(both.kinds)) if both.kinds else ""
        self._favours_card.say(words or self.tr("Note a favour on somebody’s page, either way."))

    def _show_old_ties(self, ties: Sequence[OldTie]) -> None:
        self.old_ties.show_ties(ties)

    def _choose(self, key: str) -> None:
        self._months = key
        self._ask()

    def _as_lists(self, on: bool) -> None:
        for card in self._cards:
            card.show_as_list(on)

    def _connect(self) -> None:
        self.spans.choose(self._months)
        self.spans.chosen.connect(self._choose)
        self.lists.toggled.connect(self._as_lists)
        self.save.clicked.connect(self.ask_where)

    def _build(self) -> None:
        for widget in (self.spans, self.lists, self.save):
            self.header.add_action(widget)
        self.header.add_beside_title(guide_button(self.frame, "old-ties"))
        tr = self.tr
        legend = Legend([("chart1", tr("conversations")), ("chart2", tr("people met"))])
        self._months_card = ChartCard(tr("Month by month"), self.month_bars, beside=legend)
        self._ways_card = ChartCard(tr("How you meet people"), self.ways)
        whose = tr("By the topics of those you talk with")
        self._topics_card = ChartCard(tr("What you talk about"), self.topics, whose)
        self._favours_card = ChartCard(tr("Favours"), self.favours, tr("Not a score. Just both directions."))
        self._circles_card = ChartCard(tr("Circles you know people in"), self.circles)
        self._cards = (
            self._months_card, self._ways_card, self._topics_card, self._favours_card, self._circles_card
        )  # fmt: skip
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(28, 0, 28, 28)
        column.setSpacing(16)
        column.addWidget(self.lead)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._area = ScrollArea(self._sheet)
        self.empty = EmptyView(
            "chart-column", tr("Nothing to tell yet"), tr("After a few conversations this page says how they went by.")
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self._area, 1)
        outer.addWidget(self.empty, 1)
        self.empty.hide()
        self._arrange()

    def _arrange(self) -> None:
        """Three columns, two or one, by the width."""
        columns = 1 if self.width() < ONE_COLUMN else 2 if self.width() < TWO_COLUMNS else 12
        if columns == self._columns:
            return
        self._columns = columns
        cards: tuple[Card, ...] = (*self._cards, self.old_ties)
        for card in cards:
            self._grid.removeWidget(card)
        for at in range(12):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        places = {
            12: ((0, 0, 8), (0, 8, 4), (1, 0, 5), (1, 5, 3), (2, 0, 8), (1, 8, 4)),
            2: ((0, 0, 2), (1, 0, 1), (2, 0, 2), (1, 1, 1), (3, 0, 1), (3, 1, 1)),
            1: tuple((at, 0, 1) for at in range(6)),
        }[columns]
        for card, (row, left, wide) in zip(cards, places, strict=True):
            self._grid.addWidget(card, row, left, 1, wide)


def _picture(sheet: QWidget) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    sheet.grab().save(buffer, "PNG")
    return bytes(data.data())


def _drawing(sheet: QWidget) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # only for who saves a drawing

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(sheet.width(), sheet.height()))
    generator.setViewBox(sheet.rect())
    painter = QPainter(generator)
    sheet.render(painter, QPoint())
    painter.end()
    return bytes(data.data())
