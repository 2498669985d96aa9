"""The schedule on a real calendar server, in a folder and in a kept file: one way, and nothing of others is touched."""

from __future__ import annotations

import base64
import http.client
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from icalendar import Calendar

from hallway.domain.errors import FileTrouble, Refused, ServerTrouble, Stopped
from hallway.domain.records import CalendarStyle
from hallway.host.dav import Collection
from hallway.usecases import calendars, people, publishing
from hallway.usecases.calendars import CalendarChoice
from hallway.usecases.desk import Desk
from hallway.usecases.publishing import Folder
from tests.makers import TODAY, add_event, add_moment, add_person, add_promise, move_clock
from tests.radicale import PASSWORD, USER, Server, running

CHOICE = CalendarChoice(days=90)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("radicale")) as found:
        yield found


@pytest.fixture
def place(server: Server, request: pytest.FixtureRequest) -> Iterator[Collection]:
    made = Collection(server.address(request.node.name.replace("[", "-").replace("]", "")), USER, PASSWORD)
    made.make("Check-ins & more")
    yield made
    made.close()


def fill(desk: Desk) -> list[int]:
    ids = [add_person(desk, name, rhythm_days=30) for name in ("Ada Adeyemi", "Bela Bakker", "Cleo Costa")]
    for id_ in ids:
        add_moment(desk, id_, on=TODAY - timedelta(days=20))
    add_promise(desk, ids[0], "send the draft", due_on=TODAY + timedelta(days=2))
    add_event(desk, "Looms, and more; 2026", start_on=TODAY + timedelta(days=9), end_on=TODAY + timedelta(days=10))
    return ids


def target(place: Collection) -> str:
    return place.path


