"""A thing to share out of whatever holds it: a mail (.eml), an entry of a bibliography, or plain text."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default

from hallway.domain import errors
from hallway.domain.papers import Paper
from hallway.domain.sharing import Resource, read_shared
from hallway.formats import bibtex, html_text, kinds, ris, text

LARGEST = 2_000_000
"""Bytes of a file that is still one thing to share, and not a library."""
HEAD = 16_384
_BROKEN = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)
"""How reading a mail that is damaged ends."""
PASTE = "Paste its title or its summary instead."


def read(data: bytes, name: str = "") -> Resource:
    """What a file tells of one thing to share. Raises `Refused` for one that is too large, or no text."""
    if len(data) > LARGEST:
        raise errors.Refused("This file is larger than one thing to share.", do=PASTE)
    kind = kinds.recognise(data, name)
    papers = {"bibtex": bibtex.read, "ris": ris.read}[kind](data).records if kind in ("bibtex", "ris") else ()
    if papers:
        return _of_paper(papers[0])
    if _is_mail(data):
        try:
            return _of_mail(data)
        except _BROKEN as error:
            raise errors.Refused("This mail cannot be read: it is damaged.", do=PASTE) from error
    seems = kinds.describe(data, name)
    if seems != "a text file":
        raise errors.Refused(f"This seems to be {seems}.", do=PASTE)
    return read_shared(text.decode(data).text)


def _of_paper(paper: Paper) -> Resource:
    link = paper.url or (f"https://doi.org/{paper.doi}" if paper.doi else "")
    words = " ".join((*paper.topics, paper.venue))
    return Resource(paper.title, "article", link, words, "; ".join(one.name for one in paper.authors))


def _is_mail(data: bytes) -> bool:
    head = b"\n" + data[:HEAD].replace(b"\r\n", b"\n").partition(b"\n\n")[0].lower()
    return b"\nfrom:" in head and b"\nsubject:" in head


def _of_mail(data: bytes) -> Resource:
    """Subject and words of a mail; whoever sent it is left out."""
    mail = message_from_bytes(data, policy=default)
    assert isinstance(mail, EmailMessage)
    part = mail.get_body(("plain", "html"))
    words = "" if part is None else _content(part)
    if part is not None and part.get_content_subtype() == "html":
        words = html_text.plain(words)
    return read_shared(f"{mail.get('Subject', '')}\n{words}")


def _content(part: MIMEPart) -> str:
    """The words of a part, also where it names letters that nobody knows."""
    try:
        return str(part.get_content())
    except (LookupError, ValueError):
        packed = part.get_payload(decode=True)
        return text.decode(packed).text if isinstance(packed, bytes) else ""
