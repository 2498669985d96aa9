"""What the Network map says about ways and people."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hallway.domain.bond_words import short_names
from hallway.domain.names import split_name
from hallway.usecases.network import EVENT, INTRODUCTION, WORKED, Made
from hallway.usecases.paths import PERSON, Found

KINDS = (INTRODUCTION, WORKED, EVENT)


def kind_words(kind: str) -> str:
    """What a line of a kind stands for, in the legend."""
    return {
        INTRODUCTION: _t("Introduced, or know each other"), WORKED: _t("Worked or wrote together"),
        EVENT: _t("Met at the same event"),
    }[kind]  # fmt: skip


def first_names(route: Found) -> list[str]:
    """What the people of a route are called in short."""
    named = {
        id_: (name, split_name(name).given) for id_, name in zip(route.people, route.names, strict=True)
    }  # fmt: skip
    return list(short_names(named).values())


def summary(made: Made) -> str:
    """How far it is on the way that is marked, and how many other ways there are."""
    if not made.routes:
        return _t("Nobody you know leads there yet, as far as is written here.")
    route, others = made.routes[made.chosen], len(made.routes) - 1
    if route.is_direct and made.goal is not None:
        way = _t("You know {name} yourself.").format(name=route.names[0])
    else:
        way = _t("{steps}.").format(steps=steps(len(route.people)))
    more = _tr("%n other ways.", "", others)
    return f"{way} {more}" if others else way


def steps(number: int) -> str:
    """How many steps, in words as long as they are few."""
    few = ("", _t("One step"), _t("Two steps"), _t("Three steps"), _t("Four steps"), _t("Five steps"))
    return few[number] if number < len(few) else _tr("%n steps", "", number)


def other_way(route: Found) -> str:
    """A way in a few words."""
    if route.is_direct:
        return _t("Straight to {name}").format(name=route.names[0])
    return _t("Through {name}, {steps}").format(name=route.names[0], steps=steps(len(route.people)).lower())


def ask_words(route: Found) -> str:
    """A polite way to ask the first person on a route."""
    if route.is_direct:
        return _t("“May I ask you something? Fifteen minutes would help me a lot, and a no is completely fine.”")
    name = first_names(route)[1] if len(set(first_names(route))) == len(route.people) else route.names[1]
    return _t("“Would you feel comfortable introducing me to {name}? A no is completely fine.”").format(name=name)


def draft(route: Found, goal: str, kind: str) -> str:
    """A first line to ask with, for the mail program or the clipboard."""
    lines = [_t("Dear {name},").format(name=first_names(route)[0]), ""]
    if route.is_direct:
        lines.append(ask_words(route).strip("“”"))
    else:
        what = route.names[1] if kind == PERSON and len(route.people) == 2 else _t("{name}, on my way to {goal}")
        lines.append(_t("I would like to get to know {who}.").format(who=what.format(name=route.names[1], goal=goal)))
        lines.append(ask_words(route).strip("“”"))
    return "\n".join(lines)


def _t(text: str) -> str:
    return QCoreApplication.translate("network", text)


def _tr(text: str, hint: str, number: int) -> str:
    return QCoreApplication.translate("network", text, hint, number)
