"""What every test of the window shares: no screen, and a dressed application.

That any Qt warning fails a test is set once for all tests, in pyproject.toml.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import count

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from hallway.ui.frame.plurals import EnglishPlurals
from hallway.ui.theme import theme

FROZEN_EVERY = 50
"""After so many tests, what they have imported is no longer looked through when memory is tidied."""
_TIDIED = count(1)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Name the application the fixture of pytest-qt creates."""
    return ["hallway-tests"]


@pytest.fixture(scope="session")
def plurals(qapp: QApplication) -> EnglishPlurals:
    """One of something reads as one, as in the app itself."""
    translator = EnglishPlurals(qapp)
    qapp.installTranslator(translator)
    return translator


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, plurals: EnglishPlurals) -> Iterator[QApplication]:
    """Dress the application in the light theme without motion; let go of everything afterwards."""
    theme.apply(qapp, "light")
    theme.choose_motion(False)
    yield qapp
    theme.apply(qapp, "light")
    theme.choose_density("comfortable")
    qapp.processEvents()
    gc.collect()
    if next(_TIDIED) % FROZEN_EVERY == 0:
        gc.freeze()


@pytest.fixture(params=["light", "dark"])
def theme_choice(request: pytest.FixtureRequest, dressed: QApplication) -> str:
    """Run a test in the light and in the dark theme."""
    theme.choose_theme(request.param)
    return str(request.param)
