"""One typed line into somebody just met: name first, then whatever is sure; the rest stays as a note.

Rules, in the order they are tried:

* what the user told of a part of the line;
* e-mail addresses, profile links, phone numbers and `#topics` anywhere in the line;
* the name: the first words, up to a comma, `@`, `#`, "at", "from", or the first word that does not look like a name;
  several names when "and" joins them (`capture_names`);
* `@Organisation`: a known organisation; else the words with a capital (and the small words between them); else, when
  it begins with a small letter, what may be one;
* "at …", "from …" and "(…)", or a piece by itself, when it is a known organisation or is plainly called like one;
* a piece that begins with "send", "ask", "introduce" and the like is a promise, with its day;
* the rest is the note, byte for byte.

Nothing is lost: every word typed ends up in some field, and `spans` say how each part of the line was understood.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from hallway.domain.capture_names import read_names
from hallway.domain.capture_places import read_organisation
from hallway.domain.capture_sheet import GAP, CapturedPromise, Sheet, Told, by_fold, known_at
from hallway.domain.capture_words import (
    EMAIL,
    FIGURES_OF_A_PHONE,
    PHONE,
    PROMISE_LEADS,
    PROMISE_VERBS,
    PROMISED,
    SEPARATORS,
    THEIRS,
    TOPIC,
    WORD,
)
from hallway.domain.date_words import find_day
from hallway.domain.folding import fold
from hallway.domain.profiles import orcid_is_sound, read_profile
from hallway.domain.records import Profile

__all__ = ["Capture", "CapturedPromise", "Reach", "Span", "Told", "parse_line", "reach_of", "read_promise"]


@dataclass(frozen=True, slots=True)
class Span:
    """`line[start:end]` was understood as `kind`; not `sure` where it is a guess.

    Kinds are name, organisation, role, topic, email, phone, profile, promise, date and note.
    """

    start: int
    end: int
    kind: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Reach:
    """How one person can be reached."""

    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[Profile, ...] = ()


@dataclass(frozen=True, slots=True)
class Capture:
    """What a line says. Empty fields were not said. `names` are several when the line is about several people."""

    names: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""
    topics: tuple[str, ...] = ()
    note: str = ""
    promises: tuple[CapturedPromise, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[Profile, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def name(self) -> str:
        """The first name, or empty."""
        return self.names[0] if self.names else ""


def parse_line(
    line: str, today: date, known_organisations: Collection[str] = (), known_topics: Collection[str] = (), *,
    told: Sequence[Told] = (), several: bool = True,
) -> Capture:  # fmt: skip
    """Read one capture line. Never raises; whatever is not sure is in the note.

    `told` are corrections by the user; `several` off means that the names belong to one person.
    """
    sheet = Sheet(line, today, by_fold(known_organisations), by_fold(known_topics), [""] * len(line))
    for one in told:
        _take_told(sheet, one)
    _read_tokens(sheet)
    start = read_names(sheet, several)
    for first, last in _pieces(sheet, start):
        _read_piece(sheet, first, last)
    spans = _spans(sheet)
    return Capture(
        tuple(sheet.names), sheet.organisation, sheet.role, tuple(dict.fromkeys(sheet.topics)), _note(sheet, spans),
        tuple(sheet.promises), tuple(dict.fromkeys(sheet.emails)), tuple(dict.fromkeys(sheet.phones)),
        tuple(dict.fromkeys(sheet.profiles)), spans,
    )  # fmt: skip


def reach_of(capture: Capture) -> tuple[Reach, ...]:
    """How each of the people can be reached, in their order: what bears a name, or one for each.

    With several people, an address that cannot be told apart is nobody's here; `Capture` has them all.
    """
    if len(capture.names) < 2:
        return (Reach(capture.emails, capture.phones, capture.profiles),)
    emails = _shared_out(capture.names, capture.emails)
    phones = _shared_out(capture.names, capture.phones)
    pages = {page.url: page for page in capture.profiles}
    urls = _shared_out(capture.names, tuple(pages))
    return tuple(
        Reach(emails[at], phones[at], tuple(pages[url] for url in urls[at])) for at in range(len(capture.names))
    )


def read_promise(words: str, today: date) -> tuple[str, date | None]:
    """A promise by itself: "send the draft fri" is "Send the draft" and the day."""
    found = find_day(words, today)
    if not found:
        return _sentence(words), None
    return _sentence(f"{words[: found.start]} {words[found.end :]}"), found.day


def _shared_out(names: Sequence[str], items: Sequence[str]) -> list[tuple[str, ...]]:
    """Which of these belong to whom."""
    bearing = [_bearer(names, item) for item in items]
    if len(items) == len(names) and all(at in (None, place) for place, at in enumerate(bearing)):
        return [(item,) for item in items]
    return [tuple(item for item, at in zip(items, bearing, strict=True) if at == place) for place in range(len(names))]


def _bearer(names: Sequence[str], item: str) -> int | None:
    """The one person a part of whose name stands in an address."""
    folded = fold(item)
    found = [
        place for place, name in enumerate(names)
        if any(len(part) > 2 and part in folded for part in re.findall(r"\w+", fold(name)))
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


# --- what the user told ----------------------------------------------------------------------------------

MARKED = frozenset({"name", "organisation", "role", "topic"})
"""Kinds that take in the @ or # before them."""


