"""Palette rows for "introduce … to …": two people of the record, whom one would bring together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from hallway.ui.parts.introduction_wish import MAKE, wish_introduction
from hallway.ui.shell.palette_model import Row
from hallway.ui.shell.window import Window
from hallway.usecases import searching
from hallway.usecases.searching import Hit

BEGINNING, JOINTS = "introduce ", (" to ", " and ")
MOST = 2


def introduction_rows(window: Window, text: str) -> list[Row]:
    """The introductions that a text asks for; empty when it asks for none."""
    pair = named_pair(text)
    if pair is None:
        return []
    first, second = (_found(window, words) for words in pair)
    return [
        Row(
            _t("Introduce {first} and {second}").format(first=one.title, second=other.title),
            _t("both are asked before"), "handshake", "violet", kind="introduction", subject=f"{one.id} {other.id}",
            run=partial(wish_introduction, window.frame, MAKE, one.id, other.id),
        )
        for one in first for other in second if one.id != other.id
    ][:MOST * MOST]  # fmt: skip


def named_pair(text: str) -> tuple[str, str] | None:
    """The two names of "introduce Ada to Bo", None for another text; "me" is nobody to be introduced here."""
    asked = " ".join(text.split())
    if not asked.casefold().startswith(BEGINNING):
        return None
    words = asked[len(BEGINNING) :]
    for joint in JOINTS:
        first, found, second = words.partition(joint)
        if found and first.strip() and second.strip() and first.strip().casefold() != "me":
            return first.strip(), second.strip()
    return None


def _found(window: Window, words: str) -> tuple[Hit, ...]:
    return tuple(window.frame.bridge.ask(searching.find_people, words, MOST))


def _t(text: str) -> str:
    return QCoreApplication.translate("palette", text)
