"""One typed line into a person just met: name first, then whatever is sure; the rest stays as a note.

Rules, in the order they are tried:

* e-mail addresses, profile links, phone numbers and `#topics` anywhere in the line;
* the name: the first words, up to a comma, `@`, `#`, "at", "from", or the first word that does not look like a name;
* `@Organisation`: a known organisation; else the words with a capital (and the small words between them); else, when
  it begins with a small letter, everything up to the comma;
* "at …" and "from …", or a piece by itself, when it is a known organisation or is plainly called like one;
* a piece that begins with "send", "ask", "introduce" and the like is a promise, with its day;
* the rest is the note.

Nothing is lost: every word typed ends up in some field, and `spans` say how each part of the line was understood.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from hallway.domain.date_words import find_day
from hallway.domain.folding import fold
from hallway.domain.names import PARTICLES, TITLES
from hallway.domain.profiles import orcid_is_sound, read_profile
from hallway.domain.records import Profile

PROMISE_VERBS = frozenset(
    "send ask introduce share write email e-mail mail call phone ring read forward invite thank meet remind show give "
    "lend bring check find look review connect recommend tell message text post reply follow arrange organise organize "
    "propose suggest schedule book visit return try print submit join cite add get let update".split()
)
PROMISE_LEADS = re.compile(
    r"(?:(?:and|then|also|please|to ?do:?|promised|promise|need|i|we|must|i['’]ll|i['’]d|will|to)\s+)*", re.IGNORECASE
)
SMALL_WORDS = frozenset(
    "of and for the de la le les du des di da do der die das für fur et und e y at in on van von & i".split()
)
ORGANISATION_WORDS = frozenset(
    "uni univ university universität universitat université universite universidad università universita universidade "
    "universitet universiteit uniwersytet univerzita institute institut instituto istituto inst college school faculty "
    "department dept lab laboratory labs center centre hospital clinic academy foundation fund agency ministry council "
    "museum observatory society association gmbh ltd inc llc corp ag bv ab polytechnic eth tu".split()
)
ENDS_NAME = re.compile(r"[,;\n@#(]|\s(?:at|from)\s|\s[-–—]\s", re.IGNORECASE)
SEPARATORS = re.compile(r"[,;\n]")
TOPIC = re.compile(r"(?<![\w&/])#(\w[\w-]*)")
EMAIL = re.compile(r"(?<![\w.+@-])[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}(?![\w@])")
PHONE = re.compile(r"(?<![\w.+-])(?:\+|00|\(0|0)[\d ()./-]{5,}\d(?![\w-])")
WORD = re.compile(r"\S+")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

MOST_WORDS_OF_A_SMALL_NAME = 4


@dataclass(frozen=True, slots=True)
class Span:
    """`line[start:end]` was understood as `kind`.

    Kinds are name, organisation, topic, email, phone, profile, promise, date and note.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class CapturedPromise:
    """Something to do for the person. `words` is the date phrase as typed ("fri"), empty when there was none."""

    text: str
    due: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Capture:
    """What a line says. Empty fields were not said."""

    name: str = ""
    organisation: str = ""
    topics: tuple[str, ...] = ()
    note: str = ""
    promises: tuple[CapturedPromise, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[Profile, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(slots=True)
class Sheet:
    """The line while it is being read: each character's kind, and what was found so far."""

    line: str
    today: date
    organisations: dict[str, str]
    known_topics: dict[str, str]
    kinds: list[str] = field(default_factory=list)
    name: str = ""
    organisation: str = ""
    topics: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    promises: list[CapturedPromise] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)

    def paint(self, start: int, end: int, kind: str) -> None:
        """Mark what is not yet marked."""
        for at in range(start, end):
            self.kinds[at] = self.kinds[at] or kind

    def is_free(self, start: int, end: int) -> bool:
        return not any(self.kinds[start:end])


def parse_line(
    line: str, today: date, known_organisations: Collection[str] = (), known_topics: Collection[str] = ()
) -> Capture:
    """Read one capture line. Never raises; whatever is not sure is in the note."""
    sheet = Sheet(line, today, _by_fold(known_organisations), _by_fold(known_topics), [""] * len(line))
    _read_tokens(sheet)
    start = _read_name(sheet)
    for first, last in _pieces(sheet, start):
        _read_piece(sheet, first, last)
    return Capture(
        sheet.name,
        sheet.organisation,
        tuple(dict.fromkeys(sheet.topics)),
        ", ".join(sheet.notes),
        tuple(sheet.promises),
        tuple(dict.fromkeys(sheet.emails)),
        tuple(dict.fromkeys(sheet.phones)),
        tuple(dict.fromkeys(sheet.profiles)),
        _spans(sheet),
    )


def _by_fold(names: Collection[str]) -> dict[str, str]:
    return {fold(name): name for name in names if name.strip()}


# --- things that are sure anywhere -----------------------------------------------------------------------


def _read_tokens(sheet: Sheet) -> None:
    for match in WORD.finditer(sheet.line):
        _read_link(sheet, match)
    for match in EMAIL.finditer(sheet.line):
        if sheet.is_free(*match.span()):
            sheet.emails.append(match.group())
            sheet.paint(*match.span(), "email")
    for match in PHONE.finditer(sheet.line):
        if sheet.is_free(*match.span()) and 7 <= sum(letter.isdigit() for letter in match.group()) <= 15:
            sheet.phones.append(match.group())
            sheet.paint(*match.span(), "phone")
    for match in TOPIC.finditer(sheet.line):
        if sheet.is_free(*match.span()):
            _read_topic(sheet, match)


def _read_link(sheet: Sheet, match: re.Match[str]) -> None:
    start = match.start() + (len(match.group()) - len(match.group().lstrip("(<[")))
    text = sheet.line[start : match.end()].rstrip(",;.!?)>]")
    profile = read_profile(text) if _looks_like_link(text) else None
    if profile:
        sheet.profiles.append(profile)
        sheet.paint(start, start + len(text), "profile")


def _looks_like_link(text: str) -> bool:
    """An address by its beginning, a handle with a place, an ORCID iD, or a page of a site we know."""
    if re.match(r"https?://|www\.|@[\w.-]+[@.]", text, re.IGNORECASE) or orcid_is_sound(text):
        return True
    profile = read_profile(text) if "/" in text and "." in text else None
    return profile is not None and profile.kind != "web"


def _read_topic(sheet: Sheet, match: re.Match[str]) -> None:
    """One word after #, or a known topic of several."""
    start, end = match.start(1), match.end()
    known = _known_at(sheet.line, start, sheet.known_topics)
    if known and sheet.is_free(start, known[0]):
        end = known[0]
    sheet.topics.append(known[1] if known and known[0] == end else match.group(1))
    sheet.paint(match.start(), end, "topic")


# --- the name --------------------------------------------------------------------------------------------


def _read_name(sheet: Sheet) -> int:
    """Read the name at the start; where the rest begins."""
    line = sheet.line
    stop = ENDS_NAME.search(line)
    end = stop.start() if stop else len(line)
    end = next((at for at in range(end) if sheet.kinds[at]), end)
    words = list(WORD.finditer(line, 0, end))
    if words and words[0].group() in PROMISE_VERBS:
        return 0
    kept = words[: _length_of_name([word.group() for word in words])]
    if not kept:
        return 0
    sheet.name = " ".join(word.group() for word in kept)
    sheet.paint(kept[0].start(), kept[-1].end(), "name")
    return kept[-1].end()


def _length_of_name(words: list[str]) -> int:
    """How many of the first words are the name: up to the first small word that is no particle, if any is large."""
    if all(_is_small(word) for word in words):
        return len(words) if len(words) <= MOST_WORDS_OF_A_SMALL_NAME else 2
    seen_name = False
    for number, word in enumerate(words):
        if word.casefold().rstrip(".") in TITLES:
            continue
        if seen_name and _is_small(word) and word not in PARTICLES:
            return number
        seen_name = True
    return len(words)


def _is_small(word: str) -> bool:
    return word[:1].islower() or word[:1].isdigit()


# --- the rest, piece by piece ----------------------------------------------------------------------------


def _pieces(sheet: Sheet, start: int) -> list[tuple[int, int]]:
    """The stretches between commas, semicolons and line ends, leaving those inside links alone."""
    cuts = [at.start() for at in SEPARATORS.finditer(sheet.line, start) if not sheet.kinds[at.start()]]
    for cut in cuts:
        sheet.kinds[cut] = "gap"
    starts, ends = [start, *(cut + 1 for cut in cuts)], [*cuts, len(sheet.line)]
    return list(zip(starts, ends, strict=True))


def _read_piece(sheet: Sheet, start: int, end: int) -> None:
    start = _read_organisation(sheet, start, end)
    start += len(sheet.line[start:end]) - len(sheet.line[start:end].lstrip())
    if _begins_promise(sheet.line[start:end]):
        _read_promise(sheet, start, end)
    elif not _completes_promise(sheet, start, end) and not _is_known_topic(sheet, start, end):
        _keep_note(sheet, start, end)


def _read_organisation(sheet: Sheet, start: int, end: int) -> int:
    """Read an organisation in this piece, if there is none yet; where reading goes on."""
    if sheet.organisation:
        return start
    piece = sheet.line[start:end]
    at_sign = re.search(r"(?<!\w)@\s*(?=\w)", piece)
    lead = re.match(r"\s*(?:(?:at|from)\s+)?(?:the\s+)?", piece, re.IGNORECASE)
    if at_sign and not sheet.kinds[start + at_sign.start()]:
        found = start + at_sign.end()
        name_end, name = _organisation_at(sheet, found, end)
        if not name:
            return start
        _keep_note(sheet, start, start + at_sign.start())
        sheet.paint(start + at_sign.start(), name_end, "organisation")
    else:
        found = start + (lead.end() if lead else 0)
        surely = bool(re.match(r"\s*at\s", piece, re.IGNORECASE))
        name_end, name = _sure_organisation(sheet, found, end, surely)
        sheet.paint(start + len(piece) - len(piece.lstrip()), name_end, "organisation") if name else None
    sheet.organisation = name
    return name_end if name else start


def _organisation_at(sheet: Sheet, start: int, end: int) -> tuple[int, str]:
    """The organisation after @."""
    known = _known_at(sheet.line[:end], start, sheet.organisations)
    if known:
        return known
    end = next((at for at in range(start, end) if sheet.kinds[at]), end)
    words = list(WORD.finditer(sheet.line, start, end))
    if not words:
        return start, ""
    kept = words if _is_small(words[0].group()) else _capital_run(words)
    return kept[-1].end(), " ".join(word.group() for word in kept)


def _capital_run(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Words with a capital, and small ones such as "of" between two of them; one word where no letters are large."""
    if not words[0].group()[0].isupper():
        return words[:1]
    length = 1
    for number, word in enumerate(words[1:], start=2):
        if not _is_small(word.group()) and word.group() != "&":
            length = number
        elif word.group().casefold() not in SMALL_WORDS:
            break
    return words[:length]


def _sure_organisation(sheet: Sheet, start: int, end: int, after_at: bool) -> tuple[int, str]:
    """An organisation without @: known, called like one, or with a capital after "at"."""
    known = _known_at(sheet.line[:end], start, sheet.organisations)
    if known:
        return known
    end = next((at for at in range(start, end) if sheet.kinds[at]), end)
    words = list(WORD.finditer(sheet.line, start, end))
    if not words or _is_small(words[0].group()):
        return start, ""
    run = _capital_run(words)
    called_like_one = any(fold(word.group()).strip(".") in ORGANISATION_WORDS for word in run)
    if not after_at and (not called_like_one or len(run) < len(words) or len(run) < 2):
        return start, ""
    return run[-1].end(), " ".join(word.group() for word in run)


def _known_at(line: str, start: int, known: dict[str, str]) -> tuple[int, str] | None:
    """The longest known name that begins at `start` and ends with a word: where it ends, and its own spelling."""
    if not known:
        return None
    ends = [word.end() for word in re.finditer(r"[^\s,;]+", line[start : start + 200])]
    for end in reversed(ends):
        name = known.get(fold(line[start : start + end]))
        if name:
            return start + end, name
    return None


def read_promise(words: str, today: date) -> tuple[str, date | None]:
    """A promise by itself: "send the draft fri" is "Send the draft" and the day."""
    found = find_day(words, today)
    if not found:
        return _sentence(words), None
    return _sentence(f"{words[: found.start]} {words[found.end :]}"), found.day


def _begins_promise(piece: str) -> bool:
    lead = PROMISE_LEADS.match(piece)
    verb = re.match(r"[a-z-]+", piece[lead.end() if lead else 0 :], re.IGNORECASE)
    return bool(verb) and verb.group().casefold() in PROMISE_VERBS if verb else False


def _read_promise(sheet: Sheet, start: int, end: int) -> None:
    found = find_day(sheet.line[start:end], sheet.today)
    if found:
        first, last = start + found.start, start + found.end
        sheet.paint(first, last, "date")
        text = f"{sheet.line[start:first]} {sheet.line[last:end]}"
        promise = CapturedPromise(_sentence(text), found.day, sheet.line[first:last])
    else:
        promise = CapturedPromise(_sentence(sheet.line[start:end]))
    sheet.paint(start, end, "promise")
    sheet.promises.append(promise)


def _sentence(text: str) -> str:
    words = re.sub(r"\s+([,.;!?])", r"\1", " ".join(text.split()))
    return words[:1].upper() + words[1:]


def _completes_promise(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the piece is only a day, for the promise before it ("send the paper, by Friday")."""
    piece = sheet.line[start:end].strip()
    found = find_day(piece, sheet.today)
    if not found or not sheet.promises or sheet.promises[-1].due or (found.start, found.end) != (0, len(piece)):
        return False
    sheet.promises[-1] = CapturedPromise(sheet.promises[-1].text, found.day, piece)
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
    """Keep what is left of a piece, in its own words."""
    free = "".join(sheet.line[at] if not sheet.kinds[at] else " " for at in range(start, end))
    words = " ".join(free.split())
    if words:
        sheet.notes.append(words)
        sheet.paint(start, end, "note")


def _spans(sheet: Sheet) -> tuple[Span, ...]:
    spans: list[Span] = []
    for kind, run in groupby(range(len(sheet.line)), key=sheet.kinds.__getitem__):
        places = [at for at in run if not sheet.line[at].isspace()]
        if places and kind not in {"", "gap"}:
            spans.append(Span(places[0], places[-1] + 1, kind))
    return tuple(spans)
