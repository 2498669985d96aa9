"""Taking out of a damaged record what can be read, and putting it in its place; the damaged file is always kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp

from hallway.domain import errors
from hallway.domain.backups import Backup, Why
from hallway.domain.key_file import Key, KeyDamaged, KeyFile, NotOurs, PassphraseWanted
from hallway.host import files
from hallway.store import encryption, standing
from hallway.store import salvage as store
from hallway.store.salvage import Salvaged
from hallway.usecases import backing_up
from hallway.usecases.passphrase import spare_file

Report = Callable[[int, int], None]
SIDE_FILES = ("-wal", "-shm", "-journal")
SAID = {
    "person": "people", "interaction": "entries", "participant": "people in entries", "promise": "promises",
    "organisation": "organisations", "event": "events", "affiliation": "places of work", "person_email": "addresses",
    "person_phone": "phone numbers", "outreach": "requests", "opportunity": "opportunities", "letter": "letters",
    "favour": "favours", "introduction": "introductions",
}  # fmt: skip
"""What the tables are called where a person reads of them; the others are told together."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new record made of a damaged one, at `path`; encrypted with the key that the damaged one was."""

    path: Path
    found: Salvaged
    key: Key | None = None

    @property
    def read(self) -> int:
        """Rows that were read."""
        return sum(one.read for one in self.found.tables)

    @property
    def lost(self) -> int:
        """Rows that were there and did not read, or belong to one that did not, as far as they can be counted."""
        return sum(one.lost or 0 for one in self.found.tables) + self.found.let_go


def salvage(
    damaged: Path, target: Path, keys: Sequence[Key] = (), report: Report = lambda done, total: None,
    moment: datetime | None = None,
) -> Made:  # fmt: skip
    """Make a record of what can be read of a file that nothing else has open, at a path where nothing is.

    The file is only copied. Raises `DatabaseDamaged` when nothing of it reads, `PassphraseWanted` for one that is
    encrypted when none of the keys fits, `Refused` when something lies at the target, `DiskFull` or `FileTrouble`.
    """
    if target.exists():
        raise errors.Refused("There is a file of that name already.", "Nothing was changed.", "Choose another name.")
    if not damaged.is_file():
        raise errors.FileTrouble("There is no such file.", "Nothing was changed.", "Choose the damaged file.")
    key = _key_of(damaged, keys)
    backing_up.check_room(damaged, target.parent)
    try:
        folder = Path(mkdtemp(prefix=".hallway-salvage-", dir=target.parent))
    except OSError as error:
        raise files.trouble(error, target, writing=True) from error
    try:
        copy = _copied(damaged, folder)
        made = folder / "made.db"
        found = store.salvage(copy, made, moment or backing_up.now(), key, report)
        if sum(one.read for one in found.tables) == 0:
            raise errors.DatabaseDamaged(
                "Nothing could be read from the damaged file.", "It was left exactly as it is.", "Go back to a copy."
            )
        made.replace(target)
        return Made(target, found, key)
    except OSError as error:
        raise files.trouble(error, target, writing=True) from error
    finally:
        rmtree(folder, ignore_errors=True)


def bring_key(damaged: Path, made: Made) -> None:
    """Note beside an encrypted one what its passphrase opens, so that it can be gone back to wherever it is taken.

    Raises `DiskFull` or `FileTrouble`.
    """
    if made.key is not None:
        blank = Backup(made.path.name, backing_up.now(), Why.ASKED, 0, 0, "", is_encrypted=True)
        backing_up.write_note(made.path, blank, made.path, made.key, _key_file_of(damaged))


def place_beside(record: Path) -> Path:
    """Where the new record is made that is to take a damaged one's place."""
    return record.with_name(f".{record.name}.salvaged.tmp")


def take_place(record: Path, made: Path, moment: datetime | None = None) -> Path:
    """Let a salvaged record take the damaged one's place. Returns where the damaged file is kept.

    Raises `FileTrouble`; then everything is where it was.
    """
    day = f"{moment or backing_up.now():%Y-%m-%d-%H%M%S}"
    kept = record.with_name(f"{record.name}.damaged-{day}")
    try:
        for end in SIDE_FILES:
            beside = record.with_name(record.name + end)
            if beside.exists():
                beside.rename(kept.with_name(kept.name + end))
        if record.exists():
            record.rename(kept)
        standing.forget(record)
        made.replace(record)
    except OSError as error:
        raise files.trouble(error, record, writing=True) from error
    return kept


def told(made: Made) -> tuple[tuple[str, int, int | None], ...]:
    """The report: what, how many were read, how many were lost (None: some, and nothing tells how many).

    The smaller tables are one line at the end.
    """
    tables = {one.name: one for one in made.found.tables}
    lines = [(words, tables[name].read, tables[name].lost) for name, words in SAID.items() if name in tables]
    rest = [one for name, one in tables.items() if name not in SAID]
    uncounted = any(one.lost is None for one in rest)
    lost = None if uncounted else sum(one.lost or 0 for one in rest)
    other = ("everything else", sum(one.read for one in rest), lost)
    return tuple(line for line in (*lines, other) if line[1] or line[2] != 0)


def written(made: Made, kept: Path) -> str:
    """The report as plain text to keep: every table, and where the damaged file is."""
    lines = [f"{one.name}: {one.read} read, {_say(one.lost)} lost" for one in made.found.tables]
    head = f"Made of {kept.name}. {made.read} rows read, {made.lost} lost."
    return "\n".join([head, f"Rows that belonged to a lost one: {made.found.let_go}", "", *lines, ""])


def _say(lost: int | None) -> str:
    return "some" if lost is None else str(lost)


def keep_report(made: Made, kept: Path) -> Path:
    """Write the report beside the damaged file. Raises `DiskFull` or `FileTrouble`."""
    path = kept.with_name(f"{kept.name}.txt")
    files.atomic_write(path, written(made, kept).encode())
    return path


def _key_of(damaged: Path, keys: Sequence[Key]) -> Key | None:
    """What opens it; None for one that is plain, or so damaged at its beginning that it is taken for it.

    An encrypted file looks like a damaged one: its key file tells them apart. Raises `PassphraseWanted`.
    """
    begins = encryption.beginning(damaged)
    if begins == encryption.PLAIN:
        return None
    file = _key_file_of(damaged)
    fitting = next((key for key in keys if key.id in (begins, file and file.id)), None)
    if fitting is None and file is not None:
        raise PassphraseWanted(file)
    return fitting


def _key_file_of(damaged: Path) -> KeyFile | None:
    """The one beside it, or the one that its copies bring along."""
    with suppress(KeyDamaged, NotOurs):
        return encryption.key_file_of(damaged) or spare_file(damaged)
    return spare_file(damaged)


def _copied(damaged: Path, folder: Path) -> Path:
    copy = folder / "copy.db"
    copyfile(damaged, copy)
    for end in SIDE_FILES:
        beside = damaged.with_name(damaged.name + end)
        if end != "-shm" and beside.exists():
            copyfile(beside, copy.with_name(copy.name + end))
    return copy

