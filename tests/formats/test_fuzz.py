"""Two hundred damaged files for each reader: none brings an error out, none takes long. `make soak` reads thousands."""

from __future__ import annotations

import pytest

from tests.formats import damaged
from tests.tiers import FUZZ


@pytest.mark.parametrize("name", damaged.IMPORTERS)
def test_damaged_files_are_read_or_refused(name: str) -> None:
    if damaged.reader(name) is None:
        pytest.skip("there is no such reader yet")
    usable, _ = damaged.campaign(name, FUZZ.change)
    assert usable or damaged.seeds(name) == damaged.NO_SEEDS, "nothing at all was read"


def test_a_campaign_tells_what_broke(monkeypatch: pytest.MonkeyPatch) -> None:
    """It fails with the seed when a reader lets an error out, or takes long."""
    monkeypatch.setattr(damaged, "reader", lambda name: lambda data: int("x"))
    with pytest.raises(AssertionError, match="vcf 0: ValueError"):
        damaged.campaign("vcf", 1)
    monkeypatch.setattr(damaged, "reader", lambda name: lambda data: None)
    monkeypatch.setattr(damaged, "LIMIT", 0.0)
    with pytest.raises(AssertionError, match=r"vcf 0, \d+ bytes, took 0\.\d\d s of processor"):
        damaged.campaign("vcf", 1)


def test_the_same_seed_makes_the_same_file() -> None:
    files = [b"BEGIN:VCARD\nFN:Ada\nEND:VCARD\n", b"a,b\n"]
    made = [damaged.damaged(damaged.Random(seed), files) for seed in range(50)]
    assert made == [damaged.damaged(damaged.Random(seed), files) for seed in range(50)]
    assert len(set(made)) > 25
