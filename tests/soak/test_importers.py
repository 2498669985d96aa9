"""Damaged files for each reader, some of them on their whole way into a record; and generated cards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from hallway.domain.records import PersonRecord
from hallway.formats import vcard
from tests.formats import damaged
from tests.formats.generated import PEOPLE, as_read
from tests.tiers import FUZZ, ROUND_TRIPS
from tests.usecases import damaged_imports
from tests.usecases.test_damaged_imports import KINDS

pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]

FIRST_SEED = 1_000
"""Beyond those of tests/formats and tests/usecases."""
ALL_THE_WAY = 20
"""One file of so many is brought in."""
GONE_BACK_TO = 100
"""One archive of so many takes the place of a record."""


@pytest.mark.parametrize("name", [name for name in damaged.IMPORTERS if damaged.reader(name)])
def test_damaged_files(name: str, record_property: Callable[[str, object], None]) -> None:
    usable, slowest = damaged.campaign(name, FUZZ.now, FIRST_SEED)
    came_to = f"{FUZZ.now:,} files, {usable:,} held something, the slowest took {slowest * 1000:,.0f} ms"
    record_property("came to", came_to)
    assert usable or damaged.seeds(name) == damaged.NO_SEEDS


@pytest.mark.parametrize("name", [name for name in KINDS if damaged.reader(name)])
def test_damaged_imports(name: str, record_property: Callable[[str, object], None]) -> None:
    applied, refused = damaged_imports.campaign(name, FUZZ.now // ALL_THE_WAY, FIRST_SEED)
    record_property("came to", f"{applied:,} brought in and taken back, {refused:,} refused without a trace")


def test_damaged_archives(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    taken, refused = damaged_imports.archives(tmp_path, FUZZ.now // GONE_BACK_TO, FIRST_SEED)
    record_property("came to", f"{taken:,} took the place of the record, {refused:,} refused without a trace")
    assert taken


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_generated_cards(version: str, record_property: Callable[[str, object], None]) -> None:
    @settings(max_examples=ROUND_TRIPS.now // 2, deadline=None, database=None)
    @given(person=PEOPLE)
    def come_back(person: PersonRecord) -> None:
        parsed = vcard.read(vcard.write([person], version))
        assert parsed.complaints == ()
        assert [replace(one, where="") for one in parsed.records] == [as_read(person)]

    come_back()
    record_property("came to", f"{ROUND_TRIPS.now // 2:,} people came back equal")
