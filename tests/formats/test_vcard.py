"""Reading vCards in the dialects of the world."""

from __future__ import annotations

import pytest

from hallway.domain.records import Email, PersonRecord, Phone, Profile, Work
from hallway.formats import vcard
from tests.formats.files import sample


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
    assert person.phones == (Phone("+49 170 5550101", "mobile"), Phone("+49 30 5550100", "assistant phone"))
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
    assert parsed.records[1].nickname == "Ine"
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
    assert (parsed.records[0].name, parsed.complaints) == ("Ольга Иванова", ())


def test_cards_of_several_code_pages_in_one_file_are_all_readable() -> None:
    parsed = vcard.read(sample("thebat.vcf"))
    assert [person.name for person in parsed.records] == ["Grażyna Wiśniewska", "Łukasz Zieliński", "Ольга Иванова"]
    assert parsed.records[1].unknown == ("ADR;TYPE=WORK:;;Śliska 4;Łódź;;;Polska",)
    (guessed,) = parsed.complaints
    assert (guessed.where, guessed.what.partition(". ")[0]) == (
        "line 3", "This and 4 more lines are not UTF-8 and were read as Central European",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("head", "letters", "name"),
    [
        ("", "Ольга Иванова".encode("cp1251"), "Ольга Иванова"),
        ("", "Ольга Иванова".encode("koi8-r"), "Ольга Иванова"),
        (";ENCODING=QUOTED-PRINTABLE", b"Iksi=F1ski", "Iksiński"),
        (";QUOTED-PRINTABLE", b"J=F6rg", "Jörg"),
        (";CHARSET=SHIFT_JIS", "表 太郎".encode("cp932"), "表 太郎"),
        (";CHARSET=GB2312", "镕基".encode("gb18030"), "镕基"),
        (";CHARSET=no-such", "Zoë".encode("cp1252"), "Zoë"),
        (";CHARSET=unicode_escape", b"a\\x41", "ax41"),
        (";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE", b"Jos=C3=A9 N=C3=A1=C3", "José Ná\ufffd"),
        (";CHARSET=us-ascii;ENCODING=QUOTED-PRINTABLE", b"Jos=E9", "José"),
    ],
)
def test_letters(head: str, letters: bytes, name: str) -> None:
    data = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN" + head.encode() + b":" + letters + b"\r\nEND:VCARD\r\n"
    assert [person.name for person in vcard.read(data).records] == [name]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_of_any_width_is_read_without_complaint(encoding: str) -> None:
    parsed = vcard.read("BEGIN:VCARD\r\nFN:Łukasz Ünal\r\nEND:VCARD\r\n".encode(encoding))
    assert ([person.name for person in parsed.records], parsed.complaints) == (["Łukasz Ünal"], ())


def test_a_letter_cut_in_two_by_folding_is_whole_again() -> None:
    name = "Wolfgang Ünlü".encode()
    data = b"BEGIN:VCARD\r\nFN:" + name[:10] + b"\r\n " + name[10:] + b"\r\nNOTE:\xc3\xbc\r\nEND:VCARD\r\n"
    parsed = vcard.read(data)
    assert (parsed.records[0].name, parsed.records[0].note, parsed.complaints) == ("Wolfgang Ünlü", "ü", ())


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
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-03-22", "--03-22"),
        ("BDAY:16040322", "--03-22"),
        ("BDAY;VALUE=DATE-AND-OR-TIME:--0322T0000", "--03-22"),
        ("BDAY:---22", ""),
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
    assert [complaint.where for complaint in parsed.complaints] == ["line 4", "line 9"]


@pytest.mark.parametrize("begin", ["AGENT:\nBEGIN:VCARD", "AGENT:BEGIN:VCARD", "item1.AGENT;VALUE=text:\nBEGIN:VCARD"])
def test_cards_after_a_broken_card_within_a_card_are_read(begin: str) -> None:
    """The cards within never end."""
    after = "BEGIN:VCARD\nFN:Next\nEND:VCARD\nBEGIN:VCARD\nFN:Last\nEND:VCARD"
    parsed = vcard.read(f"BEGIN:VCARD\nFN:Chief\n{begin}\nFN:Secretary\n{after}".encode())
    assert [person.name for person in parsed.records] == ["Chief", "Next", "Last"]


def test_groups_that_google_puts_everybody_in_say_nothing() -> None:
    assert _one("FN:A", "CATEGORIES:myContacts,Looms,Starred").groups == ("Looms",)


