"""Two people become one: everything of the second goes to the first, then the second is gone.

Nothing is thrown away unless it stands twice. What both have in one place only (a birthday, a picture) is the first's,
else the second's; `taking` may say otherwise, field by field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from hallway.domain.folding import fold
from hallway.domain.ties import is_same_both_ways
from hallway.domain.today import CHECK_IN, FOLLOW_UP
from hallway.store.aftermath import DEBRIEF
from hallway.store.work import View, Work

NAME = ("name", "given", "family", "additional")
"""Taken together: half of one name and half of another make no name."""

CHOSEN = ("prefix", "suffix", "nickname", "phonetic", "pronouns", "place", "time_zone", "birthday", "met_how")
TOGETHER: Mapping[str, tuple[str, ...]] = {
    "name": NAME,
    **{name: (name,) for name in CHOSEN},
    "languages": ("languages",),
    "met_on": ("met_on",),
    "met_event": ("met_event_id", "met_session_id"),
    "introduced_by": ("introduced_by_id",),
    "rhythm_days": ("rhythm_days",),
    "check_in_on": ("check_in_on", "check_in_set_on"),
    "import_run": ("import_run_id",),
}
"""What may be taken from either, and the columns that go with it."""

ABOUT_PEOPLE = (CHECK_IN, FOLLOW_UP, DEBRIEF)
"""Kinds of decisions whose subject is a person."""

LINKED = (
    "foreign_uid", "person_topic", "group_member", "session_speaker", "achievement", "pause", "wish", "outreach",
    "named", "need_person", "opportunity_person", "letter", "favour", "project_person", "my_tie",
)  # fmt: skip
"""Tables whose rows simply become the first's."""

Row = dict[str, Any]


class Couple(NamedTuple):
    """Who stays and who is gone afterwards."""

    keep: int
    gone: int


def merge(step: Work, couple: Couple, taking: Mapping[str, int]) -> None:
    """Make one of the two. `taking` maps fields of `TOGETHER`, "photo" or "field 7" to the person it is taken from."""
    kept, lost = _row(step, couple.keep), _row(step, couple.gone)
    columns = together(kept, lost, {field: who == couple.gone for field, who in taking.items()})
    _move_moments(step, couple)
    _move_contacts(step, couple)
    _move_works(step, couple)
    _move_ties(step, couple)
    _move_names(step, couple, {kept["name"], lost["name"]} - {columns["name"]}, columns["name"])
    _move_own_fields(step, couple, taking)
    _move_photo(step, couple, taking.get("photo") == couple.gone)
    _move_links(step, couple)
    _move_settled(step, couple)
    step.execute("UPDATE person SET introduced_by_id = ? WHERE introduced_by_id = ? AND id <> ?", *couple, couple.keep)
    for table in ("wish", "outreach"):
        step.execute(f"UPDATE {table} SET through_id = ? WHERE through_id = ? AND person_id <> ?", *couple, couple.keep)
    step.execute("DELETE FROM person WHERE id = ?", couple.gone)
    step.execute("INSERT OR IGNORE INTO foreign_uid (person_id, uid) VALUES (?, ?)", couple.keep, lost["uid"])
    names = ", ".join(f'"{name}" = ?' for name in columns)
    step.execute(f"UPDATE person SET {names} WHERE id = ?", *columns.values(), couple.keep)


def together(kept: Row, lost: Row, other: Mapping[str, bool]) -> Row:
    """The columns of the one person; `other` is true for fields that are taken from the second."""
    made: Row = {}
    for field, columns in TOGETHER.items():
        own = kept[columns[0]] not in ("", None)
        source = lost if other.get(field, not own) else kept
        made |= {column: source[column] for column in columns}
    if "met_on" not in other:
        made["met_on"] = earlier(kept["met_on"], lost["met_on"])
    if "languages" not in other:
        made["languages"] = ", ".join(_united(kept["languages"].split(", "), lost["languages"].split(", ")))
    if made["introduced_by_id"] in (kept["id"], lost["id"]):
        made["introduced_by_id"] = None
    made["notes"] = joined(kept["notes"], lost["notes"])
    made["unknown"] = "\n".join(_united(kept["unknown"].split("\n"), lost["unknown"].split("\n")))
    made["known"] = max(kept["known"], lost["known"])
    made["added_on"] = min(kept["added_on"], lost["added_on"])
    made["standing"] = "active" if lost["standing"] == "active" else kept["standing"]
    made["let_go_on"] = kept["let_go_on"] if made["standing"] == "let go" else None
    return made


