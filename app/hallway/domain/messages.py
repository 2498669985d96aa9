"""What messages are for, to whom and through which channel; and the values that fill their fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from hallway.domain.interactions import Interaction, Kind
from hallway.domain.people import Person
from hallway.domain.templates import Template


class Purpose(StrEnum):
    """What one writes for."""

    FIRST = "first"
    REQUEST = "request"
    AGAIN = "again"
    THANKS_TALK = "thanks_talk"
    THANKS_INTERVIEW = "thanks_interview"
    THANKS_INTRODUCTION = "thanks_introduction"
    THANKS_FAVOUR = "thanks_favour"
    CHECK_IN = "check_in"
    CONGRATULATION = "congratulation"
    INTRODUCTION_REQUEST = "introduction_request"
    MAY_I_FIRST = "may_i_first"
    MAY_I_SECOND = "may_i_second"
    INTRODUCTION = "introduction"
    BLURB = "blurb"
    REVIVE = "revive"
    UPDATE = "update"
    OUTCOME = "outcome"
    REFERRER = "referrer"
    LETTER = "letter"
    SHARE = "share"


class Relation(StrEnum):
    """How the two stand to each other, which makes the tone."""

    TUTOR = "tutor"
    PEER = "peer"
    SENIOR = "senior"
    INDUSTRY = "industry"


class Channel(StrEnum):
    """How it is sent, which makes the length."""

    MAIL = "mail"
    LINKEDIN = "linkedin"
    SHORT = "short"


LINKEDIN_MOST: Final = 300
"""Characters that a LinkedIn note with an invitation may have."""
REQUEST_WORDS: Final = 100
"""A request for somebody's time has fewer words than this."""

LOGGED_AS: Final[Mapping[Purpose, Kind]] = {
    Purpose.THANKS_TALK: Kind.THANK_YOU, Purpose.THANKS_INTERVIEW: Kind.THANK_YOU,
    Purpose.THANKS_INTRODUCTION: Kind.THANK_YOU, Purpose.THANKS_FAVOUR: Kind.THANK_YOU,
    Purpose.CHECK_IN: Kind.CHECK_IN, Purpose.REVIVE: Kind.CHECK_IN, Purpose.CONGRATULATION: Kind.CONGRATULATION,
    Purpose.INTRODUCTION_REQUEST: Kind.INTRODUCTION_REQUEST, Purpose.MAY_I_FIRST: Kind.INTRODUCTION_REQUEST,
    Purpose.MAY_I_SECOND: Kind.INTRODUCTION_REQUEST, Purpose.INTRODUCTION: Kind.INTRODUCTION,
}  # fmt: skip
"""What a message is in the timeline; any other is a message."""

FIELDS: Final[Mapping[str, str]] = {
    "greeting": "How they are greeted, by how you stand to each other",
    "closing": "How you close, with your name",
    "first name": "Their first name",
    "name": "Their whole name",
    "how we met": "How you met, as you wrote it down",
    "event": "The event at which you met",
    "session": "What they spoke about there",
    "last topic": "What your last conversation was about",
    "last time": "When that was",
    "promise": "What you promised them",
    "their promise": "What they promised you",
    "their news": "What they reached lately",
    "my news": "What you reached since you last spoke",
    "my name": "Your name",
    "my line": "What you do, and where",
    "my university": "Where you are",
    "my introduction": "You in one line",
    "personal line": "The one line that only you can write",
    "through": "Who suggested that you write",
    "reason": "Why you write, or what the two have in common",
    "hope": "What you hope to learn",
    "minutes": "How many minutes you ask for",
    "asked": "When you asked them",
    "outcome": "What came of it",
    "they named": "Whom they suggested",
    "favour": "What they did for you",
    "other person": "The other one of an introduction",
    "other first name": "Their first name",
    "words about me": "A few words about you, to be forwarded",
    "words about them": "A few words about whom you write to",
    "words about the other": "A few words about the other one",
    "letter for": "What the letter is for",
    "deadline": "When the letter is due",
    "what they know": "What they know of you",
    "what to share": "The article, call or opening",
    "link": "Its address",
    "why": "Why it made you think of them",
}
"""Every field, and what it stands for."""

TALKS: Final = (Kind.CONVERSATION, Kind.MET, Kind.CALL, Kind.VIDEO_CALL, Kind.INTERVIEW)
"""In these both spoke, so that there is something to come back to."""

