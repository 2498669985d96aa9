"""Approaching somebody: outreach, the questions one asks, introductions, and whom one turns to for what."""

from __future__ import annotations

from peewee import AutoField, BooleanField, CompositeKey, ForeignKeyField, IntegerField, TextField

from hallway.store.tables.happenings import Interaction
from hallway.store.tables.people import Person
from hallway.store.tables.table import Table, day, text


class QuestionSet(Table):
    """Questions that go together."""

    id = AutoField()
    name = TextField()
    position = IntegerField(default=0)


class Question(Table):
    """One question of a set."""

    id = AutoField()
    question_set = ForeignKeyField(QuestionSet, on_delete="CASCADE")
    text = TextField()
    position = IntegerField(default=0)


class Outreach(Table):
    """An approach to one person. `through` referred the user to them; each step's day is null until it is taken.

    `repeated_on`: written to once more; `told_on`: they heard what came of it; `interaction` is the talk, once held.
    """

    id = AutoField()
    uid = TextField(unique=True)
    person = ForeignKeyField(Person, on_delete="CASCADE")
    purpose = TextField()
    channel = text()
    state = TextField(default="idea", index=True)
    reason = text()
    hope = text()
    through = ForeignKeyField(Person, null=True, on_delete="SET NULL")
    position = IntegerField(default=0)
    made_on = TextField()
    asked_on = day()
    repeated_on = day()
    answered_on = day()
    agreed_on = day()
    meet_on = day()
    meet_time = text()
    meet_zone = text()
    meet_place = text()
    minutes = IntegerField(default=20)
    talked_on = day()
    thanked_on = day()
    told_on = day()
    referrer_told_on = day()
    closed_on = day()
    outcome = text()
    notes = text()
    interaction = ForeignKeyField(Interaction, null=True, on_delete="SET NULL")


class Answer(Table):
    """A question chosen for one approach, in its own words, and what they said."""

    id = AutoField()
    outreach = ForeignKeyField(Outreach, on_delete="CASCADE")
    question = TextField()
    note = text()
    asked = BooleanField(default=False)
    position = IntegerField(default=0)


class Named(Table):
    """Somebody whom the other person named in a talk."""

    person = ForeignKeyField(Person, on_delete="CASCADE")
    outreach = ForeignKeyField(Outreach, on_delete="CASCADE")

    class Meta:
        primary_key = CompositeKey("person", "outreach")


class Introduction(Table):
    """Two people made known to each other: by the user (`connector` null), or the user to `second` (`first` null)."""

    id = AutoField()
    uid = TextField(unique=True)
    connector = ForeignKeyField(Person, null=True, on_delete="CASCADE")
    first = ForeignKeyField(Person, null=True, on_delete="CASCADE")
    second = ForeignKeyField(Person, on_delete="CASCADE")
    state = TextField(default="idea", index=True)
    reason = text()
    first_blurb = text()
    second_blurb = text()
    first_answer = text()
    second_answer = text()
    made_on = TextField()
    first_asked_on = day()
    second_asked_on = day()
    introduced_on = day()
    thanked_on = day()
    told_on = day()
    closed_on = day()
    outcome = text()


class Need(Table):
    """What one turns to others for; `next_ask` is the next small thing to ask."""

    id = AutoField()
    name = TextField()
    position = IntegerField(default=0)
    next_ask = text()
    next_on = day()


class NeedPerson(Table):
    """Who helps with what."""

    need = ForeignKeyField(Need, on_delete="CASCADE")
    person = ForeignKeyField(Person, on_delete="CASCADE")

    class Meta:
        primary_key = CompositeKey("need", "person")
