"""People with everything that can stand in a record, in letters that are hard on a file; and what a reader makes of it.

Used by the round trips of `make test` and, at length, of `make soak`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from hallway.domain.records import Email, MomentRecord, PersonRecord, Phone, Profile, Work
from hallway.formats.text import clean

NASTY = [
    *";,:\\\"^'=.\n\r\t\u2028\u2029\x85\x00\x0b\x1b\x7f\ud83d", "\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:evil\r\n",
    "BEGIN:VCARD", "\\n", "\\", "\\,", "^n", "=0D=0A=", "item1.X-ABLabel:", "ENCODING=b:", " " * 40, "\u202eגבא",
    "שלום", "👩🏽‍🔬", "e\u0301", "Łódź", "愛" * 30, "; ", ", ", "data:", "\ufeff", "\ufffd", "_$!<Home>!$", "<b>&amp;",
    "'=1+1", "--",
]  # fmt: skip
TEXT = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=12)), max_size=5).map("".join)
WORD = TEXT.filter(lambda text: clean(text).strip())
DAY = st.sampled_from(["", "2019", "2019-05", "2019-05-12"])
LABEL = st.one_of(st.sampled_from(["", "home", "work", "mobile", "work fax", "fax work", "home home"]), TEXT)
PHOTO = st.sampled_from([b"", b"\xff\xd8\xff\x00\x01", b"\x89PNG\r\n\x1a\n" + b"\x07" * 300, b"GIF89a", b"no picture"])
PAGES = [
    Profile("web", "https://a.example/b?c=d;e,f"),
    Profile("orcid", "https://orcid.org/0000-0002-1825-0097"),
    Profile("mastodon", "https://social.example/@ada"),
    Profile("linkedin", "https://www.linkedin.com/in/ada"),
    Profile("researchgate", "https://elsewhere.example/ada"),
]
_UNDERSTOOD = re.compile(r"(?:[\w-]+\.)?X-(?:TOPICS|TWITTER|GITHUB)[:;]")
_IN_PARAM = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters='";,:'), max_size=8)
_IN_VALUE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=90)
UNKNOWN = st.builds(
    lambda group, name, params, value: f"{group}X-{name}{''.join(f';{param}' for param in params)}:{value}",
    st.sampled_from(["", "item1.", "item7.", "A-b."]),
    st.from_regex(r"[A-Z0-9-]{1,8}", fullmatch=True).filter(lambda name: name != "ABLABEL"),
    st.lists(st.builds('X-{}="{};{}"'.format, st.sampled_from("PQ"), _IN_PARAM, _IN_PARAM), max_size=2),
    _IN_VALUE.filter(lambda value: not re.fullmatch(r"(?:\s|\\[nN])*", value)),
).filter(lambda line: not _UNDERSTOOD.match(line))

PEOPLE = st.builds(
    PersonRecord,
    name=WORD,
    given=TEXT,
    family=TEXT,
    additional=TEXT,
    prefix=TEXT,
    suffix=TEXT,
    nickname=TEXT,
    phonetic=st.sampled_from(["", "Yamada", "Taro Yamada", "Taro van Yamada", "Ya;ma\n\x00"]),
    pronouns=TEXT,
    uid=TEXT,
    emails=st.lists(st.builds(Email, TEXT, LABEL), max_size=3).map(tuple),
    phones=st.lists(st.builds(Phone, TEXT, LABEL), max_size=3).map(tuple),
    profiles=st.lists(st.sampled_from(PAGES), unique=True, max_size=3).map(tuple),
    works=st.lists(st.builds(Work, TEXT, TEXT, TEXT, DAY, DAY), max_size=3).map(tuple),
    topics=st.lists(TEXT, max_size=3).map(tuple),
    groups=st.lists(TEXT, max_size=3).map(tuple),
    place=TEXT,
    time_zone=st.sampled_from(["", "Europe/Berlin", "America/Argentina/Ushuaia", "UTC"]),
    languages=st.lists(st.sampled_from(["de", "en", "pt-BR"]), unique=True).map(tuple),
    birthday=st.sampled_from(["", "1980-03-22", "--02-29"]),
    note=TEXT,
    met_on=DAY,
    met_how=TEXT,
    rhythm_days=st.integers(0, 9999),
    moments=st.sampled_from([(), (MomentRecord("2026-06-23", summary="only here"),)]),
    photo=PHOTO,
    unknown=st.lists(UNKNOWN, unique=True, max_size=3).map(tuple),
)


def as_read(person: PersonRecord) -> PersonRecord:
    """The person as a file can tell of them: no control characters, no blanks at the ends, nothing empty or twice."""
    fields = "name given family additional prefix suffix nickname pronouns uid place note met_on met_how".split()
    texts: dict[str, Any] = {name: _sound(getattr(person, name)) for name in fields}
    return replace(
        person,
        **texts,
        phonetic=_sound(person.phonetic),
        emails=_each(Email(_unmarked(one.address), _sound(one.label)) for one in person.emails),
        phones=_each(Phone(_unmarked(one.number), _sound(one.label)) for one in person.phones),
        works=_each(map(_work, person.works)),
        topics=_each(map(_sound, person.topics)),
        groups=_each(map(_sound, person.groups)),
        photo=b"" if person.photo == b"no picture" else person.photo,
        moments=(),
    )


def _sound(text: str) -> str:
    return clean(text).strip()


def _unmarked(text: str) -> str:
    """An address or a number without marks of direction, which some programs put around it."""
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", _sound(text)).strip()


def _each(some: Iterable[Any]) -> tuple[Any, ...]:
    """Each once, without those of which nothing is left but a label or a date."""
    return tuple(dict.fromkeys(one for one in some if any(_told(one))))


def _told(one: Any) -> tuple[str, ...]:
    if isinstance(one, Work):
        return one.organisation, one.unit, one.role
    return (one.address if isinstance(one, Email) else one.number if isinstance(one, Phone) else one,)


def _work(work: Work) -> Work:
    return Work(_sound(work.organisation), _sound(work.role), _sound(work.unit), work.start, work.end)
