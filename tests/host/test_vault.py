"""The machine's password store: only one that encrypts, and a broken one is as good as none."""

from __future__ import annotations

from typing import Any

import pytest

from hallway.host import vault


class Store:
    """A store of keyring's, in memory."""

    priority = 5.0

    def __init__(self, module: str, *, broken: bool = False, backends: tuple[Store, ...] = ()) -> None:
        self.__class__ = type("Keyring", (Store,), {"__module__": module})
        self.broken, self.backends = broken, backends
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        self._fail()
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, words: str) -> None:
        self._fail()
        self.kept[service, name] = words

    def delete_password(self, service: str, name: str) -> None:
        self._fail()
        del self.kept[service, name]

    def _fail(self) -> None:
        if self.broken:
            raise RuntimeError("the store is locked")


REAL, PLAIN = "keyring.backends.SecretService", "keyrings.alt.file"


def use(monkeypatch: pytest.MonkeyPatch, store: Any) -> None:
    monkeypatch.setattr("keyring.get_keyring", lambda: store)


def test_what_is_kept_is_found_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Store(REAL))
    assert vault.is_there() and vault.keep("record 1", "words") and vault.password("record 1") == "words"
    vault.forget("record 1")
    vault.forget("record 1")
    assert vault.password("record 1") is None


@pytest.mark.parametrize("module", [PLAIN, "keyring.backends.fail", "keyring.backends.null"])
def test_p5_a_store_that_does_not_encrypt_is_none(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    store = Store(module)
    use(monkeypatch, store)
    assert not vault.is_there() and not vault.keep("record 1", "words") and not store.kept


def test_p5_of_several_stores_only_the_one_that_encrypts_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    real, plain = Store(REAL), Store(PLAIN)
    use(monkeypatch, Store("keyring.backends.chainer", backends=(plain, real)))
    assert vault.keep("record 1", "words") and real.kept and not plain.kept
    use(monkeypatch, Store("keyring.backends.chainer", backends=(plain,)))
    assert not vault.is_there()


def test_p5_a_locked_store_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Store(REAL, broken=True))
    assert vault.password("record 1") is None and not vault.keep("record 1", "words")
    vault.forget("record 1")


def test_p5_a_broken_desktop_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise OSError("no bus")

    monkeypatch.setattr("keyring.get_keyring", broken)
    assert not vault.is_there() and vault.password("record 1") is None
