"""Who led you to whom: a tree from the first people to those they led to, with the day and the reason in words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView, QVBoxLayout

from hallway.domain.listing import listed
from hallway.domain.partial_dates import say_partial
from hallway.domain.referrals import INTRODUCED, MET_THROUGH, NAMED, REFERRED, Branch, Lead
from hallway.ui.frame.faces import faces_of
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.outreach.introduction_words import first_name
from hallway.ui.outreach.pane import Pane
from hallway.ui.outreach.rows import ROW, Row, RowDelegate, item
from hallway.ui.theme.look import look
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.label import Label
from hallway.usecases import referrals
from hallway.usecases.referrals import Tree

OPEN_AT_MOST = 200
"""So many people are shown at once; in a larger tree one opens branch by branch."""


class Referrals(Pane):
    """Arrows go through the tree, left and right close and open a branch, Enter goes to the person."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.said = Label("", "body", "text2", elide=True)
        self.tree, self.model = QTreeView(), QStandardItemModel(self)
        self.empty = EmptyView(
            "waypoints", self.tr("Nobody led you to anybody yet"),
            self.tr("Where somebody introduces you, refers you or names somebody, the way is kept here."),
            self.tr("Ask for an introduction"),
        )  # fmt: skip
        self._shown: Tree | None = None
        self._build()
        self.tree.activated.connect(self._open)
        self.empty.acted.connect(lambda: frame.catalogue.run("introduction.ask"))

    def show_now(self, chosen: int = 0) -> None:
        found = self.frame.bridge.ask(referrals.tree)
        has_any = bool(found.roots)
        for widget in (self.said, self.tree):
            widget.setVisible(has_any)
        self.empty.setVisible(not has_any)
        if found != self._shown:
            self._shown = found
            self._fill(found)

    def focus_first(self) -> None:
        (self.tree if self._shown and self._shown.roots else self.empty.button).setFocus(
            Qt.FocusReason.TabFocusReason
        )

    def people_in_view(self) -> tuple[int, ...]:
        row = self.tree.currentIndex().data(ROW)
        return (row.id,) if row is not None else ()

    def go_to(self, id_: int) -> None:
        """Mark a person, with the way to them open."""
        for index in self._indexes(QModelIndex()):
            if index.data(ROW).id == id_:
                self.tree.setCurrentIndex(index)
                self.tree.scrollTo(index)
                return

    def _fill(self, found: Tree) -> None:
        kept = next(iter(self.people_in_view()), 0)
        self.model.clear()
        for branch in found.roots:
            self.model.appendRow(_grown(branch, found))
        reached = sum(tree.size for tree in found.roots)
        if reached <= OPEN_AT_MOST:
            self.tree.expandAll()
        words = self.tr("%n people led you further", "", len(set(_leading(found.roots))))
        self.said.set_text(words)
        self.tree.setCurrentIndex(self.model.index(0, 0))
        if kept:
            self.go_to(kept)

    def _open(self, index: QModelIndex) -> None:
        self.frame.navigator.go(Place("people", "person", index.data(ROW).id))

    def _indexes(self, parent: QModelIndex) -> Iterator[QModelIndex]:
        for at in range(self.model.rowCount(parent)):
            index = self.model.index(at, 0, parent)
            yield index
            yield from self._indexes(index)

    def _build(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(RowDelegate(self.tree, faces_of(self.frame.bridge)))
        self.tree.setAccessibleName(self.tr("Who led you to whom"))
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setMouseTracking(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.viewport().setAutoFillBackground(False)
        self._indent()
        look.changed.connect(self._indent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.tree, 1)
        column.addWidget(self.empty, 1)

    def _indent(self) -> None:
        self.tree.setIndentation(look.scaled(28))


def lead_words(lead: Lead, name: str, others: tuple[str, ...] = ()) -> str:
    """How somebody was reached: "Adaeze introduced you, 18 June 2026. One page for the fund"."""
    how = {
        INTRODUCED: _t("{name} introduced you"), MET_THROUGH: _t("You met through {name}"),
        REFERRED: _t("{name} suggested them"), NAMED: _t("{name} named them in your talk"),
    }[lead.how].format(name=first_name(name))  # fmt: skip
    when = f", {say_partial(lead.on)}" if lead.on else ""
    reason = lead.reason.strip().partition("\n")[0].rstrip(".")
    also = _t(". Also through {names}").format(names=listed(list(others), 2)) if others else ""
    return f"{how}{when}{f'. {reason}' if reason else ''}{also}"


def _grown(branch: Branch, found: Tree) -> QStandardItem:
    who = found.people[branch.person_id]
    line = _led(branch.lead, branch.others, found) if branch.lead else who.line
    faces = ((branch.person_id, who.name),)
    made = item(Row(who.name, line, who.line if branch.lead else "", branch.person_id, faces))
    for one in branch.branches:
        made.appendRow(_grown(one, found))
    return made


def _led(lead: Lead, others: tuple[int, ...], found: Tree) -> str:
    return lead_words(lead, found.people[lead.from_id].name, tuple(found.people[id_].name for id_ in others))


def _leading(branches: tuple[Branch, ...]) -> Iterator[int]:
    for branch in branches:
        if branch.branches:
            yield branch.person_id
            yield from _leading(branch.branches)


def _t(text: str) -> str:
    return QCoreApplication.translate("referrals", text)
