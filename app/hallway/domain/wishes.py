"""A whole wish in one line: "follow up samir fri", "pause 3 weeks", "amina every two months", "met Ana Ruiz @CERN".

Only words that surely ask for something count; any other line is no wish. Who is meant stays in words: the record
knows the names. Every word the grammar knows stands in the tables below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from hallway.domain.date_words import ENGLISH, VOCABULARY, find_day, read_day
from hallway.domain.interactions import Kind
from hallway.domain.rhythm import LONGEST_RHYTHM, PRESETS


class Verb(StrEnum):
    """What is wished for."""

    FOLLOW_UP = "follow up"
    CHECK_IN = "check in"
    MET = "met"
    PAUSE = "pause"
    RHYTHM = "rhythm"
    LOG = "log"
    ARCHIVE = "archive"
    REACH_OUT = "reach out"


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish. `whom` are words of a name, empty for a pause of everything.

    `on` is the day of a promise or check-in, the day something happened, or the last day of a pause; `days` is a
    rhythm. `words` is what to follow up on, what happened, or the line about somebody met; `kind` is how it happened.
    """

    verb: Verb
    whom: str
    on: date | None = None
    days: int = 0
    kind: Kind = Kind.CONVERSATION
    words: str = ""


BEGINNINGS = {
    "follow up": Verb.FOLLOW_UP, "follow-up": Verb.FOLLOW_UP, "followup": Verb.FOLLOW_UP, "promise": Verb.FOLLOW_UP,
    "check in": Verb.CHECK_IN, "check-in": Verb.CHECK_IN, "say hello": Verb.CHECK_IN, "write": Verb.CHECK_IN,
    "i met": Verb.MET, "met": Verb.MET, "pause": Verb.PAUSE, "archive": Verb.ARCHIVE,
    "reach out": Verb.REACH_OUT, "reach out to": Verb.REACH_OUT, "interview": Verb.REACH_OUT,
    "log": Verb.LOG, "i talked": Verb.LOG, "talked": Verb.LOG, "spoke": Verb.LOG, "chatted": Verb.LOG,
    "called": Verb.LOG, "phoned": Verb.LOG, "wrote": Verb.LOG, "mailed": Verb.LOG, "emailed": Verb.LOG,
    "coffee with": Verb.LOG, "lunch with": Verb.LOG, "dinner with": Verb.LOG, "call with": Verb.LOG,
}  # fmt: skip
"""How a wish begins."""

KINDS_OF_BEGINNINGS = {
    "called": Kind.CALL, "phoned": Kind.CALL, "call with": Kind.CALL,
    "wrote": Kind.MESSAGE, "mailed": Kind.MESSAGE, "emailed": Kind.MESSAGE,
}  # fmt: skip

HAPPENINGS = {
    "coffee": Kind.CONVERSATION, "lunch": Kind.CONVERSATION, "dinner": Kind.CONVERSATION, "tea": Kind.CONVERSATION,
    "walk": Kind.CONVERSATION, "talk": Kind.CONVERSATION, "chat": Kind.CONVERSATION, "meeting": Kind.CONVERSATION,
    "conversation": Kind.CONVERSATION, "call": Kind.CALL, "phone": Kind.CALL, "zoom": Kind.VIDEO_CALL,
    "video": Kind.VIDEO_CALL, "mail": Kind.MESSAGE, "email": Kind.MESSAGE, "message": Kind.MESSAGE,
    "letter": Kind.MESSAGE, "interview": Kind.INTERVIEW,
}  # fmt: skip
"""Words after (or before "with") a name that say what happened, and its kind."""

LEADS = frozenset({"by", "on", "until", "till", "before"})
"""Words before a day."""

EVERYTHING = frozenset({"", "plan", "the plan", "everything", "everybody", "everyone", "all", "me", "hallway"})

UNITS = {
    "day": 1, "week": 7, "fortnight": 14, "month": 30, "season": 90, "quarter": 90, "half year": 182, "year": 365,
}  # fmt: skip
"""Lengths of a rhythm, in days."""

RHYTHMS = {
    "daily": 1, "weekly": 7, "fortnightly": 14, "monthly": 30, "quarterly": 90, "yearly": 365, "annually": 365,
    "once a week": 7, "once a month": 30, "twice a month": 15, "once a season": 90, "once a year": 365,
    "twice a year": 182, "every other day": 2, "every other week": 14, "every other month": 60,
} | {preset.name: preset.days for preset in PRESETS}  # fmt: skip

