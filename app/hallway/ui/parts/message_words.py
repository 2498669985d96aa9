"""What messages, tones and channels are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from hallway.domain.messages import Channel, Purpose, Relation

K = TypeVar("K", bound=StrEnum)


def purpose_words() -> Mapping[Purpose, str]:
    """What one writes for, in the order of a list."""
    return {
        Purpose.FIRST: _t("First message after an event"),
        Purpose.CHECK_IN: _t("A check-in"),
        Purpose.REVIVE: _t("A hello after a long time"),
        Purpose.CONGRATULATION: _t("Congratulations"),
        Purpose.UPDATE: _t("News for a mentor"),
        Purpose.SHARE: _t("Something they would want"),
        Purpose.THANKS_TALK: _t("Thanks for a talk"),
        Purpose.THANKS_INTERVIEW: _t("Thanks for an interview"),
        Purpose.THANKS_INTRODUCTION: _t("Thanks for an introduction"),
        Purpose.THANKS_FAVOUR: _t("Thanks for a favour"),
        Purpose.REQUEST: _t("Asking for an interview"),
        Purpose.AGAIN: _t("Asking once more"),
        Purpose.OUTCOME: _t("What came of their advice"),
        Purpose.INTRODUCTION_REQUEST: _t("Asking for an introduction"),
        Purpose.MAY_I_FIRST: _t("May I introduce you? (the first)"),
        Purpose.MAY_I_SECOND: _t("May I introduce you? (the second)"),
        Purpose.INTRODUCTION: _t("Introducing two people"),
        Purpose.BLURB: _t("Words about you, to forward"),
        Purpose.REFERRER: _t("How it went, for who led you there"),
        Purpose.LETTER: _t("Asking for a letter"),
    }


def relation_words() -> Mapping[Relation, str]:
    """How the two stand to each other."""
    return {
        Relation.TUTOR: _t("To a tutor"), Relation.PEER: _t("To a peer"),
        Relation.SENIOR: _t("To somebody senior"), Relation.INDUSTRY: _t("To industry"),
    }  # fmt: skip


def channel_words() -> Mapping[Channel, str]:
    """How it is sent."""
    return {Channel.MAIL: _t("Mail"), Channel.LINKEDIN: _t("LinkedIn note"), Channel.SHORT: _t("Short message")}


def add_choices(box: QComboBox, words: Mapping[K, str]) -> None:
    """Fill a list with words, each with its key."""
    for key, name in words.items():
        box.addItem(name, key.value)


def _t(text: str) -> str:
    return QCoreApplication.translate("messages", text)
