"""`hallway today`: what the Today page shows, in words."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from hallway.cli.speaking import Verbs, add_json, day_from, document, say
from hallway.domain.dates import say_day
from hallway.domain.today import Item
from hallway.usecases import today as usecases
from hallway.usecases.desk import Desk


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    verb = verbs.add_parser("today", help="what deserves attention today, and why")
    verb.add_argument("--on", metavar="DATE", help="as it would be on another day (tuesday, 4 aug, 2026-08-04)")
    add_json(verb)
    verb.set_defaults(run=today)


def today(desk: Desk, words: Namespace) -> None:
    """Everything due, in the order of the page."""
    desk = _on(desk, words.on) if words.on else desk
    if words.json:
        document([_as_json(item) for item in desk.ask(usecases.due, desk.clock.now().hour)])
        return
    page, day = desk.ask(usecases.page, desk.clock.now().hour), desk.clock.today()
    say(say_day(day, day))
    if not page.items:
        say("\nNothing is waiting.")
    _list("", page.items)
    _list("If you have more time", page.more)
    if page.coming:
        say("\nComing up")
        for event in page.coming:
            say(f"  {say_day(event.start_on, day)}: {event.title}")


def _on(desk: Desk, words: str) -> Desk:
    day = day_from(words, desk.clock.today())
    return desk.at(datetime.combine(day, desk.clock.now().timetz()))


def _list(heading: str, items: tuple[Item, ...]) -> None:
    if heading and items:
        say(f"\n{heading}")
    for item in items:
        say(f"\n  {item.title}")
        say(f"  {item.why}")


def _as_json(item: Item) -> dict[str, object]:
    return {
        "kind": item.kind, "person": item.person, "due_on": item.due_on.isoformat(), "title": item.title,
        "why": item.why, "draft": item.draft,
    }  # fmt: skip