def _take_told(sheet: Sheet, told: Told) -> None:
    places = re.finditer(re.escape(told.text), sheet.line) if told.text.strip() else ()
    start, end = next((place.span() for place in places if sheet.is_free(*place.span())), (0, 0))
    if not end:
        return
    if told.kind in MARKED and (mark := re.search(r"[@#]\s*$", sheet.line[:start])):
        start = mark.start()
    sheet.told.append((start, end))
    words = " ".join(told.text.split())
    if told.kind == "name":
        sheet.names.append(words)
    elif told.kind == "organisation":
        sheet.organisation = sheet.organisations.get(fold(words), words)
    elif told.kind == "role":
        sheet.role = words
    elif told.kind == "topic":
        sheet.topics.append(sheet.known_topics.get(fold(words), words))
    elif told.kind == "promise":
        _read_promise(sheet, start, end)
    sheet.paint(start, end, told.kind)


# --- things that are sure anywhere -----------------------------------------------------------------------


def _read_tokens(sheet: Sheet) -> None:
    for match in WORD.finditer(sheet.line):
        _read_link(sheet, match)
    for match in EMAIL.finditer(sheet.line):
        if sheet.is_free(*match.span()):
            sheet.emails.append(match.group())
            _paint_bracketed(sheet, *match.span(), "email")
    for match in PHONE.finditer(sheet.line):
        if sheet.is_free(*match.span()) and sum(map(str.isdigit, match.group())) in FIGURES_OF_A_PHONE:
            sheet.phones.append(match.group())
            sheet.paint(*match.span(), "phone")
    for match in TOPIC.finditer(sheet.line):
        if sheet.is_free(*match.span()):
            _read_topic(sheet, match)


def _read_link(sheet: Sheet, match: re.Match[str]) -> None:
    start = match.start() + (len(match.group()) - len(match.group().lstrip("(<[")))
    text = sheet.line[start : match.end()].rstrip(",;.!?)>]")
    profile = read_profile(text) if _looks_like_link(text) else None
    if profile and sheet.is_free(start, start + len(text)):
        sheet.profiles.append(profile)
        _paint_bracketed(sheet, start, start + len(text), "profile")


def _paint_bracketed(sheet: Sheet, start: int, end: int, kind: str) -> None:
    """Mark an address with the angle brackets that mail programs put around one."""
    bracketed = sheet.line[start - 1 : start] == "<" and sheet.line[end : end + 1] == ">"
    sheet.paint(start - bracketed, end + bracketed, kind)


def _looks_like_link(text: str) -> bool:
    """An address by its beginning, a handle with a place, an ORCID iD, or a page of a site we know."""
    if re.match(r"https?://|www\.|@[\w.-]+[@.]", text, re.IGNORECASE) or orcid_is_sound(text):
        return True
    profile = read_profile(text) if "/" in text and "." in text else None
    return profile is not None and profile.kind != "web"


def _read_topic(sheet: Sheet, match: re.Match[str]) -> None:
    """One word after #, or a known topic of several."""
    start, end = match.start(1), match.end()
    known = known_at(sheet.line, start, sheet.known_topics)
    if known and sheet.is_free(start, known[0]):
        end = known[0]
    sheet.topics.append(known[1] if known and known[0] == end else match.group(1))
    sheet.paint(match.start(), end, "topic")


# --- the rest, piece by piece ----------------------------------------------------------------------------


