"""People: reading one whole, adding, changing field by field, letting go and bringing back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from hallway.domain import errors
from hallway.domain.folding import fold
from hallway.domain.names import split_name
from hallway.domain.organisations import guess_kind
from hallway.domain.people import TEXT_FIELDS, Affiliation, Group, NewPerson, Person, Standing, Tie
from hallway.domain.records import Email, Phone, Profile
from hallway.domain.rhythm import rhythm_of
from hallway.store import tables
from hallway.store.days import day
from hallway.store.uids import random_uid
from hallway.store.words import whole
from hallway.store.work import View, Work

TRASH_DAYS = 30

WHOLE = f"""
    SELECT p.id, p.uid, {", ".join("p." + name for name in TEXT_FIELDS)},
           p.rhythm_days, p.check_in_on, p.standing, p.known, p.added_on, p.met_event_id, p.introduced_by_id,
           (SELECT title FROM event WHERE id = p.met_event_id),
           (SELECT name FROM person WHERE id = p.introduced_by_id),
           EXISTS (SELECT 1 FROM person_photo WHERE person_id = p.id),
           g.last_on, g.wish_on
      FROM person p LEFT JOIN glance g ON g.person_id = p.id WHERE p.id = ?
"""


def get(look: View, person_id: int) -> Person:
    """Everything about one person. Raises `NotFound`."""
    row = look.row(WHOLE, person_id)
    if row is None:
        raise errors.NotFound("This person is no longer in your record.")
    texts = dict(zip(TEXT_FIELDS, row[2:], strict=False))
    rest = row[2 + len(TEXT_FIELDS) :]
    own, fixed_on, standing, known, added_on, event_id, by_id, event, by, has_photo, last_on, wish_on = rest
    defaults = [days for (days,) in look.rows(DEFAULTS, person_id)]
    return Person(
        id=row[0], uid=row[1], **texts, rhythm_days=own, rhythm=rhythm_of(own, defaults),
        check_in_on=day(fixed_on), standing=_standing(standing, known), added_on=date.fromisoformat(added_on),
        met_event_id=event_id, met_event=event or "", introduced_by_id=by_id, introduced_by=by or "",
        has_photo=bool(has_photo), last_on=day(last_on), wish_on=day(wish_on),
        emails=tuple(Email(*pair) for pair in look.rows(EMAILS, person_id)),
        phones=tuple(Phone(*pair) for pair in look.rows(PHONES, person_id)),
        profiles=tuple(Profile(*pair) for pair in look.rows(PROFILES, person_id)),
        affiliations=affiliations(look, person_id),
        topics=_names(look, TOPICS, person_id), groups=_names(look, GROUPS, person_id),
        spellings=_names(look, SPELLINGS, person_id), ties=ties(look, person_id),
    )  # fmt: skip


DEFAULTS = """SELECT g.rhythm_days FROM group_member m JOIN "group" g ON g.id = m.group_id
               WHERE m.person_id = ? AND g.rhythm_days IS NOT NULL"""
EMAILS = "SELECT address, label FROM person_email WHERE person_id = ? ORDER BY position, id"
PHONES = "SELECT number, label FROM person_phone WHERE person_id = ? ORDER BY position, id"
PROFILES = "SELECT kind, url FROM person_profile WHERE person_id = ? ORDER BY position, id"
TOPICS = "SELECT t.name FROM person_topic x JOIN topic t ON t.id = x.topic_id WHERE x.person_id = ? ORDER BY t.name"
GROUPS = """SELECT g.name FROM group_member m JOIN "group" g ON g.id = m.group_id
             WHERE m.person_id = ? ORDER BY g.position, g.name"""
SPELLINGS = "SELECT name FROM person_spelling WHERE person_id = ? ORDER BY name"


def affiliations(look: View, person_id: int) -> tuple[Affiliation, ...]:
    """Where a person works and worked: what stands first, then newest first."""
    rows = look.rows(
        """SELECT o.name, a.role, a.unit, a.start_on, a.end_on, a.current_as_of, o.id, a.id
             FROM affiliation a JOIN organisation o ON o.id = a.organisation_id WHERE a.person_id = ?
            ORDER BY a.end_on <> '', a.position, a.start_on DESC, a.id""",
        person_id,
    )
    return tuple(Affiliation(*row) for row in rows)


def ties(look: View, person_id: int) -> tuple[Tie, ...]:
    """Ties from either side."""
    rows = look.rows(
        """SELECT ?1, o.id, o.name, t.kind, t.since FROM tie t
             JOIN person o ON o.id = CASE t.person_id WHEN ?1 THEN t.other_id ELSE t.person_id END
            WHERE ?1 IN (t.person_id, t.other_id) ORDER BY o.name""",
        person_id,
    )
    return tuple(Tie(*row) for row in rows)


def groups(look: View) -> tuple[Group, ...]:
    """All groups with how many people are in each."""
    rows = look.rows(
        """SELECT g.id, g.name, g.rhythm_days, (SELECT count(*) FROM group_member m JOIN glance x
             ON x.person_id = m.person_id AND x.standing = 'active' WHERE m.group_id = g.id)
             FROM "group" g ORDER BY g.position, g.name"""
    )
    return tuple(Group(*row) for row in rows)


def group_shares(look: View, person_ids: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """Every group with how many of these people are in it."""
    rows = look.rows(
        """SELECT g.name, (SELECT count(*) FROM group_member m WHERE m.group_id = g.id
             AND m.person_id IN (SELECT value FROM json_each(?))) FROM "group" g ORDER BY g.position, g.name""",
        json.dumps(list(person_ids)),
    )
    return tuple((name, number) for name, number in rows)


def latest_import(look: View) -> int | None:
    """The newest import that somebody came with, or None."""
    found = look.value("SELECT max(import_run_id) FROM person")
    return None if found is None else int(found)


def called(look: View, name: str) -> tuple[tuple[int, str], ...]:
    """People whose name (or another spelling) folds to the same words, not counting those let go."""
    match = whole(name)
    rows = look.rows(
        """SELECT DISTINCT p.id, p.name FROM person_words w JOIN person p ON p.id = w.rowid
            WHERE person_words MATCH ? AND p.standing <> 'let go' LIMIT 500""",
        f"name : ({match})",
    ) if match else []  # fmt: skip
    exact = [(id_, found) for id_, found in rows if fold(found) == fold(name)]
    return tuple(exact or rows)


def add(step: Work, new: NewPerson, import_id: int | None = None) -> int:
    """Add a person and what is known of them; returns the id."""
    parts = split_name(new.name)
    person_id: int = step.run(
        tables.Person.insert(
            uid=random_uid(), name=new.name.strip(), given=parts.given, family=parts.family,
            additional=parts.additional, prefix=parts.prefix, suffix=parts.suffix, notes=new.notes,
            met_on=new.met_on, met_how=new.met_how, met_event=new.met_event_id,
            introduced_by=new.introduced_by_id, rhythm_days=new.rhythm_days, known=new.known,
            added_on=step.today.isoformat(), import_run=import_id,
        )
    )  # fmt: skip
    set_emails(step, person_id, new.emails)
    set_phones(step, person_id, new.phones)
    set_profiles(step, person_id, new.profiles)
    set_topics(step, person_id, new.topics)
    set_groups(step, person_id, new.groups)
    if new.organisation or new.role:
        as_of = step.today.isoformat()
        add_affiliation(step, person_id, Affiliation(new.organisation, new.role, current_as_of=as_of))
    return person_id


def set_field(step: Work, person_id: int, name: str, value: Any) -> None:
    """Change one column. `name` is one of `TEXT_FIELDS` or rhythm_days, check_in_on, met_event_id, introduced_by_id."""
    step.execute(f'UPDATE person SET "{name}" = ? WHERE id = ?', value, person_id)


def set_emails(step: Work, person_id: int, emails: Sequence[Email]) -> None:
    """Put these addresses in place of the ones there."""
    rows = [(mail.address.strip(), mail.label) for mail in emails if mail.address.strip()]
    _replace(step, "person_email", ("address", "label"), person_id, rows)


def set_phones(step: Work, person_id: int, phones: Sequence[Phone]) -> None:
    """Put these numbers in place of the ones there."""
    rows = [(phone.number.strip(), phone.label) for phone in phones if phone.number.strip()]
    _replace(step, "person_phone", ("number", "label"), person_id, rows)


def set_profiles(step: Work, person_id: int, profiles: Sequence[Profile]) -> None:
    """Put these pages in place of the ones there."""
    _replace(step, "person_profile", ("kind", "url"), person_id, [(page.kind, page.url) for page in profiles])


def set_topics(step: Work, person_id: int, topics: Iterable[str]) -> None:
    """Put these interests in place of the ones there."""
    ids = {topic_id(step, name) for name in topics if name.strip()}
    _link(step, "person_topic", "topic_id", person_id, ids)


def set_groups(step: Work, person_id: int, names: Iterable[str]) -> None:
    """Put these groups in place of the ones there, making those that are new."""
    ids = {group_id(step, name) for name in names if name.strip()}
    _link(step, "group_member", "group_id", person_id, ids)


def topic_id(step: Work, name: str) -> int:
    """The topic of that name, made when new."""
    return _named(step, "topic", name)


def group_id(step: Work, name: str) -> int:
    """The group of that name, made when new."""
    return _named(step, "group", name)


def set_group_rhythm(step: Work, group: int, days: int | None) -> None:
    """The default rhythm of a group's members."""
    step.execute('UPDATE "group" SET rhythm_days = ? WHERE id = ?', days, group)


