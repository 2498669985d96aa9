"""News, projects and groups of the made-up network: written for 23 June 2026 and moved with the calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hallway.domain.achievements import Achievement
from hallway.domain.conflicts import MyTie, Type
from hallway.domain.organisations import Membership
from hallway.domain.projects import Partner, Project, State
from hallway.store import achievements, conflicts, memberships, organisations, projects
from hallway.store.work import Work

WRITTEN_FOR = date(2026, 6, 23)

NEWS: tuple[tuple[str, str, str, date, date], ...] = (
    ("Zanele Mthembu", "award", "Umvoti prize for maternal health", date(2026, 6, 11), date(2026, 6, 15)),
    ("Eilidh MacInnes", "new role", "Fellow at St Brannoc College", date(2026, 5, 1), date(2026, 5, 4)),
    ("Samir El-Amrani", "talk", "Keynote at the open sensors winter meet-up", date(2025, 11, 27), date(2025, 12, 1)),
)
"""Whose, kind, title, on which day, and when it was seen."""

MINE: tuple[tuple[str, str, date], ...] = (
    ("talk", "Cooling corridors in Valmora, at CityClim", date(2026, 6, 16)),
    ("award", "Travel grant of the CityClim Society", date(2026, 4, 20)),
    ("talk", "Shade that people walk to, open evening at the city library", date(2026, 3, 12)),
)
PROJECTS: tuple[tuple[Project, tuple[tuple[str, str], ...]], ...] = (
    (
        Project(
            "Corridors, north and south", start_on="2025-10", next_step="Send Thảo the width table of Valmora",
            next_on=date(2026, 6, 30), notes="The same 40 corridors measured in two cities, so that widths compare.",
        ),
        (("Thảo Nguyễn", "street sections"), ("Beatriz Nakamura", "tree species")),
    ),
    (
        Project(
            "Sensors that a neighbourhood keeps", start_on="2025-01", next_step="Agree on the next firmware",
            link="https://sensors.example/neighbourhood",
        ),
        (("Caoimhe Byrne", "firmware"), ("Samir El-Amrani", "mounts and housings")),
    ),
    (Project("Shade atlas of Ostra", State.DONE, "2022", "2024"), (("Farzana Chowdhury", "maps"),)),
    (Project("Heat and sleep", State.IDEA, notes="Could night-time logs say who sleeps badly?"),
     (("Adaeze Nwosu", ""), ("Zanele Mthembu", ""))),
)  # fmt: skip
GROUPS: tuple[tuple[str, Membership], ...] = (
    ("CityClim Society", Membership(
        "Early-career committee", "2025", brings="The buddy list before each conference",
        next_on=date(2026, 7, 8), next_what="Plan the autumn seminar",
    )),
    ("Open Sensor Library", Membership("Contributor", "2024", brings="Calibration notes for cheap sensors")),
)  # fmt: skip
ADVISOR, SINCE = "Greta Solheim", "2023"


def put(step: Work, today: date, new_uid: Callable[[], str]) -> None:
    """Write them down, for those of their people who are in the record."""
    shift = today - WRITTEN_FOR
    known = dict(step.rows("SELECT name, id FROM person ORDER BY id DESC"))
    for name, kind, title, on, seen in NEWS:
        if name in known:
            one = Achievement(title, kind, known[name], str(on + shift), seen_on=str(seen + shift))
            achievements.add(step, one, new_uid)
    for kind, title, on in MINE:
        day = str(on + shift)
        achievements.add(step, Achievement(title, kind, on_day=day, seen_on=day), new_uid)
    for project, people in PROJECTS:
        partners = tuple(Partner(known[name], role) for name, role in people if name in known)
        if partners:
            projects.add(step, _moved(project, shift, partners), new_uid)
    for place, mine in GROUPS:
        there = organisations.named(step, place)
        if there is not None:
            on_day = mine.next_on + shift if mine.next_on else None
            memberships.add(step, there, replace(mine, start_on=_year(mine.start_on, shift), next_on=on_day))
    if ADVISOR in known:
        conflicts.put_my_tie(step, MyTie(known[ADVISOR], Type.ADVISOR, _year(SINCE, shift)))


def _moved(project: Project, shift: timedelta, partners: tuple[Partner, ...]) -> Project:
    return replace(
        project, start_on=_year(project.start_on, shift), end_on=_year(project.end_on, shift),
        next_on=project.next_on + shift if project.next_on else None, people=partners,
    )  # fmt: skip


def _year(written: str, shift: timedelta) -> str:
    """A partial date some years later; its month stays."""
    years = (WRITTEN_FOR + shift).year - WRITTEN_FOR.year
    return f"{int(written[:4]) + years}{written[4:]}" if written else ""
