"""`hallway undo`, `redo` and `history`: steps back and forth, and all of them."""

from __future__ import annotations

from argparse import Namespace

from hallway.cli.speaking import Verbs, add_json, columns, document, say
from hallway.usecases.desk import Desk


def declare(verbs: Verbs) -> None:
    """The verbs and their words."""
    verbs.add_parser("undo", help="take the last step back").set_defaults(run=undo)
    verbs.add_parser("redo", help="do what was taken back again").set_defaults(run=redo)
    verb = verbs.add_parser("history", help="every step, newest first")
    add_json(verb)
    verb.set_defaults(run=history)


def undo(desk: Desk, words: Namespace) -> None:
    """Take the last step back."""
    say(f"Taken back: {desk.undo().label}")


def redo(desk: Desk, words: Namespace) -> None:
    """Do the last step that was taken back again."""
    say(f"Done again: {desk.redo().label}")


def history(desk: Desk, words: Namespace) -> None:
    """Every step that is kept."""
    steps = desk.history()
    if words.json:
        document([{"id": one.id, "label": one.label, "at": one.at, "undone": one.undone} for one in steps])
    elif steps:
        columns([(one.at.replace("T", " ")[:16], "taken back" if one.undone else "", one.label) for one in steps])
    else:
        say("Nothing has been done yet.")
