"""What the made-up network shares, and favours both ways: written for 23 June 2026, moved with the calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hallway.domain.sharing import GIVEN, OFFERED, RECEIVED, Favour, Resource
from hallway.store import sharing
from hallway.store.work import Work

WRITTEN_FOR = date(2026, 6, 23)

THINGS = (
    Resource(
        "Shade, street trees and night-time heat in five cities", "article", "https://doi.org/10.5555/shade.2026.14",
        "Mixed-effects models of walking routes with open sensors; cooling by street trees and by awnings, mortality "
        "on hot nights.", "J. Castellanos; M. Ito", ("night-time heat",), date(2026, 6, 20),
    ),
    Resource(
        "Call: citizen networks and low-cost sensors", "call", "https://urban-climate-letters.example/calls/sensors",
        "Special issue on citizen science, low-cost sensors and data gaps. Abstracts due 30 September.", "", (),
        date(2026, 6, 12),
    ),
    Resource(
        "Research assistant, five months, Valmora data team", "opening", "https://valmora.example/jobs/ra",
        "Station data, open data, R. Starts in October.", "", (), date(2026, 6, 3),
    ),
)  # fmt: skip

FAVOURS: tuple[tuple[str, str, str, str, date, int], ...] = (
    ("Samir El-Amrani", GIVEN, "article", "", date(2026, 6, 13), 1),
    ("Farzana Chowdhury", GIVEN, "feedback", "On her poster, two pages", date(2026, 5, 20), -1),
    ("Jonas Vik", GIVEN, "time", "An afternoon with his R script", date(2026, 4, 15), -1),
    ("Adaeze Nwosu", RECEIVED, "review", "The outline of chapter 2", date(2026, 3, 11), -1),
    ("Eilidh MacInnes", RECEIVED, "advice", "How fellowship panels read", date(2026, 2, 12), -1),
    ("Caoimhe Byrne", OFFERED, "data", "Our station data for her sensor library", date(2026, 6, 16), -1),
)
"""Who, which way, what, a few words, when, and which of the things it was (-1 for none)."""


def put(step: Work, today: date, new_uid: Callable[[], str]) -> None:
    """Write them down, with those of their people who are in the record."""
    shift = today - WRITTEN_FOR
    known = dict(step.rows("SELECT name, id FROM person ORDER BY id DESC"))
    ids = [sharing.add_resource(step, _moved(one, shift), new_uid) for one in THINGS]
    for name, way, kind, text, on, at in FAVOURS:
        if name in known:
            thing = ids[at] if at >= 0 else None
            sharing.add_favour(step, Favour(known[name], way, kind, text, on + shift, thing), new_uid)


def _moved(one: Resource, shift: timedelta) -> Resource:
    assert one.added_on is not None
    return replace(one, added_on=one.added_on + shift)
