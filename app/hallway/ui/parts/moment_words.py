"""What happened, in one sentence: "Lunch with Wiremu Tāwhai, 50 minutes" with the names set apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from hallway.domain.dates import say_day
from hallway.domain.interactions import Interaction, Kind, Participant
from hallway.domain.listing import pieces
from hallway.ui.parts.kinds import kind_word
from hallway.ui.theme.paint import Part

MOST_NAMES = 3
VERBS = {
    Kind.MET: "Met {names}", Kind.MESSAGE: "Wrote to {names}", Kind.CHECK_IN: "Checked in with {names}",
    Kind.THANK_YOU: "Thanked {names}", Kind.CONGRATULATION: "Congratulated {names}",
    Kind.INTRODUCTION_REQUEST: "Asked {names} for an introduction", Kind.GIFT_OF_TIME: "Gave time to {names}",
}  # fmt: skip


def sentence(moment: Interaction) -> str:
    """The whole sentence as plain text."""
    return "".join(part.text for part in parts(moment))


def at_event(moment: Interaction) -> list[Part]:
    """The sentence on the page of its event, which need not be named there."""
    return parts(replace(moment, event=""))


def parts(moment: Interaction) -> list[Part]:
    """The sentence with the names in semibold."""
    pattern = _t(VERBS[moment.kind]) if moment.kind in VERBS else _t("{kind} with {names}")
    before, _, after = pattern.replace("{kind}", kind_word(moment.kind)).partition("{names}")
    found = [Part(before), *_names(moment.people), Part(after + _rest(moment))]
    return [part for part in found if part.text]


def about_person(moment: Interaction, person_id: int) -> list[Part]:
    """The sentence on a person's own page: what, where, and who else was there."""
    others = tuple(one for one in moment.people if one.person_id != person_id)
    found = [Part(kind_word(moment.kind), "strong")]
    if others:
        found += [Part(_t(", with ")), *_names(others)]
    return [*found, Part(_rest(moment))]


def day_word(day: date, today: date) -> str:
    """Say its day for a chip: "Today", "Yesterday", else "Monday 22 June"."""
    if day == today:
        return _t("Today")
    return _t("Yesterday") if (today - day).days == 1 else say_day(day, today)


def _names(people: tuple[Participant, ...]) -> list[Part]:
    row = pieces([one.name for one in people], MOST_NAMES, _t(" and "), _t("{count} more"))
    return [Part(words, "strong") if is_name else Part(words) for words, is_name in row]


def _rest(moment: Interaction) -> str:
    where = _t(" at {event}").format(event=moment.event) if moment.event else ""
    long = _t(", {minutes} minutes").format(minutes=moment.minutes) if moment.minutes else ""
    return where + long


def _t(text: str) -> str:
    return QCoreApplication.translate("Moments", text)
