"""RIS: tags of many programs, entries without beginnings or ends; ours, damaged ones, and real files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hallway.domain.papers import Paper
from hallway.formats import ris
from tests.formats.files import real_files, sample


def paper(*lines: str) -> Paper:
    """The one paper of these lines."""
    (found,) = ris.read("\n".join(("TY  - JOUR", "TI  - T", *lines, "ER  - ")).encode()).records
    return found


def test_a_whole_file() -> None:
    parsed = ris.read(sample("corridors.ris"))
    assert [(one.title, one.on, one.where) for one in parsed.records] == [
        ("Shade along corridors of street trees", "2025-11-03", "line 4"),
        ("Listening to nights that stay warm", "2024", "line 20"),
        ("Heat plans of cities", "2022", "line 30"),
        ("An entry without its beginning", "", "line 41"),
    ]
    assert [(one.where, one.what) for one in parsed.complaints] == [
        ("line 20", "The entry does not say where it ends (ER); it was taken."),
        ("line 37", "It has no title and was left out."),
        ("line 41", "The entry does not begin with TY; it was taken."),
    ]
    shade = parsed.records[0]
    assert [one.name for one in shade.authors] == ["Adaeze Nwosu", "Ines Okoye", "Samir El-Amrani"]
    assert (shade.doi, shade.url, shade.venue) == (
        "10.1000/shade.7", "https://example.org/shade", "Journal of Heat and Cities",
    )  # fmt: skip
    assert (shade.topics, shade.key) == (("street trees", "urban heat"), "one")


def test_names_groups_and_editors() -> None:
    second, third = ris.read(sample("corridors.ris")).records[1:3]
    assert [(one.given, one.family, one.suffix, one.is_group) for one in second.authors] == [
        ("Zanele", "Mthembu", "", False), ("José", "García y Vega", "Jr.", False),
        ("", "Cool Streets Collaboration", "", True),
    ]  # fmt: skip
    assert second.doi == "10.1000/nights(2)"
    assert [one.name for one in third.authors] == ["Greta Solheim"]
    assert [one.name for one in paper("AU  - KONING, A. P. JASON de", "AU  - Baldwin,S.A.").authors] == [
        "A. P. Jason de Koning", "S. A. Baldwin",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2014/06/01/", "2014-06-01"), ("2014//", "2014"), ("2014///Spring", "2014"), ("2015/october", "2015-10"),
        ("1990/2/27", "1990-02-27"), ("2001/00/00/", "2001"), ("YEAR/MONTH/DAY/", ""), ("0000", ""), ("99", ""),
        ("2016/12//", "2016-12"), ("2020/13/45", "2020"), ("Nov 3, 2019", "2019"),
    ],
)  # fmt: skip
def test_dates(written: str, read: str) -> None:
    assert paper(f"PY  - {written}").on == read


def test_the_most_exact_date_counts() -> None:
    assert paper("PY  - 2013", "DA  - 2013/07/28", "Y1  - 2013/07").on == "2013-07-28"


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe"])
def test_marks_and_line_ends(mark: bytes) -> None:
    text = "TY  - JOUR\rTI  - Nächte\rAU  - Müller, Jürgen\rER  - \r"
    data = mark + text.encode("utf-16-le" if mark == b"\xff\xfe" else "utf-8")
    (found,) = ris.read(data).records
    assert (found.title, found.authors[0].name) == ("Nächte", "Jürgen Müller")


def test_the_format_of_web_of_science_is_named() -> None:
    parsed = ris.read(b"FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Nwosu, A\nER\n")
    assert "Web of Science" in parsed.complaints[0].what


@given(draw=some.data())
@settings(max_examples=200, deadline=None)
def test_whatever_is_broken_never_raises(draw: some.DataObject) -> None:
    data = bytearray(sample("corridors.ris"))
    for _ in range(draw.draw(some.integers(1, 8))):
        at, cut = draw.draw(some.integers(0, len(data))), draw.draw(some.integers(0, 60))
        data[at : at + cut] = draw.draw(some.sampled_from([b"", b"TY  - ", b"ER  - ", b"\r", b"AU  - ,", b"\xff"]))
    parsed = ris.read(bytes(data))
    assert all(one.title and one.where for one in parsed.records)


COUNTS = {  # papers and authors of each real file
    "jabref_RisImporterCorrupted.ris": (1, 1), "jabref_RisImporterTest1.ris": (1, 2),
    "jabref_RisImporterTest4b.ris": (1, 2), "jabref_RisImporterTest5a.ris": (1, 6),
    "jabref_RisImporterTest8_date.ris": (1, 6), "jabref_RisImporterTestWithEmptyER.ris": (1, 2),
    "rispy_example_bom.ris": (0, 0), "rispy_example_extraneous_data.ris": (2, 4), "rispy_example_full.ris": (2, 4),
    "rispy_example_urls.ris": (4, 4), "rispy_example_wos.ris": (0, 0), "zotero_ris_case00.ris": (1, 5),
    "zotero_ris_case03.ris": (1, 7), "zotero_ris_case04.ris": (37, 37), "zotero_ris_case09.ris": (2, 6),
}  # fmt: skip


@pytest.mark.parametrize("path", real_files("ris/*.ris"))
def test_real_files(path: Path) -> None:
    parsed = ris.read(path.read_bytes())
    assert all(one.title for one in parsed.records)
    if path.name in COUNTS:
        assert (len(parsed.records), sum(len(one.authors) for one in parsed.records)) == COUNTS[path.name]
    if path.name == "jabref_RisImporterTest8_date.ris":
        assert [one.name for one in parsed.records[0].authors][1:3] == ["J. A. Molina-Bolívar", "F. Galisteo-González"]
