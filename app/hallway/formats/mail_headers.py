"""Mails (.eml, .mbox): who wrote to whom, when and about what, from their headers alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from hallway.domain.folding import fold
from hallway.domain.records import Complaint, Email, MomentRecord, Parsed, PersonRecord, Report
from hallway.formats import limits
from hallway.formats.limits import shown
from hallway.formats.mail_boxes import Head, heads, is_box
from hallway.formats.mail_people import Mail, first, in_most, is_bulk, is_machine, name_of, others_in, recipients
from hallway.formats.mail_words import moment_of, subject_of

SOURCE: Final = "mail"
FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Mails from outside these years have a clock that was wrong."""


@dataclass(slots=True)
class _Other:
    """Somebody else, under the newest of their names, and what happened with them."""

    where: str
    name: str = ""
    named: datetime | None = None
    moments: list[MomentRecord] = field(default_factory=list)


def read(
    data: bytes,
    report: Report | None = None,
    own: frozenset[str] = frozenset(),
    with_subjects: bool = True,
    today: date | None = None,
) -> Parsed[PersonRecord]:
    """Read with whom the user wrote, the newest first: a moment for each mail, day and time by its writer's clock.

    `own` are the user's addresses; names among them help where no address fits. Without addresses, the one in most
    mails of a .mbox is theirs, and whoever sent a single mail is the other one. Mails after `today` are left out, and
    so are those of lists and machines. The subject is the summary, unless `with_subjects` is off.
    """
    oversize = limits.oversize(data)
    if oversize:
        return Parsed((), (oversize,), SOURCE)
    reader = _Reader(limits.Complaints(), report, with_subjects, today)
    reader.take_in(data)
    return reader.complaints.parsed(reader.people(own, is_box(data)), SOURCE)


class _Reader:
    """Takes the mails in, and tells whose they are once all are known."""

    def __init__(
        self, complaints: limits.Complaints, report: Report | None, with_subjects: bool, today: date | None
    ) -> None:
        self.complaints = complaints
        self._report = report
        self._with_subjects = with_subjects
        self._last_day = today + timedelta(days=1) if today else date(LAST_YEAR, 12, 31)  # it is tomorrow somewhere
        self._mails: list[Mail] = []
        self._seen: set[str] = set()
        self._left_out = 0
        self._total = 1

    def take_in(self, data: bytes) -> None:
        """Every mail of a file."""
        number, self._total = 0, max(data.count(b"\nFrom "), 1)
        for number, head in enumerate(heads(data), start=1):
            limits.tell(self._report, min(number, self._total), self._total)
            if number > limits.MAX_RECORDS:
                self.complaints.append(limits.too_many(f"mail {number}"))
                break
            self._take(number, head)
        if not number:
            self.complaints.append(Complaint("file", "There is no mail in it."))

    def _take(self, number: int, head: Head) -> None:
        key = head.get("message-id", "")
        if key in self._seen:
            return
        if key:
            self._seen.add(key)
        sender = first(head, "from", "sender")
        if is_bulk(head) or (sender and is_machine(sender.address)):
            self._left_out += 1
            return
        if sender is None:
            self._complain(number, "It does not say who wrote it; the mail was left out.", head.get("from", ""))
            return
        when = moment_of(head.get("date", ""))
        if when is None:
            self._complain(number, "Its date could not be read; the mail was left out.", head.get("date", ""))
        elif when.year < FIRST_YEAR or when.date() > self._last_day:
            what = f"Its date is before {FIRST_YEAR} or still to come; the mail was left out."
            self._complain(number, what, head.get("date", ""))
        else:
            subject = subject_of(head.get("subject", "")) if self._with_subjects else ""
            box = first(head, "delivered-to", "x-original-to")
            self._mails.append(Mail(number, sender, recipients(head), when, subject, box.address if box else ""))

    def _complain(self, number: int, what: str, raw: str) -> None:
        self.complaints.append(Complaint(f"mail {number}", what, shown(raw)))

    def people(self, own: frozenset[str], is_a_box: bool) -> Iterable[PersonRecord]:
        """Everybody else, in the order of the file."""
        mine = self._mine(own, is_a_box)
        others: dict[str, _Other] = {}
        count = 0
        for at, mail in enumerate(self._mails):
            if self._report and at % limits.REPORT_EVERY == 0:
                self._report(self._total, self._total)
            listed = others_in(mail, mine)
            self._left_out += not listed
            moment = self._moment(mail, "out" if mail.sender.address in mine else "in")
            for one in listed[: limits.MAX_RECORDS - count]:
                count += 1
                other = others.setdefault(one.address, _Other(f"mail {mail.number}"))
                other.moments.append(moment)
                is_newer = other.named is None or mail.when >= other.named
                if one.name and is_newer and (name := name_of(one)):
                    other.name, other.named = name, mail.when
        if count == limits.MAX_RECORDS:
            self.complaints.append(limits.too_many("file"))
        if self._left_out:
            many = "One mail was" if self._left_out == 1 else f"{self._left_out:,} mails were"
            what = f"{many} left out: of lists and machines, to many people at once, or to nobody else."
            self.complaints.append(Complaint("file", what))
        return [_person(address, other) for address, other in others.items()]

    def _moment(self, mail: Mail, direction: str) -> MomentRecord:
        day, _, time = mail.when.isoformat(timespec="minutes").partition("T")
        return MomentRecord(day, "message", mail.subject, direction, time)

    def _mine(self, own: frozenset[str], is_a_box: bool) -> frozenset[str]:
        """The user's own addresses; empty when whoever wrote counts as the other one."""
        everybody = [one for mail in self._mails for one in (mail.sender, *mail.recipients)]
        wanted = {one.strip().casefold() for one in own}
        mine = {one.address for one in everybody if one.address in wanted}
        names = {fold(one) for one in own if "@" not in one}
        if names and not mine:
            mine = {one.address for one in everybody if one.name and fold(name_of(one)) in names}
        if mine or not is_a_box or len(self._mails) < 2:
            return frozenset(mine)
        found = "" if any("@" in one for one in own) else in_most(self._mails)
        if not found:
            what = "It could not be told which address is yours; whoever wrote counts as the other one."
            self.complaints.append(Complaint("file", what))
        return frozenset({found} - {""})


def _person(address: str, other: _Other) -> PersonRecord:
    moments = sorted(other.moments, key=lambda one: (one.on, one.at_time), reverse=True)
    return PersonRecord(other.name or address, where=other.where, emails=(Email(address),), moments=tuple(moments))
