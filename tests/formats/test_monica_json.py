"""Monica's export: everything arrives somewhere, and a file that is none or is hostile is a complaint."""

from __future__ import annotations

import base64
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain.errors import Stopped
from hallway.domain.interactions import Kind
from hallway.domain.partial_dates import Birthday, PartialDate
from hallway.domain.records import Email, MomentRecord, Parsed, PersonRecord, Phone, Profile, Work
from hallway.formats import limits
from hallway.formats.countries import country_called
from hallway.formats.monica_json import read
from tests.formats.files import sample
from tests.quickness import quick

Told = dict[str, Any]


def listed(kind: str, *values: Any) -> Told:
    return {"count": len(values), "type": kind, "values": list(values)}


def one(id_: str = "x", **properties: Any) -> Told:
    return {"uuid": id_, "created_at": "2021-05-03T10:12:00.000000Z", "properties": properties}


def person(*lists: Told, id_: str = "ada", **properties: Any) -> Told:
    return {**one(id_, **{"first_name": "Ada", **properties}), "data": list(lists)}


def export(*people: Told, more: tuple[Told, ...] = (), **account: Any) -> bytes:
    return json.dumps({"account": {"data": [listed("contact", *people), *more], **account}}).encode()


def special(day: str, **flags: bool) -> Told:
    return {"uuid": "d", "date": f"{day}T00:00:00.000000Z", **flags}


def only(data: bytes) -> PersonRecord:
    (found,) = read(data).records
    return found


def keeps_the_contract(parsed: Parsed[PersonRecord]) -> None:
    assert parsed.source == "monica"
    assert all(it.where and it.what and len(it.row) <= limits.MAX_RAW for it in parsed.complaints)
    for found in parsed.records:
        assert found.name
        assert len(found.note) <= limits.MAX_TEXT
        assert not found.birthday or Birthday.parse(found.birthday)
        assert not found.met_on or PartialDate.parse(found.met_on)
        repr(found).encode()
        for moment in found.moments:
            assert date.fromisoformat(moment.on)
            assert Kind(moment.kind)
            assert moment.direction in ("", "in", "out")


def test_a_whole_export() -> None:
    parsed = read(sample("monica4.json"))
    ada, bo, grace = parsed.records
    assert (ada.name, ada.given, ada.additional, ada.family) == ("Ada King Lovelace", "Ada", "King", "Lovelace")
    assert (ada.nickname, ada.prefix, ada.where, len(ada.uid)) == ("Countess", "Dr.", "person 1", 36)
    assert ada.emails == (Email("ada@engines.example"),)
    assert ada.phones == (Phone("+44 20 7946 0018"),)
    assert [page.url for page in ada.profiles] == [
        "https://x.com/adaweaves",
        "https://www.linkedin.com/in/ada-lovelace",
    ]
    assert (ada.works, ada.groups) == ((Work("Engines Ltd", "Engineer"),), ("weaving", "Lund 2021"))
    assert (ada.place, ada.birthday, ada.rhythm_days) == ("London, United Kingdom", "--12-10", 60)
    assert (ada.met_on, ada.met_how, ada.unknown) == ("2021-05-02", "Introduced by Bo Ek", ("X-LOOM:jacquard",))
    assert ada.photo.startswith(b"\x89PNG")
    assert [(it.on, it.kind, it.direction) for it in ada.moments] == [
        ("2022-03-04", "call", "in"), ("2021-07-02", "message", "in"), ("2021-07-01", "message", "out"),
        ("2021-05-02", "met", ""),
    ]  # fmt: skip
    dinner = MomentRecord("2021-05-02", "met", "Dinner in Lund (Ate restaurant)\nWe spoke of looms.")
    assert ada.moments[-1] == bo.moments[-1] == dinner
    assert ada.moments[0].summary == "About the engine. Felt: joy, relief"
    assert (bo.birthday, bo.met_on, bo.met_how) == ("", "2015", "Lund. He sat in front of me")
    assert bo.phones == (Phone("+46 70 123 45 67", "Whatsapp"),)
    assert bo.profiles == (Profile("orcid", "https://orcid.org/0000-0002-1825-0097"),)
    assert grace.note == "Tattoo: Motif: anchor; Size: 3\nDied: 1 January 1992\nArchived in Monica"


