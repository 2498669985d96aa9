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
    """One talk, poster session or dinner of an event; `speakers` are their names as written, a line each.

    `end_on` is null when it ends on the day it begins. `called_off`: no longer in the programme, kept for the user.
    """

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
    source_uid = TextField(default="", index=True)
    end_on = day()
    subtitle = text()
    language = text()
    link = text()
    speakers = text()
    notes = text()
    called_off = BooleanField(default=False)


class SessionSpeaker(Table):
    """Who speaks in a session."""

    session = ForeignKeyField(Session, on_delete="CASCADE")
    person = ForeignKeyField(Person, on_delete="CASCADE")

    class Meta:
        primary_key = CompositeKey("session", "person")


class Wish(Table):
    """Somebody the user wants to meet, at an event or (null) at large; `questions` one a line.

    `state` is wanted, met, missed or let go; `through` could introduce them.
    """

    id = AutoField()
    uid = TextField(unique=True)
    person = ForeignKeyField(Person, on_delete="CASCADE")
    event = ForeignKeyField(Event, null=True, on_delete="SET NULL")
    reason = text()
    opener = text()
    questions = text()
    caught_at = text()
    through = ForeignKeyField(Person, null=True, on_delete="SET NULL")
    state = TextField(default="wanted")
    made_on = TextField()
    closed_on = day()
