"""The conflict list from the record, each row with its reason, as a table and as a workbook."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from hallway.domain.achievements import Achievement
from hallway.domain.conflicts import MyTie, Row, Type
from hallway.domain.errors import NotFound, Refused
from hallway.domain.people import Affiliation
from hallway.domain.projects import Partner, Project, State
from hallway.domain.records import Email
from hallway.usecases import achievements, conflicts, demo, duplicates, people, projects, settings, ties
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person, everything, memory_desk


def rows(desk: Desk, months: int | None = None) -> tuple[Row, ...]:
    return desk.ask(conflicts.listing, months).rows


def paper(desk: Desk, title: str, on: str, *whose: int | None) -> None:
    for person_id in whose:
        desk.do(achievements.add, Achievement(title, "publication", person_id, on))


def test_papers_in_common_projects_and_ties_make_the_list(desk: Desk) -> None:
    ada, bo, cy = (add_person(desk, name) for name in ("Ada Lovelace", "Bo Lindqvist", "Cy Twombly"))
    desk.do(people.set_affiliation, ada, Affiliation("Uni Lund", "Reader", "Mathematics"))
    desk.do(people.set_emails, ada, [Email("ada@lund.example")])
    paper(desk, "Looms that think and count", "2025-03", None, ada)
    paper(desk, "A paper without me in it", "2026", bo)
    desk.do(projects.add, Project("Night heat", start_on="2024", people=(Partner(bo, "field work"), Partner(cy))))
    desk.do(projects.add, Project("Only an idea", State.IDEA, people=(Partner(ada),)))
    found = rows(desk)
    assert [(row.type, row.name, row.last_active) for row in found] == [
        ("A", "Lovelace, Ada", "2025-03"), ("C", "Lindqvist, Bo", TODAY.isoformat()),
        ("C", "Twombly, Cy", TODAY.isoformat()),
    ]  # fmt: skip
    assert (found[0].organisation, found[0].optional) == ("Uni Lund", "ada@lund.example, Mathematics")
    assert found[0].sources == ("You wrote “Looms that think and count” together (March 2025).",)
    assert found[1].sources == ("Project “Night heat”, field work, since 2024.",)
    desk.do(people.let_go, [bo])
    assert [row.name for row in rows(desk)] == ["Lovelace, Ada", "Twombly, Cy"]


def test_the_span_is_kept_and_may_be_another_for_once(desk: Desk) -> None:
    ada = add_person(desk)
    paper(desk, "Looms that think and count", "2021", None, ada)
    assert rows(desk) == () and len(rows(desk, 72)) == 1
    desk.do(conflicts.set_months, 72)
    assert len(rows(desk)) == 1 and desk.ask(conflicts.months) == 72
    for number in (0, 1201):
        with pytest.raises(Refused):
            desk.do(conflicts.set_months, number)


def test_ones_own_page_in_the_record_tells_the_advisor(desk: Desk) -> None:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    me, greta, kid = add_person(desk, "Ines Okoye"), add_person(desk, "Greta Solheim"), add_person(desk, "Kid Curry")
    desk.do(ties.tie, me, greta, "advisor", "2023")
    desk.do(ties.tie, kid, me, "advisor", "2025", "2026")
    desk.do(ties.tie, me, kid, "friend")
    assert [(row.type, row.name, row.sources) for row in rows(desk)] == [
        ("G", "Solheim, Greta", ("Noted on your own page here: advisor, since 2023.",)),
        ("T", "Curry, Kid", ("Noted on your own page here: advisor, 2025 to 2026.",)),
    ]


def test_what_is_noted_by_hand_is_changed_taken_away_and_goes_with_a_merge(desk: Desk) -> None:
    ada, twin = add_person(desk), add_person(desk, "A. Lovelace")
    before = everything(desk)
    id_ = desk.do(conflicts.note, MyTie(twin, Type.PERSONAL, "2020", note="Shares a flat.")).value
    (row,) = rows(desk)
    assert (row.type, row.sources, row.tie_ids) == ("R", ("You noted this, since 2020: Shares a flat.",), (id_,))
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    desk.do(conflicts.note, MyTie(twin, Type.CO_EDITOR, "2020", "2026-01", id=id_))
    assert desk.ask(conflicts.my_tie, id_).type is Type.CO_EDITOR
    desk.do(duplicates.merge, ada, twin, {})
    assert [row.person_id for row in rows(desk)] == [ada]
    desk.do(conflicts.forget, id_)
    assert rows(desk) == ()
    with pytest.raises(NotFound):
        desk.do(conflicts.forget, id_)
    with pytest.raises(Refused):
        desk.do(conflicts.note, MyTie(ada, Type.BOARD, "2026", "2020"))


def test_the_table_is_safe_in_a_spreadsheet(desk: Desk) -> None:
    ada = add_person(desk, "=cmd|calc!A1")
    desk.do(conflicts.note, MyTie(ada, Type.ADVISOR))
    data = desk.ask(conflicts.file_of, ".csv")
    head, line = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert head[2] == "Name (last, first)" and line[1] == "G:" and line[2].startswith("'=")


def test_the_workbook_has_the_tables_of_the_template(desk: Desk, tmp_path: Path) -> None:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    desk.do(settings.set_profile, "university", "Ostra University")
    ada, bad = add_person(desk), add_person(desk, "=1+1\x0b")
    desk.do(conflicts.note, MyTie(bad, Type.ADVISOR, "2019", "2024-06-12"))
    paper(desk, "Looms that think and count", "2025", None, ada)
    path = tmp_path / "conflicts.xlsx"
    path.write_bytes(desk.ask(conflicts.file_of, ".XLSX"))
    first, second = load_workbook(path).worksheets
    lines = [[cell.value for cell in row] for row in first.iter_rows()]
    assert lines[2][1:] == ["Ines Okoye", "Ostra University", None, datetime.combine(TODAY, datetime.min.time())]
    assert ["A:", "Lovelace, Ada", None, None, "2025"] in lines
    advisor = next(row for row in first.iter_rows() if row[0].value == "G:")
    assert advisor[1].data_type == "s" and advisor[1].value.startswith("=1+1")
    assert advisor[4].value == datetime(2024, 6, 12)
    headings = [line[0] for line in lines if line[0] and line[0][0].isdigit()]
    assert [heading[0] for heading in headings] == list("12345")
    assert "You wrote “Looms that think and count” together (2025)." in [row[3].value for row in second.iter_rows()]
    with pytest.raises(Refused):
        desk.ask(conflicts.file_of, ".pdf")


def test_the_list_of_the_made_up_network_matches_the_record_row_by_row(tmp_path: Path) -> None:
    """Who wrote, works or worked with the user, found in the tables themselves; then every row of the workbook."""
    desk = memory_desk()
    demo.fill(desk)
    found = desk.ask(conflicts.listing)
    with desk.looking() as look:
        wrote = look.rows(
            """SELECT DISTINCT a.person_id FROM achievement a JOIN achievement mine ON mine.person_id IS NULL
                WHERE a.kind = 'publication' AND mine.kind = 'publication' AND a.person_id IS NOT NULL
                  AND lower(a.title) = lower(mine.title) AND a.on_day >= '2022-06'"""
        )
        together = look.rows(
            """SELECT DISTINCT x.person_id FROM project_person x JOIN project p ON p.id = x.project_id
                WHERE p.state <> 'idea' AND (p.end_on = '' OR p.end_on >= '2022-06')"""
        )
        noted = look.rows("SELECT person_id, kind FROM my_tie")
    rows = {(row.type.value, row.person_id) for row in found.rows}
    assert {id_ for (id_,) in wrote} == {id_ for type_, id_ in rows if type_ == "A"}
    assert {id_ for (id_,) in together} == {id_ for type_, id_ in rows if type_ == "C"}
    assert {(type_, id_) for id_, type_ in noted} <= rows and len(rows) >= 4
    assert all(row.sources for row in found.rows)
    path = tmp_path / "conflicts.xlsx"
    path.write_bytes(desk.ask(conflicts.file_of, ".xlsx"))
    first, reasons = load_workbook(path).worksheets
    cells = [tuple(cell.value for cell in line) for line in first.iter_rows()]
    for row in found.rows:
        (line,) = [line for line in cells if line[:2] == (f"{row.type}:", row.name)]
        assert (line[2] or "") == row.organisation, row
    told = [cell.value for line in reasons.iter_rows() for cell in line]
    assert all(source in told for row in found.rows for source in row.sources)
    desk.database.close_thread()
