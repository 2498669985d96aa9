"""What the user chose for the record, and what they told of themselves."""

from __future__ import annotations

import json
from typing import Any

from hallway.store.work import View, Work

DEFAULTS: dict[str, Any] = {
    "plan.per_week": 3,
    "plan.weekdays": [1, 3],
    "today.at_most": 4,
    "week.goal": 3,
    "calendar.choice": {},
    "calendar.file": "",
    "calendar.folder": "",
    "calendar.server": "",
    "calendar.user": "",
    "calendar.by_itself": False,
    "questions.anyone": [
        "What are you hoping to find out this year?",
        "Who else here should I be talking to?",
    ],
    "profile.links": [],
    "card.left_out": ["pronouns", "phone"],
    "card.others": {},
    "card.chosen": "",
    "conflicts.months": 48,
    "import.columns": {},
    "messages.language": "en",
    "messages.relations": {},
}
"""Settings that belong to the record; the rest (theme, window) belongs to the machine."""

COLUMNS = ("name", "pronouns", "degree", "university", "email", "link", "introduction")
BESIDE = {"phonetic": "profile.phonetic", "phone": "profile.phone"}
"""What the user tells of themselves beyond the columns of the first shape, and the setting that keeps it."""


def setting(look: View, key: str) -> Any:
    """A setting's value, or its default."""
    stored_value = look.value("SELECT value FROM setting WHERE key = ?", key)
    return DEFAULTS.get(key) if stored_value is None else json.loads(stored_value)


def set_setting(step: Work, key: str, value: Any) -> None:
    """Change a setting."""
    step.execute(
        "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        key, json.dumps(value),
    )  # fmt: skip


def profile(look: View) -> dict[str, str]:
    """What the user told of themselves; empty texts where nothing."""
    row = look.row(f"SELECT {', '.join(COLUMNS)} FROM profile WHERE id = 1")
    told = dict(zip(COLUMNS, row or [""] * len(COLUMNS), strict=True))
    return told | {key: setting(look, kept_as) or "" for key, kept_as in BESIDE.items()}


def set_profile(step: Work, key: str, value: str) -> None:
    """Change one of the user's own details."""
    if key in BESIDE:
        set_setting(step, BESIDE[key], value)
        return
    step.execute(
        f"INSERT INTO profile (id, {', '.join(COLUMNS)}) VALUES (1, '', '', '', '', '', '', '') ON CONFLICT DO NOTHING"
    )
    step.execute(f'UPDATE profile SET "{key}" = ? WHERE id = 1', value)
