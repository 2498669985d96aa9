"""The papers of the made-up network: one's own among them, and none to congratulate on."""

from __future__ import annotations

from hallway.usecases import achievements, demo, people, today
from hallway.usecases.desk import Desk


def test_papers_of_ones_own_and_of_others(desk: Desk) -> None:
    demo.fill(desk)
    own = [one for one in desk.ask(achievements.of_person, None) if one.kind == "publication"]
    assert len(own) == 2
    greta = desk.ask(people.named, "Greta Solheim")[0]
    assert [one.kind for one in desk.ask(achievements.of_person, greta)] == ["publication"]
    assert not [item for item in desk.ask(today.page).items if item.kind == "congratulate" and "paper" in item.why]
