"""First drafts around an introduction: asking each apart, bringing the two together, thanks, and telling how it went.

Both are asked before, each apart from the other, and each has an easy way to say no; whoever brought them together then
leaves them to it (Fred Wilson's double opt-in).
"""

from __future__ import annotations

from collections.abc import Sequence

from hallway.domain.introductions import Introduction, State
from hallway.domain.listing import listed
from hallway.domain.outreach_drafts import Writer

MOST_TOPICS = 3


def blurb(name: str, line: str, topics: Sequence[str] = (), words: str = "") -> str:
    """A few words about somebody, to be forwarded: "Ada Lovelace, Weaver at Looms Ltd. Interested in looms."."""
    told = [", ".join(part for part in (name, line) if part)]
    if words.strip():
        told.append(words.strip())
    elif topics:
        told.append(f"Interested in {listed(list(topics[:MOST_TOPICS]))}")
    return " ".join(f"{one.rstrip('.')}." for one in told if one)


def ask(one: Introduction, writer: Writer) -> str:
    """Asks whoever's turn it is."""
    if not one.by_me:
        return _request(one, writer)
    is_second = one.state in (State.AGREED, State.SECOND_ASKED)
    to, about = (one.second, one.first) if is_second else (one.first, one.second)
    words = one.first_blurb if is_second else one.second_blurb
    order = f"{_first(about)} would be glad of it." if is_second else f"I ask you before I ask {_first(about)}."
    body = f"may I introduce you to {about}?{_why(one)} {order} A no is completely fine.{_quoted(words)}"
    return _letter(_first(to), body, writer)


def introduce(one: Introduction, writer: Writer) -> str:
    """Brings the two together, and leaves them to it."""
    both = "\n\n".join(words for words in (one.first_blurb, one.second_blurb) if words)
    body = f"I am glad to bring you two together.{_why(one)}\n\n{both}\n\nI leave the rest to you."
    return _letter(f"{_first(one.first)}, dear {_first(one.second)}", body, writer)


def thanks(one: Introduction, writer: Writer) -> str:
    """Gives thanks: to whoever introduced the user, or to both for telling how it went."""
    if one.by_me:
        to = f"{_first(one.first)}, dear {_first(one.second)}"
        return _letter(to, "thank you for telling me how it went. I am glad you two met.", writer)
    return _letter(_first(one.first), f"thank you very much for introducing me to {one.second}.", writer)


def told(one: Introduction, writer: Writer) -> str:
    """Tells whoever introduced the user how it went."""
    came = f" {one.outcome.strip().rstrip('.')}." if one.outcome.strip() else ""
    return _letter(_first(one.first), f"{one.second} and I have talked, thanks to you.{came}", writer)


def _request(one: Introduction, writer: Writer) -> str:
    forward = f"\n\nHere are a few words you could forward:{_quoted(one.first_blurb)}" if one.first_blurb else ""
    body = f"would you introduce me to {one.second}?{_why(one)} A no is completely fine.{forward}"
    return _letter(_first(one.first), body, writer)


def _why(one: Introduction) -> str:
    line = one.reason.strip().partition("\n")[0].rstrip(".")
    return f" {'What you have in common' if one.by_me else 'What I would like to talk about'}: {line}." if line else ""


def _quoted(words: str) -> str:
    return f"\n\n{words.strip()}" if words.strip() else ""


def _letter(to: str, body: str, writer: Writer) -> str:
    close = f"\n\nBest wishes,\n{writer.name}" if writer.name else ""
    return f"Dear {to},\n\n{body}{close}\n"


def _first(name: str) -> str:
    return next(iter(name.split()), name)
