"""The papers of the made-up network, as a bibliography would have brought them: the user's own and others'."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hallway.domain.achievements import Achievement
from hallway.store import papers
from hallway.store.work import Work

WRITTEN_FOR = 2026
LONG_AGO = timedelta(days=200)
"""They were seen so long ago that nobody is to be congratulated on them."""

ME = "Ines Okoye"
PAPERS: tuple[tuple[str, int, str, tuple[str, ...]], ...] = (
    ("Shade along corridors of street trees", 2025, "Urban Climate Letters", (ME, "Greta Solheim", "Beatriz Nakamura")),
    ("How wide is a corridor that cools?", 2024, "Journal of Heat and Cities", (ME, "Thảo Nguyễn")),
    ("Sensors that a neighbourhood keeps", 2024, "Open Devices", ("Wiremu Tāwhai", "Caoimhe Byrne")),
    ("Warm nights and mortality: a cohort of twelve cities", 2023, "Heat and Health", ("Adaeze Nwosu",)),
    ("Night-time heat from space", 2025, "Remote Cities", ("Hye-jin Seo", "Tomasz Wieczorek")),
)  # fmt: skip


def put(step: Work, today: date, new_uid: Callable[[], str]) -> None:
    """Write them down, for those of their authors who are in the record."""
    known = dict(step.rows("SELECT name, id FROM person ORDER BY id DESC"))
    later = today.year - WRITTEN_FOR
    papers.add(step, [
        Achievement(
            title, papers.PUBLICATION, known.get(author), str(year + later), notes=f"{venue}. {', '.join(authors)}",
            seen_on=(today - LONG_AGO).isoformat(),
        )
        for title, year, venue, authors in PAPERS
        for author in authors
        if author in known or author == ME
    ], new_uid)  # fmt: skip
