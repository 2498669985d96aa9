"""Files as disks, mail programs and strangers damage them: from a seed, so that each can be made again.

Used by a short campaign of `make test` and a long one of `make soak`.
"""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Sequence
from importlib import import_module
from random import Random
from typing import Any, NamedTuple

from hallway.domain.errors import HallwayError
from hallway.domain.records import Complaint
from hallway.formats import limits
from tests.formats.files import REAL, SAMPLES
from tests.quickness import hold

LIMIT = 2.0
"""The most seconds of work that one file may take."""
LARGEST_SEED = 60_000
"""Files beyond so many bytes are no good seeds: most of a campaign would go into reading them."""
SIGNS = [bytes((sign,)) for sign in b"\x00\t\r\n\x1b\x7f\x80\xc3\xff" + b"\"'\\;,:={}[]<>&^()-/%#|*@."]
NASTY = [
    *SIGNS, b"\x00" * 50, b"\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x80" * 9, b"\xe2\x80\xae",
    b"\xe2\x80\xa8", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"=\n", b"=3D", b"&#0;", b"&amp;", b"]]>", b"<!", b"1e999",
    b"NaN", b"-1", b"99999999999999999999", b"0", b"9999-12-31", b"0000-00-00", b"20260230", b"29991231T235960Z",
    b"P9999999W", b"-P1D", b"FREQ=SECONDLY;INTERVAL=0", b"COUNT=99999999999", b"\\ud800", b"null", b"true", b"{}",
    b"[]", b"../../etc/passwd", b"BEGIN:VCARD", b"END:VCARD", b"BEGIN:VEVENT", b"END:VCALENDAR", b"TZID=../x",
    b"@string{a=a#a}", b"ER  - ", b"x" * 3_000, b"a," * 1_000, b"(" * 300, b"{" * 300, b"[" * 300, b"\t" * 300,
    b"\xf0\x9f\x91\xa9\xe2\x80\x8d",
]  # fmt: skip
NO_SEEDS = [b"a,b\r\n1,2\r\n"]
"""What is damaged where there is no sample."""
LETTERS = ("utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp1251", "utf-32", "utf-7")


class Importer(NamedTuple):
    """A reader, as module and function below hallway.formats; its files in tests/samples and in shared/data."""

    module: str
    function: str
    samples: tuple[str, ...]
    real: tuple[str, ...] = ()


IMPORTERS = {
    "vcf": Importer("vcard", "read", ("*.vcf",), ("vcard/*.vcf",)),
    "linkedin": Importer("linkedin_csv", "read", ("linkedin*.csv",), ("csv*/linkedin*.csv",)),
    "ics": Importer("ics", "read", ("*.ics",), ("ics/*.ics",)),
    "programme ics": Importer("schedule_ics", "read", ("pretalx.ics", "conference.ics"), ("schedule/*.ics",)),
    "programme xml": Importer("schedule_xml", "read", ("*.xml",), ("schedule/*.xml",)),
    "programme json": Importer("schedule_json", "read", ("*.json",), ("schedule/*.json",)),
    "bib": Importer("bibtex", "read", ("*.bib",), ("bibtex/*.bib",)),
    "ris": Importer("ris", "read", ("*.ris",), ("ris/*.ris",)),
    "archive": Importer("archive_zip", "read", ()),
    "tables": Importer("tables", "read", ("*.csv", "*.tsv"), ("csv*/*.csv",)),
    "linkedin messages": Importer("linkedin_messages", "read", ("*messages*.csv",)),
    "mail": Importer("mail_headers", "read", ("*.eml", "*.mbox")),
    "monica": Importer("monica_json", "read", ("*monica*.json",)),
    "kinds": Importer("kinds", "recognise", ("*",), ("*/*",)),
    "shared": Importer("shared", "read", ("*.bib", "*.ris", "*.eml", "*.ics"), ("bibtex/*.bib",)),
}
"""Every reader of files that others made."""


def reader(name: str) -> Callable[[bytes], Any] | None:
    """The function that reads such files; None when there is none yet."""
    importer = IMPORTERS[name]
    try:
        module = import_module(f"hallway.formats.{importer.module}")
    except ModuleNotFoundError:
        return None
    read: Callable[[bytes], Any] = getattr(module, importer.function)
    return read


def seeds(name: str) -> list[bytes]:
    """Whole files to damage, each once: ours, and real ones where they are."""
    importer = IMPORTERS[name]
    found = [path for pattern in importer.samples for path in sorted(SAMPLES.glob(pattern))]
    found += [path for pattern in importer.real for path in sorted(REAL.glob(pattern)) if path.suffix != ".md"]
    files = [path.read_bytes() for path in found if path.is_file() and path.stat().st_size <= LARGEST_SEED]
    made = [archive()] if name in ("archive", "kinds") else []
    return list(dict.fromkeys([*files, *made])) or NO_SEEDS


