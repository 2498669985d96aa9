"""Letters that are not UTF-8: which old code page they read best in, told by the alphabets of many languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple


class CodePage(NamedTuple):
    """A way to read bytes: the name Python knows it by, and words for a person."""

    codec: str
    words: str


@dataclass(frozen=True, slots=True)
class Settled:
    """Pieces of a file as text. `guessed` are the places of those that were read in `page`; `lost` counts letters
    that nothing could be made of.
    """

    texts: tuple[str, ...]
    page: CodePage | None
    guessed: tuple[int, ...]
    lost: int


WESTERN: Final = CodePage("cp1252", "Western European")
_LATIN: Final = (
    (WESTERN, "äöüß àâæçéèêëîïôœùûüÿ áéíñóúüª ãáâàçéêíóôõúü àèéìòù åäöæøé áðéíóúýþæö éëïöü àçèéíïòóúü"),
    (CodePage("cp1250", "Central European"), "ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű ăâîşţ čćđšž"),
    (CodePage("cp1254", "Turkish"), "çğıöşüİâ"),
    (CodePage("cp1257", "Baltic"), "ąčęėįšųūž āčēģīķļņšūž äõöüšž"),
    (CodePage("mac_roman", "Western European (Macintosh)"), "äöüß àâçéèêëîïôùûü áéíñóúü åäöæøé"),
    (CodePage("cp850", "Western European (DOS)"), "äöüß àâçéèêëîïôùûü áéíñóúü åäöæøé"),
)
_CYRILLIC: Final = "оеаинтсрвлкмдпу яыьгзбчйхжшюцщэфъёіїєґўјњљћђџ"
_OTHER: Final = (
    (CodePage("cp1251", "Cyrillic"), _CYRILLIC),
    (CodePage("koi8_u", "Cyrillic (KOI8)"), _CYRILLIC),
    (CodePage("cp866", "Cyrillic (DOS)"), _CYRILLIC),
    (CodePage("cp1253", "Greek"), "αοιετσνρκπμλς ηυδθγχφωβξψζάέήίόύώϊϋΐΰ"),
    (CodePage("cp1255", "Hebrew"), "יוהלאראםשבמנ תחעדקפגכטזסןצךףץ"),
    (CodePage("cp1256", "Arabic"), "الينموربتعدس هفكحقجشطصخذزضغظثءآأؤإئىةپچژگ"),
)
_TELLING: Final = {"cp1250": ("ńsk", "ącz", "ěk", "ův")}
_FINAL: Final = "ךםןףץς"
"""Letters that only end a word."""
_QUIET: Final = frozenset("’‘“”„«»–—…·•°©®™€№§ \xad\xa0")
_RUNS: Final = re.compile(rb"[A-Za-z\x80-\xff]+")
_STRAY: Final = re.compile("[\udc80-\udcff]")
_MOST_WORDS: Final = 400
_LONGEST_WORD: Final = 40


def settle(pieces: Sequence[bytes]) -> Settled:
    """Read each piece (a line, as a rule) as UTF-8 where it is, and all others in the one code page that fits best.

    A piece that is UTF-8 but for a few bytes stays UTF-8, without those.
    """
    texts = [piece.decode("utf-8", "surrogateescape") for piece in pieces]
    stray = [at for at, text in enumerate(texts) if not text.isascii() and _STRAY.search(text)]
    guessed = tuple(at for at in stray if not _is_damaged(texts[at]))
    page = best_fit([pieces[at] for at in guessed]) if guessed else None
    codecs = dict.fromkeys(guessed, page.codec) if page else {}
    lost = 0
    for at in stray:
        texts[at] = pieces[at].decode(codecs.get(at, "utf-8"), "replace")
        lost += texts[at].count("\ufffd")
    return Settled(tuple(texts), page, guessed, lost)


def _is_damaged(text: str) -> bool:
    """Whether a text is UTF-8 for the greater part, with stray bytes in it."""
    strays = len(_STRAY.findall(text))
    return sum(not letter.isascii() for letter in text) - strays > strays


def best_fit(pieces: Sequence[bytes]) -> CodePage:
    """The code page in which the words of these bytes look most like words; Western European when nothing tells."""
    words = _words(pieces)
    scores = [(_latin_score(words, page, letters), page) for page, letters in _LATIN]
    scores += [(_other_score(words, page, letters), page) for page, letters in _OTHER]
    best = max(score for score, _ in scores)
    return next(page for score, page in scores if score == best) if best > 0 else WESTERN


def _words(pieces: Sequence[bytes]) -> list[bytes]:
    """The words with letters beyond a to z, each once, and not too many."""
    words: dict[bytes, None] = {}
    for run in (match.group() for piece in pieces for match in _RUNS.finditer(piece)):
        if not run.isascii():
            words.setdefault(run[:_LONGEST_WORD])
            if len(words) == _MOST_WORDS:
                break
    return list(words)


def _latin_score(words: Sequence[bytes], page: CodePage, languages: str) -> float:
    """Points of the language that explains the words best; several odd letters in a row speak against all of them."""
    texts = [word.decode(page.codec, "replace").strip("".join(_QUIET)) for word in words]
    odd = sum(_oddity(text) + len(re.findall(r"[^\x00-\x7f]{3,}", text)) for text in texts)
    telling = sum(text.count(sign) for text in texts for sign in _TELLING.get(page.codec, ()))
    letters = "".join(text.replace("İ", "i") for text in texts).lower()
    beyond = [letter for letter in letters if not letter.isascii() and letter not in _QUIET]
    most = max(sum(letter in language for letter in beyond) for language in languages.split(" "))
    return 2 * most - len(beyond) - 2 * odd + telling


def _other_score(words: Sequence[bytes], page: CodePage, alphabet: str) -> float:
    """Points for letters of the alphabet, the common ones most; letters from a to z in the same word speak against."""
    common, _, rare = alphabet.partition(" ")
    score = 0.0
    for text in (word.decode(page.codec, "replace").strip("".join(_QUIET)) for word in words):
        letters = [letter for letter in text.lower() if letter not in _QUIET]
        points = sum(1 if letter in common else 0.4 if letter in rare else -1 for letter in letters)
        is_plain = not text.istitle() and text.upper() != text.lower()
        score += points * (0.75 if is_plain else 1)
        score -= 2 * _oddity(text) + 2 * sum(letter.isascii() or letter in _FINAL for letter in text[:-1])
    return score


def _oddity(text: str) -> int:
    """How often a capital follows a small letter, or a sign stands within a word."""
    turns = sum(before.islower() and after.isupper() for before, after in pairwise(text))
    return turns + sum(not letter.isalpha() and letter not in _QUIET for letter in text)