def test_nothing_is_left_out_without_a_word() -> None:
    parsed = read(sample("monica4.json"))
    assert parsed.records[0].note.split("\n") == [
        "Description: Thinks in cards.",
        "Debt: You owe them 20.00 SEK",
        "Gift given, 10 December 2021: A book on looms. The green one. 12.50. https://books.example/looms",
        "Note, marked, 3 May 2021: Works on cards.",
        "Ask about the second part.",
        "Note, 1 June 2021: Likes tea",
        "Reminder, 10 December 2021: Wish happy birthday to Ada (every year)",
        "Task, done, 9 May 2021: Send the paper. The long one",
        "Task: Ask for the cards",
        "Pet: Puff (cat)",
        "Life event, 1 September 2021: New job. At the institute",
        "Document, still in Monica: cards.pdf",
        "Food preferences: No fish",
        "Best friend: Bo Ek",
        "Gender: Woman",
        "Starred in Monica",
        "To be in touch next: 3 May 2022",
        "Skype: ada.l",
        "Address (Work): 1 Engine Row, W1 London, United Kingdom",
        "Address: Lund, Sweden",
    ]
    assert parsed.records[1].note == "Child: Leo (born 1 March 2015)\nBorn: about 1985"
    assert [(it.where, it.row) for it in parsed.complaints] == [("person 3", "Leo"), ("file", ""), ("file", "")]


BOOKKEEPING = frozenset({"uuid", "created_at", "updated_at", "type", "count", "translation_key", "favorited_at"})


def _words(told: object, name: str = "") -> list[str]:
    """Every text in what Monica tells of a person, apart from its own bookkeeping."""
    if isinstance(told, dict):
        return [word for key, value in told.items() if key not in BOOKKEEPING for word in _words(value, key)]
    if isinstance(told, list):
        return [word for value in told for word in _words(value, name)]
    return [told] if isinstance(told, str) and name not in ("avatar_source", "default_avatar_color") else []


def test_every_word_of_a_person_arrives() -> None:
    told = json.loads(sample("monica4.json"))["account"]["data"][1]["values"][0]
    record = read(sample("monica4.json")).records[0]
    arrived = repr((record, "\n")).replace("\\n", "\n")
    elsewhere = {"GB", "SE", "week", "year", "offered", "inprogress", "Swedish Krona"}
    for word in _words(told):
        if word not in elsewhere and len(word) != 36 and not word.startswith(("BEGIN:", "20", "@")):
            assert word in arrived


@pytest.mark.parametrize(
    ("birthdate", "birthday", "note"),
    [
        (special("1990-05-01"), "1990-05-01", ""),
        (special("2022-05-01", is_year_unknown=True), "--05-01", ""),
        (special("2020-02-29", is_year_unknown=True), "--02-29", ""),
        (special("1985-01-01", is_age_based=True), "", "Born: about 1985"),
        (special("1990-02-30"), "", ""),
        ({"date": None}, "", ""),
        ([], "", ""),
        ("1990-05-01", "", ""),
    ],
)
def test_birthdays(birthdate: Any, birthday: str, note: str) -> None:
    found = only(export(person(birthdate=birthdate)))
    assert (found.birthday, found.note) == (birthday, note)


@pytest.mark.parametrize(
    ("told", "on", "note"),
    [
        (special("2019-05-01"), "2019-05-01", ""),
        (special("2019-01-01", is_age_based=True), "2019", ""),
        (special("2022-05-01", is_year_unknown=True), "", "First met, in an unknown year: 1 May"),
    ],
)
def test_when_we_met(told: Told, on: str, note: str) -> None:
    found = only(export(person(first_met_date=told)))
    assert (found.met_on, found.note) == (on, note)