def add_affiliation(step: Work, person_id: int, work: Affiliation) -> int:
    """Add a place of work, making the organisation when new."""
    new_id: int = step.run(tables.Affiliation.insert(person=person_id, **_affiliation_columns(step, work)))
    return new_id


def change_affiliation(step: Work, work: Affiliation) -> None:
    """Bring the affiliation with `work.id` to what is given."""
    step.run(tables.Affiliation.update(**_affiliation_columns(step, work)).where(tables.Affiliation.id == work.id))


def drop_affiliation(step: Work, affiliation_id: int) -> None:
    """Take one affiliation away."""
    step.execute("DELETE FROM affiliation WHERE id = ?", affiliation_id)


def uids(look: View, person_ids: Iterable[int]) -> dict[int, str]:
    """The lasting ids of some people, by id."""
    ids = json.dumps(sorted(set(person_ids)))
    return dict(look.rows("SELECT id, uid FROM person WHERE id IN (SELECT value FROM json_each(?))", ids))


def by_uid(look: View, uid: str) -> int:
    """Whose lasting id this is. Raises `NotFound`, also for somebody who was let go."""
    found = look.value("SELECT id FROM person WHERE uid = ? AND standing <> 'let go'", uid)
    if found is None:
        raise errors.NotFound("This person is no longer in your record.")
    return int(found)