def joined(one: str, other: str) -> str:
    """Two texts with a blank line between; what stands in one already is not said twice."""
    if other.strip() in one:
        return one
    return other if one.strip() in other else f"{one.rstrip()}\n\n{other.lstrip()}"


def earlier(one: str, other: str) -> str:
    """The earlier of two partial dates, and the more exact one where one is a part of the other."""
    if not one or not other:
        return one or other
    if one.startswith(other) or other.startswith(one):
        return max(one, other, key=len)
    return min(one, other)


def wider(one: str, other: str) -> str:
    """The later of two ends; without an end it goes on."""
    return max(one, other) if one and other else ""


def _united(one: list[str], other: list[str]) -> list[str]:
    return list(dict.fromkeys(text for text in (*one, *other) if text))


def _row(look: View, person_id: int) -> Row:
    names = [name for (name,) in look.rows("SELECT name FROM pragma_table_info('person')")]
    values = look.row("SELECT * FROM person WHERE id = ?", person_id) or ()
    return dict(zip(names, values, strict=True))


def _move_moments(step: Work, couple: Couple) -> None:
    """Where both took part, one part stays, with both private notes."""
    both = step.rows(
        """SELECT one.interaction_id, one.note, other.note FROM participant one
             JOIN participant other ON other.interaction_id = one.interaction_id
            WHERE one.person_id = ? AND other.person_id = ?""",
        *couple,
    )
    step.execute_many(
        "UPDATE participant SET note = ? WHERE person_id = ? AND interaction_id = ?",
        [(joined(mine, theirs), couple.keep, id_) for id_, mine, theirs in both if joined(mine, theirs) != mine],
    )
    _hand_over(step, couple, "participant")
    _hand_over(step, couple, "promise")


def _move_contacts(step: Work, couple: Couple) -> None:
    for table, column, key in (
        ("person_email", "address", lambda text: text.strip().casefold()),
        ("person_phone", "number", lambda text: re.sub(r"\D", "", text) or text),
        ("person_profile", "url", str.casefold),
    ):
        _drop_doubles(step, couple, table, column, key)
        _append(step, couple, table)


def _drop_doubles(step: Work, couple: Couple, table: str, column: str, key: Callable[[str], str]) -> None:
    """What the first has already; a label that only the second's carries is kept."""
    label = "label" if table != "person_profile" else "kind"
    query = f"SELECT id, {column}, {label} FROM {table} WHERE person_id = ?"
    own = {key(text): (id_, said) for id_, text, said in step.rows(query, couple.keep)}
    for id_, text, said in step.rows(query, couple.gone):
        if key(text) in own:
            step.execute(f"DELETE FROM {table} WHERE id = ?", id_)
            mine, own_label = own[key(text)]
            if said and not own_label:
                step.execute(f"UPDATE {table} SET {label} = ? WHERE id = ?", said, mine)


def _append(step: Work, couple: Couple, table: str) -> None:
    """The second's after the first's."""
    step.execute(
        f"""UPDATE {table} SET person_id = ?1,
              position = position + 1 + coalesce((SELECT max(position) FROM {table} WHERE person_id = ?1), -1)
            WHERE person_id = ?2""",
        *couple,
    )


WORKS = """SELECT id, organisation_id, role, unit, start_on, end_on, current_as_of FROM affiliation
            WHERE person_id = ? ORDER BY position, id"""


def _move_works(step: Work, couple: Couple) -> None:
    """The same role at the same place becomes one, as long as either of them says."""
    own = [list(row) for row in step.rows(WORKS, couple.keep)]
    for other in step.rows(WORKS, couple.gone):
        mine = next((work for work in own if _is_same_work(work, other)), None)
        if mine is not None:
            mine[2:] = [
                mine[2] or other[2], mine[3] or other[3], earlier(mine[4], other[4]), wider(mine[5], other[5]),
                max(mine[6], other[6]),
            ]  # fmt: skip
            step.execute("DELETE FROM affiliation WHERE id = ?", other[0])
    step.execute_many(
        "UPDATE affiliation SET role = ?, unit = ?, start_on = ?, end_on = ?, current_as_of = ? WHERE id = ?",
        [(*work[2:], work[0]) for work in own],
    )
    _append(step, couple, "affiliation")


def _is_same_work(one: Any, other: Any) -> bool:
    """One role at one place; a role that was left out fits while both go on."""
    roles = fold(one[2]) == fold(other[2]) or (not (one[2] and other[2]) and not one[5] and not other[5])
    units = not one[3] or not other[3] or fold(one[3]) == fold(other[3])
    return bool(one[1] == other[1]) and roles and units