KINDS = {
    "contact_field_types": [
        one("mail", name="Email", protocol="mailto:", type="email"),
        one("tel", name="Phone", protocol="tel:", type="phone"),
        one("twitter", name="Twitter", protocol="https://twitter.com/"),
        one("linkedin", name="LinkedIn", protocol="https://linkedin.com/in/"),
        one("facebook", name="Facebook", protocol="https://facebook.com/"),
        one("whatsapp", name="WhatsApp", protocol="https://wa.me/"),
        one("mastodon", name="Mastodon", protocol=""),
        one("skype", name="Skype", protocol="skype:"),
    ]
}


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        ("mail", "ada@x.example", Email("ada@x.example")),
        ("mail", "mailto:ada@x.example", Email("ada@x.example")),
        ("mail", "ada at x", "Email: ada at x"),
        ("tel", "+44 20 7946 0018", Phone("+44 20 7946 0018")),
        ("tel", "call Bo", "Phone: call Bo"),
        ("twitter", "@ada", Profile("x", "https://x.com/ada")),
        ("twitter", "https://twitter.com/ada", Profile("x", "https://x.com/ada")),
        ("linkedin", "linkedin.com/in/ada", Profile("linkedin", "https://www.linkedin.com/in/ada")),
        ("facebook", "ada.l", Profile("web", "https://facebook.com/ada.l")),
        ("whatsapp", "+46 70 123 45 67", Phone("+46 70 123 45 67", "WhatsApp")),
        ("whatsapp", "ada", "WhatsApp: ada"),
        ("mastodon", "ada@weave.example", Profile("mastodon", "https://weave.example/@ada")),
        ("skype", "ada.l", "Skype: ada.l"),
        ("skype", "javascript:alert(1)//", "Skype: javascript:alert(1)//"),
        ("", "ada@x.example", Email("ada@x.example")),
        ("", "+46 70 123 45 67", Phone("+46 70 123 45 67")),
        ("gone", "https://ada.example/me", Profile("web", "https://ada.example/me")),
        ("", "second floor", "Reached by: second floor"),
    ],
)
def test_ways_to_reach_somebody(kind: str, written: str, expected: object) -> None:
    found = only(export(person(listed("contact_field", one(data=written, type=kind))), instance=KINDS))
    assert (*found.emails, *found.phones, *found.profiles, *([found.note] if found.note else [])) == (expected,)


@pytest.mark.parametrize(
    ("address", "place", "note"),
    [
        ({"city": "Lund", "country": "SE"}, "Lund, Sweden", ""),
        ({"country": "gb"}, "United Kingdom", ""),
        ({"city": "Lund", "country": "Sverige"}, "Lund, Sverige", ""),
        ({"street": "1 Row", "city": "Lund"}, "Lund", "Address: 1 Row, Lund"),
        ({"name": "Home", "city": "Lund"}, "Lund", "Address (Home): Lund"),
        ({"latitude": 55.7, "longitude": 13.2}, "", "Address: 55.7, 13.2"),
        ({"latitude": float("1e300")}, "", ""),
        ({}, "", ""),
    ],
)
def test_addresses(address: Told, place: str, note: str) -> None:
    found = only(export(person(listed("address", one(**address)))))
    assert (found.place, found.note) == (place, note)


def test_the_last_talk_counts_when_nothing_is_later() -> None:
    call = listed("call", one(called_at="2022-03-04", content="Looms"))
    assert only(export(person(call, last_talked_to="2022-03-04T00:00:00Z"))).moments == (
        MomentRecord("2022-03-04", "call", "Looms", "out"),
    )
    assert only(export(person(call, last_talked_to="2022-04-01"))).moments[0] == MomentRecord(
        "2022-04-01", "conversation"
    )


def test_conversations() -> None:
    written = one(contact_field_type="whatsapp", happened_at="2022-03-04", messages=[
        one(content="Hej", written_at="2022-03-05", written_by_me=1), one(content="Hi", written_by_me=False),
    ])  # fmt: skip
    found = only(export(person(listed("conversation", written, one(happened_at="2022-01-01"))), instance=KINDS))
    assert found.moments == (
        MomentRecord("2022-03-05", "message", "WhatsApp: Hej", "out"),
        MomentRecord("2022-03-04", "message", "WhatsApp: Hi", "in"),
        MomentRecord("2022-01-01", "message"),
    )


