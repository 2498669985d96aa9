"""`hallway path`: routes in words and as JSON."""

from __future__ import annotations

from tests.cli.conftest import Hallway


def test_path_tells_who_leads_there(hallway: Hallway) -> None:
    hallway("demo")
    found = hallway("path", "Sahel", "Cooling", "Lab", "--json").json
    first = found[0]["steps"]
    assert [(step["from"], step["to"]) for step in first] == [
        ("You", "Adaeze Nwosu"),
        ("Adaeze Nwosu", "Kwabena Asante"),
        ("Kwabena Asante", "Sahel Cooling Lab"),
    ]
    assert first[1]["why"].startswith("Adaeze and Kwabena")
    assert first[2]["why"] == "Kwabena Asante: Director, Sahel Cooling Lab"
    assert len({route["steps"][0]["to"] for route in found}) == len(found)
    told = hallway("path", "kwabena").out
    assert told.startswith("1. You → Adaeze Nwosu → Kwabena Asante\n")
    assert first[0]["why"] in told


def test_path_to_nobody_is_refused_and_to_somebody_far_away_is_empty(hallway: Hallway) -> None:
    hallway("demo", "--people", "20")
    said = hallway("path", "Zeppelin")
    assert (said.code, said.out) == (1, "")
    assert "goes by “Zeppelin”" in said.err
    assert hallway("path").code == 2
