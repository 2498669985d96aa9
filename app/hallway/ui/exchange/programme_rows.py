"""Sessions and speakers of a programme as rows: those that ask for a look first."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from hallway.domain.importing import Decision, Row
from hallway.domain.listing import listed
from hallway.domain.programme_review import ProgrammeReview
from hallway.domain.programme_versions import Fate, SessionRow
from hallway.domain.programmes import Session
from hallway.ui.exchange.review_rows import Shown, shown_person

ICONS = {
    "keynote": ("presentation", "violet"), "talk": ("presentation", "violet"), "panel": ("users-round", "blue"),
    "poster": ("file-text", "blue"), "workshop": ("flask-conical", "amber"), "social": ("party-popper", "rose"),
    "break": ("coffee", "slate"), "other": ("calendar-days", "slate"),
}  # fmt: skip
FIRST = (Fate.MOVED, Fate.GONE, Fate.CHANGED, Fate.NEW, Fate.SAME)


def shown_sessions(review: ProgrammeReview) -> list[Shown]:
    """What moved first, then what else changed, then the rest; each in the order of time."""
    several_days = review.event.start_on != review.event.end_on
    rows = sorted(enumerate(review.sessions), key=lambda one: _place(one[1]))
    return [_session(at, row, review, several_days) for at, row in rows]


def shown_speakers(review: ProgrammeReview) -> list[Shown]:
    """Those to decide about first, then those who are new, then those who are known."""
    rows = [_speaker(at, row) for at, row in enumerate(review.speakers)]
    doubtful = set(review.doubtful)
    return sorted(rows, key=lambda one: (one.at not in doubtful, review.speakers[one.at].decision is Decision.MERGE))


def _place(row: SessionRow) -> tuple[object, ...]:
    session = row.session
    return FIRST.index(row.fate), session.on, session.start_time, session.room, session.title


def _session(at: int, row: SessionRow, review: ProgrammeReview, with_day: bool) -> Shown:
    session = row.session
    chips = {
        Fate.NEW: (_t("add"), "green"), Fate.MOVED: (_t("moved"), "amber"), Fate.CHANGED: (_t("update"), "blue"),
        Fate.SAME: (_t("already here"), ""), Fate.GONE: (_gone(session, review.takes_out), ""),
    }  # fmt: skip
    word, hue = chips[row.fate]
    why = listed(session.speakers)
    if row.fate is Fate.MOVED and row.before is not None:
        why = _t("was {place}").format(place=_spot(row.before, row.before.on != session.on))
    return Shown(session.title, _spot(session, with_day), why, word, hue, at, ICONS.get(session.kind, ICONS["other"]))


def _gone(session: Session, takes_out: bool) -> str:
    if not takes_out:
        return _t("not in it")
    return _t("called off") if session.is_dear else _t("goes")


def _spot(session: Session, with_day: bool) -> str:
    day = f"{session.on:%a} {session.on.day} {session.on:%b}" if with_day else ""
    return ", ".join(part for part in (day, session.start_time, session.room) if part)


def _speaker(at: int, row: Row) -> Shown:
    """Behind the name stands what they speak about."""
    return replace(shown_person(at, row), detail=row.record.where)


def _t(text: str) -> str:
    return QCoreApplication.translate("review", text)
