"""The connection profile, and that the models and the migrated schema are one and the same."""

from __future__ import annotations

import ast
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import apsw
import peewee
import pytest
from playhouse.apsw_ext import APSWDatabase

import hallway.store
from hallway.store.database import JOURNAL_MODE, PROFILE, Database, open_in_memory
from hallway.store.tables import RECORDED
from hallway.usecases import people
from hallway.usecases.desk import Desk
from tests.makers import add_person

STORE = Path(hallway.store.__file__).parent

PROMISED = {
    "foreign_keys": 1, "trusted_schema": 0, "synchronous": 2, "busy_timeout": 5000, "mmap_size": 0, "temp_store": 2,
    "cell_size_check": 1, "secure_delete": 1, "journal_mode": "wal",
}  # fmt: skip
"""Written out once more on purpose: a weaker setting has to be changed in two places."""


def settings_of(database: Database) -> dict[str, Any]:
    return {name: database.connection.pragma(name) for name in [*PROFILE, "journal_mode"]}


def test_every_setting_reads_back_on_every_thread(filed: Desk) -> None:
    def on_another_thread() -> dict[str, Any]:
        found = settings_of(filed.database)
        filed.database.close_thread()
        return found

    expected = {**PROFILE, "journal_mode": JOURNAL_MODE}
    assert PROMISED.items() <= expected.items()
    assert settings_of(filed.database) == expected
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda _: on_another_thread(), range(4))) == [expected] * 4


def test_threads_have_connections_of_their_own(filed: Desk) -> None:
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(lambda: filed.database.connection).result()
        assert other is not filed.database.connection
        pool.submit(filed.database.close_thread).result()


def test_what_one_thread_writes_another_reads(filed: Desk) -> None:
    with ThreadPoolExecutor(1) as pool:
        id_ = pool.submit(add_person, filed, "Ada Lovelace").result()
        pool.submit(filed.database.close_thread).result()
    assert filed.ask(people.person, id_).name == "Ada Lovelace"


def test_the_engine_is_free_of_the_journal_reset_bug() -> None:
    assert tuple(map(int, apsw.sqlite_lib_version().split("."))) >= (3, 51, 3)


def described(connection: apsw.Connection, table: str) -> dict[str, Any]:
    """Columns, indexes and foreign keys, in an order of their own."""
    columns = {(name, type_, required, key) for _, name, type_, required, _, key in connection.execute(
        "SELECT * FROM pragma_table_info(?)", (table,))}  # fmt: skip
    indexes = {
        (
            unique,
            origin,
            tuple(name for (name,) in connection.execute("SELECT name FROM pragma_index_info(?)", (index,))),
        )
        for _, index, unique, origin, _ in connection.execute("SELECT * FROM pragma_index_list(?)", (table,))
    }
    return {"columns": columns, "indexes": indexes}


@pytest.fixture(scope="module")
def modelled() -> APSWDatabase:
    """The schema as the models would make it."""
    database = APSWDatabase(":memory:")
    with database.bind_ctx(RECORDED):
        database.create_tables(RECORDED, safe=False)
    return database


@pytest.mark.parametrize("table", RECORDED, ids=lambda table: table._meta.table_name)
def test_models_equal_the_schema(table: type[peewee.Model], modelled: APSWDatabase) -> None:
    name = table._meta.table_name
    made = described(open_in_memory().connection, name)
    assert made["columns"]
    assert made == described(modelled.connection(), name)


@pytest.mark.parametrize("table", RECORDED, ids=lambda table: table._meta.table_name)
def test_foreign_keys_equal_the_schema(table: type[peewee.Model]) -> None:
    """Compared with the models themselves: Peewee cannot write down a key to a table that is yet to come."""
    rows = open_in_memory().rows("SELECT * FROM pragma_foreign_key_list(?)", (table._meta.table_name,))
    modelled = {
        (key.rel_model._meta.table_name, key.column_name, key.rel_field.column_name, key.on_delete)
        for key in table._meta.refs
    }
    assert {(other, column, to, on_delete) for _, _, other, column, to, _, on_delete, _ in rows} == modelled


def test_every_table_is_recorded_derived_or_bookkeeping() -> None:
    rows = open_in_memory().rows(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')"
    )
    names = {name for (name,) in rows} - {"sqlite_schema", "sqlite_sequence"}
    derived = {"glance", "person_words", "moment_words", "event_words"}
    bookkeeping = {"change", "calendar_entry", "planned_day", "choice", "published", "map_place", "draft"}
    assert names == {table._meta.table_name for table in RECORDED} | derived | bookkeeping


def test_every_recorded_table_has_a_primary_key() -> None:
    """Without one the session extension records nothing, silently."""
    database = open_in_memory()
    for table in RECORDED:
        keys = database.rows("SELECT 1 FROM pragma_table_info(?) WHERE pk > 0", (table._meta.table_name,))
        assert keys, table


def test_ids_are_never_used_again(desk: Desk) -> None:
    first = add_person(desk)
    desk.undo()
    assert add_person(desk) > first


def test_nothing_is_read_through_the_models() -> None:
    """What is never selected cannot leak: models only insert and update."""
    for file in STORE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                called = ast.unparse(node.func)
                assert not (called.startswith("tables.") and called.endswith((".select", ".get", ".get_by_id"))), called