def archive() -> bytes:
    """A small archive of ours, of the kind that restoring reads."""
    from hallway.formats import archive_zip

    people = archive_zip.Table("person", ("id", "name", "photo"), ((1, "Ada", b"\xff\xd8\xff"), (2, "Bo", None)))
    notes = archive_zip.Table("note", ("id", "person_id", "text"), ((1, 1, "looms, and gardens"),))
    return archive_zip.write(archive_zip.Archive(3, (people, notes)), {"people.vcf": b"BEGIN:VCARD\r\nEND:VCARD\r\n"})


def damaged(random: Random, files: Sequence[bytes]) -> bytes:
    """One of the files with one to five things done to it."""
    data = random.choice(files)
    if data.startswith(b"PK") and random.random() < 0.7:
        return _repacked(random, data)
    for _ in range(random.choice((1, 1, 1, 2, 3, 5))):
        data = random.choice(DAMAGES)(random, data, files)
    return data


def _repacked(random: Random, data: bytes) -> bytes:
    """A ZIP with one of its parts damaged, and sums that fit."""
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    name = random.choice(sorted(parts))
    parts[name] = damaged(random, [parts[name]])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as whole:
        for one, part in parts.items():
            whole.writestr(zipfile.ZipInfo(one, (1980, 1, 1, 0, 0, 0)), part)
    return out.getvalue()


def _place(random: Random, data: bytes) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.choice((1, 2, 8, 40, 300)))


def _cut(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    start, end = _place(random, data)
    return data[:start] + data[end:]


def _end_early(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _swap(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    (a, b), (c, d) = sorted((_place(random, data), _place(random, data)))
    b = min(b, c)
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def _repeat(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    start, end = _place(random, data)
    return data[:end] + data[start:end] * random.choice((1, 2, 60)) + data[end:]


def _flip(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    flipped = bytearray(data)
    for _ in range(random.choice((1, 4, 30))):
        if flipped:
            flipped[random.randrange(len(flipped))] ^= 1 << random.randrange(8)
    return bytes(flipped)


def _splice(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    other = random.choice(files)
    start, end = _place(random, other)
    at = random.randrange(len(data) + 1)
    return data[:at] + (other[start:] if random.random() < 0.3 else other[start:end]) + data[at:]


def _put_in(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(NASTY) + data[at:]


def _replace(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    start, end = _place(random, data)
    return data[:start] + random.choice(NASTY) + data[end:]


def _mark(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    return random.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00")) + data


def _line_ends(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", random.choice((b"\r", b"\n", b"\r\r\n", b"\n\r", b"\n\n", b"")))


def _lines(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    line = lines[at]
    lines[at : at + 1] = random.choice(([], [line] * 3, [b" " + line], [line * 40], [random.choice(lines)]))
    return b"\n".join(lines)


def _other_letters(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    return data.decode("utf-8", "replace").encode(random.choice(LETTERS), "replace")


Damage = Callable[[Random, bytes, Sequence[bytes]], bytes]
DAMAGES: tuple[Damage, ...] = (
    _cut, _cut, _end_early, _swap, _repeat, _flip, _flip, _splice, _splice, _put_in, _put_in, _replace, _replace, _mark,
    _line_ends, _lines, _lines, _other_letters,
)  # fmt: skip


def campaign(name: str, count: int, first_seed: int = 0) -> tuple[int, float]:
    """Read so many damaged files; gives how many held anything, and the most seconds that one took.

    Fails with the seed of the first file that brings an error out, takes too long, or breaks the contract of readers.
    """
    read, files = reader(name), seeds(name)
    assert read is not None
    usable, slowest = 0, 0.0
    for seed in range(first_seed, first_seed + count):
        data = damaged(Random(f"{name} {seed}"), files)
        started = time.process_time()
        try:
            found = read(data)
        except HallwayError:
            found = None
        except Exception as error:
            raise AssertionError(f"{name} {seed}: {type(error).__name__}: {error}") from error
        taken = time.process_time() - started
        hold(taken, LIMIT, f"{name} {seed}, {len(data)} bytes,")
        slowest = max(slowest, taken)
        usable += keeps_the_contract(found, f"{name} {seed}")
    return usable, slowest


def keeps_the_contract(found: Any, which: str = "") -> bool:
    """Whether anything was read; fails when what a reader gives is not what readers give."""
    if found is None or isinstance(found, str) or not hasattr(found, "complaints"):
        return bool(found)
    assert isinstance(found.records, tuple) and found.source, which
    for one in found.complaints:
        assert isinstance(one, Complaint) and one.where and one.what and len(one.row) <= limits.MAX_RAW, which
    return bool(found.records)
