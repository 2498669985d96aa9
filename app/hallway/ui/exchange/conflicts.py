"""The conflict list on the screen: each row with its reason, how far back it looks, and saving it for a funder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSpinBox, QWidget

from hallway.domain.conflicts import LONGEST, Row
from hallway.domain.errors import HallwayError
from hallway.ui.exchange.conflict_form import ConflictForm
from hallway.ui.exchange.conflict_rows import ROW, ConflictList, ConflictModel
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.frame.worker import Job
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import link, primary, quiet
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import conflicts, exporting


class ConflictsPanel(OverlayPanel):
    """Enter on a row goes to the person, Delete takes away what was noted by hand, Ctrl+S saves."""

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(window, title=self.tr("Conflict list"), width=760)
        self._frame, self._bridge, self._height = frame, frame.bridge, window.height()
        self.model = ConflictModel(self)
        self.list = ConflictList(self.model, self.tr("People on the conflict list"))
        self.why = Label("", "small", "text2", wrap=True)
        self.none = Label(
            self.tr("Nobody yet. Papers, projects and what you note by hand fill it."), "body", "text3", wrap=True
        )
        self.months = QSpinBox()
        self.add, self.form = link(self.tr("Add somebody"), "plus"), ConflictForm(frame.bridge)
        self.message = InlineMessage("", tone="amber")
        self.leave = quiet(self.tr("Close"))
        self.save = primary(self.tr("Save as…"), "download", "Ctrl+S")
        self._build()
        self._connect()
        self.ask()

    def ask(self) -> None:
        """Ask for the list anew and show it; the same row stays chosen."""
        chosen = self.current()
        found = self._bridge.ask(conflicts.listing)
        self.months.blockSignals(True)
        self.months.setValue(found.months)
        self.months.blockSignals(False)
        self.model.show_these(found.rows)
        keys = [(row.person_id, row.type) for row in found.rows]
        at = keys.index((chosen.person_id, chosen.type)) if chosen and (chosen.person_id, chosen.type) in keys else 0
        self.list.setCurrentIndex(self.model.index(at))
        self.none.setVisible(not found.rows)
        self._say_why()
        self._make_room()

    def current(self) -> Row | None:
        """The chosen row."""
        row = self.list.currentIndex().data(ROW)
        return row if isinstance(row, Row) else None

    def ask_where(self) -> None:
        """Ask where to save; the dialog is the desktop's own."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Save the conflict list"), str(Path(folder) / f"conflicts{conflicts.XLSX}"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        endings = {self.tr("Workbook (*.xlsx)"): "xlsx", self.tr("Table (*.csv)"): "csv"}
        dialog.setNameFilters(list(endings))
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(endings.get(chosen, "xlsx")))
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the file its ending names, off the GUI thread; what cannot be written is said in the panel."""
        desk = self._bridge.desk

        def write(report: Callable[[int, int], None]) -> str:
            exporting.write(path, desk.ask(conflicts.file_of, path.suffix))
            return path.name

        self.save.setEnabled(False)
        job = Job(write, desk.database.close_thread, self.window())
        job.finished_with.connect(self._saved)
        job.failed.connect(self._refuse)
        job.finished.connect(job.deleteLater)
        job.start()

    def _saved(self, name: str) -> None:
        self._bridge.said.emit(self.tr("Saved {file}").format(file=name), False)
        self.close_panel()

    def _refuse(self, error: HallwayError) -> None:
        self.save.setEnabled(True)
        self.message.set_text(error.sentence)
        self.message.show()

    def _begin(self) -> None:
        self.form.begin()
        self._make_room()

    def _end(self) -> None:
        self._make_room()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, row: Row) -> None:
        self.close_panel()
        self._frame.navigator.go(Place("people", "person", row.person_id))

    def _take_away(self, row: Row) -> None:
        """Only what was noted by hand; papers and projects are put right where they are."""
        if row.tie_ids:
            self._bridge.do(conflicts.forget, row.tie_ids[0])
        else:
            self._bridge.said.emit(self.tr("This comes from a paper or a project: put it right there."), False)

    def _say_why(self) -> None:
        row = self.current()
        facts = (row.optional, *row.sources) if row else ()
        self.why.set_text("\n".join(fact for fact in facts if fact))

    def _make_room(self) -> None:
        """The list is as high as the window allows; beside the form there is less room, with big letters none."""
        has_form = self.form.isVisibleTo(self)
        form = self.form.sizeHint().height() if has_form else 0
        self.list.setMinimumHeight(max(140, min(380, self._height - look.scaled(430) - form)))
        for part in (self.intro, self.why):
            part.setVisible(not has_form)
        self.list.setVisible(bool(self.model.rowCount()) and not (has_form and self._height < look.scaled(560)))

    def _connect(self) -> None:
        self.months.valueChanged.connect(lambda number: self._bridge.do_quietly(conflicts.set_months, number))
        self.list.selectionModel().currentChanged.connect(self._say_why)
        self.list.opened.connect(self._go_to)
        self.list.taken_away.connect(self._take_away)
        self.add.clicked.connect(self._begin)
        self.form.left.connect(self._end)
        self.leave.clicked.connect(self.close_panel)
        self.save.clicked.connect(self.ask_where)
        self._bridge.changed.connect(self.ask)
        keys = QShortcut(QKeySequence("Ctrl+S"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.ask_where)

    def _build(self) -> None:
        words = self.tr(
            "Whom funders want to know of before they ask for a review, from your papers, your projects and what you"
            " noted. Co-authors who are not in your record are missing: bring in your bibliography with its authors."
        )
        self.months.setRange(1, LONGEST)
        self.months.setKeyboardTracking(False)
        self.months.setSuffix(self.tr(" months"))
        self.months.setAccessibleName(self.tr("How many months back co-authors and collaborators count"))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(self.tr("Looks back"), "section", "text2"))
        head.addWidget(self.months)
        head.addStretch(1)
        head.addWidget(self.add)
        self.intro = Label(words, "body", "text2", wrap=True)
        self.body.addWidget(self.intro)
        self.body.addLayout(head)
        for part in (self.form, self.none):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.why)
        self.message.hide()
        self.body.addWidget(self.message)
        foot = self.foot()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.save)


def open_conflicts(frame: Frame, window: QWidget) -> ConflictsPanel:
    """Open it over the window."""
    panel = ConflictsPanel(frame, window)
    panel.closed.connect(panel.deleteLater)
    panel.open(panel.list if panel.model.rowCount() else panel.add)
    return panel
