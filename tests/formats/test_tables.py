"""Any table of people: how it is looked at, and that no cell of it gets lost."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain.columns import Column, Layout, Meaning, choices_of, with_choices, with_meaning
from hallway.domain.errors import Stopped
from hallway.domain.records import Complaint, Email, MomentRecord, Parsed, PersonRecord, Phone, Profile, Work
from hallway.formats import limits, tables
from hallway.formats.table_values import rhythm
from tests.formats.files import REAL, SAMPLES, real_files, sample
from tests.quickness import quick

OURS = (
    "google_new.csv", "google_old.csv", "odd_google.csv", "outlook_de_cp1252.csv", "outlook_web.csv", "own_list.tsv",
    "thunderbird.csv",
)  # fmt: skip
M = Meaning


def read(text: str, encoding: str = "utf-8") -> Parsed[PersonRecord]:
    return tables.read(text.encode(encoding))


def one(text: str) -> PersonRecord:
    (person,) = read(text).records
    return person


def said(parsed: Parsed[PersonRecord]) -> list[str]:
    return [complaint.what for complaint in parsed.complaints]


def meanings(text: str) -> list[Meaning]:
    return [column.meaning for column in tables.look_at(text.encode())[0].columns]


def everything_in(value: object) -> str:
    """All texts of a record, to look for the words of a row in."""
    if isinstance(value, tuple):
        return "\n".join(map(everything_in, value))
    return everything_in(tuple(vars_of(value))) if is_dataclass(value) else str(value)


def vars_of(record: object) -> list[object]:
    return [getattr(record, field.name) for field in fields(record)]  # type: ignore[arg-type]


# --- our own twins of other programs' files ---------------------------------------------------------------


def test_google_since_2024() -> None:
    parsed = tables.read(sample("google_new.csv"))
    ines, lukasz, looms, taro = parsed.records
    assert parsed.complaints == ()
    assert (ines.name, ines.prefix, ines.suffix, ines.nickname) == ("Ines Maria Okoye", "Dr.", "PhD", "Inés")
    assert ines.phonetic == "EE-nes oh-KOY-eh"
    assert ines.emails == (
        Email("ines@lund.example", "work"), Email("ines.okoye@lund.example", "work"), Email("ines@home.example", "home")
    )  # fmt: skip
    assert ines.phones == (Phone("+46 70 123 45 67", "mobile"), Phone("+46 70 765 43 21", "mobile"))
    assert ines.works == (Work("Lund University", "Postdoc", "Department of Physics"),)
    assert ines.profiles == (Profile("orcid", "https://orcid.org/0000-0002-1825-0097"),)
    assert (ines.groups, ines.place, ines.birthday) == (("Conference",), "Lund, Sweden", "1990-05-01")
    assert ines.note == (
        'Met at the poster on looms\nand asked about "moiré"\n\n'
        "Address 1 - Formatted (work): Sölvegatan 14\n223 62 Lund\nSweden\n"
        "Spouse: Ada\nAnniversary: 2015-08-09\nLab phone code: 7-7-7"
    )
    assert (lukasz.birthday, lukasz.groups, lukasz.where) == ("--05-12", (), "line 6")
    assert (looms.name, looms.emails[0].label) == ("Looms Ltd", "other")
    assert (taro.name, taro.given, taro.family, taro.phonetic) == ("山田 太郎", "太郎", "山田", "タロウ ヤマダ")


def test_google_before_2024_in_utf16() -> None:
    layout, rows = tables.look_at(sample("google_old.csv"))
    assert (layout.encoding, layout.producer, layout.rows, len(rows)) == ("utf-16-le", "google", 2, 2)
    grace, samir = tables.read(sample("google_old.csv")).records
    assert (grace.name, grace.given, grace.birthday) == ("Grace Hopper", "Grace", "1906-12-09")
    assert grace.works == (Work("Example Navy", "Rear Admiral", "Compilers"), Work("Example College", "Lecturer"))
    assert (grace.phones, grace.groups) == ((Phone("+1 202 555 0100", "work fax"),), ("Friends",))
    assert samir.emails == (Email("samir@x.example", "other"), Email("samir@home.example", "home"))


def test_outlook_in_german_and_the_letters_of_its_machine() -> None:
    layout, _ = tables.look_at(sample("outlook_de_cp1252.csv"))
    assert (layout.encoding, layout.delimiter, layout.is_guessed) == ("cp1252", ";", True)
    assert (layout.producer, layout.rows, layout.header_line) == ("outlook", 3, 0)
    parsed = tables.read(sample("outlook_de_cp1252.csv"))
    mueller, firm, jose = parsed.records
    assert (mueller.name, mueller.prefix, mueller.place) == ("Jörg-Änne Müller", "Frau", "Köln, Deutschland")
    assert mueller.works == (Work("Universität Köln", "Wissenschaftlerin", "Institut für Physik"),)
    assert mueller.emails == (Email("ja.mueller@koeln.example"),)
    assert [phone.label for phone in mueller.phones] == ["work fax", "work", "work", "home", "mobile"]
    assert (mueller.birthday, mueller.groups) == ("1985-08-04", ("Konferenz", "Köln"))
    assert mueller.topics == ("Gitter", "Züge")
    assert mueller.note.startswith("Kennt sich mit Gittern aus\nund mit Zügen\n\nStraße geschäftlich: Zülpicher")
    assert "Jahrestag" not in mueller.note
    assert (firm.name, firm.birthday, jose.birthday, jose.note) == ("Süßwaren GmbH", "", "1990-12-31", "")
    assert [(complaint.where, "Exchange" in complaint.what) for complaint in parsed.complaints] == [
        ("file", False), ("line 2", True),
    ]  # fmt: skip


def test_outlook_on_the_web() -> None:
    tomasz, eilidh = tables.read(sample("outlook_web.csv")).records
    assert (tomasz.name, tomasz.prefix, tomasz.birthday) == ("Tomasz Wójcik", "Dr", "1980-03-22")
    assert tomasz.works == (Work("University of Warsaw", "Lecturer", "Linguistics"),)
    assert tomasz.note == "Mixed-effects models\n\nBusiness Street: Krakowskie Przedmieście 26\nHobby: chess"
    assert (eilidh.birthday, eilidh.place, eilidh.note) == ("1991-04-05", "Skye", "Other City: Glasgow")


def test_thunderbird() -> None:
    layout, _ = tables.look_at(sample("thunderbird.csv"))
    assert layout.producer == "thunderbird"
    ada, bo, old = tables.read(sample("thunderbird.csv")).records
    assert (ada.name, ada.given, ada.family, ada.birthday) == ("Ada King Lovelace", "Ada", "Lovelace", "1985-12-10")
    assert ada.place == "Leeds, England"
    assert "Home City: London" in ada.note and "Custom 1: likes tea" in ada.note
    assert (bo.birthday, old.birthday, old.note) == ("--07-14", "", "Birth Year: 1970")


def test_a_list_of_ones_own() -> None:
    layout, rows = tables.look_at(sample("own_list.tsv"))
    assert (layout.delimiter, layout.header_line, layout.rows, layout.matched) == ("\t", 3, 3, (10, 13))
    assert rows[0][0] == "Nguyễn Thị Mai"
    parsed = tables.read(sample("own_list.tsv"))
    mai, oscar, ines = parsed.records
    assert mai.emails == (Email("mai@x.example"), Email("mai@inria.example"))
    assert mai.profiles == (Profile("orcid", "https://orcid.org/0000-0002-1825-0097"),)
    assert (mai.topics, mai.met_on, mai.met_how) == (("graphs", "tea"), "2025-07-14", "poster session")
    assert (mai.rhythm_days, mai.moments) == (90, (MomentRecord("2025-08-03"),))
    assert mai.note == "What they drink: green tea\nWo wohnhaft: Paris"
    assert (oscar.rhythm_days, oscar.met_on, oscar.note) == (30, "2025-07-02", "Last mail: sometime in May")
    assert (ines.rhythm_days, "Keep in touch every: now and then" in ines.note) == (0, True)
    assert [complaint.where for complaint in parsed.complaints] == ["line 6", "line 7"]


def test_odd_cells_of_google() -> None:
    parsed = tables.read(sample("odd_google.csv"))
    odd, ragged, evil = parsed.records
    assert odd.name == "=HYPERLINK(1)"
    assert odd.emails == (Email("odd@x.example", "My own label"), Email("odder@x.example", "My own label"))
    assert odd.phones == (Phone("+1 1", "mobile"), Phone("+1 2", "work"))
    assert (odd.works, odd.groups) == ((Work("One", "Boss"), Work("Two", "Clerk")), ("Family",))
    assert odd.note.split("\n\n") == [
        'a "quoted"\nnote', "Website 1 - Value: not a page\nWebsite 1 - Label: Thesis\nbeyond\nthe end",
    ]  # fmt: skip
    assert (ragged.emails, ragged.where) == ((Email("ragged@x.example"),), "line 4")
    assert (evil.phones, evil.note) == ((Phone("0123"),), "E-mail 1 - Value: not an address")
    assert [(complaint.where, complaint.what.partition(";")[0]) for complaint in parsed.complaints] == [
        ("line 2", "The row has more cells than there are columns"),
        ("line 5", "The row names nobody: no name, organisation or address. It was left out."),
    ]


# --- real files, where they are -------------------------------------------------------------------------

COUNTS = {
    "allfields_roundcube.csv": ("outlook", 1, 61, 3, 11), "email_roundcube.csv": ("", 4, 1, 4, 0),
    "google_new_rolomind.csv": ("google", 4, 12, 4, 3), "google_old_roundcube.csv": ("google", 1, 81, 4, 7),
    "linkedin_network-jobs.csv": ("", 10, 7, 0, 0), "outlook_emails_roundcube.csv": ("outlook", 1, 3, 3, 0),
    "outlook_gsc.csv": ("outlook", 3, 22, 5, 10), "rolodex_rolomind.csv": ("", 4, 8, 4, 3),
    "thunderbird_roundcube.csv": ("thunderbird", 1, 38, 2, 5),
    "google_as_outlook_csv.csv": ("outlook", 0, 76, 0, 0), "google_contacts_new_2024plus.csv": ("google", 0, 42, 0, 0),
    "google_contacts_old.csv": ("google", 0, 50, 0, 0), "linkedin_connections.csv": ("", 0, 7, 0, 0),
    "outlook_com_web.csv": ("outlook", 0, 61, 0, 0), "outlook_desktop_en.csv": ("outlook", 0, 92, 0, 0),
    "thunderbird.csv": ("thunderbird", 0, 38, 0, 0),
}  # fmt: skip
"""Whose columns, people, columns, mail addresses and phone numbers."""


@pytest.mark.parametrize("path", real_files("csv/*.csv", "csv_headers/*.csv"))
def test_real_tables(path: Path) -> None:
    data = path.read_bytes()
    layout, _ = tables.look_at(data)
    people = tables.read(data).records
    emails, phones = sum(len(person.emails) for person in people), sum(len(person.phones) for person in people)
    assert (layout.producer, len(people), len(layout.columns), emails, phones) == COUNTS[path.name]


@pytest.mark.parametrize("path", real_files("csv/*.csv"))
def test_no_cell_of_a_real_table_is_lost(path: Path) -> None:
    _nothing_is_lost(path.read_bytes())


@pytest.mark.parametrize("name", OURS)
def test_no_cell_of_our_twins_is_lost(name: str) -> None:
    _nothing_is_lost(sample(name))


def _nothing_is_lost(data: bytes) -> None:
    """Each word of each cell is in the record of its row, but for what is left out and dates, which are rewritten."""
    layout, _ = tables.look_at(data)
    found = {person.where: everything_in(person).casefold() for person in tables.read(data).records}
    kept = [at for at, column in enumerate(layout.columns) if column.meaning not in REWRITTEN]
    text = data.decode("utf-16" if layout.encoding.startswith("utf-16") else layout.encoding).lstrip("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=layout.delimiter)
    checked = 0
    before = 0
    for row in reader:
        where, before = f"line {before + 1}", reader.line_num
        for at in kept if where in found else ():
            words = row[at].replace("* ", "").replace(":::", " ").replace(";", " ").split() if at < len(row) else []
            words = [word for word in words if word.strip("*") and not word.startswith(SAYS_NOTHING)]
            checked += len(words)
            assert not [word for word in words if word.strip(",").casefold() not in found[where]], (where, row[at])
    assert checked or not found


SAYS_NOTHING = ("myC", "starred", "/o=", "=", "0.0.", "0/0")
REWRITTEN = {M.LEFT_OUT, M.PAGE, M.BIRTHDAY, M.MET_ON, M.LAST_IN_TOUCH, M.RHYTHM, M.GROUPS, M.LABEL}


# --- what a cell becomes ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "cell", "field", "value"),
    [
        ("E-mail", "Ada <ada@x.example>", "emails", (Email("ada@x.example"),)),
        ("E-mail", "mailto:ada@x.example", "emails", (Email("ada@x.example"),)),
        ("E-mail", "a@x.example; b@x.example", "emails", (Email("a@x.example"), Email("b@x.example"))),
        ("E-mail", "none", "note", "E-mail: none"),
        ("Work email", "a@x.example", "emails", (Email("a@x.example", "work"),)),
        ("Handy", "tel:+49 1", "phones", (Phone("+49 1", "mobile"),)),
        ("Phone", "\u202a+49 1\u202c", "phones", (Phone("+49 1"),)),
        ("Phone", '"=""+49 1"""', "phones", (Phone("+49 1"),)),
        ("ORCID", "0000-0002-1825-0097", "profiles", (Profile("orcid", "https://orcid.org/0000-0002-1825-0097"),)),
        ("Twitter", "@ada", "profiles", (Profile("x", "https://x.com/ada"),)),
        ("GitHub", "ada", "profiles", (Profile("github", "https://github.com/ada"),)),
        ("LinkedIn", "linkedin.com/in/ada", "profiles", (Profile("linkedin", "https://www.linkedin.com/in/ada"),)),
        ("Website", "looms.example", "profiles", (Profile("web", "https://looms.example"),)),
        ("Website", "javascript:alert(1)", "note", "Website: javascript:alert(1)"),
        ("Keywords", "graphs, tea", "topics", ("graphs", "tea")),
        ("Keywords", "graphs; tea, green", "topics", ("graphs", "tea, green")),
        ("Tags", "a|b", "groups", ("a", "b")),
        ("Languages", "Swedish; Czech", "languages", ("Swedish", "Czech")),
        ("Met at", "a poster", "met_how", "a poster"),
        ("Met on", "14 July 2025", "met_on", "2025-07-14"),
        ("Met on", "July 2025", "met_on", "2025-07"),
        ("Last contacted", "2025-07-14", "moments", (MomentRecord("2025-07-14"),)),
        ("Last contacted", "July 2025", "note", "Last contacted: July 2025"),
        ("Keep in touch every", "90", "rhythm_days", 90),
        ("Keep in touch every", "every other week", "rhythm_days", 14),
        ("Keep in touch every", "99999999999", "note", "Keep in touch every: 99999999999"),
        ("Birthday", "0/0/00", "birthday", ""),
        ("Birthday", "--05-01", "birthday", "--05-01"),
        ("Birthday", "in spring", "note", "Birthday: in spring"),
        ("Favourite tea", "green", "note", "Favourite tea: green"),
        ("Pronouns", "they/them", "pronouns", "they/them"),
        ("Time zone", "Europe/Stockholm", "time_zone", "Europe/Stockholm"),
        ("City", "Lund", "place", "Lund"),
        ("Record id", "7", "note", ""),
    ],
)
def test_what_a_cell_becomes(column: str, cell: str, field: str, value: object) -> None:
    person = one(f"Name\t{column}\nAda\t{cell}\n")
    assert (person.name, getattr(person, field)) == ("Ada", value)


