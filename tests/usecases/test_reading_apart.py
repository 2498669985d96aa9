"""Reading in a process of its own gives what reading here gives, and needs neither the window nor the record for it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from hallway.domain.errors import HallwayError, Refused, Stopped, Unreadable
from hallway.host import apart
from hallway.usecases import importing, reading_apart
from hallway.usecases.reading import Manner, read
from hallway.usecases.reading_apart import read_apart
from tests.bench.bench_import import linkedin_list
from tests.formats.files import SAMPLES, sample

NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.is_file())
MANNER = Manner("Asia/Kolkata", date(2026, 6, 17), own=frozenset({"ines ångström", "ines@lund.example"}), texts=True)


@pytest.mark.parametrize("name", NAMES)
def test_f17_each_sample_reads_the_same_apart(name: str) -> None:
    files = [(name, sample(name))]
    try:
        here = read(files, manner=MANNER)
    except HallwayError as error:
        with pytest.raises(type(error)) as caught:
            read_apart(files, manner=MANNER)
        assert caught.value.sentence == error.sentence
    else:
        assert read_apart(files, manner=MANNER) == here
        assert not here.is_empty


def test_several_files_read_together_and_as_what_they_are_said_to_be() -> None:
    files = [("a.vcf", sample("apple.vcf")), ("b.csv", sample("linkedin.csv"))]
    assert importing.read_apart(files) == importing.read(files)
    calendar = [("a.ics", sample("pretalx.ics"))]
    assert read_apart(calendar, importing.ICS) == read(calendar, importing.ICS) != read(calendar)


def test_what_is_large_has_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [(f"{name}.vcf", sample(f"{name}.vcf")) for name in ("apple", "google", "oldmail", "nextcloud4")]
    groups: list[int] = []
    call = apart.call

    def counted(function: str, arguments: Mapping[str, Any], report: apart.Report | None) -> object:
        groups.append(len(arguments["files"]))
        return call(function, arguments, report)

    monkeypatch.setattr(apart, "call", counted)
    monkeypatch.setattr(reading_apart, "MAX_BYTES", sum(len(data) for _, data in files[:2]))
    assert read_apart(files) == read(files)
    assert groups[0] == 2
    assert sum(groups) == 4
    assert read_apart([]) == read([])


def test_a_refusal_comes_back_in_the_same_words() -> None:
    for files, manner in (([("a.bin", b"\x00\x01")], MANNER), ([("a.vcf", sample("apple.vcf"))], Manner("Nowhere/At"))):
        with pytest.raises(Refused) as here:
            read(files, manner=manner)
        with pytest.raises(Refused) as there:
            read_apart(files, manner=manner)
        assert there.value.sentence == here.value.sentence


def test_f17_the_process_that_reads_is_light() -> None:
    files = tuple((name, sample(name)) for name in NAMES if name.endswith((".vcf", ".csv", ".ics", ".bib", ".xml")))
    loaded = apart.call("tests.usecases.reading_acts:modules_after", {"files": files})
    assert isinstance(loaded, tuple)
    assert "hallway.usecases.reading" in loaded
    tops = {name.split(".")[0] for name in loaded}
    assert tops.isdisjoint({"PySide6", "shiboken6", "peewee", "playhouse", "apsw", "keyring", "sqlite3"})
    assert not [name for name in loaded if name.startswith(("hallway.store", "hallway.ui", "hallway.cli"))]
    assert "subprocess" not in loaded


def test_f17_stop_ends_a_read_at_once() -> None:
    data, asked = linkedin_list(20_000), []

    def report(done: int, total: int) -> None:
        asked.append(time.monotonic())
        if done:
            raise Stopped("Stopped.", "Nothing was changed.")

    with pytest.raises(Stopped):
        read_apart([("Connections.csv", data)], report=report)
    assert time.monotonic() - asked[-1] < 0.5


def test_f17_what_is_no_reading_is_not_taken_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_apart, "FUNCTION", "tests.usecases.reading_acts:no_reading")
    with pytest.raises(Unreadable) as caught:
        read_apart([])
    assert caught.value.__cause__ is None
