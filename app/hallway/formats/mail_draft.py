"""A message as a draft that mail programs open for editing (RFC 5322, with Outlook's "X-Unsent")."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP


def write(address: str, subject: str, text: str) -> bytes:
    """The file of one draft; an empty `address` leaves the line out.

    Line breaks in the subject become spaces. Raises `ValueError` for an address with a line break.
    """
    draft = EmailMessage(policy=SMTP)
    draft["X-Unsent"] = "1"
    if address:
        draft["To"] = address
    draft["Subject"] = " ".join(subject.split())
    draft.set_content(text.rstrip() + "\n", charset="utf-8", cte="quoted-printable")
    return draft.as_bytes()