def test_values_of_one_kind_beside_each_other() -> None:
    header = "First,Last,Org,Job,Dept,Country,City,Notes,Bio"
    person = one(f"{header}\nAda,Lovelace,Looms,Analyst,Engines,England,London,a,b\n")
    assert (person.name, person.works) == ("Ada Lovelace", (Work("Looms", "Analyst", "Engines"),))
    assert (person.place, person.note) == ("London, England", "a\n\nb")


def test_a_mark_in_the_middle_of_a_file_is_no_letter() -> None:
    assert one("Name,Notes\n\ufeff Ada \ufeff,\ufeff\n") == PersonRecord("Ada", where="line 2")


@pytest.mark.parametrize(
    ("rows", "days"),
    [
        (["1/2/1980", "22/3/1980"], ["1980-02-01", "1980-03-22"]),
        (["1/2/1980", "3/22/1980"], ["1980-01-02", "1980-03-22"]),
        (["1.2.1980"], ["1980-02-01"]),
        (["1/2/80", "25/12/05"], ["1980-02-01", "2005-12-25"]),
    ],
)
def test_the_order_of_dates_is_told_by_the_column(rows: list[str], days: list[str]) -> None:
    parsed = read("Name,Birthday\n" + "".join(f"P{at},{row}\n" for at, row in enumerate(rows)))
    assert ([person.birthday for person in parsed.records], parsed.complaints) == (days, ())


