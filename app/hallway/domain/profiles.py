"""Links to a person's pages elsewhere, each page in one canonical form so that equal pages compare equal."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, parse_qsl, quote, unquote, urlencode, urlsplit

from hallway.domain import errors
from hallway.domain.records import Profile

ORCID_LENGTH, LONGEST_SHOWN = 16, 60
ORCID = re.compile(r"[0-9]{4}-?[0-9]{4}-?[0-9]{4}-?[0-9]{3}[0-9Xx]")
FEDIVERSE_HANDLE = re.compile(r"@?([\w.]+)@((?:[a-z0-9-]+\.)+[a-z]{2,})", re.IGNORECASE)
BLUESKY_HANDLE = re.compile(r"@?((?:[a-z0-9-]+\.)+bsky\.social)", re.IGNORECASE)
HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+", re.UNICODE)
SCHOLAR_ID = re.compile(r"[\w-]{12}", re.ASCII)
DID = re.compile(r"did:[a-z]+:[\w.:-]+")

NOT_A_PERSON = {
    "github": frozenset(
        "about apps collections contact enterprise explore features issues join login marketplace new notifications "
        "orgs organizations pricing pulls search security settings site sponsors topics trending".split()
    ),
    "x": frozenset(
        "about compose explore hashtag home i intent login messages notifications search settings share tos".split()
    ),
}
"""First path words that are pages of the site itself."""

NOT_FEDIVERSE = frozenset("medium.com youtube.com tiktok.com threads.net threads.com gitlab.com substack.com".split())
"""Sites whose addresses also hold "@name" or "users/name"."""

SITES = {
    "linkedin": "https://www.linkedin.com/in/{}", "github": "https://github.com/{}", "x": "https://x.com/{}",
    "twitter": "https://x.com/{}", "bluesky": "https://bsky.app/profile/{}",
    "researchgate": "https://www.researchgate.net/profile/{}", "orcid": "https://orcid.org/{}",
    "scholar": "https://scholar.google.com/citations?user={}", "google scholar": "https://scholar.google.com/citations?user={}",
}  # fmt: skip
"""Where a name at a site leads: "github ada", "x: @ada"."""
SITE_AND_NAME = re.compile(
    rf"({'|'.join(sorted(SITES, key=len, reverse=True))})(?:\s*:\s*|\s+)@?(?:user=)?(\S+)", re.IGNORECASE
)
ORCID_LIKE = re.compile(
    r"(?:orcid:?\s*)?(?:https?://)?(?:www\.)?(?:orcid\.org/)?([0-9xX\s\u2010-\u2015-]{15,30})/?", re.IGNORECASE
)
TRACKING = frozenset("fbclid gclid mc_cid mc_eid igshid".split())
"""Parts of an address that only tell where somebody came from; so do all that begin with "utm_"."""

KIND_WORDS = {
    "linkedin": "LinkedIn", "orcid": "ORCID", "scholar": "Google Scholar", "researchgate": "ResearchGate",
    "github": "GitHub", "mastodon": "Mastodon", "bluesky": "Bluesky", "x": "X", "web": "Web",
}  # fmt: skip
"""What each kind of page is called."""

Page = tuple[str, list[str], SplitResult]
REMEMBERED = 4096
"""How many addresses are kept as they were read: whoever is compared is read again soon."""


@lru_cache(maxsize=REMEMBERED)
def read_profile(text: str) -> Profile | None:
    """Read an address, an ORCID iD or a handle; None when it is none of them.

    A page that belongs to no known site is a "web" profile. A bare "@name" says no site and gives None, and so does
    a bare ORCID iD whose check digit is wrong. Only http and https are taken.
    """
    words = text.strip().strip("<>")
    if not words or " " in words or not words.isprintable():
        return None
    return _read_handle(words) or _read_address(words)


def checked_profile(text: str) -> Profile:
    """The page in what was pasted: an address, an ORCID iD, a handle, or a site and a name ("github ada").

    Raises `Refused` saying what is wrong; unlike `read_profile` it does not take an impossible ORCID iD as a web page.
    """
    words = text.strip().strip("<>")
    like = ORCID_LIKE.fullmatch(words)
    if like and sum(letter.isalnum() for letter in like[1]) >= ORCID_LENGTH - 1:
        return _checked_orcid(like[1])
    named = SITE_AND_NAME.fullmatch(words)
    found = read_profile(SITES[named[1].casefold()].format(named[2])) if named else read_profile(words)
    if found is None or (named and found.kind == "web"):
        if re.fullmatch(r"@[\w.]+", words):
            raise errors.Refused(f"“{words}” does not say at which site.", do=f"Write it like “github {words[1:]}”.")
        raise errors.Refused(f"“{clipped(words)}” does not read as a link.", do="Paste the address of the page.")
    return found


def clipped(words: str) -> str:
    """Words short enough for a message."""
    return words if len(words) <= LONGEST_SHOWN else words[: LONGEST_SHOWN - 1] + "…"


def _checked_orcid(text: str) -> Profile:
    signs = "".join(letter for letter in text if letter.isalnum())
    if len(signs) != ORCID_LENGTH or not signs[:-1].isdigit():
        raise errors.Refused("An ORCID iD has 16 digits.", do="Write it like 0000-0002-1825-0097.")
    found = _orcid(signs)
    if found is None:
        raise errors.Refused(
            "This ORCID iD cannot be: its last digit does not fit the others.", do="Look whether a digit is amiss."
        )
    return found


def orcid_is_sound(orcid: str) -> bool:
    """Whether the last character fits the rest (ISO 7064 mod 11-2); hyphens may be absent."""
    digits = orcid.replace("-", "").upper()
    if not ORCID.fullmatch(orcid):
        return False
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return digits[-1] == ("X" if check == 10 else str(check))


def _read_handle(words: str) -> Profile | None:
    orcid = words.removeprefix("ORCID:").removeprefix("orcid:")
    if ORCID.fullmatch(orcid):
        return _orcid(orcid)
    bluesky = BLUESKY_HANDLE.fullmatch(words)
    if bluesky:
        return Profile("bluesky", f"https://bsky.app/profile/{bluesky.group(1).lower()}")
    fediverse = FEDIVERSE_HANDLE.fullmatch(words)
    if fediverse and words.startswith("@"):
        return Profile("mastodon", f"https://{fediverse.group(2).lower()}/@{fediverse.group(1)}")
    return None


def _read_address(words: str) -> Profile | None:
    address = words if re.match(r"[a-z][a-z0-9+.-]*:", words, re.IGNORECASE) and "://" in words else f"https://{words}"
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
        parts.port  # noqa: B018  reading it is what checks it
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc or not HOST.fullmatch(host):
        return None
    page = (host.removeprefix("www."), [step for step in parts.path.split("/") if step], parts)
    known = next((profile for read in READERS if (profile := read(page))), None)
    return known or Profile("web", _web(parts, host))


def _orcid(text: str) -> Profile | None:
    if not orcid_is_sound(text):
        return None
    digits = text.replace("-", "").upper()
    groups = "-".join(digits[start : start + 4] for start in range(0, 16, 4))
    return Profile("orcid", f"https://orcid.org/{groups}")


def _read_orcid(page: Page) -> Profile | None:
    host, path, _ = page
    return _orcid(path[0]) if host == "orcid.org" and path and ORCID.fullmatch(path[0]) else None


def _read_scholar(page: Page) -> Profile | None:
    host, path, parts = page
    if not host.startswith("scholar.google.") or path[:1] != ["citations"]:
        return None
    user = parse_qs(parts.query).get("user", [""])[0]
    return (
        Profile("scholar", f"https://scholar.google.com/citations?user={user}") if SCHOLAR_ID.fullmatch(user) else None
    )


def _read_researchgate(page: Page) -> Profile | None:
    host, path, _ = page
    if host != "researchgate.net" or path[:1] != ["profile"] or len(path) < 2:
        return None
    return Profile("researchgate", f"https://www.researchgate.net/profile/{path[1]}")


def _read_linkedin(page: Page) -> Profile | None:
    """Slugs do not differ by case, and come percent-encoded or not; /pub/ addresses are from before 2013."""
    host, path, _ = page
    if host != "linkedin.com" and not host.endswith(".linkedin.com"):
        return None
    path = path[1:] if path[:1] in (["m"], ["mwlite"]) else path
    kept = {"in": 2, "pub": 5}.get(path[0] if path else "", 0)
    if not kept or len(path) < 2:
        return None
    steps = [quote(unquote(step).casefold(), safe="-_.~") for step in path[:kept]]
    return Profile("linkedin", "https://www.linkedin.com/" + "/".join(steps))


def _read_github(page: Page) -> Profile | None:
    host, path, _ = page
    if host != "github.com" or len(path) != 1 or path[0].lower() in NOT_A_PERSON["github"]:
        return None
    return Profile("github", f"https://github.com/{path[0].lower()}")


def _read_bluesky(page: Page) -> Profile | None:
    host, path, _ = page
    if host != "bsky.app" or len(path) != 2 or path[0] != "profile":
        return None
    handle = unquote(path[1])
    return Profile("bluesky", f"https://bsky.app/profile/{handle if DID.fullmatch(handle) else handle.lower()}")


def _read_x(page: Page) -> Profile | None:
    host, path, _ = page
    if host not in {"x.com", "twitter.com", "mobile.twitter.com"} or not path:
        return None
    user = path[0].removeprefix("@").lower()
    return (
        None
        if user in NOT_A_PERSON["x"] or not re.fullmatch(r"\w{1,15}", user)
        else Profile("x", f"https://x.com/{user}")
    )


def _read_mastodon(page: Page) -> Profile | None:
    host, path, _ = page
    if host in NOT_FEDIVERSE or host.endswith(tuple(f".{site}" for site in NOT_FEDIVERSE)):
        return None
    user = (
        path[0][1:]
        if len(path) == 1 and path[0].startswith("@")
        else path[1]
        if path[:1] == ["users"] and len(path) == 2
        else ""
    )
    return Profile("mastodon", f"https://{host}/@{user}") if re.fullmatch(r"\w+", user, re.ASCII) else None


def _web(parts: SplitResult, host: str) -> str:
    port = f":{parts.port}" if parts.port and parts.port != {"http": 80, "https": 443}[parts.scheme] else ""
    query = parts.query
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [pair for pair in pairs if pair[0].casefold() not in TRACKING and not pair[0].startswith("utm_")]
    if kept != pairs:
        query = urlencode(kept)
    tail = parts._replace(scheme="", netloc="", query=query).geturl()
    return f"{parts.scheme}://{host}{port}{'' if tail == '/' else tail}"


READERS: tuple[Callable[[Page], Profile | None], ...] = (
    _read_orcid,
    _read_scholar,
    _read_researchgate,
    _read_linkedin,
    _read_github,
    _read_bluesky,
    _read_x,
    _read_mastodon,
)
