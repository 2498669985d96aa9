"""Conference programmes: what one would do to the record, the choices about it, and bringing it in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from hallway.domain.events import Event
from hallway.domain.folding import fold
from hallway.domain.import_rows import Decision, Row
from hallway.domain.matching import Index, Known, Match, Verdict, build_index, match
from hallway.domain.programme_review import (
    LONGEST,
    ProgrammeReview,
    is_settled,
    reviewed,
    taking_out,
    turned_over,
    with_newcomers,
    with_speaker,
    with_title,
    with_topics,
    with_zone,
)
from hallway.domain.programme_versions import Fate, SessionRow
from hallway.domain.programmes import Programme, SpeakerRecord, identity, suggested_topics
from hallway.domain.records import PersonRecord
from hallway.store import bulk
from hallway.store import events as event_store
from hallway.store import programmes as store
from hallway.store.bulk import Newcomer
from hallway.store.work import View, Work

__all__ = [
    "ProgrammeReview", "bring_in", "is_settled", "review", "taking_out", "turned_over", "with_newcomers",
    "with_speaker", "with_title", "with_topics", "with_zone",
]  # fmt: skip

SPOKE_HERE = "spoke here before"
LEAST_KEY = 8
"""Session numbers shorter than this, or of digits alone, may be those of another conference."""


def review(look: View, file: str, programme: Programme) -> ProgrammeReview:
    """What bringing the programme in would do; nothing changes yet."""
    known = _event(look, programme)
    stored = store.sessions(look, known.id) if known else ()
    made = reviewed(file, programme, known, stored)
    speakers = _speakers(look, file, programme, made)
    settled = store.topics_of(look, known.id) if known else frozenset()
    topics = tuple(one for one in suggested_topics(programme, store.topics(look)) if fold(one[0]) not in settled)
    returns = known is not None and event_store.let_go_on(look, known.id) is not None
    return replace(made, speakers=speakers, topics=topics, returns=returns)


def bring_in(step: Work, made: ProgrammeReview, run: int | None = None) -> int:
    """Carry a review out; returns the event's id. Stars, own talks, notes and all that hangs on a session stay."""
    event_id = _put_event(step, made)
    ids = _put_sessions(step, event_id, made)
    people = _put_people(step, made, run)
    _put_links(step, made, ids, people)
    store.add_topics(step, event_id, [name for name, taken in made.topics if taken])
    return event_id


# --- comparing -------------------------------------------------------------------------------------------


def _event(look: View, programme: Programme) -> Event | None:
    """The event of an earlier version, or the one the user wrote down under that title for those days."""
    days = sorted(one.start.date() if isinstance(one.start, datetime) else one.start for one in programme.sessions)
    by_key = event_store.by_source_uid(look, programme.key) if programme.key else None
    if by_key:
        return by_key
    named = store.event_named(look, programme.title, days[0], days[-1])
    if named:
        return named
    sure = [one.key for one in programme.sessions if len(one.key) >= LEAST_KEY and not one.key.isdigit()]
    same = store.event_with(look, sure) if sure else None
    near = same and same.start_on <= days[-1] + LONGEST and days[0] <= same.end_on + LONGEST
    return same if near else None


def _speakers(look: View, file: str, programme: Programme, made: ProgrammeReview) -> tuple[Row, ...]:
    spoke = _spoke_here(look, made.known.id) if made.known else {}
    declined = {fold(name) for session in made.stored for name in session.speakers} - spoke.keys()
    crowd = _Crowd(look, spoke)
    titles = _titles(programme)
    for speaker in programme.speakers:
        record = _person(programme, speaker, titles[identity(speaker)])
        crowd.meet(file, record, fold(speaker.name) in declined)
    return tuple(crowd.rows)


class _Crowd:
    """Everybody of the record and the speakers met so far; the speaker of row n has the id -1 - n."""

    def __init__(self, look: View, spoke: Mapping[str, int]) -> None:
        self.rows: list[Row] = []
        self._spoke = spoke
        known = store.people(look)
        self._index: Index = build_index(known)
        self._names = {one.person_id: one.name for one in known}
        self._let_go = store.let_go(look)

    def meet(self, file: str, record: PersonRecord, declined: bool) -> None:
        """Make the row of one speaker, and let later ones meet them too."""
        found = match(record, self._index)
        here = self._spoke.get(fold(record.name))
        if found.verdict is not Verdict.SAME and here is not None:
            found = Match(Verdict.SAME, here, SPOKE_HERE)
        elif found.person_id in self._spoke.values():
            found = replace(found, why=SPOKE_HERE)
        id_ = found.person_id
        row = Row(file, "programme", record, self._decision(found, declined), found)
        if id_ is not None:
            row = replace(row, person_id=id_) if id_ > 0 else replace(row, like_row=-1 - id_)
            row = replace(row, like=self._names[id_])
        self.rows.append(row)
        if found.verdict is not Verdict.SAME:
            self._take_in(record)

    def _decision(self, found: Match, declined: bool) -> Decision:
        """Link whoever is sure; add the others, unless they were left out the last time."""
        if found.verdict is Verdict.SAME:
            return Decision.SKIP if found.person_id in self._let_go else Decision.MERGE
        return Decision.SKIP if declined else Decision.NEW

    def _take_in(self, record: PersonRecord) -> None:
        id_ = -len(self.rows)
        self._names[id_] = record.name
        uids = (record.uid,) if record.uid else ()
        self._index.add(Known(id_, record.name, profiles=tuple(one.url for one in record.profiles), uids=uids))


