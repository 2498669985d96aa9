"""A calendar program that imports exported files into a collection: by UID, and only what is newer.

As strict as the strictest: an entry that changed without a higher SEQUENCE, a number or a moment that went back, and
a cancellation of what is not there are mistakes of the file.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from tests.calendar_shown import COMPONENTS, Shown, blocks, read
from tests.radicale_here import Collection


class Piece(NamedTuple):
    """One component of a file, as its text, with what counts for an import."""

    component: str
    uid: str
    sequence: int
    modified: str
    cancelled: bool
    text: str


@dataclass(slots=True)
class Client:
    """The program, with the latest it was given of each UID, and how much it had to do."""

    collection: Collection
    latest: dict[str, Piece] = field(default_factory=dict)
    there: set[str] = field(default_factory=set)
    put: int = 0
    removed: int = 0

    def take_in(self, data: bytes) -> None:
        """Import one file."""
        found = pieces(data)
        assert len({piece.uid for piece in found}) == len(found), "two entries of one UID in a file"
        for piece in found:
            self._judge(piece, self.latest.get(piece.uid))
            if piece.cancelled:
                self.collection.delete(name_of(piece.uid))
                self.there.remove(piece.uid)
                self.removed += 1
            elif self.latest.get(piece.uid) != piece:
                self.collection.put(name_of(piece.uid), alone(piece, data.decode()))
                self.there.add(piece.uid)
                self.put += 1
            self.latest[piece.uid] = piece

    def _judge(self, piece: Piece, before: Piece | None) -> None:
        assert not piece.cancelled or piece.uid in self.there, f"cancelled, but not there: {piece.text}"
        if before is None:
            return
        say = f"was\n{before.text}\nis\n{piece.text}"
        assert piece.component == before.component, f"a UID changed what it is: {say}"
        assert piece.sequence >= before.sequence, f"SEQUENCE fell: {say}"
        assert piece.modified >= before.modified, f"LAST-MODIFIED went back: {say}"
        assert piece.sequence > before.sequence or piece.text == before.text, f"changed under one SEQUENCE: {say}"

    def holds(self) -> dict[str, Shown]:
        """What is in the collection now, asked of the server and read by icalendar."""
        found = {}
        whole = self.collection.whole().decode()
        for component in COMPONENTS:
            for block in blocks(whole, component):
                uid, shown = read(block)
                found[uid] = shown
        assert found.keys() == self.there
        return found


def pieces(data: bytes) -> list[Piece]:
    """The entries of a file."""
    text = data.decode()
    return [_piece(component, block) for component in COMPONENTS for block in blocks(text, component)]


@lru_cache(maxsize=50_000)
def _piece(component: str, block: str) -> Piece:
    lines = block.replace("\r\n ", "").split("\r\n")
    values = {line.partition(":")[0]: line.partition(":")[2] for line in reversed(lines)}
    cancelled = values["STATUS"] == "CANCELLED"
    return Piece(component, values["UID"], int(values["SEQUENCE"]), values["LAST-MODIFIED"], cancelled, block)


def alone(piece: Piece, calendar: str) -> bytes:
    """As a calendar of its own, with the zones that it needs of those of its calendar."""
    needed = set(re.findall("TZID=([^:]+):", piece.text))
    zones = "".join(zone for zone in blocks(calendar, "VTIMEZONE") if re.findall("TZID:(.+)\r", zone)[0] in needed)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Client//EN\r\n{zones}{piece.text}END:VCALENDAR\r\n".encode()


def name_of(uid: str) -> str:
    """What its file is called."""
    return f"{hashlib.sha256(uid.encode()).hexdigest()[:20]}.ics"
