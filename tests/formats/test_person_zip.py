"""The ZIP for one person: any words come back, nothing in them becomes more than words, and damage is refused."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain.errors import Refused
from hallway.domain.records import PersonRecord
from hallway.formats import person_zip
from hallway.formats.person_zip import Handed

PHOTO = b"\xff\xd8\xff\xe0 a face"
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
ROW = st.dictionaries(st.sampled_from(["text", "kind", "on_day", "other"]), WORDS | st.none() | st.integers())
TABLES = st.sampled_from(["person", "interaction", "promise", "tie", "later_table"])


def handed(tables: dict[str, list[dict[str, Any]]], keeper: str = "Ines Okoye", name: str = "Ada Lovelace") -> Handed:
    own = {"id": 1, "uid": "u-1", "name": name}
    return Handed(PersonRecord(name, uid="u-1", photo=PHOTO), keeper, date(2026, 6, 17), {**tables, "person": [own]})


def opened(data: bytes) -> dict[str, bytes]:
    person_zip.check(data)
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        assert all(part.date_time[0] == 1980 for part in whole.infolist()), "nothing tells when it was made"
        return {name: whole.read(name) for name in whole.namelist()}


@given(st.dictionaries(TABLES, st.lists(ROW, max_size=3)), WORDS)
@settings(max_examples=60)
def test_any_rows_come_back(tables: dict[str, list[dict[str, Any]]], keeper: str) -> None:
    whole = handed(tables, keeper)
    found = opened(person_zip.write(whole))
    assert json.loads(found["person.json"])["tables"] == whole.tables
    assert person_zip.write(whole) == person_zip.write(whole)


@given(WORDS)
@settings(max_examples=60)
def test_h27_no_words_become_a_heading_or_html(words: str) -> None:
    rows = [{"text": words}, {"text": f"<b># {words}"}]
    page = opened(person_zip.write(handed({"promise": rows})))["record.md"].decode()
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert headings == ["# Ada Lovelace", "## Who it is", "## Promises"]
    assert not re.search(r"(?<!\\)[<\[]", page)


def test_the_page_says_each_fact_once_and_in_words() -> None:
    talk = {"on_day": "2026-06-10", "kind": "met", "summary": "Looms", "with": "Bo", "note": "Shy"}
    tables: dict[str, list[dict[str, Any]]] = {
        "interaction": [{"id": 7, **talk}],
        "promise": [{"person": "Ada Lovelace", "by_me": 1, "text": "send it", "made_on": "2026-06-10", "due_on": None}],
        "tie": [{"person": "Ada Lovelace", "other": "Bo", "kind": "colleague", "since": ""}],
        "participant": [{"person": "Ada Lovelace", "note": "Shy", "on_day": "2026-06-10", "counts": 1}],
        "later_table": [{"text": "something new"}],
    }  # fmt: skip
    page = opened(person_zip.write(handed(tables)))["record.md"].decode()
    assert "What Ines Okoye keeps about Ada Lovelace with Hallway, as of 17 June 2026." in page
    assert "- met; 2026-06-10; Looms; with: Bo; private note: Shy" in page
    assert "- promised by the keeper of this record: yes; send it; written down on: 2026-06-10\n" in page
    assert "- colleague; person: Ada Lovelace; other: Bo\n" in page
    assert "## Later table\n\n- something new" in page and page.count("Shy") == 1


def test_pictures_lie_beside_and_are_named() -> None:
    tables: dict[str, list[dict[str, Any]]] = {
        "person_photo": [{"person": "Ada Lovelace", "data": PHOTO}],
        "person_card": [{"person": "Ada Lovelace", "data": b"\x89PNG a card"}],
        "waiting_row": [{"file": "a.csv"}, {"file": "b.csv", "photo": b"??"}],
    }
    found = opened(person_zip.write(handed(tables)))
    assert found["photo.jpg"] == PHOTO and found["card.png"] == b"\x89PNG a card"
    assert found["waiting_row-2.bin"] == b"??"
    assert json.loads(found["person.json"])["tables"]["person_photo"][0]["data"] == {"picture": "photo.jpg"}
    readme = found["README.txt"].decode()
    assert all(name in readme for name in found if name != "README.txt")


def test_what_is_broken_does_not_pass() -> None:
    data = person_zip.write(handed({}))
    for at in (0, 60, len(data) // 2, len(data) - 5):
        for broken in (data[:at], data[:at] + b"?!" + data[at + 2 :]):
            with pytest.raises(Refused):
                person_zip.check(broken)
    nobody = io.BytesIO()
    with zipfile.ZipFile(nobody, "w") as whole:
        whole.writestr("person.json", '{"tables": {"person": [{"id": 1}]}}')
        whole.writestr("person.vcf", "BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n")
    for data in (nobody.getvalue(), nobody.getvalue().replace(b'"tables"', b'"towels"')):
        with pytest.raises(Refused):
            person_zip.check(data)
