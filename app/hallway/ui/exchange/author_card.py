"""Is this author somebody you know? The person of the record beside the papers of the file, and the keys M and K."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hallway.domain.importing import Row
from hallway.domain.papers import Paper
from hallway.domain.records import PersonRecord
from hallway.ui.widgets.avatar import Avatar
from hallway.ui.widgets.button import icon_button, primary, secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.label import Label

MOST_PAPERS = 3


class AuthorCard(Card):
    """One author at a time: the same person, or somebody else."""

    same = Signal()
    other = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self._place = Label("", "small", "text2")
        self._here = Side(self.tr("In Hallway"))
        self._there = Side(self.tr("In the file"))
        self.yes = primary(self.tr("The same person"), "check", "M")
        self.no = secondary(self.tr("Somebody else"), keys="K")
        self._build()

    def show_author(self, row: Row, here: PersonRecord, papers: Sequence[Paper], place: tuple[int, int]) -> None:
        """The author of the file beside who is `here`; `place` is which question of how many, counted from 1."""
        at, count = place
        self._place.set_text(self.tr("{at} of {count}").format(at=at, count=count))
        work = here.works[0] if here.works else None
        facts = [", ".join(part for part in (work.role, work.organisation) if part)] if work else []
        self._here.show_facts(here.name, [*facts, ", ".join(here.topics[:3])])
        titles = [f"{paper.title} ({paper.year})" if paper.year else paper.title for paper in papers[:MOST_PAPERS]]
        if len(papers) > MOST_PAPERS:
            titles.append(self.tr("And %n more.", "", len(papers) - MOST_PAPERS))
        self._there.show_facts(row.record.name, titles)
        self.yes.setAccessibleName(self.tr("The same person: {name}").format(name=row.record.name))
        self.no.setAccessibleName(self.tr("Somebody else: {name}").format(name=row.record.name))

    def _build(self) -> None:
        before = icon_button("chevron-left", self.tr("Author before"), small=True)
        after = icon_button("chevron-right", self.tr("Next author"), "secondary", small=True)
        before.clicked.connect(lambda: self.stepped.emit(-1))
        after.clicked.connect(lambda: self.stepped.emit(1))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Is this somebody you know?"), "heading"), 1)
        for piece in (self._place, before, after):
            head.addWidget(piece)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self._here, 1)
        sides.addWidget(self._there, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.yes.clicked.connect(self.same)
        self.no.clicked.connect(self.other)
        foot.addWidget(self.yes)
        foot.addWidget(self.no)
        foot.addStretch(1)
        self.body.addLayout(head)
        self.body.addLayout(sides)
        words = self.tr("A name alone is no proof: two people may share it, and initials fit many.")
        self.body.addWidget(Label(words, "small", "text2", wrap=True))
        self.body.addLayout(foot)


class Side(Card):
    """One of the two, with what is known of them."""

    def __init__(self, where: str) -> None:
        super().__init__(padding=12)
        self._face = Avatar("", 36)
        self._name = Label("", "strong", elide=True)
        self._facts = Label("", "body", "text2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(Label(where, "small", "text2"))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._face)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._facts)
        self.body.addStretch(1)

    def show_facts(self, name: str, facts: Sequence[str]) -> None:
        """Name and facts, one a line."""
        self._face.set_name(name)
        self._name.set_text(name)
        self._facts.set_text("\n".join(fact for fact in facts if fact))
        self._facts.setVisible(any(facts))
