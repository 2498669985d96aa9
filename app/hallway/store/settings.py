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
    "questions.anyone": [
        "What are you hoping to find out this year?",
        "Who else here should I be talking to?",
    ],
}
"""Settings that belong to the record; the rest (theme, window) belongs to the machine."""


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
    keys = ("name", "pronouns", "degree", "university", "email", "link", "introduction")
    row = look.row(f"SELECT {', '.join(keys)} FROM profile WHERE id = 1")
    return dict(zip(keys, row or [""] * len(keys), strict=True))


def set_profile(step: Work, key: str, value: str) -> None:
    """Change one of the user's own details."""
    step.execute(
        "INSERT INTO profile (id, name, pronouns, degree, university, email, link, introduction)"
        " VALUES (1, '', '', '', '', '', '', '') ON CONFLICT DO NOTHING"
    )
    step.execute(f'UPDATE profile SET "{key}" = ? WHERE id = 1', value)
