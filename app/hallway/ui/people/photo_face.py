"""The large face of a person's page: a photo or initials; a photo is chosen, pasted or dropped there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu, QSizePolicy

from hallway.domain.errors import HallwayError, Refused
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.photo import MOST_BYTES, cleaned, small_photo
from hallway.ui.theme.look import look
from hallway.ui.widgets.avatar import paint_avatar
from hallway.usecases import photos

SIDE = 64


class PhotoFace(QAbstractButton):
    """Click, Enter or Space open the choices; Ctrl+V pastes a picture. `refused` carries why one was not taken."""

    refused = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._person_id, self._name = 0, ""
        self._data: bytes | None = None
        self._photo = QPixmap()
        self.setAcceptDrops(True)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.menu().popup(self.mapToGlobal(QPoint(0, self.height() + 4))))
        look.changed.connect(self.updateGeometry)

    def show_person(self, person_id: int, name: str, has_photo: bool) -> None:
        """Show somebody."""
        self._person_id, self._name = person_id, name
        data = self._bridge.ask(photos.photo, person_id) if has_photo else None
        if data != self._data:
            self._data, self._photo = data, QPixmap()
            if data:
                self._photo.loadFromData(data)
        words = self.tr("Photo of {name}, change") if self.has_photo() else self.tr("{name}, add a photo")
        self.setAccessibleName(words.format(name=name))
        self.update()

    def has_photo(self) -> bool:
        """Whether there is a photo to see."""
        return not self._photo.isNull()

    def menu(self) -> QMenu:
        """Choose, paste, remove."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Choose a photo…")).triggered.connect(self.choose)
        paste = menu.addAction(self.tr("Paste a photo\tCtrl+V"))
        paste.setEnabled(_has_picture(QGuiApplication.clipboard().mimeData()))
        paste.triggered.connect(self.paste)
        if self.has_photo():
            menu.addAction(self.tr("Take the photo away")).triggered.connect(lambda: self._keep(None))
        return menu

    def choose(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self.window(), self.tr("Choose a photo"))
        dialog.setNameFilter(self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.take_file(Path(path)))
        dialog.open()

    def paste(self) -> None:
        """Take what lies in the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, given: QMimeData) -> None:
        """Take a picture, or the first file, that was pasted or dropped."""
        files = [url.toLocalFile() for url in given.urls() if url.isLocalFile()]
        if files:
            self.take_file(Path(files[0]))
        elif given.hasImage():
            image = given.imageData()
            self._try(lambda: cleaned(image if isinstance(image, QImage) else QImage()))

    def take_file(self, path: Path) -> None:
        """Take a picture from a file."""
        self._try(lambda: small_photo(_read(path)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _has_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData())
        event.acceptProposedAction()

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(SIDE), look.scaled(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(0, 0, look.scaled(SIDE), look.scaled(SIDE))
        if not self.has_photo():
            paint_avatar(painter, box, self._name)
            return
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        round_face = QPainterPath()
        round_face.addEllipse(box)
        painter.setClipPath(round_face)
        side = min(self._photo.width(), self._photo.height())
        middle = QRectF((self._photo.width() - side) / 2, (self._photo.height() - side) / 2, side, side)
        painter.drawPixmap(box, self._photo, middle)

    def _try(self, make: Callable[[], bytes]) -> None:
        try:
            data = make()
        except HallwayError as error:
            self.refused.emit(error)
        else:
            self._keep(data)

    def _keep(self, data: bytes | None) -> None:
        self._bridge.do(photos.set_photo, self._person_id, data)


def _has_picture(given: QMimeData | None) -> bool:
    return given is not None and (given.hasImage() or any(url.isLocalFile() for url in given.urls()))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refused(f"{path.name} could not be read.", do="Choose another picture.") from error