@pytest.mark.parametrize(
    ("text", "birthday", "first"),
    [
        ("Name,Birthday\nAda,1/2/1980\n", "1980-01-02", "month first"),
        ("Name;Birthday\nAda;1/2/1980\n", "1980-02-01", "day first"),
        ("Vorname,Nachname,Geburtstag\nAda,L,1/2/1980\n", "1980-02-01", "day first"),
    ],
)
def test_an_order_that_nothing_tells_is_said_once(text: str, birthday: str, first: str) -> None:
    parsed = read(text + text.partition("\n")[2] * 3)
    assert {person.birthday for person in parsed.records} == {birthday}
    assert [first in what for what in said(parsed)] == [True]


def test_one_column_of_dates_tells_for_the_others() -> None:
    parsed = read("Name,Birthday,Met on\nAda,1/2/1980,25/12/2024\n")
    assert (parsed.records[0].birthday, parsed.complaints) == ("1980-02-01", ())


def test_an_unreadable_date_keeps_the_person() -> None:
    parsed = read("Name,Birthday\nAda,31.02.1980\n")
    assert (parsed.records[0].note, parsed.complaints[0].where) == ("Birthday: 31.02.1980", "line 2")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Name,Company,Title,Email\nAda,Looms,Analyst,a@x.example\n", [M.NAME, M.ORGANISATION, M.ROLE, M.EMAIL]),
        ("Name,Title\nAda,Dr.\nBo,Prof. Dr.\n", [M.NAME, M.PREFIX]),
        ("Name,Title,Job Title\nAda,,Analyst\n", [M.NAME, M.PREFIX, M.ROLE]),
        ("Titre,Prénom,Nom,Titre\n,Ada,Lovelace,Analyste\n", [M.PREFIX, M.GIVEN, M.FAMILY, M.ROLE]),
        ("Nom,E-mail\nAda,a@x.example\n", [M.NAME, M.EMAIL]),
        ("Nombre;Apellidos\nAda;Lovelace\n", [M.GIVEN, M.FAMILY]),
        ("Name;Vorname;Ort\nLovelace;Ada;London\n", [M.FAMILY, M.GIVEN, M.PLACE]),
        ("Nome;Sobrenome;Apelido\nAda;Lovelace;A\n", [M.GIVEN, M.FAMILY, M.NICKNAME]),
        ("Vorname;Nachname;Geburtsjahr;Geburtsmonat;Geburtstag\nA;L;1980;3;22\n",
         [M.GIVEN, M.FAMILY, M.BIRTH_YEAR, M.BIRTH_MONTH, M.BIRTH_DAY]),
        ("Name,Profession,Job Title\nAda,Weaver,Analyst\n", [M.NAME, M.IN_NOTES, M.ROLE]),
        ("Name,Address\nAda,\"Lund, Sweden\"\n", [M.NAME, M.PLACE]),
        ("Name,Address\nAda,\"Loom Street 1, Lund\"\n", [M.NAME, M.IN_NOTES]),
        ("Name,Whatever,Else\nAda,a@x.example,https://x.example\n", [M.NAME, M.EMAIL, M.PAGE]),
        ("Name,ID_internal,Created at,Photo,Empty\nAda,1,2020-01-01,x.jpg,\n",
         [M.NAME, M.LEFT_OUT, M.LEFT_OUT, M.LEFT_OUT, M.LEFT_OUT]),
        ("Name,E-mail Type,E-mail Address\nAda,SMTP,a@x.example\n", [M.NAME, M.LEFT_OUT, M.EMAIL]),
        ("Name,Phone type,Phone\nAda,Work,1\n", [M.NAME, M.LABEL, M.PHONE]),
        ("Ada Lovelace,ada@x.example,Looms\nBo Lindqvist,lindqvist@x.example,Lund\n", [M.NAME, M.EMAIL, M.IN_NOTES]),
    ],
)  # fmt: skip
def test_columns_are_told_by_headers_neighbours_and_cells(text: str, expected: list[Meaning]) -> None:
    assert meanings(text) == expected


