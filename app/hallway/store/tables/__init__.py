"""The Peewee models, private to `store`. The schema itself is made by `store/schema`; a test compares the two.

They are brought in when the first of them is asked for, which is with the first write: reading needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hallway.store.tables.models import (
        RECORDED,
        Affiliation,
        Decision,
        Event,
        EventTopic,
        ForeignUid,
        Group,
        GroupMember,
        ImportRun,
        Interaction,
        Organisation,
        Participant,
        Pause,
        Person,
        PersonEmail,
        PersonPhone,
        PersonPhoto,
        PersonProfile,
        PersonSpelling,
        PersonTopic,
        Profile,
        Promise,
        Session,
        SessionSpeaker,
        Setting,
        Table,
        Template,
        Tie,
        Topic,
    )


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"there is no table called {name}")
    from hallway.store.tables import models

    return getattr(models, name)


__all__ = [
    "RECORDED",
    "Affiliation",
    "Decision",
    "Event",
    "EventTopic",
    "ForeignUid",
    "Group",
    "GroupMember",
    "ImportRun",
    "Interaction",
    "Organisation",
    "Participant",
    "Pause",
    "Person",
    "PersonEmail",
    "PersonPhone",
    "PersonPhoto",
    "PersonProfile",
    "PersonSpelling",
    "PersonTopic",
    "Profile",
    "Promise",
    "Session",
    "SessionSpeaker",
    "Setting",
    "Table",
    "Template",
    "Tie",
    "Topic",
]  # fmt: skip
