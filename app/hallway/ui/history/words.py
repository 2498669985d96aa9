"""What the History page says of a step, of a way, and of something that was let go."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from hallway.domain.changes import EVENT, ORGANISATION, PERSON
from hallway.domain.dates import say_day
from hallway.usecases.history import Step, Way
from hallway.usecases.trash import LetGo

IMPORT = "Imported "
"""What the label of every import begins with; labels are kept in the words they were filed with."""

ICONS = {PERSON: "user", EVENT: "calendar-days", ORGANISATION: "building-2"}


def label_of(step: Step) -> str:
    """What was done."""
    return step.label or t("A change")


def time_of(step: Step) -> str:
    """The time of day where it was done, 14:02."""
    return datetime.fromisoformat(step.at).strftime("%H:%M")


def day_of(step: Step) -> date:
    """The day where it was done."""
    return datetime.fromisoformat(step.at).date()


def where_of(step: Step) -> str:
    """Where it came from; empty when nobody knows."""
    if step.label.startswith(IMPORT):
        return t("Import")
    return {"window": t("Window"), "command line": t("Command line")}.get(step.source, "")


def heading_of(day: date, today: date) -> str:
    """Today, Yesterday, or the day in words."""
    return {0: t("Today"), 1: t("Yesterday")}.get((today - day).days) or say_day(day, today)


def way_words(way: Way) -> str:
    """How far it is: "Takes back 7 steps"."""
    if way.back:
        return _tr("Takes back %n steps", way.back)
    if way.again:
        return _tr("Does %n steps again", way.again)
    return t("The record is as it was after this step")


def went_words(way: Way) -> str:
    """What was done on the way."""
    if way.back:
        return _tr("Took back %n steps", way.back)
    return _tr("Did %n steps again", way.again)


def waits_words(one: LetGo, today: date) -> str:
    """When it was let go and how long it still waits."""
    left = _tr("waits %n more days", one.days_left) if one.days_left else t("waits until the end of today")
    if one.stays:
        left = t("stays while people are or were there")
    return t("Let go on {day}, {left}").format(day=say_day(one.on, today), left=left)


def t(text: str) -> str:
    """In the language of the window."""
    return QCoreApplication.translate("history", text)


def _tr(text: str, number: int) -> str:
    return QCoreApplication.translate("history", text, "", number)
