"""Everything about somebody on one page before a talk, on the screen, as Markdown or on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from hallway.domain import event_pack
from hallway.domain.briefing import MOMENTS, Facts, sheet_of
from hallway.domain.events import WANTED, say_again, say_both, series_of
from hallway.domain.sheets import Sheet
from hallway.store import (
    achievements,
    events,
    interactions,
    met_there,
    people,
    photos,
    programmes,
    promises,
    settings,
    ties,
    wishes,
)
from hallway.store.interactions import TimelineFilter
from hallway.store.work import View

MOST_SERIES = 6


def of_person(look: View, person_id: int) -> Sheet:
    """The page of one person. Raises `NotFound`."""
    return sheet_of(
        Facts(
            person=people.get(look, person_id),
            today=look.today,
            moments=interactions.timeline(look, TimelineFilter(person_id=person_id), MOMENTS),
            promises=promises.of_person(look, person_id),
            achievements=achievements.of_person(look, person_id),
            ties=ties.of_person(look, person_id),
            shared=tuple(_shared(look, person_id)),
            photo=photos.photo(look, person_id) or b"",
        )
    )


def of_people(look: View, person_ids: Iterable[int]) -> tuple[Sheet, ...]:
    """A page for each of them, in their order. Raises `NotFound`."""
    return tuple(of_person(look, person_id) for person_id in person_ids)


def tomorrow(look: View) -> tuple[int, ...]:
    """Whom tomorrow's events bring: people their titles name, and those who speak there."""
    return events.people_on(look, look.today + timedelta(days=1))


def at_event(look: View, event_id: int) -> tuple[int, ...]:
    """Whom an event is about: people its title names, speakers of its starred sessions, and those met there."""
    return events.people_of(look, event_id)


def pack(look: View, event_id: int) -> tuple[Sheet, ...]:
    """An event on paper: the own days there, then a page for each person one wants to meet. Raises `NotFound`."""
    wished = wishes.of_event(look, event_id)
    first = event_pack.sheet_of(
        events.get(look, event_id), programmes.sessions(look, event_id), wished,
        settings.setting(look, "questions.anyone"), _me(look), look.today,
    )  # fmt: skip
    return (first, *of_people(look, [wish.person_id for wish in wished if wish.state == WANTED]))


def markdown(sheets: Iterable[Sheet]) -> bytes:
    """The pages as a Markdown file."""
    from hallway.formats import sheet_markdown  # only what is written

    return sheet_markdown.write(sheets)


def _shared(look: View, person_id: int) -> Iterator[str]:
    coming = events.coming(look)
    for series, met_at in met_there.series_with(look, person_id)[:MOST_SERIES]:
        yield say_both([title for _, title in met_at])
        ids = {event_id for event_id, _ in met_at}
        again = next((one for one in coming if one.id not in ids and series_of(one.title) == series), None)
        if again is not None:
            yield f"{again.title}: {say_again(len(ids) + 1).lower()}"
    yield from (name for _, name in ties.places_shared(look, person_id))


def _me(look: View) -> str:
    """The user in one line, as one would introduce oneself."""
    own = settings.profile(look)
    parts = (own["name"], own["degree"], own["university"], own["email"], own["link"])
    return ", ".join(part for part in parts if part)
