"""The window's part of `hallway self-test`: everything loads, and every room is painted in both themes."""

from __future__ import annotations

import gc
import os
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QApplication, QLabel

import hallway
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.frame.preferences import settings_in
from hallway.ui.parts import photo
from hallway.ui.shell.commands import equip
from hallway.ui.shell.locking import end_work, let_go
from hallway.ui.shell.rooms import ROOMS
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.ui.theme.tokens import ThemeName
from hallway.usecases.self_test import Step, Wrong, expect, filled

SIZE = QSize(1280, 800)
CALLS = 5_000
MOST_LOST = 100
"""Some versions of Qt's bindings lose a reference to None with each call, until Python ends: a bug of 6.12.0."""
FEWEST_COLOURS = 12
PICTURES = {b"png", b"jpeg", b"webp", b"gif", b"svg"}


def _everything(_: Path) -> str:
    names = [one.name for one in pkgutil.walk_packages(hallway.__path__, "hallway.")]
    for name in names:
        if not name.endswith("__main__"):
            import_module(name)
    expect(len(names) > len(ROOMS), "nothing was found to load")
    return f"{len(names)} parts"


def _light(folder: Path) -> str:
    return _rooms(folder, "light")


def _dark(folder: Path) -> str:
    return _rooms(folder, "dark")


def _rooms(folder: Path, name: ThemeName) -> str:
    application = _application()
    theme.apply(application, name)
    theme.choose_motion(False)
    desk = filled(folder / "network")
    bridge = Bridge(desk)
    settings = settings_in(folder)
    window = Window(bridge, ROOMS, settings)
    try:
        with _heard() as errors:
            equip(window)
            window.resize(SIZE)
            window.show()
            for room in ROOMS:
                window.frame.navigator.go(Place(room.key))
                application.processEvents()
                colours = _colours(window.grab().toImage())
                expect(not errors, f"{room.key}: {', '.join(errors)}")
                expect(colours >= FEWEST_COLOURS, f"{room.key} shows only {colours} colours")
        return f"{len(ROOMS)} rooms"
    finally:
        application.processEvents()  # what a page has put off needs the window
        end_work(window, bridge)
        let_go(window)
        settings.sync()  # or it writes when it goes, into a folder that is no more
        desk.close()


def _picture(folder: Path) -> str:
    expect(known := {bytes(one.data()) for one in QImageReader.supportedImageFormats()}, "no pictures can be read")
    expect(known >= PICTURES, f"these pictures cannot be read: {sorted(PICTURES - known)}")
    (text,) = photo.codes_in((folder / "card.png").read_bytes())
    expect("Ines Okoye" in text, "the code says something else")
    return "a code is read back from its picture"


def _nothing_lost(_: Path) -> str:
    _application()
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    lost = before - sys.getrefcount(None)
    expect(lost < MOST_LOST, f"{lost} references were lost in {CALLS} calls: Hallway would end by itself")
    return f"{max(lost, 0)} references lost in {CALLS:,} calls"


def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(found, QApplication):
        raise Wrong("something else runs here")
    return found


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What goes wrong while Qt calls: it passes nothing on to whoever made it paint."""
    errors: list[str] = []
    before = sys.excepthook

    def hear(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        errors.append(f"{kind.__name__}: {error}")

    sys.excepthook = hear
    try:
        yield errors
    finally:
        sys.excepthook = before
        gc.collect()


def _colours(image: QImage) -> int:
    """How many colours a coarse grid of points shows."""
    return len({
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    })  # fmt: skip


STEPS = (
    Step("Every part", _everything),
    Step("Light rooms", _light),
    Step("Dark rooms", _dark),
    Step("Pictures", _picture),
    Step("Qt and Python together", _nothing_lost),
)
