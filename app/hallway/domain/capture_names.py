"""Who a capture line begins with: one name, or several joined by "and"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hallway.domain.capture_sheet import GAP, Sheet, known_at
from hallway.domain.capture_words import (
    CLINGING,
    ENDS_NAME,
    JOINERS,
    MET,
    NAME_PARTICLES,
    ORGANISATION_WORDS,
    PROMISE_VERBS,
    is_small,
)
from hallway.domain.folding import fold, is_cjk
from hallway.domain.names import CREDENTIALS, TITLES

MOST_WORDS_OF_A_SMALL_NAME = 4
MOST_WORDS = 6
"""Words of one name, titles and particles not counted."""
MOST_SURE_WORDS = 4
WHOLE_CJK_NAME = 3
"""So many characters in one word are family and given name together."""
KATAKANA = re.compile(r"[\u30a0-\u30ff]+")
"""Names from elsewhere, as Japanese writes them: long words, two of them."""
CALLED = re.compile(r"\s*[(\"“][^\W\d_][\w'’-]*[)\"”]\s+(?=[^\W\d_])")
"""What somebody is called, within the name: Wei (Wendy) Zhang."""
PIECE = re.compile(r"\s*,\s*([^,;\n]+)")

Words = Sequence[re.Match[str]]


def read_names(sheet: Sheet, several: bool) -> int:
    """Read who the line begins with; where the rest begins. With `several` off it is one person in any case."""
    if sheet.names:
        return 0
    start, end = _begin(sheet), len(sheet.line)
    while start < end:
        words = sheet.words(start, _end_of_names(sheet, start))
        if not words or (not sheet.names and words[0].group() in PROMISE_VERBS):
            break
        kept = _words_of_one(words, several)
        if not kept:
            break
        start = _take(sheet, kept)
        following = _after_joiner(sheet, start, several)
        if following is None:
            break
        start = following
    if sheet.names and sheet.line[start : start + 1] == ":":
        sheet.paint(start, start + 1, GAP)
        return start + 1
    return _take_behind(sheet, start) if sheet.names else 0


def is_name_word(word: str) -> bool:
    """Whether a word may stand in a name: it has a capital, or clings to one, or its script knows no capitals."""
    clinging = CLINGING.match(word)
    return not is_small(word) or bool(clinging and word[clinging.end()].isupper())


def _begin(sheet: Sheet) -> int:
    met = MET.match(sheet.line)
    if met and met.end() < len(sheet.line) and sheet.is_free(*met.span()) and not is_small(sheet.line[met.end()]):
        sheet.paint(0, met.end(), GAP)
        return met.end()
    return 0


def _end_of_names(sheet: Sheet, start: int) -> int:
    """Where names may reach at most: up to a comma, a mark or what was understood before."""
    at = start
    while True:
        stop = ENDS_NAME.search(sheet.line, at)
        end = stop.start() if stop else len(sheet.line)
        called = CALLED.match(sheet.line, end) if stop else None
        if not called or not is_name_word(sheet.line[called.end()]):
            return sheet.free_end(start, end)
        at = called.end()


def _words_of_one(words: Words, several: bool) -> Words:
    """The words of the first person's name."""
    joiners = [at for at, word in enumerate(words) if word.group().casefold() in JOINERS]
    for at in joiners if several else ():
        if at and _are_two(words[:at], words[at + 1 :]):
            return words[:at]
    said = [word.group() for word in words]
    if not several:  # whoever says so means the whole of it
        said = [_as_letter(word, said) if word.casefold() in JOINERS else word for word in said]
    return words[: _length_of_name(said)]


def _as_letter(joiner: str, words: Sequence[str]) -> str:
    return "x" if all(is_small(word) or word == joiner for word in words) else "X"


def _are_two(before: Words, after: Words) -> bool:
    """Whether "and" stands between two names, and not within the name of a firm or between two things."""
    first, second = [word.group() for word in before], [word.group() for word in after]
    if not second or any(fold(word).strip(".") in ORGANISATION_WORDS for word in (*first, *second)):
        return False
    if all(is_small(word) for word in (*first, *second)):
        return len(first) <= 2 and len(second) <= 2
    return _length_of_name(first) == len(first) and is_name_word(second[0]) and not is_small(first[0])


def _take(sheet: Sheet, kept: Words) -> int:
    first, last = kept[0].start(), kept[-1].end()
    sheet.names.append(" ".join(sheet.line[first:last].split()))
    sheet.paint(first, last, "name")
    words = [word.group() for word in kept]
    if len(words) > MOST_SURE_WORDS or (len(words) > 2 and all(is_small(word) for word in words)):
        sheet.guessed.add("name")
    return last


