"""Who stands on a list of conflicts, for how long, and where they are."""

from __future__ import annotations

from datetime import date

import pytest

from hallway.domain.conflicts import Sign, Type, Whom, last_first, months_before, rows_of, where_at
from hallway.domain.names import NameParts
from hallway.domain.people import Affiliation

TODAY = date(2026, 6, 23)
ADA = Whom("Ada Lovelace", NameParts(given="Ada", family="Lovelace"))


@pytest.mark.parametrize(
    ("type_", "last", "is_there"),
    [(Type.CO_AUTHOR, "2022-06-23", True), (Type.CO_AUTHOR, "2022-06-22", False), (Type.CO_AUTHOR, "2022", True),
     (Type.CO_AUTHOR, "2021", False), (Type.CO_AUTHOR, "2027", True), (Type.COLLABORATOR, "", True),
     (Type.CO_EDITOR, "2024-06", True), (Type.CO_EDITOR, "2024-05", False), (Type.ADVISOR, "1999", True)],
)  # fmt: skip
def test_how_long_somebody_stays_on_the_list(type_: Type, last: str, is_there: bool) -> None:
    assert bool(rows_of([Sign(1, type_, "", last)], {1: ADA}, TODAY)) is is_there


def test_one_row_for_each_type_with_the_latest_day_and_every_reason() -> None:
    signs = [
        Sign(1, Type.CO_AUTHOR, "A.", "2025"), Sign(1, Type.CO_AUTHOR, "B.", "2026-02"), Sign(2, Type.CO_AUTHOR, "A."),
        Sign(1, Type.COLLABORATOR, "C.", goes_on=True), Sign(1, Type.CO_AUTHOR, "B.", "2024"),
        Sign(2, Type.ADVISOR, "D.", goes_on=True), Sign(3, Type.ADVISOR, "nobody knows who"),
    ]  # fmt: skip
    people = {1: ADA, 2: Whom("Zoë", NameParts(), (), "zoe@x.example")}
    rows = rows_of(signs, people, TODAY)
    assert [(row.table, row.type, row.name, row.last_active) for row in rows] == [
        (3, "G", "Zoë", "2026-06-23"), (4, "A", "Lovelace, Ada", "2026-02"), (4, "A", "Zoë", ""),
        (4, "C", "Lovelace, Ada", "2026-06-23"),
    ]  # fmt: skip
    assert rows[1].sources == ("A.", "B.") and rows[2].optional == "zoe@x.example"


def test_where_they_are_now_or_were_then() -> None:
    lund, eth, cern = Affiliation("Lund", end_on="2020"), Affiliation("ETH", start_on="2020-02", end_on="2024"), None
    assert where_at([lund, eth], "2022-05") == eth and where_at([lund, eth], "2019") == lund
    assert where_at([lund, eth], "") == eth and where_at([], "2022") is cern
    now = Affiliation("CERN")
    assert where_at([lund, now], "2019") == now


def test_names_as_last_and_first() -> None:
    assert last_first("Thảo Nguyễn", NameParts()) == "Nguyễn, Thảo"
    assert last_first("Prof. Jan P. van der Berg", NameParts()) == "van der Berg, Jan P."
    assert last_first("Björk", NameParts(given="Björk")) == "Björk"


def test_months_are_never_cut_short() -> None:
    assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert months_before(TODAY, 48) == date(2022, 6, 23) and months_before(TODAY, 6) == date(2025, 12, 23)
