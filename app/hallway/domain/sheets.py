"""A sheet of paper: a title, a few lines below it, and headed sections. Briefings and event packs are made of these."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; a section without lines is left out by whoever writes the sheet."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, all of it plain text. `photo` is a picture as Hallway keeps it (JPEG or PNG bytes), or empty."""

    title: str
    lines: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    photo: bytes = b""
