"""People, the organisations they belong to, and what ties them together."""

from __future__ import annotations

from peewee import (
    SQL,
    AutoField,
    BlobField,
    BooleanField,
    CompositeKey,
    DeferredForeignKey,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from hallway.store.tables.planning import ImportRun
from hallway.store.tables.table import Table, day, text


class Organisation(Table):
    """A place of work or study, a funder, a society, a group online."""

    id = AutoField()
    uid = TextField(unique=True)
    name = TextField()
    folded = TextField(index=True)
    kind = TextField(default="other")
    parent = ForeignKeyField("self", null=True, on_delete="SET NULL")
    place = text()
    web = text()
    ror = text()
    notes = text()
    let_go_on = day()


class Topic(Table):
    """An interest or a field."""

    id = AutoField()
    name = TextField()
    folded = TextField(unique=True)


class Group(Table):
    """The user's own set of people; may carry a rhythm for all of them."""

    id = AutoField()
    name = TextField()
    folded = TextField(unique=True)
    rhythm_days = IntegerField(null=True)
    position = IntegerField(default=0)


class Person(Table):
    """One person. `standing` is active, archived or let go; `known` is false for somebody not yet met."""

    id = AutoField()
    uid = TextField(unique=True)
    name = TextField()
    given = text()
    family = text()
    additional = text()
    prefix = text()
    suffix = text()
    nickname = text()
    phonetic = text()
    pronouns = text()
    place = text()
    time_zone = text()
    languages = text()
    birthday = text()
    notes = text()
    unknown = text()
    rhythm_days = IntegerField(null=True)
    check_in_on = day()
    check_in_set_on = day()
    met_on = text()
    met_event = DeferredForeignKey("Event", null=True, on_delete="SET NULL")
    met_session = DeferredForeignKey("Session", null=True, on_delete="SET NULL")
    met_how = text()
    introduced_by = ForeignKeyField("self", null=True, on_delete="SET NULL")
    known = BooleanField(default=True)
    standing = TextField(default="active")
    let_go_on = day()
    added_on = TextField()
    import_run = ForeignKeyField(ImportRun, null=True, on_delete="SET NULL")


class PersonEmail(Table):
    """A mail address of a person, in the person's own order."""

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="CASCADE")
    position = IntegerField(default=0)
    address = TextField()
    label = text()


class PersonPhone(Table):
    """A telephone number as written."""

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="CASCADE")
    position = IntegerField(default=0)
    number = TextField()
    label = text()


class PersonProfile(Table):
    """A page of the person's elsewhere."""

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="CASCADE")
    position = IntegerField(default=0)
    kind = TextField()
    url = TextField()


class ForeignUid(Table):
    """A number that another program's file gave to the person."""

    person = ForeignKeyField(Person, on_delete="CASCADE")
    uid = TextField(index=True)

    class Meta:
        primary_key = CompositeKey("person", "uid")


class PersonSpelling(Table):
    """Another spelling of the person's name, met in a file."""

    person = ForeignKeyField(Person, on_delete="CASCADE")
    name = TextField()

    class Meta:
        primary_key = CompositeKey("person", "name")


class PersonPhoto(Table):
    """A picture, already made small and cleaned of hidden data."""

    person = ForeignKeyField(Person, on_delete="CASCADE", primary_key=True)
    data = BlobField()


class PersonCard(Table):
    """A picture of the person's card or badge, made small enough and cleaned of hidden data."""

    person = ForeignKeyField(Person, on_delete="CASCADE", primary_key=True)
    data = BlobField()


class Affiliation(Table):
    """Where a person works or worked; start and end are partial dates. "Now" is a query, never a column."""

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="CASCADE")
    organisation = ForeignKeyField(Organisation, on_delete="CASCADE")
    role = text()
    unit = text()
    start_on = text()
    end_on = text()
    current_as_of = text()
    position = IntegerField(default=0)


class Tie(Table):
    """How two people stand to each other, beside what they share."""

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="CASCADE")
    other = ForeignKeyField(Person, on_delete="CASCADE")
    kind = TextField()
    since = text()
    until = text()
    source = text()

    class Meta:
        constraints = (SQL("CHECK (person_id <> other_id)"),)


class MyTie(Table):
    """How somebody stands to the user, for funders' lists of conflicts; the dates are partial."""

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="CASCADE")
    kind = TextField()
    since = text()
    until = text()
    note = text()


class NotSame(Table):
    """Two people of whom the user said that they are not one; the smaller id first."""

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="CASCADE")
    other = ForeignKeyField(Person, on_delete="CASCADE")

    class Meta:
        constraints = (SQL("CHECK (person_id < other_id)"),)
        indexes = ((("person", "other"), True),)


class CustomField(Table):
    """Something the user wants to know about people: a text, a day or one of `choices` (a JSON list)."""

    id = AutoField()
    name = TextField()
    folded = TextField(unique=True)
    kind = TextField(default="text")
    choices = TextField(default="[]")
    position = IntegerField(default=0)


class PersonField(Table):
    """What a custom field says of a person; days as partial dates."""

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="CASCADE")
    field = ForeignKeyField(CustomField, on_delete="CASCADE")
    value = TextField()

    class Meta:
        indexes = ((("person", "field"), True),)


class SavedView(Table):
    """A list of people under a name; `chosen` is its filter as JSON."""

    id = AutoField()
    name = TextField()
    folded = TextField(unique=True)
    chosen = TextField()
    position = IntegerField(default=0)


class Achievement(Table):
    """Something to congratulate on, or (`person` null) the user's own; `on_day` is a partial date."""

    id = AutoField()
    uid = TextField(unique=True)
    person = ForeignKeyField(Person, null=True, on_delete="CASCADE")
    kind = TextField()
    title = TextField()
    on_day = text()
    seen_on = TextField()
    link = text()
    notes = text()


class Membership(Table):
    """The user's own part in an organisation; start and end are partial dates."""

    id = AutoField()
    organisation = ForeignKeyField(Organisation, on_delete="CASCADE")
    role = text()
    start_on = text()
    end_on = text()
    notes = text()
    contribution = text()
    next_on = day()
    next_what = text()


class PersonTopic(Table):
    """What a person is interested in."""

    person = ForeignKeyField(Person, on_delete="CASCADE")
    topic = ForeignKeyField(Topic, on_delete="CASCADE")

    class Meta:
        primary_key = CompositeKey("person", "topic")


class GroupMember(Table):
    """Who belongs to a group."""

    group = ForeignKeyField(Group, on_delete="CASCADE")
    person = ForeignKeyField(Person, on_delete="CASCADE")

    class Meta:
        primary_key = CompositeKey("group", "person")
