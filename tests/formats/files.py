"""Where the sample files of these tests are: our own, and real ones that are only there on some machines."""

from __future__ import annotations

from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
REAL = Path(__file__).resolve().parents[3] / "shared" / "data"


def sample(name: str) -> bytes:
    """The bytes of one of our own samples."""
    return (SAMPLES / name).read_bytes()


def real_files(*patterns: str) -> list[object]:
    """Parameters for every real file that fits, or one that skips with the reason."""
    found = sorted(path for pattern in patterns for path in REAL.glob(pattern))
    if not found:
        return [pytest.param(None, marks=pytest.mark.skip(reason="the collection of real files is not here"))]
    return [pytest.param(path, id=path.name) for path in found]
