"""Peewee's queries, run on a step's own connection. Imported with the first write: Peewee takes its time to come up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import apsw
import peewee
from playhouse.apsw_ext import APSWDatabase


class Lent(APSWDatabase):
    """Runs what it is given on a connection that somebody else opened and will close, in a transaction of theirs."""

    def __init__(self, connection: apsw.Connection) -> None:
        super().__init__(None)  # type: ignore[no-untyped-call]
        self._lent = connection

    def execute_sql(self, sql: str, params: Sequence[Any] | None = None) -> apsw.Cursor:
        """SQLite's own errors come through as they are."""
        return self._lent.execute(sql, tuple(params or ()))


def run(query: peewee.Query, connection: apsw.Connection) -> Any:
    """Run a query; for an insert, returns the new id."""
    return query.execute(Lent(connection))
