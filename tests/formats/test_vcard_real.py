"""Real cards of many programs: how many people, what they are told to be, and nothing lost on the way out and in."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from hallway.domain.records import PersonRecord
from hallway.formats import vcard
from hallway.formats.vcard_photo import photo_kind
from tests.formats.files import REAL, real_files
from tests.quickness import quick


class Told(NamedTuple):
    """How many people and complaints a file gives, and some of what is told, as `facts` writes it."""

    people: int
    complaints: int
    facts: tuple[str, ...] = ()


EXPECTED = {
    "John_Doe_ANDROID.vcf": Told(6, 2, (
        "name: jane.doe@company.com", "phone: 45678901 (home)", "work:  / ÑÑÑÑÑÑÑÑÑÑÑÑ / ",
        "line 52: The photo is damaged and was left out.", "line 82: Some letters could not be read.",
    )),
    "John_Doe_BLACK_BERRY.vcf": Told(1, 0, ("name: John Doe", "phone: +96123456789 (mobile)", "photo: JPEG 1674")),
    "John_Doe_GMAIL.vcf": Told(1, 0, (
        "name: Mr. John Richter, James Doe Sr.", "birthday: 1980-03-22", "kept: item2.X-ABRELATEDNAMES:Jenny",
        "kept: item2.X-ABLabel:_$!<Spouse>!$_", "kept: item1.X-ABLabel:_$!<Anniversary>!$_",
    )),
    "John_Doe_IPHONE.vcf": Told(1, 0, (
        "phone: 905-222-1234 (assistant phone)", "phone: 905-999-1234 (work fax)", "photo: JPEG 32531",
        "work: Money Counter / IBM / Accounting",
    )),
    "John_Doe_MAC_ADDRESS_BOOK.vcf": Told(1, 0, (
        "additional: Richter,James", "phonetic: Jon Dow", "page: web http://www.ibm.com", "photo: JPEG 18242",
    )),
    "John_Doe_MS_OUTLOOK.vcf": Told(1, 0, (
        "phone: (905) 555-1234 (work)", "birthday: 1980-03-22", "photo: JPEG 860", "kept: X-MS-MANAGER:Big Blue",
    )),
    "allfields-vcard3.vcf": Told(1, 0, (
        "name: Ämi Display", "nickname: Nick1, Nick2", "email: work@example.com (@work)",
        "phone: +49 1234 56788 (Useless)",
        "photo: JPEG 317", "kept: RELATED;CHARSET=UTF-8;TYPE=co-worker,crush;VALUE=text:Ägidius",
    )),
    "apple.vcf": Told(0, 1, ("line 1: This card is of an organisation, not of a person; left out.",)),
    "escape_semicolon.vcf": Told(1, 0, ("phone: 205246;;,; (work fax)", "birthday: 2019-02-10")),
    "forrest-gump.vcf": Told(1, 0, ("prefix: Mr.", "work: Ultimate Warrior / Sheri Nom Co. / ", "kept: X-QQ:21588891")),
    "gmail-list.vcf": Told(3, 0, ("name: Arnold Smith", "email: chrisy55d@yahoo.com ()", "name: Doug White")),
    "gmail-single2.vcf": Told(1, 0, (
        "phone: 5555551119 (GRAND_CENTRAL)", "page: web http://www.example6.com", "birthday: 1912-06-23",
        "kept: item25.X-ABRELATEDNAMES:Name16", "kept: item25.X-ABLabel:CustomRelationCategory", "kept: X-GTALK:IM2",
    )),
    "google-vcard-example.vcf": Told(1, 0, (
        "phone: 666 555 444 (mobile)", "birthday: --01-22", "place: Madrid, ES", "page: web https://bttf.com",
        "kept: item4.X-ABLabel:Aniversario de bodas",
        "kept: PHOTO:https://lh3.googleusercontent.com/contacts/AG6tpzFeg1GbTJJNQNmbRf5K1XUicTKHlbFpp2aAV1bFCUzle7blqDRC",
    )),
    "icaljs_vcard.vcf": Told(1, 0, (
        "name: J. Doe", "phone: +33-01-23-45-67 (home)", "suffix: Jr., M.D., A.C.P.", "kept: GENDER:M;Fellow",
        "kept: GEO:geo:37.386013\\,-122.082932", "kept: TZ;VALUE=utc-offset:-0500",
    )),
    "issue114.vcf": Told(1, 0, ("name: Dummy, Dummy", "phone: +49 9876 54321 (work)", "place: Bad Homburg, Germany")),
    "issue153.vcf": Told(1, 0, ("name: Test Benutzer", "photo: JPEG 19685")),
    "johndoe.vcf": Told(1, 0, ("name: John Doë", "email: roundcube@gmail.com (home)")),
    "kde_vcard1.vcf": Told(1, 0, ("name: Frank Dawson", "phone: +1-919-676-9564 (work fax)", "uid: gDVbA6LY3t")),
    "kde_vcard10.vcf": Told(5, 0, (
        "work: Facharzt für Allgemeinmedizin /  / ", "name: Bike Shop",
        "kept: ADR;TYPE=WORK:;;DDDDDDDDDDDDDDD-Staße 2\\n00000 DDDDDDDDDD;;;;",
    )),
    "kde_vcard11.vcf": Told(1, 0, ("name: Test User", "email: johndoe@abc.com (work)", "kept: CLASS:PUBLIC")),
    "kde_vcard12.vcf": Told(1, 0, ("name: Good Looking", "photo: PNG 159", "email: goodlooking@example.com (work)")),
    "kde_vcard2.vcf": Told(1, 0, ("name: Tim Howes", "place: Mountain View, U.S.A.")),
    "kde_vcard3.vcf": Told(1, 0, (
        "name: ian geiser", "work: VP of Engineering / Source eXtreme / ", "kept: x-mozilla-html:FALSE",
    )),
    "kde_vcard4.vcf": Told(1, 1, (
        "name: Ximian, Inc.", "phone: (617) 236-0442 (work)", "line 3: This is not a line of a card; it was left out.",
    )),
    "kde_vcard5.vcf": Told(1, 0, (
        "name: Mustermann, Heiko", "photo: PNG 3732", "birthday: 1955-07-19", "kept: GEO:19.283333;166.616669",
    )),
    "kde_vcard7.vcf": Told(0, 1, ("line 1: The card names nobody: no name, organisation or address.",)),
    "kde_vcard_legacy_messaging_fields.vcf": Told(1, 0, ("kept: X-MESSAGING-TWITTER-ALL:kdecommunity",)),
    "kde_vcardwithitemasapplesupport.vcf": Told(1, 0, ("name: Name of Broken Card", "phone: (111) 111-1111 (work)")),
    "khard_altid.vcf": Told(1, 0, ("given: one", "kept: N;ALTID=1:representation;two;;;")),
    "khard_category.vcf": Told(1, 0, ("group: bar", "email: foo@example.org ()")),
    "khard_issue249.vcf": Told(1, 0, ("name: Foo Bar", "uid: issue249")),
    "khard_korean-c.vcf": Told(1, 0, ("name: 최유림",)),
    "khard_labels.vcf": Told(1, 0, ("name: labeled guy", "work:  / Test Inc / ")),
    "khard_no-nickname.vcf": Told(1, 0, ("name: Mike Jones", "email: mj@example.org ()")),
    "khard_org.vcf": Told(0, 1, ("line 1: This card is of an organisation, not of a person; left out.",)),
    "khard_photov3.vcf": Told(1, 0, ("name: with photo v3", "photo: PNG 123")),
    "khard_tel-value-uri.vcf": Told(1, 0, ("phone: 67545678 (mobile)",)),
    "khard_unparsable.vcf": Told(1, 1, (
        "name: second contact with minimal Vcard", "line 1: The card has no end; what is there was read.",
    )),
    "multiline_quoted_printable.vcf": Told(1, 0, ("name: Max Müüüüüller", "email: max.mueller@example.org ()")),
    "outlook-2007.vcf": Told(1, 0, (
        "phone: (111) 555-3333 (work fax)", "photo: JPEG 2324", "kept: X-MS-SPOUSE:TheSpouse",
        "work: TheJobTitle / TheCompany / TheDepartment",
    )),
    "radicale_broken-vcard.vcf": Told(1, 0, ("name: test-misses-N-or-FN@example.com",)),
    "radicale_broken-vcards.vcf": Told(2, 0, ("name: test-misses-N-or-FN@example1.com",)),
    "radicale_contact4-with-bday-no-year.vcf": Told(1, 0, ("birthday: --01-01",)),
    "radicale_contact_multiple_v4.vcf": Told(2, 0, ("name: Contact1", "name: Contact2")),
    "radicale_contact_photo_with_data_uri.vcf": Told(1, 0, ("photo: PNG 72", "nickname: test")),
    "rfc2426-example.vcf": Told(2, 0, ("name: Frank Dawson", "phone: +1-415-937-3419 (work)")),
    "rfc6350-example.vcf": Told(1, 0, (
        "phone: +1-418-656-9254 ext. 102 (work)", "birthday: --02-03", "language: fr", "kept: TZ:-0500",
    )),
    "roundcube_photo.vcf": Told(1, 0, ("name: Jörg Müller", "work:  / Apple Computer AG / ", "photo: JPEG 2043")),
    "thebat.vcf": Told(1, 1, (
        "name: Piotr Iksiński", "email: piotr.iksinski@somedomain.com ()",
        "line 3: This and one more line are not UTF-8 and were read as Central European. Some letters may be wrong.",
    )),
    "thunderbird-MoreFunctionsForAddressBook-extension.vcf": Told(1, 0, (
        "group: category2", "photo: JPEG 8940", "email: additional-email3@company.com ()", "birthday: 1970-09-21",
    )),
    "user-cal.vcf": Told(0, 1, ("file: There is no card in this file.",)),
    "v4-contact.vcf": Told(1, 0, (
        "phone: +1-555-0100 ext. 123 (work)", "photo: PNG 85", "kept: IMPP;TYPE=work;PREF=1:im:slack:taylor_example",
    )),
    "vcard3.vcf": Told(1, 1, (
        "email: jane_doe@abc.com ()", "birthday: 1996-04-15", "kept: SORT-STRING:Harten", "kept: NICKNAME:Jim,Jimmie",
        "kept: LOGO;VALUE=uri:http://www.abc.com/pub/logos/abccorp.jpg",
        "line 10: The photo is neither JPEG, PNG, GIF nor WebP and is kept as it is.",
    )),
    "without-uid.vcf": Told(1, 0, ("name: Foo Bar", "kept: X-CUSTOM:foobarbaz")),
}  # fmt: skip
WORDS = "name given family additional prefix suffix nickname phonetic uid place birthday".split()


def facts(person: PersonRecord) -> list[str]:
    """Everything that is told of somebody, a line each."""
    photo = [f"photo: {photo_kind(person.photo)} {len(person.photo)}"] if person.photo else []
    return [
        *(f"{word}: {getattr(person, word)}" for word in WORDS),
        *(f"email: {one.address} ({one.label})" for one in person.emails),
        *(f"phone: {one.number} ({one.label})" for one in person.phones),
        *(f"page: {one.kind} {one.url}" for one in person.profiles),
        *(f"work: {one.role} / {one.organisation} / {one.unit}" for one in person.works),
        *(f"group: {name}" for name in person.groups),
        *(f"language: {name}" for name in person.languages),
        *(f"kept: {raw}" for raw in person.unknown),
        *photo,
    ]


@pytest.mark.parametrize("path", real_files("vcard/*.vcf"))
def test_real_cards(path: Path) -> None:
    with quick(1):
        parsed = vcard.read(path.read_bytes())
    expected = EXPECTED[path.name]
    assert (len(parsed.records), len(parsed.complaints)) == (expected.people, expected.complaints)
    told = {fact for person in parsed.records for fact in facts(person)}
    told |= {f"{one.where}: {one.what}" for one in parsed.complaints}
    assert not set(expected.facts) - told


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize("path", real_files("vcard/*.vcf"))
def test_real_cards_come_back_equal(path: Path, version: str) -> None:
    people = vcard.read(path.read_bytes()).records
    written = vcard.write(people, version)
    again = vcard.read(written)
    assert [replace(one, where="") for one in again.records] == [replace(one, where="") for one in people]
    logical = written.decode().replace("\r\n ", "").split("\r\n")
    assert all(raw in logical for person in people for raw in person.unknown)
    assert vcard.write(again.records, version) == written


JUDGE = """
import sys, vobject
for card in vobject.readComponents(sys.stdin.buffer.read().decode()):
    assert card.name == "VCARD"
    counts = (len(card.contents.get(name, ())) for name in ("email", "tel"))
    print(card.fn.value, *counts, sep="\\t")
"""


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_another_program_reads_what_was_written(version: str) -> None:
    """vobject reads by its own rules; in a process of its own, since it can hang."""
    pytest.importorskip("vobject")
    paths = sorted(REAL.glob("vcard/*.vcf"))
    if not paths:
        pytest.skip("the collection of real files is not here")
    people = [person for path in paths for person in vcard.read(path.read_bytes()).records]
    judged = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", JUDGE], input=vcard.write(people, version), capture_output=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert judged.returncode == 0, judged.stderr.decode()[-2000:]
    assert judged.stdout.decode().splitlines() == [
        f"{person.name}\t{len(person.emails) + _kept(person, 'EMAIL')}\t{len(person.phones)}" for person in people
    ]


def _kept(person: PersonRecord, name: str) -> int:
    return sum(raw.startswith(name) for raw in person.unknown)
