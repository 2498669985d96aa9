"""Papers of people and of the user, and who wrote together, many at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from hallway.domain.achievements import Achievement
from hallway.domain.paper_review import CoAuthors, Noted
from hallway.domain.papers import paper_keys
from hallway.store import bulk
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

PUBLICATION, CO_AUTHOR = "publication", "co-author"


def noted(look: View) -> tuple[Noted, ...]:
    """Every paper that is noted, whoever's it is."""
    rows = look.rows(
        "SELECT id, coalesce(person_id, 0), title, on_day, link FROM achievement WHERE kind = ?", PUBLICATION
    )
    return tuple(Noted(id_, who, paper_keys(title, link, on), on, link) for id_, who, title, on, link in rows)


def co_authors(look: View) -> tuple[CoAuthors, ...]:
    """Every two people who write together, as far as the record knows."""
    rows = look.rows(
        "SELECT id, person_id, other_id, since, until, source FROM tie WHERE kind = ? ORDER BY id DESC", CO_AUTHOR
    )
    return tuple(CoAuthors(id_, (min(one, other), max(one, other)), *rest) for id_, one, other, *rest in rows)


def there(look: View) -> frozenset[int]:
    """Everybody who is not in the trash."""
    return frozenset(id_ for (id_,) in look.rows("SELECT id FROM person WHERE standing <> 'let go'"))


def add(step: Work, new: Sequence[Achievement], new_uid: Callable[[], str] = random_uid) -> None:
    """Note papers."""
    columns = ("id", "uid", "person_id", "kind", "title", "on_day", "seen_on", "link", "notes")
    ids = bulk.next_ids(step, "achievement", len(new))
    bulk.put(step, "achievement", columns, (
        (id_, new_uid(), one.person_id, one.kind, one.title, one.on_day, one.seen_on, one.link, one.notes)
        for id_, one in zip(ids, new, strict=True)
    ))  # fmt: skip


def change(step: Work, changed: Iterable[tuple[int, str, str]]) -> None:
    """Bring papers to another date and link: (id, date, link)."""
    rows = ((on, link, id_) for id_, on, link in changed)
    step.execute_many("UPDATE achievement SET on_day = ?, link = ? WHERE id = ?", rows)


def tie(step: Work, pairs: Iterable[tuple[int, int, str, str]], source: str) -> None:
    """Note who wrote together from when until when: (one, the other, since, until)."""
    columns = ("person_id", "other_id", "kind", "since", "until", "source")
    bulk.put(step, "tie", columns, _with_source(pairs, source))


def retie(step: Work, changed: Iterable[tuple[int, str, str]]) -> None:
    """Other years of ties: (id, since, until)."""
    rows = ((since, until, id_) for id_, since, until in changed)
    step.execute_many("UPDATE tie SET since = ?, until = ? WHERE id = ?", rows)


def _with_source(
    pairs: Iterable[tuple[int, int, str, str]], source: str
) -> Iterator[tuple[int, int, str, str, str, str]]:
    return ((one, other, CO_AUTHOR, since, until, source) for one, other, since, until in pairs)
