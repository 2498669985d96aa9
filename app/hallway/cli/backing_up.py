"""`hallway backup` and `hallway restore`: copies of the record, and going back to one."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from hallway.cli.speaking import Verbs, add_json, columns, document, say
from hallway.cli.unlocking import with_keys
from hallway.domain.backups import Backup, Why, say_size
from hallway.domain.errors import (
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseMissing,
    DatabaseShrunk,
    NotFound,
    Trouble,
)
from hallway.domain.key_file import Key, KeyDamaged, NotOurs
from hallway.usecases import backing_up, passphrase, restoring
from hallway.usecases.desk import Desk

NEWEST = "newest"
MENDED_BY_A_COPY = (DatabaseDamaged, DatabaseMissing, DatabaseForeign, DatabaseShrunk, KeyDamaged, NotOurs)


def declare(verbs: Verbs) -> None:
    """Both verbs and their words."""
    verb = verbs.add_parser("backup", help="make a proven copy of your record, or list the copies there are")
    where = "a file or folder elsewhere, say on another disk"
    verb.add_argument("out", nargs="?", type=Path, metavar="OUT", help=where)
    verb.add_argument("--list", action="store_true", help="the copies there are, the newest first")
    add_json(verb)
    verb.set_defaults(run=backup)
    verb = verbs.add_parser("restore", help="go back to a copy; the present is copied first")
    verb.add_argument("file", metavar="FILE", help="a copy, by its name in the list or its path, or “newest”")
    add_json(verb)
    verb.set_defaults(run=restore, without_record=put_in_place)


def backup(desk: Desk, words: Namespace) -> None:
    """Make one, or say which there are."""
    if words.list:
        _list(backing_up.listed(desk), words.json)
        return
    made = backing_up.make_at(desk, words.out) if words.out else backing_up.make(desk, Why.ASKED)
    if words.json:
        document(_facts(made))
    else:
        say(f"Copied and proven: {made.name}, {_holds(made)}.")


def restore(desk: Desk, words: Namespace) -> None:
    """Go back to a copy."""
    path = _chosen(words.file, backing_up.listed(desk), backing_up.folder_of(desk))
    safety, found = with_keys(lambda keys: _restored(desk, path, keys), words)
    if words.json:
        document({"restored": _facts(found), "before": _facts(safety)})
    else:
        say(f"Your record is as it was on {found.made_at:%Y-%m-%d %H:%M}: {_holds(found)}.")
        say(f"What it was before is kept; to go back: hallway restore {safety.name}")


def _restored(desk: Desk, path: Path, keys: tuple[Key, ...]) -> tuple[Backup, Backup]:
    """The copy of the present and the one that was gone back to. A plain record is encrypted as the copy is."""
    found = restoring.look_at(path, desk.database.key, *keys)
    key, file = (keys[-1] if keys else None), backing_up.key_file_of_copy(path)
    if found.is_encrypted and not passphrase.is_on(desk) and key is not None and file is not None:
        passphrase.encrypt_with(desk, key, file)
    return restoring.restore(desk, path, key=key).safety, found


def put_in_place(words: Namespace, trouble: Trouble) -> None:
    """The same where the record cannot be opened: what lies there is moved aside, whole."""
    if not isinstance(trouble, MENDED_BY_A_COPY):
        raise trouble
    record = backing_up.record_in(words.home)
    path = _chosen(words.file, backing_up.listed_for(record), backing_up.folder_for(record))
    aside, found = with_keys(
        lambda keys: (restoring.put_in_place(record, path, keys=keys), restoring.look_at(path, *keys)), words
    )
    if words.json:
        document({"restored": _facts(found), "aside": aside})
        return
    say(f"Your record is as it was on {found.made_at:%Y-%m-%d %H:%M}: {_holds(found)}.")
    if aside:
        say(f"What was there is kept in {aside}")


def _chosen(words: str, copies: tuple[Backup, ...], folder: Path) -> Path:
    if words == NEWEST and copies:
        return folder / copies[0].name
    if any(one.name == words for one in copies):
        return folder / words
    if not Path(words).is_file():
        raise NotFound("There is no such copy.", do="“hallway backup --list” names those there are.")
    return Path(words)


def _list(copies: tuple[Backup, ...], as_json: bool) -> None:
    if as_json:
        document([_facts(one) for one in copies])
    elif copies:
        columns([(one.name, say_size(one.size), _holds(one)) for one in copies])
    else:
        say("No copy has been made yet.")


def _facts(one: Backup) -> dict[str, object]:
    return {
        "name": one.name, "made_at": one.made_at.isoformat(), "why": str(one.why), "size": one.size,
        "sha256": one.sha256, "counts": dict(one.counts), "encrypted": one.is_encrypted,
    }  # fmt: skip


def _holds(one: Backup) -> str:
    return f"{one.counts.get('people', 0)} people, {one.counts.get('conversations', 0)} conversations"
