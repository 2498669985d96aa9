"""Photos of imported cards on the command line: taken in when somebody makes them clean, else counted."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

from hallway import wiring
from hallway.cli.main import DONE, Pictures, run
from hallway.usecases import people, photos

JPEG = b"\xff\xd8\xff\xe0 a face"


def bring_in(home: Path, clean: Callable[[bytes], bytes] | None) -> bytes | None:
    """Ada's photo after her card was imported."""
    card = home / "ada.vcf"
    photo = base64.b64encode(JPEG).decode()
    card.write_text(f"BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nPHOTO;ENCODING=b;TYPE=JPEG:{photo}\nEND:VCARD\n")

    def no_window(*_: object, **__: object) -> int:
        raise AssertionError("no window was asked for")

    pictures = Pictures(clean, lambda data: ()) if clean else None
    words = ["--home", str(home / "data"), "import", str(card)]
    assert run(words, lambda folder: wiring.open_desk(folder, "test"), no_window, pictures) == DONE
    desk = wiring.open_desk(home / "data", "test")
    try:
        return desk.ask(photos.photo, desk.ask(people.named, "Ada")[0])
    finally:
        desk.close()


def test_a_photo_is_made_clean_and_taken_in(tmp_path: Path) -> None:
    assert bring_in(tmp_path, lambda data: data + b", clean") == JPEG + b", clean"


def test_without_somebody_who_knows_pictures_it_stays_outside(tmp_path: Path) -> None:
    assert bring_in(tmp_path, None) is None
