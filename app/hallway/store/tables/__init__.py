"""The Peewee models, private to `store`. The schema itself is made by `store/schema`; a test compares the two.

They are brought in when the first of them is asked for, which is with the first write: reading needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hallway.store.tables.models import (
        RECORDED,
        Achievement,
        Affiliation,
        CustomField,
        Decision,
        Event,
        EventTopic,
        ForeignUid,
        Group,
        GroupMember,
        ImportRun,
        Interaction,
        Membership,
        NotSame,
        Organisation,
        Participant,
        Pause,
        Person,
        PersonEmail,
        PersonField,
        PersonPhone,
        PersonPhoto,
        PersonProfile,
        PersonSpelling,
        PersonTopic,
        Profile,
        Promise,
        SavedView,
        Session,
        SessionSpeaker,
        Setting,
        Table,
        Template,
        Tie,
        Topic,
        Wish,
    )


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"there is no table called {name}")
    from hallway.store.tables import models

    return getattr(models, name)


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
