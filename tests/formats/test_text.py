"""Which encoding a file is read in."""

from __future__ import annotations

import pytest

from hallway.formats.text import decode, lines

NAME = "BEGIN:VCARD\r\nFN:Łukasz Ünal\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_decode_reads_unicode_without_complaint(encoding: str) -> None:
    decoded = decode(NAME.encode(encoding))
    assert decoded.text.removeprefix("\ufeff") == NAME
    assert decoded.complaints == ()


def test_decode_reads_old_windows_text_and_says_so() -> None:
    decoded = decode("FN:José Müller".encode("cp1252"))
    assert (decoded.text, decoded.encoding, len(decoded.complaints)) == ("FN:José Müller", "cp1252", 1)


def test_decode_takes_control_characters_out_and_counts_them() -> None:
    decoded = decode(b"a\x01b\tc\nd\x7f" + "\u2028e".encode())
    assert decoded.text == "ab\tc\nd e"
    assert "2 control characters" in decoded.complaints[0].what


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\r\r\n"])
def test_lines_knows_all_line_ends_and_no_others(ends: str) -> None:
    assert lines(f"a{ends}b\x0bc{ends}") == ["a", "b\x0bc", ""]
