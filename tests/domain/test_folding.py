"""Folded text: what people type finds what stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz", "lukasz"), ("Søren Kierkegård", "soren kierkegard"), ("Đặng Thảo Nguyễn", "dang thao nguyen"),
        ("Straße", "strasse"), ("Æther œuvre", "aether oeuvre"),
        ("Işık İnan", "isik inan"), ("Þórður Ðe", "thordur de"),
        ("Wiremu Tāwhai", "wiremu tawhai"), ("Ó  Briain\t", "o briain"), ("O’Brien", "o'brien"),
        ("Jean‑Luc", "jean-luc"),
        ("ＡＢＣ１２", "abc12"), ("山田太郎", "山 田 太 郎"), ("김철수 Kim", "김 철 수 kim"), ("ガード", "ガ ー ド"),
        ("مُحَمَّد", "محمد"), ("हिन्दी", "हिन्दी"), ("Ёлка", "елка"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("", ""), ("ﬁn", "fin"),
        ("R\u200bCode", "rcode"), ("e\u0301", "e"),
    ],
)  # fmt: skip
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=30))
def test_case_does_not_matter(text: str) -> None:
    assert fold(text.swapcase().casefold()) == fold(text.casefold())
