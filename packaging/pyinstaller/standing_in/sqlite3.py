"""Stands in for Python's own sqlite3 in a packaged Hallway, which has one SQLite in it: that of apsw.

Peewee asks it for the few things below while it is imported, and opens nothing with it.
"""

from __future__ import annotations

from typing import Any

import apsw

Binary = memoryview
sqlite_version = apsw.sqlite_lib_version()
sqlite_version_info = tuple(map(int, sqlite_version.split(".")))


def register_adapter(kind: type, adapter: Any) -> None:
    """Nothing is read or written through here, so there is nothing to adapt."""


def register_converter(name: str, converter: Any) -> None:
    """The same the other way."""


def connect(*_: object, **__: object) -> None:
    """Refuse: there is another door to the record."""
    raise RuntimeError("Hallway opens files through apsw alone.")
