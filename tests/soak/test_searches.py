"""Whatever is typed, looked for everywhere: nothing raises."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings

from hallway.usecases.desk import Desk
from tests.store.searched import TEXTS, ask_everywhere, some_people
from tests.tiers import SEARCHES

pytestmark = [pytest.mark.soak, pytest.mark.timeout(7200)]


@pytest.fixture
def known() -> Iterator[Desk]:
    desk = some_people()
    yield desk
    desk.database.close_thread()


def test_no_text_raises(known: Desk, record_property: Callable[[str, object], None]) -> None:
    @settings(max_examples=SEARCHES.now, deadline=None, database=None)
    @given(TEXTS)
    def ask(text: str) -> None:
        ask_everywhere(known, text)

    ask()
    record_property("came to", f"{SEARCHES.now:,} texts, 0 exceptions")
