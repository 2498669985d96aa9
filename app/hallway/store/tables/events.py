"""Events and their sessions."""

from __future__ import annotations

from peewee import AutoField, BooleanField, CompositeKey, ForeignKeyField, TextField

from hallway.store.tables.people import Person, Topic
from hallway.store.tables.table import Table, day, text


class Event(Table):
    """Something one goes to. `start_on` and `end_on` are days; the times are empty for whole days."""

    id = AutoField()
    uid = TextField(unique=True)
    source_uid = TextField(default="", index=True)
    title = TextField()
    kind = TextField(default="other")
    start_on = TextField()
    end_on = TextField()
    start_time = text()
    end_time = text()
    time_zone = text()
    venue = text()
    link = text()
    organiser = text()
    series = text()
    status = TextField(default="planned")
    notes = text()
    let_go_on = day()


class EventTopic(Table):
    """What an event is about."""

    event = ForeignKeyField(Event, on_delete="CASCADE")
    topic = ForeignKeyField(Topic, on_delete="CASCADE")

    class Meta:
        primary_key = CompositeKey("event", "topic")


class Session(Table):
    """One talk, poster session or dinner of an event."""

    id = AutoField()
    uid = TextField(unique=True)
    event = ForeignKeyField(Event, on_delete="CASCADE")
    title = TextField()
    on_day = TextField()
    start_time = text()
    end_time = text()
    room = text()
    track = text()
    abstract = text()
    kind = TextField(default="talk")
    starred = BooleanField(default=False)
    mine = BooleanField(default=False)


class SessionSpeaker(Table):
    """Who speaks in a session."""

    session = ForeignKeyField(Session, on_delete="CASCADE")
    person = ForeignKeyField(Person, on_delete="CASCADE")

    class Meta:
        primary_key = CompositeKey("session", "person")
