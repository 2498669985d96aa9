"""A face in the head of a person's page: files, drops and pastes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from hallway.ui.frame.bridge import Bridge
from hallway.ui.people.photo_face import PhotoFace
from hallway.usecases import people
from hallway.usecases.desk import Desk
from tests.makers import add_person


def make(qtbot: QtBot, desk: Desk) -> tuple[PhotoFace, int]:
    person_id = add_person(desk, "Ada Lovelace")
    face = PhotoFace(Bridge(desk))
    qtbot.addWidget(face)
    face.show()
    face.show_person(person_id, "Ada Lovelace", False)
    return face, person_id


def again(face: PhotoFace, desk: Desk, person_id: int) -> None:
    face.show_person(person_id, "Ada Lovelace", desk.ask(people.person, person_id).has_photo)


def green(width: int = 900) -> QImage:
    image = QImage(width, width, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    return image


def test_a_file_is_kept_small_shown_and_taken_back(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    face, ada = make(qtbot, desk)
    assert green().save(str(tmp_path / "ada.png"))
    face.take_file(tmp_path / "ada.png")
    again(face, desk, ada)
    assert face.has_photo() and face.accessibleName() == "Photo of Ada Lovelace, change"
    shown = face.grab().toImage().pixelColor(face.width() // 2, face.height() // 2)
    assert shown.green() > 100 > shown.red()
    desk.undo()
    again(face, desk, ada)
    assert not face.has_photo() and face.accessibleName() == "Ada Lovelace, add a photo"


def test_a_picture_is_pasted_by_key(qtbot: QtBot, desk: Desk) -> None:
    face, ada = make(qtbot, desk)
    QGuiApplication.clipboard().setImage(green(50))
    qtbot.keyClick(face, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.ask(people.person, ada).has_photo


def test_what_is_no_photo_is_refused_and_nothing_changes(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    face, ada = make(qtbot, desk)
    (tmp_path / "ada.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(tmp_path / "ada.svg"))])
    with qtbot.waitSignal(face.refused) as refused:
        face.take(given)
    assert "no photo" in refused.args[0].sentence
    with qtbot.waitSignal(face.refused):
        face.take_file(tmp_path / "gone.png")
    assert not desk.ask(people.person, ada).has_photo


def test_the_photo_is_taken_away_from_the_menu(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    face, ada = make(qtbot, desk)
    assert len(face.menu().actions()) == 2
    assert green().save(str(tmp_path / "ada.jpg"))
    face.take_file(tmp_path / "ada.jpg")
    again(face, desk, ada)
    face.menu().actions()[-1].trigger()
    assert not desk.ask(people.person, ada).has_photo
