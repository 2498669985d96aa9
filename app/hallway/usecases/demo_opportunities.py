"""The doors of the made-up network: written for 23 June 2026 and moved with the calendar like the rest of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hallway.domain.opportunities import REFERS_ME, TOLD_ME, WORKS_THERE, Opportunity, Part, State, Step
from hallway.store import opportunities
from hallway.store.work import Work

WRITTEN_FOR = date(2026, 6, 23)

DOORS: tuple[tuple[Opportunity, tuple[tuple[str, str, str], ...]], ...] = (
    (
        Opportunity(
            "Ridderkerk early-career grant", "grant", "Ridderkerk Fund", date(2026, 9, 15),
            link="https://ridderkerk.example/early-career", state=State.PREPARING, topics=("heat and cities",),
            notes="Up to 40 000 over two years.",
            steps=(
                Step("Read the call", done_on=date(2026, 6, 19)), Step("One page for Rosalind", date(2026, 6, 26)),
                Step("Ask Eilidh what she would do again", date(2026, 7, 2)),
                Step("Letter from Greta Solheim", date(2026, 8, 4)),
            ),
        ),
        (
            ("Rosalind Achterberg", TOLD_ME, "Runs it. Asked for one page"),
            ("Eilidh MacInnes", REFERS_ME, "Won it in 2024. Offered to read drafts"),
        ),
    ),
    (
        Opportunity("Postdoc, urban exposure", "job", "Halden Institute of Technology", date(2026, 10, 1),
                    state=State.INTERESTED),
        (("Adaeze Nwosu", TOLD_ME, ""),),
    ),
    (
        Opportunity("Visiting month in Valmora", "visit", "City of Valmora, data team", state=State.TALKING),
        (("Lucía Fernández-Ochoa", WORKS_THERE, "Would share a desk in October"),),
    ),
    (
        Opportunity("Special issue: shade and justice", "special issue", "Urban Climate Letters", date(2026, 11, 30),
                    state=State.INTERESTED),
        (("Wiremu Tāwhai", TOLD_ME, ""),),
    ),
    (
        Opportunity("Panel at HeatHealth Forum", "talk", "HeatHealth Forum", date(2026, 7, 3), state=State.AGREED),
        (("Zanele Mthembu", REFERS_ME, ""),),
    ),
    (
        Opportunity("Research data scientist", "job", "Stratus Analytics"),
        (("Omar Siddiqui", WORKS_THERE, ""),),
    ),
    (
        Opportunity("Summer school on sensors", "course", "Sensor library, Dublin", state=State.NEXT_YEAR),
        (("Caoimhe Byrne", TOLD_ME, ""),),
    ),
)  # fmt: skip


def put(step: Work, today: date, new_uid: Callable[[], str]) -> None:
    """Write them down, with those of their people who are in the record."""
    shift = today - WRITTEN_FOR
    known = dict(step.rows("SELECT name, id FROM person ORDER BY id DESC"))
    for door, people in DOORS:
        parts = tuple(Part(known[name], part, note) for name, part, note in people if name in known)
        if parts:
            opportunities.add(step, _moved(door, shift, parts), new_uid)


def _moved(door: Opportunity, shift: timedelta, parts: tuple[Part, ...]) -> Opportunity:
    def day(written: date | None) -> date | None:
        return written + shift if written else None

    steps = tuple(replace(one, due_on=day(one.due_on), done_on=day(one.done_on)) for one in door.steps)
    return replace(door, deadline=day(door.deadline), steps=steps, people=parts)
