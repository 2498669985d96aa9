"""Words as the full-text index keeps them, so that a text and a question about it are cut in the same places.

The index uses FTS5's `ascii` tokenizer, which cuts at ASCII signs only. Everything else is cut here first; so the
result depends on one table of characters and never on how old the one inside SQLite is.
"""

from __future__ import annotations

import re
import unicodedata

from hallway.domain.folding import fold

MOST_WORDS = 16
LONGEST_WORD = 64
"""Letters kept of a word; what is longer is no word that anybody types in full."""

SAID_IN_TALKS = """coalesce((SELECT group_concat(
    o.reason || char(10) || o.hope || char(10) || o.notes || char(10) || o.outcome || char(10) ||
      coalesce((SELECT group_concat(a.note, char(10)) FROM answer a WHERE a.outreach_id = o.id), ''), char(10))
  FROM outreach o WHERE o.person_id = p.id), '')"""
"""What is written about talks with a person `p`, line by line: why, what was hoped for, what was said."""

_ASCII_WORDS = re.compile("[a-z0-9]+")


def cut(text: str) -> list[str]:
    """The folded words of a text: "O'Brien, Łukasz" gives o, brien, lukasz."""
    folded = fold(text)
    if folded.isascii():
        words = _ASCII_WORDS.findall(folded)
    else:
        words = "".join(letter if _is_in_word(letter) else " " for letter in folded).split()
    return [word[:LONGEST_WORD] for word in words]


def indexed(text: str) -> str:
    """What goes into the index for a text."""
    return " ".join(cut(text))


def beginning(text: str) -> str:
    """An FTS5 query in which each word must begin a word of the text; empty when there is nothing to look for."""
    return " ".join(f'"{word}"*' for word in cut(text)[:MOST_WORDS])


def whole(text: str) -> str:
    """An FTS5 query for texts that have each of these words; empty when there is nothing to look for."""
    return " ".join(f'"{word}"' for word in cut(text)[:MOST_WORDS])


def _is_in_word(letter: str) -> bool:
    """Letters, digits, and marks that are written as part of a letter (Indic vowels, for one)."""
    return letter.isalnum() or unicodedata.category(letter).startswith("M")
