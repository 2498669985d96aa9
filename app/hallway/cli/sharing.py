"""`hallway who-wants`: who in the network would want an article, a call, an opening."""

from __future__ import annotations

from argparse import Namespace

from hallway.cli.speaking import Verbs, add_json, document, say
from hallway.usecases import sharing
from hallway.usecases.desk import Desk


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    verb = verbs.add_parser("who-wants", help="who would want an article, a call or an opening")
    verb.add_argument("text", nargs="+", metavar="TEXT", help="its title, its summary, or all of it")
    add_json(verb)
    verb.set_defaults(run=who_wants)


def who_wants(desk: Desk, words: Namespace) -> None:
    """The people it is closest to, each with the facts."""
    found = desk.ask(sharing.who_wants, " ".join(words.text))
    if words.json:
        document([{"person": one.name, "why": "; ".join(one.reasons)} for one in found])
        return
    if not found:
        say("Nobody in this record comes close to it yet.")
    for one in found:
        say(f"{one.name}: {'. '.join(one.reasons)}.")
