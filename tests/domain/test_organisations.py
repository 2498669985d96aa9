"""What kind of place a name tells by itself."""

from __future__ import annotations

import pytest

from hallway.domain.organisations import KINDS, guess_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ostra University", "university"),
        ("Université d’Aurelle", "university"),
        ("Universität Zürich", "university"),
        ("ETH Zürich", "university"),
        ("Halden Institute of Technology", "university"),
        ("Department of Geography, Ostra University", "department"),
        ("Inverlach Hospital", "hospital"),
        ("Hanbit Earth Observation Lab", "lab"),
        ("Ridderkerk Fund", "funder"),
        ("Royal Society", "learned society"),
        ("Ostra Alumni", "alumni network"),
        ("Montclair Analytics", "company"),
        ("Weberei GmbH", "company"),
        ("City of Valmora", "other"),
        ("Labour Office", "other"),
        ("", "other"),
    ],
)
def test_a_name_tells_the_kind(name: str, kind: str) -> None:
    assert guess_kind(name) == kind
    assert kind in KINDS