def _after_joiner(sheet: Sheet, at: int, several: bool) -> int | None:
    """Where the next person's name begins, or None when there is no other."""
    joined = re.match(r"\s+(\S+)\s+(?=\S)", sheet.line[at:])
    if several and joined and joined[1].casefold() in JOINERS:
        start = at + joined.end()
        if sheet.kinds[start] == "" and _begins_name(sheet, start):
            sheet.paint(at, start, GAP)
            sheet.guessed.add("name")
            return start
    if several and _lists_people(sheet, at):
        start = at + re.match(r"\s*,\s*", sheet.line[at:]).end()  # type: ignore[union-attr]
        sheet.paint(at, start, GAP)
        return start
    return None


def _begins_name(sheet: Sheet, start: int) -> bool:
    words = [word.group() for word in sheet.words(start, _end_of_names(sheet, start))]
    if not words or words[0] == "I" or known_at(sheet.line, start, sheet.organisations):
        return False
    if is_small(sheet.names[-1]):
        return len(words) <= 2 and all(is_small(word) for word in words)
    return is_name_word(words[0]) and not any(fold(word).strip(".") in ORGANISATION_WORDS for word in words)


def _lists_people(sheet: Sheet, at: int) -> bool:
    """Whether a comma is followed by more names, the last two joined: "Ana Ruiz, Bo Ek and Cai Xu"."""
    piece = PIECE.match(sheet.line, at)
    if not piece or len(sheet.names[-1].split()) < 2:
        return False
    end = _end_of_names(sheet, piece.start(1))
    words = [word.group() for word in sheet.words(piece.start(1), end)]
    joiner = next((place for place, word in enumerate(words) if word.casefold() in JOINERS), 0)
    if joiner:
        first, second = words[:joiner], words[joiner + 1 :]
        return 2 <= len(first) == _length_of_name(first) and 2 <= len(second) == _length_of_name(second)
    rest = PIECE.match(sheet.line, end)
    return 2 <= len(words) == _length_of_name(words) and bool(rest) and _lists_from(sheet, end)


def _lists_from(sheet: Sheet, at: int) -> bool:
    return any(word.casefold() in JOINERS for word in (PIECE.match(sheet.line, at) or [""])[0].split())


def _take_behind(sheet: Sheet, at: int) -> int:
    """What belongs to the name behind a comma: "Ana Lima, PhD", and "OKOYE, Ines", family name first."""
    piece = PIECE.match(sheet.line, at)
    if len(sheet.names) > 1 or not piece or not sheet.is_free(*piece.span()):
        return at
    words = piece[1].split()
    shouted = sheet.names[0].isupper() and " " not in sheet.names[0] and len(sheet.names[0]) > 2
    given_behind = shouted and len(words) <= 2 and all(word[:1].isupper() and not word.isupper() for word in words)
    if all(_is_credential(word) for word in words) or given_behind:
        end = at + len(sheet.line[at : piece.end()].rstrip())
        sheet.paint(at, end, "name")
        sheet.names[0] = " ".join(sheet.line[sheet.kinds.index("name") : end].split())
        return end
    return at


def _is_credential(word: str) -> bool:
    return word.replace(".", "").casefold() in CREDENTIALS and any(letter.isupper() for letter in word)


def _length_of_name(words: Sequence[str]) -> int:
    """How many of the first words are one name."""
    joiner = next((at for at, word in enumerate(words) if at and word.casefold() in JOINERS), len(words))
    words, few = words[:joiner], len(words) <= MOST_WORDS_OF_A_SMALL_NAME
    if not words:
        return 0
    if all(is_small(word) for word in words):
        return len(words) if few else _length_of_small_name(words)
    if is_cjk(words[0][0]):
        alone = len(words[0]) >= WHOLE_CJK_NAME and not KATAKANA.fullmatch(words[0])
        return 1 if alone else min(2, len(words))
    return _length_of_capitals(words)


def _length_of_small_name(words: Sequence[str]) -> int:
    """Somebody in a hurry: the given name and what follows it."""
    at = 0
    while _is_title(words[at]) and at < len(words) - 1:
        at += 1
    at += 1
    while at < len(words) - 1 and words[at] in NAME_PARTICLES:
        at += 1
    return min(at + 1, len(words))


def _length_of_capitals(words: Sequence[str]) -> int:
    """Up to the first small word that is no particle before a capital; not without end where there are no capitals."""
    length, counted = 0, 0
    most = MOST_WORDS if any(letter.isupper() for letter in words[0]) or _is_title(words[0]) else MOST_SURE_WORDS
    for number, word in enumerate(words, start=1):
        if _is_title(word) and not counted:
            length = number
        elif is_name_word(word) or not counted:
            length, counted = number, counted + 1
        elif word not in NAME_PARTICLES:
            break
        if counted == most:
            break
    return length


def _is_title(word: str) -> bool:
    return word.casefold().rstrip(".") in TITLES
