"""Photos as faces: asked for while painting, made between events, forgotten when the person changes."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.ui.frame import faces as faces_module
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.faces import Faces, faces_of, read_square
from hallway.ui.parts.face import Face
from hallway.ui.parts.photo import cleaned
from hallway.usecases import photos
from hallway.usecases.desk import Desk
from tests.makers import add_person


def picture(colour: Qt.GlobalColor, width: int = 300, height: int = 200) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    return cleaned(image)


def ask(qtbot: QtBot, faces: Faces, person_id: int, side: float = 36, ratio: float = 1.0) -> QPixmap | None:
    """What there is after the moments between events."""
    faces.of(person_id, side, ratio)
    for _ in range(5):
        QApplication.processEvents()
    return faces.of(person_id, side, ratio)


def test_a_face_comes_a_moment_later_round_and_sharp(qtbot: QtBot, desk: Desk) -> None:
    ada = add_person(desk, "Ada")
    desk.do(photos.set_photo, ada, picture(Qt.GlobalColor.green))
    faces = faces_of(Bridge(desk))
    assert faces.of(ada, 36, 2.0) is None
    with qtbot.waitSignal(faces.arrived):
        pass
    face = faces.of(ada, 36, 2.0)
    assert face is not None and (face.width(), face.height(), face.devicePixelRatio()) == (72, 72, 2.0)
    image = face.toImage()
    assert image.pixelColor(36, 36).green() > 200
    assert image.pixelColor(1, 1).alpha() == 0


def test_whoever_has_none_is_asked_about_once(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [add_person(desk, f"Ada {number}") for number in range(100)]
    bridge = Bridge(desk)
    faces = faces_of(bridge)
    asked: list[object] = []
    plain = bridge.ask

    def ask_and_note(query: Any, *rest: Any) -> Any:
        asked.append(query)
        return plain(query, *rest)

    monkeypatch.setattr(bridge, "ask", ask_and_note)
    faces.expect(ids)
    faces.expect(ids)
    assert [ask(qtbot, faces, id_) for id_ in ids[:9]] == [None] * 9
    assert asked == [photos.with_photo]


def test_a_change_and_its_undo_are_seen(qtbot: QtBot, desk: Desk) -> None:
    ada = add_person(desk, "Ada")
    bridge = Bridge(desk)
    faces = faces_of(bridge)
    assert ask(qtbot, faces, ada) is None
    bridge.do_quietly(photos.set_photo, ada, picture(Qt.GlobalColor.red))
    red = ask(qtbot, faces, ada)
    assert red is not None and red.toImage().pixelColor(18, 18).red() > 200
    bridge.do_quietly(photos.set_photo, ada, picture(Qt.GlobalColor.blue))
    blue = ask(qtbot, faces, ada)
    assert blue is not None and blue.toImage().pixelColor(18, 18).blue() > 200
    bridge.undo()
    bridge.undo()
    assert ask(qtbot, faces, ada) is None


def test_what_is_no_picture_leaves_initials(qtbot: QtBot, desk: Desk) -> None:
    ada = add_person(desk, "Ada")
    desk.do(photos.set_photo, ada, b"\x00\xff" * 40)
    assert ask(qtbot, faces_of(Bridge(desk)), ada) is None
    assert read_square(b"", 36).isNull()


def test_only_so_many_wait_and_so_many_stay(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces_module, "WAITING", 3)
    monkeypatch.setattr(faces_module, "KEPT", 2)
    monkeypatch.setattr(faces_module, "SLICE", 0.0)
    ids = [add_person(desk, f"Ada {number}") for number in range(8)]
    for id_ in ids:
        desk.do(photos.set_photo, id_, picture(Qt.GlobalColor.red))
    faces = faces_of(Bridge(desk))
    for id_ in ids:
        faces.of(id_, 36, 1.0)
    for _ in range(20):
        QApplication.processEvents()
    assert len(faces._waiting) <= 3 and len(faces._made) <= 2


def test_there_is_one_for_each_bridge(desk: Desk) -> None:
    one, other = Bridge(desk), Bridge(desk)
    assert faces_of(one) is faces_of(one)
    assert faces_of(one) is not faces_of(other)


def test_a_face_on_a_card_shows_the_photo(qtbot: QtBot, desk: Desk) -> None:
    ada = add_person(desk, "Ada Byron")
    bridge = Bridge(desk)
    bridge.do_quietly(photos.set_photo, ada, picture(Qt.GlobalColor.green))
    face = Face(bridge, ada, "Ada Byron", 40)
    qtbot.addWidget(face)
    face.show()
    face.grab()
    qtbot.waitUntil(lambda: face.grab().toImage().pixelColor(20, 20).green() > 200)
    assert face.accessibleName() == "Ada Byron"


def test_painting_in_a_list_uses_the_picture_as_it_is(qtbot: QtBot, desk: Desk) -> None:
    """Nothing is scaled again while painting."""
    ada = add_person(desk, "Ada")
    desk.do(photos.set_photo, ada, picture(Qt.GlobalColor.green))
    face = ask(qtbot, faces_of(Bridge(desk)), ada)
    canvas = QImage(36, 36, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    assert face is not None
    painter.drawPixmap(0, 0, face)
    painter.end()
    assert canvas == face.toImage().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