def test_roles_follow_their_group() -> None:
    person = _one("FN:A", "a.ORG:One", "b.ORG:Two", "b.TITLE:second", "a.TITLE:first")
    assert person.works == (Work("One", "first"), Work("Two", "second"))


def test_work_is_told_once_and_in_the_order_of_the_card() -> None:
    person = _one("FN:A", "b.TITLE:adviser", "a.ORG:One", "a.TITLE:head", "c.ORG:One;Lab", "d.ORG:One;Lab")
    assert person.works == (Work("", "adviser"), Work("One", "head"), Work("One", "", "Lab"))


def test_cards_of_organisations_are_told_of_and_a_person_behind_one_is_read() -> None:
    parsed = vcard.read(sample("company.vcf"))
    (person,) = parsed.records
    assert (person.name, person.works, person.birthday) == ("Folake Adeyemi", (Work("Lumen Instruments"),), "--02-29")
    assert person.unknown[:2] == ("item1.X-ABRELATEDNAMES;type=pref:Tunde", "item1.X-ABLabel:_$!<Partner>!$_")
    assert [c.where for c in parsed.complaints if "of an organisation" in c.what] == ["line 1", "line 19"]
    assert "+49 30 5550110" in parsed.complaints[0].row


def test_thunderbird_card() -> None:
    parsed = vcard.read(sample("thunderbird4.vcf"))
    (person,) = parsed.records
    assert parsed.complaints == ()
    assert person.emails == (Email("sable@uni.example", "work"), Email("sable@home.example"))
    assert person.phones == (Phone("+44 555 0101", "mobile"), Phone("+44-555-0100 ext. 21", "work"))
    assert (person.nickname, person.groups, person.time_zone) == ("Sab, Quilly", ("Cohort", "Letters"), "")
    assert person.works == (Work("Quill, Ink & Co", "Archivist", "Paper; Watermarks"),)
    assert person.unknown == (
        "EMAIL:/o=UNI/cn=Recipients/cn=sable", "TITLE;ALTID=1;LANGUAGE=fr:Archiviste", "BDAY;VALUE=text:around Easter",
        "TZ;VALUE=text:somewhere/in the north", "GEO:geo:54.97,-1.61", "X-CUSTOM1:likes vellum", "X-ABLabel:stray",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("X-SOCIALPROFILE;type=twitter;x-user=ada_l:http://twitter.com/ada_l", Profile("x", "https://x.com/ada_l")),
        ("X-SOCIALPROFILE;type=twitter:x-apple:ada_l", Profile("x", "https://x.com/ada_l")),
        ("X-SOCIALPROFILE;TYPE=mastodon:@ada@social.example", Profile("mastodon", "https://social.example/@ada")),
        ("SOCIALPROFILE;SERVICE-TYPE=GitHub;VALUE=text:ada", Profile("github", "https://github.com/ada")),
        ("X-TWITTER:@ada_l", Profile("x", "https://x.com/ada_l")),
        ("URL:http\\://ada.example", Profile("web", "http://ada.example")),
        ("URL:ada.example", Profile("web", "https://ada.example")),
        ("X-SOCIALPROFILE;type=sinaweibo:x-apple:ada", None),
        ("X-SKYPE:ada", None),
        ("IMPP;X-SERVICE-TYPE=Telegram;type=HOME:x-apple:ada", None),
        ("URL:javascript:alert(1)", None),
    ],
)
def test_pages_and_handles(line: str, page: Profile | None) -> None:
    person = _one("FN:A", line)
    assert person.profiles == ((page,) if page else ())
    assert person.unknown == (() if page else (line,))


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("TEL;type=CELL;type=IPHONE;type=VOICE;type=pref:1", "mobile"),
        ("TEL;TYPE=FAX,WORK:1", "work fax"),
        ("TEL;WORK;FAX:1", "work fax"),
        ('TEL;TYPE="home,cell,text":1', "home mobile"),
        ("TEL;TYPE=x-lab:1", "lab"),
        ("a.TEL:1", "office door"),
        ("b.TEL;TYPE=WORK:1", "home fax"),
    ],
)
def test_labels(line: str, label: str) -> None:
    assert _one("FN:A", line, "a.X-ABLabel:office door", "b.X-ABLabel:_$!<HomeFAX>!$_").phones == (Phone("1", label),)


PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGMAAQAAAAUAAQ0KLbQAAAAASUVORK5CYII="


