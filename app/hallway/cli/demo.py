"""`hallway demo`: a made-up network to look around in."""

from __future__ import annotations

from argparse import Namespace

from hallway.cli.speaking import Verbs, tell
from hallway.usecases import demo as usecases
from hallway.usecases.desk import Desk


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    verb = verbs.add_parser("demo", help="fill an empty data folder with a made-up network")
    verb.add_argument("--people", type=int, default=usecases.SMALL_WORLD, metavar="N", help="how many people")
    verb.add_argument("--seed", type=int, default=1, metavar="S", help="another seed makes another network")
    verb.set_defaults(run=demo)


def demo(desk: Desk, words: Namespace) -> None:
    """Fill the record; refuses one that holds anything."""
    people, moments = usecases.fill(desk, words.people, words.seed)
    tell(f"A made-up network of {people:,} people and {moments:,} moments is ready.")
    tell(f"Open it with: hallway --home {words.home}" if words.home else "Open it with: hallway")
