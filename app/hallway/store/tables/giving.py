"""Opportunities, letters, things to share, favours and projects."""

from __future__ import annotations

from peewee import AutoField, CompositeKey, ForeignKeyField, IntegerField, TextField

from hallway.store.tables.happenings import Interaction
from hallway.store.tables.people import Organisation, Person, Topic
from hallway.store.tables.table import Table, day, text


class Opportunity(Table):
    """A job, project, grant or the like, up to `deadline` (null without one; its time is empty for a whole day)."""

    id = AutoField()
    uid = TextField(unique=True)
    title = TextField()
    kind = TextField(default="job")
    organisation = ForeignKeyField(Organisation, null=True, on_delete="SET NULL")
    deadline = day()
    deadline_time = text()
    link = text()
    state = TextField(default="looking", index=True)
    notes = text()
    added_on = TextField()
    closed_on = day()
    outcome = text()


class OpportunityTopic(Table):
    """What an opportunity is about."""

    opportunity = ForeignKeyField(Opportunity, on_delete="CASCADE")
    topic = ForeignKeyField(Topic, on_delete="CASCADE")

    class Meta:
        primary_key = CompositeKey("opportunity", "topic")


class OpportunityPerson(Table):
    """Who has a part in it: told me, works there, refers me, recommends me."""

    opportunity = ForeignKeyField(Opportunity, on_delete="CASCADE")
    person = ForeignKeyField(Person, on_delete="CASCADE")
    part = TextField()
    note = TextField(default="")

    class Meta:
        primary_key = CompositeKey("opportunity", "person", "part")


class OpportunityStep(Table):
    """A small step towards it."""

    id = AutoField()
    opportunity = ForeignKeyField(Opportunity, on_delete="CASCADE")
    text = TextField()
    due_on = day()
    done_on = day()
    position = IntegerField(default=0)


class Letter(Table):
    """A recommendation letter; `person` writes it (null while nobody is chosen), `knows` what they know of the user."""

    id = AutoField()
    uid = TextField(unique=True)
    person = ForeignKeyField(Person, null=True, on_delete="SET NULL")
    purpose = TextField()
    knows = text()
    opportunity = ForeignKeyField(Opportunity, null=True, on_delete="SET NULL")
    state = TextField(default="idea", index=True)
    made_on = TextField()
    asked_on = day()
    agreed_on = day()
    materials_on = day()
    thanked_on = day()
    told_on = day()
    closed_on = day()
    outcome = text()
    notes = text()


class Addressee(Table):
    """To whom a letter goes, how, and by when."""

    id = AutoField()
    letter = ForeignKeyField(Letter, on_delete="CASCADE")
    name = TextField()
    how = text()
    deadline = day()
    sent_on = day()
    position = IntegerField(default=0)


class Resource(Table):
    """An article, call, opening or idea worth sharing."""

    id = AutoField()
    uid = TextField(unique=True)
    title = TextField()
    kind = TextField(default="article")
    link = text()
    text = TextField(default="")
    authors = TextField(default="")
    added_on = TextField()


class ResourceTopic(Table):
    """What a thing to share is about."""

    resource = ForeignKeyField(Resource, on_delete="CASCADE")
    topic = ForeignKeyField(Topic, on_delete="CASCADE")

    class Meta:
        primary_key = CompositeKey("resource", "topic")


class Favour(Table):
    """Something given, received or offered; `resource` is what was shared."""

    id = AutoField()
    uid = TextField(unique=True)
    person = ForeignKeyField(Person, on_delete="CASCADE")
    direction = TextField()
    kind = TextField()
    text = TextField(default="")
    on_day = TextField(index=True)
    resource = ForeignKeyField(Resource, null=True, on_delete="SET NULL")
    interaction = ForeignKeyField(Interaction, null=True, on_delete="SET NULL")


class Project(Table):
    """Something done together; `start_on` and `end_on` are partial dates."""

    id = AutoField()
    uid = TextField(unique=True)
    title = TextField()
    state = TextField(default="running")
    start_on = text()
    end_on = text()
    next_step = text()
    next_on = day()
    link = text()
    notes = text()


class ProjectPerson(Table):
    """Who is in a project, and as what."""

    project = ForeignKeyField(Project, on_delete="CASCADE")
    person = ForeignKeyField(Person, on_delete="CASCADE")
    role = text()

    class Meta:
        primary_key = CompositeKey("project", "person")
