"""Palette rows for "path to …", "reach …" and "who knows …": the way to a person, an organisation or a topic."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.places import Place
from hallway.ui.shell.palette_model import Row
from hallway.ui.shell.window import Window
from hallway.usecases import paths

BEGINNINGS = ("path to ", "way to ", "reach ", "who knows ", "who can introduce me to ", "introduce me to ")
MOST = 5


def path_rows(window: Window, text: str) -> list[Row]:
    """The ways that a text asks for; empty when it asks for none."""
    asked = text.lstrip()
    words = next((asked[len(start) :] for start in BEGINNINGS if asked.casefold().startswith(start)), "")
    if not words.strip():
        return []
    return [
        Row(
            _t("Who can help you reach {name}?").format(name=hit.title), hit.detail, "waypoints", "violet",
            kind="path", subject=f"{hit.kind} {hit.id}",
            run=partial(window.frame.navigator.go, Place("network", hit.kind, hit.id)),
        )
        for hit in window.frame.bridge.ask(paths.offered, words)[:MOST]
    ]  # fmt: skip


def _t(text: str) -> str:
    return QCoreApplication.translate("palette", text)
