"""Whether a word was meant although one key went wrong while it was typed."""

from __future__ import annotations

LEAST_LETTERS = 4
"""Shorter words are too easily taken for each other."""


def begins_nearly(word: str, typed: str) -> bool:
    """Whether a beginning of the word is `typed` with at most one letter wrong, missing, too much, or two swapped.

    >>> begins_nearly("wieczorek", "wieczoerk"), begins_nearly("mueller", "muel"), begins_nearly("ada", "eve")
    (True, True, False)
    """
    if word.startswith(typed):
        return True
    at = _first_difference(word, typed)
    after = typed[at + 1 :]
    return (
        word.startswith(after, at + 1)  # another letter
        or word.startswith(after, at)  # one too much
        or word.startswith(typed[at:], at + 1)  # one missing
        or (word[at : at + 2] == typed[at : at + 2][::-1] and word.startswith(typed[at + 2 :], at + 2))
    )


def sure_parts(typed: str) -> tuple[str, str]:
    """A beginning and an end, one of which stands in every word that `begins_nearly` so: for finding them quickly."""
    middle = (len(typed) + 1) // 2
    return typed[: middle - 1], typed[middle:]


def _first_difference(word: str, typed: str) -> int:
    for at, (one, other) in enumerate(zip(word, typed, strict=False)):
        if one != other:
            return at
    return min(len(word), len(typed))
