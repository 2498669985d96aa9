"""Everything one can ask about people, and do for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hallway.domain import errors
from hallway.domain.contacts import checked_email, checked_phone
from hallway.domain.interactions import Interaction, Promise
from hallway.domain.names import NameParts, renamed, split_name
from hallway.domain.own_links import person_of
from hallway.domain.partial_dates import Birthday, PartialDate, checked_span
from hallway.domain.people import TEXT_FIELDS, Affiliation, Group, NewPerson, Person, PersonRow, Standing, Tie
from hallway.domain.profiles import checked_profile
from hallway.domain.records import Email, Phone
from hallway.domain.rhythm import say_rhythm
from hallway.store import decisions, lists, organisations, several
from hallway.store import interactions as interaction_store
from hallway.store import people as store
from hallway.store import promises as promise_store
from hallway.store.glances import name_of
from hallway.store.interactions import TimelineFilter
from hallway.store.lists import PeopleFilter
from hallway.store.work import View, Work

__all__ = ["PeopleFilter"]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person with what was promised, what happened lately, and how much there is in all."""

    person: Person
    promises: tuple[Promise, ...]
    moments: tuple[Interaction, ...]
    moment_count: int


def page_of(look: View, person_id: int, moments: int = 40) -> PersonPage:
    """Everything the person's page shows at once. Raises `NotFound`."""
    chosen = TimelineFilter(person_id=person_id)
    return PersonPage(
        person=store.get(look, person_id),
        promises=promise_store.of_person(look, person_id),
        moments=interaction_store.timeline(look, chosen, moments),
        moment_count=interaction_store.count(look, chosen),
    )


def person(look: View, person_id: int) -> Person:
    """One person. Raises `NotFound`."""
    return store.get(look, person_id)


def listed(look: View, chosen: PeopleFilter) -> tuple[int, ...]:
    """The ids of a list, in order."""
    return lists.ids(look, chosen)


def rows(look: View, person_ids: Sequence[int]) -> dict[int, PersonRow]:
    """List rows of these people, by id."""
    return lists.rows_of(look, person_ids)


def promised_to(look: View, person_ids: Sequence[int]) -> frozenset[int]:
    """Those of these people to whom the user promised something that stands open."""
    return promise_store.promised_to(look, person_ids)


def latest_import(look: View) -> int | None:
    """The number of the newest import that people came with, or None."""
    return store.latest_import(look)


def count(look: View, standing: Standing = Standing.ACTIVE) -> int:
    """How many people stand there."""
    return lists.count(look, PeopleFilter(standing))


def groups(look: View) -> tuple[Group, ...]:
    """All groups, with how many people are in each."""
    return store.groups(look)


