"""The record of one person: everything about them by a walk over the schema, and nothing of anybody else."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from hallway.domain import today
from hallway.domain.errors import FileTrouble, NotFound, Refused
from hallway.domain.letters import Next as Letter
from hallway.domain.person_record import HEADINGS, HIDDEN, INSIDE
from hallway.domain.records import Email, PersonRecord
from hallway.formats import vcard
from hallway.store import waiting as waiting_store
from hallway.store.person_beside import SUBJECTS
from hallway.store.person_record import Link, references
from hallway.store.tables.models import RECORDED
from hallway.usecases import calendars, demo, people, person_record, settings
from hallway.usecases.calendars import CalendarChoice
from hallway.usecases.desk import Desk
from tests.makers import add_moment, add_person, add_promise, memory_desk, move_clock

DIRECT = """
    session_speaker person_email person_phone person_profile foreign_uid person_spelling person_photo person_card
    affiliation person_topic group_member participant promise pause person_field achievement wish outreach named
    need_person opportunity_person letter favour project_person my_tie tie not_same
""".split()
WAYS = {(table, "person_id") for table in DIRECT} | {
    ("person", "introduced_by_id"), ("tie", "other_id"), ("not_same", "other_id"), ("wish", "through_id"),
    ("outreach", "through_id"), ("introduction", "connector_id"), ("introduction", "first_id"),
    ("introduction", "second_id"),
    ("answer", "outreach_id"), ("named", "outreach_id"), ("addressee", "letter_id"),
}  # fmt: skip
"""Every reference that leads to a person. A new one is told whole: whether it may be is to be thought about."""

OF_THE_OTHER = {
    ("wish", "through_id"): {"uid", "reason", "opener", "questions", "caught_at", "state", "made_on", "closed_on"},
    ("introduction", "connector_id"): {"second_blurb", "second_answer", "second_asked_on"},
    ("introduction", "first_id"): {"second_blurb", "second_answer", "second_asked_on"},
    ("introduction", "second_id"): {"first_blurb", "first_answer", "first_asked_on"},
}
"""Columns of a row that are about the other one of two, by the reference to the person."""


LEFT_EMPTY = {"connector_id": "first_id", "first_id": "connector_id", "second_id": "connector_id"}
"""Of whoever introduces two and the first of the two there is one."""


class Network:
    """Four people; whoever is filled has a row in every table for each way to them, with a text in every field."""

    def __init__(self, desk: Desk) -> None:
        self.connection = desk.database.connection
        names = ("Low Other", "Ada One", "High Other", "Last Other")
        self.low, self.person, self.high, self.last = (add_person(desk, name) for name in names)
        with desk.looking() as look:
            self.links = references(look)
        self.columns = {str(one._meta.table_name): self._columns(str(one._meta.table_name)) for one in RECORDED}
        self.texts: set[tuple[str, str, str]] = set()
        self.count = 0

    def fill(self, person: int, mark: str) -> None:
        """`texts` has every table, column and reference that was filled."""
        for link in self.links:
            if link.target == "person" and link.table != "person":
                made = self._row(link, person, person, mark)
                for child in self.links:
                    if child.target == link.table and child.hangs and link.column == "person_id":
                        self._row(child, made, person, mark)
        for column in self._text_columns("person") - {"standing", "name", "uid"}:
            text = self._text(mark, "person", column, "id")
            self.connection.execute(f'UPDATE person SET "{column}" = ? WHERE id = ?', (text, person))
        for link in self.links:
            if link.table == "person" and link.target != "person":
                made = self._shared(link.target)
                self.connection.execute(f'UPDATE person SET "{link.column}" = ? WHERE id = ?', (made, person))

    def _row(self, link: Link, target: int, person: int, mark: str) -> int:
        refers = {one.column: one.target for one in self.links if one.table == link.table}
        other = self.low if link.column == "other_id" else self.last if person == self.high else self.high
        values: dict[str, Any] = {link.column: target}
        for column, kind in self.columns[link.table]:
            if column not in ("id", link.column, *refers):
                text = self._text(mark, link.table, column, link.column) if kind in ("TEXT", "BLOB") else ""
                values[column] = b"\xff\xd8\xff" + text.encode() if kind == "BLOB" else text or 7
            elif refers.get(column) == "person" and column not in (link.column, LEFT_EMPTY.get(link.column)):
                values[column] = other
            elif refers.get(column) == "interaction" and link.table == "participant":
                values[column] = self._moment(other, mark)
            elif column in refers and refers[column] != "person" and column != link.column:
                values[column] = self._shared(refers[column])
        return self._put(link.table, values)

    def _moment(self, other: int, mark: str) -> int:
        """A conversation of two, with a private note on the other one."""
        texts = {column: self._text(mark, "interaction", column, "id") for column in self._text_columns("interaction")}
        moment = self._put("interaction", texts)
        note = {"note": f"{mark} of the other", "on_day": "", "counts": 1}
        self._put("participant", {"person_id": other, "interaction_id": moment, **note})
        return moment

    def _shared(self, table: str) -> int:
        """A row that others refer to: an event, an organisation, an approach to somebody else."""
        refers = {one.column: one.target for one in self.links if one.table == table and one.target != table}
        values: dict[str, Any] = {}
        for column, kind in self.columns[table]:
            self.count += 1
            if column in refers:
                values[column] = self.high if refers[column] == "person" else self._shared(refers[column])
            elif column != "id" and not column.endswith("_id"):
                values[column] = f"shared {table} {column} {self.count}" if kind == "TEXT" else 7
        return self._put(table, values)

    def _text(self, mark: str, table: str, column: str, way: str) -> str:
        self.texts.add((table, column, way))
        return text_of(mark, table, column, way)

    def _text_columns(self, table: str) -> set[str]:
        return {column for column, kind in self.columns[table] if kind == "TEXT"}

    def _put(self, table: str, values: dict[str, Any]) -> int:
        names, places = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
        self.connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({places})', tuple(values.values()))
        return self.connection.last_insert_rowid()

    def _columns(self, table: str) -> list[tuple[str, str]]:
        return [(row[1], row[2]) for row in self.connection.execute(f'PRAGMA table_info("{table}")')]


def text_of(mark: str, table: str, column: str, way: str) -> str:
    return f"<{mark} {table} {column} {way}>"


def parts(desk: Desk, person: int) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(desk.ask(person_record.file_of, person))) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def tables(desk: Desk, person: int) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads(parts(desk, person)["person.json"])["tables"]
    return found


@pytest.fixture
def network(desk: Desk) -> Network:
    made = Network(desk)
    made.fill(made.person, "Ada")
    made.fill(made.high, "High")
    return made


def of_the_other(table: str, column: str, way: str) -> bool:
    """Whether a text of a row about two is about the other one alone."""
    if (table, way) == ("outreach", "through_id"):
        return column != "referrer_told_on"
    return column in OF_THE_OTHER.get((table, way), ())


def test_every_way_to_a_person_was_thought_about(network: Network) -> None:
    direct = {(link.table, link.column) for link in network.links if link.target == "person"}
    tables_of_theirs = {table for table, _ in direct}
    hanging = {(link.table, link.column) for link in network.links if link.hangs and link.target in tables_of_theirs}
    assert direct | hanging == WAYS


def test_p9_every_column_of_every_table_about_them_is_told(desk: Desk, network: Network) -> None:
    found = tables(desk, network.person)
    missing = [
        (table, column)
        for table in {table for table, _ in WAYS} | {"interaction", "import_run"}
        for column, _ in network.columns[table]
        if not any({column, column.removesuffix("_id")} & set(row) for row in found[table])
    ]
    assert missing == []


def test_every_text_about_them_is_there_and_no_other(desk: Desk, network: Network) -> None:
    found = parts(desk, network.person)
    rows, page = found["person.json"].decode(), found["record.md"].decode().replace("\\", "")
    pictures = b"".join(data for name, data in found.items() if name.endswith(".jpg")).decode("latin-1")
    everything = b"".join(found.values()).decode("latin-1") + rows
    assert len(network.texts) > 150
    for table, column, way in sorted(network.texts):
        text, is_picture = text_of("Ada", table, column, way), column == "data"
        if of_the_other(table, column, way):
            assert text not in everything, "about the other one alone"
        else:
            assert text in (pictures if is_picture else rows)
            assert is_picture or text in page or column in HIDDEN or (table == INSIDE and column == "on_day")
    assert "<High" not in everything and "Ada of the other" not in everything
    assert "High Other" in rows and "Low Other" in page


def test_every_table_has_a_heading(desk: Desk, network: Network) -> None:
    assert {*tables(desk, network.person)} <= {*HEADINGS, INSIDE}


def test_the_same_day_gives_the_same_bytes(desk: Desk, network: Network) -> None:
    first, second = (desk.ask(person_record.file_of, network.person) for _ in range(2))
    assert first == second
    before = parts(desk, network.person)
    move_clock(desk, 1)
    after = parts(desk, network.person)
    assert {name for name in before if before[name] != after[name]} == {"README.txt", "record.md", "person.json"}


NOT_OF_A_PERSON = {today.TO_MEET, today.LOOK_THROUGH, today.DEADLINE, today.STEP, today.PROJECT_STEP, today.MEETING,
                   today.NEXT_ASK}  # fmt: skip


def test_every_kind_of_decision_is_known() -> None:
    names = [name for name, value in vars(today).items() if name.isupper() and isinstance(value, str)]
    kinds = {getattr(today, name) for name in names} | {kind.value for kind in Letter}
    assert kinds == set(SUBJECTS) - {"debrief", "congratulated"} | NOT_OF_A_PERSON | {today.THANKS}


def test_decisions_are_those_about_the_person(desk: Desk) -> None:
    ada, bo = add_person(desk), add_person(desk, "Bo Lindqvist")
    promises = {person: add_promise(desk, person, "send it") for person in (ada, bo)}
    talk = add_moment(desk, bo, ada)
    add = desk.database.connection.execute
    decide = "INSERT INTO decision (kind, subject_id, until_on, made_on) VALUES (?, ?, NULL, '2026-06-17')"
    for kind, subject in (
        ("follow-up", ada), ("follow-up", bo), ("promise", promises[ada]), ("promise", promises[bo]),
        ("thank-you", talk), ("thank-you", -1), ("deadline", ada), ("people to meet", ada), ("new kind", ada),
    ):  # fmt: skip
        add(decide, (kind, subject))
    told = {(row["kind"], row["subject_id"]) for row in tables(desk, ada)["decision"]}
    assert told == {("follow-up", ada), ("promise", promises[ada]), ("thank-you", talk)}


def test_what_is_kept_beside_the_tables(desk: Desk) -> None:
    ada, bo = add_person(desk, rhythm_days=14), add_person(desk, "Bo Lindqvist", rhythm_days=14)
    for person in (ada, bo):
        add_promise(desk, person)
    choice = CalendarChoice()
    desk.do(calendars.remember, desk.ask(calendars.prepare, choice, desk.clock.now()), choice)
    uid, other = (desk.ask(people.person, person).uid for person in (ada, bo))
    desk.do(settings.set_setting, "messages.relations", {uid: "mentor", other: "friend"})
    add = desk.database.connection.execute
    add("INSERT INTO foreign_uid (person_id, uid) VALUES (?, '%')", (ada,))
    add("INSERT INTO choice (kind, subject, times, last_at) VALUES ('person', ?, 2, '2026')", (str(ada),))
    add("INSERT INTO choice (kind, subject, times, last_at) VALUES ('event', ?, 5, '2026')", (str(ada),))
    add("INSERT INTO map_place (kind, subject, x, y) VALUES ('everybody', ?, 1, 2)", (ada,))
    found = tables(desk, ada)
    assert [row["value"] for row in found["setting"]] == ["mentor"]
    assert {row["kind"] for row in found["calendar_entry"]} == {"check-in", "promise"}
    assert not any(other in str(row) or "Bo" in str(row) for rows in found.values() for row in rows)
    assert len(found["planned_day"]) == 1 and found["map_place"][0]["x"] == 1 and found["choice"][0]["times"] == 2


def test_a_file_that_waits_tells_of_those_with_the_same_mail(desk: Desk) -> None:
    ada = add_person(desk, emails=(Email("ada@ostra.example"),))
    records = (
        PersonRecord("A. Lovelace", emails=(Email("Ada@Ostra.example"),), photo=b"\xff\xd8\xff a face"),
        PersonRecord("Ada Lovelace", emails=(Email("another.ada@x.example"),)),
    )
    desk.do(waiting_store.add, [("people.csv", "csv", record) for record in records])
    found = parts(desk, ada)
    (row,) = json.loads(found["person.json"])["tables"]["waiting_row"]
    assert json.loads(row["record"])["name"] == "A. Lovelace" and "photo" not in row["record"]
    assert found[row["photo"]["picture"]] == b"\xff\xd8\xff a face"


def test_nobody_elses_notes_in_a_whole_network() -> None:
    desk = memory_desk()
    demo.fill(desk)
    for column, table in (("notes", "person"), ("note", "participant"), ("address", "person_email")):
        whose = "id" if table == "person" else "person_id"
        desk.database.connection.execute(f"UPDATE {table} SET {column} = '<secret ' || {whose} || '>'")
    with desk.looking() as look:
        names = dict(look.rows("SELECT id, name FROM person"))
    for person, name in names.items():
        found = b"".join(parts(desk, person).values()).decode("utf-8", "replace").replace("\\", "")
        assert name in found and set(re.findall("<secret ([0-9]+)>", found)) == {str(person)}
    desk.database.close_thread()


def test_the_card_is_theirs_with_the_photo(desk: Desk, network: Network) -> None:
    found = parts(desk, network.person)
    parsed = vcard.read(found["person.vcf"])
    assert [one.name for one in parsed.records] == ["Ada One"] and parsed.records[0].photo == found["photo.jpg"]
    assert b"VERSION:4.0" in found["person.vcf"]


def test_it_says_who_keeps_the_record(desk: Desk) -> None:
    ada = add_person(desk)
    assert "What is kept about Ada Lovelace" in parts(desk, ada)["record.md"].decode()
    desk.do(settings.set_profile, "name", "Ines Okoye")
    found = parts(desk, ada)
    assert "kept by Ines Okoye about Ada Lovelace, as of 17 June 2026" in found["README.txt"].decode()
    assert "What Ines Okoye keeps about Ada Lovelace with Hallway" in found["record.md"].decode()


def test_a_name_that_no_file_can_hold_is_handed_over_all_the_same(desk: Desk, tmp_path: Path) -> None:
    odd = add_person(desk, "\x08")
    person_record.write(tmp_path / "odd.zip", desk.ask(person_record.file_of, odd))
    assert tables(desk, odd)["person"][0]["name"] == "\x08"


def test_somebody_let_go_is_told_and_somebody_gone_is_not(desk: Desk) -> None:
    ada = add_person(desk)
    desk.do(people.let_go, [ada])
    assert tables(desk, ada)["person"][0]["standing"] == "let go"
    with pytest.raises(NotFound):
        desk.ask(person_record.file_of, ada + 1)


def test_what_does_not_read_back_leaves_the_old_file(desk: Desk, tmp_path: Path) -> None:
    data, path = desk.ask(person_record.file_of, add_person(desk)), tmp_path / "ada.zip"
    person_record.write(path, data)
    for broken in (data[:-30], data.replace(b"person.json", b"persom.json"), b""):
        with pytest.raises(Refused):
            person_record.write(path, broken)
    with pytest.raises(FileTrouble):
        person_record.write(tmp_path / "nowhere" / "ada.zip", data)
    assert path.read_bytes() == data and not list(tmp_path.glob("*.tmp"))


def test_a_name_of_a_file_out_of_any_name() -> None:
    assert person_record.name_of("Ada/../Lovelace") == "Ada .. Lovelace.zip"
    assert person_record.name_of("∴") == "record.zip" and person_record.name_of("NUL") == "record NUL.zip"
