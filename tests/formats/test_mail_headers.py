"""Mails: who wrote to whom and when, whatever their headers look like, and never a look at the body."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain.errors import Stopped
from hallway.domain.records import Email, MomentRecord, Parsed, PersonRecord
from hallway.formats import limits
from hallway.formats.mail_headers import read
from hallway.formats.mail_people import is_machine
from hallway.formats.mail_words import Address, addresses, decoded, moment_of, subject_of
from tests.formats.files import sample
from tests.quickness import quick

ME = frozenset({"ines@lund.example"})
DATE = "Mon, 2 Mar 2026 15:40:02 +0100"
FROM_LINE = "From - Mon Mar  2 15:40:02 2026\n"


def mail(sender: str = "Bo Ek <bo@ek.example>", to: str = "ines@lund.example", *more: str, date: str = DATE) -> str:
    """One mail as text."""
    return "\n".join((f"From: {sender}", f"To: {to}", f"Date: {date}", *more, "", "Words of the mail.", ""))


def box(*mails: str) -> bytes:
    return "".join(f"{FROM_LINE}{one}\n" for one in mails).encode("utf-8", "surrogateescape")


def said(parsed: Parsed[PersonRecord]) -> dict[str, list[str]]:
    """Everybody by address, with their moments in short."""
    return {one.emails[0].address: [f"{it.on} {it.direction}" for it in one.moments] for one in parsed.records}


def keeps_the_contract(parsed: Parsed[PersonRecord]) -> None:
    assert all(one.where and one.what and len(one.row) <= limits.MAX_RAW for one in parsed.complaints)
    for person in parsed.records:
        assert person.name
        assert person.where.startswith("mail ")
        assert person.moments
        for one in person.moments:
            assert 1990 <= date.fromisoformat(one.on).year <= 2100
            assert (one.kind, len(one.at_time), one.direction in ("in", "out")) == ("message", 5, True)
            assert all(letter >= " " for letter in one.summary)
            assert len(one.summary) <= 500


def test_a_whole_box() -> None:
    parsed = read(sample("mails.mbox"))
    bo, ada, tao = parsed.records
    assert (bo.name, ada.name, tao.name) == ("Bo Ek", "Ada Lovelace", "Tao Li")
    assert bo.emails == (Email("bo@ek.example"),)
    assert bo.moments == (
        MomentRecord("2026-03-02", "message", "The loom paper", "out", "16:05"),
        MomentRecord("2026-03-02", "message", "The loom paper – second part", "in", "15:40"),
    )
    assert (ada.moments, ada.where) == (bo.moments[:1], "mail 2")
    assert tao.moments == (MomentRecord("2026-04-01", "message", "", "in", "23:59"),)
    undated, left_out = parsed.complaints
    assert (undated.where, undated.row) == ("mail 6", "Thu, 1 Jan 1970 00:00:00 +0000")
    assert left_out.what.startswith("2 mails were left out")
    assert parsed.source == "mail"
    assert read(sample("mails.mbox"), own=ME) == parsed


def test_one_letter() -> None:
    (bo,) = read(sample("letter.eml")).records
    assert (bo.name, bo.emails) == ("Bo Ek", (Email("bo@ek.example"),))
    assert bo.moments == (MomentRecord("2025-10-14", "message", "Stipendium für Weberei – bis März", "in", "09:11"),)
    (ines,) = read(sample("letter.eml"), own=frozenset({"BO@ek.example"})).records
    assert (ines.name, ines.moments[0].direction) == ("Ines Angstrom", "out")


def test_subjects_stay_behind_when_they_are_not_wanted() -> None:
    parsed = read(sample("mails.mbox"), with_subjects=False)
    assert not any(moment.summary for one in parsed.records for moment in one.moments)
    assert "loom" not in repr(parsed)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@settings(max_examples=60)
def test_no_word_of_a_body_leaves_the_reader(words: str) -> None:
    body = f"»{words}»\n\n»From: x@y.example\nSubject: »\n"
    parsed = read(box(mail() + body, mail("ines@lund.example", "bo@ek.example") + body), own=ME)
    assert "»" not in repr(parsed)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\r\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("is_box", [True, False])
def test_any_line_end_and_mark(ends: str, encoding: str, is_box: bool) -> None:
    text = mail("Zoë\n <zoe@x.example>", "ines@lund.example", "Subject: One\n\ttwo\n  three")
    text = f"{FROM_LINE}{text}\n" * 2 if is_box else text
    (zoe,) = read(text.replace("\n", ends).encode(encoding), own=ME).records
    assert (zoe.name, len(zoe.moments), zoe.moments[0].summary) == ("Zoë", 1 + is_box, "One two three")


def test_a_mail_of_apple_begins_with_its_length() -> None:
    assert said(read(b"1234      \n" + mail().encode())) == {"bo@ek.example": ["2026-03-02 in"]}


@pytest.mark.parametrize(
    "line",
    [
        "From bo@ek.example Mon Mar  2 15:40:02 2026", "From - Mon Mar  2 15:40:02 2026", "From ", "From -",
        "From 1790@xxx Mon Mar 02 15:40:02 +0000 2026", "From bo at ek.example Mon Mar  2 15:40:02 2026",
    ],
)  # fmt: skip
def test_lines_that_begin_a_mail(line: str) -> None:
    written = "".join(f"{line}\n{mail(f'p{n}@x.example')}\n" for n in range(3))
    assert len(read(written.encode(), own=ME).records) == 3


@pytest.mark.parametrize(
    "line",
    ["From here on\nTo: x", ">From bo 10:30\nTo: x", "From 10:30 on we met.\nand so on", "X From - 10:30\nTo: x"],
)
def test_lines_in_a_body_that_begin_none(line: str) -> None:
    parsed = read(box(f"{mail()}\n{line}\n", mail("ada@x.example")), own=ME)
    assert said(parsed).keys() == {"bo@ek.example", "ada@x.example"}
    assert parsed.complaints == ()


def test_a_mail_twice_counts_once() -> None:
    one = mail("Bo <bo@ek.example>", "ines@lund.example", "Message-ID: <a@b>")
    assert said(read(box(one, one, mail()), own=ME)) == {"bo@ek.example": ["2026-03-02 in"] * 2}


@pytest.mark.parametrize(
    ("sender", "more"),
    [
        ("No Reply <no-reply@shop.example>", ""), ("donotreply@bank.example", ""), ("x-noreply@y.example", ""),
        ("MAILER-DAEMON@x.example", ""), ("notifications@github.example", ""), ("a@noreply.x.example", ""),
        ("weaving-bounces@uni.example", ""), ("a@lists.uni.example", ""),
        ("Bo <bo@ek.example>", "List-Id: <a.b>"), ("Bo <bo@ek.example>", "Precedence: bulk"),
        ("Bo <bo@ek.example>", "Auto-Submitted: auto-generated"), ("Bo <bo@ek.example>", "List-Unsubscribe: <https://x>"),
    ],
)  # fmt: skip
def test_machines_and_lists_are_counted_once(sender: str, more: str) -> None:
    machine = mail(sender, "ines@lund.example", *([more] if more else []))
    parsed = read(box(machine, mail("Ada <ada@x.example>"), machine), own=ME)
    assert said(parsed).keys() == {"ada@x.example"}
    (complaint,) = parsed.complaints
    assert complaint.what.startswith("2 mails were left out")


@pytest.mark.parametrize("address", ["noreen@x.example", "bo.owner@x.example", "alist@x.example", "listers@x.example"])
def test_people_are_no_machines(address: str) -> None:
    assert not is_machine(address)


def test_a_hand_says_so() -> None:
    assert said(read(mail("Bo <bo@ek.example>", "x@y.example", "Auto-Submitted: no").encode())).keys() == {
        "bo@ek.example"
    }


def test_many_recipients_are_nobody_in_particular() -> None:
    crowd = ", ".join(f"p{n}@x.example" for n in range(21))
    mine, theirs = mail("ines@lund.example", crowd), mail("bo@ek.example", crowd)
    parsed = read(box(mine, theirs), own=ME)
    assert said(parsed) == {"bo@ek.example": ["2026-03-02 in"]}
    assert parsed.complaints[0].what.startswith("One mail was left out")
    twenty = ", ".join(f"p{n}@x.example" for n in range(20))
    assert len(read(box(mail("ines@lund.example", twenty)), own=ME).records) == 20


def test_others_beside_me_were_not_written_to_by_me() -> None:
    parsed = read(box(mail("Bo <bo@ek.example>", "ines@lund.example, ada@x.example")), own=ME)
    assert said(parsed) == {"bo@ek.example": ["2026-03-02 in"]}


def test_the_address_in_most_mails_is_mine() -> None:
    mails = mail("bo@ek.example", "ines@lund.example"), mail("ines@lund.example", "ada@x.example")
    assert said(read(box(*mails))) == {"bo@ek.example": ["2026-03-02 in"], "ada@x.example": ["2026-03-02 out"]}


def test_addresses_of_mine_that_are_nowhere_leave_nobody_to_be_me() -> None:
    parsed = read(box(mail("bo@ek.example", "ada@x.example"), mail("bo@ek.example", "tao@x.example")), own=ME)
    assert said(parsed) == {"bo@ek.example": ["2026-03-02 in"] * 2}
    assert "could not be told" in parsed.complaints[0].what


def test_between_two_it_is_whose_box_it_was() -> None:
    plain = mail(), mail("ines@lund.example", "bo@ek.example")
    unclear = read(box(*plain))
    assert said(unclear) == {"bo@ek.example": ["2026-03-02 in"], "ines@lund.example": ["2026-03-02 in"]}
    assert "could not be told" in unclear.complaints[0].what
    delivered = mail("bo@ek.example", "ines@lund.example", "Delivered-To: Ines@Lund.example")
    assert said(read(box(delivered, *plain))).keys() == {"bo@ek.example"}


def test_names_help_where_no_address_fits() -> None:
    later = mail("ia@home.example", "bo@ek.example", date="3 Mar 2026 10:00")
    mails = mail("Bo <bo@ek.example>", '"Ångström, Ines" <ia@home.example>'), later
    assert said(read(box(*mails), own=frozenset({"ines ångström", "ines@lund.example"}))) == {
        "bo@ek.example": ["2026-03-03 out", "2026-03-02 in"]
    }


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Mon, 2 Mar 2026 15:40:02 +0100", "2026-03-02T15:40"),
        ("2 Mar 2026 15:40 GMT", "2026-03-02T15:40"),
        ("Mon,  2 March 2026 15:40:02 (CET)", "2026-03-02T15:40"),
        ("2-Mar-26 5:40", "2026-03-02T05:40"),
        ("02 Mar 99 23:59:60 EST", "1999-03-02T23:59"),
        ("Mon Mar  2 15:40:02 2026", "2026-03-02T15:40"),
        ("Mon Mar 2 15:40:02 CET 2026", "2026-03-02T15:40"),
        ("2026-03-02T15:40:02+01:00", "2026-03-02T15:40"),
        ("Mån, 2 Mar 2026 15:40:02 +0100", "2026-03-02T15:40"),
        ("31 Feb 2026 15:40", ""),
        ("2 Foo 2026 15:40", ""),
        ("2 Mar 2026 25:40", ""),
        ("2 Mar 2026", ""),
        ("9" * 5_000, ""),
        ("", ""),
    ],
)
def test_dates(written: str, read_as: str) -> None:
    found = moment_of(written)
    assert (found.isoformat(timespec="minutes") if found else "") == read_as


@pytest.mark.parametrize("written", ["1 Jan 1970 00:00", "31 Dec 1989 23:59", "1 Jan 2101 00:00", "4 Jul 2026 00:00"])
def test_clocks_that_were_wrong(written: str) -> None:
    parsed = read(mail(date=written).encode(), today=date(2026, 7, 2))
    assert (parsed.records, parsed.complaints[0].row) == ((), written)
    assert read(mail(date="3 Jul 2026 00:10").encode(), today=date(2026, 7, 2)).records


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("plain", "plain"),
        ("=?utf-8?Q?Bj=C3=B6rn_Ek?=", "Björn Ek"),
        ("=?UTF-8?B?QmrDtnJu?= Ek", "Björn Ek"),
        ("=?utf-8?B?QmrD?= =?utf-8?B?tnJu?=", "Björn"),
        ("=?utf-8?Q?a?= =?iso-8859-1*sv?q?=F6?= b", "aö b"),
        ("=?utf-8?Q?a?=b =?utf-8?Q?c?=", "ab c"),
        ("=?us-ascii?Q?=C3=B6?=", "ö"),
        ("=?iso-8859-1?Q?f=FCr_=84immer=93?=", "für „immer“"),
        ("=?no-such?Q?=C3=B6?=", "ö"),
        ("=?punycode?Q?abc?=", "abc"),
        ("=?hex?Q?6162?=", "6162"),
        ("=?koi8-r?B?79TNxdQ=?=", "Отмет"),
        ("=?utf-8?B?QmrDtnJ?=", "Björ"),
        ("=?utf-8?B?!!!?=", ""),
        ("=?utf-8?Q?open", "=?utf-8?Q?open"),
        ("=?utf-8?Q?a\x00b\x1b?=", "ab"),
    ],
)
def test_encoded_words(written: str, read_as: str) -> None:
    assert decoded(written) == read_as


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Re: A loom", "A loom"),
        ("AW: RE: Fwd: WG: A loom", "A loom"),
        ("Re[2]: re(3): A loom", "A loom"),
        ("=?utf-8?Q?Re=3A_A_loom?=", "A loom"),
        ("回复：A loom", "A loom"),
        ("Research: a loom", "Research: a loom"),
        ("R: a language", "R: a language"),
        ("Re:", ""),
    ],
)
def test_subjects(written: str, read_as: str) -> None:
    assert subject_of(written) == read_as


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("ada@x.org", [("ada@x.org", "")]),
        ("Ada <ADA@x.org>", [("ada@x.org", "Ada")]),
        ('"Lovelace, Ada" <ada@x.org>, Bo <bo@x.org>', [("ada@x.org", "Lovelace, Ada"), ("bo@x.org", "Bo")]),
        ("ada@x.org (Ada Lovelace)", [("ada@x.org", "Ada Lovelace")]),
        ("Friends: ada@x.org, Bo <bo@x.org>;", [("ada@x.org", ""), ("bo@x.org", "Bo")]),
        ("undisclosed-recipients:;", []),
        ("ada@x.org; bo@x.org", [("ada@x.org", ""), ("bo@x.org", "")]),
        ("ada@x.org, ada@x.org", [("ada@x.org", "")]),
        ("=?utf-8?Q?Lovelace,_Ada?= <ada@x.org>", [("ada@x.org", "=?utf-8?Q?Lovelace,_Ada?=")]),
        (r'"A \"B\" C" <ada@x.org>', [("ada@x.org", 'A "B" C')]),
        ('"open <ada@x.org>, bo@x.org', [("ada@x.org", ""), ("bo@x.org", "")]),
        ("<mailto:ada@x.org>", [("ada@x.org", "")]),
        ("/O=ORG/CN=ADA", []),
        ("a@b@c <not an address>", []),
        ("x" * 300 + "@x.org", []),
    ],
)
def test_addresses(written: str, read_as: list[tuple[str, str]]) -> None:
    assert list(addresses(written)) == [Address(*one) for one in read_as]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('"Lovelace, Ada" <bo@ek.example>', "Ada Lovelace"),
        ('"Ada Lovelace, PhD" <bo@ek.example>', "Ada Lovelace, PhD"),
        ("'Ada Lovelace' <bo@ek.example>", "Ada Lovelace"),
        ("bo@ek.example <bo@ek.example>", "bo@ek.example"),
        ("Z\udcf6e <bo@ek.example>", "Zöe"),
        ("A\x00da <bo@ek.example>", "Ada"),
    ],
)
def test_names(written: str, name: str) -> None:
    assert read(box(mail(written), mail("x@y.example")), own=ME).records[0].name == name


def test_the_newest_name_is_kept() -> None:
    old, new = mail("Bo Ek <bo@ek.example>", date="1 Jan 2020 10:00"), mail("Bo Lind <bo@ek.example>")
    assert read(box(new, old), own=ME).records[0].name == "Bo Lind"
    assert read(box(old, new, mail("bo@ek.example", date="1 Apr 2026 10:00")), own=ME).records[0].name == "Bo Lind"


@pytest.mark.parametrize("data", [b"", b"\x00" * 50, b"Hello.\n\nNo header here: none.", b"<html></html>"])
def test_what_is_no_mail_is_a_complaint(data: bytes) -> None:
    assert (read(data).records, len(read(data).complaints)) == ((), 1)


def test_a_mail_from_nobody_is_a_complaint() -> None:
    assert "who wrote it" in read(mail("nobody at all").encode()).complaints[0].what
    assert "who wrote it" in read(b"From ").complaints[0].what


def test_reading_can_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Stopped("stopped")

    with pytest.raises(Stopped):
        read(box(*[mail()] * 1_000), stop)


@pytest.mark.parametrize("count", [1, 3_000])
def test_progress_never_goes_back(count: int) -> None:
    seen: list[tuple[int, int]] = []
    read(box(*[mail()] * count), lambda *told: seen.append(told))
    assert seen == sorted(seen)
    assert all(done <= total for done, total in seen)


def test_mails_of_one_file_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_RECORDS", 5)
    parsed = read(box(*[mail()] * 9), own=ME)
    assert len(parsed.records[0].moments) == 5
    assert "5 entries" in parsed.complaints[0].what


def test_fifty_thousand_mails_take_little_time() -> None:
    data = b"".join(box(mail(f"p{n % 900}@x.example", "ines@lund.example")) for n in range(50_000))
    with quick(4):
        assert len(read(data).records) == 900


BODY = FROM_LINE.encode() + mail().encode()
EVIL = {
    "recipients": mail(to=", ".join(f"P{n} <p{n}@x.example>" for n in range(20_000))).encode(),
    "one long header": mail("Bo <bo@ek.example>", "x@y.example", "Subject: " + "x" * 1_000_000).encode(),
    "lines without end": b"From: bo@ek.example\n" + b"x\n" * 20_000_000,
    "folded": mail("Bo <bo@ek.example>", "x@y.example", "Subject: x" + "\n y" * 300_000).encode(),
    "many headers": b"To: a@b\n" * 120_000 + mail().encode(),
    "quotes": box(*[mail('"\\' * 9_000 + " <bo@ek.example>")] * 50),
    "brackets": mail("(\\(" * 6_000 + "<" * 1_000 + "@").encode(),
    "no signs": mail("x" * 19_000 + " @").encode(),
    "encoded": mail("Bo <bo@ek.example>", "x@y.example", "Subject: " + "=?utf-8?Q?=C3?= " * 60_000).encode(),
    "answers": mail("Bo <bo@ek.example>", "x@y.example", "Subject: " + "Re: " * 60_000).encode(),
    "beginnings": BODY + b"\nFrom " * 400_000,
    "almost beginnings": BODY + (b"\nFrom " + b"1:" * 140) * 20_000,
    "long body": BODY + b"\n\n" * 10_000_000,
    "no end": (BODY[:-30] + b"x" * 1_000) * 5_000,
    "noise": BODY + bytes(range(256)) * 20_000,
}


@pytest.mark.parametrize("evil", EVIL)
def test_hostile_shapes_take_little_time(evil: str) -> None:
    with quick(2):
        keeps_the_contract(read(EVIL[evil]))


def test_a_long_list_leaves_only_the_sender() -> None:
    assert said(read(EVIL["recipients"])) == {"bo@ek.example": ["2026-03-02 in"]}


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    for front in (b"", FROM_LINE.encode(), b"From: ", b"From: a@b.example\nDate: 1 May 2024 10:00\nTo: "):
        keeps_the_contract(read(front + data))


@given(st.text(st.sampled_from('=?utf-8BQ"<>(),;:@\\ ax.\n\r\x00é'), max_size=120))
def test_any_header(words: str) -> None:
    keeps_the_contract(read(mail(words, words, f"Subject: {words}", f"Cc: {words}").encode()))
    keeps_the_contract(read(mail("a@b.example", words, f"Subject: {words}").encode()))


@pytest.mark.parametrize("name", ["mails.mbox", "letter.eml"])
@given(draw=st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file(name: str, draw: st.DataObject) -> None:
    data = bytearray(sample(name))
    for _ in range(draw.draw(st.integers(1, 4))):
        at = draw.draw(st.integers(0, len(data)))
        data[at : at + draw.draw(st.integers(0, 40))] = draw.draw(st.binary(max_size=12))
    keeps_the_contract(read(bytes(data), own=ME if draw.draw(st.booleans()) else frozenset()))


PEOPLE = st.sampled_from(["ines@lund.example", "Bo <bo@ek.example>", "ada@x.example", "Tao <tao@y.example>"])


@given(
    st.lists(
        st.tuples(PEOPLE, st.lists(PEOPLE, min_size=1, max_size=3), st.dates(date(2000, 1, 1), date(2030, 1, 1))),
        max_size=8,
    )
)
@settings(max_examples=60)
def test_each_mail_is_a_moment_with_whoever_it_was_between(mails: list[tuple[str, list[str], date]]) -> None:
    written = (mail(sender, ", ".join(to), date=f"{day:%d %b %Y} 10:00") for sender, to, day in mails)
    found = said(read(box(*written), own=ME)) if mails else {}
    expected: dict[str, list[str]] = {}
    for sender, to, day in mails:
        from_, to_ = sender.split("<")[-1].rstrip(">"), {one.split("<")[-1].rstrip(">") for one in to}
        others, way = (to_ - ME, "out") if from_ in ME else ({from_}, "in")
        for one in others:
            expected.setdefault(one, []).append(f"{day} {way}")
    assert {who: sorted(what) for who, what in found.items()} == {who: sorted(what) for who, what in expected.items()}
