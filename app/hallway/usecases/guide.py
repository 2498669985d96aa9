"""The guide: how others go about it, a page for each topic, each with one thing to do now."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from hallway.resources import resource

LANGUAGE = "en"
END_OF_HEAD = "---"


class Topic(NamedTuple):
    """One page: `key` names it, `do` is the action of the one thing to do, `button` its words, `text` is Markdown."""

    key: str
    title: str
    line: str
    do: str
    button: str
    text: str


@lru_cache(maxsize=1)
def topics() -> tuple[Topic, ...]:
    """Every topic in the order of the guide."""
    return tuple(_read(path.stem, path.read_text(encoding="utf-8"))
                 for path in sorted(resource("guide", LANGUAGE).glob("*.md")))  # fmt: skip


def topic(key: str) -> Topic:
    """The page of this key. Raises `KeyError` when there is none."""
    found = next((one for one in topics() if one.key == key), None)
    if found is None:
        raise KeyError(key)
    return found


def _read(name: str, written: str) -> Topic:
    """The lines above the rule are words by name; below stands the page. The number in the file's name orders it."""
    head, _, text = written.partition(f"\n{END_OF_HEAD}\n")
    words = dict(line.split(": ", 1) for line in head.splitlines())
    return Topic(name.partition("-")[2], words["title"], words["line"], words["do"], words["button"], text.strip())
