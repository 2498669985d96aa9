"""What the columns of a table mean, in words, each with its icon."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hallway.domain.columns import Column, Layout, Meaning

MEANINGS: dict[Meaning, tuple[str, str]] = {
    Meaning.NAME: ("user-round", str(QT_TRANSLATE_NOOP("columns", "Name"))),
    Meaning.GIVEN: ("user-round", str(QT_TRANSLATE_NOOP("columns", "Given name"))),
    Meaning.FAMILY: ("user-round", str(QT_TRANSLATE_NOOP("columns", "Family name"))),
    Meaning.ADDITIONAL: ("user-round", str(QT_TRANSLATE_NOOP("columns", "Middle name"))),
    Meaning.PREFIX: ("user-round", str(QT_TRANSLATE_NOOP("columns", "Title (Dr, Prof)"))),
    Meaning.SUFFIX: ("user-round", str(QT_TRANSLATE_NOOP("columns", "After the name (PhD)"))),
    Meaning.NICKNAME: ("smile", str(QT_TRANSLATE_NOOP("columns", "Nickname"))),
    Meaning.PHONETIC: ("volume-2", str(QT_TRANSLATE_NOOP("columns", "How to say the name"))),
    Meaning.PRONOUNS: ("smile", str(QT_TRANSLATE_NOOP("columns", "Pronouns"))),
    Meaning.EMAIL: ("mail", str(QT_TRANSLATE_NOOP("columns", "Mail"))),
    Meaning.PHONE: ("phone", str(QT_TRANSLATE_NOOP("columns", "Phone"))),
    Meaning.ORGANISATION: ("building-2", str(QT_TRANSLATE_NOOP("columns", "Works at"))),
    Meaning.ROLE: ("briefcase", str(QT_TRANSLATE_NOOP("columns", "Role"))),
    Meaning.UNIT: ("building-2", str(QT_TRANSLATE_NOOP("columns", "Department"))),
    Meaning.START: ("calendar", str(QT_TRANSLATE_NOOP("columns", "There since"))),
    Meaning.END: ("calendar", str(QT_TRANSLATE_NOOP("columns", "There until"))),
    Meaning.PAGE: ("globe", str(QT_TRANSLATE_NOOP("columns", "Page or profile"))),
    Meaning.TOPICS: ("tag", str(QT_TRANSLATE_NOOP("columns", "Interests"))),
    Meaning.GROUPS: ("users", str(QT_TRANSLATE_NOOP("columns", "Groups"))),
    Meaning.PLACE: ("map-pin", str(QT_TRANSLATE_NOOP("columns", "Place"))),
    Meaning.TIME_ZONE: ("clock", str(QT_TRANSLATE_NOOP("columns", "Time zone"))),
    Meaning.LANGUAGES: ("languages", str(QT_TRANSLATE_NOOP("columns", "Languages"))),
    Meaning.BIRTHDAY: ("cake", str(QT_TRANSLATE_NOOP("columns", "Birthday"))),
    Meaning.BIRTH_YEAR: ("cake", str(QT_TRANSLATE_NOOP("columns", "Year of birth"))),
    Meaning.BIRTH_MONTH: ("cake", str(QT_TRANSLATE_NOOP("columns", "Month of birth"))),
    Meaning.BIRTH_DAY: ("cake", str(QT_TRANSLATE_NOOP("columns", "Day of birth"))),
    Meaning.MET_ON: ("handshake", str(QT_TRANSLATE_NOOP("columns", "When you met"))),
    Meaning.MET_HOW: ("handshake", str(QT_TRANSLATE_NOOP("columns", "How you met"))),
    Meaning.LAST_IN_TOUCH: ("history", str(QT_TRANSLATE_NOOP("columns", "Last in touch"))),
    Meaning.RHYTHM: ("refresh-cw", str(QT_TRANSLATE_NOOP("columns", "Rhythm"))),
    Meaning.NOTE: ("notebook-text", str(QT_TRANSLATE_NOOP("columns", "Notes"))),
    Meaning.UID: ("hash", str(QT_TRANSLATE_NOOP("columns", "Number elsewhere"))),
    Meaning.LABEL: ("tag", str(QT_TRANSLATE_NOOP("columns", "Kind of the next column"))),
    Meaning.IN_NOTES: ("notebook-pen", str(QT_TRANSLATE_NOOP("columns", "Keep in the notes"))),
    Meaning.LEFT_OUT: ("minus", str(QT_TRANSLATE_NOOP("columns", "Leave out"))),
}
LISTS = frozenset({Meaning.TOPICS, Meaning.GROUPS, Meaning.LANGUAGES})
ENCODINGS = {
    "utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "Western European",
    "cp1250": "Central European", "cp1251": "Cyrillic", "cp1253": "Greek", "cp1254": "Turkish", "cp932": "Japanese",
    "gb18030": "Chinese", "mac_roman": "Mac Roman", "latin-1": "Western European (ISO)", "big5": "Chinese (Big5)",
    "cp949": "Korean", "cp1257": "Baltic", "cp1255": "Hebrew", "cp1256": "Arabic",
}  # fmt: skip
CHOICES = (
    "utf-8", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp932", "gb18030", "mac_roman", "utf-16-le",
)  # fmt: skip
DELIMITERS = {
    ",": str(QT_TRANSLATE_NOOP("columns", "commas")), ";": str(QT_TRANSLATE_NOOP("columns", "semicolons")),
    "\t": str(QT_TRANSLATE_NOOP("columns", "tabs")), "|": str(QT_TRANSLATE_NOOP("columns", "upright bars")),
}  # fmt: skip
PRODUCERS = {"google": "Google", "outlook": "Outlook", "thunderbird": "Thunderbird", "hallway": "Hallway"}


def say(column: Column) -> str:
    """What a column means: "Interests, split at “;”"."""
    words = _t(MEANINGS[column.meaning][1])
    sign = column.split.strip()
    return _t("{meaning}, split at “{sign}”").format(meaning=words, sign=sign) if sign else words


def say_form(layout: Layout) -> str:
    """How the table is written: "Western European letters, semicolons between the columns"."""
    letters = ENCODINGS.get(layout.encoding, layout.encoding)
    signs = _t(DELIMITERS.get(layout.delimiter, layout.delimiter))
    return _t("Letters: {letters}. Between the columns: {signs}.").format(letters=letters, signs=signs)


def _t(text: str) -> str:
    return QCoreApplication.translate("columns", text)
