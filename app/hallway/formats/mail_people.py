"""Who is who in mails: machines and lists apart from people, the user apart from everybody else, names made plain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final

from hallway.domain.folding import fold
from hallway.domain.names import split_name
from hallway.formats.mail_boxes import Head
from hallway.formats.mail_words import LONGEST_LIST, Address, addresses, decoded

MOST_RECIPIENTS: Final = 20
"""Whoever writes to more people than this writes to none of them in particular."""

_LONGEST_NAME: Final = 200
_LONGEST_ONE: Final = 1_000
_MACHINE: Final = re.compile(
    r"(?:.*[-_.+])?(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer[-_.]?daemon|postmaster|notifications?|notify|bounces?"
    r"|listserv|majordomo|mailman|newsletters?|automailer|auto[-_.]?confirm)(?:[-_.+=].*)?"
    r"|.*-(?:owner|request|announce|list)|owner-.*"
)
_MACHINES: Final = frozenset(
    "lists listserv mailman noreply no-reply notifications bounce bounces googlegroups mailer-daemon".split()
)
"""Parts of a host's name that no person writes from."""
_BULK: Final = frozenset({"bulk", "list", "junk", "auto_reply"})


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail between people: in `recipients` is nobody when there were too many."""

    number: int
    sender: Address
    recipients: tuple[Address, ...]
    when: datetime
    subject: str
    box: str


@lru_cache(maxsize=4_096)
def is_machine(address: str) -> bool:
    """Whether an address (casefolded) is one that nobody reads, or that of a list."""
    local, _, host = address.rpartition("@")
    is_of_one = host.endswith("groups.io") or not _MACHINES.isdisjoint(host.split("."))
    return is_of_one or _MACHINE.fullmatch(local) is not None


def is_bulk(head: Head) -> bool:
    """Whether a mail went to a list, or was written by no hand (RFC 2919, RFC 3834)."""
    is_automatic = head.get("auto-submitted", "no").partition(";")[0].strip().lower() not in ("no", "")
    is_of_list = "list-id" in head or "list-unsubscribe" in head
    return is_of_list or is_automatic or head.get("precedence", "").lower() in _BULK


def first(head: Head, name: str, otherwise: str) -> Address | None:
    """The first address in a header, or in another that stands for it."""
    return next(iter(addresses((head.get(name, "") or head.get(otherwise, ""))[:_LONGEST_ONE])), None)


def recipients(head: Head) -> tuple[Address, ...]:
    """Everybody it went to; nobody in particular when they are many."""
    listed = [head[name] for name in ("to", "cc", "bcc") if name in head]
    signs = sum(one.count("@") + one.count(",") for one in listed)
    if sum(map(len, listed)) > LONGEST_LIST or signs > 8 * MOST_RECIPIENTS:
        return ()
    found = {one.address: one for part in listed for one in addresses(part)}
    return tuple(found.values()) if len(found) <= MOST_RECIPIENTS else ()


def others_in(mail: Mail, mine: frozenset[str]) -> list[Address]:
    """To whom the user wrote, or who wrote to the user."""
    if mail.sender.address not in mine:
        return [mail.sender]
    return [one for one in mail.recipients if one.address not in mine and not is_machine(one.address)]


def in_most(mails: Sequence[Mail]) -> str:
    """The address in most mails; between several the one they were delivered to, or the one of them who wrote.

    Nothing when that tells nothing: where all are from one to another, it may be either's box.
    """
    often = Counter(address for mail in mails for address in _everybody(mail))
    most = max(often.values(), default=0)
    top = {address for address, count in often.items() if count == most}
    if len(top) > 1:
        top = top & {mail.box for mail in mails} or top
    senders = {mail.sender.address for mail in mails}
    if len(top) > 1 and len(senders) > 1:
        top &= senders
    return next(iter(top)) if len(top) == 1 else ""


def _everybody(mail: Mail) -> Iterator[str]:
    yield from {mail.sender.address, *(one.address for one in mail.recipients)}


@lru_cache(maxsize=4_096)
def name_of(one: Address) -> str:
    """The name with an address, the usual way round; nothing when it is only the address again."""
    name = decoded(one.name[: 4 * _LONGEST_NAME])[:_LONGEST_NAME].strip(" '\"")
    if "@" in name or fold(name) == one.address:
        return ""
    if "," not in name:
        return name
    parts = split_name(name)
    turned = " ".join(part for part in (parts.prefix, parts.given, parts.additional, parts.family) if part)
    return f"{turned}, {parts.suffix}" if turned and parts.suffix else turned