def organisation_id(step: Work, name: str, new_uid: Callable[[], str] = random_uid) -> int:
    """The organisation of that name (spelling folded), made when new and brought back when it was let go."""
    folded = fold(name)
    found = step.value("SELECT id FROM organisation WHERE folded = ?", folded)
    if found is not None:
        step.execute("UPDATE organisation SET let_go_on = NULL WHERE id = ? AND let_go_on IS NOT NULL", found)
        return int(found)
    new_id: int = step.run(
        tables.Organisation.insert(uid=new_uid(), name=name.strip(), folded=folded, kind=guess_kind(name))
    )
    return new_id


def add_spelling(step: Work, person_id: int, name: str) -> None:
    """Remember another spelling of the name."""
    step.execute("INSERT OR IGNORE INTO person_spelling (person_id, name) VALUES (?, ?)", person_id, name)


def add_foreign_uid(step: Work, person_id: int, uid: str) -> None:
    """Remember the number another program knows the person by."""
    step.execute("INSERT OR IGNORE INTO foreign_uid (person_id, uid) VALUES (?, ?)", person_id, uid)


def note_first_meeting(step: Work, person_id: int, on: date, event_id: int | None) -> None:
    """Where and when one met, unless that is known already."""
    step.execute(
        "UPDATE person SET met_on = ?, met_event_id = ? WHERE id = ? AND met_on = '' AND met_event_id IS NULL",
        on.isoformat(), event_id, person_id,
    )  # fmt: skip


