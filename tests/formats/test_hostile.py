"""Files of strangers, row by row of what they may hold (H1 to H28): what is tested here, and where the rest is.

The long campaigns of damaged files are in test_fuzz.py and tests/soak.
"""

from __future__ import annotations

import io
import json
import re
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from importlib import import_module
from inspect import getsource
from itertools import permutations
from pathlib import Path
from pkgutil import iter_modules
from random import Random
from typing import Any

import pytest

from hallway import formats
from hallway.domain.errors import Refused
from hallway.formats import archive_zip, limits, mecard, shared, vcard
from tests.formats import damaged
from tests.formats.damaged import archive, keeps_the_contract, reader
from tests.quickness import quick

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = {
    "H1 formulas": "tests/formats/test_people_csv.py::test_h1_formulas_are_guarded",
    "H2 rich text in calendars": "tests/formats/test_ics.py::test_html_becomes_text",
    "H4 links": "tests/formats/test_ics.py::test_hostile_addresses_are_not_kept",
    "H8 entities": "tests/formats/test_schedule.py::test_hostile_files_are_refused_in_words",
    "H8 entities in the window": (
        "tests/ui/exchange/test_bad_programmes.py::test_hostile_files_are_refused_in_words_and_the_window_stays_awake"
    ),
    "H9 photo bombs": "tests/ui/parts/test_photo.py::test_what_is_no_photo_is_refused_in_words",
    "H9 addresses of photos": (
        "tests/formats/test_vcard.py::test_photos_elsewhere_and_of_other_kinds_are_kept_as_they_are"
    ),
    "H10 huge lines": "tests/formats/test_contract.py::test_hostile_shapes_take_little_time",
    "H11 broken calendars": "tests/formats/test_ics.py::test_real_calendars",
    "H12 rules": "tests/formats/test_repeats.py::test_no_rule_takes_long",
    "H12 zones": "tests/formats/test_ics.py::test_hostile_zones_cost_little",
    "H15 letters": "tests/formats/test_text.py::test_decode_reads_each_line_that_is_not_utf_8_as_best_it_can",
    "H15 code pages": "tests/formats/test_code_pages.py::test_words_are_readable_again",
    "H16 old cards": "tests/formats/test_vcard_real.py::test_real_cards",
    "H17 cards": "tests/formats/test_vcard_written.py::test_h17_nothing_can_smuggle_a_line_in",
    "H17 calendars": "tests/formats/test_calendar_ics.py::test_no_text_becomes_a_line",
    "H19 searching": "tests/store/test_search.py::test_no_text_raises",
    "H22 quotes": "tests/formats/test_linkedin_csv.py::test_forgotten_quote_costs_one_row_and_not_a_thousand",
    "H24 zones": "tests/formats/test_ics.py::test_unknown_zone_is_read_in_the_given_one",
    "H25 databases": "tests/usecases/test_backing_up.py::test_what_a_stranger_put_into_a_copy_is_refused_h25",
    "H25 archives": "tests/usecases/test_archive.py::test_what_is_no_whole_archive_is_refused_in_words",
    "H26 macros": "tests/formats/test_bibtex.py::test_macros_join_and_end",
    "H28 names of files": "tests/domain/test_file_names.py::test_words_become_the_name_of_a_file",
}


@pytest.mark.parametrize("row", ELSEWHERE)
def test_the_other_rows_are_tested_where_it_says(row: str) -> None:
    file, _, name = ELSEWHERE[row].partition("::")
    assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


# --- archives: H6, H7, H20, H21 ----------------------------------------------------------------------------


def repacked(**parts: bytes) -> bytes:
    """The small archive with other parts; `schema_json` stands for schema.json, and so on."""
    with zipfile.ZipFile(io.BytesIO(archive())) as whole:
        found = {name: whole.read(name) for name in whole.namelist()}
    found |= {name.replace("__", "/").replace("_json", ".json"): part for name, part in parts.items()}
    return zipped(found)


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, part in parts.items():
            whole.writestr(name, part)
    return out.getvalue()


