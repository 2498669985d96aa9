"""LinkedIn's messages.csv: with whom one wrote and when, the words only when they are wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from hallway.domain.folding import fold
from hallway.domain.names import split_name
from hallway.domain.records import Complaint, MomentRecord, Parsed, PersonRecord, Profile, Report
from hallway.formats import html_text, limits, text
from hallway.formats.csv_rows import CsvRow, rows, split_row
from hallway.formats.limits import shown
from hallway.formats.linkedin_parties import Named, Parties, who_is_me

SOURCE: Final = "linkedin-messages"
HEADER_WITHIN: Final = 10
"""In how many lines from the top the header is looked for."""
MAX_LINES: Final = 2_000
"""The most lines that one message may have."""

_COLUMNS: Final = {
    "conversation id": "conversation", "from": "sender", "sender profile url": "page", "to": "recipients",
    "recipient profile urls": "pages", "date": "date", "subject": "subject", "content": "content",
    "folder": "folder", "is message draft": "draft", "is conversation draft": "draft of a conversation",
}  # fmt: skip
_REQUIRED: Final = frozenset({"conversation", "sender", "date"})
_WHEN: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d{1,2}:\d\d(?::\d\d)?)(?:\.\d{1,9})?\s?(?:UTC|GMT|Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_FIRST_YEAR: Final = 2003  # when LinkedIn began
_YES: Final = frozenset({"yes", "true", "1"})
_ADVERTISED: Final = ("spinmail-quill-editor", "%FIRSTNAME%")


@dataclass(frozen=True, slots=True)
class _Message:
    """One row that was sent: `recipients` are the cells of names and of pages, `when` is ISO and sorts."""

    number: int
    conversation: str
    sender: Named
    recipients: tuple[str, str]
    when: str
    summary: str


@dataclass(slots=True)
class _Other:
    """Somebody else, and what happened with them: the words of each message, or one moment a day and direction."""

    key: str
    where: str
    moments: dict[tuple[str, ...], tuple[str, MomentRecord]] = field(default_factory=dict)


def read(
    data: bytes, report: Report | None = None, own: frozenset[str] = frozenset(), with_texts: bool = False
) -> Parsed[PersonRecord]:
    """Read with whom the user wrote, the newest first: a moment for each day and direction.

    With `with_texts` it is a moment for each message instead, and its summary the first 500 characters. `own` are
    the user's names; without them it is who takes part in most conversations. Times are not kept, because the file
    has them in UTC. Everybody in a conversation of several is there; only whoever wrote or was written to by the user
    has moments.
    """
    oversize = limits.oversize(data)
    if oversize:
        return Parsed((), (oversize,), SOURCE)
    decoded = text.decode(data)
    complaints = limits.Complaints(decoded.complaints)
    physical = text.lines(decoded.text)
    header = find_header(physical)
    if header is None:
        complaints.append(Complaint("file", "There is no header row with CONVERSATION ID, FROM, TO and DATE."))
        return complaints.parsed((), SOURCE)
    reader = _Reader(complaints, report, with_texts)
    reader.take_in(physical, *header)
    return complaints.parsed(reader.people(own), SOURCE)


def find_header(physical: Sequence[str]) -> tuple[int, str, dict[str, int]] | None:
    """Where the header is: line index, delimiter, and the place of each known column; None when there is none."""
    for at, line in enumerate(physical[:HEADER_WITHIN]):
        for delimiter in (",", ";", "\t"):
            columns = _columns(split_row(line.lstrip("\ufeff"), delimiter) or [])
            if columns.keys() >= _REQUIRED and columns.keys() & {"recipients", "pages"}:
                return at, delimiter, columns
    return None


def read_moment(written: str) -> str:
    """ "2024-05-15 10:30:00 UTC" as "2024-05-15T10:30:00"; a day alone is its midnight, and nothing is what is none."""
    match = _WHEN.fullmatch(written)
    if match is None:
        return ""
    day, time = match[1], match[2] or "00:00"
    try:
        moment = datetime.fromisoformat(f"{day}T{time if time[2] == ':' else f'0{time}'}")
    except ValueError:
        return ""
    return moment.isoformat() if moment.year >= _FIRST_YEAR else ""


def _columns(cells: Sequence[str]) -> dict[str, int]:
    names = (" ".join(cell.lower().split()) for cell in cells)
    return {_COLUMNS[name]: at for at, name in reversed(list(enumerate(names))) if name in _COLUMNS}


class _Reader:
    """Takes the rows in, and tells who was in them once all are known."""

    def __init__(self, complaints: limits.Complaints, report: Report | None, with_texts: bool) -> None:
        self._complaints = complaints
        self._report = report
        self._with_texts = with_texts
        self._parties = Parties()
        self._messages: list[_Message] = []
        self._drafted: set[Named] = set()
        self._lines = 0
        self._left_out = 0
        self._moments = 0

    def take_in(self, physical: Sequence[str], at: int, delimiter: str, columns: Mapping[str, int]) -> None:
        """Every row behind the header."""
        self._lines = len(physical)
        for row in rows(physical, delimiter, at + 1, MAX_LINES):
            limits.tell(self._report, row.number, len(physical))
            if len(self._messages) == limits.MAX_RECORDS:
                self._complaints.append(limits.too_many(f"line {row.number}"))
                return
            if row.trouble:
                self._complain(row, row.trouble, row.raw if self._with_texts else "")
            else:
                cells = {name: row.cells[place].strip() for name, place in columns.items() if place < len(row.cells)}
                self._take(row, cells)

    def _take(self, row: CsvRow, cells: Mapping[str, str]) -> None:
        if not any(cells.values()):
            return
        written, content = cells.get("date", ""), cells.get("content", "")
        sender = self._parties.named(cells.get("sender", ""), cells.get("page", ""))
        is_draft = bool({cells.get("draft", "").lower(), cells.get("draft of a conversation", "").lower()} & _YES)
        if is_draft and sender:
            self._drafted.add(sender)
        is_spam = cells.get("folder", "").lower() == "spam"
        is_advertised = not cells.get("page") and any(sign in content for sign in _ADVERTISED)
        if sender is None or is_draft or is_spam or is_advertised:
            self._left_out += 1
            return
        when = read_moment(written)
        if not when:
            self._complain(row, "Its date could not be read; the message was left out.", written)
            return
        summary = self._summary(cells.get("subject", ""), content) if self._with_texts else ""
        conversation = cells.get("conversation", "") or f"line {row.number}"
        recipients = cells.get("recipients", ""), cells.get("pages", "")
        self._parties.heard(sender, when)
        self._messages.append(_Message(row.number, conversation, sender, recipients, when, summary))

    def _complain(self, row: CsvRow, what: str, raw: str) -> None:
        """Without the words of the message, unless they are wanted."""
        self._complaints.append(Complaint(f"line {row.number}", what, shown(raw)))

    def _summary(self, subject: str, content: str) -> str:
        return shown(text.clean("\n".join(part for part in (subject, html_text.plain(content)) if part)))

    def people(self, own: frozenset[str]) -> Iterator[PersonRecord]:
        """Everybody else, in the order of the file."""
        conversations: dict[str, set[str]] = {}
        everybody: list[tuple[_Message, str, tuple[str, ...]]] = []
        for message in self._messages:
            self._parties.learn(*message.recipients, message.when)
        for at, message in enumerate(self._messages):
            if self._report and at % limits.REPORT_EVERY == 0:
                self._report(self._lines, self._lines)
            sender, recipients = self._parties.key(message.sender), self._parties.listed(*message.recipients)
            conversations.setdefault(message.conversation, set()).update((sender, *recipients))
            everybody.append((message, sender, recipients))
        drafted = frozenset(self._parties.key(one) for one in self._drafted)
        me = who_is_me(conversations, self._parties, frozenset(map(fold, own)), drafted)
        if everybody and not me:
            what = "It could not be told which of them is you. Write your name as LinkedIn has it under My card."
            self._complaints.append(Complaint("file", what))
        others: dict[str, _Other] = {}
        for message, sender, recipients in everybody if me else ():
            self._share(message, sender, recipients, me, others)
        self._say_left_out()
        return (self._person(other) for other in others.values())

    def _share(
        self, message: _Message, sender: str, recipients: tuple[str, ...], me: frozenset[str], others: dict[str, _Other]
    ) -> None:
        """Give a message to whoever is in it."""
        listed = [key for key in dict.fromkeys((sender, *recipients)) if key not in me]
        if not listed:
            self._left_out += 1  # to somebody who is no longer there
        direction = "out" if sender in me else "in"
        day = message.when[:10]
        moment = MomentRecord(day, "message", message.summary, direction)
        key = (str(message.number),) if self._with_texts else (day, direction)
        for one in listed:
            other = others.setdefault(one, _Other(one, f"line {message.number}"))
            if (one == sender or direction == "out") and key not in other.moments:
                self._moments += 1
                if self._moments <= limits.MAX_RECORDS:
                    other.moments[key] = (message.when, moment)

    def _say_left_out(self) -> None:
        if self._moments > limits.MAX_RECORDS:
            self._complaints.append(limits.too_many("file"))
        if self._left_out:
            many = "One message was" if self._left_out == 1 else f"{self._left_out:,} messages were"
            what = f"{many} left out: advertisements, drafts, spam, or to and from somebody who is no longer there."
            self._complaints.append(Complaint("file", what))
        if self._parties.unclear:
            what = "In some conversations of several it could not be told whose name is whose; those were left out."
            self._complaints.append(Complaint("file", what))

    def _person(self, other: _Other) -> PersonRecord:
        name, page = self._parties.name_of(other.key), self._parties.page_of(other.key)
        core, comma, behind = name.partition(",")
        suffix = behind.strip(" ,") if comma and split_name(name).suffix else ""
        moments = sorted(other.moments.values(), key=lambda one: one[0], reverse=True)
        return PersonRecord(
            name=core.strip() if suffix else name, where=other.where, suffix=suffix,
            profiles=(Profile("linkedin", page),) if page else (), moments=tuple(moment for _, moment in moments),
        )  # fmt: skip
