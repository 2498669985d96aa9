"""Keeps what is being typed, in whatever field of the window, so that a crash costs two seconds of it at most.

No editor has to know: the window hears which field has the keyboard. All fields of a panel are one draft; a field of a
page is one of its own. It goes when the panel closes, when the field keeps its words, and when Hallway ends as usual.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from hallway.domain.errors import HallwayError
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Navigator
from hallway.ui.shell.looking import FINDS
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.search_field import SearchField
from hallway.usecases import drafts
from hallway.usecases.drafts import Draft

BEFORE, OPENED_BY = "draft_before", "draft_opened_by"
"""What a field held when it was entered, and which action opened a panel: kept with the widgets, as long as they."""
EVERY = 2_000
"""Milliseconds of typing that a crash may cost."""
Field = QLineEdit | QTextEdit | QPlainTextEdit


class Drafting(QObject):
    """Watches one window. `action` is what opens its editors, as far as it is known before one is opened."""

    def __init__(self, window: QWidget, bridge: Bridge, navigator: Navigator | None = None, action: str = "") -> None:
        super().__init__(window)
        self._window, self._bridge, self._navigator, self._action = window, bridge, navigator, action
        self._editor: QWidget | None = None
        self._kept: dict[str, Draft] = {}
        self._due = QTimer(self, singleShot=True, interval=EVERY)
        self._due.timeout.connect(self.keep)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)
        self._moved(None, QApplication.focusWidget())

    def note_action(self, key: str) -> None:
        """What has just been asked for opens the editor that is written in next."""
        self._action = key

    def keep(self) -> None:
        """Keep what is written now."""
        self._due.stop()
        editor = self._editor
        if editor is None or not shiboken6.isValid(editor):
            return
        place, words = self._place(editor), self._words(editor)
        if not words:
            self._let_go(place)
            return
        draft = Draft(place, self._about(editor), self._room(), str(editor.property(OPENED_BY) or ""), words)
        if draft != self._kept.get(place) and self._write(drafts.keep, draft):
            self._kept[place] = draft

    def finish(self) -> None:
        """Hallway ends as usual: what is not saved by now was left on purpose."""
        self._due.stop()
        self._editor = None
        for place in tuple(self._kept):
            self._let_go(place)

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """The keyboard has gone to another field."""
        if before is not None and shiboken6.isValid(before) and _keeps_by_itself(before):
            QTimer.singleShot(0, self, lambda: self._left(before))
        if not (_is_written_in(now) and self._window.isAncestorOf(now)):  # type: ignore[arg-type]
            return
        editor = _editor_of(now)  # type: ignore[arg-type]
        if editor is not self._editor and self._due.isActive():
            self.keep()
        self._editor = editor
        if isinstance(editor, OverlayPanel) and editor.property(OPENED_BY) is None:
            editor.setProperty(OPENED_BY, self._action)
            place = self._place(editor)
            editor.closed.connect(lambda: self._closed(place))
        for field in _fields(editor):
            if field.property(BEFORE) is None:
                field.setProperty(BEFORE, _text(field))
                field.textChanged.connect(self._typed)

    def _typed(self) -> None:
        if not self._due.isActive():
            self._due.start()

    def _left(self, field: QWidget) -> None:
        """A field that keeps its words when it is left has done so."""
        if shiboken6.isValid(field) and not isinstance(_editor_of(field), OverlayPanel):
            field.setProperty(BEFORE, _text(field))  # type: ignore[arg-type]
            self._let_go(self._place(field))

    def _closed(self, place: str) -> None:
        self._due.stop()
        self._editor = None
        self._let_go(place)

    def _let_go(self, place: str) -> None:
        if place in self._kept and self._write(drafts.let_go, place):
            del self._kept[place]

    def _write(self, usecase: object, *words: object) -> bool:
        """Bookkeeping is worth no word when the disk takes nothing; the next save will say so."""
        desk = self._bridge.desk
        if desk.is_for_looking or self._bridge.is_writing():
            return False
        try:
            desk.do(usecase, *words)  # type: ignore[arg-type]
        except HallwayError:
            return False
        return True

    def _words(self, editor: QWidget) -> dict[str, str]:
        """What was typed, by field; nothing where all is as it was."""
        fields = named(_fields(editor))
        changed = any(_text(field) != str(field.property(BEFORE) or "") for field in fields.values())
        return {name: _text(field) for name, field in fields.items() if _text(field).strip()} if changed else {}

    def _place(self, editor: QWidget) -> str:
        return f"{type(editor).__name__} {editor.accessibleName()} {self._room()}"[:300]

    def _about(self, editor: QWidget) -> str:
        return editor.accessibleName() or next(iter(named(_fields(editor))), "")

    def _room(self) -> tuple[object, ...]:
        here = self._navigator.here if self._navigator else None
        return (here.room, here.subject, here.id) if here else ()


def fill(editor: QWidget, words: dict[str, str]) -> dict[str, str]:
    """Put words into the fields of these names, as if they were typed; returns those that found none."""
    fields, left = named_fields(editor), {}
    for name, text in words.items():
        field = fields.get(name)
        if field is None or field.isReadOnly():
            left[name] = text
        elif _text(field) != text:
            field.setFocus()
            field.selectAll()
            if isinstance(field, QLineEdit):
                field.insert(text)
            else:
                field.insertPlainText(text)
    return left


def named(fields: Iterable[Field]) -> dict[str, Field]:
    """Fields by the names a screen reader says, numbered where two have the same."""
    found: dict[str, Field] = {}
    count: Counter[str] = Counter()
    for field in fields:
        name = field.accessibleName() or (field.placeholderText() or field.objectName())
        count[name] += 1
        found[name if count[name] == 1 else f"{name} ({count[name]})"] = field
    return found


def named_fields(within: QWidget) -> dict[str, Field]:
    """The fields in view that can be written in, by name."""
    return named(one for one in _fields(within) if one.isVisible())


def _fields(editor: QWidget) -> list[Field]:
    inside = [editor, *editor.findChildren(QWidget)]
    return [one for one in inside if _is_written_in(one)]  # type: ignore[misc]


def _is_written_in(widget: QWidget | None) -> bool:
    """A field of words that somebody keeps: none for looking something up, and never one for a secret."""
    if not isinstance(widget, Field) or isinstance(widget, SearchField) or widget.property(FINDS):
        return False
    if widget.objectName().startswith("qt_") or widget.isReadOnly():
        return False
    return not isinstance(widget, QLineEdit) or widget.echoMode() == QLineEdit.EchoMode.Normal


def _editor_of(field: QWidget) -> QWidget:
    """The panel that a field stands in; a field of a page is an editor by itself."""
    above: QWidget | None = field
    while above is not None:
        if isinstance(above, OverlayPanel):
            return above
        above = above.parentWidget()
    return field


def _keeps_by_itself(widget: QWidget) -> bool:
    return _is_written_in(widget) and hasattr(widget, "kept")


def _text(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