def _spoke_here(look: View, event_id: int) -> dict[str, int]:
    """People who speak at the event, by every name they go by."""
    return {fold(name): person_id for _, person_id, name in store.speakers(look, event_id)}


def _titles(programme: Programme) -> Mapping[str, str]:
    """The first session of each speaker."""
    titles: dict[str, str] = {}
    for session in programme.sessions:
        for speaker in session.speakers:
            titles.setdefault(identity(speaker), session.title)
    return titles


def _person(programme: Programme, speaker: SpeakerRecord, title: str) -> PersonRecord:
    uid = f"{programme.key}#{speaker.key}" if speaker.key and programme.key else ""
    return PersonRecord(speaker.name, where=title, uid=uid, profiles=speaker.profiles, note=speaker.about)


# --- bringing in -----------------------------------------------------------------------------------------


def _put_event(step: Work, made: ProgrammeReview) -> int:
    if made.known is None:
        return event_store.add(step, made.event)
    if made.event != made.known:
        event_store.change(step, made.event)
    if made.returns:
        event_store.bring_back(step, made.known.id)
    return made.known.id


def _put_sessions(step: Work, event_id: int, made: ProgrammeReview) -> list[int]:
    """Write what is new or told otherwise; returns the ids of the programme's sessions, in its order."""
    rows = [row for row in made.sessions if row.fate is not Fate.GONE]
    new = iter(store.add(step, event_id, [row.session for row in rows if row.fate is Fate.NEW]))
    store.change(step, [row.session for row in rows if row.fate in (Fate.MOVED, Fate.CHANGED)])
    if made.takes_out:
        store.call_off(step, [row.session.id for row in made.gone if row.session.is_dear])
        store.remove(step, [row.session.id for row in made.gone if not row.session.is_dear])
    return [next(new) if row.fate is Fate.NEW else row.session.id for row in rows]


def _put_people(step: Work, made: ProgrammeReview, run: int | None) -> dict[str, int]:
    """Add newcomers as not yet met; returns who is who, by what tells speakers apart."""
    new = [at for at, row in enumerate(made.speakers) if row.decision is Decision.NEW]
    interests = _interests(made)
    keys = [identity(speaker) for speaker in made.programme.speakers]
    newcomers = [
        Newcomer(replace(made.speakers[at].record, topics=interests[keys[at]]), known=False) for at in new
    ]
    ids = dict(zip(new, bulk.add_people(step, newcomers, run), strict=True))
    for at, row in enumerate(made.speakers):
        if row.decision is Decision.MERGE:
            id_ = row.person_id or ids.get(row.like_row if row.like_row is not None else -1)
            if id_ is not None:
                ids[at] = id_
    merged = [at for at in ids if made.speakers[at].decision is Decision.MERGE]
    store.know_as(step, ((ids[at], uid) for at in merged if (uid := made.speakers[at].record.uid)))
    return {keys[at]: id_ for at, id_ in ids.items()}


def _interests(made: ProgrammeReview) -> Mapping[str, tuple[str, ...]]:
    """The chosen topics that are tracks in which somebody speaks."""
    taken = {fold(name): name for name, chosen in made.topics if chosen}
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for session in made.programme.sessions:
        topic = taken.get(fold(session.track))
        for speaker in session.speakers if topic else ():
            found[identity(speaker)][topic or ""] = None
    return defaultdict(tuple, {key: tuple(topics) for key, topics in found.items()})


def _put_links(step: Work, made: ProgrammeReview, ids: Iterable[int], people: Mapping[str, int]) -> None:
    rows = [row for row in made.sessions if row.fate is not Fate.GONE]
    if made.known is not None:
        store.unlink(step, _no_longer(step, made.known.id, rows))
    pairs = (
        (session_id, people[identity(speaker)])
        for session_id, record in zip(ids, made.programme.sessions, strict=True)
        for speaker in record.speakers
        if identity(speaker) in people
    )
    store.link(step, dict.fromkeys(pairs))


def _no_longer(step: Work, event_id: int, rows: Iterable[SessionRow]) -> list[tuple[int, int]]:
    """People whom the programme took out of a session: it named them before and names them no more."""
    dropped = {
        row.session.id: {fold(name) for name in row.before.speakers} - {fold(name) for name in row.session.speakers}
        for row in rows
        if row.before is not None
    }
    named = store.speakers(step, event_id)
    return [(session_id, id_) for session_id, id_, name in named if fold(name) in dropped.get(session_id, ())]

