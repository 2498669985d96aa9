"""Conditions in words: what can be asked of the people listed, and how each answer reads on its chip."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hallway.domain.rhythm import say_rhythm
from hallway.usecases.views import Condition

FIELDS: dict[str, str] = {
    "group": str(QT_TRANSLATE_NOOP("PeopleFilter", "Group is…")),
    "topic": str(QT_TRANSLATE_NOOP("PeopleFilter", "Topic is…")),
    "touch": str(QT_TRANSLATE_NOOP("PeopleFilter", "Last in touch…")),
    "rhythm": str(QT_TRANSLATE_NOOP("PeopleFilter", "Rhythm is…")),
    "promise": str(QT_TRANSLATE_NOOP("PeopleFilter", "Open promise…")),
    "place of person": str(QT_TRANSLATE_NOOP("PeopleFilter", "Lives in…")),
    "organisation now": str(QT_TRANSLATE_NOOP("PeopleFilter", "Works now at…")),
    "organisation ever": str(QT_TRANSLATE_NOOP("PeopleFilter", "Was ever at…")),
    "place of work": str(QT_TRANSLATE_NOOP("PeopleFilter", "Works in the place…")),
    "met at": str(QT_TRANSLATE_NOOP("PeopleFilter", "Met at the event…")),
    "missing": str(QT_TRANSLATE_NOOP("PeopleFilter", "Missing…")),
    "import": str(QT_TRANSLATE_NOOP("PeopleFilter", "From the last import")),
    "standing": str(QT_TRANSLATE_NOOP("PeopleFilter", "Standing is…")),
}
"""What one can narrow by, in the order it is offered."""

CHIPS: dict[tuple[str, str], str] = {
    ("group", "is"): str(QT_TRANSLATE_NOOP("PeopleFilter", "In {name}")),
    ("topic", "is"): str(QT_TRANSLATE_NOOP("PeopleFilter", "Topic is {name}")),
    ("place", "of person"): str(QT_TRANSLATE_NOOP("PeopleFilter", "Lives in {name}")),
    ("place", "of work"): str(QT_TRANSLATE_NOOP("PeopleFilter", "Works in {name}")),
    ("organisation", "now"): str(QT_TRANSLATE_NOOP("PeopleFilter", "Now at {name}")),
    ("organisation", "ever"): str(QT_TRANSLATE_NOOP("PeopleFilter", "Ever at {name}")),
    ("rhythm", "any"): str(QT_TRANSLATE_NOOP("PeopleFilter", "Has a rhythm")),
    ("rhythm", "none"): str(QT_TRANSLATE_NOOP("PeopleFilter", "Has no rhythm")),
    ("rhythm", "days"): str(QT_TRANSLATE_NOOP("PeopleFilter", "Rhythm: {rhythm}")),
    ("touch", "within"): str(QT_TRANSLATE_NOOP("PeopleFilter", "In touch within {days}")),
    ("touch", "not for"): str(QT_TRANSLATE_NOOP("PeopleFilter", "Not in touch for {days}")),
    ("touch", "never"): str(QT_TRANSLATE_NOOP("PeopleFilter", "Never in touch")),
    ("met at", "is"): str(QT_TRANSLATE_NOOP("PeopleFilter", "Met at {name}")),
    ("promise", "mine"): str(QT_TRANSLATE_NOOP("PeopleFilter", "You promised something")),
    ("promise", "theirs"): str(QT_TRANSLATE_NOOP("PeopleFilter", "They promised something")),
    ("missing", "mail"): str(QT_TRANSLATE_NOOP("PeopleFilter", "No e-mail")),
    ("missing", "anything"): str(QT_TRANSLATE_NOOP("PeopleFilter", "Something useful is missing")),
    ("import", "last"): str(QT_TRANSLATE_NOOP("PeopleFilter", "From the last import")),
}
UNKNOWN = str(QT_TRANSLATE_NOOP("PeopleFilter", "Asked by a newer Hallway"))
GONE = str(QT_TRANSLATE_NOOP("PeopleFilter", "what is gone"))
DAYS = str(QT_TRANSLATE_NOOP("PeopleFilter", "%n days"))


def words(source: str) -> str:
    """Return words of this module in the language in use."""
    return QCoreApplication.translate("PeopleFilter", source)


def say(condition: Condition, name: str) -> str:
    """Return the words of a chip; `name` is what the condition is about, empty when it is gone."""
    source = CHIPS.get((condition.field, condition.how))
    if source is None:
        return words(UNKNOWN)
    number = condition.value if isinstance(condition.value, int) else 0
    days = QCoreApplication.translate("PeopleFilter", DAYS, "", min(number, 2**31 - 1))
    return words(source).format(name=name or words(GONE), rhythm=say_rhythm(number), days=days)
