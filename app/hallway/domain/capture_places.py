"""Where somebody works, within a capture line: after @, after "at" and "from", in brackets, or a name that is plain."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from hallway.domain.capture_sheet import Sheet, known_at
from hallway.domain.capture_words import ORGANISATION_WORDS, SMALL_WORDS, is_small
from hallway.domain.folding import fold
from hallway.domain.names import CREDENTIALS

AT_SIGN = re.compile(r"(?<!\w)@\s*(?=\w)")
LEAD = re.compile(r"\s*(?:(?:at|from)\s+)?(?:the\s+)?", re.IGNORECASE)
AFTER_AT = re.compile(r"\s*at\s", re.IGNORECASE)
BRACKETS = re.compile(r"\s*\(([^()]+)\)")
ACRONYM = re.compile(r"[A-Z][A-Z0-9]{2,}")
MOST_SMALL_WORDS = 3
"""Words of an organisation in small letters that fill a whole piece."""

Keep = Callable[[int, int], None]


def read_organisation(sheet: Sheet, start: int, end: int, keep: Keep) -> int:
    """Read an organisation in this piece, if there is none yet; where reading goes on.

    `keep` takes what stands before an @.
    """
    if sheet.organisation:
        return start
    at_sign = AT_SIGN.search(sheet.line, start, end)
    if at_sign and not sheet.kinds[at_sign.start()]:
        return _after_at_sign(sheet, start, at_sign, end, keep)
    brackets = BRACKETS.match(sheet.line, start, end)
    if brackets and sheet.is_free(*brackets.span()):
        return _in_brackets(sheet, start, brackets)
    lead = LEAD.match(sheet.line, start, end)
    found = lead.end() if lead else start
    name_end, name = _sure_organisation(sheet, found, end, bool(AFTER_AT.match(sheet.line, start, end)))
    if not name:
        return start
    sheet.paint(found if sheet.line[start:found].isspace() else start, name_end, "organisation")
    sheet.organisation = name
    return name_end


def _after_at_sign(sheet: Sheet, start: int, at_sign: re.Match[str], end: int, keep: Keep) -> int:
    name_end, name = _organisation_at(sheet, at_sign.end(), end)
    if not name:
        return start
    keep(start, at_sign.start())
    sheet.paint(at_sign.start(), name_end, "organisation")
    sheet.organisation = name
    return name_end


def _in_brackets(sheet: Sheet, start: int, brackets: re.Match[str]) -> int:
    """(CERN) right behind the name is a place; (data scientist) is not."""
    inside = brackets[1].strip()
    if not inside:
        return start
    known = sheet.organisations.get(fold(inside))
    acronym = bool(ACRONYM.fullmatch(inside)) and inside.casefold() not in CREDENTIALS
    called_like_one = inside[0].isupper() and _is_called_like_one(inside.split())
    if not known and not acronym and not called_like_one:
        return start
    sheet.organisation = known or inside
    if not known:
        sheet.guessed.add("organisation")
    sheet.paint(start, brackets.end(), "organisation")
    return brackets.end()


def _organisation_at(sheet: Sheet, start: int, end: int) -> tuple[int, str]:
    """The organisation after @."""
    known = known_at(sheet.line[:end], start, sheet.organisations)
    if known:
        return known
    words = sheet.words(start, sheet.free_end(start, end))
    if not words:
        return start, ""
    small = is_small(words[0].group())
    kept = _small_run(sheet, words, end) if small else _capital_run(words)
    if small or len(kept) < len(words):
        sheet.guessed.add("organisation")
    return kept[-1].end(), " ".join(word.group() for word in kept)


def _small_run(sheet: Sheet, words: list[re.Match[str]], end: int) -> list[re.Match[str]]:
    """All of a short piece that a comma ends; else the first word and those that belong to it."""
    if len(words) <= MOST_SMALL_WORDS and end < len(sheet.line):
        return words
    said = [word.group().casefold() for word in words]
    length = 1
    while length < len(said):
        if said[length] in SMALL_WORDS and length + 1 < len(said):
            length += 2
        elif said[length] in ORGANISATION_WORDS or fold(said[length - 1]) in ORGANISATION_WORDS:
            length += 1
        else:
            break
    return words[:length]


def _capital_run(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Words with a capital, and small ones such as "of" between two of them; one word where no letters are large."""
    if not words[0].group()[0].isupper():
        return words[:1]
    length = 1
    for number, word in enumerate(words[1:], start=2):
        if not is_small(word.group()) and word.group() != "&":
            length = number
        elif word.group().casefold() not in SMALL_WORDS:
            break
    return words[:length]


def _sure_organisation(sheet: Sheet, start: int, end: int, after_at: bool) -> tuple[int, str]:
    """An organisation without @: known, called like one, or with a capital after "at"."""
    known = known_at(sheet.line[:end], start, sheet.organisations)
    if known:
        return known
    words = sheet.words(start, sheet.free_end(start, end))
    if not words or is_small(words[0].group()):
        return start, ""
    run = _capital_run(words)
    called_like_one = _is_called_like_one([word.group() for word in run])
    if not after_at and (not called_like_one or len(run) < len(words) or len(run) < 2):
        return start, ""
    return run[-1].end(), " ".join(word.group() for word in run)


def _is_called_like_one(words: Sequence[str]) -> bool:
    return any(fold(word).strip(".") in ORGANISATION_WORDS for word in words)
