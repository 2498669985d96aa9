"""Photos of people as small round faces: asked for while painting, made in short moments between, and kept.

    picture = faces_of(bridge).of(person_id, side, ratio)     # None: paint initials
    faces_of(bridge).arrived.connect(view.viewport().update)

Nothing is ever fetched from the net; photos stand in the record.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QImage, QImageReader, QPainter, QPixmap

from hallway.domain.changes import PERSON, Changes
from hallway.ui.frame.bridge import Bridge

KEPT = 2_000
"""Faces that stay made; one of a list takes five kilobytes."""
WAITING = 200
"""So many wait at most; what was scrolled past long ago is not made."""
SLICE = 0.005
"""Seconds of work between two looks at the keyboard."""

Wanted = tuple[int, int]
"""A person and the width of the face in the pixels of the screen."""


class Faces(QObject):
    """One for each bridge, see `faces_of`. ``arrived`` tells that painting again shows more."""

    arrived = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._has: dict[int, bool] = {}
        self._made: OrderedDict[Wanted, QPixmap | None] = OrderedDict()
        self._waiting: OrderedDict[Wanted, float] = OrderedDict()
        self._unknown: set[int] = set()
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._work)
        bridge.changed.connect(self._forget)

    def expect(self, person_ids: Iterable[int]) -> None:
        """Learn in one query of whom there are photos, for a page of a list."""
        fresh = [id_ for id_ in person_ids if id_ not in self._has]
        if fresh:
            from hallway.usecases import photos  # the first page may well have no faces

            found = self._bridge.ask(photos.with_photo, fresh)
            self._has.update((id_, id_ in found) for id_ in fresh)

    def of(self, person_id: int, side: float, ratio: float) -> QPixmap | None:
        """The face at this size, or None when there is no photo, or not yet."""
        if not person_id or self._has.get(person_id) is False:
            return None
        wanted = (person_id, round(side * ratio))
        if wanted in self._made:
            self._made.move_to_end(wanted)
            return self._made[wanted]
        self._waiting[wanted] = ratio
        self._waiting.move_to_end(wanted)
        if person_id not in self._has:
            self._unknown.add(person_id)
        if not self._timer.isActive():
            self._timer.start()
        return None

    def _work(self) -> None:
        """What was asked for last is made first: it is what stands on the screen."""
        self.expect(self._unknown)
        self._unknown.clear()
        while len(self._waiting) > WAITING:
            self._waiting.popitem(last=False)
        until, news = time.perf_counter() + SLICE, False
        while self._waiting:
            wanted, ratio = self._waiting.popitem()
            if self._has.get(wanted[0]):
                self._made[wanted] = self._make(*wanted, ratio)
                news = True
            if time.perf_counter() > until:
                break
        while len(self._made) > KEPT:
            self._made.popitem(last=False)
        if self._waiting:
            self._timer.start()
        if news:
            self.arrived.emit()

    def _make(self, person_id: int, width: int, ratio: float) -> QPixmap | None:
        from hallway.usecases import photos

        data = self._bridge.ask(photos.photo, person_id)
        image = read_square(data, width) if data else QImage()
        if image.isNull():
            return None
        face = round_face(image, width)
        face.setDevicePixelRatio(ratio)
        return face

    def _forget(self, changes: Changes) -> None:
        """Whoever a step touched is asked about again."""
        touched = changes.of(PERSON)
        if touched:
            for id_ in touched:
                self._has.pop(id_, None)
            for wanted in [one for one in self._made if one[0] in touched]:
                del self._made[wanted]


def faces_of(bridge: Bridge) -> Faces:
    """Return the faces of the people behind a bridge."""
    found = bridge.findChild(Faces)
    return found if isinstance(found, Faces) else Faces(bridge)


def read_square(data: bytes, width: int) -> QImage:
    """The middle of a picture as a square of that width; an empty image for what is no picture.

    A JPEG is made small while it is decoded, which takes a tenth of the time.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(QSize(width, width), Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    return image.copy((image.width() - width) // 2, (image.height() - width) // 2, width, width)


def round_face(image: QImage, width: int) -> QPixmap:
    """A square picture cut round, with smooth edges."""
    face = QPixmap(width, width)
    face.fill(Qt.GlobalColor.transparent)
    painter = QPainter(face)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))
    painter.drawEllipse(0, 0, width, width)
    painter.end()
    return face