def test_what_has_no_day_did_not_happen_and_stands_nowhere_twice() -> None:
    walk = one("walk", summary="Walk", happened_at="2022-01-01")
    found = only(export(person(listed("activity", "walk", "walk", "gone", 7, None)), more=(listed("activity", walk),)))
    assert found.moments == (MomentRecord("2022-01-01", "met", "Walk"),)
    assert only(export(person(listed("call", one(content="When?"))))).moments == ()


def test_what_a_call_without_a_day_said_is_kept() -> None:
    undated = person(listed("call", one(content="When?")), listed("conversation", one(messages=[one(content="Hm")])))
    assert only(export(undated)).note == "Call, of an unknown day: When?\nConversation, of an unknown day: Hm"


@pytest.mark.parametrize(
    ("often", "days"), [(30, 30), ("90", 90), (0, 0), (-1, 0), (None, 0), (99_999, 0), (2**70, 0), (True, 0), ("x", 0)]
)
def test_rhythm(often: Any, days: int) -> None:
    assert only(export(person(stay_in_touch_frequency=often))).rhythm_days == days


def test_tags_as_words_and_as_things() -> None:
    found = only(export(person(listed("tag", one(name="later")), tags=["a", "b", "a", {"name": "c"}, 7, ""])))
    assert found.groups == ("a", "b", "c", "later")


def test_lists_that_php_wrote_with_numbers_for_names() -> None:
    told = {"account": {"data": {"1": listed("contact", person()), "4": listed("photo")}}}
    assert only(json.dumps(told).encode()).name == "Ada"


PICTURE = b"\xff\xd8\xff\xe0 a face"


def photo(id_: str, data: bytes = PICTURE) -> Told:
    return one(id_, dataUrl="data:image/jpeg;base64," + base64.b64encode(data).decode())


def test_photos() -> None:
    people = (
        person(listed("photo", "one", "two"), avatar={"avatar_photo": "two"}),
        person(listed("photo", "two"), id_="b"),
    )
    parsed = read(export(*people, more=(listed("photo", photo("one", PICTURE + b"1"), photo("two")),)))
    assert [found.photo for found in parsed.records] == [PICTURE, b""]
    assert parsed.complaints[0].what.startswith("One more photo was left out")


@pytest.mark.parametrize(
    "packed",
    ["data:image/jpeg;base64,!!!", "data:image/svg+xml;base64,PHN2Zz4=", "data:,x", "https://x.example/a.jpg", 7],
)
def test_photos_that_are_none(packed: Any) -> None:
    parsed = read(export(person(listed("photo", "p")), more=(listed("photo", one("p", dataUrl=packed)),)))
    assert parsed.records[0].photo == b""
    assert all("kept" not in it.what for it in parsed.complaints)
    assert parsed.complaints or packed == 7


def test_a_photo_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    large = photo("p", PICTURE + b"\0" * 10_000_100)
    parsed = read(export(person(listed("photo", "p")), more=(listed("photo", large),)))
    assert (parsed.records[0].photo, parsed.complaints[0].what) == (
        b"",
        "The photo is larger than 10 MB and was left out.",
    )


def test_somebody_without_a_name() -> None:
    parsed = read(export(person(first_name=None, nickname="Zee", id_="a"), person(first_name=" ", id_="b")))
    assert [found.name for found in parsed.records] == ["Zee"]
    assert (parsed.complaints[0].where, parsed.complaints[0].row) == ("person 2", "b")


def test_a_note_that_is_too_long_is_cut_with_a_word() -> None:
    parsed = read(export(person(*(listed("note", one(body=str(n) * 40_000)) for n in range(3)))))
    assert len(parsed.records[0].note) == limits.MAX_TEXT
    assert "its end was left out" in parsed.complaints[0].what


def test_signs_that_have_no_business_in_text() -> None:
    told = rb'{"uuid":"\ud800","properties":{"first_name":"A\u0000d\udfffa","description":"one\u2028two\u001b"}}'
    found = only(b'{"account":{"data":[{"type":"contact","values":[' + told + b"]}]}}")
    assert (found.name, found.note) == ("Ada", "Description: one two")


