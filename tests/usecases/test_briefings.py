"""A person on one page: what is on it, who is on tomorrow's, and that nothing typed becomes markup."""

from __future__ import annotations

from datetime import timedelta

from hallway.domain.achievements import Achievement
from hallway.domain.interactions import Participant
from hallway.domain.sheets import Section, Sheet
from hallway.formats import sheet_markdown
from hallway.usecases import achievements, briefings, people, ties
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_moment, add_person, add_promise, days_ago


def sections(desk: Desk, person_id: int) -> dict[str, tuple[str, ...]]:
    return {one.heading: one.lines for one in desk.ask(briefings.of_person, person_id).sections}


def test_somebody_of_whom_nothing_is_known_still_gets_questions(desk: Desk) -> None:
    found = sections(desk, add_person(desk, "Ada Adeyemi"))
    assert set(found) == {"What to ask"}
    assert found["What to ask"][-1] == "Who else should I be talking to?"


def test_everything_before_a_talk_stands_on_the_page(desk: Desk) -> None:
    event = add_event(desk, "Looms 2026")
    ada = add_person(desk, "Ada Adeyemi", met_on="2026-05", met_how="In the queue.", met_event_id=event)
    bela = add_person(desk, "Bela Bakker")
    for day in range(8):
        add_moment(desk, ada, on=days_ago(20 - day), summary=f"Talk {day}")
    add_promise(desk, ada, "send the draft", due_on=TODAY + timedelta(days=2))
    add_promise(desk, ada, "show me the loom", by_me=False)
    desk.do(ties.tie, ada, bela, "co-author", "2021")
    desk.do(achievements.add, Achievement("Prize of the Guild", "award", ada, "2026-06"))
    desk.do(achievements.add, Achievement("Old prize", "award", ada, "2019"))
    desk.do(people.change, ada, "notes", "Likes tea.\n\nHas two cats.")
    found = sections(desk, ada)
    assert found["How you met"] == ("In the queue.", "You met at Looms 2026 in May 2026")
    assert [line.rpartition(": ")[2] for line in found["Last words"]] == [f"Talk {day}" for day in (7, 6, 5, 4, 3)]
    assert found["You promised"] == ("send the draft, for Friday 19 June",)
    assert found["Ada promised"] == ("show me the loom",)
    assert found["Their news"] == ("Award: Prize of the Guild, June 2026",)
    assert found["Whom and what you share"][0] == "Bela Bakker, co-author, since 2021"
    assert "Both at Looms 2026" in found["Whom and what you share"]
    assert found["What to ask"][0] == "How is it going with “show me the loom”?"
    assert found["Your notes"] == ("Likes tea.", "Has two cats.")


def test_kept_promises_are_no_longer_on_it(desk: Desk) -> None:
    from hallway.usecases import promises

    ada = add_person(desk)
    desk.do(promises.keep, add_promise(desk, ada, "send the draft"))
    assert "You promised" not in sections(desk, ada)


def test_the_note_that_is_about_this_person_alone_is_there_and_nobody_elses(desk: Desk) -> None:
    from hallway.domain.interactions import NewInteraction
    from hallway.usecases import interactions

    ada, bela = add_person(desk, "Ada Adeyemi"), add_person(desk, "Bela Bakker")
    people_there = (Participant(ada, note="was tired"), Participant(bela, note="owes me a recipe"))
    desk.do(interactions.log, NewInteraction(TODAY, people_there, summary="Lunch"))
    assert sections(desk, ada)["Last words"] == ("Wednesday 17 June: Lunch was tired",)


def test_tomorrow_brings_those_whom_an_event_names(desk: Desk) -> None:
    ada, bela = add_person(desk, "Ada Adeyemi"), add_person(desk, "Bela Bakker")
    tomorrow = TODAY + timedelta(days=1)
    add_event(desk, "Talk with Bela Bakker", start_on=tomorrow, end_on=tomorrow)
    add_event(desk, "Talk with Ada Adeyemi", start_on=tomorrow + timedelta(days=1), end_on=tomorrow + timedelta(days=1))
    assert desk.ask(briefings.tomorrow) == (bela,)
    desk.do(people.let_go, [bela])
    assert desk.ask(briefings.tomorrow) == ()
    assert ada


def test_a_note_of_fifty_thousand_characters_leaves_the_page_a_page(desk: Desk) -> None:
    ada = add_person(desk, "A" * 50_000)
    desk.do(people.change, ada, "notes", "very long " * 5_000)
    add_moment(desk, ada, summary="and on " * 7_000)
    found = sections(desk, ada)
    assert all(len(line) <= 700 for lines in found.values() for line in lines)


def test_markdown_keeps_a_page_apart_from_the_next() -> None:
    data = sheet_markdown.write([Sheet("Ada", ("she/her",)), Sheet("1. Bela", (), (Section("News", ("- none",)),))])
    assert data.decode() == "# Ada\n\nshe/her\n\n---\n\n# 1\\. Bela\n\n## News\n\n- \\- none\n"
