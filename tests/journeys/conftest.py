"""The record of the made-up network, made once and copied for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hallway.usecases.desk import Desk
from tests.journeys.walking import dress, make_book, open_book


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_book(tmp_path_factory.mktemp("book"))


@pytest.fixture
def desk(book: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """At the time of the made-up network; a window over it is light, and nothing in it moves."""
    dress(qapp)
    made = open_book(book, tmp_path)
    yield made
    made.close()
