"""What every reader keeps to, whatever it is given."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain.errors import Stopped
from hallway.domain.records import Complaint, Parsed
from hallway.formats import ics, limits, linkedin_csv, vcard
from tests.formats.damaged import IMPORTERS, reader
from tests.formats.files import SAMPLES, sample
from tests.quickness import quick

Read = Callable[..., Parsed[object]]
READERS: dict[str, Read] = {"vcf": vcard.read, "csv": linkedin_csv.read, "ics": ics.read}  # type: ignore[dict-item]
EVERY: dict[str, Read] = {
    kind: read for kind in IMPORTERS if kind not in ("archive", "kinds", "shared") and (read := reader(kind))
}
EACH = pytest.mark.parametrize("kind", READERS)
SOURCES = sorted(
    {(kind, path.name) for kind in EVERY for pattern in IMPORTERS[kind].samples for path in SAMPLES.glob(pattern)}
)


def _keeps_the_contract(parsed: Parsed[object]) -> None:
    assert isinstance(parsed.records, tuple)
    assert all(
        isinstance(complaint, Complaint) and complaint.where and complaint.what for complaint in parsed.complaints
    )
    assert all(len(complaint.row) <= limits.MAX_RAW for complaint in parsed.complaints)
    assert parsed.source


@pytest.mark.parametrize("kind", EVERY)
@given(data=st.binary(max_size=400))
def test_any_bytes(kind: str, data: bytes) -> None:
    _keeps_the_contract(EVERY[kind](data))


@EACH
@given(text=st.text(st.sampled_from('BEGIN:VCARDNTZ\r\n ;,"=\\0129é\x00'), max_size=300))
def test_any_text(kind: str, text: str) -> None:
    frames = {"vcf": "BEGIN:VCARD\n{}\nEND:VCARD", "ics": "BEGIN:VEVENT\nDTSTART:20260101\n{}\nEND:VEVENT"}
    frame = frames.get(kind, "First Name,Last Name,Connected On\n{}")
    _keeps_the_contract(READERS[kind](frame.replace("{}", text).encode()))


@pytest.mark.parametrize(("kind", "name"), SOURCES)
@given(draw=st.data())
@settings(max_examples=20, deadline=None)
def test_damaged_samples(kind: str, name: str, draw: st.DataObject) -> None:
    data = bytearray(sample(name))
    for _ in range(draw.draw(st.integers(1, 4))):
        at = draw.draw(st.integers(0, len(data)))
        cut = draw.draw(st.integers(0, 30))
        data[at : at + cut] = draw.draw(st.binary(max_size=12))
    parsed = EVERY[kind](bytes(data))
    _keeps_the_contract(parsed)
    if kind == "vcf":
        vcard.write(parsed.records)  # type: ignore[arg-type]


EVIL = {
    "folded": b"A:" + b"\n " * 200_000,
    "parameters": b"BEGIN:VCARD\nFN" + b";A=B" * 100_000 + b":x\nEND:VCARD",
    "vcards": b"BEGIN:VCARD\n" * 20_000,
    "commas": b"BEGIN:VCARD\nA;" + b"B=," * 100_000 + b":x\nEND:VCARD",
    "encodings": b"BEGIN:VCARD\nA" + b";B" * 200_000 + b"\nEND:VCARD",
    "quotes": b"BEGIN:VCARD\nA;B=" + b'"' * 200_000 + b":x\nEND:VCARD",
    "soft": b"BEGIN:VCARD\nN;QUOTED-PRINTABLE:=\n" + b"=\n" * 100_000,
    "nested": b"BEGIN:VEVENT\n" + b"BEGIN:A\n" * 100_000 + b"END:B\n" * 100_000,
    "zones": b"BEGIN:VTIMEZONE\nTZID:a\n" * 20_000,
    "cells": b"First Name,Last Name,Connected On\n" + b'x,"' * 20_000,
    "open": b"First Name,Last Name,Connected On\n" + b'x,"\n' + b"a,b,c\n" * 50_000 + b'y,"\n' * 301,
    "entries": b"@article{" * 50_000,
    "braces": b"@article{a, title={" + b"{" * 100_000,
    "deep": b"@article{a, title={" + b"{" * 20_000 + b"x" + b"}" * 20_000 + b"}}",
    "macros": b'@string{a0="xxxxxxxxxx"}\n'
    + b"".join(b"@string{a%d=a%d # a%d # a%d # a%d}\n" % (n, n - 1, n - 1, n - 1, n - 1) for n in range(1, 60))
    + b"".join(b"@article{k%d, title=a59, author=a59}\n" % n for n in range(1_000)),
    "names": b"@article{k, title={x}, author={" + b"a and " * 60_000 + b"}}",
    "name commas": b"@article{k, title={x}, author={" + b"," * 200_000 + b"}}",
    "accents": b"".join(b"@article{k%d, title={%d" % (n, n) + b"{\\'e}" * 3_000 + b"}}\n" for n in range(50)),
    "fields": b"@article{k" + b",a=" * 100_000 + b"}",
    "no ends": b"TY  - JOUR\nAU  - A\n" * 30_000,
    "authors": b"TY  - JOUR\nTI  - x\n" + b"AU  - A, B\n" * 100_000,
    "goes on": b"TY  - JOUR\nTI  - x\n" + b"y\n" * 200_000,
    "backslashes": b"BEGIN:VCARD\nN:" + b"\\" * 500_000 + b"\nEND:VCARD",
}


TO_A_TABLE = ("folded", "cells", "open", "commas")
"""To a table the others are nothing but many short rows."""
PAIRS = [(kind, evil) for kind in EVERY for evil in EVIL if kind != "tables" or evil in TO_A_TABLE]


@pytest.mark.parametrize(("kind", "evil"), PAIRS)
def test_hostile_shapes_take_little_time(kind: str, evil: str) -> None:
    with quick(4):
        _keeps_the_contract(EVERY[kind](EVIL[evil]))


@EACH
def test_complaints_are_limited(kind: str) -> None:
    frames = {"vcf": b"BEGIN:VCARD\nFN:a\n", "ics": b"BEGIN:VEVENT\nDTSTART:20260101\n"}
    rows = {"csv": b',"x" y,,31 Foo 2020\n'}
    frame = frames.get(kind, b"First Name,Last Name,Company,Connected On\n")
    parsed = READERS[kind](frame + rows.get(kind, b"no property\n") * (limits.MAX_COMPLAINTS + 50))
    assert len(parsed.complaints) == limits.MAX_COMPLAINTS + 1
    assert "more lines" in parsed.complaints[-1].what


@EACH
def test_a_reader_can_be_stopped(kind: str) -> None:
    heads = {"vcf": b"", "ics": b"BEGIN:VCALENDAR\n", "csv": b"First Name,Last Name,Connected On\n"}
    rows = {"vcf": b"BEGIN:VCARD\nFN:a\nEND:VCARD\n", "ics": b"BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n"}
    data = heads[kind] + rows.get(kind, b"a,b,\n") * 2_000

    def stop(done: int, total: int) -> None:
        if done:
            raise Stopped("stopped")

    with pytest.raises(Stopped):
        READERS[kind](data, stop)


@EACH
def test_long_text_is_cut(kind: str) -> None:
    text = "x" * (limits.MAX_TEXT + 10)
    frames = {
        "vcf": f"BEGIN:VCARD\nFN:{text}\nEND:VCARD",
        "ics": f"BEGIN:VEVENT\nDTSTART:20260101\nSUMMARY:{text}\nEND:VEVENT",
        "csv": f"First Name,Last Name,Connected On\n{text},,\n",
    }
    (record,) = READERS[kind](frames[kind].encode()).records
    assert len(getattr(record, "name", "") or getattr(record, "title", "")) == limits.MAX_TEXT
