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


@pytest.mark.parametrize(
    ("data", "text", "where", "what"),
    [
        ("Łukasz Żółty".encode("cp1250"), "Łukasz Żółty", "file", "The file is not UTF-8 and was read as Central E"),
        ("é\nä\n".encode() + b"\xe9\xe8\n", "é\nä\néè\n", "line 3", "This line is not UTF-8 and was read as"),
        ("é".encode() + b"\r\xe9\r\xe8", "é\ré\rè", "line 2", "This and one more line are not UTF-8 and were read as"),
        (b"\xef\xbb\xbf" + "äöü".encode() + b"\xc3", "äöü\ufffd", "file", "One character could not be read."),
    ],
)
def test_decode_reads_each_line_that_is_not_utf_8_as_best_it_can(data: bytes, text: str, where: str, what: str) -> None:
    decoded = decode(data)
    (complaint,) = decoded.complaints
    assert (decoded.text, complaint.where) == (text, where) and complaint.what.startswith(what)


def test_decode_makes_letters_whole_that_were_folded_in_the_middle() -> None:
    data = "愛".encode()
    decoded = decode(b"A:" + data[:1] + b"\r\n " + data[1:] + b"\nB:" + data[:2] + b"\n\t" + data[2:] + b"c")
    assert (decoded.text, decoded.complaints) == ("A:愛\r\n \nB:愛\n\tc", ())


def test_decode_takes_control_characters_out_and_counts_them() -> None:
    decoded = decode(b"a\x01b\tc\nd\x7f" + "\u2028e".encode())
    assert decoded.text == "ab\tc\nd e"
    assert "2 control characters" in decoded.complaints[0].what


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\r\r\n"])
def test_lines_knows_all_line_ends_and_no_others(ends: str) -> None:
    assert lines(f"a{ends}b\x0bc{ends}") == ["a", "b\x0bc", ""]
