"""The archive: read by anybody, and read back into an equal record; what is broken is refused and changes nothing."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallway.domain.errors import Refused
from hallway.domain.sharing import Favour, Resource
from hallway.formats import archive_zip, vcard
from hallway.store.tables.models import RECORDED
from hallway.usecases import archive, backing_up, demo, photos, restoring, sharing
from hallway.usecases import settings as chosen
from hallway.usecases.desk import Desk
from tests.archived import again, round_trips, written
from tests.makers import add_moment, add_person, add_promise, derived, memory_desk, recorded
from tests.tiers import ROUND_TRIPS


def test_the_whole_network_comes_back_equal(tmp_path: Path) -> None:
    desk = memory_desk()
    demo.fill(desk)
    data = written(desk)
    assert data == written(desk), "the same record, the same bytes"
    assert again(desk, tmp_path, data) == (recorded(desk.database), derived(desk))
    desk.database.close_thread()


def test_anybody_can_read_it(desk: Desk) -> None:
    ada = add_person(desk, "=Ada Lovelace")
    add_moment(desk, ada, summary="On looms, “always”")
    desk.do(photos.set_photo, ada, b"\xff\xd8\xff\xe0 a face")
    with zipfile.ZipFile(io.BytesIO(written(desk))) as whole:
        assert whole.testzip() is None
        names = whole.namelist()
        assert names[:2] == ["README.txt", "schema.json"]
        assert {f"data/{table._meta.table_name}.json" for table in RECORDED} <= set(names)
        people = json.loads(whole.read("data/person.json"))
        assert [one["name"] for one in people] == ["=Ada Lovelace"]
        rows = list(csv.DictReader(io.StringIO(whole.read("tables/person.csv").decode("utf-8-sig"))))
        assert rows[0]["name"] == "'=Ada Lovelace", "a spreadsheet runs nothing"
        (picture,) = [name for name in names if name.startswith("pictures/")]
        assert picture.endswith(".jpg") and whole.read(picture).endswith(b" a face")
        assert [one.name for one in vcard.read(whole.read("people.vcf")).records] == ["=Ada Lovelace"]
        assert whole.read("calendar.ics").startswith(b"BEGIN:VCALENDAR")
        assert "interaction: 1" in whole.read("README.txt").decode()


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=6), st.text(max_size=60))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_come_back_as_they_were(tmp_path: Path, names: list[str], words: str) -> None:
    desk = memory_desk()
    for name in names:
        if name.strip():
            person = add_person(desk, name)
            add_moment(desk, person, summary=words)
            add_promise(desk, person, f"send {words}")
            desk.do(sharing.add_favour, Favour(person, text=words))
    desk.do(sharing.add, Resource(f"A thing {words}"))
    desk.do(chosen.set_setting, "questions.anyone", [words])
    assert again(desk, tmp_path, written(desk)) == (recorded(desk.database), derived(desk))
    desk.database.close_thread()


def test_generated_books_come_back_equal(quick_folder: Path) -> None:
    assert round_trips(ROUND_TRIPS.change, 0, quick_folder) > 1_000


def test_going_back_to_an_archive_is_undone_by_the_copy_before(filed: Desk, tmp_path: Path) -> None:
    add_person(filed, "Ada Lovelace")
    then = recorded(filed.database)
    archive.write(tmp_path / "all.zip", written(filed))
    add_person(filed, "Bo Bakker")
    now = recorded(filed.database)
    assert restoring.look_at(tmp_path / "all.zip").counts["people"] == 1
    done = restoring.restore(filed, tmp_path / "all.zip")
    assert recorded(filed.database) == then
    restoring.restore(filed, backing_up.folder_of(filed) / done.safety.name)
    assert recorded(filed.database) == now


def rewritten(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as whole:
        for name, part in parts.items():
            whole.writestr(name, part)
    return out.getvalue()


def _of_later(parts: dict[str, bytes]) -> None:
    parts["schema.json"] = parts["schema.json"].replace(b'"version": 1', b'"version": 9')


def _with_more(parts: dict[str, bytes]) -> None:
    schema = json.loads(parts["schema.json"])
    schema["tables"]["dream"] = ["id"]
    parts["schema.json"], parts["data/dream.json"] = json.dumps(schema).encode(), b"[]"


def _with_a_stray(parts: dict[str, bytes]) -> None:
    rows = json.loads(parts["data/participant.json"])
    rows[0]["person_id"] = 77
    parts["data/participant.json"] = json.dumps(rows).encode()


def _with_an_odd_word(parts: dict[str, bytes]) -> None:
    parts["data/interaction.json"] = parts["data/interaction.json"].replace(b'"conversation"', b'"seance"')


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_of_later, "This archive was written by a newer Hallway."),
        (_with_more, "This archive was written by a newer Hallway."),
        (lambda parts: parts.pop("schema.json"), "This is no archive of Hallway."),
        (lambda parts: parts.pop("data/person.json"), "A part of this archive is missing."),
        (lambda parts: parts.update({"data/person.json": b"[{"}), "This archive cannot be read: it is damaged."),
        (_with_a_stray, "The parts of this archive do not fit together."),
        (_with_an_odd_word, "The parts of this archive do not fit together."),
    ],
)
def test_what_is_no_whole_archive_is_refused_in_words(
    filed: Desk, tmp_path: Path, change: Callable[[dict[str, bytes]], object], said: str
) -> None:
    add_moment(filed, add_person(filed), summary="Looms")
    before = recorded(filed.database)
    path = tmp_path / "all.zip"
    path.write_bytes(rewritten(written(filed), change))
    with pytest.raises(Refused) as refused:
        restoring.restore(filed, path)
    assert refused.value.sentence.startswith(said)
    assert recorded(filed.database) == before and not list(tmp_path.glob("*.tmp"))


def test_a_cut_off_archive_is_refused(desk: Desk) -> None:
    data = written(desk)
    for end in (10, len(data) // 2, len(data) - 5):
        with pytest.raises(Refused):
            archive_zip.read(data[:end])
