"""Time zones found by town, by zone, and by the place somebody lives in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hallway.domain.errors import Refused
from hallway.usecases import zones


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("lis", "Europe/Lisbon"), ("lund", "Europe/Stockholm"), ("san fr", "America/Los_Angeles"),
        ("münch", "Europe/Berlin"), ("america/new_y", "America/New_York"), ("asia tok", "Asia/Tokyo"),
        ("UTC", "UTC"), ("sao pau", "America/Sao_Paulo"),
    ],
)  # fmt: skip
def test_the_first_offer(words: str, zone: str) -> None:
    assert zones.offered(words)[0][1] == zone


def test_offers_are_few_and_nothing_offers_nothing() -> None:
    assert len(zones.offered("a")) == 8
    assert zones.offered("  ") == zones.offered("qqqq") == ()


@pytest.mark.parametrize(
    ("words", "zone"),
    [("Europe/Lisbon", "Europe/Lisbon"), ("europe/lisbon", "Europe/Lisbon"), ("Lisbon", "Europe/Lisbon"),
     ("UTC", "UTC"), ("San Francisco · America/Los_Angeles", "America/Los_Angeles"), ("Uppsala", "Europe/Stockholm")],
)  # fmt: skip
def test_what_is_kept(words: str, zone: str) -> None:
    assert zones.checked(words) == zone


@pytest.mark.parametrize("words", ["../Nowhere", "Europe/Nowhere", "/etc/passwd", "x" * 50_000, "lis"])
def test_no_zone_is_guessed(words: str) -> None:
    with pytest.raises(Refused):
        zones.checked(words)


def test_every_offer_is_a_zone_and_reads_back() -> None:
    for letter in "abcdefghijklmnopqrstuvwxyz":
        for shown, zone in zones.offered(letter, 1000):
            assert zones.checked(shown) == zone
            assert zones.time_in(zone, datetime.now(UTC)) is not None


def test_the_time_there_and_the_zone_of_a_place() -> None:
    noon = datetime(2026, 6, 17, 12, tzinfo=UTC)
    there = zones.time_in("Asia/Kolkata", noon)
    assert there is not None and f"{there:%H:%M}" == "17:30"
    assert zones.time_in("../etc/passwd", noon) is zones.time_in("", noon) is None
    assert zones.of_place("Lund, Sweden") == "Europe/Stockholm"
    assert zones.of_place("Nowhere") == zones.of_place("") == ""
