"""What Hallway is made of: the file is complete against the lock, and nothing in it is under the GPL alone."""

from __future__ import annotations

import platform
import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as some

import licences
from hallway import __version__
from licences import Component, is_gpl_only, pinned, read, written

LOCK = licences.LOCK.read_text(encoding="utf-8")
BESIDE = {"Hallway", "Inter", "Lucide", "PyInstaller’s bootloader", "Python", "SQLite and SQLite3 Multiple Ciphers"}


def test_every_package_of_the_lock_is_told_with_its_version() -> None:
    told = {one.name: one.version for one in read() if one.name not in BESIDE}
    assert told == pinned(LOCK), "`make lock` writes the licences anew"


def test_what_is_no_package_is_told_as_well() -> None:
    told = {one.name: one.version for one in read()}
    assert set(told) >= BESIDE
    assert told["Hallway"] == __version__
    assert re.fullmatch(r"3\.\d+\.\d+", told["Python"])


def test_nothing_is_under_the_gpl_alone() -> None:
    assert not [one.name for one in read() if is_gpl_only(one.licence)]


def test_every_part_has_words_to_read() -> None:
    short = [one.name for one in read() if len("".join(one.texts)) < 500]
    assert not short
    for one in read():
        if one.licence.startswith("LGPL"):
            whole = "".join(one.texts)
            assert "LESSER GENERAL PUBLIC LICENSE" in whole and "How to use another Qt" in whole


@pytest.mark.parametrize(
    ("licence", "alone"),
    [("GPL-3.0-only", True), ("AGPL-3.0-or-later", True), ("GPL-2.0-only OR GPL-3.0-only", True),
     ("LGPL-3.0-only OR GPL-2.0-only", False), ("LGPL-3.0-only", False), ("MIT", False),
     ("GPL-2.0-or-later WITH Bootloader-exception", False), ("Apache-2.0 OR BSD-3-Clause", False)],
)  # fmt: skip
def test_which_licences_leave_no_choice(licence: str, alone: bool) -> None:
    assert is_gpl_only(licence) is alone


def test_a_package_without_a_known_licence_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "TOLD_OTHERWISE", {})
    with pytest.raises(SystemExit, match="What licence has peewee"):
        licences.components("peewee==4.5.3 \\\n")


def test_a_wheel_that_is_not_here_is_taken_from_before() -> None:
    kept = Component("not-for-here", "1.0", "MIT", ("words\n",))
    assert kept in licences.components("not-for-here==1.0 ; sys_platform == 'win32' \\\n", [kept])


def test_the_version_of_this_python_is_told() -> None:
    assert ("Python", platform.python_version()) in {(one.name, one.version) for one in licences.components("")}


WORDS = some.text(alphabet=string.printable + "’é\\'\"", max_size=80).map(licences._tidy)


@given(some.lists(some.builds(Component, WORDS, WORDS, WORDS, some.tuples(WORDS, WORDS)), max_size=4))
def test_what_is_written_reads_back(tmp_path_factory: pytest.TempPathFactory, parts: list[Component]) -> None:
    path = tmp_path_factory.mktemp("licences") / "components.toml"
    path.write_text(written(parts), encoding="utf-8")
    if parts:
        assert read(path) == tuple(parts)
