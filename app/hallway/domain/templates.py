"""Messages with merge fields: reading a template, filling it without a hole, and saying what is wrong with one.

A field stands in braces, "{first name}". A sentence with a field that has no value is left out; where a message cannot
be without the word, it is missing, and said so. "[one way of saying it|another]" takes the first way whose fields all
have a value. Anything else is plain text: nothing in a template is ever run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

FIELD = re.compile(r"\{([^{}\n]*)\}")
CHOICE = re.compile(r"\[([^\[\]\n]*\|[^\[\]\n]*)\]")
AFTER_SENTENCE = re.compile(r"(?<=[.!?])[ \t]+")
BLANK_LINES = re.compile(r"\n{3,}")

MUST: frozenset[str] = frozenset(
    {"first name", "name", "my name", "other person", "other first name", "what to share"}
)
"""Fields without which there is no message: the word is asked for, and the sentence stays."""
WHOLE: frozenset[str] = frozenset(
    {"words about me", "words about them", "words about the other", "personal line"}
)
"""Fields whose value is whole sentences, and may have several lines."""
APART: frozenset[str] = frozenset({"greeting", "closing", "personal line"})
"""Fields that are a sentence of their own, whatever stands beside them."""
OF_ITS_OWN = re.compile(rf"(\{{\s*(?:{'|'.join(sorted(APART))})\s*\}})", re.IGNORECASE)
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Template:
    """A message to start from. Empty `relation` or `channel` fits any; `own` tells the user's from the shipped."""

    purpose: str
    language: str
    body: str
    subject: str = ""
    relation: str = ""
    channel: str = ""
    own: bool = False


class Filled(NamedTuple):
    """A template with its values: `missing` names the words it waits for, `left_out` those it does without."""

    subject: str
    text: str
    missing: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


class Unknown(NamedTuple):
    """A field that there is not, and the one that may have been meant (or empty)."""

    name: str
    meant: str = ""


class _Sentence(NamedTuple):
    text: str
    needs: tuple[str, ...]


def fields(text: str) -> tuple[str, ...]:
    """The names of all fields in the order in which they come, each once."""
    return tuple(dict.fromkeys(_name(found) for found in FIELD.findall(text)))


def unknown(text: str, known: Sequence[str]) -> tuple[Unknown, ...]:
    """The fields of a text that there are not: misspelt ones, and whatever else stands in braces."""
    found = (name for name in fields(text) if name not in known)
    return tuple(Unknown(name[:LONGEST_NAME], next(iter(get_close_matches(name, known, 1)), "")) for name in found)


def fill(
    template: Template, values: Mapping[str, str], most: int = 0, parts: Mapping[str, str] | None = None
) -> Filled:
    """The message, at most so many characters long if `most` is given and enough can be left out.

    What is left out to shorten it are the last sentences that have a field and can be done without. `parts` are
    templates for fields that stand for themselves, such as the greeting.
    """
    known = {name: _value(name, value) for name, value in values.items()}
    lines = [list(_sentences(line, known, parts or {})) for line in template.body.strip().splitlines()]
    kept = [[one for one in line if not _without(one, known)] for line in lines]
    left_out = {name for line in lines for one in line for name in _without(one, known)}
    text = _joined(kept, lines, known)
    while most and len(text) > most and _shorten(kept):
        text = _joined(kept, lines, known)
    subject, subject_gaps = _subject(template.subject, known)
    missing = [name for line in kept for one in line for name in one.needs if not known.get(name)]
    return Filled(subject, text, tuple(dict.fromkeys((*missing, *subject_gaps))), tuple(sorted(left_out)))


def _sentences(line: str, known: Mapping[str, str], whole: Mapping[str, str]) -> Iterator[_Sentence]:
    chosen = CHOICE.sub(lambda found: _way(found[1].split("|"), known), line)
    parts = [part.strip() for sentence in AFTER_SENTENCE.split(chosen) for part in OF_ITS_OWN.split(sentence)]
    for part in [part for part in parts if part] or [""]:
        found = FIELD.fullmatch(part)
        said = whole.get(_name(found[1]), part) if found else part
        yield _Sentence(said, fields(said))


def _way(ways: Sequence[str], known: Mapping[str, str]) -> str:
    """The first way whose fields all have a value, else the last."""
    return next((way for way in ways if all(known.get(name) for name in fields(way))), ways[-1])


def _without(one: _Sentence, known: Mapping[str, str]) -> tuple[str, ...]:
    """The fields for want of which a sentence is left out."""
    return tuple(name for name in one.needs if name not in MUST and not known.get(name))


def _joined(kept: list[list[_Sentence]], lines: list[list[_Sentence]], known: Mapping[str, str]) -> str:
    """The lines that have something to say, and the blank ones between them."""
    said = [
        " ".join(_put(one.text, known) for one in line)
        for line, before in zip(kept, lines, strict=True)
        if line or not before
    ]
    return BLANK_LINES.sub("\n\n", "\n".join(said)).strip()


def _shorten(kept: list[list[_Sentence]]) -> bool:
    """Leave out the last sentence that can be; says whether there was one."""
    for line in reversed(kept):
        for at in range(len(line) - 1, -1, -1):
            if line[at].needs and not (MUST | WHOLE).intersection(line[at].needs):
                del line[at]
                return True
    return False


def _subject(text: str, known: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    chosen = CHOICE.sub(lambda found: _way(found[1].split("|"), known), text.strip())
    gaps = tuple(name for name in fields(chosen) if not known.get(name))
    return " ".join(_put(chosen, known).split()), gaps


def _put(text: str, known: Mapping[str, str]) -> str:
    """The values in place of their fields, in one go, so that a value is never read as a template."""
    return FIELD.sub(lambda found: known.get(_name(found[1])) or f"[{_name(found[1])}]", text)


def _value(name: str, value: str) -> str:
    """What stands in a sentence is one line without its full stop."""
    return value.strip() if name in WHOLE else " ".join(value.split()).rstrip(".")


def _name(inside: str) -> str:
    return " ".join(inside.split()).casefold()
