"""Names kept folded in memory: so that a slip of the keyboard and initials find them, and what has no other index.

One index for each open record, read in slices so that no keystroke waits for it, and walked again after a change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from hallway.domain.folding import fold
from hallway.domain.likeness import LEAST_LETTERS, begins_nearly, sure_parts
from hallway.store import planned
from hallway.store.database import Database
from hallway.store.words import cut
from hallway.store.work import View

SLICE = 500
AT_ONCE = 6
"""Slices that a keystroke may wait for: all of a small record, some 20 ms of a big one."""
SHORTEST_INITIALS, LONGEST_INITIALS = 2, 4

SOURCES = {
    "organisation": "SELECT id, name FROM organisation WHERE let_go_on IS NULL AND id > ? ORDER BY id LIMIT ?",
    "session": """SELECT s.id, s.title FROM session s JOIN event e ON e.id = s.event_id
                   WHERE e.let_go_on IS NULL AND s.id > ? ORDER BY s.id LIMIT ?""",
    "group": 'SELECT id, name FROM "group" WHERE id > ? ORDER BY id LIMIT ?',
    "topic": "SELECT id, name FROM topic WHERE id > ? ORDER BY id LIMIT ?",
    "view": "SELECT id, name FROM saved_view WHERE id > ? ORDER BY id LIMIT ?",
    "project": "SELECT id, title FROM project WHERE id > ? ORDER BY id LIMIT ?",
    "opportunity": """SELECT o.id, o.title || ' ' || coalesce(n.name, '') FROM opportunity o
                       LEFT JOIN organisation n ON n.id = o.organisation_id WHERE o.id > ? ORDER BY o.id LIMIT ?""",
    "letter": """SELECT l.id, l.purpose || ' ' || coalesce(n.name, '') FROM letter l
                  LEFT JOIN person n ON n.id = l.person_id WHERE l.id > ? ORDER BY l.id LIMIT ?""",
    "resource": "SELECT id, title || ' ' || authors FROM resource WHERE id > ? ORDER BY id LIMIT ?",
    "favour": """SELECT f.id, f.text || ' ' || n.name FROM favour f JOIN person n ON n.id = f.person_id
                  WHERE f.text <> '' AND n.standing <> 'let go' AND f.id > ? ORDER BY f.id LIMIT ?""",
    "promise": """SELECT p.id, p.text || ' ' || n.name FROM promise p JOIN person n ON n.id = p.person_id
                   WHERE p.state = 'open' AND n.standing <> 'let go' AND p.id > ? ORDER BY p.id LIMIT ?""",
    "person": """SELECT g.person_id, g.name, p.nickname || ' ' || coalesce(
                  (SELECT group_concat(name, ' ') FROM person_spelling WHERE person_id = g.person_id), '')
                  FROM glance g JOIN person p ON p.id = g.person_id
                  WHERE g.standing <> 'let go' AND g.person_id > ? ORDER BY g.person_id LIMIT ?""",
    "achievement": """SELECT a.id, a.title FROM achievement a LEFT JOIN person n ON n.id = a.person_id
                       WHERE (a.person_id IS NULL OR n.standing <> 'let go') AND a.id > ? ORDER BY a.id LIMIT ?""",
}
"""Where the names of each kind stand, perhaps with other names; what may be many comes last: people, who have an index
of their own besides, and papers."""


class Entry(NamedTuple):
    """A name (and others that are used for it) as written, its folded words, and the first letters of the name."""

    written: tuple[str, str]
    words: tuple[str, ...]
    initials: tuple[str, ...]


class NameIndex:
    """The names of one kind."""

    def __init__(self) -> None:
        self.entries: dict[int, Entry] = {}
        self._by_word: dict[str, set[int]] = {}
        self._by_initials: dict[str, set[int]] = {}

    def put(self, id_: int, name: str, others: str = "") -> None:
        """Take a name in, in place of the one it had."""
        before = self.entries.get(id_)
        if before is not None and before.written == (name, others):
            return
        self.drop(id_)
        folded = _folded(name)
        words = cut(f"{folded} {_folded(others)}" if others else folded)
        entry = self.entries[id_] = Entry((name, others), tuple(dict.fromkeys(words)), _initials(folded))
        for word in entry.words:
            self._by_word.setdefault(word, set()).add(id_)
        for letters in entry.initials:
            self._by_initials.setdefault(letters, set()).add(id_)

    def drop(self, id_: int) -> None:
        """Forget a name."""
        entry = self.entries.pop(id_, None)
        if entry is not None:
            _take_out(self._by_word, entry.words, id_)
            _take_out(self._by_initials, entry.initials, id_)

    def beginning(self, typed: Sequence[str]) -> set[int]:
        """Those in whose name every typed word begins a word."""
        if not typed:
            return set()
        longest = max(typed, key=len)
        fitting = (ids for word, ids in self._by_word.items() if word.startswith(longest))
        return {id_ for id_ in set().union(*fitting) if self._fits(id_, typed)}

    def nearly(self, typed: Sequence[str]) -> set[int]:
        """Those whose name was meant if one key went wrong in one of the words."""
        found: set[int] = set()
        for slip in (word for word in typed if len(word) >= LEAST_LETTERS):
            rest = [word for word in typed if word != slip]
            found.update(id_ for id_ in self._with_slip(slip) if self._fits(id_, rest))
        return found

    def by_initials(self, typed: Sequence[str]) -> set[int]:
        """Those with these initials: "tw" or "t w"."""
        together = len(typed) == 1 or all(len(word) == 1 for word in typed)
        letters = "".join(typed) if together else ""
        return set(self._by_initials.get(letters, ()))

    def _with_slip(self, slip: str) -> set[int]:
        head, tail = sure_parts(slip)
        likely = [word for word in self._by_word if word.startswith(head) or tail in word]
        return set().union(*(self._by_word[word] for word in likely if begins_nearly(word, slip)))

    def _fits(self, id_: int, typed: Iterable[str]) -> bool:
        words = self.entries[id_].words
        return all(any(word.startswith(one) for word in words) for one in typed)


class Names:
    """The indexes of one record, and how far they have been read."""

    def __init__(self) -> None:
        self.kinds = {kind: NameIndex() for kind in SOURCES}
        self._state = ""
        self._waiting: list[str] = []
        self._last = 0
        self._seen: set[int] = set()

    def grow(self, look: View) -> bool:
        """Read one slice more; whether all is read as the record stands now."""
        state = f"{planned.state(look)} {look.value('SELECT max(id) FROM person')}"
        if state != self._state:
            self._state, self._waiting = state, [*SOURCES]
            self._last, self._seen = 0, set()
        left = SLICE
        while self._waiting and left:
            left -= self._read(look, self._waiting[0], left)
        return not self._waiting

    def _read(self, look: View, kind: str, most: int) -> int:
        """Read so many names at most; how many there were."""
        rows = look.rows(SOURCES[kind], self._last, most)
        for id_, name, *others in rows:
            self.kinds[kind].put(id_, name, *(text.strip() for text in others))
            self._seen.add(id_)
        if len(rows) == most:
            self._last = rows[-1][0]
            return most
        for gone in self.kinds[kind].entries.keys() - self._seen:
            self.kinds[kind].drop(gone)
        self._waiting.pop(0)
        self._last, self._seen = 0, set()
        return len(rows)


_known: WeakKeyDictionary[Database, Names] = WeakKeyDictionary()


def names(look: View) -> Names:
    """The names of this record, as far as they have been read."""
    return _known.setdefault(look.database, Names())


def grow(look: View) -> bool:
    """Read a slice of the names; whether all are read. For moments in which nothing else is to be done."""
    return names(look).grow(look)


def soon(look: View) -> Names:
    """The names as far as they can be read while a keystroke waits."""
    for _ in range(AT_ONCE):
        if grow(look):
            break
    return names(look)


def whole(look: View) -> Names:
    """All names, read now if need be."""
    while not grow(look):
        pass
    return names(look)


def _folded(name: str) -> str:
    """Folded word by word: most have been met before, and are remembered."""
    return " ".join(map(fold, name.split()))


def _initials(folded: str) -> tuple[str, ...]:
    """ "Tomasz Maria Wieczorek" goes by tmw and tw, "Samir El-Amrani" by se."""
    letters = "".join([word[0] for word in folded.split()])
    if len(letters) < SHORTEST_INITIALS:
        return ()
    ends = letters[0] + letters[-1]
    return (letters, ends) if len(ends) < len(letters) <= LONGEST_INITIALS else (ends,)


def _take_out(places: dict[str, set[int]], keys: Iterable[str], id_: int) -> None:
    for key in keys:
        places[key].discard(id_)
        if not places[key]:
            del places[key]
