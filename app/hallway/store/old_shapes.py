"""Records as the first Hallway made them, so that a program can show on a machine that it brings them up."""

from __future__ import annotations

from pathlib import Path

import apsw

from hallway.store.database import APPLICATION_ID, told, transaction
from hallway.store.schema import MIGRATIONS

OLDEST = 1


def make(path: Path, name: str) -> None:
    """Make a file of the first shape with one organisation of this name in it. Raises `FileTrouble` or `DiskFull`."""
    with told(path):
        connection = apsw.Connection(str(path))
        try:
            with transaction(connection):
                for statements in MIGRATIONS[OLDEST - 1]:
                    connection.execute(statements)
                _put(connection, name)
                connection.pragma("application_id", APPLICATION_ID)
                connection.pragma("user_version", OLDEST)
        finally:
            connection.close()


def _put(connection: apsw.Connection, name: str) -> None:
    columns = [row[0] for row in connection.execute("SELECT name FROM pragma_table_info('organisation')")]
    values = {"id": 7, "uid": "the-first", "name": name, "folded": name.lower(), "parent_id": None}
    marks = ", ".join("?" * len(columns))
    row = [values.get(column, "") for column in columns]
    connection.execute(f"INSERT INTO organisation ({', '.join(columns)}) VALUES ({marks})", row)