def people(**fields_of_ada: Any) -> bytes:
    return json.dumps([{"id": 1, "name": "Ada", "photo": None} | fields_of_ada]).encode()


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "C:\\evil", "pictures/../../evil", "README.txt"])
def test_h6_parts_come_into_memory_and_nothing_onto_the_disk(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    data = repacked(data__person_json=people(photo={"picture": name}), **{name: b"evil"})
    (table, _) = archive_zip.read(data).tables
    assert table.rows == ((1, "Ada", b"evil"),)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


TRAPS = {
    "H7 a part of zeros": lambda: repacked(data__person_json=b"0" * 60_000_000),
    "H7 zeros that nobody asked for": lambda: repacked(zeros=bytes(60_000_000)),
    "H7 one picture for everybody": lambda: repacked(
        data__person_json=b"[" + people(photo={"picture": "big"})[1:-1] + b"," + people(photo={"picture": "big"})[1:],
        big=Random(1).randbytes(1_000_000),
    ),
    "H7 a picture that is a table": lambda: repacked(data__person_json=people(photo={"picture": "data/person.json"})),
    "H20 a number beyond all": lambda: repacked(data__person_json=people(id=2**63)),
    "H20 no number": lambda: repacked(data__person_json=b'[{"id": NaN, "name": "", "photo": null}]'),
    "H20 an endless number": lambda: repacked(data__person_json=b'[{"id": 1e999, "name": "", "photo": null}]'),
    "H20 half of a pair": lambda: repacked(data__person_json=b'[{"id": 1, "name": "\\ud800", "photo": null}]'),
    "H20 a list in a cell": lambda: repacked(data__person_json=people(name=["Ada"])),
    "H21 deep": lambda: repacked(data__person_json=b"[" * 200_000),
    "H21 many digits": lambda: repacked(data__person_json=b"[" + b"9" * 10_000 + b"]"),
    "H21 a deep head": lambda: repacked(schema_json=b'{"a":' * 200_000),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_traps_in_archives_are_refused_at_once(trap: str) -> None:
    data = TRAPS[trap]()
    with quick(2), pytest.raises(Refused):
        archive_zip.read(data)


# --- what records may hold: H13, H14, H20 ------------------------------------------------------------------

FRAMES = {
    "vcf": "BEGIN:VCARD\nFN:{0}\nORG:{0};{0}\nTEL;TYPE={0}:1\nNOTE:{0}\nEND:VCARD\n",
    "linkedin": "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n{0},{0},,,{0},{0},12 Mar 2024\n",
    "ics": "BEGIN:VEVENT\nUID:{0}\nDTSTART:20260101\nSUMMARY:{0}\nLOCATION:{0}\nDESCRIPTION:{0}\nEND:VEVENT\n",
    "programme json": json.dumps({"schedule": {"conference": {"title": "{0}", "days": [{"date": "2026-01-01", "rooms": {
        "A": [{"title": "{0}", "date": "2026-01-01T10:00:00+01:00", "persons": [{"public_name": "{0}"}]}],
    }}]}}}).replace("{", "{{").replace("}", "}}").replace("{{0}}", "{0}"),
    "programme xml": (
        "<schedule><conference><title>{0}</title></conference><day date='2026-01-01'><room name='{0}'><event id='1'>"
        "<start>10:00</start><title>{0}</title><persons><person id='1'>{0}</person></persons></event></room></day>"
        "</schedule>"
    ),
    "bib": "@article{{k, title={{{0}}}, author={{{0}, {0}}}, year=2026}}",
    "ris": "TY  - JOUR\nTI  - {0}\nAU  - {0}, {0}\nPY  - 2026\nER  - \n",
    "tables": "Name,Company,Email\n{0},{0},a@b.example\nBo,{0},\n",
    "linkedin messages": (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT\n"
        "1,{0},{0},https://www.linkedin.com/in/a,Ines Okoye,2024-05-15 10:30:00 UTC,{0},{0}\n"
        "2,,Ines Okoye,https://www.linkedin.com/in/i,Bo Bakker,2024-05-16 10:30:00 UTC,,\n"
    ),
    "mail": (
        "From: {0} <a@b.example>\nTo: {0} <c@d.example>\nSubject: {0}\nDate: Wed, 15 May 2024 10:30:00 +0000\n\n{0}\n"
    ),
    "monica": json.dumps({"account": {"data": [{"count": 1, "type": "contact", "values": [{
        "uuid": "1", "properties": {"first_name": "{0}", "last_name": "{0}", "company": "{0}", "description": "{0}"},
    }]}]}, "app_version": "4.0.0", "version": "1.0-preview.1"}).replace("{", "{{").replace("}", "}}").replace(
        "{{0}}", "{0}"
    ),
}  # fmt: skip
READ = pytest.mark.parametrize("name", [name for name in FRAMES if reader(name)])


def texts(value: Any) -> Iterator[str]:
    """Every text in a record, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from texts(getattr(value, one.name))
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for one in pair for text in texts(one))
    elif isinstance(value, (tuple, list, set, frozenset)):
        yield from (text for one in value for text in texts(one))


def read_in(name: str, data: bytes) -> list[str]:
    """All texts that a reader finds in a file, complaints among them."""
    read = reader(name)
    assert read is not None
    found = read(data)
    keeps_the_contract(found, name)
    return [*texts(found.records), *texts(found.complaints)]


@READ
def test_h13_no_control_character_comes_in(name: str) -> None:
    signs = "".join(map(chr, (0, 1, 7, 8, 11, 12, 27, 31, 127)))
    found = read_in(name, FRAMES[name].format(f"A{signs}da").encode())
    assert not [text for text in found if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)]
    if name not in ("programme xml", "programme json", "monica"):  # they may as well be refused
        assert any("Ada" in text for text in found)


@READ
def test_h14_marks_of_direction_and_joiners_are_data(name: str) -> None:
    for word in ("ab\u202egnp.exe", "क्\u200dष", "👩🏽\u200d🔬", "\u2067שלום\u2069", "a\u0301"):
        found = read_in(name, FRAMES[name].format(word).encode())
        assert any(word in text for text in found), word


@READ
def test_h20_halves_of_pairs_do_not_come_in(name: str) -> None:
    for data in (
        FRAMES[name].format("A\\ud800da\\udfff").encode(),
        FRAMES[name].format("A\ud800da").encode("utf-8", "surrogatepass"),
        FRAMES[name].format("A\ud800da").encode("utf-16", "surrogatepass"),
    ):
        for text in read_in(name, data):
            text.encode()


@READ
def test_h10_a_long_text_is_cut_and_costs_little(name: str) -> None:
    with quick(2):
        found = read_in(name, FRAMES[name].format("A " * 400_000 + "da").encode())
    assert max(map(len, found), default=0) <= 2 * limits.MAX_TEXT + 200


# --- H9, H10, H16: cards -----------------------------------------------------------------------------------


@pytest.mark.parametrize("start", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"<svg", b"II*\x00", b"MZ"])
def test_h9_what_is_no_photo_of_four_kinds_is_no_photo(start: bytes) -> None:
    import base64

    packed = base64.b64encode(start + bytes(50)).decode()
    (person,) = vcard.read(f"BEGIN:VCARD\nFN:A\nPHOTO;ENCODING=b:{packed}\nEND:VCARD".encode()).records
    is_picture = start[:2] in (b"\xff\xd8", b"\x89P", b"GI")
    assert bool(person.photo) == is_picture and bool(person.unknown) != is_picture


def test_h10_codes_of_any_length_take_linear_time() -> None:
    for text in ("MECARD:" + "A" * 500_000, "MECARD:N:" + "\\" * 500_000, "MECARD:" + "N:" * 250_000, " " * 500_000):
        with quick(1):
            mecard.read(text)


@pytest.mark.parametrize(
    ("head", "body", "words"),
    [
        (b"Content-Type: text/plain; charset=iso-8859-END", b"na\xefve", "naïve"),
        (b"Content-Type: text/html; charset=no-such", b"<b>bold</b>", "bold"),
        (b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", b"!!!", ""),
        (b"Content-Type: application/pdf", b"x", ""),
    ],
)
def test_h15_mails_in_letters_that_nobody_knows_are_shared_all_the_same(head: bytes, body: bytes, words: str) -> None:
    found = shared.read(b"From: a@b.example\nSubject: Looms\nMIME-Version: 1.0\n" + head + b"\n\n" + body, "a.eml")
    assert "Looms" in found.title and words in "\n".join(texts(found))


def test_h10_a_mail_of_a_thousand_boxes_in_boxes_is_read_or_refused() -> None:
    head = b"From: a@b.example\nSubject: x\n"
    boxes = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at) for at in range(3_000))
    with suppress(Refused):
        shared.read(head + boxes + b"\nend")


# --- H23: patterns -----------------------------------------------------------------------------------------

SIGNS = [*"a0 \n\"é", "\ufeff"]
ALWAYS = 0.1
"""The most seconds that any pattern may take on a thousand characters."""
LONG = 0.004
BOUNDED = {
    "bibtex_names._WHOLE_IN_BRACES": "a name",
    "schedule_ics._BETWEEN": "2,000 characters of names",
    "schedule_ics._BRACKETS": "2,000 characters of names",
    "table_shape._NUMBER": "100 characters of a cell",
}
"""Patterns that take longer on long texts, and never see one."""


def patterns() -> dict[str, re.Pattern[Any]]:
    """Every compiled pattern of the readers and writers, by module and name."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in iter_modules(formats.__path__):
        for name, value in vars(import_module(f"hallway.formats.{module.name}")).items():
            several = value.values() if isinstance(value, dict) else value if isinstance(value, (tuple, list)) else ()
            for one in (value, *several):
                if isinstance(one, re.Pattern) and one not in found.values():
                    found[f"{module.name}.{name}"] = one
    return found


def hostile(pattern: re.Pattern[Any], length: int) -> Iterator[Any]:
    """Long texts of the signs and words that a pattern knows, each nearly fitting."""
    is_bytes = isinstance(pattern.pattern, bytes)
    source = pattern.pattern.decode("latin-1") if is_bytes else pattern.pattern
    signs = [sign for sign in dict.fromkeys(source) if sign not in "\\?*+[](){}|^$"][:5]
    words = re.findall(r"[A-Za-z]{3,}", source)[:3]
    pairs = [a + b for a, b in permutations(signs, 2)]
    for unit in dict.fromkeys([*SIGNS, *signs, *pairs, *words, *(word + sign for word in words for sign in " =")]):
        text = (unit * length)[: length - 1] + "\x00"
        yield text.encode() if is_bytes else text


def seconds(pattern: re.Pattern[Any], method: str, text: Any) -> float:
    """How long one of its methods takes on a text."""
    started = time.process_time()
    if method in ("match", "fullmatch"):
        getattr(pattern, method)(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - started


def grows_too_fast(pattern: re.Pattern[Any], methods: set[str]) -> bool:
    """Whether four times the text takes far more than four times as long."""
    for smaller, larger in zip(hostile(pattern, 1_500), hostile(pattern, 6_000), strict=True):
        for method in methods:
            if seconds(pattern, method, larger) > LONG:  # again, since a busy machine stumbles now and then
                long, short = (min(seconds(pattern, method, text) for _ in range(3)) for text in (larger, smaller))
                if long > LONG and long > 9 * short:
                    return True
    return False


def methods_of(name: str) -> set[str]:
    """How a pattern is used in its own module."""
    module, _, pattern = name.partition(".")
    source = getsource(import_module(f"hallway.formats.{module}"))
    return set(re.findall(rf"\b{pattern}\.(match|fullmatch|search|subn?|findall|finditer|split)\b", source))


def test_h23_no_pattern_takes_long_on_a_thousand_characters() -> None:
    slow = {
        name
        for name, pattern in patterns().items()
        for text in hostile(pattern, 1_000)
        if max(seconds(pattern, "finditer", text), seconds(pattern, "fullmatch", text)) > ALWAYS
    }
    assert not slow


def test_h23_as_they_are_used_patterns_take_linear_time() -> None:
    known = patterns()
    assert known.keys() >= BOUNDED.keys()
    slow = {name for name in known.keys() - BOUNDED.keys() if grows_too_fast(known[name], methods_of(name))}
    assert not slow


def test_h23_bad_patterns_would_be_noticed() -> None:
    assert seconds(re.compile(r"(?:a|a)*b"), "match", "a" * 24) > ALWAYS
    assert grows_too_fast(re.compile(r"[^x]*x"), {"search"})
    assert grows_too_fast(re.compile(rb"[^\r\n]*[\x80-\xff]"), {"findall"})
    assert not grows_too_fast(re.compile(r"[^x]*+x"), {"match"})


# --- H26: bibliographies -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"@string{a = b # b}@string{b = a # a}@article{k, title=a}",
        b"@article{k, crossref={k}, title={x}}",
        b"@article{a, crossref={b}}@article{b, crossref={a}}" * 500,
        b"@article{k, title={\\input{/etc/passwd}\\write18{id}\\csname x\\endcsname}}",
        b"@article{k, title={" + b"\\newcommand{\\a}{\\a\\a}\\a" * 2_000 + b"}}",
    ],
)
def test_h26_macros_run_nothing_and_end(data: bytes) -> None:
    with quick(2):
        found = read_in("bib", data)
    assert not [text for text in found if "root:" in text]


def test_seeds_are_never_too_large_for_a_campaign() -> None:
    assert all(len(data) <= damaged.LARGEST_SEED for data in damaged.seeds("vcf"))
