"""The lists of people one can look at, and their orders, with the words for both."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hallway.domain.people import Order, Standing


@dataclass(frozen=True, slots=True)
class PeopleView:
    """One list: the standing it shows, its words, and what is said when nobody is in it."""

    key: str
    standing: Standing
    source: str
    icon: str
    empty_title: str
    empty_sentence: str


LAST_IMPORT = "last import"
"""The key of the list of people from the newest import."""

VIEWS = (
    PeopleView(
        Standing.ACTIVE, Standing.ACTIVE, str(QT_TRANSLATE_NOOP("People", "People")), "users-round",
        str(QT_TRANSLATE_NOOP("People", "Nobody here yet")),
        str(QT_TRANSLATE_NOOP("People", "Begin with somebody you met lately. A name is enough.")),
    ),
    PeopleView(
        Standing.NOT_MET, Standing.NOT_MET, str(QT_TRANSLATE_NOOP("People", "Not yet met")), "circle-dashed",
        str(QT_TRANSLATE_NOOP("People", "Nobody you would like to meet")),
        str(QT_TRANSLATE_NOOP("People", "Speakers of your events and people you hope to meet stand here.")),
    ),
    PeopleView(
        Standing.ARCHIVED, Standing.ARCHIVED, str(QT_TRANSLATE_NOOP("People", "Archived")), "archive",
        str(QT_TRANSLATE_NOOP("People", "Nobody is archived")),
        str(QT_TRANSLATE_NOOP("People", "Who is archived keeps everything and takes no part in the plan.")),
    ),
    PeopleView(
        Standing.LET_GO, Standing.LET_GO, str(QT_TRANSLATE_NOOP("People", "Let go")), "trash-2",
        str(QT_TRANSLATE_NOOP("People", "Nobody was let go")),
        str(QT_TRANSLATE_NOOP("People", "Who is let go stays here for thirty days and can be brought back.")),
    ),
    PeopleView(
        LAST_IMPORT, Standing.ACTIVE, str(QT_TRANSLATE_NOOP("People", "Last import")), "import",
        str(QT_TRANSLATE_NOOP("People", "Nothing was imported yet")),
        str(QT_TRANSLATE_NOOP("People", "People from your newest import stand here.")),
    ),
)  # fmt: skip

ORDERS: dict[Order, str] = {
    Order.RECENT: str(QT_TRANSLATE_NOOP("People", "Recently in touch")),
    Order.NAME: str(QT_TRANSLATE_NOOP("People", "Name")),
    Order.NEXT: str(QT_TRANSLATE_NOOP("People", "Next check-in")),
    Order.ADDED: str(QT_TRANSLATE_NOOP("People", "Added")),
}


def view_of(key: str) -> PeopleView:
    """Return a list by its key; the list of everybody known for a key that is none."""
    return next((view for view in VIEWS if view.key == key), VIEWS[0])


def words(source: str) -> str:
    """Return words of this module in the language in use."""
    return QCoreApplication.translate("People", source)
