"""What is said of a copy."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from hallway.domain.backups import Backup, Why
from hallway.domain.dates import say_day


def made_at(copy: Backup, now: datetime) -> str:
    """The day and the time: "Today, 09:15"."""
    there = copy.made_at.astimezone(now.tzinfo)
    day = _t("today") if there.date() == now.date() else say_day(there.date(), now.date())
    return f"{day[:1].upper()}{day[1:]}, {there:%H:%M}"


def holds(copy: Backup) -> str:
    """How much there is in it."""
    people = _tr("%n people", "", copy.counts.get("people", 0))
    return _tr("{people}, %n conversations", "", copy.counts.get("conversations", 0)).format(people=people)


def made_for(why: Why) -> str:
    """What it was made for."""
    words = {
        Why.DAILY: _t("of the day"),
        Why.IMPORT: _t("before an import"),
        Why.MERGE: _t("before a merge"),
        Why.MIGRATION: _t("before Hallway changed its format"),
        Why.RESTORE: _t("before going back to a copy"),
        Why.ASKED: _t("made by you"),
    }
    return words[why]


def _tr(text: str, hint: str, number: int) -> str:
    return QCoreApplication.translate("copies", text, hint, number)


def _t(text: str) -> str:
    return QCoreApplication.translate("copies", text)
