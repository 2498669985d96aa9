"""Pairs that wait to be asked about, while some of the people in them become one."""

from __future__ import annotations

from collections.abc import Iterable

from hallway.domain.matching import Verdict
from hallway.ui.frame.bridge import Bridge
from hallway.usecases import duplicates, people
from hallway.usecases.duplicates import Pair


class PairQueue:
    """Hands out one pair after the other, of two who are both still there."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._pairs: list[Pair] = []
        self._became: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._pairs)

    def begin(self, pairs: Iterable[Pair]) -> None:
        """Wait with these pairs, in their order."""
        self._pairs = list(pairs)

    def note_merged(self, gone_id: int, keep_id: int) -> None:
        """Whatever waits with the first of the two is about the other from now on."""
        self._became[gone_id] = keep_id

    def take(self) -> Pair | None:
        """The next pair that is worth asking about, or None at the end."""
        while self._pairs:
            pair = self._as_it_is(self._pairs.pop(0))
            if pair is not None:
                return pair
        return None

    def _as_it_is(self, pair: Pair) -> Pair | None:
        one, other = (self._who(id_) for id_ in (pair.one_id, pair.other_id))
        if one is None or other is None or one == other:
            return None
        return pair if {one, other} == {pair.one_id, pair.other_id} else self._worth_asking(one, other)

    def _worth_asking(self, one: int, other: int) -> Pair | None:
        """Two of whom one took part in a merge: compared anew, unless the same two wait further down."""
        if any({later.one_id, later.other_id} == {one, other} for later in self._pairs):
            return None
        pair = self._bridge.ask(duplicates.compare, one, other)
        return None if pair.verdict is Verdict.NEW else pair

    def _who(self, person_id: int) -> int | None:
        """The person, or whom they became; None when neither is there."""
        while not self._bridge.ask(people.rows, (person_id,)):
            if person_id not in self._became:
                return None
            person_id = self._became[person_id]
        return person_id
