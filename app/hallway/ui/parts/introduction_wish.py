"""Handing over the wish for an introduction to whatever in the window can take it further."""

from __future__ import annotations

from hallway.ui.frame.actions import Catalogue
from hallway.ui.frame.rooms import Frame

ACTION = "introduction.ask"
"""The action that takes such a wish; it reads whom it is about with `wished_introduction`."""
MAKE = "introduction.make"
"""The action that brings two people together; it reads whom in the same way."""
_WISHED = "wished introduction"


def can_ask(frame: Frame) -> bool:
    """Whether there is somebody to hand the wish to."""
    return any(spec.key == ACTION for spec in frame.catalogue.all())


def ask_for_introduction(frame: Frame, connector_id: int, target_id: int) -> bool:
    """Begin to ask one person for an introduction to another; False when nothing here can do that."""
    if not can_ask(frame):
        return False
    wish_introduction(frame, ACTION, connector_id, target_id)
    return True


def wish_introduction(frame: Frame, action: str, first_id: int, second_id: int) -> None:
    """Hand two people to an action that takes them."""
    frame.catalogue.setProperty(_WISHED, [first_id, second_id])
    frame.catalogue.run(action)


def wished_introduction(catalogue: Catalogue) -> tuple[int, int] | None:
    """Whom to ask, and for an introduction to whom; told once, None without a wish."""
    wished = catalogue.property(_WISHED)
    catalogue.setProperty(_WISHED, None)
    return (int(wished[0]), int(wished[1])) if wished else None
