"""Makes the pictures of README with the app itself: `python packaging/tools/screenshots.py [FOLDER]`.

A made-up network, a clock that stands still, no screen needed. With `--all` every room and panel is taken in both
themes and both sizes, for looking at; `--compact` and `--text 20` show them dense, or with larger text.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "app"))

from PySide6.QtCore import QEventLoop, QSettings, QTimer  # noqa: E402 - the platform is chosen above
from PySide6.QtWidgets import QApplication  # noqa: E402

from hallway.domain.backups import Why  # noqa: E402
from hallway.domain.people import NewPerson  # noqa: E402
from hallway.host.clock import FixedClock  # noqa: E402
from hallway.ui.calendar_export.panel import open_export  # noqa: E402
from hallway.ui.capture.line import CaptureLine  # noqa: E402
from hallway.ui.capture.panel import open_capture  # noqa: E402
from hallway.ui.exchange.page import ExchangePage  # noqa: E402
from hallway.ui.exchange.save_panel import open_save_people  # noqa: E402
from hallway.ui.frame.bridge import Bridge  # noqa: E402
from hallway.ui.frame.places import Place  # noqa: E402
from hallway.ui.frame.plurals import EnglishPlurals  # noqa: E402
from hallway.ui.network.page import NetworkPage  # noqa: E402
from hallway.ui.parts.erase_panel import open_erase  # noqa: E402
from hallway.ui.parts.message_panel import write_to_person  # noqa: E402
from hallway.ui.parts.restore_panel import open_restore  # noqa: E402
from hallway.ui.people.detail import PersonDetail  # noqa: E402
from hallway.ui.shell.commands import equip  # noqa: E402
from hallway.ui.shell.palette import open_palette  # noqa: E402
from hallway.ui.shell.rooms import ROOMS  # noqa: E402
from hallway.ui.shell.window import Window  # noqa: E402
from hallway.ui.theme import theme  # noqa: E402
from hallway.usecases import backing_up, demo, events, organisations, outreach, paths, people  # noqa: E402
from hallway.usecases.desk import Desk  # noqa: E402
from hallway.wiring import open_desk  # noqa: E402

NOW = datetime.fromisoformat("2026-06-23T09:12:00+02:00")
SIZES = {"": (1280, 800), "-small": (960, 640)}
SETTLE = 250  # ms for fades and delayed layouts
LINE = "Thandeka Dube, @Umvoti Population Health heat and maternal health, send the paper fri"
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Hyejin,Seo,https://www.linkedin.com/in/hyejin-seo,,Hanbit Earth Observation Lab,Group leader,12 Jun 2026\n"
    "Amira,Haddad,https://www.linkedin.com/in/amira-haddad,,Ostra University,PhD candidate,14 Jun 2026\n"
    "Bo,Lindqvist,https://www.linkedin.com/in/bo-lindqvist,,Northgate University,Lecturer,31 Foo 2026\n"
)
TABLE = (
    "Full name,Org,Position,E-mail,Keywords,Met at,Last mail,ID_internal\n"
    "Adaeze Nwosu,Halden Institute of Technology,Professor,a.nwosu@halden.example,heat; mortality,CityClim 2025,"
    "2026-06-02,000482\n"
    "Hyejin Seo,Hanbit Earth Observation Lab,Group leader,,remote sensing,CityClim 2026,2026-05-11,000211\n"
    "T. Wieczorek,Northgate University,Reader,t.w@other.example,heat; sleep,,2026-01-20,000111\n"
    "Nomvula Dlamini,Umvoti Population Health,Statistician,n.dlamini@umvoti.example,cohorts,,some day in May,000107\n"
)


class Studio:
    """A window on the made-up network, and the folder the pictures go to."""

    def __init__(self, desk: Desk, folder: Path, home: Path) -> None:
        self.folder, self.home = folder, home
        self.window = Window(Bridge(desk), ROOMS, QSettings(str(home / "window.ini"), QSettings.Format.IniFormat))
        equip(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.show_counts()

    def go(self, *place: str | int) -> None:
        self.window.frame.navigator.go(Place(*place))  # type: ignore[arg-type]

    def take(self, name: str) -> None:
        """One picture of the window as it is."""
        _settle(SETTLE)
        focused = QApplication.focusWidget()
        if focused is not None and self.window.overlay() is None:
            focused.clearFocus()
        self.window.grab().save(str(self.folder / f"{name}.png"))

    def close_panel(self) -> None:
        panel = self.window.overlay()
        if panel is not None:
            panel.close_panel()
            _settle(SETTLE)


def readme_pictures(studio: Studio) -> None:
    """Those of README."""
    theme.choose_theme("light")
    samir = studio.window.frame.bridge.ask(people.named, "Adaeze Nwosu")[0]
    studio.go("today")
    studio.take("today")
    studio.go("people", "person", samir)
    studio.take("people")
    studio.go("timeline")
    studio.take("timeline")
    studio.go("today")
    open_export(studio.window.frame, studio.window)
    studio.take("calendar-export")
    studio.close_panel()
    studio.go("events", "there", studio.window.frame.bridge.ask(events.coming)[2].id)
    studio.take("event")
    studio.go("today", "plan")
    studio.take("plan")
    studio.go("outreach")
    studio.take("outreach")
    studio.go("network")
    _settle(2_000)
    studio.take("network")
    studio.go("insights")
    studio.take("insights")
    theme.choose_theme("dark")
    studio.go("opportunities", "", 1)
    studio.take("opportunities")
    studio.go("people", "person", studio.window.frame.bridge.ask(people.named, "Samir El-Amrani")[0])
    studio.take("dark")


def every_picture(studio: Studio) -> None:
    """Every room and panel, in both themes and both sizes."""
    looks: tuple[theme.Choice, ...] = ("light", "dark")
    for look in looks:
        theme.choose_theme(look)
        for suffix, size in SIZES.items():
            studio.window.resize(*size)
            for name, show in scenes(studio):
                show()
                studio.take(f"{name}{suffix}-{look}")
                studio.close_panel()


def scenes(studio: Studio) -> Iterator[tuple[str, Callable[[], object]]]:
    """What there is to see, by name."""
    window, frame = studio.window, studio.window.frame
    for room in ROOMS:
        yield room.key, lambda key=room.key: studio.go(key)  # type: ignore[misc]
    yield "plan", lambda: studio.go("today", "plan")
    yield "event", lambda: studio.go("events", "there", studio.window.frame.bridge.ask(events.coming)[2].id)
    yield "briefing", lambda: _briefing(studio)
    yield "debrief", lambda: frame.catalogue.run("window.debrief")
    ask = frame.bridge.ask
    person = ask(people.named, "Adaeze Nwosu")[0]
    for tab in ("timeline", "details", "notes", "overview"):
        yield f"person-{tab}", lambda tab=tab: _person(studio, person, tab)  # type: ignore[misc]
    yield "message", lambda: _message(studio, person)
    yield "message-words", lambda: frame.catalogue.run("messages.words")
    yield "organisation", lambda: studio.go("organisations", "organisation", ask(organisations.listed, "Ostra")[0].id)
    yield "opportunity", lambda: studio.go("opportunities", "", 1)
    omar = ask(outreach.of_person, ask(people.named, "Omar Siddiqui")[0])
    marta = ask(outreach.of_person, ask(people.named, "Marta Kowal")[0])[0]
    yield "outreach-list", lambda: studio.go("outreach", "list")
    yield "learned", lambda: studio.go("outreach", "learned")
    yield "interview", lambda: studio.go("outreach", "interview", (omar or (marta,))[0].id)
    yield "interview-after", lambda: studio.go("outreach", "interview", marta.id)
    yield "copies", lambda: studio.go("settings", "copies")
    yield "restore", lambda: _restore(studio)
    yield "history-let-go", lambda: studio.go("history", "let go")
    yield "network", lambda: _network(studio, "map")
    yield "network-list", lambda: _network(studio, "list")
    yield "log", lambda: frame.catalogue.run("people.log")
    yield "help", lambda: frame.catalogue.run("window.help")
    yield "export", lambda: open_export(frame, window)
    yield "palette", lambda: open_palette(window).field.setText("follow up samir fri")
    yield "palette-name", lambda: open_palette(window).field.setText("samir")
    yield "capture", lambda: _capture(studio)
    yield "review", lambda: _review(studio, "Connections.csv", CONNECTIONS)
    yield "review-table", lambda: _review(studio, "contacts-2026.csv", TABLE)
    yield "review-columns", lambda: _review(studio, "guests.csv", "a;b\nAmira Haddad;Ostra University\nBo Lindqvist;\n")
    yield "review-done", lambda: _finish(studio)
    yield "save-people", lambda: _save_people(studio)
    yield "erase", lambda: _erase(studio, person)


def _do_and_take_back(desk: Desk) -> None:
    """Something for the history and the copies to show: days, places, steps taken back, what was let go."""
    for days in (9, 2, 1):
        backing_up.make_if_due(desk.at(NOW - timedelta(days=days)))
    desk.at(NOW - timedelta(days=1)).do(people.let_go, [desk.ask(people.named, "Ragnhild")[0]])
    desk.do(people.add, NewPerson("Hye-jin Seo", organisation="Hanbit Earth Obs. Lab"))
    desk.do(events.remove, desk.ask(events.past)[-1].id)
    for place in ("Lund", "Bergen"):
        desk.do(people.change, desk.ask(people.named, "Adaeze Nwosu")[0], "place", place)
    desk.undo()
    backing_up.make(desk, Why.IMPORT)


def _restore(studio: Studio) -> None:
    studio.go("settings", "copies")
    open_restore(studio.window.frame.bridge, studio.window)


def _briefing(studio: Studio) -> None:
    _person(studio, studio.window.frame.bridge.ask(people.named, "Adaeze Nwosu")[0], "overview")
    studio.window.frame.catalogue.run("window.briefing")


def _person(studio: Studio, person: int, tab: str) -> None:
    studio.go("people", "person", person)
    detail = studio.window.page.findChild(PersonDetail)  # type: ignore[union-attr]
    assert isinstance(detail, PersonDetail)
    detail.show_tab(tab)


def _message(studio: Studio, person: int) -> None:
    studio.go("people", "person", person)
    panel = write_to_person(studio.window.frame.bridge, studio.window, person, "Adaeze Nwosu")
    panel.personal.setText("Your remark on lunch menus made my day.")


def _network(studio: Studio, view: str) -> None:
    """The way to an organisation; the map is made beside the event loop."""
    goal = studio.window.frame.bridge.ask(paths.target_named, "Sahel Cooling Lab")
    studio.go("network", goal.kind, goal.id)
    page = studio.window.page
    assert isinstance(page, NetworkPage)
    while page.is_making():
        _settle(20)
    page.show_as(view)


def _capture(studio: Studio) -> None:
    line = open_capture(studio.window.frame, studio.window).findChild(CaptureLine)
    assert isinstance(line, CaptureLine)
    line.setPlainText(LINE)


def _review(studio: Studio, name: str, text: str) -> None:
    path = studio.home / name
    path.write_text(text, encoding="utf-8")
    studio.go("exchange")
    page = studio.window.page
    assert isinstance(page, ExchangePage)
    page.take_files([path])
    while page.job is not None:
        _settle(20)


def _finish(studio: Studio) -> None:
    """What stands after an import, which is then taken back."""
    _review(studio, "Connections.csv", CONNECTIONS)
    page = studio.window.page
    assert isinstance(page, ExchangePage)
    page.review.finish.click()
    while page.job is not None:
        _settle(20)
    studio.window.frame.bridge.undo()


def _save_people(studio: Studio) -> None:
    studio.go("exchange")
    open_save_people(studio.window.frame, studio.window, "table")


def _erase(studio: Studio, person: int) -> None:
    studio.go("people", "person", person)
    open_erase(studio.window.frame.bridge, studio.window, person)
    _settle(SETTLE)


def _settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    """Fill a folder of its own, take the pictures, leave nothing behind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--compact", action="store_true")
    parser.add_argument("--text", type=int, default=13, metavar="PX", help="size of the text, 11 to 20")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    application.installTranslator(EnglishPlurals(application))
    theme.apply(application, "light", chosen.text)
    theme.choose_density("compact" if chosen.compact else "comfortable")
    theme.choose_motion(False)
    with tempfile.TemporaryDirectory() as made:
        home = Path(made) / "hallway"
        desk = open_desk(home, "window", FixedClock(NOW))
        demo.fill(desk)
        if chosen.all:
            _do_and_take_back(desk)
        studio = Studio(desk, chosen.folder, home)
        (every_picture if chosen.all else readme_pictures)(studio)
        studio.window.close()
        desk.close()


if __name__ == "__main__":
    main()
