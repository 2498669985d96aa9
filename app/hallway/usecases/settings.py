"""What the user chose for the record, and what they told of themselves."""

from __future__ import annotations

from typing import Any

from hallway.domain import errors
from hallway.store import settings as store
from hallway.store.work import View, Work


def setting(look: View, key: str) -> Any:
    """A setting of the record's, or its default."""
    return store.setting(look, key)


def set_setting(step: Work, key: str, value: Any) -> None:
    """Change another setting of the record's. Raises `Refused` for one that does not exist."""
    if key not in store.DEFAULTS:
        raise errors.Refused(f"There is no setting called {key}.")
    step.label = "Changed a setting"
    store.set_setting(step, key, value)


def profile(look: View) -> dict[str, str]:
    """What the user told of themselves."""
    return store.profile(look)


def set_profile(step: Work, key: str, value: str) -> None:
    """Change one of the user's own details. Raises `Refused` for an address, a number or a page that cannot be."""
    from hallway.domain.own_profile import checked  # with the first change, not with the start

    if key not in store.profile(step):
        raise errors.Refused(f"Your profile has no field called {key}.")
    step.label = "Changed your profile"
    store.set_profile(step, key, checked(key, value))
