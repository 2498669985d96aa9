"""Deciding about rows: while others are still compared, one by one, all at once, and another day."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hallway.domain.importing import Review
from hallway.ui.exchange.page import ExchangePage
from hallway.usecases import interactions, people, waiting
from hallway.usecases.desk import Desk
from hallway.usecases.importing import Decision
from hallway.usecases.interactions import TimelineFilter
from tests.makers import add_person
from tests.ui.exchange.test_exchange import ADA, ALICE, connections, finish, take


def settled(qtbot: QtBot, shown: ExchangePage) -> None:
    qtbot.waitUntil(lambda: shown.job is None, timeout=10_000)


def chips(shown: ExchangePage) -> list[str]:
    return [row.chip for row in shown.review.people.rows.shown]


def test_decide_later_waits_on_the_first_page_until_it_is_decided(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    chen = add_person(filed, "A. Chen", organisation="Figma")
    take(qtbot, page, connections(tmp_path, ALICE))
    qtbot.keyClick(page.review, Qt.Key.Key_L)
    assert (page.review.finish.text(), chips(page)) == ("Decide later", ["later"])
    finish(qtbot, page)
    assert (filed.ask(people.count), filed.ask(waiting.count)) == (1, 1)
    assert page.home.decide.isVisible()
    qtbot.mouseClick(page.home.decide, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    qtbot.keyClick(page.review, Qt.Key.Key_M)
    finish(qtbot, page)
    assert filed.ask(waiting.count) == 0 and not page.home.decide.isVisible()
    assert filed.ask(people.person, chen).profiles


def test_a_row_is_left_out_and_taken_in_again_by_the_keyboard(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    take(qtbot, page, connections(tmp_path, ADA, ALICE))
    rows = page.review.people
    rows.setCurrentIndex(rows.rows.index(0))
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert (chips(page), page.review.finish.text()) == (["leave out", "add"], "Add 1")
    assert rows.currentIndex().row() == 0
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert page.review.finish.text() == "Add 2"
    qtbot.mouseClick(page.review.none_in, Qt.MouseButton.LeftButton)
    assert page.review.finish.text() == "Nothing to add"
    qtbot.mouseClick(page.review.all_in, Qt.MouseButton.LeftButton)
    assert page.review.finish.text() == "Add 2"


def test_deciding_begins_while_rows_are_still_compared(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    add_person(filed, "A. Chen", organisation="Figma")
    seen: list[Review] = []

    def decide(review: Review) -> None:
        if not seen:
            page.review._decide(Decision.MERGE)
            assert not page.review.finish.isEnabled()
        seen.append(review)

    page.bringing.so_far.connect(decide)
    take(qtbot, page, connections(tmp_path, ALICE, *(f"Ada,Lovelace {at},,,Looms {at},," for at in range(700))))
    assert len(seen) >= 2
    assert page.review.review.rows[0].decision is Decision.MERGE
    assert page.review.finish.text() == "Add 700, update 1"


def test_what_is_pasted_is_read_like_a_file(qtbot: QtBot, page: ExchangePage, filed: Desk) -> None:
    given = QMimeData()
    given.setText("BEGIN:VCARD\nVERSION:3.0\nFN:Zoë Ødegård\nEND:VCARD\n")
    QGuiApplication.clipboard().setMimeData(given)
    page.home.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, page)
    finish(qtbot, page)
    assert filed.ask(people.named, "Zoë Ødegård")


def test_an_empty_clipboard_is_told(qtbot: QtBot, page: ExchangePage) -> None:
    QGuiApplication.clipboard().clear()
    page.paste()
    assert page.home._message is not None


def test_after_an_import_one_click_takes_it_all_back_or_shows_who_came(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    take(qtbot, page, connections(tmp_path, ADA))
    finish(qtbot, page)
    assert page.home._message is not None and page.home._message.label.text() == "1 added."
    assert page.home._last_words.text().startswith("Last import: Connections.csv, ")
    (undo,) = [one for one in page.home.findChildren(QPushButton) if one.text() == "Undo all"]
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert filed.ask(people.count) == 0 and page.home._message is None


def test_cancelling_ends_what_is_under_way(qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path) -> None:
    page.take_files([connections(tmp_path, *(f"Ada,Lovelace {at},,,,," for at in range(5_000)))])
    page.bringing.so_far.connect(lambda review: qtbot.keyClick(page.review, Qt.Key.Key_Escape))
    settled(qtbot, page)
    assert not page._is_reviewing() and filed.ask(people.count) == 0


def test_pairs_of_the_same_name_and_place_are_merged_at_once(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    for name in ("Ada Lovelace", "Bo Ek", "Cy Oz"):
        add_person(filed, name, organisation="Looms")
    rows = ("Ada,Lovelace,,,Looms,Engineer,", "Bo,Ek,,,Looms,Reader,", "Cy,Oz,,,Looms,Lecturer,")
    take(qtbot, page, connections(tmp_path, *rows))
    qtbot.keyClick(page.review, Qt.Key.Key_K)
    assert page.review.pair.alike.isVisible() and "2" in page.review.pair.alike.text()
    qtbot.mouseClick(page.review.pair.alike, Qt.MouseButton.LeftButton)
    assert page.review.finish.text() == "Add 1, update 2" and not page.review.pair.alike.isVisible()


MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT\n"
    "1,,Ada Lovelace,https://www.linkedin.com/in/ada,Ines Me,2026-05-01 10:00:00 UTC,,See you in Lund\n"
    "2,,Bo Ek,https://www.linkedin.com/in/bo,Ines Me,2026-05-02 10:00:00 UTC,,Buy our pens\n"
)


def test_messages_bring_dates_of_people_here_and_words_only_when_asked(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    take(qtbot, page, connections(tmp_path, ADA))
    finish(qtbot, page)
    path = tmp_path / "messages.csv"
    path.write_text(MESSAGES, encoding="utf-8")
    take(qtbot, page, path)
    assert chips(page) == ["update", "leave out"]
    assert [one.summary for one in page.review.review.rows[0].record.moments] == [""]
    qtbot.mouseClick(page.review.texts, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.job is None and not page.bringing.will_look_again, timeout=10_000)
    assert [one.summary for one in page.review.review.rows[0].record.moments] == ["See you in Lund"]
    finish(qtbot, page)
    assert filed.ask(people.count) == 1
    assert [one.summary for one in filed.ask(interactions.timeline, TimelineFilter())] == ["See you in Lund"]
