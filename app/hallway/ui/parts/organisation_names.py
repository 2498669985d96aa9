"""Completing the name of an organisation while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.suggest import Choice
from hallway.usecases import organisations


def organisation_choices(bridge: Bridge, without: Callable[[], int] = lambda: 0) -> Callable[[str], Sequence[Choice]]:
    """A query for `Suggest`, however the words are accented; ``without`` answers the id that is not offered."""

    def ask(words: str) -> Sequence[Choice]:
        found = bridge.ask(organisations.offered, words, without())
        return [Choice(name, id_) for id_, name in found if name.casefold() != words.casefold()]

    return ask
