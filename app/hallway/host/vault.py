"""The password store of the machine (Keychain, Credential Locker, Secret Service); only ones that encrypt.

Where there is none, whoever asks gets None and the user is asked each time. A password is never written anywhere else.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import Any

SERVICE = "Hallway"
REAL = ("macOS", "Windows", "SecretService", "kwallet", "KWallet", "libsecret")
"""Parts of the names of stores that encrypt; others keep passwords readable or nowhere."""
SEVERAL = "chainer"
"""Part of the name of what stands before several stores, and may hand a password to one that keeps it readable."""


def password(name: str) -> str | None:
    """What is kept under a name ("ines at https://…"), or None. May wait for the user to unlock the store."""
    store = _store()
    if store is None:
        return None
    with suppress(Exception):  # a store that is locked, closed or gone is as good as none
        found = store.get_password(SERVICE, name)
        return None if found is None else str(found)
    return None


def password_in_time(name: str, seconds: float) -> str | None:
    """The same, and None when the store has not answered by then: one that is locked may wait for ever."""
    found: list[str | None] = []
    asking = Thread(target=lambda: found.append(password(name)), daemon=True)
    asking.start()
    asking.join(seconds)
    return found[0] if found else None


def keep(name: str, words: str) -> bool:
    """Keep a password; whether it is kept now."""
    store = _store()
    if store is None:
        return False
    with suppress(Exception):
        store.set_password(SERVICE, name, words)
        return True
    return False


def forget(name: str) -> None:
    """Keep nothing under a name any more."""
    store = _store()
    if store is not None:
        with suppress(Exception):
            store.delete_password(SERVICE, name)


def is_there() -> bool:
    """Whether this machine has a store that encrypts."""
    return _store() is not None


def _store() -> Any:
    """The machine's store, or None: a bare session has none, and plain files are none."""
    try:
        import keyring  # brings in what the desktop has; only when a password is asked for

        store = keyring.get_keyring()
    except Exception:  # whatever a broken desktop raises, the user is asked instead
        return None
    several = getattr(store, "backends", ()) if SEVERAL in type(store).__module__ else (store,)
    return next((one for one in several if _is_real(one)), None)


def _is_real(store: Any) -> bool:
    module = type(store).__module__
    return any(part in module for part in REAL) and getattr(store, "priority", 0) > 0
