"""HTML in a description to plain text: enough for what calendars send, and never more than one pass."""

from __future__ import annotations

import html
import re
from typing import Final

from hallway.formats.text import clean

_LOOKS_LIKE_HTML: Final = re.compile(
    r"</?(?:p|br|div|a|b|i|u|em|strong|ul|ol|li|span|h[1-6]|html|body|table|td|pre|code)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_HIDDEN: Final = re.compile(r"<(script|style|head)\b[^<>]{0,500}>(?:.*?</\1\s*>|.*)", re.IGNORECASE | re.DOTALL)
_LINE: Final = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr|/ul|/ol)\b[^<>]{0,500}>[ \t]*\n?", re.IGNORECASE)
_TAG: Final = re.compile(r"<[A-Za-z/!][^<>]{0,2000}>")
_EMPTY_LINES: Final = re.compile(r"\n{3,}")


def plain(text: str) -> str:
    """The text without tags; text that merely contains `<` or `&` stays as it is."""
    if not _LOOKS_LIKE_HTML.search(text):
        return text.strip()
    text = html.unescape(_TAG.sub("", _LINE.sub("\n", _HIDDEN.sub("", text))))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", clean(text)).strip()