NO_MONICA = {
    "empty": b"",
    "no json": b"Hello",
    "list": b"[]",
    "number": b"7",
    "null": b"null",
    "other": b'{"schedule": {"conference": {}}}',
    "account of words": b'{"account": "Ada"}',
    "no data": b'{"account": {"data": []}}',
    "broken off": sample("monica4.json")[:9_000],
    "nan": b'{"account": {"data": [NaN]}}',
    "infinity": b'{"account": {"data": [-Infinity]}}',
    "huge number": b'{"account": {"data": [' + b"9" * 5_000 + b"]}}",
    "deep lists": b'{"account": {"data": ' + b"[" * 200_000,
    "deep things": b'{"account":' * 100_000,
    "deep and whole": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
}


@pytest.mark.parametrize("name", NO_MONICA)
def test_what_is_no_export_is_a_complaint(name: str) -> None:
    with quick(2):
        parsed = read(NO_MONICA[name])
        assert (parsed.records, len(parsed.complaints)) == ((), 1)


def test_reading_can_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        assert total == 1_000
        raise Stopped("stopped")

    with pytest.raises(Stopped):
        read(export(*(person(id_=str(n)) for n in range(1_000))), stop)


def test_moments_of_one_file_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_RECORDS", 5)
    calls = listed("call", *(one(called_at="2022-01-01", content=str(n)) for n in range(9)))
    parsed = read(export(person(calls)))
    assert len(parsed.records[0].moments) == 5
    assert "5 entries" in parsed.complaints[0].what


def test_what_stands_once_and_with_many_has_a_limit() -> None:
    """One long activity with 20,000 people would be more than a gigabyte of words."""
    long = one("walk", summary="Walk", description="x" * 60_000, happened_at="2022-01-01")
    data = export(
        *(person(listed("activity", "walk"), id_=str(n)) for n in range(20_000)), more=(listed("activity", long),)
    )
    with quick(4):
        parsed = read(data)
        assert sum(len(it.summary) for found in parsed.records for it in found.moments) <= limits.MAX_BYTES
        assert "at such length" in parsed.complaints[-1].what


NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(max_size=8) | st.just("2022-01-01"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=8,
)
OF_PEOPLE = "first_name tags avatar birthdate first_met_date vcard gender data last_talked_to job is_partial".split()
OF_THINGS = "data type body title amount currency messages content city happened_at called_at dataUrl name".split()
LISTS = "call contact_field debt gift note reminder task address pet conversation life_event activity photo new".split()
THING = st.fixed_dictionaries({"properties": st.dictionaries(st.sampled_from(OF_THINGS), JSON, max_size=4) | JSON})
LISTED = st.fixed_dictionaries({"type": st.sampled_from(LISTS), "values": JSON | st.lists(THING, max_size=3)})


@given(
    st.dictionaries(st.sampled_from(OF_PEOPLE), JSON), st.lists(LISTED, max_size=4), st.lists(LISTED, max_size=3), JSON
)
@settings(max_examples=150, deadline=None)
def test_any_shape(told: Told, lists: list[Told], more: list[Told], rest: Any) -> None:
    keeps_the_contract(read(export(person(*lists, **told), more=tuple(more), instance=rest, properties=rest)))


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    for front in (b"", b'{"account": {"data": [{"type": "contact", "values": [{"properties": {"first_name": '):
        keeps_the_contract(read(front + data))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file(draw: st.DataObject) -> None:
    data = bytearray(sample("monica4.json"))
    for _ in range(draw.draw(st.integers(1, 4))):
        at = draw.draw(st.integers(0, len(data)))
        data[at : at + draw.draw(st.integers(0, 6))] = draw.draw(st.binary(max_size=4))
    keeps_the_contract(read(bytes(data)))


def test_countries() -> None:
    assert (country_called("de"), country_called("CI"), country_called("Lund"), country_called("")) == (
        "Germany", "Côte d'Ivoire", "Lund", "",
    )  # fmt: skip
