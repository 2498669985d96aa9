"""What steers the plan and the drafts: pauses, decisions, templates, the user's own profile and settings."""

from __future__ import annotations

from peewee import AutoField, DeferredForeignKey, IntegerField, TextField

from hallway.store.tables.table import Table, day, text


class ImportRun(Table):
    """One import, for "last import" as a filter."""

    id = AutoField()
    source = text()
    at = TextField()


class WaitingRow(Table):
    """Somebody of a file about whom the user decides later; `record` is the person as JSON."""

    id = AutoField()
    file = text()
    kind = TextField()
    record = TextField()
    since = TextField()


class Pause(Table):
    """Days on which no check-in is placed: for everybody (`person` null) or for one person.

    Days off of a calendar file have its name as their `source`.
    """

    id = AutoField()
    person = DeferredForeignKey("Person", null=True, on_delete="CASCADE")
    start_on = TextField()
    end_on = TextField()
    reason = text()
    source = text()


class Decision(Table):
    """What the user decided about an item on Today: snoozed until a day, or not needed (`until_on` null)."""

    id = AutoField()
    kind = TextField()
    subject_id = IntegerField()
    until_on = day()
    made_on = TextField()

    class Meta:
        indexes = ((("kind", "subject_id"), True),)


class Template(Table):
    """A message with merge fields."""

    id = AutoField()
    purpose = TextField()
    language = TextField(default="en")
    title = text()
    body = TextField()
    relation = text()
    channel = text()
    subject = text()


class Profile(Table):
    """The user, in one row with id 1."""

    id = AutoField()
    name = text()
    pronouns = text()
    degree = text()
    university = text()
    email = text()
    link = text()
    introduction = text()


class Setting(Table):
    """One choice of the user's that belongs to the record (so that undo covers it)."""

    key = TextField(primary_key=True)
    value = TextField()