def _pieces(sheet: Sheet, start: int) -> list[tuple[int, int]]:
    """The stretches between separators, leaving those inside links alone, and around what the user told."""
    cuts = [at.start() for at in SEPARATORS.finditer(sheet.line, start) if not sheet.kinds[at.start()]]
    for cut in cuts:
        sheet.kinds[cut] = GAP
    bounds = sorted([(cut, cut + 1) for cut in cuts] + [span for span in sheet.told if span[0] >= start])
    starts, ends = [start, *(end for _, end in bounds)], [*(first for first, _ in bounds), len(sheet.line)]
    return [(first, last) for first, last in zip(starts, ends, strict=True) if first < last]


def _read_piece(sheet: Sheet, start: int, end: int) -> None:
    start = read_organisation(sheet, start, end, keep=lambda first, last: _keep_note(sheet, first, last))
    start += len(sheet.line[start:end]) - len(sheet.line[start:end].lstrip())
    if _begins_promise(sheet.line[start:end], sheet.today):
        _read_promise(sheet, start, end)
    elif not _completes_promise(sheet, start, end) and not _is_known_topic(sheet, start, end):
        _keep_note(sheet, start, end)


def _begins_promise(piece: str, today: date) -> bool:
    found = find_day(piece, today)
    if found and found.start == 0:
        piece = piece[found.end :].lstrip()
    if PROMISED.match(piece) or THEIRS.match(piece):
        return True
    lead = PROMISE_LEADS.match(piece)
    verb = re.match(r"[a-z-]+", piece[lead.end() if lead else 0 :], re.IGNORECASE)
    return bool(verb) and verb.group().casefold() in PROMISE_VERBS if verb else False


def _read_promise(sheet: Sheet, start: int, end: int) -> None:
    theirs = THEIRS.match(sheet.line, start, end)
    said = theirs.end() if theirs else start
    found = find_day(sheet.line[said:end], sheet.today)
    if found:
        first, last = said + found.start, said + found.end
        sheet.paint(first, last, "date")
        text = f"{sheet.line[said:first]} {sheet.line[last:end]}"
        promise = CapturedPromise(_sentence(text), found.day, sheet.line[first:last])
    else:
        promise = CapturedPromise(_sentence(sheet.line[said:end]))
    sheet.paint(start, end, "promise")
    sheet.promises.append(replace(promise, by_me=not theirs, typed=sheet.line[start:end].strip()))


def _sentence(text: str) -> str:
    words = re.sub(r"\s+([,.;!?])", r"\1", " ".join(text.split()))
    return words[:1].upper() + words[1:]


def _completes_promise(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the piece is only a day, for the promise before it ("send the paper, by Friday")."""
    piece = sheet.line[start:end].strip()
    found = find_day(piece, sheet.today)
    if not found or not sheet.promises or sheet.promises[-1].due or (found.start, found.end) != (0, len(piece)):
        return False
    sheet.promises[-1] = replace(sheet.promises[-1], due=found.day, words=piece)
    sheet.paint(start, start + len(piece), "date")
    return True


def _is_known_topic(sheet: Sheet, start: int, end: int) -> bool:
    topic = sheet.known_topics.get(fold(sheet.line[start:end]))
    if topic and sheet.is_free(start, end):
        sheet.topics.append(topic)
        sheet.paint(start, end, "topic")
        return True
    return False


def _keep_note(sheet: Sheet, start: int, end: int) -> None:
    """Keep what is left of a piece."""
    if sheet.line[start:end].strip():
        sheet.paint(start, end, "note")


def _note(sheet: Sheet, spans: Sequence[Span]) -> str:
    """What was not understood, as it was typed: stretches with nothing but separators between them stay together."""
    parts: list[str] = []
    before: Span | None = None
    for span in spans:
        if span.kind == "note":
            between = slice(before.end, span.start) if before else slice(0, 0)
            if before and before.kind == "note":
                parts.append(sheet.line[between])
            elif parts:
                parts.append(", " if GAP in sheet.kinds[_last_note_end(spans, span) : span.start] else " ")
            parts.append(sheet.line[span.start : span.end])
        before = span
    return "".join(parts)


def _last_note_end(spans: Sequence[Span], here: Span) -> int:
    return max((span.end for span in spans if span.kind == "note" and span.end <= here.start), default=0)


def _spans(sheet: Sheet) -> tuple[Span, ...]:
    spans: list[Span] = []
    for kind, run in groupby(range(len(sheet.line)), key=sheet.kinds.__getitem__):
        places = [at for at in run if not sheet.line[at].isspace()]
        if places and kind not in {"", GAP}:
            spans.append(Span(places[0], places[-1] + 1, kind, kind not in sheet.guessed))
    return tuple(spans)
