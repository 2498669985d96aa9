"""`hallway import` of a file that its reader does not survive: told in words, and nothing was changed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hallway.usecases import reading_apart
from tests.cli.conftest import Hallway

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nEND:VCARD\n"
ADDED = {"added": {"people": 1}}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_f17_what_its_reader_dies_of_changes_nothing(
    hallway: Hallway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = tmp_path / "ada.vcf"
    card.write_text(CARD, encoding="utf-8")
    with monkeypatch.context() as broken:
        broken.setattr(reading_apart, "FUNCTION", "tests.usecases.reading_acts:fall_silent")
        said = hallway("import", card)
    assert said.code == 1
    assert said.out == ""
    assert "took more room or time than Hallway gives a file. Nothing was changed. Choose a smaller file" in said.err
    assert hallway("find", "Ada", "--json").json == []
    assert hallway("import", card, "--json").json.items() >= ADDED.items()
