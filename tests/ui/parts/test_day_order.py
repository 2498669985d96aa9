"""4/8 in the order of the place one lives in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from hallway.ui.parts.day_field import reader
from hallway.ui.parts.day_order import day_first
from hallway.ui.parts.partial_dates import read_birthday, read_partial

TODAY = date(2026, 6, 17)


@pytest.fixture(autouse=True)
def locale_as_before() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("name", "order"),
    [("en_US", False), ("en_GB", True), ("de_DE", True), ("fr_FR", True), ("ja_JP", False), ("zh_CN", False),
     ("hu_HU", False), ("sv_SE", None), ("en_CA", None), ("pt_BR", True)],
)  # fmt: skip
def test_the_order_of_a_place(name: str, order: bool | None) -> None:
    assert day_first(QLocale(name)) is order


@pytest.mark.parametrize(("name", "day"), [("en_US", date(2027, 4, 8)), ("en_GB", date(2026, 8, 4)), ("sv_SE", None)])
def test_a_day_is_read_in_that_order(name: str, day: date | None) -> None:
    QLocale.setDefault(QLocale(name))
    reading = reader(TODAY)("4/8")
    assert reading.day == day
    assert read_partial("4/8", TODAY) == (day.isoformat() if day else None)
    if day is None:
        assert set(reading.alternatives) == {date(2026, 8, 4), date(2027, 4, 8)}
        assert "either" in reading.message


@pytest.mark.parametrize(
    ("name", "words", "kept"),
    [
        ("en_US", "4/8", "--04-08"), ("en_GB", "4/8", "--08-04"), ("en_US", "4.8.", "--08-04"),
        ("en_US", "3/22/1980", "1980-03-22"), ("de_DE", "22.3.1980", "1980-03-22"), ("sv_SE", "22/3", "--03-22"),
        ("sv_SE", "4/8", None), ("en_GB", "3/22/1980", None), ("en_GB", "31/2", None),
    ],
)  # fmt: skip
def test_a_birthday_is_read_in_that_order(name: str, words: str, kept: str | None) -> None:
    QLocale.setDefault(QLocale(name))
    assert read_birthday(words) == kept
