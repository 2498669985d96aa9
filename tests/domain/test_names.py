"""Splitting names, initials and sort keys, over names as people have them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.names import NameParts, initials, renamed, sort_key, split_name

SPLITS = [
    ("Tomasz Wieczorek", NameParts(given="Tomasz", family="Wieczorek")),
    ("Plato", NameParts(given="Plato")),
    ("", NameParts()),
    ("Okoye, Ines", NameParts(given="Ines", family="Okoye")),
    ("van der Berg, Jan", NameParts(given="Jan", family="van der Berg")),
    ("Wieczorek, Tomasz, PhD", NameParts(given="Tomasz", family="Wieczorek", suffix="PhD")),
    ("Okoye, Prof. Ines Adaeze", NameParts("Prof.", "Ines", "Adaeze", "Okoye")),
    ("Jan van der Berg", NameParts(given="Jan", family="van der Berg")),
    ("Ludwig von Mises", NameParts(given="Ludwig", family="von Mises")),
    ("Juan Carlos de la Vega", NameParts(given="Juan", additional="Carlos", family="de la Vega")),
    ("José García y Vega", NameParts(given="José", family="García y Vega")),
    ("Maria da Silva dos Santos", NameParts(given="Maria", family="da Silva dos Santos")),
    ("Samir El-Amrani", NameParts(given="Samir", family="El-Amrani")),
    ("Robert De Niro", NameParts(given="Robert", family="De Niro")),
    ("Seán Ó Briain", NameParts(given="Seán", family="Ó Briain")),
    ("Lucía Fernández-Ochoa", NameParts(given="Lucía", family="Fernández-Ochoa")),
    ("Hye-jin Seo", NameParts(given="Hye-jin", family="Seo")),
    ("J. R. R. Tolkien", NameParts(given="J.", additional="R. R.", family="Tolkien")),
    ("Prof. Dr. Adaeze Nwosu", NameParts(prefix="Prof. Dr.", given="Adaeze", family="Nwosu")),
    ("Dr Zanele Mthembu", NameParts(prefix="Dr", given="Zanele", family="Mthembu")),
    ("Jane Doe, PhD, MSc", NameParts(given="Jane", family="Doe", suffix="PhD, MSc")),
    ("Jane Doe, MD PhD", NameParts(given="Jane", family="Doe", suffix="MD PhD")),
    ("Adaeze Nwosu, Prof.", NameParts(given="Adaeze", family="Nwosu", suffix="Prof.")),
    ("Jane Doe PhD", NameParts(given="Jane", family="Doe", suffix="PhD")),
    ("Jane Q. Doe Ph.D.", NameParts(given="Jane", additional="Q.", family="Doe", suffix="Ph.D.")),
    ("Martin King Jr.", NameParts(given="Martin", family="King", suffix="Jr.")),
    ("Jack Ma", NameParts(given="Jack", family="Ma")),
    ("Ma, Jack", NameParts(given="Jack", family="Ma")),
    ("Okoye, Ma", NameParts(given="Ma", family="Okoye")),
    ("LE QUOC Viet", NameParts(given="Viet", family="LE QUOC")),
    ("Marie CURIE", NameParts(given="Marie", family="CURIE")),
    ("Thảo Nguyễn", NameParts(given="Thảo", family="Nguyễn")),
    ("山田 太郎", NameParts(given="太郎", family="山田")),
    ("山田太郎", NameParts(given="太郎", family="山田")),
    ("王小明", NameParts(given="小明", family="王")),
    ("欧阳娜", NameParts(given="娜", family="欧阳")),
    ("김철수", NameParts(given="철수", family="김")),
    ("남궁민수", NameParts(given="민수", family="남궁")),
    ("マリア・シルバ", NameParts(given="マリア", family="シルバ")),
    ("محمد علي", NameParts(given="محمد", family="علي")),
    ("Al Gore", NameParts(given="Al", family="Gore")),
    ("Dr", NameParts(given="Dr")),
]


@pytest.mark.parametrize(("full", "parts"), SPLITS)
def test_split(full: str, parts: NameParts) -> None:
    assert split_name(full) == parts


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Samir El-Amrani", "SE"), ("Eilidh MacInnes", "EM"), ("Lucía Fernández-Ochoa", "LF"), ("Hye-jin Seo", "HS"),
        ("Jan van der Berg", "JB"), ("Vincent Willem van Gogh", "VG"), ("Prof. Adaeze Nwosu, PhD", "AN"),
        ("Thandeka Dube", "TD"), ("plato", "P"), ("Łukasz Żak", "ŁŻ"), ("山田 太郎", "山"), ("김철수", "김"),
        ("マリア", "マ"), ("محمد علي", "م"), ("дмитрий иванов", "ДИ"),
        ("ines@example.org", "I"), ("", "?"), ("...", "?"),
        ("Seán Ó Briain", "SB"), ("ßteven Ølsen", "SØ"),
    ],
)  # fmt: skip
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_people_sort_by_family_without_particles() -> None:
    names = ["Vincent van Gogh", "Łukasz Żak", "Plato", "Ana Hidalgo", "Zoë Gogol", "Álvaro Gogh"]
    assert sorted(names, key=sort_key) == [
        "Álvaro Gogh", "Vincent van Gogh", "Zoë Gogol", "Ana Hidalgo", "Plato", "Łukasz Żak",
    ]  # fmt: skip


WORDS = st.text(max_size=30) | st.lists(st.sampled_from("Jan van DE Prof. PhD, Doe , III y 山田 Ó SMITH".split())).map(
    " ".join
)


@given(WORDS)
def test_no_word_of_a_name_is_lost(full: str) -> None:
    parts = split_name(full)
    kept = " ".join((parts.prefix, parts.given, parts.additional, parts.family, parts.suffix))

    def letters(text: str) -> list[str]:
        return sorted("".join(text.split()).replace(",", "").replace("・", ""))

    assert letters(kept) == letters(full)


@given(WORDS)
def test_initials_are_one_or_two_characters(name: str) -> None:
    assert 1 <= len(initials(name)) <= 2


@pytest.mark.parametrize(
    ("name", "changes", "after"),
    [
        ("Ada Byron", {"family": "Lovelace"}, "Ada Lovelace"),
        ("Dr Ada Byron", {"family": "Lovelace"}, "Dr Ada Lovelace"),
        ("Dr Ada Byron", {"prefix": "Prof."}, "Prof. Ada Byron"),
        ("Ada Augusta King Byron", {"additional": "King"}, "Ada King Byron"),
        ("Ada Byron, PhD", {"suffix": ""}, "Ada Byron"),
        ("Byron, Ada", {"given": "Adele"}, "Byron, Adele"),
        ("山田 太郎", {"given": "花子"}, "山田 花子"),
        ("김민준", {"family": "이"}, "이민준"),
        ("Sukarno", {"family": "Putra"}, "Sukarno Putra"),
        ("Sukarno", {"given": ""}, "Sukarno"),
    ],
)
def test_a_name_follows_its_parts(name: str, changes: dict[str, str], after: str) -> None:
    before = split_name(name)
    assert renamed(name, before, replace(before, **changes)) == after


def test_a_name_that_was_written_otherwise_stays() -> None:
    assert renamed("Ada L.", NameParts(given="Ada", family="Byron"), NameParts(given="Ada", family="King")) == "Ada L."


PARTS = ("given", "family", "additional", "prefix", "suffix")


@given(st.text(max_size=40), st.sampled_from(PARTS), st.text(max_size=9))
def test_no_change_of_a_part_leaves_somebody_without_a_name(name: str, part: str, value: str) -> None:
    before = split_name(name)
    assert bool(renamed(name, before, replace(before, **{part: value})).strip()) or not name.strip()
