"""Whether the day or the month comes first in 4/8, where the user lives."""

from __future__ import annotations

from PySide6.QtCore import QLocale

MONTH_FIRST = frozenset(
    {QLocale.Language.Chinese, QLocale.Language.Japanese, QLocale.Language.Korean, QLocale.Language.Hungarian}
)
"""Languages that write the year first and keep month and day in that order when the year is left out."""


def day_first(locale: QLocale | None = None) -> bool | None:
    """True for 4 August, False for 8 April, None where both are usual (as in Canada): then both are offered."""
    there = locale or QLocale()
    form = there.dateFormat(QLocale.FormatType.ShortFormat)
    if form.startswith("y"):
        return False if there.language() in MONTH_FIRST else None
    return form.find("d") < form.find("M")