def add_tie(step: Work, tie: Tie) -> None:
    """Tie two people."""
    step.run(tables.Tie.insert(person=tie.person_id, other=tie.other_id, kind=tie.kind, since=tie.since))


def mark_known(step: Work, person_id: int) -> None:
    """Somebody not yet met has been met."""
    step.execute("UPDATE person SET known = 1 WHERE id = ? AND known = 0", person_id)


def forget_old(step: Work) -> int:
    """Remove people let go more than thirty days ago; returns how many."""
    before = (step.today - timedelta(days=TRASH_DAYS)).isoformat()
    old = step.rows("SELECT id FROM person WHERE standing = 'let go' AND let_go_on < ?", before)
    step.execute_many("DELETE FROM person WHERE id = ?", old)
    return len(old)


def _affiliation_columns(step: Work, work: Affiliation) -> dict[str, Any]:
    organisation = organisation_id(step, work.organisation or "Somewhere")
    return {
        "organisation": organisation, "role": work.role, "unit": work.unit, "start_on": work.start_on,
        "end_on": work.end_on, "current_as_of": work.current_as_of,
    }  # fmt: skip


def _replace(step: Work, table: str, columns: tuple[str, str], person_id: int, rows: Sequence[tuple[str, str]]) -> None:
    """Put rows in place of others, leaving alone what stays the same (so that history stays small)."""
    query = f"SELECT {columns[0]}, {columns[1]} FROM {table} WHERE person_id = ? ORDER BY position, id"
    if step.rows(query, person_id) == list(rows):
        return
    step.execute(f"DELETE FROM {table} WHERE person_id = ?", person_id)
    step.execute_many(
        f"INSERT INTO {table} (person_id, position, {columns[0]}, {columns[1]}) VALUES (?, ?, ?, ?)",
        ((person_id, position, *row) for position, row in enumerate(rows)),
    )


def _link(step: Work, table: str, column: str, person_id: int, ids: set[int]) -> None:
    there = {id_ for (id_,) in step.rows(f"SELECT {column} FROM {table} WHERE person_id = ?", person_id)}
    step.execute_many(
        f"DELETE FROM {table} WHERE person_id = ? AND {column} = ?", [(person_id, id_) for id_ in sorted(there - ids)]
    )
    step.execute_many(
        f"INSERT INTO {table} (person_id, {column}) VALUES (?, ?)", [(person_id, id_) for id_ in sorted(ids - there)]
    )


def _named(step: Work, table: str, name: str) -> int:
    folded = fold(name)
    found = step.value(f'SELECT id FROM "{table}" WHERE folded = ?', folded)
    if found is not None:
        return int(found)
    model = {"topic": tables.Topic, "group": tables.Group}[table]
    new_id: int = step.run(model.insert(name=name.strip(), folded=folded))
    return new_id


def _names(look: View, query: str, person_id: int) -> tuple[str, ...]:
    return tuple(name for (name,) in look.rows(query, person_id))


def _standing(standing: str, known: int) -> Standing:
    return Standing.NOT_MET if standing == "active" and not known else Standing(standing)

