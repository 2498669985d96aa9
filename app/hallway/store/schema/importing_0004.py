"""Shape 4: people of files about whom the user decides later. Frozen: a change of it is a new shape."""

from __future__ import annotations

WAITING = """
    CREATE TABLE "waiting_row" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "file" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "record" TEXT NOT NULL,
        "since" TEXT NOT NULL
    );
"""

STATEMENTS = (WAITING,)