def group_shares(look: View, person_ids: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """Every group with how many of these people are in it."""
    return store.group_shares(look, person_ids)


def organisation_names(look: View) -> tuple[str, ...]:
    """For completing what is typed."""
    return organisations.names(look)


def linked(look: View, link: str) -> int:
    """Whom a link of Hallway's own leads to. Raises `Refused` for another link, `NotFound` for somebody gone."""
    return store.by_uid(look, person_of(link))


def topic_names(look: View) -> tuple[str, ...]:
    """For completing what is typed."""
    return tuple(name for (name,) in look.rows("SELECT name FROM topic ORDER BY name"))


def named(look: View, words: str) -> tuple[int, str]:
    """The one person meant by a name or a part of it. Raises `NotFound` or `Ambiguous`."""
    found = store.called(look, words)
    if not found:
        raise errors.NotFound(f"Nobody here goes by “{words}”.", do="Try `hallway find` with a part of the name.")
    if len(found) > 1:
        choices = tuple(name for _, name in found[:12])
        what = f"Several people fit “{words}”: {', '.join(choices)}."
        raise errors.Ambiguous(what, choices, "Write more of the name.")
    return found[0]


def add(step: Work, new: NewPerson) -> int:
    """Add somebody. Raises `Refused` without a name, or for a day of meeting or a rhythm that makes no sense."""
    if not new.name.strip():
        raise errors.Refused("A name is needed.")
    _checked("met_on", new.met_on, step.today)
    _check_rhythm(new.rhythm_days)
    step.label = f"Added {new.name.strip()}"
    return store.add(step, new)


def add_several(step: Work, new: Sequence[NewPerson]) -> tuple[int, ...]:
    """Add several people in one step."""
    ids = tuple(add(step, one) for one in new)
    step.label = f"Added {len(ids)} people" if len(ids) != 1 else step.label
    return ids


def change(step: Work, person_id: int, field: str, value: str) -> None:
    """Change one text of a person's. Raises `Refused` for an unknown field, an empty name or an unreadable date."""
    if field not in TEXT_FIELDS:
        raise errors.Refused(f"A person has no field called {field}.")
    before, kept = store.get(step, person_id), _checked(field, value, step.today)
    store.set_field(step, person_id, field, kept)
    if field in NAME_PARTS:
        _rename(step, before, replace(parts_of(before), **{field: kept}))
    elif field == "name":
        _split_anew(step, before, kept)
    step.label = f"Changed {before.name}: {FIELD_WORDS.get(field, field)}"


NAME_PARTS = ("prefix", "given", "additional", "family", "suffix")
FIELD_WORDS = {
    "phonetic": "how to say the name", "given": "given name", "family": "family name", "met_on": "when you met",
    "met_how": "how you met", "time_zone": "time zone", "additional": "middle names", "prefix": "title",
}  # fmt: skip


def set_emails(step: Work, person_id: int, emails: Sequence[Email]) -> None:
    """Put these addresses in place of the ones there. Raises `Refused` for a new one that cannot be."""
    there = {one.address for one in store.get(step, person_id).emails}
    emails = [one if one.address in there else replace(one, address=checked_email(one.address)) for one in emails]
    step.label = f"Changed {name_of(step, person_id)}: mail"
    store.set_emails(step, person_id, emails)


def set_phones(step: Work, person_id: int, phones: Sequence[Phone]) -> None:
    """Put these numbers in place of the ones there. Raises `Refused` for a new one that is none."""
    there = {one.number for one in store.get(step, person_id).phones}
    phones = [one if one.number in there else replace(one, number=checked_phone(one.number)) for one in phones]
    step.label = f"Changed {name_of(step, person_id)}: phone"
    store.set_phones(step, person_id, phones)


def set_profiles(step: Work, person_id: int, pasted: Sequence[str]) -> None:
    """Put these pages (as pasted) in place of the ones there. Raises `Refused` for a new one that is no link."""
    there = {page.url: page for page in store.get(step, person_id).profiles}
    pages = [there.get(text.strip()) or checked_profile(text) for text in pasted if text.strip()]
    pages = list(dict.fromkeys(pages))
    step.label = f"Changed {name_of(step, person_id)}: profiles"
    store.set_profiles(step, person_id, pages)


def set_topics(step: Work, person_id: int, topics: Sequence[str]) -> None:
    """Put these interests in place of the ones there."""
    step.label = f"Changed {name_of(step, person_id)}: interests"
    store.set_topics(step, person_id, topics)


def set_groups(step: Work, person_id: int, names: Sequence[str]) -> None:
    """Put these groups in place of the ones there, making new ones."""
    step.label = f"Changed {name_of(step, person_id)}: groups"
    store.set_groups(step, person_id, names)


def change_groups(step: Work, person_ids: Sequence[int], names: Mapping[str, bool]) -> None:
    """Put several people into the groups that are true and take them out of those that are false."""
    step.label = f"Changed groups of {len(person_ids)} people"
    if len(person_ids) == 1:
        step.label = f"Changed {name_of(step, person_ids[0])}: groups"
    for name, inside in names.items():
        if name.strip():
            (several.join_group if inside else several.leave_group)(step, person_ids, name)


def set_group_rhythm(step: Work, group_id: int, days: int | None) -> None:
    """Give a group a default rhythm, or none. Raises `Refused` out of 0–3650."""
    _check_rhythm(days)
    step.label = "Changed a group's rhythm"
    store.set_group_rhythm(step, group_id, days)


def set_affiliation(step: Work, person_id: int, work: Affiliation) -> None:
    """Add a place of work, or change the one with `work.id`.

    Raises `Refused` for dates that do not read, and for an end before the beginning.
    """
    start, end = checked_span(work.start_on, work.end_on)
    work = replace(work, start_on=start, end_on=end)
    step.label = f"Changed {name_of(step, person_id)}: where they work"
    if work.id:
        store.change_affiliation(step, work)
    else:
        store.add_affiliation(step, person_id, work)


def drop_affiliation(step: Work, person_id: int, affiliation_id: int) -> None:
    """Take one place of work away."""
    step.label = f"Changed {name_of(step, person_id)}: where they work"
    store.drop_affiliation(step, affiliation_id)


def set_met(step: Work, person_id: int, event_id: int | None, introduced_by_id: int | None) -> None:
    """Where they met and through whom."""
    step.label = f"Changed {name_of(step, person_id)}: how you met"
    store.set_field(step, person_id, "met_event_id", event_id)
    store.set_field(step, person_id, "introduced_by_id", introduced_by_id)


def add_tie(step: Work, tie: Tie) -> None:
    """Tie two people. Raises `Refused` for one and the same."""
    if tie.person_id == tie.other_id:
        raise errors.Refused("A tie needs two people.")
    step.label = f"Tied {name_of(step, tie.person_id)} and {name_of(step, tie.other_id)}"
    store.add_tie(step, tie)


def set_rhythm(step: Work, person_id: int, days: int | None) -> None:
    """How often to be in touch: days, 0 for never on purpose, None to follow the groups.

    Raises `Refused` out of 0–3650.
    """
    _check_rhythm(days)
    words = say_rhythm(days) if days else "no rhythm"
    step.label = f"Rhythm for {name_of(step, person_id)}: {words}"
    store.set_field(step, person_id, "rhythm_days", days)
    decisions.fix_check_in(step, person_id, None)


def fix_check_in(step: Work, person_id: int, on: date | None) -> None:
    """Fix the next check-in by hand, or leave it to the rhythm again."""
    step.label = f"Moved the check-in with {name_of(step, person_id)}"
    decisions.fix_check_in(step, person_id, on)


def archive(step: Work, person_ids: Sequence[int]) -> None:
    """Set people aside: nothing of them is lost and nothing is planned."""
    _stand(step, person_ids, Standing.ARCHIVED, "Archived")


def let_go(step: Work, person_ids: Sequence[int]) -> None:
    """Move people to Let go, where they stay for thirty days."""
    _stand(step, person_ids, Standing.LET_GO, "Let go of")


def bring_back(step: Work, person_ids: Sequence[int]) -> None:
    """Bring people back from the archive or from Let go."""
    _stand(step, person_ids, Standing.ACTIVE, "Brought back")


def _stand(step: Work, person_ids: Sequence[int], standing: Standing, verb: str) -> None:
    whom = name_of(step, person_ids[0]) if len(person_ids) == 1 else f"{len(person_ids)} people"
    step.label = f"{verb} {whom}"
    several.set_standing(step, person_ids, standing)


def _checked(field: str, value: str, today: date) -> str:
    """The value as it is kept; raises `Refused` with the reason when it makes no sense."""
    kept = value if field == "notes" else " ".join(value.split()) if field != "met_how" else value.strip()
    if field == "name" and not kept:
        raise errors.Refused("A name is needed.")
    try:
        if field == "met_on" and kept:
            return str(PartialDate.parse(kept))
        if field == "birthday" and kept:
            return str(Birthday.parse(kept).checked(today))
        if field == "time_zone" and kept:
            from hallway.usecases import zones  # the first page asks for none

            return zones.checked(kept)
    except ValueError as error:
        raise errors.Refused(f"“{kept}” does not read as a date.", do="Write 2026, 2026-06 or 2026-06-17.") from error
    return kept


def _check_rhythm(days: int | None) -> None:
    if days is not None and not 0 <= days <= 3650:
        raise errors.Refused("A rhythm is a number of days up to ten years.")


def parts_of(one: Person) -> NameParts:
    """The five parts of somebody's name."""
    return NameParts(*(getattr(one, field) for field in NAME_PARTS))


def _rename(step: Work, before: Person, after: NameParts) -> None:
    """Keep the name as written in step with its parts, when it was made of them."""
    name = renamed(before.name, parts_of(before), after)
    if name != before.name:
        store.set_field(step, before.id, "name", name)


def _split_anew(step: Work, before: Person, name: str) -> None:
    """Keep the parts in step with the name, unless the user said otherwise what they are."""
    if parts_of(before) not in (split_name(before.name), NameParts()):
        return
    parts = split_name(name)
    for field in NAME_PARTS:
        if getattr(before, field) != getattr(parts, field):
            store.set_field(step, before.id, field, getattr(parts, field))
