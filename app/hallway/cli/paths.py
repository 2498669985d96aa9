"""`hallway path`: who can help to reach a person, an organisation or a topic."""

from __future__ import annotations

from argparse import Namespace

from hallway.cli.speaking import Verbs, add_json, document, say
from hallway.usecases import paths
from hallway.usecases.desk import Desk


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    verb = verbs.add_parser("path", help="who can introduce you to a person, an organisation or a topic")
    verb.add_argument("to", nargs="+", metavar="TO", help="a name, or enough of it")
    add_json(verb)
    verb.set_defaults(run=path)


def path(desk: Desk, words: Namespace) -> None:
    """The best few routes, step by step."""
    with desk.looking():
        goal = desk.ask(paths.target_named, " ".join(words.to))
        found = desk.ask(paths.routes, goal)
    if words.json:
        document([
            {"steps": [{"from": one.from_name, "to": one.to_name, "why": one.why} for one in route.steps]}
            for route in found
        ])  # fmt: skip
        return
    if not found:
        say(f"Nobody you know leads to {goal.name} yet, as far as this record knows.")
    for number, route in enumerate(found, 1):
        say(f"{number}. {' → '.join((paths.YOU, *(step.to_name for step in route.steps)))}")
        for step in route.steps:
            say(f"   {'. '.join((step.why, *step.also))}.")
