"""What Hallway is made of, and under which licences: it comes along as one file, made when Hallway was packed."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import NamedTuple

from hallway.resources import resource

BETWEEN = "\n" + "-" * 72 + "\n\n"


class Component(NamedTuple):
    """One part: its name, version ("" where it has none), licence as an SPDX expression, and the whole text of it."""

    name: str
    version: str
    licence: str
    text: str


@lru_cache(maxsize=1)
def components() -> tuple[Component, ...]:
    """Every part: Hallway itself first, then what is no Python package, then the packages by name."""
    held = tomllib.loads(resource("licences", "components.toml").read_text(encoding="utf-8"))
    return tuple(
        Component(one["name"], one["version"], one["licence"], BETWEEN.join(held["texts"][at] for at in one["texts"]))
        for one in held["component"]
    )
