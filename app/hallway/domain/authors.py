"""Who wrote the papers of a bibliography: one writer for each person, whichever way the name is shortened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from hallway.domain.matching import NameWords, name_words
from hallway.domain.names import PARTICLES
from hallway.domain.papers import Author, Paper
from hallway.domain.records import PersonRecord, Profile

MOST_AUTHORS = 50
"""Longer lists are collaborations: being on one together says little about who knows whom."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody who wrote papers of the file: the fullest form of the name, and where those papers stand in it."""

    author: Author
    papers: tuple[int, ...]

    @property
    def name(self) -> str:
        """The name as it is shown."""
        return self.author.name

    @property
    def record(self) -> PersonRecord:
        """The writer in the shape that people of files have."""
        one = self.author
        pages = (Profile("orcid", one.orcid),) if one.orcid else ()
        return PersonRecord(one.name, given=one.given, family=one.family, suffix=one.suffix, profiles=pages)


def gather(papers: Sequence[Paper]) -> tuple[Writer, ...]:
    """Everybody who wrote one of these; who wrote most comes first, then who wrote last.

    The same name is the same writer, and initials are the one full name of the file that they fit.
    """
    forms: dict[tuple[str, str], list[int]] = {}
    fullest: dict[tuple[str, str], Author] = {}
    for at, paper in enumerate(papers):
        for author in paper.authors:
            if author.is_group or not author.family:
                continue
            key = _form(author)
            places = forms.setdefault(key, [])
            if at not in places[-1:]:
                places.append(at)
            fullest[key] = _fuller(fullest.get(key), author)
    writers = [
        Writer(author, tuple(sorted({place for key in keys for place in forms[key]})))
        for author, keys in _joined(fullest)
    ]
    years = [paper.year for paper in papers]
    return tuple(sorted(writers, key=lambda one: (-len(one.papers), -max(years[at] for at in one.papers), one.name)))


def co_writers(writers: Sequence[Writer], papers: Sequence[Paper], among: Collection[int]) -> Mapping[int, list[int]]:
    """For each paper the chosen writers (their places) who wrote it together; long lists of authors are left out."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at in sorted(among):
        for place in writers[at].papers:
            if len(papers[place].authors) <= MOST_AUTHORS:
                found[place].append(at)
    return found


def _form(author: Author) -> tuple[str, str]:
    words = written(author)
    return words.family, " ".join(part for part in (words.given, words.additional) if part)


def _fuller(held: Author | None, author: Author) -> Author:
    if held is None:
        return author
    fuller = author if len(author.name) > len(held.name) else held
    return replace(fuller, orcid=held.orcid or author.orcid)


def _joined(forms: Mapping[tuple[str, str], Author]) -> Iterator[tuple[Author, list[tuple[str, str]]]]:
    """Forms of names that are one writer: short ones go to the only full one they fit."""
    families: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in forms:
        families[key[0]].append(key)
    for keys in families.values():
        yield from _of_one_family(keys, forms)


def _of_one_family(
    keys: Sequence[tuple[str, str]], forms: Mapping[tuple[str, str], Author]
) -> Iterator[tuple[Author, list[tuple[str, str]]]]:
    homes: dict[tuple[str, str], tuple[str, str]] = {}
    for key in keys:
        fuller = [other for other in keys if other != key and _is_fuller(other[1], key[1])]
        widest = [one for one in fuller if not any(_is_fuller(other[1], one[1]) for other in fuller if other != one)]
        homes[key] = widest[0] if len(widest) == 1 else key
    joined: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for key, home in homes.items():
        joined[home].append(key)
    for home, members in joined.items():
        orcids = {forms[key].orcid for key in members} - {""}
        if len(orcids) > 1:  # two people with one name, and they say so themselves
            yield from ((forms[key], [key]) for key in members)
        else:
            yield replace(forms[home], orcid=next(iter(orcids), "")), members


def _is_fuller(full: str, short: str) -> bool:
    """Whether given names say more than others that they fit: "adaeze maria" than "a", "a m" and "adaeze"."""
    more, less = full.split(), short.split()
    return bool(less) and len(full) > len(short) and len(less) <= len(more) and _pairs_fit(more, less)


def _pairs_fit(one: Sequence[str], other: Sequence[str]) -> bool:
    return all(
        a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))
        for a, b in zip(one, other, strict=False)
    )


# --- names compared ----------------------------------------------------------------------------------------


def written(author: Author) -> NameWords:
    """The words of an author's name; initials without spaces ("C.J.", "CJ") are taken apart."""
    return _written(author.given, author.family)


@lru_cache(maxsize=8192)
def _written(given: str, family: str) -> NameWords:
    apart = " ".join(_spelled_out(word) for word in given.replace(".", ". ").replace("-", " ").split())
    words = name_words(f"{family}, {apart}" if apart else family)
    if apart:
        return words
    return replace(words, given="", family=words.family or words.given, additional="")


def _spelled_out(word: str) -> str:
    """ "CJ" is two initials; "Jo" and "JOHN" are names."""
    return " ".join(word) if len(word) == 2 and word.isupper() and word.isascii() else word


def family_key(family: str) -> str:
    """A folded family name without particles: "van der berg" and "berg" look in the same place."""
    words = family.split()
    return " ".join(word for word in words if word not in PARTICLES) or family


def fits(author: NameWords, name: NameWords) -> bool:
    """Whether an author's name can be that name: the family name is the same, each given name or initial agrees."""
    given, other = f"{author.given} {author.additional}".split(), f"{name.given} {name.additional}".split()
    same = family_key(author.family) == family_key(name.family)
    return same and bool(given) and bool(other) and _pairs_fit(given, other)


def is_same(author: NameWords, name: NameWords) -> bool:
    """Whether the two are the same words, none of them an initial."""
    first = author.given.split()[:1]
    return author.key == name.key and bool(first) and len(first[0]) > 1


@dataclass(slots=True)
class Names:
    """Known names by family name, to ask which of them an author can be."""

    _by_family: defaultdict[str, list[tuple[int, NameWords]]] = field(default_factory=lambda: defaultdict(list))
    _by_words: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, who: int, names: Iterable[str]) -> None:
        """Take one person in with every name they go by."""
        for name in names:
            words = name_words(name)
            self._by_words[words.key].append(who)
            if words.family:
                self._by_family[family_key(words.family)].append((who, words))

    def same(self, author: NameWords) -> tuple[int, ...]:
        """Everybody of exactly that full name, in whatever order its words stand."""
        initial_only = len(author.given.split(" ")[0]) < 2
        return () if initial_only else tuple(dict.fromkeys(self._by_words.get(author.key, ())))

    def fitting(self, author: NameWords) -> tuple[int, ...]:
        """Everybody whose name that can be, initials and all."""
        near = self._by_family.get(family_key(author.family), ())
        return tuple(dict.fromkeys(who for who, words in near if fits(author, words)))
