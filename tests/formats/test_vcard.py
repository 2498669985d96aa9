"""The vCard door: the dialects of the world, and round trips."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain.records import Email, PersonRecord, Phone, Profile, Work
from hallway.formats import vcard
from hallway.formats.content_lines import is_sound
from tests.formats.files import real_files, sample


def _bare(people: tuple[PersonRecord, ...]) -> list[PersonRecord]:
    return [replace(person, where="") for person in people]


def _card(*lines: str, version: str = "3.0") -> bytes:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def _one(*lines: str, version: str = "3.0") -> PersonRecord:
    parsed = vcard.read(_card(*lines, version=version))
    assert len(parsed.records) == 1, parsed.complaints
    return parsed.records[0]


def test_apple_card() -> None:
    parsed = vcard.read(sample("apple.vcf"))
    (person,) = parsed.records
    assert parsed.complaints == ()
    assert (person.name, person.given, person.family, person.additional, person.prefix) == (
        "Dr. Ngozi Adaeze Okafor",
        "Ngozi",
        "Okafor",
        "Adaeze",
        "Dr.",
    )
    assert person.emails == (Email("ngozi@optics.example", "work"), Email("zee@home.example", "Sailing club"))
    assert person.phones == (Phone("+49 30 5550100", "AssistantPhone"), Phone("+49 170 5550101", "mobile"))
    assert person.profiles == (
        Profile("web", "http://ngozi.example"),
        Profile("x", "https://x.com/ngozi_o"),
        Profile("github", "https://github.com/ngozi-o"),
    )
    assert person.works == (Work("Institute of Invented Optics", "Group leader", "Lasers"),)
    assert (person.birthday, person.place, person.phonetic) == ("--01-22", "Berlin, Germany", "Ngozi Okafor")
    assert person.photo.startswith(b"\x89PNG")
    assert "item5.X-ABLabel:_$!<Anniversary>!$_" in person.unknown
    assert "item3.ADR;type=WORK;type=pref:;;Example Street 5;Berlin;;10115;Germany" in person.unknown


def test_google_card() -> None:
    parsed = vcard.read(sample("google.vcf"))
    (person,) = parsed.records
    assert person.phones == (Phone("+48 555 010 020", "mobile"),)
    assert (person.place, person.birthday, person.groups) == ("Kraków, Poland", "--01-22", ("Krakow workshop",))
    assert person.profiles == (Profile("orcid", "https://orcid.org/0000-0002-1825-0097"),)
    assert person.note == "Met at the poster session\nlikes graphs, tea and mountains"
    assert person.photo == b""
    assert any(line.startswith("PHOTO:https://pictures.example/") for line in person.unknown)


def test_outlook_card() -> None:
    parsed = vcard.read(sample("outlook21.vcf"))
    (person,) = parsed.records
    assert parsed.complaints == ()
    assert (person.name, person.family, person.given) == ("Jörg Müller", "Müller", "Jörg")
    assert person.phones == (Phone("(030) 5550102", "work"), Phone("(030) 5550103", "home fax"))
    assert (person.birthday, person.place) == ("1980-03-22", "Hamburg, Germany")
    assert person.photo.startswith(b"\x89PNG")
    assert "LABEL;TYPE=WORK;TYPE=PREF:Moon Drive 3\\n20095 Hamburg" in person.unknown


def test_android_cards_survive_damage() -> None:
    parsed = vcard.read(sample("android21.vcf"))
    assert [person.name for person in parsed.records] == ["nameless@company.example", "Inés Ñúñez", "Broken line ahead"]
    assert parsed.records[1].note == "first ñote\n\nsecond note"
    assert [complaint.where for complaint in parsed.complaints] == ["line 14", "line 20"]
    assert parsed.complaints[1].row == "THIS IS NOT A PROPERTY"


def test_version_4_card_and_list() -> None:
    parsed = vcard.read(sample("nextcloud4.vcf"))
    (person,) = parsed.records
    assert (person.name, person.pronouns, person.time_zone) == ("Aiko Tanaka", "she/her", "Asia/Tokyo")
    assert person.languages == ("ja", "en")
    assert person.topics == ("machine translation", "origami", "parsing", "corpora")
    assert person.phones == (Phone("+81-90-5550-1000", "mobile"),)
    assert 'X-UNKNOWN;X-P="a;b,c:d":keep me; as I am\\, please' in person.unknown
    assert "FN;LANGUAGE=ja:田中 愛子" in person.unknown
    assert person.photo
    assert [(c.where, "list of people" in c.what) for c in parsed.complaints] == [("line 24", True)]


def test_charset_of_a_card_is_believed() -> None:
    parsed = vcard.read(sample("oldmail.vcf"))
    assert parsed.records[0].name == "Ольга Иванова"
    assert parsed.complaints


def test_quoted_printable_without_charset_is_told() -> None:
    parsed = vcard.read(_card("FN;ENCODING=QUOTED-PRINTABLE:Iksi=F1ski", version="2.1"))
    assert "Some letters may be wrong" in parsed.complaints[0].what


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("N:Curie;Marie;;;",), "Marie Curie"),
        (("ORG:Example Institute",), "Example Institute"),
        (("EMAIL:a@b.example",), "a@b.example"),
        (("NICKNAME:Zee", "EMAIL:a@b.example"), "Zee"),
        (("TEL:12",), "12"),
    ],
)
def test_missing_name_is_built(lines: tuple[str, ...], name: str) -> None:
    assert _one(*lines).name == name


def test_card_that_names_nobody_is_a_complaint() -> None:
    parsed = vcard.read(_card("NOTE:who") + _card("FN:Ann"))
    assert [person.name for person in parsed.records] == ["Ann"]
    assert (parsed.complaints[0].where, parsed.complaints[0].row) == ("line 1", "VERSION:3.0\nNOTE:who")


@pytest.mark.parametrize(
    ("written", "birthday"),
    [
        ("BDAY:1980-03-22", "1980-03-22"),
        ("BDAY:19800322", "1980-03-22"),
        ("BDAY:1980-03-22T00:00:00Z", "1980-03-22"),
        ("BDAY;VALUE=date:1980-03-22", "1980-03-22"),
        ("BDAY:--0322", "--03-22"),
        ("BDAY:--03-22", "--03-22"),
        ("BDAY:--0229", "--02-29"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "--02-29"),
        ("BDAY:1980", ""),
        ("BDAY:1980-03", ""),
        ("BDAY:1980-13-40", ""),
        ("BDAY;VALUE=text:around Easter", ""),
    ],
)
def test_birthday_shapes(written: str, birthday: str) -> None:
    person = _one("FN:A", written)
    assert person.birthday == birthday
    assert person.unknown == (() if birthday else (written,))


def test_nested_agent_and_missing_end() -> None:
    data = (
        "BEGIN:VCARD\nFN:Chief\nAGENT:\nBEGIN:VCARD\nFN:Secretary\nEND:VCARD\nTITLE:Boss\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:Open\nBEGIN:VCARD\nFN:Next\nEND:VCARD\n"
    )
    parsed = vcard.read(data.encode())
    assert [person.name for person in parsed.records] == ["Chief", "Open", "Next"]
    assert parsed.records[0].works == (Work("", "Boss"),)
    assert [complaint.where for complaint in parsed.complaints] == ["line 9"]


def test_roles_follow_their_group() -> None:
    person = _one("FN:A", "a.ORG:One", "b.ORG:Two", "b.TITLE:second", "a.TITLE:first")
    assert person.works == (Work("One", "first"), Work("Two", "second"))


def test_large_photo_is_left_out_with_a_complaint() -> None:
    parsed = vcard.read(_card("FN:A", "PHOTO;ENCODING=b:" + "QUJD" * 3_500_000))
    assert parsed.records[0].photo == b""
    assert "10 MB" in parsed.complaints[0].what


def test_oversize_file_is_refused() -> None:
    parsed = vcard.read(b"x" * 50_000_001)
    assert (parsed.records, len(parsed.complaints)) == ((), 1)


# --- round trips ---------------------------------------------------------------------------------------------

_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30).map(
    lambda text: "".join(letter for letter in text if not 0x2000 <= ord(letter) <= 0x206F).strip()
)
_WORD = _TEXT.filter(bool)
_LINES = st.lists(_WORD, min_size=1, max_size=3).map("\n".join)
_LABEL = st.sampled_from(["", "home", "work", "mobile", "work fax", "Sailing club", "a;b,c"])
_DATE = st.sampled_from(["", "2019", "2019-05", "2019-05-12"])
_WORKS = st.one_of(
    st.builds(Work, _WORD, _TEXT, _TEXT.filter(lambda unit: "; " not in unit), _DATE, _DATE),
    st.builds(Work, st.just(""), _WORD),
)
_PEOPLE = st.builds(
    PersonRecord,
    name=_WORD,
    given=_TEXT,
    family=_TEXT,
    additional=_TEXT,
    prefix=_TEXT,
    suffix=st.sampled_from(["", "PhD, MSc", "Jr."]),
    nickname=_TEXT,
    phonetic=st.sampled_from(["", "Yamada", "Taro Yamada", "Taro van Yamada"]),
    pronouns=_TEXT,
    uid=_TEXT,
    emails=st.lists(
        st.builds(Email, _WORD.filter(lambda a: not a.lower().startswith("mailto:")), _LABEL), unique=True
    ).map(tuple),
    phones=st.lists(st.builds(Phone, st.from_regex(r"\+[0-9]{2,9}", fullmatch=True), _LABEL), unique=True).map(tuple),
    profiles=st.sets(
        st.sampled_from(
            [
                Profile("web", "https://a.example/b?c=d;e,f"),
                Profile("orcid", "https://orcid.org/0000-0002-1825-0097"),
                Profile("mastodon", "https://social.example/@ada"),
                Profile("linkedin", "https://www.linkedin.com/in/ada"),
                Profile("researchgate", "https://elsewhere.example/ada"),
            ]
        )
    ).map(tuple),
    works=st.lists(_WORKS, max_size=1).map(tuple),
    topics=st.lists(_WORD, unique=True, max_size=3).map(tuple),
    groups=st.lists(_WORD.filter(lambda g: g.lower() not in ("mycontacts", "starred")), unique=True, max_size=3).map(
        tuple
    ),
    place=_TEXT,
    time_zone=st.sampled_from(["", "Europe/Berlin"]),
    languages=st.lists(st.sampled_from(["de", "en"]), unique=True).map(tuple),
    birthday=st.sampled_from(["", "1980-03-22", "--02-29"]),
    note=st.one_of(st.just(""), _LINES),
    met_on=_DATE,
    photo=st.sampled_from([b"", b"\xff\xd8\xff\x00\x01", b"\x89PNG\r\n\x1a\n\x00"]),
    unknown=st.sets(st.sampled_from(["X-A;X=1:b\\,c", 'item1.X-B;P="a;b":c', "IMPP:xmpp:a@b.example"])).map(
        lambda lines: tuple(sorted(lines))
    ),
)


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@given(people=st.lists(_PEOPLE, max_size=3))
@settings(deadline=None)
def test_written_people_come_back_equal(people: list[PersonRecord], version: str) -> None:
    parsed = vcard.read(vcard.write(people, version))
    assert [c for c in parsed.complaints if people] == []
    assert _bare(parsed.records) == people


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_several_works_keep_their_roles(version: str) -> None:
    works = (Work("One", "", "Unit", "2019", "2020-05"), Work("Two", "Head"), Work("", "Adviser"))
    person = PersonRecord("A", works=works, unknown=("item1.X-ABDATE:2015-06-01", "item1.X-ABLabel:Day"))
    assert _bare(vcard.read(vcard.write([person], version)).records) == [person]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize("name", ["apple.vcf", "google.vcf", "outlook21.vcf", "android21.vcf", "nextcloud4.vcf"])
def test_samples_come_back_equal(name: str, version: str) -> None:
    people = vcard.read(sample(name)).records
    assert _bare(vcard.read(vcard.write(people, version)).records) == _bare(people)


_EVIL = "a\r\nBCC:x\nEND:VCARD\rFN:evil\u2028FN:evil\x85FN:evil\x0bFN:evil\x00"


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_nothing_can_smuggle_a_line_in(version: str) -> None:
    person = PersonRecord(
        name=_EVIL,
        uid=_EVIL,
        birthday=_EVIL,
        met_on=_EVIL,
        time_zone=_EVIL,
        emails=(Email(_EVIL, _EVIL),),
        profiles=(Profile(_EVIL, _EVIL), Profile("web", _EVIL)),
        works=(Work(_EVIL, _EVIL, _EVIL, _EVIL, _EVIL),),
        languages=(_EVIL,),
        groups=(_EVIL,),
        unknown=(f"X-A:{_EVIL}", "X-B;P=a\r\nFN:b:c", "END:VCARD", "BEGIN:VCARD", "version:2.1", "no line"),
    )
    data = vcard.write([person], version)
    lines = data.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert all(is_sound(line) for line in lines)
    assert sum(line.startswith("FN") for line in lines) == 1
    assert not any(re.match(r"BCC|X-A|X-B|no line", line) for line in lines)
    assert (lines.count("END:VCARD"), lines.count("BEGIN:VCARD")) == (1, 1)


def test_unknown_version_is_not_written() -> None:
    with pytest.raises(ValueError, match=r"2\.1"):
        vcard.write([], "2.1")


@pytest.mark.parametrize("path", real_files("vcard/*.vcf"))
def test_real_cards(path: Path) -> None:
    started = time.perf_counter()
    parsed = vcard.read(path.read_bytes())
    assert time.perf_counter() - started < 1
    expected = {"user-cal.vcf": 0, "kde_vcard7.vcf": 0, "John_Doe_ANDROID.vcf": 6, "radicale_broken-vcards.vcf": 2}
    assert len(parsed.records) == expected.get(path.name, max(1, len(parsed.records)))
    for version in ("3.0", "4.0"):
        again = vcard.read(vcard.write(parsed.records, version))
        assert _bare(again.records) == _bare(parsed.records)


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_the_address_of_a_photo_leaves_only_without_a_photo_of_our_own(version: str) -> None:
    kept = ("PHOTO;VALUE=uri:https://pictures.example/ada.jpg",)
    assert vcard.write([PersonRecord("Ada", unknown=kept)], version).count(b"PHOTO") == 1
    written = vcard.write([PersonRecord("Ada", unknown=kept, photo=b"\xff\xd8\xff\x00")], version)
    assert written.count(b"PHOTO") == 1 and b"pictures.example" not in written
