"""All models under one name, and which of them are history."""

from __future__ import annotations

from hallway.store.tables.events import Event, EventTopic, Session, SessionSpeaker, Wish
from hallway.store.tables.happenings import Interaction, Participant, Promise
from hallway.store.tables.people import (
    Achievement,
    Affiliation,
    CustomField,
    ForeignUid,
    Group,
    GroupMember,
    Membership,
    NotSame,
    Organisation,
    Person,
    PersonEmail,
    PersonField,
    PersonPhone,
    PersonPhoto,
    PersonProfile,
    PersonSpelling,
    PersonTopic,
    SavedView,
    Tie,
    Topic,
)
from hallway.store.tables.planning import Decision, ImportRun, Pause, Profile, Setting, Template
from hallway.store.tables.table import Table

RECORDED: tuple[type[Table], ...] = (
    Organisation, Topic, Group, ImportRun, Event, EventTopic, Session, Person, SessionSpeaker, PersonEmail,
    PersonPhone, PersonProfile, ForeignUid, PersonSpelling, PersonPhoto, Affiliation, Tie, PersonTopic, GroupMember,
    Interaction, Participant, Promise, Pause, Decision, Template, Profile, Setting,
    CustomField, PersonField, SavedView, NotSame, Achievement, Membership, Wish,
)  # fmt: skip
"""Tables whose changes are history: what undo takes back and redo does again."""

__all__ = [
    "RECORDED",
    "Achievement",
    "Affiliation",
    "CustomField",
    "Decision",
    "Event",
    "EventTopic",
    "ForeignUid",
    "Group",
    "GroupMember",
    "ImportRun",
    "Interaction",
    "Membership",
    "NotSame",
    "Organisation",
    "Participant",
    "Pause",
    "Person",
    "PersonEmail",
    "PersonField",
    "PersonPhone",
    "PersonPhoto",
    "PersonProfile",
    "PersonSpelling",
    "PersonTopic",
    "Profile",
    "Promise",
    "SavedView",
    "Session",
    "SessionSpeaker",
    "Setting",
    "Table",
    "Template",
    "Tie",
    "Topic",
    "Wish",
]  # fmt: skip
