"""`hallway met`: somebody just met, in one line; several people joined by "and" too."""

from __future__ import annotations

from argparse import Namespace

from hallway.cli.speaking import Verbs, columns, tell
from hallway.domain.dates import say_day
from hallway.domain.listing import listed
from hallway.usecases import capturing
from hallway.usecases.capturing import Line, Reading, Wanted
from hallway.usecases.desk import Desk


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    verb = verbs.add_parser("met", help="somebody you just met, in one line")
    verb.add_argument("line", metavar="LINE", help="name first: “Thảo Nguyễn, at Uni Lund, send the R code by Friday”")
    verb.add_argument("--one", action="store_true", help="all of the name is one person's, whatever joins it")
    verb.set_defaults(run=met)


def met(desk: Desk, words: Namespace) -> None:
    """Save the line, and say how it was understood."""
    line = Line(words.line, several=not words.one)
    reading = desk.ask(capturing.read, line)
    desk.do(capturing.save_all, Wanted(line))
    columns(list(_understood(desk, reading)))
    known = dict.fromkeys(one.name for namesakes in reading.known for one in namesakes)
    if known:
        names = listed(list(known), 3)
        tell(f"There is {names} already. If that is the same person: hallway undo, then hallway log.")
    if len(reading.capture.names) > 1:
        tell("If these names are one person's: hallway undo, then hallway met --one.")


def _understood(desk: Desk, reading: Reading) -> list[tuple[str, str]]:
    capture, today = reading.capture, desk.clock.today()
    rows = [
        ("Name" if len(capture.names) < 2 else "Names", listed(capture.names)),
        ("Works at", capture.organisation),
        ("Works as", capture.role),
        ("Interests", ", ".join(capture.topics)),
        ("Reach", ", ".join((*capture.emails, *capture.phones, *(page.url for page in capture.profiles)))),
        ("Talked about", capture.note),
    ]
    rows += [
        ("Follow up" if one.by_me else "From them", one.text + (f", {say_day(one.due, today)}" if one.due else ""))
        for one in capture.promises
    ]
    if reading.event:
        rows.append(("How you met", reading.event.title))
    return [row for row in rows if row[1]]
