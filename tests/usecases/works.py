"""Everything that writes files, done while a disk is in trouble; and what must be true of all files afterwards.

Either the work is done, or it was told in words that it is not, and then each file is as it was or as it would be.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Final, NamedTuple

import apsw

from hallway.domain.backups import Why
from hallway.domain.errors import HallwayError
from hallway.domain.importing import VCARD, Page, Reading
from hallway.domain.key_file import Cost
from hallway.domain.records import Email, PersonRecord
from hallway.host import paths
from hallway.store import encryption
from hallway.usecases import (
    archive,
    backing_up,
    calendars,
    card,
    demo,
    duplicates,
    erasing,
    exporting,
    importing,
    messages,
    moving_home,
    passphrase,
    person_record,
    restoring,
    safety,
    salvage,
    settings,
)
from hallway.usecases.desk import Desk
from tests.makers import add_person, file_desk, recorded
from tests.store import shapes

OLD: Final = b"what was here before\n" * 200
"""What lies already in each file that is going to be written."""
PREPARED: Final = passphrase.prepare("three slow looms", Cost(2, 1, 1))
UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
RUBBISH = re.compile(r"^\..*\.(tmp|new)(-journal|-wal|-shm)?$|^\.hallway-salvage-")

Trouble = Callable[[], AbstractContextManager[object]]


class Place(NamedTuple):
    """Where it is done: a data folder, its copies beside it, and a folder in which other files are saved."""

    folder: Path

    @property
    def home(self) -> Path:
        """The data folder that was opened; the record may have moved from there."""
        return self.folder / "home"

    @property
    def record(self) -> Path:
        """The data file, wherever it is now."""
        return paths.database_path(paths.data_folder(self.home))

    @property
    def elsewhere(self) -> Path:
        """The folder for other files."""
        return self.folder / "elsewhere"


class Standing(NamedTuple):
    """What all files come to: the record, how many copies there are, and what lies elsewhere (None: a copy)."""

    record: str
    copies: int
    elsewhere: dict[str, bytes | None]


def _edit(desk: Desk, _: Path) -> None:
    add_person(desk, "Grace Hopper", notes="compilers " * 5_000)


def _undo(desk: Desk, _: Path) -> None:
    desk.undo()


def _import(desk: Desk, _: Path) -> None:
    file = tuple(PersonRecord(f"Person {at}", emails=(Email(f"p{at}@x.example"),), note="x" * 900) for at in range(400))
    desk.do(importing.apply, desk.ask(importing.review, Reading((Page("x.vcf", VCARD, file),))))


def _merge(desk: Desk, _: Path) -> None:
    one, other = _two(desk)
    desk.do(duplicates.merge, one, other, {})


def _copy(desk: Desk, _: Path) -> None:
    backing_up.make(desk, Why.ASKED)


def _copy_elsewhere(desk: Desk, elsewhere: Path) -> None:
    backing_up.make_at(desk, elsewhere / "stick.db")


def _go_back(desk: Desk, _: Path) -> None:
    restoring.restore(desk, backing_up.folder_of(desk) / backing_up.listed(desk)[-1].name)


def _put_in_place(desk: Desk, _: Path) -> None:
    copy = backing_up.folder_of(desk) / backing_up.listed(desk)[-1].name
    desk.close()
    restoring.put_in_place(desk.database.path, copy, desk.clock.now())


def _encrypt(desk: Desk, _: Path) -> None:
    passphrase.turn_on(desk, PREPARED)


def _erase(desk: Desk, _: Path) -> None:
    erasing.erase(desk, _two(desk)[0], backing_up.listed(desk))


def _move(desk: Desk, _: Path) -> None:
    desk.close()
    home = desk.database.path.parent
    moving_home.move(home, home.with_name("new home"), desk.clock.now())


def _migrate(_: Desk, elsewhere: Path) -> None:
    file_desk(elsewhere / "old.db").close()


def _salvage(desk: Desk, elsewhere: Path) -> None:
    desk.close()
    salvage.salvage(desk.database.path, elsewhere / "salvaged.db", moment=desk.clock.now())


def _cards(desk: Desk, elsewhere: Path) -> None:
    exporting.write(elsewhere / "people.vcf", desk.ask(exporting.file_of, ".vcf"))


def _table(desk: Desk, elsewhere: Path) -> None:
    exporting.write(elsewhere / "people.csv", desk.ask(exporting.file_of, ".csv"))


def _archive(desk: Desk, elsewhere: Path) -> None:
    archive.write(elsewhere / "all.zip", desk.ask(archive.file_of, desk.clock.now()))


def _calendar(desk: Desk, elsewhere: Path) -> None:
    choice = calendars.CalendarChoice()
    export = desk.ask(calendars.prepare, choice, desk.clock.now())
    calendars.write(elsewhere / "plan.ics", export)
    desk.do(calendars.remember, export, choice)


def _own_record(desk: Desk, elsewhere: Path) -> None:
    person_record.write(elsewhere / "one.zip", desk.ask(person_record.file_of, _two(desk)[0]))


def _draft(_: Desk, elsewhere: Path) -> None:
    messages.save_draft(elsewhere / "draft.eml", "a@x.example", "Looms", "Dear Ada")


def _my_card(desk: Desk, elsewhere: Path) -> None:
    card.write(elsewhere / "card.vcf", desk.ask(card.file_of, ".vcf"))


WORKS: Final[dict[str, Callable[[Desk, Path], None]]] = {
    "edit": _edit, "undo": _undo, "import": _import, "merge": _merge, "copy": _copy,
    "copy elsewhere": _copy_elsewhere, "going back": _go_back, "encrypt": _encrypt, "erase": _erase, "move": _move,
    "in place": _put_in_place, "migrate": _migrate, "salvage": _salvage, "cards": _cards, "table": _table,
    "archive": _archive, "calendar": _calendar, "somebody's record": _own_record, "draft": _draft, "my card": _my_card,
}  # fmt: skip


def template(folder: Path) -> Place:
    """A made-up network with a step to take back, two copies, and files elsewhere; each work begins with a copy."""
    place = Place(folder)
    place.home.mkdir(parents=True)
    place.elsewhere.mkdir()
    desk = file_desk(place.record)
    demo.fill(desk)
    desk.do(settings.set_profile, "name", "Ines Okoye")
    for name in ("Ada Before", "Bo After"):
        backing_up.make(desk, Why.ASKED)
        add_person(desk, name, notes="remembered " * 4_000)
    desk.close()
    for name in ("stick.db", "people.vcf", "people.csv", "all.zip", "plan.ics", "one.zip", "draft.eml", "card.vcf"):
        (place.elsewhere / name).write_bytes(OLD)
    shapes.make(place.elsewhere / "old.db", 1)
    return place


def done(whole: Place, folder: Path, name: str, trouble: Trouble) -> tuple[bool, Standing]:
    """Do a work in a fresh copy of a place; whether trouble was told, and what all files came to."""
    place = Place(shutil.copytree(whole.folder, folder))
    told = False
    desk: Desk | None = None
    try:
        desk = file_desk(place.record)
        with trouble():
            try:
                WORKS[name](desk, place.elsewhere)
            except HallwayError as error:
                assert error.what and error.safe, f"{name}: {error!r} is not told in words"
                told = True
            with suppress(HallwayError, apsw.Error):
                desk.close()
    finally:
        if desk is not None:
            with suppress(HallwayError, apsw.Error):
                desk.close()
    found = standing(place)
    shutil.rmtree(folder)
    return told, found


def standing(place: Place) -> Standing:
    """Look at every file; the record must be sound, each copy whole, and nothing may be left about."""
    rubbish = [one.name for one in place.folder.rglob("*") if RUBBISH.search(one.name)]
    assert not rubbish, rubbish
    record = place.record
    desk = file_desk(record, None if encryption.is_plain(record) else PREPARED.key)
    assert desk.ask(safety.check) == ()
    held = f"{passphrase.is_on(desk)} " + UID.sub("#", repr(recorded(desk.database)))
    copies = [backing_up.folder_for(place.home / record.name) / one.name for one in backing_up.listed(desk)]
    desk.close()
    for one in copies:
        restoring.look_at(one, None, PREPARED.key)
    return Standing(held, len(copies), {one.name: _content(one) for one in _visible(place.elsewhere)})


def judge(name: str, told: bool, found: Standing, before: Standing, after: Standing) -> None:
    """What the work left, held against what there was and what it makes when nothing is in its way."""
    if not told:
        assert found == after, f"{name} was not done, and nobody was told"
        return
    assert found.record in (before.record, after.record), f"{name}: half of it in the record"
    assert found.copies >= min(before.copies, after.copies), f"{name}: a copy was lost"
    for file in found.elsewhere.keys() | before.elsewhere.keys():
        had, makes = before.elsewhere.get(file, b""), after.elsewhere.get(file, b"")
        assert found.elsewhere.get(file, b"") in (had, makes), f"{name}: {file} is neither old nor new"


def _two(desk: Desk) -> tuple[int, int]:
    one, other = [id_ for (id_,) in desk.database.rows("SELECT id FROM person ORDER BY id LIMIT 2")]
    return one, other


def _visible(folder: Path) -> list[Path]:
    return [one for one in sorted(folder.iterdir()) if not one.name.endswith((".json", "-wal", "-shm", "-journal"))]


def _content(file: Path) -> bytes | None:
    if file.suffix != ".db" or (data := file.read_bytes()) == OLD:
        return file.read_bytes()
    assert data
    restoring.look_at(file, None, PREPARED.key)
    return None
