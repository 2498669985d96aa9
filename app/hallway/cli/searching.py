"""`hallway find`: people, events and moments by any word."""

from __future__ import annotations

from argparse import Namespace

from hallway.cli.speaking import Verbs, add_json, columns, document, say
from hallway.usecases import searching
from hallway.usecases.desk import Desk


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    verb = verbs.add_parser("find", help="people, events and moments by any word")
    verb.add_argument("words", nargs="+", metavar="WORDS")
    add_json(verb)
    verb.set_defaults(run=find)


def find(desk: Desk, words: Namespace) -> None:
    """What has all of the words in it."""
    sought = " ".join(words.words)
    hits = desk.ask(searching.find, sought)
    if words.json:
        document([
            {"kind": hit.kind, "id": hit.id, "title": hit.title, "detail": hit.detail, "why": hit.why} for hit in hits
        ])  # fmt: skip
    elif hits:
        columns([(hit.kind, hit.title if len(hit.title) < 50 else hit.title[:49] + "…", hit.detail) for hit in hits])
    else:
        say(f"Nothing has “{sought}” in it.")
