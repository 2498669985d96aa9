"""What a file is, told by its content."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from hallway.formats.kinds import describe, recognise
from tests.formats.files import SAMPLES, real_files, sample
from tests.quickness import quick


def _zip(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return packed.getvalue()


SUFFIXES = {
    "vcf": "vcard", "csv": "csv", "tsv": "csv", "ics": "ics", "xml": "programme", "json": "programme", "bib": "bibtex",
    "ris": "ris", "eml": "mail", "mbox": "mail",
}  # fmt: skip
BY_NAME = {"linkedin_messages": "linkedin-messages", "linkedin": "linkedin", "monica": "monica"}


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_samples_are_recognised_whatever_they_are_called(name: str) -> None:
    named = next((kind for start, kind in BY_NAME.items() if name.startswith(start)), "")
    assert recognise(sample(name), "download.dat") == (named or SUFFIXES[name.rpartition(".")[2]])


@pytest.mark.parametrize("path", real_files("csv/*.csv", "csv_headers/*.csv"))
def test_real_tables_are_recognised(path: Path) -> None:
    assert recognise(path.read_bytes()) == ("linkedin" if path.name.startswith("linkedin") else "csv")


@pytest.mark.parametrize(
    "text",
    [
        "Name,Given Name,Family Name\n",
        "a,b,c\n1,2,3\n",
        "Name\tMail\nAda\tada@x.example\n",
        "Vorname;Nachname\nJürgen;Müller\n",
        "sep=;\nwho;where\nAda;Lund\n",
        "E-mail\nada@x.example\nbo@x.example\n",
        "ada@x.example\nbo@x.example\n",
        "People of the workshop\n\nName, Email\nAda, ada@x.example\nBo, bo@x.example\n",
        "名前,メール\n山田,yamada@x.example\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables_are_recognised(text: str, encoding: str) -> None:
    assert recognise(text.encode(encoding)) == "csv"


@pytest.mark.parametrize(
    "text",
    [
        "Dear diary",
        "Dear diary,\ntoday I met Ada, who weaves,\nand Bo, who does not.\n",
        "Name\nAda is what they call her, and she likes it.\n",
        "Notes\n\nMet Ada; she weaves. Met Bo; he does not.\nThen tea; then cake.\n",
        "int a = 1;\nint b = 2;\n",
        "first, second and third\nfourth, fifth and sixth\n",
        "one line, two parts",
        "- a list, of things\n- with commas, in it\n",
        '{"a": 1, "b": 2}\n{"a": 3, "b": 4}\n',
        "<p>a, b</p>\n<p>c, d</p>\n",
        "To: ada@x.example\nSubject: no sender\n\nHello\n",
        "From here on, nothing was written down.\nDate: unknown, as ever.\n",
    ],
)
def test_plain_text_is_no_table(text: str) -> None:
    assert recognise(text.encode(), "notes.txt") is None


@pytest.mark.parametrize(
    "text",
    [
        "From: Ada <ada@x.example>\r\nDate: Wed, 17 Jun 2026 10:00:00 +0200\r\n\r\nHello, Bo\r\n",
        "Received: from a by b;\n Wed, 17 Jun 2026 10:00:00 +0200\nSubject: tea\nFrom: ada@x.example\n\nHello\n",
        "\nMessage-ID: <1@x.example>\nFrom: ada@x.example\n\nBEGIN:VCARD\nFN:Ada\nEND:VCARD\n",
        "From ada@x.example Wed Jun 17 10:00:00 2026\nFrom: ada@x.example\nSubject: tea\n\nName,Email\nAda,a@x\n",
    ],
)
def test_mails_are_recognised(text: str) -> None:
    assert recognise(text.encode()) == "mail"


def test_messages_of_linkedin_are_recognised() -> None:
    header = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT"
    file = f"{header}\n1,,Ada,,Bo,2026-06-17 10:00:00 UTC,,Hello\n".encode("utf-8-sig")
    assert recognise(file) == "linkedin-messages"


def test_the_export_of_monica_is_recognised() -> None:
    export = '{"version":"1.0-preview.1","app_version":"4.1.2","export_date":"2026-06-17","url":"https://m.example",'
    assert recognise((export + '"exported_by":"1","account":{"uuid":"2","data":[]}}').encode()) == "monica"
    assert recognise(b'{"version": 1, "account": {}}') is None


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
        (b"a thing, and another\n", "a.csv", "a table that Hallway does not know"),
        (b'{"a": 1}', "a.json", "a JSON file"),
        (b"Dear diary", "a.txt", "a text file"),
        (bytes(range(256)) * 4, "a.bin", "a file of another program"),
    ],
)
def test_foreign_files_are_named(data: bytes, name: str, words: str) -> None:
    assert recognise(data, name) is None
    assert describe(data, name) == words


@pytest.mark.parametrize(
    "evil",
    [
        b"\n" * 70_000, b" " * 70_000, b"BEGIN:" * 12_000, b'"' * 70_000, b"," * 70_000, b",\n" * 35_000,
        b'a,"\n' * 20_000, b"From: a\n" * 9_000, b'{"app_version":' * 5_000, b"Name;" * 14_000, b"a@" * 35_000,
        b"1" * 70_000, b"\xe9" * 70_000, b"\x82\xa0" * 35_000,
    ],
)  # fmt: skip
def test_recognising_takes_linear_time(evil: bytes) -> None:
    with quick(1):
        recognise(evil)
