"""`hallway export card`: the user's own card as an address card, or its code as a picture."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from hallway.cli.speaking import Verbs, tell
from hallway.usecases.desk import Desk


def declare(things: Verbs) -> None:
    """One more thing that can be exported."""
    verb = things.add_parser("card", help="your own card (.vcf), or its code as a picture (.png, .svg)")
    verb.add_argument("out", type=Path, metavar="OUT")
    verb.set_defaults(run=run)


def run(desk: Desk, words: Namespace) -> None:
    """Write the card with what was chosen for it."""
    from hallway.usecases import card  # the library for codes takes its time to come

    card.write(words.out, desk.ask(card.file_of, words.out.suffix))
    tell(f"{words.out.name}: your card.")
