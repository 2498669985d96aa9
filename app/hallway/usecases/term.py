"""What the user did this term, on one page to hand in or to look back on."""

from __future__ import annotations

from hallway.domain import errors
from hallway.domain.conflicts import months_before
from hallway.domain.sheets import Sheet
from hallway.domain.term import HEADING_OF, NEWS, USUAL_MONTHS, Fact, Term, sheet_of
from hallway.store import achievements, settings
from hallway.store import term as store
from hallway.store.work import View


def usual(look: View) -> Term:
    """The last four months."""
    return Term(months_before(look.today, USUAL_MONTHS), look.today)


def sheet(look: View, term: Term) -> Sheet:
    """The page. Raises `Refused` when it would end before it begins."""
    if term.last < term.first:
        raise errors.Refused("This would end before it begins.", do="Choose an earlier first day.")
    name = settings.profile(look)["name"].strip()
    return sheet_of(name, term, (*_own(look), *store.facts(look, term.first, term.last)))


def _own(look: View) -> tuple[Fact, ...]:
    return tuple(
        Fact(HEADING_OF.get(one.kind, NEWS), one.title.rstrip("."), one.when)
        for one in achievements.of_person(look, None)
    )
