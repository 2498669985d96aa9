"""What the user did in a stretch of time: from all over the record, each thing once, and nothing counted."""

from __future__ import annotations

from datetime import date

import pytest

from hallway.domain.achievements import Achievement
from hallway.domain.errors import Refused
from hallway.domain.interactions import Kind
from hallway.domain.organisations import Membership
from hallway.domain.programmes import Session
from hallway.domain.projects import Project, State
from hallway.domain.term import Term
from hallway.store import programmes
from hallway.usecases import achievements, organisations, projects, settings, term
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_moment, add_person, days_ago


def page(desk: Desk, chosen: Term | None = None) -> dict[str, tuple[str, ...]]:
    sheet = desk.ask(term.sheet, chosen or desk.ask(term.usual))
    return {section.heading: section.lines for section in sheet.sections}


def test_everything_of_a_term_is_on_one_page(desk: Desk) -> None:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    assert page(desk) == {}
    own = (
        ("Shade.", "publication", "2026"), ("Old paper", "publication", "2025-11"), ("A prize", "award", "2026-05"),
        ("My talk, at Looms", "talk", TODAY.isoformat()),
    )  # fmt: skip
    for title, kind, on in own:
        desk.do(achievements.add, Achievement(title, kind, None, on))
    desk.do(achievements.add, Achievement("Not mine", "award", add_person(desk, "Bo Lindqvist"), "2026-05"))
    looms = add_event(desk, "Looms 2026", status="attended")
    desk.do(lambda step: programmes.add(step, looms, [Session("My talk", TODAY, mine=True)]))
    add_moment(desk, add_person(desk), on=days_ago(9), kind=Kind.INTERVIEW)
    add_moment(desk, 1, on=days_ago(9))
    society = desk.do(organisations.add, "Society of Looms").value
    desk.do(organisations.join, society, Membership("Secretary", "2024"))
    desk.do(organisations.join, society, Membership("Guest", "2020", "2021"))
    desk.do(projects.add, Project("Night heat", start_on="2025"))
    desk.do(projects.add, Project("An idea", State.IDEA))
    assert page(desk) == {
        "Publications": ("Shade, 2026",), "Talks": ("My talk, at Looms, 17 June 2026",),
        "Awards and other news": ("A prize, May 2026",), "Roles": ("Secretary, Society of Looms, since 2024",),
        "Projects": ("Night heat, since 2025",), "Events": ("Looms 2026, 17 June 2026",),
        "Conversations about paths and work": ("Ada Lovelace, 8 June 2026",),
    }  # fmt: skip
    assert page(desk, Term(date(2025, 11, 1), date(2025, 11, 30)))["Publications"] == ("Old paper, November 2025",)


def test_the_head_and_what_makes_no_sense(desk: Desk) -> None:
    sheet = desk.ask(term.sheet, desk.ask(term.usual))
    assert (sheet.title, sheet.lines) == ("What I did", ("17 February 2026 to 17 June 2026",))
    with pytest.raises(Refused):
        desk.ask(term.sheet, Term(TODAY, days_ago(1)))
