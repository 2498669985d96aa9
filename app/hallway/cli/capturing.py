"""`hallway met`: somebody just met, in one line."""

from __future__ import annotations

from argparse import Namespace

from hallway.cli.speaking import Verbs, columns, tell
from hallway.domain.dates import say_day
from hallway.usecases import capturing
from hallway.usecases.capturing import Reading
from hallway.usecases.desk import Desk


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    verb = verbs.add_parser("met", help="somebody you just met, in one line")
    verb.add_argument("line", metavar="LINE", help="name first: “Thảo Nguyễn, at Uni Lund, send the R code by Friday”")
    verb.set_defaults(run=met)


def met(desk: Desk, words: Namespace) -> None:
    """Save the line, and say how it was understood."""
    reading = desk.ask(capturing.read, words.line)
    desk.do(capturing.save, words.line)
    columns(list(_understood(desk, reading)))
    if reading.alike:
        names = " and ".join(name for _, name in reading.alike[:3])
        tell(f"There is {names} already. If that is the same person: hallway undo, then hallway log.")


def _understood(desk: Desk, reading: Reading) -> list[tuple[str, str]]:
    capture, today = reading.capture, desk.clock.today()
    rows = [
        ("Name", capture.name),
        ("Works at", capture.organisation),
        ("Interests", ", ".join(capture.topics)),
        ("Reach", ", ".join((*capture.emails, *capture.phones, *(page.url for page in capture.profiles)))),
        ("Talked about", capture.note),
    ]
    rows += [
        ("Follow up", one.text + (f", {say_day(one.due, today)}" if one.due else "")) for one in capture.promises
    ]
    if reading.event:
        rows.append(("How you met", reading.event.title))
    return [row for row in rows if row[1]]