def ask(server: Server, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
    """The server asked by somebody else's program."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    token = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    connection.request(method, path, body.encode(), {"Authorization": f"Basic {token}", **headers})
    response = connection.getresponse()
    data = response.read().decode()
    connection.close()
    return response.status, data


def held(place: Collection, server: Server) -> dict[str, str]:
    """What the server holds: UID to summary, as icalendar reads it."""
    found = {}
    for name in place.names():
        status, text = ask(server, "GET", place.path + name)
        assert status == 200
        (part,) = [one for one in Calendar.from_ical(text).walk() if one.name in ("VEVENT", "VTODO")]
        found[str(part["UID"])] = str(part["SUMMARY"])
    return found


def expected(desk: Desk) -> dict[str, str]:
    return {one.uid: one.title for one in desk.ask(calendars.preview, CHOICE)}


def test_the_server_holds_the_plan_and_a_second_time_sends_nothing(
    desk: Desk, place: Collection, server: Server
) -> None:
    fill(desk)
    sent = desk_publish(desk, place)
    assert sent.written == len(expected(desk)) > 5
    assert held(place, server) == expected(desk)
    again = desk_publish(desk, place)
    assert (again.written, again.removed, again.unchanged) == (0, 0, sent.written)


def desk_publish(desk: Desk, place: Collection) -> publishing.Sent:
    return publishing.publish(desk, place, target(place), CHOICE)


def test_only_what_changed_is_sent_and_what_is_gone_is_taken_away(
    desk: Desk, place: Collection, server: Server
) -> None:
    ada, *_ = fill(desk)
    first = desk_publish(desk, place)
    desk.do(people.let_go, [ada])
    second = desk_publish(desk, place)
    assert second.removed > 0 and second.unchanged > 0
    assert held(place, server) == expected(desk)
    desk.undo()
    third = desk_publish(desk, place)
    assert held(place, server) == expected(desk)
    assert third.total == first.total


def test_what_others_put_there_is_never_touched(desk: Desk, place: Collection, server: Server) -> None:
    theirs = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:dentist\r\nDTSTAMP:20260101T000000Z\r\n"
        "DTSTART;VALUE=DATE:20260701\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert ask(server, "PUT", f"{place.path}dentist.ics", theirs, **{"Content-Type": "text/calendar"})[0] == 201
    ids = fill(desk)
    desk_publish(desk, place)
    desk.do(people.let_go, ids)
    desk_publish(desk, place)
    assert held(place, server).pop("dentist") == "Dentist"


def test_what_somebody_changed_on_the_server_is_left_alone(desk: Desk, place: Collection, server: Server) -> None:
    ada, *_ = fill(desk)
    desk_publish(desk, place)
    uid = next(uid for uid, title in expected(desk).items() if "Ada" in title)
    name = desk.ask(publishing.store.at, target(place))[uid].name
    text = ask(server, "GET", place.path + name)[1].replace("SUMMARY:", "SUMMARY:Mine now ")
    assert ask(server, "PUT", place.path + name, text, **{"Content-Type": "text/calendar"})[0] in (200, 201, 204)
    desk.do(people.change, ada, "name", "Ada Lovelace")
    sent = desk_publish(desk, place)
    assert sent.left == 1
    assert held(place, server)[uid].startswith("Mine now")
    desk.do(people.let_go, [ada])
    desk_publish(desk, place)
    assert held(place, server)[uid].startswith("Mine now")


def test_what_was_deleted_on_the_server_comes_back(desk: Desk, place: Collection, server: Server) -> None:
    fill(desk)
    desk_publish(desk, place)
    name = next(iter(place.names()))
    assert ask(server, "DELETE", place.path + name)[0] == 200
    assert desk_publish(desk, place).written == 1
    assert held(place, server) == expected(desk)


def test_a_push_that_is_stopped_goes_on_where_it_was(desk: Desk, place: Collection, server: Server) -> None:
    fill(desk)

    def stop_after_three(done: int, total: int) -> None:
        if done == 3:
            raise Stopped("Stopped.")

    with pytest.raises(Stopped):
        publishing.publish(desk, place, target(place), CHOICE, stop_after_three)
    assert len(place.names()) == 3
    sent = desk_publish(desk, place)
    assert sent.unchanged + sent.written == len(expected(desk))
    assert held(place, server) == expected(desk)


def test_what_was_put_but_never_remembered_is_recognised(desk: Desk, place: Collection, server: Server) -> None:
    """As after a crash between the server's answer and the disk."""
    fill(desk)
    aim = desk.ask(publishing.wanted, CHOICE, desk.clock.now(), target(place))
    publishing.push(aim, place, publishing.Sent())
    sent = desk_publish(desk, place)
    assert sent.left == 0
    assert held(place, server) == expected(desk)


def test_a_server_that_is_away_is_said_and_the_next_try_is_clean(
    desk: Desk, place: Collection, server: Server
) -> None:
    fill(desk)
    desk_publish(desk, place)
    add_promise(desk, add_person(desk, "Dora Dietz"), "send the map")
    server.stop()
    try:
        with pytest.raises(ServerTrouble, match="does not answer"):
            desk_publish(desk, place)
    finally:
        server.start()
    assert desk_publish(desk, place).written > 0
    assert held(place, server) == expected(desk)


def test_a_wrong_password_is_said(desk: Desk, place: Collection, server: Server) -> None:
    wrong = Collection(server.address("x"), USER, "not it")
    with pytest.raises(ServerTrouble, match="does not let this name in"):
        publishing.publish(desk, wrong, "x", CHOICE)
    wrong.close()


def test_an_address_without_a_calendar_is_said(desk: Desk, server: Server) -> None:
    nothing = Collection(server.address("nothing-here"), USER, PASSWORD)
    with pytest.raises(ServerTrouble, match="no calendar at this address"):
        publishing.publish(desk, nothing, "x", CHOICE)
    nothing.close()


@pytest.mark.parametrize(
    "address", ["", "ftp://x.example/", "http://calendar.example/ines/", "https://", "https://ines:word@x.example/"]
)
def test_an_address_that_is_none_or_not_encrypted_is_refused(address: str) -> None:
    with pytest.raises(Refused):
        Collection(address)


def test_both_forms_are_two_entries_each_of_one_uid(desk: Desk, place: Collection, server: Server) -> None:
    fill(desk)
    choice = CalendarChoice(days=90, style=CalendarStyle(form="both"))
    publishing.publish(desk, place, target(place), choice)
    names = held(place, server)
    assert sum(uid.endswith("@hallway") for uid in names) == len(names) > len(expected(desk))


def test_a_history_of_edits_always_ends_with_the_current_plan(desk: Desk, place: Collection, server: Server) -> None:
    random, ids = Random(7), fill(desk)
    sequences: dict[str, int] = {}
    for round_ in range(12):
        match random.randrange(5):
            case 0:
                ids.append(add_person(desk, f"Person {round_}", rhythm_days=random.choice([21, 60, 90])))
            case 1:
                add_moment(desk, random.choice(ids))
            case 2:
                desk.do(people.change, random.choice(ids), "name", f"Renamed {round_}")
            case 3:
                desk.do(people.archive, [random.choice(ids)])
            case _:
                move_clock(desk, random.randrange(1, 9))
        desk_publish(desk, place)
        assert held(place, server) == expected(desk)
        for uid, given in desk.ask(calendars.store.given).items():
            assert given.sequence >= sequences.get(uid, 0)
            sequences[uid] = given.sequence


def test_vdirsyncer_brings_the_same_entries_to_a_phone(
    desk: Desk, place: Collection, server: Server, tmp_path: Path
) -> None:
    if shutil.which("vdirsyncer", path=str(Path(sys.executable).parent)) is None:
        pytest.skip("vdirsyncer is not installed")
    fill(desk)
    desk_publish(desk, place)
    phone, config = tmp_path / "phone", tmp_path / "config"
    phone.mkdir()
    config.write_text(
        f"""[general]
status_path = "{tmp_path / "status"}"
[pair hallway]
a = "phone"
b = "server"
collections = null
[storage phone]
type = "filesystem"
path = "{phone}"
fileext = ".ics"
[storage server]
type = "caldav"
url = "http://127.0.0.1:{server.port}{place.path}"
username = "{USER}"
password = "{PASSWORD}"
""",
        encoding="utf-8",
    )
    vdirsyncer = str(Path(sys.executable).parent / "vdirsyncer")
    for words in (["discover", "hallway"], ["sync"]):
        done = subprocess.run(
            [vdirsyncer, "-c", str(config), *words], input="y\n" * 9, capture_output=True, text=True, timeout=60,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-1500:]
    read = [Calendar.from_ical(file.read_bytes()) for file in phone.rglob("*.ics")]
    events = [one for calendar in read for one in calendar.walk() if one.name == "VEVENT"]
    assert {str(one["UID"]): str(one["SUMMARY"]) for one in events} == expected(desk)


def test_what_a_server_took_away_is_still_called_off_in_a_file(desk: Desk, place: Collection) -> None:
    """The server has no file's entries, and a file none of the server's."""
    ada, *_ = fill(desk)

    def export_file() -> calendars.Export:
        made = desk.ask(calendars.prepare, CHOICE, desk.clock.now())
        desk.do(calendars.remember, made, CHOICE)
        return made

    filed = {entry.uid for entry in export_file().entries}
    desk.do(people.let_go, [ada])
    dora = add_person(desk, "Dora Dietz", rhythm_days=30)
    desk_publish(desk, place)
    desk.do(people.let_go, [dora])
    desk_publish(desk, place)
    called_off = export_file()
    assert called_off.cancelled and {entry.uid for entry in called_off.cancelled} <= filed
    assert all("Ada" in entry.title for entry in called_off.cancelled)
    assert export_file().cancelled == ()
    assert desk_publish(desk, place).written == 0


# --- a folder and a file -----------------------------------------------------------------------------------


def test_a_folder_has_one_file_an_entry_and_others_stay(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "mine.ics").write_text("mine", encoding="utf-8")
    ids = fill(desk)
    folder = Folder(tmp_path)
    sent = publishing.publish(desk, folder, str(tmp_path), CHOICE)
    files = sorted(tmp_path.glob("hallway-*.ics"))
    assert len(files) == sent.written == len(expected(desk))
    for file in files:
        parts = [one for one in Calendar.from_ical(file.read_bytes()).walk() if one.name == "VEVENT"]
        assert len(parts) == 1 and b"METHOD" not in file.read_bytes()
    before = {file: file.stat().st_mtime_ns for file in files}
    assert publishing.publish(desk, folder, str(tmp_path), CHOICE).written == 0
    assert before == {file: file.stat().st_mtime_ns for file in files}
    desk.do(people.let_go, ids)
    publishing.publish(desk, folder, str(tmp_path), CHOICE)
    assert len(list(tmp_path.glob("hallway-*.ics"))) == len(expected(desk)) < len(files)
    assert (tmp_path / "mine.ics").read_text(encoding="utf-8") == "mine"


def test_a_kept_file_follows_and_a_target_that_cannot_be_written_leaves_the_old_one(desk: Desk, tmp_path: Path) -> None:
    ada, *_ = fill(desk)
    path = tmp_path / "hallway.ics"
    first = publishing.keep_file(desk, path, CHOICE)
    desk.do(people.let_go, [ada])
    assert publishing.keep_file(desk, path, CHOICE) < first
    with pytest.raises(FileTrouble):
        publishing.keep_file(desk, tmp_path / "nowhere" / "x.ics", CHOICE)
    parts = [one for one in Calendar.from_ical(path.read_bytes()).walk() if one.name == "VEVENT"]
    stands = [str(one["SUMMARY"]) for one in parts if one["STATUS"] != "CANCELLED"]
    assert sorted(stands) == sorted(expected(desk).values())
    assert all("Ada" in str(one["SUMMARY"]) for one in parts if one["STATUS"] == "CANCELLED")
