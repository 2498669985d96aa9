"""The tab with everything else that is known of a person, each field changed in place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from hallway.domain.contacts import checked_email, checked_phone
from hallway.domain.dates import say_day, say_distance
from hallway.domain.errors import Refused
from hallway.domain.partial_dates import Birthday
from hallway.domain.people import Person
from hallway.domain.profiles import KIND_WORDS, checked_profile, read_profile
from hallway.domain.records import Email, Phone
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.checked_line import CheckedLine
from hallway.ui.parts.chips_edit import ChipsEdit
from hallway.ui.parts.suggest import Choice, Suggest
from hallway.ui.parts.web import is_safe
from hallway.ui.parts.words_value import birthday
from hallway.ui.people.card_picture import CardPicture
from hallway.ui.people.contact_rows import ContactRows, Pair
from hallway.ui.people.own_fields import OwnFields
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import link
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import people, zones

LABEL_WIDTH = 150
CLOCK_EVERY = 20_000  # ms; the minute there may turn while one looks


class Details(QWidget):
    """Name parts, ways to reach them, place and time, groups, and when they were added."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._person: Person | None = None
        self.texts: dict[str, EditableText] = {}
        self.emails = ContactRows(self.tr("Mail"), self.tr("Address"), self.tr("Add a mail address"), checked_email)
        self.phones = ContactRows(self.tr("Phone"), self.tr("Number"), self.tr("Add a phone number"), checked_phone)
        self.profiles = ContactRows(
            self.tr("Page"), self.tr("Paste a link, an ORCID iD or @name@server"), self.tr("Add a page"),
            lambda words: checked_profile(words).url, kind_words,
        )  # fmt: skip
        self.zone = CheckedLine(zones.checked, self.tr("Time zone"), self.tr("A town, or Europe/Lisbon"))
        self.birthday = birthday(self._today(), self.tr("Birthday"), self.tr("22 March, or with the year"))
        self.groups = ChipsEdit(self.tr("Groups"), self.tr("Add to a group"), self._group_names)
        self.clock = Label("", "small", "text2")
        self.birthday_distance = Label("", "small", "text2")
        self.added = Label("", "body", "text2")
        self.zone_offer = link("")
        self.own = OwnFields(bridge, LABEL_WIDTH)
        self.card = CardPicture(bridge)
        self._clockwork = QTimer(self, interval=CLOCK_EVERY)
        self._clockwork.start()
        self._grid = QGridLayout()
        self._build()
        self._connect()

    def show_person(self, person: Person) -> None:
        """Show somebody; words that could not be kept stay while the same person is shown."""
        is_other = self._person is None or person.id != self._person.id
        self._person = person
        for field, value in self.texts.items():
            if not value.is_editing() and value.text() != getattr(person, field):
                value.set_text(getattr(person, field))
        self.emails.set_pairs([(mail.address, mail.label) for mail in person.emails], anew=is_other)
        self.phones.set_pairs([(phone.number, phone.label) for phone in person.phones], anew=is_other)
        self.profiles.set_pairs([(page.url, "") for page in person.profiles], anew=is_other)
        if is_other:
            self.zone.give_up()
        if self.zone.text() != person.time_zone:
            self.zone.set_text(person.time_zone)
        if is_other or not self.birthday.is_editing():
            self.birthday.set_value(person.birthday)
        self.groups.set_words(person.groups)
        self.own.show_person(person.id)
        self._card_words.setVisible(self.card.show_person(person.id, person.name))
        self._show_words(person)

    def _show_words(self, person: Person) -> None:
        self.clock.set_text(self._time_there(person.time_zone))
        self.clock.setVisible(bool(person.time_zone))
        offer = "" if person.time_zone else zones.of_place(person.place)
        self.zone_offer.setText(self.tr("Take {zone}, as the place says").format(zone=offer))
        self.zone_offer.setVisible(bool(offer))
        next_on = Birthday.parse(person.birthday).next_on(self._today()) if person.birthday else None
        self.birthday_distance.set_text(say_distance(next_on, self._today()) if next_on else "")
        self.birthday_distance.setVisible(next_on is not None)
        self.added.set_text(say_day(person.added_on, self._today()))

    def _today(self) -> date:
        return self._bridge.desk.clock.today()

    def _time_there(self, zone: str) -> str:
        there = zones.time_in(zone, self._bridge.desk.clock.now())
        if there is None:
            return self.tr("Not a time zone that is known here.") if zone else ""
        return self.tr("It is {time} there").format(time=f"{there:%H:%M}")

    def _zones(self, words: str) -> Sequence[Choice]:
        return [Choice(shown) for shown, _ in zones.offered(words)]

    def _take_zone_of_place(self) -> None:
        if self._person is not None:
            self._keep_zone(zones.of_place(self._person.place))
            self.zone.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_zone(self, zone: str) -> None:
        if self._person is not None:
            self._bridge.do_quietly(people.change, self._person.id, "time_zone", zone)

    def _tick(self) -> None:
        if self.isVisible() and self._person is not None and self._person.time_zone:
            self.clock.set_text(self._time_there(self._person.time_zone))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick()

    def _group_names(self) -> tuple[str, ...]:
        return tuple(group.name for group in self._bridge.ask(people.groups))

    def _change(self, field: str, value: str) -> None:
        person = self._person
        if person is not None and self._bridge.do_quietly(people.change, person.id, field, value) is None:
            self.texts[field].set_text(getattr(person, field))

    def _keep_emails(self, pairs: tuple[Pair, ...]) -> None:
        if self._person is not None:
            self._bridge.do_quietly(people.set_emails, self._person.id, [Email(*pair) for pair in pairs])

    def _keep_phones(self, pairs: tuple[Pair, ...]) -> None:
        if self._person is not None:
            self._bridge.do_quietly(people.set_phones, self._person.id, [Phone(*pair) for pair in pairs])

    def _keep_profiles(self, pairs: tuple[Pair, ...]) -> None:
        if self._person is not None:
            self._bridge.do_quietly(people.set_profiles, self._person.id, [text for text, _ in pairs])

    def _open_page(self, address: str) -> None:
        if is_safe(address):
            QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))

    def _keep_birthday(self, value: str) -> None:
        if self._person is not None:
            self._bridge.do_quietly(people.change, self._person.id, "birthday", value)

    def _keep_groups(self, names: tuple[str, ...]) -> None:
        if self._person is not None:
            self._bridge.do_quietly(people.set_groups, self._person.id, names)

    def _show_zone_read(self, words: str) -> None:
        """What was understood, before Enter."""
        try:
            zone = zones.checked(words.strip()) if words.strip() else ""
        except Refused:
            zone = ""
        self.zone.say(f"{zone} · {self._time_there(zone)}" if zone else "")
        self.clock.hide()

    def _connect(self) -> None:
        for field, value in self.texts.items():
            value.kept.connect(lambda text, field=field: self._change(field, text))
        self.emails.changed.connect(self._keep_emails)
        self.phones.changed.connect(self._keep_phones)
        self.profiles.changed.connect(self._keep_profiles)
        self.profiles.opened.connect(self._open_page)
        self.zone.kept.connect(self._keep_zone)
        self.zone.line.typed.connect(self._show_zone_read)
        self.zone.line.ended.connect(lambda: self.clock.setVisible(bool(self.zone.text())))
        self.zone_offer.clicked.connect(self._take_zone_of_place)
        Suggest(self.zone.line.field(), self._zones, fill=True).chosen.connect(lambda _: self.zone.line.keep())
        self._clockwork.timeout.connect(self._tick)
        self.birthday.changed.connect(self._keep_birthday)
        self.groups.changed.connect(self._keep_groups)

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 4, 16, 24)
        column.addLayout(self._grid)
        column.addWidget(self.own)
        column.addStretch(1)
        self._grid.setColumnMinimumWidth(0, look.scaled(LABEL_WIDTH))
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(1)
        self._fill()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(inside, keeps_room=True))

    def _fill(self) -> None:
        tr = self.tr
        self._head(tr("Name"))
        for field, words, hint in (
            ("given", tr("Given name"), ""), ("family", tr("Family name"), ""),
            ("additional", tr("Middle names"), ""), ("prefix", tr("Title"), tr("Dr, Prof.")),
            ("suffix", tr("After the name"), tr("PhD, Jr.")), ("nickname", tr("Nickname"), ""),
            ("pronouns", tr("Pronouns"), tr("she/her, he/him, they/them")),
            ("phonetic", tr("How to say the name"), tr("a-DAY-zeh n-WOH-soo")),
        ):  # fmt: skip
            self._text(field, words, hint)
        self._head(tr("Ways to reach them"))
        self._row(tr("Mail"), self.emails)
        self._row(tr("Phone"), self.phones)
        self._row(tr("Pages"), self.profiles)
        self._card_words = self._row(tr("Card or badge"), self.card)
        self._head(tr("Place and time"))
        self._text("place", tr("Place"), tr("A town, a country"))
        self._row(tr("Time zone"), self.zone)
        self._row("", self.clock)
        self._row("", self.zone_offer)
        self._text("languages", tr("Languages"), "")
        self._row(tr("Birthday"), self.birthday)
        self._row("", self.birthday_distance)
        self._head(tr("In Hallway"))
        self._row(tr("Groups"), self.groups)
        self._row(tr("Added on"), self.added)

    def _head(self, words: str) -> None:
        place = self._grid.rowCount()
        label = Label(words, "section", "text2")
        label.setContentsMargins(0, 12, 0, 2)
        self._grid.addWidget(label, place, 0, 1, 2)

    def _text(self, field: str, words: str, hint: str) -> None:
        value = EditableText(name=words, placeholder=hint or self.tr("Add"))
        value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.texts[field] = value
        self._row(words, value)

    def _row(self, words: str, widget: QWidget) -> Label:
        place = self._grid.rowCount()
        label = Label(words, "body", "text2")
        label.setContentsMargins(0, 6, 0, 0)
        if words:
            self._grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, place, 1)
        return label


def kind_words(address: str) -> str:
    """What a page is called: "ORCID", "Web"."""
    page = read_profile(address)
    return KIND_WORDS[page.kind if page else "web"]
