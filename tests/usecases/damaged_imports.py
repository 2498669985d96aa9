"""Damaged files on their whole way into a record: refused without a trace, or one step that can be taken back."""

from __future__ import annotations

from pathlib import Path
from random import Random

from hallway.domain.errors import HallwayError
from hallway.domain.paper_review import with_most
from hallway.domain.programme_review import with_newcomers
from hallway.store.lists import PeopleFilter
from hallway.usecases import archive, importing, restoring, safety
from hallway.usecases import people as people_of
from hallway.usecases.desk import Desk
from tests.formats import damaged
from tests.makers import add_event, add_moment, add_person, add_promise, file_desk, memory_desk, move_clock, recorded

ENDINGS = {"linkedin": "csv", "tables": "csv", "linkedin messages": "csv", "mail": "eml", "bib": "bib", "ris": "ris"}


def campaign(name: str, count: int, first_seed: int = 0) -> tuple[int, int]:
    """Bring in so many damaged files of a kind; gives how many were applied, and how many refused."""
    desk = memory_desk()
    files = damaged.seeds(name)
    before = recorded(desk.database)
    applied = 0
    for seed in range(first_seed, first_seed + count):
        data = damaged.damaged(Random(f"{name} {seed}"), files)
        applied += _bring_in(desk, f"file.{ENDINGS.get(name, 'txt')}", data)
        assert recorded(desk.database) == before, f"{name} {seed} left a trace"
    assert desk.ask(safety.check) == ()
    desk.database.close_thread()
    return applied, count - applied


def archives(folder: Path, count: int, first_seed: int = 0) -> tuple[int, int]:
    """Go back to so many damaged archives of a small record; gives how many took its place, and how many refused."""
    desk = file_desk(folder / "hallway.db")
    people = [add_person(desk, name) for name in ("Ada Lovelace", "Bo Bakker")]
    add_moment(desk, *people, summary="Looms")
    add_promise(desk, people[0])
    add_event(desk)
    files = [desk.ask(archive.file_of, desk.clock.now())]
    path, taken = folder / "all.zip", 0
    for seed in range(first_seed, first_seed + count):
        path.write_bytes(damaged.damaged(Random(f"restored {seed}"), files))
        before = recorded(desk.database)
        move_clock(desk, 1)
        try:
            restoring.restore(desk, path)
            taken += 1
        except HallwayError:
            assert recorded(desk.database) == before, f"restored {seed} left a trace"
        for id_ in desk.ask(people_of.listed, PeopleFilter()):
            desk.ask(people_of.page_of, id_)
    desk.close()
    return taken, count - taken


def _bring_in(desk: Desk, file: str, data: bytes) -> bool:
    """Read, review and apply a file, and take it back; whether anything was applied."""
    steps = desk.history()
    try:
        reading = importing.read([(file, data)], manner=desk.ask(importing.manner))
        review = desk.ask(importing.review, reading)
        desk.do(importing.apply, _all_of(review))
    except HallwayError:
        assert desk.history() == steps
        return False
    if desk.history() == steps:
        return False
    desk.undo()
    return True


def _all_of(review: importing.Review) -> importing.Review:
    """The review with nobody left out, not even authors and speakers whom one would have to choose."""
    left_out = [at for at, row in enumerate(review.rows) if row.decision is importing.Decision.SKIP]
    review = importing.decided(review, dict.fromkeys(left_out, importing.Decision.NEW))
    for plan in review.programmes:
        review = importing.with_programme(review, with_newcomers(plan, wanted=True))
    return importing.with_papers(review, with_most(review.papers, 1_000)) if review.papers else review
