"""BibTeX: names, accents, macros, entries without keys or ends; ours, damaged ones, and real files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hallway.domain.papers import Author, Paper
from hallway.formats import bibtex
from hallway.formats.bibtex_values import Macros, pieces
from hallway.formats.latex import plain
from tests.formats.files import REAL, real_files, sample
from tests.quickness import quick


def papers(text: str) -> tuple[Paper, ...]:
    return bibtex.read(text.encode()).records


def authors(field: str) -> list[tuple[str, str, str]]:
    """Given name, family name and suffix of each author in a field."""
    (paper,) = papers(f"@article{{k, title = {{T}}, author = {field}}}")
    return [(one.given, one.family, one.suffix) for one in paper.authors]


def test_a_whole_file() -> None:
    parsed = bibtex.read(sample("corridors.bib"))
    assert [(one.title, one.on, len(one.authors)) for one in parsed.records] == [
        ("Shade along corridors of street trees", "2025-11", 3),
        ("Heat and mortality in São Tomé: 2·10³ nights", "2023", 3),
        ("Kriging with few stations", "2024-05", 4),
        ("Low-cost sensors, and what they & we miss", "2025-03-14", 3),
        ("H₂O in the City", "2019", 3),
        ("Corridor maps, second edition", "2021", 1),
        ("Open sensors without a key", "2022", 1),
        ("Days of Urban Heat 2024", "2024-05", 1),
        ("A second entry under the same key", "2024", 1),
    ]
    assert [(one.where, one.what) for one in parsed.complaints] == [
        ("line 64", "The entry does not end, or a sign is missing in it."),
        ("line 69", "It has no title and was left out."),
    ]
    assert parsed.complaints[0].row.startswith("@article{broken2020")
    shade = parsed.records[0]
    assert (shade.venue, shade.doi, shade.link) == (
        "Journal of Heat and Cities", "10.1000/shade.7", "https://doi.org/10.1000/shade.7",
    )  # fmt: skip
    assert shade.topics == ("street trees", "urban heat", "corridors")
    assert (shade.key, shade.where) == ("nwosu2025shade", "line 6")


def test_people_institutions_and_others() -> None:
    second = bibtex.read(sample("corridors.bib")).records[1]
    assert [(one.name, one.is_group) for one in second.authors] == [
        ("A. Nwosu", False), ("Zanele Mthembu", False), ("The Cool Streets Collaboration", True),
    ]  # fmt: skip
    assert second.has_more
    (report,) = papers("@techreport{k, title={T}, author={{Barnes and Noble, Inc.}}}")
    assert report.authors == (Author("Barnes and Noble, Inc.", family="Barnes and Noble, Inc.", is_group=True),)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("{van der Berg, Jan}", ("Jan", "van der Berg", "")),
        ("{Jan van der Berg}", ("Jan", "van der Berg", "")),
        ("{Berg, Jan van der}", ("Jan", "van der Berg", "")),
        ("{King, Jr., Martin Luther}", ("Martin Luther", "King", "Jr.")),
        ("{Ólafsdóttir, Ragnheiður, Jr}", ("Jr", "Ólafsdóttir", "Ragnheiður")),
        (r"{Garc{\'\i}a y Vega, Jos{\'e}}", ("José", "García y Vega", "")),
        (r"{\'Alvarez, Mar\'{\i}a}", ("María", "Álvarez", "")),
        (r"{{\L}ukasz D{\k a}browski}", ("Łukasz", "Dąbrowski", "")),
        (r"{Erd{\H o}s, P{\'a}l}", ("Pál", "Erdős", "")),
        (r"{S{\o}ren {\AA}ngstr{\"o}m}", ("Søren", "Ångström", "")),
        ("{NWOSU, ADAEZE}", ("Adaeze", "Nwosu", "")),
        ("{NWOSU, A. B.}", ("A. B.", "NWOSU", "")),
        ("{given=Jan, prefix=van, family=Gogh}", ("Jan", "van Gogh", "")),
        ('"A. Nwosu"', ("A.", "Nwosu", "")),
        ("{{Nwosu, Adaeze and Okoye, Ines}}", ("Adaeze", "Nwosu", "")),
    ],
)
def test_names(field: str, expected: tuple[str, str, str]) -> None:
    assert authors(field)[0] == expected


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"{\v R}eh{\r u}{\v r}ek", "Řehůřek"), (r"Ragnhei{\dh}ur", "Ragnheiður"), (r"\DJ{}or{\dj}e", "Đorđe"),
        (r"\"{}a", "ä"), (r"Th{\h a}o, Th\h{a}o", "Thảo, Thảo"), (r"L\^{e} Qu\'y", "Lê Quý"),
        (r"Ngu{\~{\^e}}n", "Nguễn"), (r"\'{\i}\u g\={a}", "íğā"), (r"\AA ngstr{\"o}m \o", "Ångström ø"),
        (r"stra{\ss}e", "straße"), ("H$_2$O", "H₂O"), ("mm$^2$", "mm²"), (r"A \& B", "A & B"),
        ("a -- b", "a – b"), ("``q''", "“q”"), (r"{\sc Small} {{Deep}}", "Small Deep"), (r"50\% of", "50% of"),
        ("50% of", "50% of"), (r"\input{/etc/passwd}x", "x"), (r"$\Sigma^{0}$ rays", "Σ⁰ rays"),
        ("two\n  lines", "two lines"), ("{" * 500 + "x" + "}" * 500, "x"),
    ],
)  # fmt: skip
def test_accents_and_signs(written: str, read: str) -> None:
    assert plain(written) == read


def test_macros_join_and_end() -> None:
    macros = Macros({"A": '"one" # b', "b": "{two}", "ring": "ring # ring"}, 1_000)
    assert macros.value('a # " and " # B', 100) == "onetwo and two"
    assert macros.value("ring", 100) == "ringring"
    assert macros.value("mar", 100) == "mar"
    assert list(pieces('{a{b}} # c # "d{"}"')) == [("a{b}", False), ("c", True), ('d{"}', False)]
    assert not macros.ran_out


def test_an_entry_takes_from_the_one_it_refers_to() -> None:
    third = bibtex.read(sample("corridors.bib")).records[2]
    assert (third.venue, third.on) == ("Days of Urban Heat 2024", "2024-05")


def test_orcid_ids_from_annotations_and_lists() -> None:
    fourth = bibtex.read(sample("corridors.bib")).records[3]
    assert [one.orcid for one in fourth.authors] == ["", "", "https://orcid.org/0000-0002-1825-0097"]
    (listed,) = papers("""@article{k, title={T}, author={Nwosu, Adaeze and Okoye, I.},
        ORCID-Numbers = {{Okoye, Ines/0000-0002-1825-0097\n  Nwosu, A/0000-0000-0000-0000}}}""")
    assert [one.orcid for one in listed.authors] == ["", "https://orcid.org/0000-0002-1825-0097"]


def test_an_empty_file_says_so() -> None:
    assert [one.what for one in bibtex.read(b"nothing here").complaints] == ["There is no entry in it."]


def test_five_thousand_entries_in_seconds() -> None:
    text = "\n".join(
        f"@article{{k{n}, author={{M{{\\\"u}}ller{n % 300}, J. and Nwosu, Adaeze}}, title={{Paper {n}}}, year=2020}}"
        for n in range(5_000)
    )
    with quick(10):
        assert len(papers(text)) == 5_000


@given(draw=some.data())
@settings(max_examples=200, deadline=None)
def test_whatever_is_broken_never_raises(draw: some.DataObject) -> None:
    data = bytearray(sample("corridors.bib"))
    for _ in range(draw.draw(some.integers(1, 8))):
        at, cut = draw.draw(some.integers(0, len(data))), draw.draw(some.integers(0, 60))
        data[at : at + cut] = draw.draw(some.sampled_from([b"", b"{", b"}", b'"', b"@", b"\\", b",", b"#", b"=", b"$"]))
    parsed = bibtex.read(bytes(data))
    assert all(one.title and one.where for one in parsed.records)


COUNTS = {  # papers and authors of each real file
    "CitaviXmlImporterTest1.bib": (60, 139),
    "encoding-windows-1252-with-header.bib": (0, 0),
    "test.bib": (19, 53),
    "zbb_Author_splitter_failure.bib": (1, 4),
    "zbb_BBT_does_not_import_groups_from_JabRef_5.1_1641.bib": (20, 30),
    "zbb_BibLaTeX_Patent_author_handling_type_1060.bib": (2, 15),
    "zbb_Dealing_with_base64-encoded_paths_from_BibDesk_2374.bib": (3, 7),
    "zbb_Endnote_should_parse.bib": (1, 2),
    "zbb_Literal_names.bib": (1, 20),
    "zbb_Options_to_use_default_import_process_1562.bib": (1, 6),
    "zbb_web_page_and_other_mendeley_idiocy.bib": (512, 749),
    "zotero_bibtex_case08.bib": (7, 0),
    "zotero_bibtex_case13.bib": (2, 2),
    "zotero_bibtex_case15.bib": (2, 5),
    "zotero_bibtex_case19.bib": (1, 13),
}


@pytest.mark.parametrize("path", real_files("bibtex/*.bib"))
def test_real_files(path: Path) -> None:
    parsed = bibtex.read(path.read_bytes())
    assert all(one.title for one in parsed.records)
    assert not [one.name for paper in parsed.records for one in paper.authors if set(one.name) & set("{}$\\")] or (
        path.name == "zotero_bibtex_case18.bib"
    )
    if path.name in COUNTS:
        assert (len(parsed.records), sum(len(one.authors) for one in parsed.records)) == COUNTS[path.name]


REAL_NAMES = {
    "zbb_Wrong_ring-above_import_1115.bib": ["Radim Řehůřek", "Petr Sojka"],
    "zotero_bibtex_case15.bib": ["Elias Naumann", "Moritz Heß", "Leander Steinkopf", "Marek Eliáš", "Jiří Matoušek"],
    "zotero_bibtex_case16.bib": ["Eva H. Önnudóttir"],
    "zbb_Math_formatting_lost_on_import_627.bib": ["J Bonča", "M Mierzejewski", "L Vidmar"],
    "zbb_Qiqqa.bib": ["Thomas Kühne", "Kurt Gödel"],
    "zbb_Issues_with_round_instead_of_curly_braces_do_not_import_correctly_871.bib": [
        "Drew V. McDermott", "Gerald J. Sussman",
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", REAL_NAMES)
def test_accents_of_real_files(name: str) -> None:
    path = REAL / "bibtex" / name
    if not path.exists():
        pytest.skip("the collection of real files is not here")
    read = [one.name for paper in bibtex.read(path.read_bytes()).records for one in paper.authors]
    assert read == REAL_NAMES[name]
