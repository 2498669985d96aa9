"""People out to files: who is in them, each form, and nothing written over that would not read back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from hallway.domain.errors import NotFound, Refused, Stopped
from hallway.domain.people import Standing
from hallway.formats import people_csv, vcard
from hallway.store.lists import PeopleFilter
from hallway.usecases import card, exporting, people, photos, settings, views
from hallway.usecases.desk import Desk
from hallway.usecases.exporting import Form, Made, Whom
from tests.makers import add_person

FACE = b"\xff\xd8\xff\xe0 a face"


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Ada with a face, Bo archived, Chen not yet met, Dora let go; Ada and Dora are mentors."""
    ada = add_person(desk, "Ada Adeyemi", groups=("Mentors",))
    bo = add_person(desk, "Bo Bakker")
    add_person(desk, "Chen Chu", known=False)
    dora = add_person(desk, "Dora Dahl", groups=("Mentors",))
    desk.do(photos.set_photo, ada, FACE)
    desk.do(people.archive, [bo])
    desk.do(people.let_go, [dora])
    return desk


def names(data: bytes) -> list[str]:
    if data.startswith(b"BEGIN"):
        return [one.name for one in vcard.read(data).records]
    return [row["Name"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))]


OURS = [form for form in Form if form not in (Form.GOOGLE, Form.OUTLOOK)]


@pytest.mark.parametrize("form", OURS)
def test_everybody_but_those_let_go(filled: Desk, form: Form) -> None:
    made = filled.ask(exporting.made, form)
    assert names(made.data) == ["Ada Adeyemi", "Bo Bakker", "Chen Chu"] and made.count == 3


@pytest.mark.parametrize("form", [Form.GOOGLE, Form.OUTLOOK])
def test_tables_with_the_columns_of_other_programs(filled: Desk, form: Form) -> None:
    made = filled.ask(exporting.made, form)
    rows = [row for row in csv.reader(io.StringIO(made.data.decode("utf-8-sig"))) if row]
    assert made.count == 3 and len(rows) == 4
    assert [any("Adeyemi" in cell for cell in row) for row in rows] == [False, True, False, False]
    assert filled.ask(exporting.made, form, PeopleFilter(words="Ada")).count == 1


@pytest.mark.parametrize(("form", "version"), [(Form.CARDS_3, b"3.0"), (Form.CARDS_4, b"4.0")])
def test_cards_of_both_versions_have_faces(filled: Desk, form: Form, version: bytes) -> None:
    data = filled.ask(exporting.made, form).data
    assert data.count(b"VERSION:" + version) == 3 and vcard.read(data).records[0].photo == FACE


def test_a_table_for_a_spreadsheet_is_guarded_and_an_exact_one_is_not(desk: Desk) -> None:
    add_person(desk, "=1+1")
    guarded, exact = (desk.ask(exporting.made, form).data for form in (Form.SPREADSHEET, Form.EXACT))
    assert names(guarded) == ["'=1+1"] and names(exact) == ["=1+1"]
    assert exact == people_csv.write(desk.ask(exporting.people))


def test_the_lists_one_may_save_have_nobody_who_was_let_go(filled: Desk) -> None:
    filled.do(views.save, "The archive", PeopleFilter(Standing.ARCHIVED))
    filled.do(views.save, "Let go lately", PeopleFilter(Standing.LET_GO))
    filled.do(views.save, "Nobody", PeopleFilter(words="zzz"))
    found = filled.ask(exporting.lists_of)
    assert [(one.kind, one.name, one.count) for one in found] == [
        ("everybody", "", 3), ("known", "", 1), ("group", "Mentors", 1), ("view", "The archive", 1),
    ]  # fmt: skip
    for one in found:
        assert filled.ask(exporting.made, Form.EXACT, one.chosen).count == one.count
    let_go = filled.ask(exporting.made, Form.EXACT, PeopleFilter(Standing.LET_GO))
    assert let_go.count == 0 and names(let_go.data) == []


def test_an_empty_record_still_has_everybody(desk: Desk) -> None:
    assert desk.ask(exporting.lists_of) == (Whom("everybody", "", 0),)
    assert desk.ask(exporting.made, Form.CARDS_3) == Made(b"", 0)


def test_a_list_is_found_by_its_name(filled: Desk) -> None:
    filled.do(views.save, "The archive", PeopleFilter(Standing.ARCHIVED))
    assert filled.ask(exporting.list_called, "THE ARCHIVE").standing is Standing.ARCHIVED
    assert filled.ask(exporting.list_called, "mentors").groups
    for name in ("", "archive", "Nobody"):
        with pytest.raises(NotFound):
            filled.ask(exporting.list_called, name)


@pytest.mark.parametrize(
    ("suffix", "version", "guard", "form"),
    [
        (".vcf", "3.0", False, Form.CARDS_3), (".VCF", "4.0", True, Form.CARDS_4), (".csv", "3.0", False, Form.EXACT),
        (".csv", "4.0", True, Form.SPREADSHEET),
    ],
)  # fmt: skip
def test_the_ending_of_a_file_says_its_form(suffix: str, version: str, guard: bool, form: Form) -> None:
    assert exporting.form_for(suffix, version, guard) is form and form.suffix == suffix.lower()
    for other in (".pdf", ""):
        with pytest.raises(Refused):
            exporting.form_for(other)


def test_cards_that_would_not_read_back_are_not_made(filled: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    write = vcard.write
    monkeypatch.setattr(vcard, "write", lambda *all_: write(*all_).replace(b"FN:Bo Bakker\r\nN:Bakker;Bo;;;\r\n", b""))
    for form in (Form.CARDS_3, Form.CARDS_4):
        with pytest.raises(Refused, match="would not read back") as refused:
            filled.ask(exporting.made, form)
        assert "Bo" not in refused.value.sentence
    filled.do(settings.set_profile, "name", "Ines Okoye")
    monkeypatch.setattr(vcard, "write", lambda *all_: write(*all_).replace(b"FN:", b"FM:").replace(b"N:Ok", b"M:Ok"))
    with pytest.raises(Refused):
        filled.ask(card.file_of, ".vcf")


def test_a_name_that_no_file_can_hold_is_written_all_the_same(desk: Desk) -> None:
    add_person(desk, "\x08")
    assert names(desk.ask(exporting.made, Form.CARDS_3).data) == ["Somebody"]


def test_proving_very_many_can_be_stopped(desk: Desk) -> None:
    add_person(desk)

    def stop(done: int, total: int) -> None:
        raise Stopped("Stopped.")

    with pytest.raises(Stopped):
        desk.ask(exporting.made, Form.CARDS_3, None, stop)


def test_what_was_let_go_between_is_not_in_a_list(filled: Desk) -> None:
    chosen = replace(PeopleFilter(), words="Ada")
    assert filled.ask(exporting.made, Form.CARDS_3, chosen).count == 1
    filled.do(people.let_go, [1])
    assert filled.ask(exporting.made, Form.CARDS_3, chosen).count == 0