def test_names_with_the_family_first() -> None:
    people = read('Name,Org\n"Lovelace, Ada",Looms\n"Hopper, Grace",Navy\n"Smith, PhD",X\n').records
    assert [person.name for person in people] == ["Ada Lovelace", "Grace Hopper", "Smith, PhD"]
    assert one('Name,Org\n"Looms, Inc.",Looms\n').name == "Looms, Inc."


# --- the outline ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("before", ["", "\n\n", "People of the workshop\n\n", "Notes:\n\"one, two\nthree\"\n\n"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_delimiter_and_header_are_found(delimiter: str, before: str, ends: str) -> None:
    text = before + "Name,E-mail,Company\nAda,a@x.example,Looms\nBo,b@x.example,Lund\n".replace(",", delimiter)
    layout, rows = tables.look_at(text.replace("\n", ends).encode())
    assert (layout.delimiter, layout.rows, [column.header for column in layout.columns]) == (
        delimiter, 2, ["Name", "E-mail", "Company"],
    )  # fmt: skip
    assert rows == (("Ada", "a@x.example", "Looms"), ("Bo", "b@x.example", "Lund"))
    assert [person.name for person in tables.read(text.encode()).records] == ["Ada", "Bo"]


def test_a_spreadsheet_may_say_its_separator() -> None:
    text = b"sep=;\nName;City\nAda;Lund, Sweden\n"
    layout, _ = tables.look_at(text)
    assert (layout.delimiter, layout.header_line) == (";", 1)
    assert tables.read(text).records[0].place == "Lund, Sweden"
    headerless, rows = tables.look_at(b"sep=;\nAda;a@x.example\n")
    assert (headerless.header_line, rows) == (-1, (("Ada", "a@x.example"),))