SNAP_DAYS = 5
"""A rhythm said in months that comes this near to a preset of half a year or more is that preset."""

_JOINS = r"(?:with|to|for|on|in|by)"
_ENDS = re.compile(rf"^(?:{_JOINS}\s+)+|(?:\s+{_JOINS})+$|^{_JOINS}$|[\s,:;.]+$|^[\s,:;.]+", re.IGNORECASE)
_ABOUT = re.compile(r"\s+about[\s:]+|\s*:\s+|\s*,\s+", re.IGNORECASE)


def read_wish(text: str, today: date) -> Wish | None:
    """The wish in a line, or None when it asks for nothing. Never raises."""
    line = " ".join(text.split())
    beginning, verb, rest = _begin(line)
    if verb is None:
        return _rhythm(line)
    return _READERS[verb](rest, beginning, today) if rest else None


def _begin(line: str) -> tuple[str, Verb | None, str]:
    lowered = line.lower()  # unlike casefold, mostly letter for letter; only ASCII beginnings are looked for
    fitting = [words for words in BEGINNINGS if lowered.startswith(words + " ")]
    if not fitting:
        return "", None, ""
    longest = max(fitting, key=len)
    return longest, BEGINNINGS[longest], line[len(longest) + 1 :]


def _promise(rest: str, beginning: str, today: date) -> Wish | None:
    whom, about = _split_about(rest)
    on, whom = _take_day(whom, today)
    if on is None:
        on, about = _take_day(about, today)
    return Wish(Verb.FOLLOW_UP, whom, on, words=about) if _is_name(whom) and _is_to_come(on, today) else None


def _check_in(rest: str, beginning: str, today: date) -> Wish | None:
    on, whom = _take_day(rest, today)
    return Wish(Verb.CHECK_IN, whom, on) if _is_name(whom) and _is_to_come(on, today) else None


def _met(rest: str, beginning: str, today: date) -> Wish | None:
    whom = _clean(re.split(r"[,@#]", rest, maxsplit=1)[0])
    return Wish(Verb.MET, _take_day(whom, today)[1], words=rest) if _is_name(whom) else None


def _pause(rest: str, beginning: str, today: date) -> Wish | None:
    match = _span().search(rest)
    if match is None:
        return None
    last = _last_day(match, today)
    whom = _clean(rest[: match.start()])
    if last is None or last < today or not (whom.casefold() in EVERYTHING or _is_name(whom)):
        return None
    return Wish(Verb.PAUSE, "" if whom.casefold() in EVERYTHING else whom, last)


def _last_day(match: re.Match[str], today: date) -> date | None:
    """ "3 weeks" ends on the day before the same weekday; "until friday" takes Friday in."""
    if match["until"]:
        return read_day(match["until"], today).day
    day = read_day(f"in {match['span']}", today).day
    return day - timedelta(1) if day is not None and day > today else None


def _log(rest: str, beginning: str, today: date) -> Wish | None:
    whom, words = _split_about(rest)
    on, whom = _take_day(whom, today)
    if on is None:
        on, words = _take_day(words, today)
    on = _past(on or today, today)
    whom, happening = _split_happening(whom)
    kind = KINDS_OF_BEGINNINGS.get(beginning) or HAPPENINGS.get(happening.split(" ")[0].lower(), Kind.CONVERSATION)
    if not happening and beginning.endswith(" with"):
        happening = beginning.removesuffix(" with")
    summary = ": ".join(part for part in (happening[:1].upper() + happening[1:], words) if part)
    return Wish(Verb.LOG, whom, on, kind=kind, words=summary) if _is_name(whom) and on <= today else None


def _archive(rest: str, beginning: str, today: date) -> Wish | None:
    return Wish(Verb.ARCHIVE, _clean(rest)) if _is_name(_clean(rest)) else None


def _reach_out(rest: str, beginning: str, today: date) -> Wish | None:
    whom, about = _split_about(rest)
    return Wish(Verb.REACH_OUT, whom, words=about) if _is_name(whom) else None


_READERS = {
    Verb.FOLLOW_UP: _promise, Verb.CHECK_IN: _check_in, Verb.MET: _met, Verb.PAUSE: _pause, Verb.LOG: _log,
    Verb.ARCHIVE: _archive, Verb.REACH_OUT: _reach_out,
}  # fmt: skip