@pytest.mark.parametrize(
    "line",
    [
        f"PHOTO;ENCODING=b;TYPE=PNG:{PNG}",
        f"PHOTO;BASE64:\r\n  {PNG[:40]}\r\n  {PNG[40:]}",
        f"PHOTO;ENCODING=BASE64;PNG:{PNG[:40]}\r\n{PNG[40:]}\r\n",
        f"PHOTO;VALUE=URI:data:image/png;base64,{PNG}",
        f"PHOTO:data:image/png;base64\\,{PNG}",
        f"PHOTO;ENCODING=b;TYPE=png:data:image/png;base64,{PNG}",
        f"PHOTO;TYPE=PNG:{PNG}",
    ],
)
def test_photos_in_the_card(line: str) -> None:
    person = _one("FN:A", line, "NOTE:after it")
    assert (person.photo[:4], person.note) == (b"\x89PNG", "after it")


@pytest.mark.parametrize(
    "line",
    [
        "PHOTO:https://pictures.example/a.jpg",
        "PHOTO;VALUE=URI:http\\://pictures.example/a.jpg",
        "PHOTO;ENCODING=b;VALUE=URI:https://pictures.example/a.jpg",
        "PHOTO;VALUE=uri:CID:part3@example.com",
        "PHOTO:file:///etc/passwd",
        "PHOTO:data:image/svg+xml,<svg/>",
        "PHOTO;ENCODING=b;TYPE=BMP:Qk02AAAA",
    ],
)
def test_photos_elsewhere_and_of_other_kinds_are_kept_as_they_are(line: str) -> None:
    person = _one("FN:A", line)
    assert (person.photo, person.unknown) == (b"", (line,))


def test_folds_of_2_1_keep_their_blank_unless_a_program_counted() -> None:
    long = "x" * 70
    assert _one("NOTE:two\r\n words", "FN:A", version="2.1").note == "two words"
    assert _one(f"NOTE:{long}\r\n yz", "FN:A", version="2.1").note == f"{long}yz"
    assert _one("NOTE:two\r\n words", "FN:A").note == "twowords"


def test_complaints_stand_in_the_order_of_the_file() -> None:
    data = b"BEGIN:VCARD\nFN:A\nno line\nBEGIN:VCARD\nFN;QUOTED-PRINTABLE:J=F6rg\nno line\nEND:VCARD\nstray\x00\n"
    where = [one.where for one in vcard.read(data).complaints]
    assert where == ["file", "line 1", "line 3", "line 5", "line 6", "line 8"]


def test_a_card_that_is_indented_as_a_whole_is_read() -> None:
    data = "\n    BEGIN:VCARD\n    FN:Ada\n    NOTE:a\n     b\n    END:VCARD\n"
    assert [(person.name, person.note) for person in vcard.read(data.encode()).records] == [("Ada", "ab")]


def test_text_that_looks_like_a_mark_in_a_folded_line_is_text() -> None:
    assert _one("FN:A", "NOTE:x\r\n END:VCARD\r\n BEGIN:VCARD").note == "xEND:VCARDBEGIN:VCARD"


def test_parameters_with_carets_are_undone() -> None:
    person = _one("FN:A", "ORG;X-HALLWAY-START=2019^n:One", "ADR;LABEL=a^nb ^'c^' ^^:;;;Town;;;")
    assert (person.works[0].start, person.place) == ("2019", "Town")
    assert person.unknown == ("ADR;LABEL=a^nb ^'c^' ^^:;;;Town;;;",)


def test_how_one_met_and_how_often_is_read_and_nonsense_is_kept() -> None:
    rhythms = ("X-HALLWAY-RHYTHM:28", "X-HALLWAY-RHYTHM:soon")
    person = _one("FN:A", "X-HALLWAY-MET-HOW:at the poster\\, in the rain", *rhythms)
    assert (person.met_how, person.rhythm_days) == ("at the poster, in the rain", 28)
    assert person.unknown == ("X-HALLWAY-RHYTHM:soon",)


def test_large_photo_is_left_out_with_a_complaint() -> None:
    parsed = vcard.read(_card("FN:A", "PHOTO;ENCODING=b:" + "QUJD" * 3_500_000))
    assert parsed.records[0].photo == b""
    assert "10 MB" in parsed.complaints[0].what


def test_oversize_file_is_refused() -> None:
    parsed = vcard.read(b"x" * 50_000_001)
    assert (parsed.records, len(parsed.complaints)) == ((), 1)
