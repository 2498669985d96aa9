"""TeX's way of writing letters, as bibliographies use it, to plain text. Nothing is ever run: unknown commands go.

Accents, letters and signs are read here, quickly; what is left, such as formulas, is left to pylatexenc.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

DEEPEST: Final = 40
"""Braces deeper than this are taken out unread."""

LONGEST: Final = 5_000
"""Longer texts with formulas are taken as they stand, without their braces."""

_ACCENTS: Final = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "v": "\u030c", "u": "\u0306", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331", "h": "\u0309",
}  # fmt: skip
_LETTERS: Final = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ",
    "NG": "Ŋ",
}  # fmt: skip
_SIGNS: Final = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}
_LETTER_OR_DOTLESS: Final = r"(?:\{\s*(\\[ij]|[^\W\d_])\s*\}|(\\[ij](?![A-Za-z])|[^\W\d_]))"
_ACCENT: Final = re.compile(
    rf"\\(?:(['`^\"~=.])\s*{_LETTER_OR_DOTLESS}|([vuHckrdbh])(?:\{{\s*(\\[ij]|[^\W\d_])\s*\}}|[ ]+(\\[ij]|[^\W\d_])))"
)
_EMPTY_GROUP: Final = re.compile(r"(\\[`'^\"~=.])\{\}(?=[A-Za-z])")
_LETTER: Final = re.compile(rf"\\({'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z])(?:\{{\}}|[ ]+)?")
_ESCAPED: Final = re.compile(r"\\([&%_#])")
_SIGN: Final = re.compile(r"---|--|``|''|~")
_MARKS: Final = re.compile(r"[\\${}~]|--|``|''")
_INDEX: Final = re.compile(r"\$([_^])\{?(?:\\rm ?|\\mathrm ?)?\{?([0-9+-]{1,3})\}?\}?\$")
_SCRIPT: Final = re.compile(r"(?<=\S)([_^])([0-9]{1,3})(?![0-9])")
_LOWERED: Final = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_RAISED: Final = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_COMMAND: Final = re.compile(r"\\[A-Za-z]+ ?|[\\{}$]")
_BRACES: Final = str.maketrans("", "", "{}")


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """The text with TeX's accents, dashes and quotes as letters, without braces, its white space on one line."""
    if _MARKS.search(text):
        text = _letters(text)
        text = _left_over(text) if "\\" in text or "$" in text else text.translate(_BRACES)
    return " ".join(text.split())


def _letters(text: str) -> str:
    """Accents, from the inside of braces outwards, then letters and signs."""
    text = _EMPTY_GROUP.sub(r"\1", text)
    for _ in range(3):
        before, text = text, _ACCENT.sub(_accented, text)
        if text == before:
            break
    text = _LETTER.sub(lambda found: _LETTERS[found[1]], text)
    if "$" not in text:
        text = _ESCAPED.sub(r"\1", text)
    return _SIGN.sub(lambda found: _SIGNS[found[0]], text) if "$" not in text else _INDEX.sub(_index, text)


def _accented(found: re.Match[str]) -> str:
    accent = found[1] or found[4]
    letter = next(part for part in (found[2], found[3], found[5], found[6]) if part)
    return unicodedata.normalize("NFC", letter.removeprefix("\\") + _ACCENTS[accent])


def _left_over(text: str) -> str:
    if len(text) > LONGEST or _depth(text) > DEEPEST:
        return _COMMAND.sub("", text)
    try:
        read = str(_converter().latex_to_text(text))
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError):  # the library's own limits
        return _COMMAND.sub("", text)
    return _SCRIPT.sub(_index, read) if "$" in text else read


def _index(found: re.Match[str]) -> str:
    """ "H$_2$O" is written H₂O."""
    return found[2].translate(_LOWERED if found[1] == "_" else _RAISED)


def _depth(text: str) -> int:
    """How deep its braces and environments may lead, at most."""
    deepest = depth = 0
    for sign in re.findall(r"[{}]|\\begin", text):
        depth += -1 if sign == "}" else 1
        deepest = max(deepest, depth)
    return deepest


@cache
def _converter() -> LatexNodes2Text:
    """Built with the first formula: it brings tables of many hundred commands."""
    from pylatexenc.latex2text import LatexNodes2Text

    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)  # it would tell the user of every odd brace
    return LatexNodes2Text(math_mode="text", keep_comments=True, strict_latex_spaces=False)