def _rhythm(line: str) -> Wish | None:
    """ "every season amina", "amina every two months", "amina: yearly"."""
    match = _often().search(line)
    if match is None or (match.start() and match.end() < len(line)):
        return None
    days = _days(match)
    whom = _clean(line[: match.start()] + line[match.end() :])
    return Wish(Verb.RHYTHM, whom, days=days) if _is_name(whom) and 0 < days <= LONGEST_RHYTHM // 10 else None


def _days(match: re.Match[str]) -> int:
    if match["named"]:
        return RHYTHMS[match["named"].lower()]
    count = (match["count"] or "1").lower()
    number = int(count) if count.isdecimal() else ENGLISH["number"][count]
    days = number * UNITS[match["unit"].lower()]
    near = (preset.days for preset in PRESETS if preset.days >= UNITS["half year"])
    return next((named for named in near if match["unit"].lower() == "month" and abs(named - days) <= SNAP_DAYS), days)


def _split_about(text: str) -> tuple[str, str]:
    parts = _ABOUT.split(text, maxsplit=1)
    return _clean(parts[0]), _clean(parts[1]) if len(parts) > 1 else ""


def _split_happening(text: str) -> tuple[str, str]:
    """ "samir coffee" and "coffee with samir" both give samir and coffee."""
    words = text.split(" ")
    if len(words) > 2 and words[0].lower() in HAPPENINGS and words[1].lower() in ("with", "to"):
        return _clean(" ".join(words[2:])), words[0]
    at = next((at for at, word in enumerate(words) if at and word.lower() in HAPPENINGS), len(words))
    return _clean(" ".join(words[:at])), " ".join(words[at:])


def _take_day(text: str, today: date) -> tuple[date | None, str]:
    """A day at the end or the beginning of a text, and the text without it."""
    words = text.split(" ")
    for at in range(len(words)):  # the longest phrase at the end; a name comes before it
        phrase = " ".join(words[at:])
        if at and len(words) - at <= 5 and _says_a_day(phrase) and (day := read_day(phrase, today).day) is not None:
            return day, _clean(" ".join(words[:at]))
    found = find_day(text, today)
    if found is None or found.start:
        return None, _clean(text)
    return found.day, _clean(text[found.end :])


def _says_a_day(phrase: str) -> bool:
    """Whether it is worth reading: words of days alone, and more than a bare number."""
    words = [word.strip(".,").lower() for word in phrase.split(" ")]
    known = all(not word.isalpha() or word in VOCABULARY or word in LEADS or len(word) == 1 for word in words)
    return known and (any(map(str.isalpha, words)) or bool(re.search(r"\d[./-]?[\dA-Za-z]", phrase)))


def _past(day: date, today: date) -> date:
    """ "Friday" of something that happened is the last one."""
    return day - timedelta(7) if today < day <= today + timedelta(7) else day


def _is_to_come(on: date | None, today: date) -> bool:
    return on is None or on >= today


def _is_name(words: str) -> bool:
    return any(letter.isalpha() for letter in words) and len(words) <= 80


def _clean(text: str) -> str:
    before = None
    while before != text:
        before, text = text, _ENDS.sub("", text).strip()
    return text


@cache
def _span() -> re.Pattern[str]:
    """Compiled with the first wish: a start of the program reads none."""
    count = "|".join(sorted(map(re.escape, ENGLISH["number"]), key=len, reverse=True))
    unit = "|".join(word for word in (*ENGLISH["days"], *ENGLISH["months"]) if len(word) > 1)
    shortly = r"\d{1,3} ?[dwmy]"
    span = rf"(?:for )?(?P<span>(?:\d{{1,3}}|{count}) ?(?:{unit})|{shortly})"
    return re.compile(rf"(?:^|(?<= ))(?:{span}|(?:until|till|to) (?P<until>.+))$", re.IGNORECASE)


@cache
def _often() -> re.Pattern[str]:
    count = "|".join(sorted(map(re.escape, ENGLISH["number"]), key=len, reverse=True))
    named = "|".join(sorted(map(re.escape, RHYTHMS), key=len, reverse=True))
    every = rf"(?:every|each) (?:(?P<count>\d{{1,3}}|{count}) )?(?P<unit>{'|'.join(UNITS)})s?"
    return re.compile(rf"(?:^|(?<= ))(?:(?P<named>{named})|{every})(?=[\s,:]|$)", re.IGNORECASE)
