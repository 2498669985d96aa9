"""A picture of a card or badge in the capture panel: looked at off the window's thread, shown, kept with the person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from hallway.domain.errors import HallwayError, Refused
from hallway.ui.frame.worker import Job
from hallway.ui.parts.photo import CARD_SIDE, MOST_BYTES, QR_SIDE, cleaned, decoded, grey
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import icon_button
from hallway.ui.widgets.label import Label

if TYPE_CHECKING:
    from hallway.usecases.cards import CardLine

THUMB = 44
CARD_TYPES = ("text/vcard", "text/x-vcard", "text/directory")
CARD_FILES = (".vcf", ".vcard")


class Seen(NamedTuple):
    """A picture as it is kept, and what its QR code says."""

    picture: bytes
    words: CardLine | None


class CardPicture(QWidget):
    """Holds at most one picture. `read` carries the `CardLine` of a QR code in it."""

    read = Signal(object)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._job: Job | None = None
        self._seen: Seen | HallwayError | None = None
        self.picture = b""
        self._thumb = QLabel()
        self._words = Label("", "body", "text2", wrap=True)
        self._away = icon_button("x", self.tr("Do not keep the picture"), small=True)
        self._away.clicked.connect(self.clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        for part in (self._thumb, self._words, self._away):
            self._row.addWidget(part, 1 if part is self._words else 0)
        self.hide()

    def take(self, given: QMimeData) -> bool:
        """Take a picture or a picture file that was pasted or dropped; False when it is neither."""
        path = _file_of(given)
        if path is not None:
            self.take_file(path)
        elif given.hasImage() and isinstance(image := given.imageData(), QImage):
            self._look(lambda: image)
        else:
            return False
        return True

    def take_file(self, path: Path) -> None:
        """Look at a picture file."""
        self._look(lambda: decoded(_bytes_of(path), QR_SIDE))

    def choose(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self.window(), self.tr("Choose a picture of a card or badge"))
        dialog.setNameFilter(self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.take_file(Path(path)))
        dialog.open()

    def clear(self) -> None:
        """Keep no picture."""
        self.picture = b""
        self._say("")
        self.changed.emit()

    def wait(self) -> None:
        """Be done with looking; before the line is saved, or the panel goes."""
        if self._job is not None:
            self._job.wait()
            self._finish(self._job)

    def _look(self, image: Callable[[], QImage]) -> None:
        self.wait()
        self._seen = None
        self._job = job = Job(lambda _report: self._see(image), parent=self)
        job.finished.connect(lambda: self._finish(job))
        self._say(self.tr("Looking at the picture…"))
        job.start()

    def _see(self, image: Callable[[], QImage]) -> None:
        """On the job's thread."""
        try:
            self._seen = look_at(image())
        except HallwayError as error:
            self._seen = error

    def _finish(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job, seen = None, self._seen
        job.deleteLater()
        if isinstance(seen, Seen):
            self.picture = seen.picture
            self._say(self.tr("The picture is kept with them as a card or badge."))
            if seen.words is not None and seen.words.text:
                self.read.emit(seen.words)
        elif isinstance(seen, HallwayError):
            self.picture = b""
            self._say(f"{seen.sentence} {seen.do}".strip())
        self.changed.emit()

    def _say(self, words: str) -> None:
        self._words.set_text(words)
        self._thumb.setPixmap(_thumb(self.picture, self.devicePixelRatio()) if self.picture else QPixmap())
        self._thumb.setVisible(bool(self.picture))
        self._away.setVisible(self._job is None)
        self.setVisible(bool(words))


def look_at(image: QImage) -> Seen:
    """The picture made small, and the words of its QR code. Raises `Refused` for an empty picture."""
    from hallway.usecases import cards  # with the first picture

    picture = cleaned(image, CARD_SIDE)
    pixels = grey(image)
    return Seen(picture, cards.read_picture(bytes(pixels.constBits()), pixels.width(), pixels.height()))


def card_of(given: QMimeData) -> str:
    """The text of a card that was pasted or dropped, as text or as a file; empty when there is none."""
    from hallway.usecases import cards  # with the first thing that is pasted

    for kind in CARD_TYPES:
        if given.hasFormat(kind):
            return bytes(given.data(kind).data()).decode("utf-8", "replace")
    path = _file_of(given)
    if path is not None and path.suffix.lower() in CARD_FILES:
        try:
            return _bytes_of(path).decode("utf-8", "replace")
        except Refused:
            return ""
    return given.text() if given.hasText() and not given.hasUrls() and cards.is_card(given.text()) else ""


def brings_something(given: QMimeData) -> bool:
    """Whether it is a picture or a file; copied cells and paragraphs bring a picture of themselves, and are text."""
    return _file_of(given) is not None or (given.hasImage() and not given.text().strip())


def _file_of(given: QMimeData) -> Path | None:
    return next((Path(QUrl(url).toLocalFile()) for url in given.urls() if url.isLocalFile()), None)


def _thumb(picture: bytes, ratio: float) -> QPixmap:
    found = QPixmap()
    found.loadFromData(picture)
    side = round(look.scaled(THUMB) * ratio)
    small = found.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    small.setDevicePixelRatio(ratio)
    return small


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refused(f"{path.name} could not be read.", do="Choose another picture.") from error
