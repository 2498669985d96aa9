"""Tables in the window: columns that match by themselves, that one changes, and that are remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from hallway.domain.columns import Meaning
from hallway.ui.exchange.page import ExchangePage
from hallway.usecases import people
from hallway.usecases.desk import Desk
from hallway.usecases.importing import Decision
from tests.makers import add_person
from tests.ui.exchange.test_exchange import finish, take

ODD = (
    "Full name,Org,Position,E-mail,Keywords,Met at,Last mail,ID_internal\n"
    "Zoë Ødegård,Uni Lund,Reader,zoe@lund.example,heat; sleep,CityClim 2025,2026-06-02,000482\n"
    "Bo Ek,KTH,Lecturer,bo@kth.example,tides,,,000483\n"
)
GERMAN = (
    "Vorname;Nachname;Firma;E-Mail-Adresse;Geburtstag;Notizen\r\n"
    "Jürgen;Müller;Universität Göttingen;j@goe.example;22.03.1980;Poster über Flüsse\r\n"
)


def written(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def choice(page: ExchangePage, header: str) -> QComboBox:
    (found,) = [
        one for one in page.review.columns.findChildren(QComboBox)
        if one.accessibleName() == f"What “{header}” means" and one.isVisible()
    ]  # fmt: skip
    return found


def choose(qtbot: QtBot, page: ExchangePage, header: str, meaning: Meaning) -> None:
    """As a person does with the keys: the list opens, the words are found, Enter takes them."""
    box = choice(page, header)
    box.setCurrentIndex(box.findData(meaning.value))
    box.activated.emit(box.currentIndex())
    assert not page.review.finish.isEnabled()
    qtbot.waitUntil(lambda: page.bringing.will_look_again or page.job is not None, timeout=2000)
    qtbot.waitUntil(lambda: page.job is None and not page.bringing.will_look_again, timeout=10_000)


def names(page: ExchangePage) -> list[str]:
    return [row.record.name for row in page.review.review.rows]


def test_columns_match_by_themselves_and_show_what_they_hold(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    take(qtbot, page, written(tmp_path, ODD))
    shown = {
        header: choice(page, header).currentText()
        for header in ("Full name", "Org", "Position", "E-mail", "Keywords", "Met at", "Last mail", "ID_internal")
    }
    assert shown == {
        "Full name": "Name", "Org": "Works at", "Position": "Role", "E-mail": "Mail",
        "Keywords": "Interests, split at “;”", "Met at": "How you met", "Last mail": "Last in touch",
        "ID_internal": "Leave out",
    }  # fmt: skip
    assert page.review.columns._matched.text() == "Matched 7 of 8"
    finish(qtbot, page)
    zoe = filed.ask(people.person, filed.ask(people.named, "Zoë Ødegård")[0])
    assert (zoe.topics, zoe.met_how) == (("heat", "sleep"), "CityClim 2025")


def test_another_meaning_reads_the_rows_anew_and_what_was_decided_stays(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    add_person(filed, "B. Ek", organisation="KTH")
    take(qtbot, page, written(tmp_path, ODD))
    page.review._put(1, Decision.SKIP)
    choose(qtbot, page, "ID_internal", Meaning.IN_NOTES)
    assert [row.record.note for row in page.review.review.rows] == ["ID_internal: 000482", "ID_internal: 000483"]
    assert page.review.review.rows[1].decision is Decision.SKIP
    finish(qtbot, page)
    take(qtbot, page, written(tmp_path, ODD))
    assert choice(page, "ID_internal").currentData() == Meaning.IN_NOTES.value


def test_a_table_in_which_nobody_is_named_asks_for_the_name(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    take(qtbot, page, written(tmp_path, "xx,yy\nZoë Ødegård,blue\nBo Ek,green\n"))
    assert not page.review.finish.isEnabled()
    choose(qtbot, page, "xx", Meaning.NAME)
    assert names(page) == ["Zoë Ødegård", "Bo Ek"] and page.review.finish.isEnabled()


def test_letters_are_shown_before_they_are_believed(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    take(qtbot, page, written(tmp_path, GERMAN, "kontakte.csv", "cp1252"))
    assert names(page) == ["Jürgen Müller"]
    (letters,) = [one for one in page.review.columns.findChildren(QComboBox) if one.accessibleName() == "Letters"]
    (change,) = [one for one in page.review.columns.findChildren(QPushButton) if one.text() == "Change"]
    if letters.isHidden():
        qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    letters.setCurrentIndex(letters.findData("mac_roman"))
    letters.activated.emit(letters.currentIndex())
    qtbot.waitUntil(lambda: names(page) != ["Jürgen Müller"] and page.job is None, timeout=10_000)
    assert names(page)[0].startswith("J") and "ü" not in names(page)[0]


def test_the_wheel_changes_no_column(qtbot: QtBot, page: ExchangePage, tmp_path: Path) -> None:
    take(qtbot, page, written(tmp_path, ODD))
    box = choice(page, "Org")
    before, middle = box.currentIndex(), QPointF(box.rect().center())
    turn = QWheelEvent(
        middle, box.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, turn)
    assert box.currentIndex() == before and not turn.isAccepted()