def test_a_file_without_a_header_has_numbers() -> None:
    text = b"Ada;a@x.example;https://x.example;tea\nBo;b@x.example;https://y.example;\n"
    layout, rows = tables.look_at(text)
    assert (layout.header_line, layout.rows, len(rows)) == (-1, 2, 2)
    assert [column.header for column in layout.columns] == ["1", "2", "3", "4"]
    ada = tables.read(text, with_meaning(layout, 0, M.NAME)).records[0]
    assert (ada.name, ada.emails, ada.note) == ("Ada", (Email("a@x.example"),), "tea")
    assert tables.read(text).records[0].note == "Ada\ntea"


def test_what_is_given_is_taken() -> None:
    text = "a;b,c\nd;e,f\n".encode("cp1250")
    assert len(tables.look_at(text, delimiter=";")[0].columns) == 2
    assert tables.look_at(text, has_header=False)[0].header_line == -1
    assert tables.look_at(text, has_header=True)[0].header_line == 0
    assert tables.look_at(text, encoding="cp1251")[0].encoding == "cp1251"
    assert tables.look_at(text, encoding="no such")[0].encoding == "utf-8"
    given = tables.look_at("Name\nŁukasz\n".encode("cp1250"), encoding="cp1250")[0]
    assert (given.columns[0].samples, given.is_guessed) == (("Łukasz",), False)


