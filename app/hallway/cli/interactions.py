"""`hallway log`: what happened with somebody."""

from __future__ import annotations

from argparse import Namespace

from hallway.cli.speaking import Verbs, day_and_distance, day_from, say
from hallway.domain.dates import say_day
from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.usecases import interactions, people
from hallway.usecases.desk import Desk


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    kinds = [kind.value for kind in Kind]
    verb = verbs.add_parser("log", help="what happened with somebody")
    verb.add_argument("person", metavar="PERSON", help="a name, or enough of it")
    verb.add_argument("text", metavar="TEXT", help="what it was about")
    verb.add_argument("--kind", choices=kinds, default=Kind.CONVERSATION.value, metavar="K", help=", ".join(kinds))
    verb.add_argument("--on", metavar="DATE", help="the day it was, if not today (yesterday, last tue, 2026-06-17)")
    verb.set_defaults(run=log)


def log(desk: Desk, words: Namespace) -> None:
    """Log it, and say what it sets next."""
    today = desk.clock.today()
    on = day_from(words.on, today) if words.on else today
    person_id, name = desk.ask(people.named, words.person)
    new = NewInteraction(on, (Participant(person_id),), Kind(words.kind), words.text)
    label = desk.do(interactions.log, new).changes.label
    say(f"{label}, {say_day(on, today)}.")
    wish_on = desk.ask(people.person, person_id).wish_on
    if wish_on:
        say(f"The next check-in with {name} is wished for {day_and_distance(wish_on, today)}.")
