"""How each kind of moment looks and is called."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hallway.domain.interactions import Kind


class KindLook(NamedTuple):
    """Icon, hue (a token) and the word as it is in the source language."""

    icon: str
    hue: str
    source: str


LOOKS: dict[Kind, KindLook] = {
    Kind.CONVERSATION: KindLook("message-circle", "green", str(QT_TRANSLATE_NOOP("Kinds", "Conversation"))),
    Kind.MET: KindLook("user-plus", "green", str(QT_TRANSLATE_NOOP("Kinds", "Met"))),
    Kind.MESSAGE: KindLook("mail", "blue", str(QT_TRANSLATE_NOOP("Kinds", "Message"))),
    Kind.CALL: KindLook("phone", "green", str(QT_TRANSLATE_NOOP("Kinds", "Call"))),
    Kind.VIDEO_CALL: KindLook("video", "green", str(QT_TRANSLATE_NOOP("Kinds", "Video call"))),
    Kind.CHECK_IN: KindLook("coffee", "green", str(QT_TRANSLATE_NOOP("Kinds", "Check-in"))),
    Kind.THANK_YOU: KindLook("heart", "rose", str(QT_TRANSLATE_NOOP("Kinds", "Thank-you"))),
    Kind.CONGRATULATION: KindLook("party-popper", "amber", str(QT_TRANSLATE_NOOP("Kinds", "Congratulation"))),
    Kind.INTERVIEW: KindLook("mic", "violet", str(QT_TRANSLATE_NOOP("Kinds", "Interview"))),
    Kind.INTRODUCTION: KindLook("handshake", "violet", str(QT_TRANSLATE_NOOP("Kinds", "Introduction"))),
    Kind.INTRODUCTION_REQUEST: KindLook(
        "handshake", "blue", str(QT_TRANSLATE_NOOP("Kinds", "Asked for an introduction"))
    ),
    Kind.GIFT_OF_TIME: KindLook("gift", "rose", str(QT_TRANSLATE_NOOP("Kinds", "Time given"))),
}


def kind_word(kind: Kind) -> str:
    """Return what a kind is called."""
    return QCoreApplication.translate("Kinds", LOOKS[kind].source)