def test_chosen_meanings_are_used_and_remembered() -> None:
    text = "Titre,Nom,Titre,Thème,Vide\nMme,Ada,Analyste,\"graphes, thé\",\n".encode()
    layout, _ = tables.look_at(text)
    changed = with_meaning(with_meaning(layout, 2, M.UNIT), 3, M.IN_NOTES)
    remembered = choices_of(changed)
    assert remembered == {
        "Titre": "prefix", "Nom": "name", "Titre (2)": "unit", "Thème": "in notes",
    }  # fmt: skip
    again = with_choices(layout, remembered)
    assert [column.meaning for column in again.columns] == [M.PREFIX, M.NAME, M.UNIT, M.IN_NOTES, M.LEFT_OUT]
    person = tables.read(text, again).records[0]
    assert (person.prefix, person.works[0].unit, person.note) == ("Mme", "Analyste", "Thème: graphes, thé")
    back = with_choices(again, {"Thème": "topics", "Nom": "no such meaning"})
    assert tables.read(text, back).records[0].topics == ("graphes", "thé")


def test_a_layout_of_another_file_goes_by_the_names_of_its_headers() -> None:
    layout, _ = tables.look_at(b"Name,Tea\nAda,green\n")
    chosen = with_meaning(layout, 1, M.TOPICS)
    parsed = tables.read(b"E-mail,Tea,Name,More\nb@x.example,black,Bo,1\n", chosen)
    (bo,) = parsed.records
    assert (bo.name, bo.topics, bo.emails, bo.note) == ("Bo", ("black",), (Email("b@x.example"),), "More: 1")


# --- rows of trust.md, section 5 --------------------------------------------------------------------------


def test_h13_control_characters_are_taken_out_and_counted() -> None:
    parsed = read("Name,Notes\nAda\x00,a\x07b\x1b[31m\n")
    assert (parsed.records[0].name, parsed.records[0].note) == ("Ada", "ab[31m")
    assert "3 control characters" in said(parsed)[0]
    layout, _ = tables.look_at(b"Name\nAda\x00\n", "cp1252")
    assert "control character" in said(tables.read(b"Name\nAda\x00\n", layout))[0]


