"""First drafts along an approach: asking, asking once more, giving thanks, telling what came of it.

Asking takes fewer than a hundred words, says first what connects the two, asks for a little time and never for a job
(career offices advise so).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from hallway.domain.dates import say_day
from hallway.domain.outreach import Outreach


class Writer(NamedTuple):
    """Who writes: name, what they are and where ("PhD candidate at Ostra University"), and how the two met, if so."""

    name: str = ""
    role: str = ""
    met: str = ""


def request(one: Outreach, writer: Writer) -> str:
    """Asks for a little time."""
    who = f"I am {writer.name}{writer.role and f', {writer.role}'}." if writer.name else ""
    about = _line(one.hope) or _line(one.reason)
    learn = f"I would like to learn from you: {about}." if about else "I would like to learn from what you do."
    ask = f"Would you have {one.minutes} minutes for a talk one of these weeks? A no is completely fine."
    body = " ".join(part for part in (_connection(one, writer), who, learn, ask) if part)
    return _letter(one.person, body, writer)


def again(one: Outreach, today: date, writer: Writer | None = None) -> str:
    """Asks once more, and only once."""
    when = f" on {say_day(one.asked_on, today)}" if one.asked_on else ""
    body = (
        f"I wrote to you{when}. If {one.minutes} minutes suit you one of these weeks I would be glad; "
        "a no is completely fine."
    )
    return _letter(one.person, body, writer or Writer())


def thanks(one: Outreach, today: date, writer: Writer) -> str:
    """Gives thanks for a talk, and leaves room for the one thing that will be used."""
    when = f" on {say_day(one.talked_on, today)}" if one.talked_on else ""
    return _letter(one.person, f"thank you very much for your time{when}. What I will use first: ", writer)


def told(one: Outreach, today: date, writer: Writer) -> str:
    """Tells what came of their advice."""
    when = f" on {say_day(one.talked_on, today)}" if one.talked_on else ""
    came = f" {_line(one.outcome)}." if _line(one.outcome) else ""
    return _letter(one.person, f"you took time for me{when}, and I wanted to tell you what came of it.{came}", writer)


def words(text: str) -> int:
    """How many words a draft has."""
    return len(text.split())


def _connection(one: Outreach, writer: Writer) -> str:
    if one.through:
        return f"{one.through} suggested that I write to you."
    return f"{writer.met}." if writer.met else ""


def _letter(name: str, body: str, writer: Writer) -> str:
    first = next(iter(name.split()), name)
    close = f"\n\nBest wishes,\n{writer.name}" if writer.name else ""
    return f"Dear {first},\n\n{body}{close}\n"


def _line(text: str) -> str:
    """The first line, without its full stop."""
    return next(iter(text.strip().splitlines()), "").rstrip(".")
