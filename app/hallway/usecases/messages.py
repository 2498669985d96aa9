"""Messages: the words to start from, one filled for somebody, and what was sent in the record. Nothing is sent here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from hallway.domain import errors, messages, templates
from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.domain.messages import Channel, Facts, Language, Purpose, Relation
from hallway.domain.templates import Filled, Template
from hallway.resources import resource
from hallway.store import achievements, glances, interactions, people, promises, settings
from hallway.store import templates as store
from hallway.store.work import View, Work
from hallway.usecases.achievements import my_news_since

LANGUAGES = ("en", "de")
NEWS_FOR = timedelta(days=90)
"""How long something that was reached is news, where nobody spoke since."""
LONG_AGO = timedelta(days=365)
MOST_NEWS = 2
LONGEST = 20_000
NO_MORE: Mapping[str, str] = MappingProxyType({})


class Wanted(NamedTuple):
    """What is to be written: empty `relation` and `language` are found out; `more` fills fields the record cannot."""

    purpose: str
    person_id: int
    relation: str = ""
    channel: str = Channel.MAIL
    language: str = ""
    more: Mapping[str, str] = NO_MORE


class Message(NamedTuple):
    """A message filled for somebody; `most` is how many characters it may have, or 0."""

    wanted: Wanted
    person: str
    filled: Filled
    addresses: tuple[str, ...]
    most: int = 0


# --- the words to start from ------------------------------------------------------------------------------


@lru_cache(maxsize=len(LANGUAGES))
def language(code: str) -> Language:
    """One of the languages that come with Hallway, whole. Raises `KeyError` for another one."""
    if code not in LANGUAGES:
        raise KeyError(code)
    with resource("starter", f"messages_{code}.toml").open("rb") as file:
        found = tomllib.load(file)
    shipped = chain.from_iterable(_shipped(code, purpose, words) for purpose, words in found["messages"].items())
    return Language(
        code, found["name"], tuple(found["months"]), found["on_day"], found["in_month"], found["in_month_of"],
        found["greeting"], found["closing"], tuple(shipped),
    )  # fmt: skip


def all_templates(look: View, code: str) -> tuple[Template, ...]:
    """Every message of a language: the user's own, then the shipped."""
    return (*(one for one in store.own(look) if one.language == code), *language(code).templates)


def template(look: View, code: str, purpose: str, relation: str, channel: str) -> Template:
    """The one that would be taken."""
    return messages.chosen(all_templates(look, code), purpose, relation, channel)


def keep_template(step: Work, one: Template) -> None:
    """Keep the user's own words. Raises `Refused` for none, for too many, and for fields that there are not."""
    body, subject = one.body.strip(), " ".join(one.subject.split())
    if not body:
        raise errors.Refused("A message needs words.", do="To have the first ones back, choose the shipped words.")
    if len(body) > LONGEST:
        raise errors.Refused("This is longer than any message should be.")
    if wrong := templates.unknown(f"{subject}\n{body}", tuple(messages.FIELDS)):
        raise errors.Refused(say_unknown(wrong[0]))
    step.label = "Changed the words of a message"
    store.put(step, replace(one, body=body, subject=subject))


def back_to_shipped(step: Work, one: Template) -> None:
    """Take the user's own words away, so that the shipped ones hold again."""
    step.label = "Back to the words that came with Hallway"
    store.remove(step, one)


def say_unknown(one: templates.Unknown) -> str:
    """What is said of a field that there is not."""
    meant = f" Did you mean {{{one.meant}}}?" if one.meant else ""
    return f"There is no field {{{one.name}}}.{meant}"


# --- one for somebody -------------------------------------------------------------------------------------


def compose(look: View, wanted: Wanted) -> Message:
    """The message for a person. Raises `NotFound` when the person is gone."""
    facts, exact = _settled(look, wanted)
    return _filled(look, facts, exact, template(look, exact.language, exact.purpose, exact.relation, exact.channel))


def try_out(look: View, wanted: Wanted, one: Template) -> Message:
    """The same with words that are not kept yet."""
    return _filled(look, *_settled(look, wanted), one)


def likely_purpose(look: View, person_id: int) -> Purpose:
    """What one would write to somebody for now: their news, a first word after meeting, a check-in, a late hello."""
    facts = _facts(look, person_id)
    if facts.their_news:
        return Purpose.CONGRATULATION
    last_on = facts.person.last_on
    if last_on is None:
        return Purpose.FIRST if facts.person.met_event else Purpose.REQUEST
    if look.today - last_on > LONG_AGO:
        return Purpose.REVIVE
    just_met = facts.last is not None and facts.last.on == last_on and facts.last.kind is Kind.MET
    return Purpose.FIRST if just_met else Purpose.CHECK_IN


