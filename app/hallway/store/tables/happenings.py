"""What happened with people, and what was promised."""

from __future__ import annotations

from peewee import AutoField, BooleanField, CompositeKey, ForeignKeyField, IntegerField, TextField

from hallway.store.tables.events import Event, Session
from hallway.store.tables.people import Person
from hallway.store.tables.table import Table, day, text


class Interaction(Table):
    """One conversation, message, call or meeting, whatever the medium."""

    id = AutoField()
    uid = TextField(unique=True)
    on_day = TextField()
    at_time = text()
    kind = TextField(default="conversation")
    direction = text()
    summary = text()
    minutes = IntegerField(null=True)
    event = ForeignKeyField(Event, null=True, on_delete="SET NULL")
    session = ForeignKeyField(Session, null=True, on_delete="SET NULL")
    logged_at = TextField()

    class Meta:
        indexes = ((("on_day", "at_time", "kind"), False),)


class Participant(Table):
    """Who took part, with a private note each.

    `on_day` and `counts` repeat the interaction's, so that "last in touch" is one look into an index.
    """

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    interaction = ForeignKeyField(Interaction, on_delete="CASCADE")
    note = text()
    on_day = TextField()
    counts = BooleanField(default=True)

    class Meta:
        primary_key = CompositeKey("person", "interaction")
        indexes = ((("person", "counts", "on_day"), False),)


class Promise(Table):
    """Something owed by me or by them; `state` is open, kept or let go."""

    id = AutoField()
    uid = TextField(unique=True)
    person = ForeignKeyField(Person, on_delete="CASCADE")
    by_me = BooleanField(default=True)
    text = TextField()
    made_on = TextField()
    due_on = day()
    interaction = ForeignKeyField(Interaction, null=True, on_delete="SET NULL")
    state = TextField(default="open", index=True)
    closed_on = day()
