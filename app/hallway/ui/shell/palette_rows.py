"""What the palette lists for a text: the wish it spells, what is found, what can be done; chosen before, first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication

from hallway.domain.dates import MONTH_NAMES, say_distance
from hallway.domain.folding import fold
from hallway.domain.likeness import LEAST_LETTERS, begins_nearly
from hallway.domain.wishes import Wish
from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.places import Place
from hallway.ui.shell.palette_introductions import introduction_rows
from hallway.ui.shell.palette_model import Row
from hallway.ui.shell.palette_paths import path_rows
from hallway.ui.shell.palette_wishes import wish_rows
from hallway.ui.shell.window import Window
from hallway.usecases import searching
from hallway.usecases.searching import Choice, Hit

MOST = {
    "person": 6, "organisation": 3, "event": 3, "session": 3, "promise": 2, "moment": 4, "view": 2, "group": 2,
    "topic": 3, "project": 3, "achievement": 3, "opportunity": 3, "letter": 2, "resource": 2, "favour": 2,
}  # fmt: skip
ACTIONS, SETTINGS = 6, 3


def rows_for(window: Window, text: str, wish: Wish | None) -> list[Row]:
    """The rows for a text, under their headings."""
    bridge = window.frame.bridge
    with bridge.desk.looking():  # one look for all that is asked
        chosen = bridge.ask(searching.chosen)
        groups = list(_groups(window, text, wish, chosen))
    # The group with what was chosen most comes first; the others keep their order.
    groups.sort(key=lambda group: max((_weight(row, chosen) for row in group[1]), default=(0, "")), reverse=True)
    wished = [(_t("Do it"), wish_rows(window, wish))] if wish else []
    wished.append((_t("Bring together"), introduction_rows(window, text)))
    wished.append((_t("Who can help"), path_rows(window, text)))
    return [row for heading, rows in (*wished, *groups) if rows for row in (Row(heading), *rows)]


def _groups(
    window: Window, text: str, wish: Wish | None, chosen: Mapping[tuple[str, str], Choice]
) -> Iterator[tuple[str, list[Row]]]:
    found = _found(window, wish.whom if wish else text)

    def rows(*kinds: str) -> list[Row]:
        made = [_hit_row(window, hit) for kind in kinds for hit in found.get(kind, ())]
        return _ranked(made, chosen)

    yield _t("People"), rows("person")
    yield _t("Organisations"), rows("organisation")
    yield _t("Events and sessions"), rows("event", "session")
    yield _t("Opportunities and projects"), rows("opportunity", "letter", "project")
    yield _t("News, favours and things to share"), rows("achievement", "resource", "favour")
    yield _t("Already written"), rows("promise", "moment")
    yield _t("Groups, topics and views"), rows("view", "group", "topic")
    most = ACTIONS if text.strip() else 2 * ACTIONS
    yield _t("Actions"), _ranked(_action_rows(window, text), chosen)[:most]
    yield _t("Settings"), _ranked(_setting_rows(window, text), chosen)[:SETTINGS] if text.strip() else []


def _found(window: Window, text: str) -> Mapping[str, Sequence[Hit]]:
    if text.strip():
        return window.frame.bridge.ask(searching.find_each, text, MOST)
    return {"person": window.frame.bridge.ask(searching.lately)}


def _ranked(rows: Iterable[Row], chosen: Mapping[tuple[str, str], Choice]) -> list[Row]:
    return sorted(rows, key=lambda row: _weight(row, chosen), reverse=True)


def _weight(row: Row, chosen: Mapping[tuple[str, str], Choice]) -> tuple[int, str]:
    return chosen.get((row.kind, row.subject), (0, ""))


LOOKS = {
    "person": ("user-round", "slate"), "organisation": ("building-2", "amber"), "event": ("calendar-days", "violet"),
    "session": ("presentation", "violet"), "promise": ("reply", "blue"), "moment": ("message-circle", "green"),
    "group": ("users-round", "slate"), "topic": ("tag", "slate"), "view": ("sliders-horizontal", "slate"),
    "project": ("users-round", "green"), "achievement": ("award", "amber"), "opportunity": ("compass", "amber"),
    "letter": ("file-pen", "blue"), "resource": ("gift", "green"), "favour": ("hand-heart", "rose"),
}  # fmt: skip
WHAT_IT_IS = {"topic": "everybody with this interest", "view": "a view of yours"}


def _hit_row(window: Window, hit: Hit) -> Row:
    icon, hue = LOOKS[hit.kind]
    today = window.frame.bridge.desk.clock.today()
    row = Row(
        hit.title.split("\n")[0], hit.detail, icon, hue, shown=hit.shown, kind=hit.kind, subject=str(hit.id),
        run=partial(window.frame.navigator.go, _place(hit)),
    )  # fmt: skip
    match hit.kind:
        case "person":
            return row._replace(person=hit.title, when=say_distance(hit.on, today) if hit.on else "")
        case "moment":
            return _moment_row(row, hit)._replace(when=_short_day(hit.on, today))
        case "promise":
            row = row._replace(detail=_t("promised to {name}").format(name=hit.detail))
        case "achievement":
            row = row._replace(detail=hit.detail or _t("your own news"))
        case "topic" | "view":
            row = row._replace(detail=_t(WHAT_IT_IS[hit.kind]))
    return row._replace(when=_short_day(hit.on, today))


def _moment_row(row: Row, hit: Hit) -> Row:
    """With the words around what was found, those who took part stand before them; else what happened does."""
    if hit.shown and hit.whom:
        return row._replace(title=hit.whom)
    begins, _, goes_on = " ".join(hit.title.split()).partition(". ")
    return row._replace(
        title=begins.rstrip("."), detail=", ".join(part for part in (goes_on.rstrip("."), hit.whom) if part)
    )


LIVES_IN = {
    "organisation": ("organisations", "organisation"), "event": ("events", "event"), "group": ("people", "group"),
    "topic": ("people", "topic"), "view": ("people", "view"), "person": ("people", "person"),
    "project": ("opportunities", "projects"), "opportunity": ("opportunities", ""),
    "letter": ("opportunities", "letters"), "resource": ("opportunities", "things"),
    "favour": ("opportunities", "favours"),
}  # fmt: skip
"""The room and the subject of what has a page of its own."""


def _place(hit: Hit) -> Place:
    if hit.kind in LIVES_IN:
        return Place(*LIVES_IN[hit.kind], hit.id)
    if hit.kind == "session":
        return Place("events", "event", hit.event_id or 0)
    if hit.person_id:
        return Place("people", "person", hit.person_id)
    return Place("card", "news") if hit.kind == "achievement" else Place("timeline")


def _short_day(day: date | None, today: date) -> str:
    if day is None:
        return ""
    near = {today: _t("Today"), today - timedelta(1): _t("Yesterday"), today + timedelta(1): _t("Tomorrow")}
    words = f"{day.day} {MONTH_NAMES[day.month - 1]}"
    return near.get(day) or (words if day.year == today.year else f"{words} {day.year}")


def _action_rows(window: Window, text: str) -> Iterator[Row]:
    catalogue = window.frame.catalogue
    for spec in catalogue.available():
        if spec.key != "window.palette" and _fits(f"{spec.text} {spec.words}", text):
            yield Row(spec.text, icon=spec.icon, keys=catalogue.shortcut_text(spec.key), kind="action",
                      subject=spec.key, run=_runner(window, spec))  # fmt: skip


def _runner(window: Window, spec: ActionSpec) -> Callable[[], None]:
    return lambda: window.frame.catalogue.run(spec.key)


def _setting_rows(window: Window, text: str) -> Iterator[Row]:
    for key, (name, other_words) in setting_names().items():
        if _fits(f"{name} {other_words}", text):
            yield Row(name, _t("in Settings"), "settings-2", kind="setting", subject=key,
                      run=partial(window.frame.navigator.go, Place("settings", key)))  # fmt: skip


def setting_names() -> dict[str, tuple[str, str]]:
    """What the Settings room lets one choose: its name there, and other words to find it by."""
    return {
        "you": (_t("Your name and what you do"), _t("profile introduction pronouns university mail page")),
        "budget": (_t("People a week"), _t("at most limit budget plan check-ins")),
        "weekdays": (_t("You write on"), _t("days weekdays monday friday plan")),
        "today": (_t("Things on Today at once"), _t("items limit")),
        "goal": (_t("People you wish to reach each week"), _t("aim")),
        "theme": (_t("Light or dark"), _t("theme colours mode night")),
        "density": (_t("Rows in lists"), _t("roomy compact density")),
        "letters": (_t("Letter size"), _t("font text bigger smaller zoom")),
        "motion": (_t("Movement"), _t("animation motion")),
        "capture": (_t("Capture from anywhere"), _t("global shortcut hotkey desktop key")),
        "fields": (_t("Fields of your own"), _t("custom own field details")),
        "data": (_t("Your data"), _t("folder backup files where")),
    }


def _fits(named: str, text: str) -> bool:
    words = fold(named).split()
    return all(any(_meant(word, typed) for word in words) for typed in fold(text).split())


def _meant(word: str, typed: str) -> bool:
    return word.startswith(typed) or (len(typed) >= LEAST_LETTERS and begins_nearly(word, typed))


def _t(text: str) -> str:
    return QCoreApplication.translate("palette", text)
