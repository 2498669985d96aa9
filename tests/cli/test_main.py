"""The command line as a whole: verbs, the data folder, exit codes, and what goes where."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hallway import __version__
from hallway.cli.main import VERBS
from tests.cli.conftest import Hallway

APP = Path(__file__).parents[2] / "app"


def test_the_version(hallway: Hallway) -> None:
    said = hallway("--version", home=None)
    assert (said.code, said.out) == (0, f"Hallway {__version__}\n")


def test_help_names_every_verb(hallway: Hallway) -> None:
    said = hallway("--help", home=None)
    assert said.code == 0
    assert all(f"    {verb} " in said.out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_and_takes_a_folder(hallway: Hallway, verb: str) -> None:
    said = hallway(verb, "--help", home=None)
    assert said.code == 0
    assert "--home DIR" in said.out


def test_without_a_verb_the_window_opens(hallway: Hallway, home: Path) -> None:
    assert hallway().out == f"window {home} False False\n"
    assert hallway("--capture", "--quit-when-ready", home=None).out == "window None True True\n"


def test_files_open_the_window(hallway: Hallway, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cards, calendar = tmp_path / "Ada & co.vcf", tmp_path / "week.ics"
    cards.touch()
    monkeypatch.chdir(tmp_path)
    assert hallway(cards).out == f"window {home} False False  {cards}\n"
    assert hallway(cards.name, "--quit-when-ready").out == f"window {home} False True  {cards}\n"
    assert hallway(cards, calendar).out.rstrip().endswith(f"{cards} {calendar}"), "what is gone is told in the window"
    assert hallway(calendar).code == hallway(tmp_path).code == hallway("x" * 5000).code == 2


def test_a_verb_is_no_file(hallway: Hallway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "today").touch()
    monkeypatch.chdir(tmp_path)
    assert "window" not in hallway("today").out


@pytest.mark.parametrize(
    "words",
    [("nonsense",), ("plan", "--days", "0"), ("plan", "--days", "x"), ("import",), ("export",), ("log", "Ada"),
     ("log", "Ada", "x", "--kind", "dance"), ("export", "calendar", "x.ics", "--as", "poem"), ("--no-such-option",)],
)  # fmt: skip
def test_wrong_usage_is_2_and_says_so(hallway: Hallway, home: Path, words: tuple[str, ...]) -> None:
    said = hallway(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err
    assert not home.exists()


def test_a_refusal_is_1_in_a_sentence_without_a_traceback(hallway: Hallway) -> None:
    said = hallway("log", "Nobody", "x")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Nobody here goes by “Nobody”.")
    assert "Traceback" not in said.err


def test_the_folder_may_stand_after_the_verb(hallway: Hallway, tmp_path: Path) -> None:
    other = tmp_path / "other"
    hallway("demo", "--people", "3", "--home", other, home=None)
    assert "Nothing is waiting" in hallway("today").out
    assert hallway("find", "Adaeze", "--json", "--home", other).json[0]["title"] == "Adaeze Nwosu"


def test_the_folder_may_come_from_the_environment(
    hallway: Hallway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HALLWAY_HOME", str(tmp_path / "named"))
    hallway("met", "Ada Lovelace, looms", home=None)
    assert (tmp_path / "named" / "hallway.db").exists()


def test_a_damaged_file_is_told_and_left_alone(hallway: Hallway, home: Path) -> None:
    home.mkdir()
    (home / "hallway.db").write_bytes(b"not a database at all")
    said = hallway("today")
    assert said.code == 1
    assert "damaged" in said.err
    assert (home / "hallway.db").read_bytes() == b"not a database at all"


def test_a_name_that_is_also_a_verb(hallway: Hallway) -> None:
    hallway("met", "Plan Today")
    assert hallway("log", "Plan Today", "find").code == 0


def test_it_starts_without_qt_and_without_the_database(tmp_path: Path) -> None:
    script = (
        "import sys; from hallway.__main__ import main; main(['--version']);"
        "print(sorted({'PySide6', 'peewee', 'apsw', 'icalendar'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script]
    said = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=tmp_path, env={"PYTHONPATH": str(APP)}
    )
    assert said.stdout.splitlines()[-1] == "[]"


def test_verbs_never_import_qt(tmp_path: Path) -> None:
    script = (
        "import sys; from hallway.__main__ import main; code = main(['--home', 'h', 'today']);"
        "print(code, 'PySide6' in sys.modules, 'icalendar' in sys.modules)"
    )
    command = [sys.executable, "-c", script]
    said = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=tmp_path, env={"PYTHONPATH": str(APP)}
    )
    assert said.stdout.splitlines()[-1] == "0 False False"


def test_a_reader_that_stops_early_is_no_trouble(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hallway", "--home", "h"]
    environment = {"PYTHONPATH": str(APP)}
    subprocess.run(
        [*command, "demo", "--people", "200"], check=True, cwd=tmp_path, env=environment, capture_output=True
    )
    writing = subprocess.Popen(
        [*command, "plan", "--days", "700"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writing.stdout is not None
    writing.stdout.close()
    _, complaints = writing.communicate()
    assert complaints == b""
    assert writing.returncode == 0


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_names_of_every_script_are_said_everywhere(tmp_path: Path, encoding: str) -> None:
    environment = {"PYTHONPATH": str(APP), "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "hallway", "--home", "h"]
    for words in (("met", "Thảo Nguyễn, 山田"), ("find", "thao"), ("find", "thao", "--json")):
        said = subprocess.run([*command, *words], cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert (said.returncode, said.stderr) == (0, b"")
