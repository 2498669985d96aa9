"""Single cells of a table of people: several values in one, mail addresses, pages, labels, how often."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from hallway.domain.contacts import ANGLED, is_address
from hallway.domain.folding import fold
from hallway.domain.profiles import read_profile
from hallway.domain.records import Profile
from hallway.domain.rhythm import LONGEST_RHYTHM
from hallway.formats import links

JOINT: Final = "; "
"""Stands between several values in one cell of Hallway's own table."""
GOOGLE_JOINT: Final = " ::: "
"""Stands between several values in one cell of Google's."""
EVERYBODY: Final = frozenset({"mycontacts", "my contacts", "starred"})
"""Groups that everybody in a Google account is in; they say nothing about a person."""
SAYS_NOTHING: Final = frozenset(
    "home page|homepage|website|web page|web|www|url|page|profile|work|home|other|link|main|default".split("|")
)
"""Labels of pages and places that say no more than that there is one."""

_KNOWN_LABELS: Final = frozenset({"work", "home", "mobile", "other", "main", "fax", "work fax", "home fax", "pager"})
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_FORMULA_TEXT: Final = re.compile(r'="([^"]*)"')
_EXCHANGE: Final = re.compile(r"(?:EX:)?/o=", re.IGNORECASE)
_WEB: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DIRECTIONS: Final = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_SITES: Final = {
    "orcid": "https://orcid.org/{}", "scholar": "https://scholar.google.com/citations?user={}",
    "researchgate": "https://www.researchgate.net/profile/{}",
}  # fmt: skip

_UNITS: Final = (
    (r"days?|tage?n?|jours?|dias?|giorn[oi]|dag(?:en)?|d", 1),
    (r"weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae]|we?ken?|w", 7),
    (r"fortnights?", 14),
    (r"months?|mos?|monate?n?|mois|mes(?:es|i|e)?|maand(?:en)?|m", 30),
    (r"quarters?|seasons?|terms?|quartale?|trimestres?", 90),
    (r"semesters?|semestres?|half years?|halbjahre?", 182),
    (r"years?|yrs?|jahre?|ans?|annees?|anos?|ann[oi]|jaar|y", 365),
)
_OFTEN: Final = {
    "daily": 1, "weekly": 7, "biweekly": 14, "fortnightly": 14, "monthly": 30, "bimonthly": 60, "quarterly": 90,
    "half yearly": 182, "semiannually": 182, "biannually": 182, "yearly": 365, "annually": 365, "annual": 365,
    "taglich": 1, "wochentlich": 7, "monatlich": 30, "vierteljahrlich": 90, "halbjahrlich": 182, "jahrlich": 365,
    "hebdomadaire": 7, "mensuel": 30, "trimestriel": 90, "semestriel": 182, "annuel": 365,
    "semanal": 7, "mensual": 30, "mensal": 30, "trimestral": 90, "semestral": 182, "anual": 365,
    "settimanale": 7, "mensile": 30, "trimestrale": 90, "semestrale": 182, "annuale": 365,
    "wekelijks": 7, "maandelijks": 30, "jaarlijks": 365,
}  # fmt: skip
_NUMBERS: Final = {
    word: number
    for number, words in enumerate(
        "one|two,other,second,zwei,deux,dos,due,twee,twice,couple|three,drei,trois,tres,tre,drie|"
        "four,vier,quatre,cuatro,quattro|five|six,sechs,seis,sei,zes|seven|eight|nine|ten|eleven|twelve,zwolf".split(
            "|"
        ),
        start=1,
    )
    for word in words.split(",")
}
_BESIDE: Final = frozenset(
    "every each alle jede jeden jedes tous toutes les cada ogni elke once about ca roughly a an per all the of".split()
)
_SO_MANY_TIMES: Final = re.compile(
    r"(?P<number>[0-9]{1,3}|[a-z]+) ?(?:x|times)? (?:a|per|an|each|every) (?P<unit>[a-z]+)"
)
_ROUND_MONTHS: Final = {6: 182, 12: 365, 18: 548, 24: 730}


def unwrapped(cell: str) -> str:
    """The cell without the formula that some programs write around numbers: `="0123"`."""
    match = _FORMULA_TEXT.fullmatch(cell) if cell.startswith('="') else None
    return match[1] if match else cell


def joined(values: Iterable[str]) -> str:
    """Several values in one cell of Hallway's own table; a semicolon or backslash within one gets a backslash."""
    return JOINT.join(value.replace("\\", "\\\\").replace(";", "\\;") for value in values)


