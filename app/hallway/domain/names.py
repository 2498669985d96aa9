"""Personal names: a first splitting into parts (the user may correct it), initials for a portrait, a sort key.

No splitter is right for every culture, so the name as written is always what is shown; the parts serve sorting,
greetings and address cards.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from hallway.domain.folding import fold, is_cjk

TITLES = frozenset(
    "dr prof professor mr mrs ms mx miss sir dame lord lady rev fr sr hon ir ing eng assoc asst priv.-doz pd "
    "dr.-ing dott dra herr frau mme mlle doc mgr".split()
)
CREDENTIALS = frozenset(
    "phd md msc bsc ma ba mba mphil dphil ms bs meng beng mph dsc scd edd jd llb llm dvm dds rn frs fba freng frse "
    "esq jr sr ii iii iv cfa pmp pe ceng cpa facp mrcp drph psyd dba mres mlis mfa pgce hon cphys".split()
)
PARTICLES = frozenset(
    "van de der den von zu zur vom ter ten te het 't da das do dos di del della dello degli du des la le les el al "
    "bin bint ibn ben abu af av ó o' ua uí ui ní nic mac mc y e san santa st saint".split()
)
WEAK_PARTICLES = frozenset({"y", "e", "mac", "mc", "san", "santa", "st", "saint", "ben", "do", "al", "te"})
"""Words that are also ordinary names or letters: particles only when written small, or known before a capital."""

TWO_CHARACTER_FAMILIES = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 皇甫 尉迟 公孙 慕容 令狐 东方 西门 南宫 "
    "남궁 황보 제갈 선우 사공 독고 서문".split()
)


@dataclass(frozen=True, slots=True)
class NameParts:
    """The five parts of a name as address cards know them (RFC 6350, section 6.2.2); any may be empty."""

    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""


def split_name(full: str) -> NameParts:
    """Split a name as people write it: "Prof. Jan van der Berg, PhD", "Okoye, Ines", "山田 太郎", "LE QUOC Viet".

    A name of one word is a given name. Every word ends up in some part.
    """
    head, *rest = [part.strip() for part in full.split(",") if part.strip()] or [""]
    suffixes: list[str] = []
    while rest and all(_is_credential(word) or _is_title(word) for word in rest[-1].split()):
        suffixes.insert(0, rest.pop())
    if rest:
        return _family_first(head, " ".join(rest), ", ".join(suffixes))
    prefix, words, behind = _strip_titles(head.split())
    suffix = ", ".join([*([" ".join(behind)] if behind else []), *suffixes])
    given, additional, family = _split_words(words)
    return NameParts(prefix, given, additional, family, suffix)


ARRANGEMENTS = (
    "{given} {family}", "{given} {additional} {family}", "{prefix} {given} {family}",
    "{prefix} {given} {additional} {family}", "{given} {family}, {suffix}", "{given} {additional} {family}, {suffix}",
    "{prefix} {given} {family}, {suffix}", "{prefix} {given} {additional} {family}, {suffix}",
    "{family} {given}", "{family} {given} {additional}", "{family}{given}", "{family}, {given}",
    "{family}, {given} {additional}",
)  # fmt: skip
"""How whole names are made of their parts, the usual ways first."""


def renamed(name: str, before: NameParts, after: NameParts) -> str:
    """The name as written when its parts have changed; the same name when it was not made of those parts."""
    for form in ARRANGEMENTS:
        if name and _arranged(form, before) == name:
            return _arranged(form, after) or name
    return name


def _arranged(form: str, parts: NameParts) -> str:
    words = form.format(
        prefix=parts.prefix, given=parts.given, additional=parts.additional, family=parts.family, suffix=parts.suffix
    )
    return " ".join(words.split()).strip(", ")


def initials(name: str) -> str:
    """One or two letters for a portrait without a photo; one for scripts whose letters join or stand alone."""
    parts = split_name(name)
    given, family = _first_letter(parts.given), _first_letter(_without_particles(parts.family))
    if not given or not family or is_cjk(family):
        return family or given or _first_letter(name) or "?"
    return given if _stands_alone(given) else given + family


def sort_key(name: str) -> str:
    """Folded family name without its particles, then the rest, so that "van Gogh" sorts under g."""
    parts = split_name(name)
    core = _without_particles(parts.family)
    particles = parts.family[: len(parts.family) - len(core)]
    key = fold(" ".join(part for part in (core, particles, parts.given, parts.additional) if part))
    return key or fold(name)


def _family_first(family: str, others: str, suffix: str) -> NameParts:
    prefix, words, behind = _strip_titles(others.split())
    before, family_words, family_behind = _strip_titles(family.split())
    given, *additional = words or [""]
    return NameParts(
        " ".join(part for part in (before, prefix) if part),
        given,
        " ".join(additional),
        " ".join(family_words),
        ", ".join(part for part in (" ".join(family_behind), " ".join(behind), suffix) if part),
    )


def _strip_titles(words: list[str]) -> tuple[str, list[str], list[str]]:
    """Titles in front, the name, credentials behind. At least one word stays a name."""
    start, end = 0, len(words)
    while start < end - 1 and _is_title(words[start]):
        start += 1
    while end > start + 2 and _is_credential(words[end - 1], bare=True):
        end -= 1
    return " ".join(words[:start]), words[start:end], words[end:]


def _is_title(word: str) -> bool:
    return word.rstrip(".").casefold() in TITLES


def _is_credential(word: str, *, bare: bool = False) -> bool:
    """Whether a word is a degree or the like; without a comma before it (`bare`) short ones need capitals."""
    plain = word.replace(".", "")
    if plain.casefold() not in CREDENTIALS:
        return False
    capitals = sum(letter.isupper() for letter in plain)
    return capitals > 1 or plain.casefold() in {"jr", "sr", "esq"} or (not bare and len(plain) > 2)


def _split_words(words: list[str]) -> tuple[str, str, str]:
    """Given, additional and family among the words between titles and credentials."""
    if not words:
        return "", "", ""
    if is_cjk(words[0][0]):
        return _split_cjk(words)
    if len(words) == 1:
        return words[0], "", ""
    shouted = _shouted_family(words)
    if shouted:
        others = [word for word in words if word not in shouted] or [""]
        return others[0], " ".join(others[1:]), " ".join(shouted)
    start = _family_start(words)
    return words[0], " ".join(words[1:start]), " ".join(words[start:])


def _family_start(words: list[str]) -> int:
    for index in range(1, len(words) - 1):
        if _is_particle(words[index]):
            # "García y Vega": a joining word belongs to the name before it as well.
            joins = words[index] in {"y", "e"} and index > 1
            return index - 1 if joins else index
    return len(words) - 1


def _is_particle(word: str) -> bool:
    folded = word.casefold()
    return folded in PARTICLES and (word.islower() or folded not in WEAK_PARTICLES)


def _shouted_family(words: list[str]) -> list[str]:
    """The words written in capitals, as French, Vietnamese and many programmes mark the family name."""
    loud = [word for word in words if len(word) > 1 and word.isupper() and "." not in word]
    surely = any(len(word) > 3 for word in loud)
    return loud if surely and len(loud) < len(words) else []


def _split_cjk(words: list[str]) -> tuple[str, str, str]:
    """Family first; unspaced Han and Hangul names by their usual lengths, kana names as they are."""
    if len(words) > 1:
        return words[1], " ".join(words[2:]), words[0]
    name = words[0]
    if "・" in name:
        given, _, family = name.partition("・")
        return given, "", family
    if not 2 <= len(name) <= 4 or any("\u3041" <= letter <= "\u30ff" for letter in name):
        return name, "", ""
    cut = 2 if len(name) == 4 or (len(name) > 2 and name[:2] in TWO_CHARACTER_FAMILIES) else 1
    return name[cut:], "", name[:cut]


def _without_particles(family: str) -> str:
    words = family.split()
    while len(words) > 1 and _is_particle(words[0]):
        words.pop(0)
    return " ".join(words)


def _first_letter(text: str) -> str:
    """The first letter or digit as one upper-case character, accents kept; empty when there is none."""
    composed = unicodedata.normalize("NFC", text)
    match = re.search(r"[^\W_]", composed)
    return match.group().upper()[0] if match else ""


def _stands_alone(letter: str) -> bool:
    """Han, kana, Hangul, and scripts whose letters would join or reorder side by side."""
    return is_cjk(letter) or "\u0590" <= letter <= "\u109f"
