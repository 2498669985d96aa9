"""Profile links in the forms people paste, and the one form that is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.errors import Refused
from hallway.domain.profiles import checked_profile, orcid_is_sound, read_profile

FORMS = [
    ("0000-0002-1825-0097", "orcid", "https://orcid.org/0000-0002-1825-0097"),
    ("0000000218250097", "orcid", "https://orcid.org/0000-0002-1825-0097"),
    ("http://orcid.org/0000-0002-1694-233x", "orcid", "https://orcid.org/0000-0002-1694-233X"),
    ("orcid.org/0000-0002-1825-0097/", "orcid", "https://orcid.org/0000-0002-1825-0097"),
    ("https://orcid.org/0000-0002-1825-0098", "web", "https://orcid.org/0000-0002-1825-0098"),
    (
        "https://scholar.google.co.uk/citations?hl=en&user=AbCdEf_hij-K",
        "scholar",
        "https://scholar.google.com/citations?user=AbCdEf_hij-K",
    ),
    (
        "researchgate.net/profile/Ana-Doe-2?ev=hdr",
        "researchgate",
        "https://www.researchgate.net/profile/Ana-Doe-2",
    ),
    ("https://www.linkedin.com/in/Ana-Doe/?trk=public", "linkedin", "https://www.linkedin.com/in/ana-doe"),
    ("http://de.linkedin.com/in/ana-doe/en", "linkedin", "https://www.linkedin.com/in/ana-doe"),
    ("linkedin.com/in/zo%C3%AB-M", "linkedin", "https://www.linkedin.com/in/zo%C3%AB-m"),
    ("www.linkedin.com/in/Zoë-m", "linkedin", "https://www.linkedin.com/in/zo%C3%AB-m"),
    (
        "https://uk.linkedin.com/pub/ana-doe/1a/2b/3c4",
        "linkedin",
        "https://www.linkedin.com/pub/ana-doe/1a/2b/3c4",
    ),
    ("https://www.linkedin.com/company/halden", "web", "https://www.linkedin.com/company/halden"),
    ("github.com/AnaDoe", "github", "https://github.com/anadoe"),
    ("https://github.com/anadoe/paper", "web", "https://github.com/anadoe/paper"),
    ("https://github.com/topics", "web", "https://github.com/topics"),
    ("@ana@Fediscience.example", "mastodon", "https://fediscience.example/@ana"),
    ("https://fediscience.example/@ana", "mastodon", "https://fediscience.example/@ana"),
    ("https://fediscience.example/users/ana", "mastodon", "https://fediscience.example/@ana"),
    ("https://medium.com/@ana", "web", "https://medium.com/@ana"),
    ("@Ana.bsky.social", "bluesky", "https://bsky.app/profile/ana.bsky.social"),
    ("https://bsky.app/profile/did:plc:Abc123", "bluesky", "https://bsky.app/profile/did:plc:Abc123"),
    ("https://twitter.com/AnaDoe?s=20", "x", "https://x.com/anadoe"),
    ("x.com/@anadoe", "x", "https://x.com/anadoe"),
    ("https://x.com/i/lists/1", "web", "https://x.com/i/lists/1"),
    ("ana.example.org/~ana", "web", "https://ana.example.org/~ana"),
    ("HTTP://WWW.Example.org:80/", "web", "http://www.example.org"),
    ("https://example.org/a?utm_source=x&b=1", "web", "https://example.org/a?b=1"),
    ("<https://example.org/a#b>", "web", "https://example.org/a#b"),
]


@pytest.mark.parametrize(("text", "kind", "url"), FORMS)
def test_form_is_read(text: str, kind: str, url: str) -> None:
    profile = read_profile(text)
    assert profile is not None
    assert (profile.kind, profile.url) == (kind, url)
    assert read_profile(profile.url) == profile


@pytest.mark.parametrize(
    "text",
    ["", "   ", "@ana", "ana", "Ana Doe", "ana@example.org", "0000-0002-1825-0098", "javascript:alert(1)", "ftp://a.example",
     "https://ana:secret@example.org/", "http://[", "https://", "https:///in/x", "file:///etc/hosts", "http://localhost/x",
     "12.3.2026", "https://exa mple.org", "http://example.org:99999/", "mailto:ana@example.org"],
)  # fmt: skip
def test_anything_else_is_no_profile(text: str) -> None:
    assert read_profile(text) is None


@pytest.mark.parametrize(
    ("orcid", "sound"),
    [
        ("0000-0002-1825-0097", True), ("0000-0001-5109-3700", True), ("0000-0002-1694-233X", True),
        ("0000-0002-1694-233x", True), ("0000-0002-1825-0079", False), ("0000-0002-1825-009", False), ("", False),
        ("X000-0002-1825-0097", False), ("٠٠٠٠-0002-1825-0097", False),
    ],
)  # fmt: skip
def test_orcid_check_digit(orcid: str, sound: bool) -> None:
    assert orcid_is_sound(orcid) is sound


@given(st.text(max_size=60) | st.from_regex(r"https?://[a-z./@?=&%#:\[\]0-9-]{0,40}", fullmatch=True))
def test_any_text_is_answered_and_answers_are_stable(text: str) -> None:
    profile = read_profile(text)
    if profile is not None:
        assert profile.url.startswith(("https://", "http://"))
        assert read_profile(profile.url) == profile


@pytest.mark.parametrize(
    ("pasted", "url"),
    [
        ("orcid: 0000 0002 1825 0097", "https://orcid.org/0000-0002-1825-0097"),
        ("0000\u20130002\u20131825\u20130097", "https://orcid.org/0000-0002-1825-0097"),
        ("ORCID 0000000218250097", "https://orcid.org/0000-0002-1825-0097"),
        ("github ada", "https://github.com/ada"), ("GitHub: @Ada", "https://github.com/ada"),
        ("x @ada", "https://x.com/ada"), ("twitter: ada", "https://x.com/ada"),
        ("linkedin Ada-Doe", "https://www.linkedin.com/in/ada-doe"),
        ("scholar user=AbCdEf_hij-K", "https://scholar.google.com/citations?user=AbCdEf_hij-K"),
        ("bluesky ada.bsky.social", "https://bsky.app/profile/ada.bsky.social"),
        ("@ada@hachyderm.example", "https://hachyderm.example/@ada"),
        ("https://example.org/a?fbclid=1&b=2&utm_source=x", "https://example.org/a?b=2"),
    ],
)  # fmt: skip
def test_what_a_person_types_becomes_a_page(pasted: str, url: str) -> None:
    assert checked_profile(pasted).url == url
    assert checked_profile(url).url == url


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("0000-0002-1825-0098", "last digit"), ("https://orcid.org/0000-0002-1825-0098", "last digit"),
        ("0000-0002-1825-009", "16 digits"), ("orcid 0000-0002-1825-00977", "16 digits"), ("@ada", "which site"),
        ("github ada/paper", "as a link"), ("javascript:alert(1)", "as a link"), ("x" * 5000, "…"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_page_is_said(text: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        checked_profile(text)
    assert words in refused.value.what
    assert len(refused.value.sentence) < 200