def _move_ties(step: Work, couple: Couple) -> None:
    """A tie between the two is none; what ties the first to somebody already is not tied twice."""
    step.execute("DELETE FROM tie WHERE (person_id, other_id) IN ((?1, ?2), (?2, ?1))", *couple)
    step.execute("UPDATE tie SET person_id = ? WHERE person_id = ?", *couple)
    step.execute("UPDATE tie SET other_id = ? WHERE other_id = ?", *couple)
    first: dict[tuple[int | str, ...], tuple[int, str, str, str]] = {}
    for id_, one, other, kind, since, until, source in step.rows(
        """SELECT id, person_id, other_id, kind, since, until, source FROM tie
            WHERE ? IN (person_id, other_id) ORDER BY id""",
        couple.keep,
    ):
        key = (*(sorted((one, other)) if is_same_both_ways(kind) else (one, other)), kind)
        if key not in first:
            first[key] = (id_, since, until, source)
            continue
        kept, *said = first[key]
        whole = (earlier(said[0], since), wider(said[1], until), "; ".join(_united([said[2]], [source])))
        first[key] = (kept, *whole)
        step.execute("UPDATE tie SET since = ?, until = ?, source = ? WHERE id = ?", *whole, kept)
        step.execute("DELETE FROM tie WHERE id = ?", id_)


def _move_names(step: Work, couple: Couple, others: set[str], name: str) -> None:
    """The name that is not taken becomes another spelling."""
    _hand_over(step, couple, "person_spelling")
    step.execute_many(
        "INSERT OR IGNORE INTO person_spelling (person_id, name) VALUES (?, ?)",
        [(couple.keep, other) for other in sorted(others) if other.strip()],
    )
    step.execute("DELETE FROM person_spelling WHERE person_id = ? AND name = ?", couple.keep, name)


def _move_own_fields(step: Work, couple: Couple, taking: Mapping[str, int]) -> None:
    chosen = [int(field.removeprefix("field ")) for field, who in taking.items()
              if field.startswith("field ") and who == couple.gone]  # fmt: skip
    step.execute_many(
        """DELETE FROM person_field WHERE person_id = ?1 AND field_id = ?3
            AND EXISTS (SELECT 1 FROM person_field WHERE person_id = ?2 AND field_id = ?3)""",
        [(*couple, field) for field in chosen],
    )
    _hand_over(step, couple, "person_field")


def _move_photo(step: Work, couple: Couple, take: bool) -> None:
    if take:
        step.execute(
            """DELETE FROM person_photo WHERE person_id = ?1
                AND EXISTS (SELECT 1 FROM person_photo WHERE person_id = ?2)""",
            *couple,
        )
    _hand_over(step, couple, "person_photo")
    _hand_over(step, couple, "person_card")


def _move_links(step: Work, couple: Couple) -> None:
    for table in LINKED:
        _hand_over(step, couple, table)
    _move_introductions(step, couple)
    kinds = ", ".join(f"'{kind}'" for kind in ABOUT_PEOPLE)
    step.execute(f"UPDATE OR IGNORE decision SET subject_id = ? WHERE subject_id = ? AND kind IN ({kinds})", *couple)
    step.execute(f"DELETE FROM decision WHERE subject_id = ? AND kind IN ({kinds})", couple.gone)


def _move_introductions(step: Work, couple: Couple) -> None:
    """An introduction of the two to each other is none."""
    parts = ("connector_id", "first_id", "second_id")
    for one, other in (("connector_id", "second_id"), ("first_id", "second_id")):
        step.execute(f"DELETE FROM introduction WHERE ({one}, {other}) IN ((?1, ?2), (?2, ?1))", *couple)
    for part in parts:
        step.execute(f"UPDATE introduction SET {part} = ? WHERE {part} = ?", *couple)


def _move_settled(step: Work, couple: Couple) -> None:
    """Whoever is not the second is not the first either."""
    rows = step.rows("SELECT person_id, other_id FROM not_same WHERE ? IN (person_id, other_id)", couple.gone)
    others = {id_ for row in rows for id_ in row} - set(couple)
    step.execute_many(
        "INSERT OR IGNORE INTO not_same (person_id, other_id) VALUES (?, ?)",
        [tuple(sorted((couple.keep, other))) for other in sorted(others)],
    )


def _hand_over(step: Work, couple: Couple, table: str) -> None:
    """Rows of the second become the first's, unless the first has the same already."""
    step.execute(f"UPDATE OR IGNORE {table} SET person_id = ? WHERE person_id = ?", *couple)
    step.execute(f"DELETE FROM {table} WHERE person_id = ?", couple.gone)
