"""People of a file: each compared with the record and with the rows before it, and then all brought in at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from hallway.domain.folding import fold
from hallway.domain.importing import ASKED, LINKEDIN, Decision, Page, Row
from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.domain.matching import NAME_AND_PLACE, Index, Known, Match, Verdict, build_index, match
from hallway.domain.merging import FILLED, LISTS, NAME_PARTS, Held, additions, note_kept_out, together
from hallway.domain.people import Standing
from hallway.domain.records import MomentRecord, PersonRecord, Report
from hallway.store import bulk
from hallway.store import importing as store
from hallway.store.bulk import Newcomer
from hallway.store.importing import Entry
from hallway.store.work import Work

T = TypeVar("T")

REPORT_EVERY = 250
HOW_ON_LINKEDIN = "Connected on LinkedIn"

Person = tuple[Page, PersonRecord]
Show = Callable[[tuple[Row, ...]], None]
"""Called with the rows so far, so that deciding can begin while others are still compared."""


# --- comparing -------------------------------------------------------------------------------------------


def compare(
    entries: Mapping[int, Entry], people: Sequence[Person], month: str, report: Report | None = None,
    show: Show | None = None, waiting: Mapping[PersonRecord, int] | None = None,
) -> tuple[Row, ...]:  # fmt: skip
    """A row for each person, in order, with what would happen to them.

    `month` ("2026-11") is when a role ends that a newer one follows. `waiting` are those who wait for a decision.
    """
    crowd = _Crowd(entries, month, waiting or {})
    for at, (page, record) in enumerate(people):
        if at % REPORT_EVERY == 0:
            if report is not None:
                report(at, len(people))
            if show is not None and at:
                show(tuple(crowd.rows))
        crowd.meet(page, record)
    return tuple(crowd.rows)


class _Crowd:
    """The record and the rows met so far; somebody who comes with row n has the id -1 - n."""

    def __init__(self, entries: Mapping[int, Entry], month: str, waiting: Mapping[PersonRecord, int]) -> None:
        self.rows: list[Row] = []
        self.month, self.waiting = month, waiting
        self.held = {id_: entry.held for id_, entry in entries.items()}
        self.sources = {id_: entry.source for id_, entry in entries.items() if entry.source}
        self.let_go = {id_ for id_, entry in entries.items() if entry.standing is Standing.LET_GO}
        self.named: defaultdict[str, list[int]] = defaultdict(list)
        for id_ in self.held:
            self._note_names(id_)
        self._index: Index | None = None

    def meet(self, page: Page, record: PersonRecord) -> None:
        """Make the row of one person, and let later rows meet them too."""
        found = self._find(page, record)
        row = self._row(page, record, found)
        self.rows.append(row)
        if row.decision is Decision.NEW:
            self._take_in(-len(self.rows), Held(record, uids=frozenset({record.uid} - {""})))
        elif row.decision is Decision.MERGE and row.adds and found.person_id is not None:
            self._take_in(found.person_id, together(self.held[found.person_id], row.adds))

    def _find(self, page: Page, record: PersonRecord) -> Match:
        """Somebody of that very name who has all of this already; else what the signs say."""
        for id_ in self.named.get(fold(record.name), ()):
            if not additions(self.held[id_], record, self.month, is_new=id_ < 0):
                return Match(Verdict.SAME, id_, "already here")
        if self._index is None:
            self._index = build_index(_known(id_, held) for id_, held in self.held.items())
        return self._doubted(page, record, match(record, self._index))

    def _doubted(self, page: Page, record: PersonRecord, found: Match) -> Match:
        """A name and a place are a question, unless that file brought them before. Two cards of one file that have
        numbers of their own are two people to whoever wrote it.
        """
        if found.why == NAME_AND_PLACE and page.name not in self.sources.get(found.person_id or 0, ""):
            return replace(found, verdict=Verdict.MAYBE)
        of_this_file = found.person_id is not None and found.person_id < 0
        uids = self.held[found.person_id].uids if found.person_id is not None else frozenset()
        if of_this_file and record.uid and uids and record.uid not in uids:
            return replace(found, verdict=Verdict.MAYBE)
        return found

    def _row(self, page: Page, record: PersonRecord, found: Match) -> Row:
        waiting = self.waiting.get(replace(record, where="")) if self.waiting else None
        row = Row(page.name, page.kind, record, self._unless_sure(page.kind, waiting), found, waiting_id=waiting)
        at = found.person_id
        if at is None:
            return row
        held = self.held[at]
        adds = additions(held, record, self.month, is_new=at < 0)
        row = replace(row, like=held.record.name, adds=adds, kept_out=note_kept_out(held, record) if at > 0 else "")
        row = replace(row, person_id=at) if at > 0 else replace(row, like_row=-1 - at)
        if found.verdict is not Verdict.SAME:
            return row
        return replace(row, decision=Decision.SKIP if at in self.let_go else Decision.MERGE)

    def _unless_sure(self, kind: str, waiting: int | None) -> Decision:
        """What happens to somebody who is not surely here: whoever only wrote a mail is asked about one by one."""
        if waiting is not None:
            return Decision.LATER
        return Decision.SKIP if kind in ASKED else Decision.NEW

    def _take_in(self, id_: int, held: Held) -> None:
        self.held[id_] = held
        self._note_names(id_)
        if self._index is not None:
            self._index.add(_known(id_, held))

    def _note_names(self, id_: int) -> None:
        held = self.held[id_]
        for name in {fold(held.record.name), *map(fold, held.spellings)}:
            if id_ not in self.named[name]:
                self.named[name].append(id_)


def _known(id_: int, held: Held) -> Known:
    record = held.record
    return Known(
        id_, record.name, tuple(held.spellings), tuple(one.address for one in record.emails),
        tuple(one.url for one in record.profiles), tuple(held.uids),
        tuple(work.organisation for work in record.works if work.organisation),
    )  # fmt: skip


# --- bringing in -----------------------------------------------------------------------------------------


def bring_in(step: Work, rows: Sequence[Row], source: str) -> None:
    """Carry out what the rows decide. A row that is like an earlier one goes where that one went."""
    merging = {row.person_id for row in rows if row.updates and row.person_id is not None}
    moments, month = any(row.record.moments for row in rows), month_of(step.today)
    before = store.entries(step, merging, moments=moments) if merging else {}
    after: dict[int, Held] = {id_: entry.held for id_, entry in before.items()}
    kinds: dict[int, str] = {}
    went: dict[int, int] = {}
    for at, row in enumerate(rows):
        if row.decision in (Decision.SKIP, Decision.LATER) or (row.decision is Decision.MERGE and not row.adds):
            continue
        id_ = went[at] = _destination(at, row, after, went)
        held = after.get(id_)
        kinds.setdefault(id_, row.kind)
        after[id_] = together(held, additions(held, row.record, month, is_new=id_ < 0)) if held else _alone(row.record)
    new = [id_ for id_ in after if id_ < 0]
    ids = dict(zip(new, _add(step, [(after[id_], kinds[id_]) for id_ in new], source), strict=True))
    _put_in(step, [(before[id_], after[id_], id_) for id_ in before if after[id_] != before[id_].held])
    _say_how_met(step, [id_ for id_ in before if _newly_met(before[id_], after[id_], kinds.get(id_, ""))])
    if moments:
        happened = [(ids[id_], one) for id_ in new for one in after[id_].record.moments]
        pairs = [(id_, entry.held.record, after[id_].record) for id_, entry in before.items()]
        _log(step, [*happened, *((id_, one) for id_, _, one in _more(pairs, lambda one: one.moments))])


def month_of(day: date) -> str:
    """The month of a day as partial dates have it: "2026-11"."""
    return f"{day:%Y-%m}"


def _log(step: Work, happened: Sequence[tuple[int, MomentRecord]]) -> None:
    """Write moments down; those that say the same of the same day are one, with everybody who took part."""
    shared: defaultdict[MomentRecord | tuple[int, MomentRecord], list[int]] = defaultdict(list)
    for id_, one in happened:
        shared[one if one.summary else (id_, one)].append(id_)
    bulk.add_interactions(step, [
        NewInteraction(
            date.fromisoformat(one.on), tuple(Participant(id_) for id_ in dict.fromkeys(ids)), Kind(one.kind),
            one.summary, one.at_time, one.direction,
        )
        for key, ids in shared.items()
        for one in [key[1] if isinstance(key, tuple) else key]
    ])  # fmt: skip


def _destination(at: int, row: Row, after: Mapping[int, Held], went: Mapping[int, int]) -> int:
    """Whose the row is: somebody of the record (above zero), or somebody new (below)."""
    if row.decision is Decision.MERGE and row.person_id is not None and row.person_id in after:
        return row.person_id
    if row.decision is Decision.MERGE and row.like_row is not None:
        return went.get(row.like_row, -1 - at)
    return -1 - at


def _alone(record: PersonRecord) -> Held:
    """Somebody new is somebody of whom only the name was known: so that nothing stands twice."""
    if len(record.works) <= 1 and all(len(getattr(record, name)) <= 1 for name in LISTS):  # nothing to stand twice
        works = tuple(work for work in record.works if work.organisation or work.role or work.unit)
        return Held(replace(record, uid="", where="", works=works), uids=frozenset({record.uid} - {""}))
    nobody = Held(PersonRecord(record.name))
    return together(nobody, additions(nobody, record))


def _add(step: Work, new: Sequence[tuple[Held, str]], source: str) -> Sequence[int]:
    """Add people; returns their ids in order."""
    if not new:
        return ()
    run = store.begin_run(step, source)
    newcomers = [
        Newcomer(
            held.record,
            met_how=HOW_ON_LINKEDIN if kind == LINKEDIN and held.record.met_on else "",
            as_of=step.today.isoformat() if kind == LINKEDIN else "",
        )
        for held, kind in new
    ]
    ids = bulk.add_people(step, newcomers, run)
    numbered = [(id_, held) for id_, (held, _) in zip(ids, new, strict=True)]
    store.add_spellings(step, ((id_, name) for id_, held in numbered for name in sorted(held.spellings)))
    more = ((id_, uid) for id_, held in numbered for uid in sorted(held.uids - {held.record.uid}))
    bulk.add_foreign_uids(step, more)
    bulk.add_photos(step, ((id_, held.record.photo) for id_, held in numbered if held.record.photo))
    return ids


def _put_in(step: Work, people: Sequence[tuple[Entry, Held, int]]) -> None:
    """Write what people have that they did not have before: `together` only fills gaps and adds at the end."""
    pairs = [(id_, entry.held.record, held.record) for entry, held, id_ in people]
    bulk.add_emails(step, _more(pairs, lambda one: one.emails))
    bulk.add_phones(step, _more(pairs, lambda one: one.phones))
    bulk.add_profiles(step, _more(pairs, lambda one: one.profiles))
    bulk.add_topics(step, ((id_, name) for id_, _, name in _more(pairs, lambda one: one.topics)))
    bulk.add_groups(step, ((id_, name) for id_, _, name in _more(pairs, lambda one: one.groups)))
    bulk.add_works(step, ((id_, at, work, "") for id_, at, work in _more(pairs, lambda one: one.works)))
    store.fill_works(step, (
        (work_id, work)
        for entry, held, _ in people
        for work_id, was, work in zip(entry.work_ids, entry.held.record.works, held.record.works, strict=False)
        if was != work
    ))  # fmt: skip
    store.add_spellings(step, (
        (id_, name) for entry, held, id_ in people for name in sorted(held.spellings - entry.held.spellings)
    ))  # fmt: skip
    bulk.add_foreign_uids(step, (
        (id_, uid) for entry, held, id_ in people for uid in sorted(held.uids - entry.held.uids)
    ))  # fmt: skip
    bulk.add_photos(step, ((id_, now.photo) for id_, was, now in pairs if now.photo and not was.photo))
    _fill_texts(step, pairs)


def _fill_texts(step: Work, pairs: Sequence[tuple[int, PersonRecord, PersonRecord]]) -> None:
    for name in (*FILLED, *NAME_PARTS):
        changed = [(getattr(now, name), id_) for id_, was, now in pairs if getattr(was, name) != getattr(now, name)]
        store.set_texts(step, {"note": "notes"}.get(name, name), changed)
    for name, joint in (("languages", ", "), ("unknown", "\n")):
        lists = ((id_, getattr(was, name), getattr(now, name)) for id_, was, now in pairs)
        store.set_texts(step, name, [(joint.join(now), id_) for id_, was, now in lists if was != now])


def _newly_met(entry: Entry, held: Held, kind: str) -> bool:
    return kind == LINKEDIN and not entry.held.record.met_how and entry.held.record.met_on != held.record.met_on


def _say_how_met(step: Work, ids: Iterable[int]) -> None:
    store.set_texts(step, "met_how", ((HOW_ON_LINKEDIN, id_) for id_ in ids))


def _more(
    pairs: Sequence[tuple[int, PersonRecord, PersonRecord]], of: Callable[[PersonRecord], Sequence[T]]
) -> Iterable[tuple[int, int, T]]:
    """What stands at the end of a list now: whose, in which position, what."""
    for id_, was, now in pairs:
        count = len(of(was))
        yield from ((id_, at, one) for at, one in enumerate(of(now)[count:], start=count))