TUTORS: Final = ("mentor", "tutor", "supervisor", "advisor", "adviser", "committee", "betreu")
PEERS: Final = (
    "phd", "doctoral", "student", "postdoc", "post-doc", "fellow", "candidate", "doktorand", "cohort", "peer",
)  # fmt: skip
WITHIN: Final = ("hope", "reason", "last topic", "favour", "promise", "their promise")
SMALL: Final = frozenset(
    """a an the how what why which whether when where who from about on in for with my our your their his her its to
       and some any this that these those send show ask call tell write share wie was warum ob ein eine der das die von
       über mit""".split()
)
"""Words that begin a line with a capital, and that are no names."""
COMPANIES: Final = ("company",)
LONGEST_TOPIC: Final = 70


class Language(NamedTuple):
    """Everything of one language: its name, its words for days, how one greets and closes, and its templates."""

    code: str
    name: str
    months: tuple[str, ...]
    on_day: str
    in_month: str
    in_month_of: str
    greetings: Mapping[str, str]
    closings: Mapping[str, str]
    templates: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the record knows for a message. `works_for` is the kind of organisation they work at."""

    today: date
    person: Person
    me: Mapping[str, str]
    session: str = ""
    last: Interaction | None = None
    promise: str = ""
    their_promise: str = ""
    their_news: str = ""
    my_news: tuple[str, ...] = ()


def values(facts: Facts, language: Language, more: Mapping[str, str]) -> Mapping[str, str]:
    """A value for every field that has one; `more` knows better, and may fill any. In it, days are ISO 8601 dates."""
    person, me = facts.person, facts.me
    found = {
        "first name": person.given or person.name, "name": person.name,
        "how we met": person.met_how, "event": person.met_event, "session": facts.session,
        "last topic": topic_of(facts.last.summary) if facts.last else "",
        "last time": say_when(language, facts.last.on, facts.today) if facts.last else "",
        "promise": facts.promise, "their promise": facts.their_promise, "their news": facts.their_news,
        "my news": "; ".join(facts.my_news), "my name": me["name"],
        "my line": ", ".join(part for part in (me["degree"], me["university"]) if part),
        "my university": me["university"], "my introduction": me["introduction"],
    }  # fmt: skip
    found |= {name: _said(language, name, value, facts.today) for name, value in more.items() if value}
    return found | {name: _within(found[name]) for name in WITHIN if name in found}


def chosen(templates: Iterable[Template], purpose: str, relation: str, channel: str) -> Template:
    """The template that fits best: of the channel first, then of the relation, the user's own before the shipped.

    A LinkedIn note takes a short message where it has no words of its own. Raises `LookupError` without any.
    """
    channels = (channel, Channel.SHORT, "") if channel == Channel.LINKEDIN else (channel, "", Channel.MAIL)
    fitting = [one for one in templates if one.purpose == purpose and one.relation in (relation, "")]
    for wanted in channels:
        there = [one for one in fitting if one.channel == wanted]
        if there:
            return max(there, key=lambda one: (one.relation != "", one.own))
    raise LookupError(f"no message for {purpose}")


def relation_of(person: Person, works_for: str = "") -> Relation:
    """How the user most likely stands to somebody, from groups, role and place; the formal one where nothing tells."""
    work = person.works_at
    role = work.role.casefold() if work else ""
    groups = " ".join(person.groups).casefold()
    if _any_in(TUTORS, groups):
        return Relation.TUTOR
    if works_for in COMPANIES or "industry" in groups:
        return Relation.INDUSTRY
    return Relation.PEER if _any_in(PEERS, f"{role} {groups}") else Relation.SENIOR


def say_when(language: Language, day: date, today: date) -> str:
    """A day within four weeks by its date, a longer past one by its month: "on 4 March", "im Februar"."""
    month = language.months[day.month - 1]
    if abs((today - day).days) < 28:
        return language.on_day.format(day=day.day, month=month)
    form = language.in_month if day.year == today.year else language.in_month_of
    return form.format(month=month, year=day.year)


def topic_of(summary: str) -> str:
    """What something was about, as it stands after "on": "looms" for "On looms. She knows Bela."."""
    line = next(iter(summary.strip().splitlines()), "").split(". ")[0].rstrip(".")
    words = line[3:] if line[:3].casefold() == "on " else line
    return words if len(words) <= LONGEST_TOPIC else words[:LONGEST_TOPIC].rsplit(" ", 1)[0] + "…"


def _said(language: Language, name: str, value: str, today: date) -> str:
    """A value in the words of the language: days come as "2026-08-04"."""
    if name == "asked":
        return say_when(language, date.fromisoformat(value), today)
    if name == "deadline":
        day = date.fromisoformat(value)
        return language.on_day.format(day=day.day, month=language.months[day.month - 1])
    return value


def _within(value: str) -> str:
    """A value as it stands within a sentence: a capital stays only where it may belong to a name."""
    first, _, rest = value.partition(" ")
    return f"{first.casefold()} {rest}" if rest and first.casefold() in SMALL else value


def _any_in(parts: Sequence[str], text: str) -> bool:
    return any(part in text for part in parts)
