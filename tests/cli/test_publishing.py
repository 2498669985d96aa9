"""`hallway publish`: to a real server, with the password from standard input, and what a bad address gets."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Hallway
from tests.radicale import PASSWORD, USER, running


def test_publishing_to_a_server_and_again(hallway: Hallway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hallway("demo")
    with running(tmp_path) as server:
        to = ("publish", "--to", server.address(), "--user", USER, "--password-stdin")
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
        first = hallway(*to, "--json")
        assert first.code == 0
        told = json.loads(first.out)
        assert told["written"] > 5 and (told["removed"], told["unchanged"], told["left"]) == (0, 0, 0)
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
        again = hallway(*to)
        assert again.code == 0
        assert f"Published: {told['written']} entries, 0 written" in again.err
        monkeypatch.setattr("sys.stdin", io.StringIO("wrong\n"))
        refused = hallway(*to)
        assert refused.code == 1
        assert "does not let this name in" in refused.err


def test_without_a_server_it_says_how(hallway: Hallway) -> None:
    hallway("demo")
    said = hallway("publish", "--password-stdin")
    assert said.code == 1
    assert "hallway publish --to" in said.err
