"""`hallway salvage`: a new record from whatever of a damaged one can be read."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from hallway.cli.speaking import Verbs, add_json, columns, document, say
from hallway.cli.unlocking import with_keys
from hallway.usecases import salvage as usecase


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    verb = verbs.add_parser("salvage", help="make a new record of what can be read of a damaged one")
    verb.add_argument("file", type=Path, metavar="FILE", help="the damaged file; it is only read")
    verb.add_argument("out", type=Path, metavar="OUT", help="the new file; nothing may be there")
    add_json(verb)
    verb.set_defaults(alone=salvage)


def salvage(words: Namespace) -> None:
    """Make it and say what was read and lost, table by table. The record of the data folder is not touched."""
    file, out = words.file.absolute(), words.out.absolute()
    made = with_keys(lambda keys: usecase.salvage(file, out, keys), words)
    usecase.bring_key(file, made)
    tables = usecase.told(made)
    if words.json:
        document({
            "file": made.path, "read": made.read, "lost": made.lost,
            "tables": [{"name": one.name, "read": one.read, "lost": one.lost} for one in made.found.tables],
        })  # fmt: skip
        return
    columns([(name, f"{read} read", "some lost" if lost is None else f"{lost} lost") for name, read, lost in tables])
    say(f"What could be read is in {made.path}. The damaged file is as it was.")
    say("To go on with it: hallway restore " + str(words.out))
