"""Files that one start hands to another: whatever their names are made of, they arrive, and nothing else does."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given as examples
from hypothesis import strategies as some

from hallway.host.given_files import given, messages
from hallway.host.instance import CAPTURE, COME_FORWARD, Instance

NO_NAMES = {b".", b".."}
NAMES = some.binary(min_size=1, max_size=60).filter(lambda name: not {0, 47} & set(name) and name not in NO_NAMES)
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="names are text there")


@POSIX_ONLY
@examples(some.lists(NAMES, max_size=6))
def test_every_file_arrives_whatever_its_name(names: list[bytes]) -> None:
    files = [Path("/somewhere") / os.fsdecode(name) for name in names]
    said = messages(files)
    assert all(message.isascii() for message in said)
    arrived = [one for one in map(given, said) if one is not None]
    assert [one.path for one in arrived] == files
    assert [one.left for one in arrived] == list(reversed(range(len(files))))


OTHERS = (CAPTURE, COME_FORWARD, "hallway:person/0123456789", "", "open", "open x y", "open 0 ")


@pytest.mark.parametrize("message", OTHERS)
def test_other_messages_bring_no_file(message: str) -> None:
    assert given(message) is None


@POSIX_ONLY
def test_more_files_than_the_box_holds_arrive_in_order(tmp_path: Path) -> None:
    """The sender waits while the first reads: a system's queue takes about ten at once."""
    from threading import Thread

    files = [tmp_path / f"{number} é.vcf" for number in range(40)]
    with Instance(tmp_path) as first:
        assert first.acquire()
        first.listen()
        second = Instance(tmp_path)
        sending = Thread(target=lambda: [second.send(message) for message in messages(files)])
        sending.start()
        said: list[str] = []
        while sending.is_alive() or len(said) < len(files):
            said += first.read_messages()
        sending.join()
    assert [one.path for one in map(given, said) if one] == files