def test_h14_signs_of_direction_and_joined_letters_stay() -> None:
    names = ["\u202egpj.exe", "क्\u200dष", "👩\u200d🔬 Ada", "Ad\u200ba", "محمد"]
    people = read("Name\n" + "\n".join(names)).records
    assert [person.name for person in people] == names


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Vorname;Nachname\nJürgen;Müller\nÅsa;Öberg\n"),
        ("cp1250", "Imię;Nazwisko\nŁukasz;Wałęsa\nMałgorzata;Dąbrowska\n"),
        ("cp1251", "Имя;Фамилия\nИван;Петров\nОльга;Сидорова\n"),
        ("cp1253", "Όνομα;Επώνυμο\nΓιώργος;Παπαδόπουλος\n"),
        ("cp1254", "Ad;Soyad\nAyşe;Yılmaz\nÇağrı;Gümüş\n"),
        ("cp932", "姓,名,会社名\n山田,太郎,東京大学\n鈴木,花子,京都大学\n"),
        ("gb18030", "姓,名,单位\n王,伟,清华大学\n李,娜,北京大学\n"),
        ("big5", "姓,名,公司\n陳,大文,國立臺灣大學\n"),
        ("cp949", "이름,회사\n김철수,서울대학교\n"),
        ("mac_roman", "Vorname;Nachname\nJürgen;Müller\nJörg;Schröder\nÄnne;Weiß\n"),
    ],
)
def test_h15_old_code_pages_are_recognised_and_said(encoding: str, text: str) -> None:
    layout, rows = tables.look_at(text.encode(encoding))
    assert (layout.encoding, layout.is_guessed) == (encoding, True)
    assert ";".join(rows[0]) == text.split("\n")[1].replace(",", ";")
    assert "not UTF-8" in said(tables.read(text.encode(encoding)))[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_h15_unicode_is_certain(encoding: str, ends: str) -> None:
    data = f"Name,Company{ends}Łukasz Żak,Köln{ends}山田,東京{ends}".encode(encoding)
    layout, _ = tables.look_at(data)
    parsed = tables.read(data, layout)
    assert (layout.is_guessed, [person.name for person in parsed.records]) == (False, ["Łukasz Żak", "山田"])
    assert parsed.complaints == ()


def test_h15_letters_that_cannot_be_read_are_counted() -> None:
    parsed = tables.read("Name,Company\nŁukasz Żak,Köln\n".encode() + b"\xffAda,\xfe\xfeLund\n" + "Zoë,Åbo\n".encode())
    assert [person.works[0].organisation for person in parsed.records if person.name == "Zoë"] == ["Åbo"]
    assert parsed.complaints
    layout, _ = tables.look_at(b"Name\nAda\x81\n", "cp1252")
    assert "One character could not be read." in " ".join(said(tables.read(b"Name\nAda\x81\n", layout))) or (
        "1 character could not be read." in said(tables.read(b"Name\nAda\x81\n", layout))
    )


def test_h20_odd_numbers_and_halves_of_letters_do_no_harm() -> None:
    wide = "9" * 5_000
    text = f"Name,Birthday,Keep in touch every,Birth year,Phone 99999999999 type\nAda,{wide},{wide},{wide},{wide}\n"
    (ada,) = read(text).records
    assert (ada.birthday, ada.rhythm_days) == ("", 0)
    halves = b"N\x00a\x00m\x00e\x00\n\x00A\x00d\x00a\x00\x00\xd8\n\x00"
    (person,) = tables.read(halves).records
    person.name.encode()
    arabic = one("Name,Birthday\nAda,\u0661\u0662/\u0661/\u0661\u0669\u0668\u0660\n")
    assert arabic.birthday == ""


def test_h22_a_forgotten_quotation_mark_costs_one_row() -> None:
    body = ['Bad,"Row,Lund', *(f"A{number},a{number}@x.example,Lund" for number in range(1_000))]
    parsed = read("\n".join(["Name,E-mail,City", *body]))
    assert len(parsed.records) == 1_000
    assert [complaint.where for complaint in parsed.complaints] == ["line 2"]
    assert "never closed" in said(parsed)[0]


def test_h22_rows_with_quotation_marks_after_a_forgotten_one_are_not_swallowed() -> None:
    body = ['Bad,"Row,Lund', *(f'A{number},"Looms, Ltd",Lund' for number in range(1_000))]
    parsed = read("\n".join(["Name,Company,City", *body]))
    assert (len(parsed.records), len(parsed.complaints)) == (1_000, 1)


def test_h22_one_row_in_a_thousand_lines_is_said() -> None:
    body = ["Bad,a@x.example,\"Lund", *(f"A{number},a{number}@x.example,Lund" for number in range(998)), 'end,x,Lund"']
    data = "\n".join(["Name,E-mail,Notes", *body]).encode()
    parsed = tables.read(data)
    assert len(parsed.records) == 1
    assert "1 row was found in a file of 1,001 lines." in said(parsed)[0]
    assert tables.look_at(data)[0].rows == 1


def test_h22_a_field_of_any_length_is_read_and_cut_with_a_word() -> None:
    parsed = read(f"Name,Notes\nAda,{'x' * 140_000}\n")
    assert (len(parsed.records[0].note), "very long" in said(parsed)[0]) == (limits.MAX_TEXT, True)


# --- the contract of every reader -------------------------------------------------------------------------


def _keeps_the_contract(parsed: Parsed[PersonRecord]) -> None:
    assert parsed.source == "csv"
    for complaint in parsed.complaints:
        assert isinstance(complaint, Complaint) and complaint.where and complaint.what
        assert len(complaint.row) <= limits.MAX_RAW
    for person in parsed.records:
        assert person.name.strip() and person.where
        assert max(map(len, (person.name, person.note, person.place))) <= limits.MAX_TEXT


@given(data=st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    _keeps_the_contract(tables.read(data))
    layout, rows = tables.look_at(data)
    assert len(rows) <= tables.PREVIEW and all(isinstance(column, Column) for column in layout.columns)
    _keeps_the_contract(tables.read(data, layout))


HEADS = (
    "Name,E-mail,Phone,Birthday,Categories", "Vorname;Nachname;E-Mail-Adresse;Geburtstag", "a\tb\tc",
    "First Name,E-mail 1 - Label,E-mail 1 - Value,Labels", "",
)  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
@given(text=st.text(st.sampled_from('Aa,;\t\n\r "\'@.:/=+-*0129é山\x00\ufeff\\|'), max_size=200))
def test_any_text(head: str, text: str) -> None:
    data = f"{head}\n{text}".encode()
    _keeps_the_contract(tables.read(data))
    layout, _ = tables.look_at(data)
    _keeps_the_contract(tables.read(data, with_choices(layout, {column.header: "email" for column in layout.columns})))


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".csv", ".tsv")))
@given(draw=st.data())
@settings(max_examples=40)
def test_damaged_samples(name: str, draw: st.DataObject) -> None:
    data = bytearray(sample(name))
    for _ in range(draw.draw(st.integers(1, 4))):
        at, cut = draw.draw(st.integers(0, len(data))), draw.draw(st.integers(0, 30))
        data[at : at + cut] = draw.draw(st.binary(max_size=12))
    _keeps_the_contract(tables.read(bytes(data)))


_MEANINGS = st.sampled_from([meaning for meaning in Meaning if meaning is not M.LEFT_OUT])
_CELLS = st.text("abcXY01 @.é山", max_size=6).map(str.strip)


