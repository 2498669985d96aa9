"""LinkedIn's messages: who is who, which way a message went, and words only when they are wanted."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain.errors import Stopped
from hallway.domain.records import MomentRecord, Parsed, PersonRecord, Profile
from hallway.formats import limits, linkedin_messages
from hallway.formats.linkedin_messages import read, read_moment
from tests.formats.files import sample
from tests.quickness import quick

IN = "https://www.linkedin.com/in/"
HEADER = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER"
)
OLD = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT"
ME = frozenset({"Ines Ångström"})


def row(conversation: str, sender: str, to: str, when: str = "2024-05-15 10:30:00 UTC", words: str = "secret") -> str:
    """One row: people are "Name@slug", or a name alone; several are joined with a plus."""
    people = [one.partition("@") for one in to.split("+")]
    names, pages = ", ".join(one[0] for one in people), ",".join(IN + one[2] for one in people if one[2])
    name, _, page = sender.partition("@")
    cells = (conversation, "", name, IN + page if page else "", names, pages, when, "", words, "INBOX")
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


def table(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join((header, *rows, "")).encode()


def said(parsed: Parsed[PersonRecord]) -> dict[str, list[str]]:
    """Everybody with their moments in short: "2024-05-15 in"."""
    return {one.name: [f"{moment.on} {moment.direction}" for moment in one.moments] for one in parsed.records}


def keeps_the_contract(parsed: Parsed[PersonRecord]) -> None:
    assert all(one.where and one.what and len(one.row) <= limits.MAX_RAW for one in parsed.complaints)
    for person in parsed.records:
        assert person.name
        assert person.where.startswith("line ")
        assert [one.on for one in person.moments] == sorted((one.on for one in person.moments), reverse=True)
        assert all(one.direction in ("in", "out") and one.kind == "message" for one in person.moments)


def test_a_whole_export() -> None:
    parsed = read(sample("linkedin_messages.csv"))
    assert said(parsed) == {
        "Bo Ek": ["2026-03-02 out", "2026-03-02 in", "2026-02-11 out", "2025-11-30 out"],
        "Ada Lovelace": ["2026-02-20 in", "2025-11-30 out"],
        "Zoë Brandt": ["2025-11-30 out", "2025-11-30 in"],
        "Tao Li": ["2025-11-30 out"],
    }
    bo, ada, *_ = parsed.records
    assert (bo.profiles, bo.where, ada.suffix) == ((Profile("linkedin", IN + "bo-ek"),), "line 2", "PhD")
    undated, left_out = parsed.complaints
    assert (undated.where, undated.row) == ("line 16", "sometime")
    assert left_out.what.startswith("4 messages were left out")
    assert parsed.source == "linkedin-messages"


def test_words_come_along_only_when_they_are_wanted() -> None:
    silent = read(sample("linkedin_messages.csv"))
    assert not any(moment.summary for one in silent.records for moment in one.moments)
    told = read(sample("linkedin_messages.csv"), with_texts=True).records[0].moments
    assert [one.summary for one in told][:3] == [
        "That loom is a fine idea, thank you.",
        'Have you seen the "loom" paper?\n\nThe second part, with the\ncards, is the one.',
        "Hi Ines",
    ]
    (ada,) = (one for one in read(sample("linkedin_messages.csv"), with_texts=True).records if one.suffix)
    assert ada.moments[0] == MomentRecord("2026-02-20", "message", "Engines\n=1+1 engines, as promised", "in")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=20), st.booleans())
@settings(max_examples=60)
def test_no_word_of_a_message_leaves_the_reader_unasked(words: str, is_broken: bool) -> None:
    secret = f"»{words}«"
    good = row("a", "Bo Ek@bo", "Ines@ines", words=secret)
    bad = f'b,,"Bo,{IN}bo,Ines,{IN}ines,never,,{secret}' if is_broken else row("a", "Bo@bo", "I@ines", "never", secret)
    parsed = read(table(good, bad), own=frozenset({"Ines"}))
    assert "»" not in repr(parsed)
    assert parsed.complaints


@pytest.mark.parametrize("words", ["x" * 2_000, "é" * 501, "<p>" + "y" * 600 + "</p>"])
def test_words_are_cut(words: str) -> None:
    ((moment,),) = (
        one.moments for one in read(table(row("a", "Bo@bo", "I@i", words=words)), None, frozenset("I"), True).records
    )
    assert len(moment.summary) == 500
    assert moment.summary.endswith("…")


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2024-05-15 10:30:00", "2024-05-15T10:30:00"),
        ("2024-05-15 10:30:00 UTC", "2024-05-15T10:30:00"),
        ("2024-05-15T10:30:00Z", "2024-05-15T10:30:00"),
        ("2024-05-15T10:30:00.123Z", "2024-05-15T10:30:00"),
        ("2024-05-15T10:30+00:00", "2024-05-15T10:30:00"),
        ("2024-05-15 9:05", "2024-05-15T09:05:00"),
        ("2024-05-15", "2024-05-15T00:00:00"),
        ("2024-02-30 10:30:00", ""),
        ("2024-05-15 25:30:00", ""),
        ("0001-01-01", ""),
        ("15/05/2024", ""),
        ("٢٠٢٤-05-15", ""),
        ("", ""),
    ],
)
def test_dates(written: str, read_as: str) -> None:
    assert read_moment(written) == read_as


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_any_delimiter_mark_and_line_end(delimiter: str, encoding: str, ends: str) -> None:
    rows = row("a", "Bo Ek@bo", "Ines Ångström@ines"), row("a", "Ines Ångström@ines", "Bo Ek@bo", "2024-05-16")
    written = "\n".join((HEADER, *rows)).replace(",", delimiter).replace("\n", ends)
    assert said(read(written.encode(encoding), own=ME)) == {"Bo Ek": ["2024-05-16 out", "2024-05-15 in"]}


def test_columns_go_by_name() -> None:
    mixed = "content,From,DATE,RECIPIENT PROFILE URLS,extra,Conversation ID,TO,SENDER PROFILE URL"
    written = f"Hello,Bo,2024-05-15,{IN}ines,x,c1,Ines,{IN}bo"
    assert said(read(table(written, header=mixed), own=frozenset({"Ines"}))) == {"Bo": ["2024-05-15 in"]}


def test_before_2023_there_are_no_pages_of_recipients() -> None:
    rows = (
        f'a,,Ines,{IN}ines,"Jane Doe, Ph.D., Bo Ek",2021-05-01 10:00:00 UTC,,Hello',
        f'b,,"Jane Doe, Ph.D.",{IN}jane,Ines,2021-05-02 10:00:00 UTC,,Hello',
        f"c,,Tao Li,{IN}tao,Ines,2021-05-03 10:00:00 UTC,,Hello",
    )
    jane, bo, _ = read(table(*rows, header=OLD)).records
    assert (jane.name, jane.suffix, jane.profiles) == ("Jane Doe", "Ph.D.", (Profile("linkedin", IN + "jane"),))
    assert [one.on for one in jane.moments] == ["2021-05-02", "2021-05-01"]
    assert (bo.name, bo.profiles, len(bo.moments)) == ("Bo Ek", (), 1)


def test_whoever_is_in_most_conversations_is_me() -> None:
    rows = row("a", "Bo@bo", "Ines@ines"), row("b", "Ines@ines", "Ada@ada"), row("b", "Ada@ada", "Ines@ines")
    assert said(read(table(*rows))).keys() == {"Bo", "Ada"}


def test_a_single_conversation_needs_a_name() -> None:
    only = table(row("a", "Bo@bo", "Ines Ångström, PhD@ines"))
    parsed = read(only)
    assert parsed.records == ()
    assert "could not be told" in parsed.complaints[0].what
    assert said(read(only, own=frozenset({"ines ångström"}))) == {"Bo": ["2024-05-15 in"]}
    assert said(read(only, own=frozenset({"BO"}))) == {"Ines Ångström": ["2024-05-15 out"]}


def test_a_draft_tells_who_i_am() -> None:
    header, first = HEADER + ",IS MESSAGE DRAFT", row("a", "Bo@bo", "Ines@ines")
    draft = row("a", "Ines@ines", "Bo@bo", "2024-06-01")
    assert said(read(table(f"{first},No", f"{draft},Yes", header=header))) == {"Bo": ["2024-05-15 in"]}


def test_i_am_still_me_under_an_older_page_and_without_one() -> None:
    rows = (
        row("a", "Bo@bo", "Ines@ines-new"), row("b", "Ada@ada", "Ines@ines-old"), row("c", "Ines@ines-old", "Tao@tao"),
        row("d", "Eva@eva", "Ines"),
    )  # fmt: skip
    assert said(read(table(*rows))).keys() == {"Bo", "Ada", "Tao", "Eva"}


def test_somebody_of_my_name_is_somebody_else() -> None:
    rows = (
        row("a", "Ines@ines-two", "Ines@ines"), row("b", "Bo@bo", "Ines@ines"), row("c", "Ada@ada", "Ines@ines"),
    )  # fmt: skip
    found = read(table(*rows), own=frozenset({"Ines"})).records
    assert [one.profiles[0].url for one in found] == [IN + "ines-two", IN + "bo", IN + "ada"]


def test_two_people_of_one_name_stay_two() -> None:
    rows = row("a", "Bo@bo-1", "Ines@ines"), row("b", "Bo@bo-2", "Ines@ines"), row("c", "Bo", "Ines@ines")
    assert len(read(table(*rows)).records) == 3


def test_a_new_name_is_the_one_that_is_kept() -> None:
    rows = (
        row("a", "Bo Ek@bo", "Ines@ines", "2020-01-01"), row("b", "Bo Lind@bo", "Ines@ines", "2024-01-01"),
        row("b", "Bo Ek@bo", "Ines@ines", "2021-01-01"), row("c", "Ada@ada", "Ines@ines"),
    )  # fmt: skip
    assert said(read(table(*rows)))["Bo Lind"] == ["2024-01-01 in", "2021-01-01 in", "2020-01-01 in"]


def test_in_a_group_everybody_is_there_and_only_whoever_wrote_has_written() -> None:
    rows = (
        row("g", "Bo@bo", "Ines@ines+Jane Doe, MBA@jane+Tao Li@tao"), row("a", "Ada@ada", "Ines@ines"),
        row("b", "Ines@ines", "Eva@eva"),
    )  # fmt: skip
    found = said(read(table(*rows)))
    assert (found["Bo"], found["Jane Doe"], found["Tao Li"]) == (["2024-05-15 in"], [], [])


def test_names_and_pages_that_do_not_fit_are_not_guessed_at() -> None:
    group = row("g", "Ines@ines", "Bo@bo+Tao@tao").replace('"Bo, Tao"', '"Bo, Tao, Somebody"')
    parsed = read(table(group, row("a", "Bo@bo", "Ines@ines"), row("b", "Ada@ada", "Ines@ines")))
    assert said(parsed).keys() == {"Bo", "Ada"}
    assert "whose name is whose" in parsed.complaints[0].what
    other_way_round = row("g", "Ines@ines", "Bo@bo+Tao@tao").replace('"Bo, Tao"', '"Tao, Bo"')
    found = read(table(other_way_round, row("a", "Bo@bo", "Ines@ines"), row("b", "Ada@ada", "Ines@ines"))).records
    assert IN + "tao" not in [page.url for one in found for page in one.profiles]


@pytest.mark.parametrize("nobody", ["", "LinkedIn Member", "linkedin member", "LinkedIn"])
def test_rows_without_a_sender_are_counted_once(nobody: str) -> None:
    rows = row("x", nobody, "Ines@ines"), row("y", nobody, "Ines@ines"), row("z", "Ines@ines", "LinkedIn Member")
    parsed = read(table(*rows, row("a", "Bo@bo", "Ines@ines")), own=frozenset({"Ines"}))
    assert said(parsed).keys() == {"Bo"}
    (complaint,) = parsed.complaints
    assert complaint.what.startswith("3 messages were left out")


def test_a_crowd_is_no_conversation() -> None:
    crowd = "+".join(f"P{n}@p{n}" for n in range(20_000))
    rows = row("g", "Bo@bo", crowd), row("a", "Ada@ada", "Ines@ines"), row("b", "Ines@ines", "Eva@eva")
    with quick(2):
        assert said(read(table(*rows))).keys() == {"Bo", "Ada", "Eva"}


def test_moments_of_one_file_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_RECORDS", 5)
    rows = (row("a", "Bo@bo", "Ines@ines", f"2024-05-{day:02}") for day in range(1, 11))
    parsed = read(table(*rows), own=frozenset({"Ines"}))
    assert len(parsed.records[0].moments) == 5
    assert "5 entries" in parsed.complaints[0].what


def test_a_file_without_the_header_is_a_complaint() -> None:
    for data in (b"", b"a,b,c\n1,2,3\n", b"CONVERSATION ID,FROM\n1,2\n"):
        assert (read(data).records, len(read(data).complaints)) == ((), 1)


def test_reading_can_be_stopped() -> None:
    data = table(*(row("a", "Bo@bo", "Ines@ines") for _ in range(2_000)))
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        raise Stopped("stopped")

    with pytest.raises(Stopped):
        read(data, stop)
    assert seen == [(500, 2_002)]


@pytest.mark.parametrize("count", [1, 3_000])
def test_progress_never_goes_back(count: int) -> None:
    seen: list[tuple[int, int]] = []
    read(table(*(row("a", "Bo@bo", "Ines@ines") for _ in range(count))), lambda *told: seen.append(told), ME)
    assert seen == sorted(seen)
    assert all(done <= total for done, total in seen)


def test_twenty_thousand_rows_take_little_time() -> None:
    pairs = ((f"c{n % 500}", ("Ines@ines", f"P{n % 500}@p{n % 500}")[:: 1 if n % 2 else -1]) for n in range(20_000))
    rows = (row(conversation, sender, to, words="Hello\nyou") for conversation, (sender, to) in pairs)
    data = table(*rows)
    with quick(4):
        assert len(read(data).records) == 500


EVIL = {
    "quotes": b'a,,"x' * 50_000,
    "open": b'a,,"x\n' * 50_000,
    "one name": b"".join(b"c%d,,Ines,%sines%d,Ines,,2024-01-01,,x\n" % (n, IN.encode(), n) for n in range(20_000)),
    "commas": b",".join([b"a"] * 200_000) + b"\n",
    "names": (b'a,,Bo,,"' + b"x," * 400 + b'",,2024-01-01,,x\n') * 500,
    "empty": b",,,,,,,,,\n" * 100_000,
}


@pytest.mark.parametrize("evil", EVIL)
def test_hostile_shapes_take_little_time(evil: str) -> None:
    with quick(2):
        keeps_the_contract(read(HEADER.encode() + b"\n" + EVIL[evil]))


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes(data: bytes, with_texts: bool) -> None:
    keeps_the_contract(read(data, with_texts=with_texts))
    keeps_the_contract(read(HEADER.encode() + b"\n" + data, None, ME, with_texts))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file(draw: st.DataObject) -> None:
    data = bytearray(sample("linkedin_messages.csv"))
    for _ in range(draw.draw(st.integers(1, 4))):
        at = draw.draw(st.integers(0, len(data)))
        data[at : at + draw.draw(st.integers(0, 40))] = draw.draw(st.binary(max_size=12))
    keeps_the_contract(read(bytes(data), own=ME, with_texts=draw.draw(st.booleans())))


PEOPLE = st.sampled_from(["Ines@ines", "Bo Ek@bo", "Jane Doe, PhD@jane", "Tao", "LinkedIn Member", "Zoë@zo%C3%AB"])
DAYS = st.dates(date(2004, 1, 1)).map(str)


@given(st.lists(st.tuples(st.sampled_from("abc"), PEOPLE, st.lists(PEOPLE, min_size=1, max_size=3), DAYS), max_size=8))
def test_the_order_of_rows_changes_nothing_but_places(rows: list[tuple[str, str, list[str], str]]) -> None:
    written = [row(conversation, sender, "+".join(to), day) for conversation, sender, to, day in rows]
    names = frozenset({"Ines"})
    found, turned = read(table(*written), own=names), read(table(*reversed(written)), own=names)
    alike = [field.name for field in fields(PersonRecord) if field.name != "where"]

    def comparable(parsed: Parsed[PersonRecord]) -> list[str]:
        return sorted(
            repr([sorted(map(repr, one.moments)) if name == "moments" else getattr(one, name) for name in alike])
            for one in parsed.records
        )

    assert comparable(found) == comparable(turned)
    keeps_the_contract(found)


def test_the_header_may_stand_below_other_lines() -> None:
    physical = ["Notes:", "", HEADER.lower()]
    found = linkedin_messages.find_header(physical)
    assert found is not None
    assert found[:2] == (2, ",")
