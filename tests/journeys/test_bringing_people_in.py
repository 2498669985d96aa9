"""Somebody who has never seen Hallway brings two address books in: a table with odd columns, and one of Outlook's."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from hallway.ui.exchange.page import ExchangePage
from hallway.usecases import people
from tests.formats.files import SAMPLES
from tests.journeys.walk import Walk, walking
from tests.ui.house import CONTROL
from tests.ui.shell.test_dropping import drag

Key = Qt.Key
BEGIN = datetime.fromisoformat("2026-06-23T09:12:00+02:00")


def drop(step: Walk, qtbot: QtBot, path: Path) -> ExchangePage:
    """A file let go over the room that happens to be open."""
    assert drag(step.window, path)
    page = step.window.page
    assert isinstance(page, ExchangePage)
    qtbot.waitUntil(lambda: page.job is None, timeout=20_000)
    return page


def test_two_tables_to_the_end_by_keyboard(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with walking(Walk, qtbot, qapp, tmp_path, BEGIN) as step:
        before = step.bridge.ask(people.count)
        step.go("timeline")
        page = drop(step, qtbot, SAMPLES / "odd_google.csv")
        rows = len(page.review.review.rows)
        placed, held = next(iter(page.review.review.layouts.values())).matched
        assert rows > 0 and placed >= held - 2
        step.keys(Key.Key_Return, CONTROL)
        qtbot.waitUntil(lambda: page.job is None, timeout=20_000)
        assert step.bridge.ask(people.count) == before + rows
        page = drop(step, qtbot, SAMPLES / "outlook_de_cp1252.csv")
        assert any("ü" in row.record.name or "ö" in row.record.name for row in page.review.review.rows)
        boxes = [one for one in page.review.columns.findChildren(QComboBox) if one.isVisible()]
        letters = [one for one in boxes if one.accessibleName() == "Letters"]
        assert [one.currentText() for one in letters] == ["Western European"]
        new = len(page.review.review.rows)
        step.keys(Key.Key_Return, CONTROL)
        qtbot.waitUntil(lambda: page.job is None, timeout=20_000)
        assert step.bridge.ask(people.count) == before + rows + new
        for left in (before + rows, before):
            step.keys(Key.Key_Z, CONTROL)
            qtbot.waitUntil(lambda left=left: step.bridge.ask(people.count) == left, timeout=5_000)  # type: ignore[misc]