@given(meant=st.lists(_MEANINGS, min_size=1, max_size=8), draw=st.data())
def test_every_cell_goes_somewhere(meant: list[Meaning], draw: st.DataObject) -> None:
    """With whatever meanings, what stands in a cell stands somewhere in the record, or the row is shown."""
    width = len(meant) + 1
    rows = draw.draw(st.lists(st.lists(_CELLS, min_size=width, max_size=width), min_size=1, max_size=4))
    columns = (Column("Name", M.NAME, filled=1), *(Column(f"Col{at}", one, filled=1) for at, one in enumerate(meant)))
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[column.header for column in columns], *rows])
    parsed = tables.read(out.getvalue().encode(), Layout("utf-8", ",", 0, columns))
    found = {person.where: everything_in(person) for person in parsed.records}
    shown = {complaint.where: complaint.row for complaint in parsed.complaints}
    for number, row in enumerate(rows, start=2):
        words = (found.get(f"line {number}", "") + shown.get(f"line {number}", "")).casefold()
        lost = [cell for cell in row if cell.casefold().strip(".") not in words and not _is_rewritten(cell)]
        assert not lost, (lost, words)


def _is_rewritten(cell: str) -> bool:
    """Zeros that stand for no date, numbers that are read as a part of one, and how often in a few letters ("1Y")."""
    return cell.strip("0-. ") == "" or cell.isdigit() or rhythm(cell) is not None


EVIL = {
    "cells": b"Name,E-mail\n" + b'x,"' * 20_000,
    "open": b"Name,E-mail\n" + b'x,"\n' + b"a,b,c\n" * 50_000 + b'y,"\n' * 301,
    "open again": b"Name,E-mail\n" + b'a"b,"""\n' * 50_000,
    "columns": b"Name," * 100_000 + b"\n" + b"a," * 100_000,
    "commas": b"," * 500_000,
    "rows": b"Name,E-mail\n" + b",\n" * 200_000,
    "empty": b"\n" * 500_000,
    "quotes": b'"' * 500_000,
    "ats": b"Name,E-mail\nAda," + b"a@" * 100_000 + b"\n",
    "angles": b"Name,E-mail\nAda," + b"<" * 100_000 + b"@\n",
    "labels": b"E-mail 1 - Label,E-mail 1 - Value\n" + b"* ::: " * 50_000 + b"," + b"a@b.c ::: " * 30_000 + b"\n",
    "numbers": b"Name,Birthday,Rhythm\nAda," + b"1/" * 50_000 + b"," + b"every " * 50_000 + b"\n",
    "pages": b"Name,Website\nAda," + b"http://" * 50_000 + b"\n",
    "old": b"Name;Ort\n" + b"\xe4\xf6\xfc\xdf;\xe9\n" * 40_000,
    "east": b"Name,Ort\n" + b"\x82\xa0\x8e\x52,\x93\x8c\n" * 40_000,
    "headers": b",".join(b"Telefon %d gesch\xc3\xa4ftlich" % number for number in range(3_000)) + b"\n" + b"1," * 3_000,
    "kinds": b"work" * 20_000 + b",Name\n1,Ada\n",
    "backslashes": b"Name,E-mail label,Phone label,Page kind,Additional names,Phonetic name,Topics\nAda,,,,,,"
    + b"\\;" * 200_000 + b"\n",
}  # fmt: skip


@pytest.mark.parametrize("evil", EVIL)
def test_hostile_shapes_take_little_time(evil: str) -> None:
    with quick(4):
        _keeps_the_contract(tables.read(EVIL[evil]))


def test_ten_thousand_rows_take_less_than_a_second() -> None:
    head = "Name,E-mail,Phone,Company,Job Title,Department,City,Country,Topics,Birthday,Met on,Notes\n"
    row = "Ada Lovelace,ada@x.example,+49 30 1,Looms,Analyst,Engines,Lund,Sweden,graphs; tea,1980-05-12,25/3/2021,a b\n"
    with quick(3):
        assert len(read(head + row * 10_000).records) == 10_000


def test_complaints_are_limited() -> None:
    parsed = read("Name,Birthday\n" + "Ada,some day\n" * (limits.MAX_COMPLAINTS + 50))
    assert len(parsed.complaints) == limits.MAX_COMPLAINTS + 1
    assert "more lines" in parsed.complaints[-1].what


def test_addresses_inside_exchange_are_said_once() -> None:
    parsed = read("Name,E-mail Address\n" + "Ada,/o=Looms/cn=ada\n" * 30)
    assert [(complaint.where, len(parsed.records)) for complaint in parsed.complaints] == [("line 2 and 29 more", 30)]


def test_a_reader_can_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Stopped("stopped")

    with pytest.raises(Stopped):
        tables.read(b"Name,City\n" + b"a,b\n" * 2_000, None, stop)


def test_a_file_may_be_too_large() -> None:
    data = codecs.BOM_UTF8 + b"Name\n" + b"a" * limits.MAX_BYTES
    parsed = tables.read(data)
    assert (parsed.records, len(parsed.complaints)) == ((), 1)


@pytest.mark.skipif(not REAL.exists(), reason="the collection of real files is not here")
def test_every_real_table_has_its_counts() -> None:
    assert {path.name for folder in ("csv", "csv_headers") for path in (REAL / folder).glob("*.csv")} == COUNTS.keys()