def parted(cell: str) -> list[str]:
    """The values of a cell that `joined` made; empty ones keep their place."""
    if "\\" not in cell:
        return [value.strip() for value in cell.split(";")]
    values, at = [""], 0
    while at < len(cell):
        if cell[at] == ";":
            values.append("")
        else:
            at += cell[at] == "\\" and at + 1 < len(cell)
            values[-1] += cell[at]
        at += 1
    return [value.strip() for value in values]


def label_of(written: str) -> str:
    """A label without the star of the default ("* Work" is "work"); words of one's own stay as they are."""
    text = written.removeprefix("*").strip()
    return text.lower() if text.lower() in _KNOWN_LABELS else text


def addresses(cell: str) -> tuple[list[str], str]:
    """The mail addresses in a cell, and what is left when it holds more than them; "Ada <a@x.org>" leaves all of it."""
    found: list[str] = []
    rest = ""
    for piece in _pieces(cell):
        angled = ANGLED.fullmatch(piece)
        address = (angled[1] if angled else piece).strip()
        address = address[7:].partition("?")[0] if address[:7].lower() == "mailto:" else address
        is_one = is_address(address)
        found += [address] if is_one else []
        rest = cell if angled or not is_one else rest
    return found, rest


def _pieces(cell: str) -> list[str]:
    """Several addresses apart, where there are several."""
    if cell.count("@") < 2:
        return [cell]
    for signs in (r"[;\n]", r"[,;\n]", r"[,;\s]+"):
        pieces = [piece.strip() for piece in re.split(signs, cell) if piece.strip()]
        if all(piece.count("@") == 1 for piece in pieces):
            return pieces
    return [cell]


def is_of_exchange(cell: str) -> bool:
    """Whether this is an address inside an Exchange server (X.500), which leads nowhere from outside."""
    return _EXCHANGE.match(cell) is not None


def number_of(cell: str) -> str:
    """A phone number as written, without "tel:" and marks of direction."""
    text = cell.translate(_DIRECTIONS).strip()
    return text[4:].strip() if text[:4].lower() == "tel:" else text


def pages(cell: str, site: str = "") -> list[Profile] | None:
    """The pages in a cell; None when something in it is none. `site` says what a bare name or number is of."""
    pieces = cell.split()
    if len(pieces) > 1 and all(map(_WEB.match, pieces)):
        found = [_page(piece.strip(",;"), site) for piece in pieces]
        return [one for one in found if one] if all(found) else None
    one = _page(cell, site)
    return [one] if one else None


def _page(text: str, site: str) -> Profile | None:
    if len(text) > 2_000 or any(letter.isspace() for letter in text):
        return None
    if site and not _WEB.match(text) and "/" not in text and "." not in text.removeprefix("@"):
        template = _SITES.get(site)
        return links.profile(template.format(text)) if template else links.from_handle(site, text)
    bare = re.fullmatch(r"(?:orcid:)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]", text, re.IGNORECASE | re.ASCII)
    if text.startswith("@") or text.endswith(".bsky.social") or bare:
        return read_profile(text)
    return links.profile(links.with_scheme(text)) if "." in text else None


def is_page(cell: str) -> bool:
    """Whether a cell is a web address beyond doubt."""
    return _WEB.fullmatch(cell) is not None and links.is_web(links.with_scheme(cell))


def rhythm(cell: str) -> int | None:
    """How often in days: "90", "monthly", "every 3 months", "twice a year"; None for anything else."""
    text = fold(cell[:60]).replace("-", " ").strip(" .")
    if re.fullmatch(r"[0-9]{1,6}", text):
        days = int(text)
    else:
        days = _OFTEN.get(text) or _OFTEN.get(text.replace(" ", "")) or _times(text) or _every(text) or 0
    return days if 0 < days <= LONGEST_RHYTHM else None


def _times(text: str) -> int:
    match = _SO_MANY_TIMES.fullmatch(text)
    count, unit = (_count(match["number"]), _unit(match["unit"])) if match else (0, 0)
    return unit // count if count and unit else 0


def _every(text: str) -> int:
    """ "every 3 months", "2 weeks", "every other week", "3m"."""
    words = [word for word in re.findall(r"[0-9]{1,5}|[a-z]+", text) if word not in _BESIDE]
    count = _count(words[0]) if words else 0
    named = " ".join(words[1:] if count else words)
    unit = _unit(named) if count or len(named) > 1 else 0
    count = count or 1
    return _ROUND_MONTHS.get(count, count * unit) if unit == 30 else count * unit


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word, 0)


def _unit(word: str) -> int:
    return next((days for words, days in _UNITS if re.fullmatch(words, word)), 0)
