"""Why somebody may be asked, in a sentence that says what stands in the record and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from hallway.domain import bonds
from hallway.domain.bonds import Acquaintance, Bond
from hallway.domain.dates import say_distance
from hallway.domain.interactions import Kind
from hallway.domain.partial_dates import say_partial
from hallway.domain.ties import is_same_both_ways

Call = Callable[[int], str]
"""What somebody is called in the sentence."""

SPOKE, IN_TOUCH = "You spoke with {name} {when}", "You and {name} were in touch {when}"
LATELY: Mapping[tuple[str, str], str] = {
    (Kind.CONVERSATION, ""): SPOKE, (Kind.CALL, ""): SPOKE, (Kind.VIDEO_CALL, ""): SPOKE, (Kind.INTERVIEW, ""): SPOKE,
    (Kind.MET, ""): "You met {name} {when}",
    (Kind.MESSAGE, "out"): "You wrote to {name} {when}", (Kind.MESSAGE, "in"): "{name} wrote to you {when}",
    (Kind.THANK_YOU, "out"): "You thanked {name} {when}", (Kind.THANK_YOU, "in"): "{name} thanked you {when}",
    (Kind.CONGRATULATION, "out"): "You congratulated {name} {when}",
}  # fmt: skip
"""What the last moment was, by its kind and direction."""

STANDING: Mapping[str, tuple[str, str]] = {
    "co-author": ("{one} and {other} write papers together{span}", "{one} and {other} wrote papers together{span}"),
    "lab-mate": ("{one} and {other} are in the same lab{span}", "{one} and {other} were in the same lab{span}"),
    "colleague": ("{one} and {other} are colleagues{span}", "{one} and {other} worked together{span}"),
    "friend": ("{one} and {other} are friends{span}", "{one} and {other} were friends{span}"),
    "family": ("{one} and {other} are family", "{one} and {other} are family"),
    "knows": ("{one} and {other} know each other{span}", "{one} and {other} knew each other{span}"),
    "advisor": ("{other} advises {one}{span}", "{other} advised {one}{span}"),
    "committee": ("{other} is on the committee of {one}{span}", "{other} was on the committee of {one}{span}"),
    "introduced": ("{other} introduced {one}{span}", "{other} introduced {one}{span}"),
}
"""How a tie reads while it holds, and once it has ended."""


def say_bond(bond: Bond, call: Call, first: int = 0) -> str:
    """What ties the two; `first` is whom the sentence begins with, where it may begin with either."""
    if bonds.is_tie(bond.kind):
        return _say_tie(bond, call, first)
    one, other = _in_order(bond, first)
    names = {"one": call(one), "other": call(other), "about": bond.about, "more": bond.more}
    match bond.kind:
        case bonds.INTRODUCED_ME:
            when = f" in {say_partial(bond.since[:4])}" if bond.since else ""
            return f"{call(bond.one)} introduced you to {call(bond.other)}{when}"
        case bonds.INTRODUCED_THEM:
            return f"You introduced {names['one']} and {names['other']} to each other in {bond.since[:4]}"
        case bonds.TOGETHER:
            return f"You talked with {names['one']} and {names['other']} together on {say_partial(bond.since)}"
        case bonds.WORKED:
            form = "{one} and {other} were both at {about}" if bond.until else "{one} and {other} are both at {about}"
            form = form if not bond.more else f"{form}, {{more}}"
            return form.format(**names) + _span(bond.since, bond.until)
        case bonds.SESSION:
            form = "{one} and {other} are in the same session, “{more}”, at {about}"
        case bonds.PROGRAMME:
            form = "{one} and {other} are both on the programme of {about}"
        case _:
            form = "You met both {one} and {other} at {about}"
    return form.format(**names | {"about": _with_year(bond)})


def say_acquaintance(one: Acquaintance, call: Call, today: date) -> str:
    """How the user and somebody stand."""
    name = call(one.id)
    if not one.is_known:
        form = "You and {name} are both at {place}" if one.place else "{name} is on the programme of {event}, {too}"
        return form.format(name=name, place=one.place, event=one.event, too="where you were")
    if one.last_on is None:
        return f"You met {name} {_in_partial(one.met_on)}" if one.met_on else f"You know {name}"
    form = LATELY.get((one.last_kind, one.direction)) or LATELY.get((one.last_kind, ""), IN_TOUCH)
    return form.format(name=name, when=say_distance(one.last_on, today))


def short_names(people: Mapping[int, tuple[str, str]]) -> dict[int, str]:
    """What each is called among these people (whole name, given name): by the given name unless two share it."""
    given = [own for _, own in people.values()]
    return {id_: own if own and given.count(own) == 1 else name for id_, (name, own) in people.items()}


def _say_tie(bond: Bond, call: Call, first: int) -> str:
    one, other = _in_order(bond, first) if is_same_both_ways(bond.kind) else (bond.one, bond.other)
    form = STANDING[bond.kind][1 if bond.until else 0]
    return form.format(one=call(one), other=call(other), span=_span(bond.since, bond.until))


def _in_order(bond: Bond, first: int) -> tuple[int, int]:
    return (bond.other, bond.one) if first == bond.other else (bond.one, bond.other)


def _span(since: str, until: str) -> str:
    first, last = since[:4], until[:4]
    if first and last:
        return f", {first}" if first == last else f", {first}–{last}"
    return f", since {first}" if first else f", until {last}" if last else ""


def _with_year(bond: Bond) -> str:
    year = bond.since[:4]
    return bond.about if not year or year in bond.about else f"{bond.about}, {year}"


def _in_partial(met_on: str) -> str:
    return f"{'on' if len(met_on) == len('2026-06-17') else 'in'} {say_partial(met_on)}"
