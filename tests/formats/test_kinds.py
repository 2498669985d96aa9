"""What a file is, told by its content."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from hallway.formats.kinds import describe, recognise
from tests.formats.files import SAMPLES, sample


def _zip(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return packed.getvalue()


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_samples_are_recognised_whatever_they_are_called(name: str) -> None:
    expected = {
        "vcf": "vcard", "csv": "linkedin", "ics": "ics", "xml": "programme", "json": "programme", "bib": "bibtex",
        "ris": "ris",
    }  # fmt: skip
    assert recognise(sample(name), "download.dat") == expected[name.rpartition(".")[2]]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_other_encodings_are_recognised(encoding: str) -> None:
    assert recognise("BEGIN:VCARD\r\nFN:A\r\nEND:VCARD\r\n".encode(encoding)) == "vcard"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.vcf", "an empty file"),
        (b" \n", "a.vcf", "an empty file"),
        (b"%PDF-1.7\n...", "a.vcf", "a PDF document"),
        (b"SQLite format 3\x00...", "a.db", "a database"),
        (b"\xff\xd8\xff\xe0", "a.jpg", "a picture"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "a picture"),
        (_zip("xl/workbook.xml"), "a.xlsx", "a spreadsheet"),
        (_zip("word/document.xml"), "a.docx", "a text document"),
        (_zip("Connections.csv"), "a.zip", "LinkedIn's ZIP file; unpack it and choose Connections.csv"),
        (_zip("readme"), "a.zip", "a ZIP file"),
        (b"<!DOCTYPE html><html>", "a.csv", "a web page"),
        (b"Name,Given Name,Family Name\n", "a.csv", "a table that Hallway does not know"),
        (b'{"a": 1}', "a.json", "a JSON file"),
        (b"Dear diary", "a.txt", "a text file"),
        (bytes(range(256)) * 4, "a.bin", "a file of another program"),
    ],
)
def test_foreign_files_are_named(data: bytes, name: str, words: str) -> None:
    assert recognise(data, name) is None
    assert describe(data, name) == words


@pytest.mark.parametrize("evil", [b"\n" * 70_000, b" " * 70_000, b"BEGIN:" * 12_000, b'"' * 70_000])
def test_recognising_takes_linear_time(evil: bytes) -> None:
    started = time.perf_counter()
    recognise(evil)
    assert time.perf_counter() - started < 1
