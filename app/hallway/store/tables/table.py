"""What all tables share: identity, text that is never null, and plain dates kept as ISO text."""

from __future__ import annotations

from peewee import Model, SqliteDatabase, TextField


class Table(Model):
    """Base of every table; queries are bound to a connection only when they run (`Work.run`)."""

    class Meta:
        database = SqliteDatabase(None)
        legacy_table_names = False


def text() -> TextField[str]:
    """A text column that is empty rather than null."""
    return TextField(default="")


def day() -> TextField[str | None]:
    """A calendar day as ISO text; null where there is none."""
    return TextField(null=True)