def somebody(look: View) -> int:
    """Whom words can be tried out on: the person the user was last in touch with, or 0 for nobody."""
    return int(look.value("SELECT person_id FROM glance WHERE standing = 'active' ORDER BY last_on DESC LIMIT 1") or 0)


def sent(step: Work, wanted: Wanted, text: str, others: tuple[int, ...] = ()) -> int:
    """Log that it was sent, with its words, and remember how one writes to them; returns the id of the entry."""
    _remember(step, wanted)
    kind = messages.LOGGED_AS.get(Purpose(wanted.purpose), Kind.MESSAGE)
    whom = tuple(Participant(id_) for id_ in (wanted.person_id, *others))
    step.label = f"Wrote to {people.get(step, wanted.person_id).name}"
    return interactions.add(step, NewInteraction(step.today, whom, kind, text.strip(), direction="out"))


def save_draft(path: Path, address: str, subject: str, text: str) -> None:
    """Write it as a draft that mail programs open (RFC 5322). Raises `DiskFull` or `FileTrouble`."""
    from hallway.formats import mail_draft
    from hallway.host.files import atomic_write

    atomic_write(path, mail_draft.write(address, subject, text))


def _shipped(code: str, purpose: str, words: Mapping[str, Any], relation: str = "") -> list[Template]:
    subject = words.get("subject", "")
    found = [
        Template(purpose, code, words[channel].strip(), subject if channel == Channel.MAIL else "", relation, channel)
        for channel in (Channel.MAIL, Channel.SHORT)
        if channel in words
    ]
    for part in Relation:
        if part in words:
            found += _shipped(code, purpose, {"subject": subject} | words[part], part.value)
    return found


def _remember(step: Work, wanted: Wanted) -> None:
    """Tone and language, where they are others than would be taken anyway."""
    facts, would_be = _settled(step, Wanted(wanted.purpose, wanted.person_id))
    if wanted.relation and wanted.relation != would_be.relation:
        known = settings.setting(step, "messages.relations")
        settings.set_setting(step, "messages.relations", known | {facts.person.uid: wanted.relation})
    if wanted.language and wanted.language != would_be.language:
        settings.set_setting(step, "messages.language", wanted.language)


def _settled(look: View, wanted: Wanted) -> tuple[Facts, Wanted]:
    """What is known of the person, and what is wanted with relation and language found out."""
    facts = _facts(look, wanted.person_id)
    code = wanted.language or settings.setting(look, "messages.language")
    return facts, wanted._replace(relation=wanted.relation or _relation(look, facts), language=code)


def _filled(look: View, facts: Facts, exact: Wanted, one: Template) -> Message:
    told = language(exact.language)
    known = messages.values(facts, told, exact.more)
    parts = {"greeting": told.greetings[exact.relation], "closing": told.closings[exact.relation]}
    most = messages.LINKEDIN_MOST if exact.channel == Channel.LINKEDIN else 0
    filled = templates.fill(one, known, most, parts)
    return Message(exact, facts.person.name, filled, glances.addresses(look, exact.person_id), most)


def _relation(look: View, facts: Facts) -> str:
    known: str = settings.setting(look, "messages.relations").get(facts.person.uid, "")
    return known or messages.relation_of(facts.person, store.works_for(look, facts.person.id))


def _facts(look: View, person_id: int) -> Facts:
    person, last = people.get(look, person_id), store.last_talk(look, person_id)
    open_ones = [one for one in promises.of_person(look, person_id) if one.state == "open"]
    fresh = (look.today - NEWS_FOR).isoformat()
    since = last.on.isoformat() if last else fresh
    mine = [one.title for one in my_news_since(look, date.fromisoformat(since) + timedelta(days=1))]
    theirs = [one.title for one in achievements.of_person(look, person_id) if one.seen_on >= fresh]
    return Facts(
        today=look.today, person=person, me=settings.profile(look),
        session=store.talk_at(look, person_id, person.met_event_id), last=last,
        promise=next((one.text for one in open_ones if one.by_me), ""),
        their_promise=next((one.text for one in open_ones if not one.by_me), ""),
        their_news=next(iter(theirs), ""), my_news=tuple(mine[:MOST_NEWS]),
    )  # fmt: skip
