"""English as a translation: one person, two people. Qt asks it for every text that has a number in it (`%n`).

Other languages bring their plural forms in their own .qm file and need nothing from here.
"""

from __future__ import annotations

from PySide6.QtCore import QTranslator

ONE = {
    "%n lines to look at": "%n line to look at",
    "%n moments in {month}": "%n moment in {month}",
    "%n people marked": "%n person marked",
    "%n people saved in {file}": "%n person saved in {file}",
    "%n people": "%n person",
    "%n days": "%n day",
    "%n pauses": "%n pause",
    "%n days off": "%n day off",
    "%n days off to come": "%n day off to come",
    "Take %n days off": "Take one day off",
    "%n have gone by and are left out.": "One has gone by and is left out.",
    "%n sessions": "%n session",
    "%n rooms": "%n room",
    "%n papers": "%n paper",
    "%n authors": "%n author",
    "%n ties": "%n tie",
    "%n speakers": "%n speaker",
    "%n sessions are no longer in it and will go; what you starred or wrote about stays.": (
        "%n session is no longer in it and will go; what you starred or wrote about stays."
    ),
    "%n sessions are not in this file. They stay as they are.": "%n session is not in this file. It stays as it is.",
    "%n pairs wait for another day.": "%n pair waits for another day.",
    "Takes back %n steps": "Takes back %n step",
    "Does %n steps again": "Does %n step again",
    "Took back %n steps": "Took back %n step",
    "Did %n steps again": "Did %n step again",
    "waits %n more days": "waits %n more day",
    "{topic}: %n others here": "{topic}: %n other here",
    "and %n more": "and one more",
    "%n other ways.": "One other way.",
    "{people}, %n conversations": "{people}, %n conversation",
    "%n to meet here": "one to meet here",
    "Look %n people through": "Look %n person through",
    "%n questions": "%n question",
    "%n words.": "%n word.",
    "Merge all %n with the same name and place": "Merge the one with the same name and place",
    "{files}, %n rows": "{files}, %n row",
    "%n columns are empty.": "One column is empty.",
    "About %n seconds left.": "About a second left.",
    "About %n minutes left.": "About a minute left.",
    "%n people wait until you decide whether you know them already.": (
        "One person waits until you decide whether you know them already."
    ),
    "Take them out of the %n copies of your record, too": "Take them out of the copy of your record, too",
    "%n people led you further": "One person led you further",
    "%n older copies were made before the passphrase and can be read without it.": (
        "One older copy was made before the passphrase and can be read without it."
    ),
    "%n copies encrypted": "One copy encrypted",
    "%n copies taken away": "One copy taken away",
}
"""Texts that read otherwise when the number is one; texts that read the same (`%n met`) are left out."""


class EnglishPlurals(QTranslator):
    """Gives the singular where there is one."""

    def translate(  # None is Qt's null string: the source text stays as it is
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The text for a number, or None."""
        return ONE.get(source) if n == 1 else None

    def isEmpty(self) -> bool:
        """Never; Qt skips translators that say they are."""
        return False
