"""Are these the same person? Both side by side, what would be added in green, and the keys M and K."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.importing import Row
from hallway.domain.records import PersonRecord
from hallway.ui.theme.look import look
from hallway.ui.widgets.avatar import Avatar
from hallway.ui.widgets.button import icon_button, link, primary, quiet, secondary
from hallway.ui.widgets.card import Card, SoftPanel
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture


class PairCard(Card):
    """One pair at a time: merge, keep both, leave the one of the file out, or decide another day."""

    merged = Signal()
    kept = Signal()
    left_out = Signal()
    put_off = Signal()
    merged_alike = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self._place = Label("", "small", "text2")
        self._sides = QHBoxLayout()
        self._sides.setSpacing(12)
        self._together = Label("", "body", wrap=True)
        self._build()

    def show_pair(self, row: Row, here: PersonRecord, at: int, count: int, alike: int = 0) -> None:
        """Show the person of the file beside the one who is `here`; pair `at` of `count`, counted from 1.

        `alike` pairs are questions for the very same reason, and can be answered at once.
        """
        self.alike.setText(self.tr("Merge all %n with the same name and place", "", alike))
        self.alike.setVisible(alike > 1)
        while self._sides.count():
            item = self._sides.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        self._place.set_text(self.tr("{at} of {count}").format(at=at, count=count))
        where = self.tr("Already in Hallway") if row.person_id is not None else self.tr("Further up in the file")
        new = _facts(row.record)
        known = _facts(here)
        self._sides.addWidget(Side(here.name, where, known, {}), 1)
        in_file = self.tr("In the file, {where}").format(where=row.record.where)
        self._sides.addWidget(Side(row.record.name, in_file, new, known), 1)
        self._together.set_text(self._say(row))
        self.merge.setAccessibleName(self.tr("Merge {name}").format(name=row.record.name))
        self.keep.setAccessibleName(self.tr("Keep both {name}").format(name=row.record.name))

    def _say(self, row: Row) -> str:
        adds = row.adds
        new = [
            (self.tr("mail"), adds.emails), (self.tr("phone"), adds.phones), (self.tr("profile"), adds.profiles),
            (self.tr("place of work"), (*adds.works, *adds.filled)), (self.tr("interests"), adds.topics),
            (self.tr("groups"), adds.groups), (self.tr("moments"), adds.moments), (self.tr("details"), adds.texts),
        ]  # fmt: skip
        added = ", ".join(words for words, things in new if things)
        both = self.tr("Together: keeps the name and history you have.")
        more = self.tr("Adds: {things}.").format(things=added) if added else self.tr("The file adds nothing new.")
        other = self.tr("Remembers “{name}” as another spelling.").format(name=adds.spelling) if adds.spelling else ""
        ends = self.tr("“{role}” ends, as a newer role follows.").format(role=_role(row)) if adds.closed else ""
        return " ".join(part for part in (both, more, ends, other) if part)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Are these the same person?"), "heading"), 1)
        self._before = icon_button("chevron-left", self.tr("Pair before"), small=True)
        self._after = icon_button("chevron-right", self.tr("Next pair"), "secondary", small=True)
        self._before.clicked.connect(lambda: self.stepped.emit(-1))
        self._after.clicked.connect(lambda: self.stepped.emit(1))
        for piece in (self._place, self._before, self._after):
            head.addWidget(piece)
        self.body.addLayout(head)
        self.body.addLayout(self._sides)
        panel = SoftPanel(padding=12)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Picture("git-merge", 16, "accent"))
        row.addWidget(self._together, 1)
        panel.body.addLayout(row)
        self.body.addWidget(panel)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.merge = primary(self.tr("Merge"), "git-merge", "M")
        self.keep = secondary(self.tr("Keep both"), keys="K")
        self.alike = link("")
        self.skip = quiet(self.tr("Leave out"))
        self.later = quiet(self.tr("Decide later"), keys="L")
        self.merge.clicked.connect(self.merged)
        self.keep.clicked.connect(self.kept)
        self.skip.clicked.connect(self.left_out)
        self.later.clicked.connect(self.put_off)
        self.alike.clicked.connect(self.merged_alike)
        foot.addWidget(self.merge)
        foot.addWidget(self.keep)
        foot.addStretch(1)
        foot.addWidget(self.alike)
        foot.addWidget(self.skip)
        foot.addWidget(self.later)
        self.body.addLayout(foot)


class Side(Card):
    """One of the two; what the other does not have is on green."""

    def __init__(self, name: str, where: str, facts: dict[str, str], other: dict[str, str]) -> None:
        super().__init__(padding=12)
        head = QHBoxLayout()
        head.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(name, "strong", elide=True))
        words.addWidget(Label(where, "small", "text2", elide=True))
        head.addWidget(Avatar(name, 36))
        head.addLayout(words, 1)
        self.body.addLayout(head)
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for at, (heading, value) in enumerate(facts.items()):
            label = Label(heading, "small", "text2")
            label.setFixedWidth(look.scaled(58))
            grid.addWidget(label, at, 0)
            grid.addWidget(self._value(value, bool(other) and other.get(heading) != value), at, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def _value(self, value: str, is_new: bool) -> QWidget:
        label = Label(value, "name", "accent_text" if is_new else "text", elide=True)
        if not is_new:
            return label
        ground = SoftPanel("accent_soft", padding=6)
        ground.body.setContentsMargins(6, 1, 6, 1)
        ground.body.addWidget(label)
        return ground


def _role(row: Row) -> str:
    """The role that ends, or where it was."""
    work = row.adds.closed[0][1]
    return work.role or work.organisation


def _facts(record: PersonRecord) -> dict[str, str]:
    work = record.works[0] if record.works else None
    facts = {
        _t("Works at"): work.organisation if work else "",
        _t("Role"): work.role if work else "",
        _t("Mail"): record.emails[0].address if record.emails else "",
        _t("Phone"): record.phones[0].number if record.phones else "",
        _t("Profile"): record.profiles[0].url.removeprefix("https://www.") if record.profiles else "",
        _t("Met"): record.met_on,
    }
    return {heading: value for heading, value in facts.items() if value}


def _t(text: str) -> str:
    return QCoreApplication.translate("pair", text)
