"""Settings: you, your week, how it looks, and where your data lies."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from hallway.domain.changes import SETTINGS, Changes
from hallway.domain.own_profile import checked
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.parts.checked_line import CheckedLine
from hallway.ui.settings.about_card import AboutCard
from hallway.ui.settings.capture_card import CaptureCard
from hallway.ui.settings.copies_card import CopiesCard
from hallway.ui.settings.fields_card import FieldsCard
from hallway.ui.settings.passphrase_card import PassphraseCard
from hallway.ui.settings.rows import setting_row
from hallway.ui.settings.words_card import WordsCard
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.scroll import ScrollArea
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.usecases import planning, settings

WIDEST, MARGIN = 760, 160
SMALLEST_LETTERS, LARGEST_LETTERS = 11, 18
EVENING = 18


class SettingsPage(Page):
    """One column of cards; every change is kept at once."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self._profile: dict[str, CheckedLine] = {}
        self._days: list[QCheckBox] = []
        self._showing = False
        self._firsts: dict[str, QWidget] = {}
        self._begin = ""
        self._build()

    def show_place(self, place: Place) -> None:
        """Show the settings; one that was asked for (a key of `_firsts`) has the keyboard."""
        self._show()
        self._begin = place.subject
        if place.subject:
            self.focus_first()

    def refresh(self, changes: Changes) -> None:
        if changes.of(SETTINGS):
            self._show()

    def focus_first(self) -> None:
        led_here = self._begin == "passphrase"
        first = self.passphrase.first() if led_here else self._firsts.get(self._begin, self._profile["name"])
        first.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, first, lambda: self._area.ensureWidgetVisible(first, 0, MARGIN))  # once it has its place

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHeader(self.tr("Settings"), self.tr("Every change is kept at once and can be undone")))
        content = QWidget()
        content.setMaximumWidth(look.scaled(WIDEST))
        cards = QVBoxLayout(content)
        cards.setContentsMargins(28, 4, 28, 28)
        cards.setSpacing(16)
        self.fields = FieldsCard(self.frame.bridge)
        self.copies = CopiesCard(self.frame.bridge)
        self.passphrase = PassphraseCard(self.frame)
        self.capture = CaptureCard(self.frame.bridge)
        self.words = WordsCard(self.frame)
        self.about = AboutCard()
        first, rest = (self._you(), self._week()), (self._look(), self.capture, self._data(), self.copies)
        for card in (*first, self.words, self.fields, *rest, self.passphrase, self.about):
            cards.addWidget(card)
        cards.addStretch(1)
        self._area = ScrollArea(content, both_ways=True)
        self._area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._area, 1)

    def _you(self) -> Card:
        card = Card(self.tr("You"))
        rows = {
            "name": self.tr("Name"), "phonetic": self.tr("Say it"), "pronouns": self.tr("Pronouns"),
            "degree": self.tr("What you do"), "university": self.tr("Where"), "email": self.tr("Mail"),
            "phone": self.tr("Phone"), "link": self.tr("Your page"), "introduction": self.tr("You in one line"),
        }  # fmt: skip
        for key, words in rows.items():
            name = self.tr("Your {field}").format(field=words.lower())
            field = CheckedLine(partial(checked, key), name, self.tr("Add"))
            field.kept.connect(lambda text, key=key: self.frame.bridge.do_quietly(settings.set_profile, key, text))
            self._profile[key] = field
            card.body.addLayout(setting_row(words, field, stretch=True))
        return card

    def _week(self) -> Card:
        card = Card(self.tr("Your week"))
        self._budget = self._number(1, 50, self.tr("People a week"), planning.set_budget)
        self._at_most = self._number(1, 8, self.tr("Things on Today at once"), settings.set_setting, "today.at_most")
        goal = self.tr("People you wish to reach each week")
        self._goal = self._number(1, 50, goal, settings.set_setting, "week.goal")
        card.body.addLayout(setting_row(self.tr("At most so many people a week"), self._budget))
        card.body.addLayout(setting_row(self.tr("You write on"), self._weekdays()))
        card.body.addLayout(setting_row(self.tr("Things on Today at once"), self._at_most))
        card.body.addLayout(setting_row(goal, self._goal))
        card.body.addLayout(setting_row(self.tr("A word in the evening"), self._evening()))
        self._firsts |= {"budget": self._budget, "today": self._at_most, "goal": self._goal, "weekdays": self._days[0]}
        return card

    def _look(self) -> Card:
        card = Card(self.tr("How it looks"))
        preferences = self.frame.preferences
        names = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        theme = SegmentedControl([(key, name, "") for key, name in names.items()], name=self.tr("Light or dark"))
        theme.choose(preferences.theme)
        theme.chosen.connect(preferences.choose_theme)
        rows = [("comfortable", self.tr("Roomy"), ""), ("compact", self.tr("Compact"), "")]
        density = SegmentedControl(rows, name=self.tr("Rows in lists"))
        density.choose(preferences.density)
        density.chosen.connect(preferences.choose_density)
        letters = QSpinBox()
        letters.setRange(SMALLEST_LETTERS, LARGEST_LETTERS)
        letters.setSuffix(" px")
        letters.setValue(preferences.base_px)
        letters.setAccessibleName(self.tr("Letter size"))
        letters.valueChanged.connect(preferences.choose_base)
        motion = QCheckBox(self.tr("Things may move to explain themselves"))
        motion.setChecked(preferences.motion)
        motion.toggled.connect(preferences.choose_motion)
        card.body.addLayout(setting_row(self.tr("Light or dark"), theme))
        card.body.addLayout(setting_row(self.tr("Rows in lists"), density))
        card.body.addLayout(setting_row(self.tr("Letter size"), letters))
        card.body.addLayout(setting_row(self.tr("Movement"), motion))
        self._firsts |= {"theme": theme, "density": density, "letters": letters, "motion": motion}
        return card

    def _data(self) -> Card:
        card = Card(self.tr("Your data"))
        folder = self.frame.bridge.desk.database.path.parent
        card.body.addWidget(Label(self.tr("Everything lies in one folder on this device. Nothing is sent anywhere."),
                                  "body", "text2", wrap=True))  # fmt: skip
        path = Label(str(folder), "body", elide=True)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(path)
        show = secondary(self.tr("Open the folder"), "folder-open")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        out = secondary(self.tr("Take it all out…"), "arrow-down-up")
        out.clicked.connect(lambda: self.frame.navigator.go(Place("exchange")))
        history = secondary(self.tr("History"), "rotate-ccw")
        history.clicked.connect(lambda: self.frame.navigator.go(Place("history", "steps")))
        row = QHBoxLayout()
        row.addWidget(show)
        row.addWidget(out)
        row.addWidget(history)
        row.addStretch(1)
        card.body.addLayout(row)
        self._firsts |= {"data": show, "fields": self.fields.name, "copies": self.copies.back}
        self._firsts |= {"capture": self.capture.copy, "about": self.about.licences}
        return card

    def _number(self, least: int, most: int, name: str, usecase: object, key: str = "") -> QSpinBox:
        box = QSpinBox()
        box.setRange(least, most)
        box.setAccessibleName(name)
        arguments = (key,) if key else ()
        box.valueChanged.connect(lambda value: self._do(usecase, *arguments, value))
        return box

    def _evening(self) -> QWidget:
        """Off unless somebody wants it, then at the hour they choose."""
        preferences = self.frame.preferences
        told, hour = QCheckBox(self.tr("Say what today holds, at")), QSpinBox()
        hour.setRange(0, 23)
        hour.setSuffix(self.tr(" o’clock"))
        hour.setAccessibleName(self.tr("The hour of the word in the evening"))
        hour.setValue(EVENING if preferences.evening is None else preferences.evening)
        told.setChecked(preferences.evening is not None)
        hour.setEnabled(told.isChecked())
        told.toggled.connect(hour.setEnabled)
        for changed in (told.toggled, hour.valueChanged):
            changed.connect(lambda _: preferences.choose_evening(hour.value() if told.isChecked() else None))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(told)
        row.addWidget(hour)
        self._firsts["evening"] = told
        return holder

    def _weekdays(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        week = QLocale()
        for day in range(1, 8):
            name = week.dayName(day, QLocale.FormatType.ShortFormat)
            box = QCheckBox(name)
            box.setAccessibleName(self.tr("You write on {day}").format(day=name))
            box.setMinimumWidth(box.sizeHint().width() + 8)  # the chosen day's letters are a little wider
            box.toggled.connect(self._keep_days)
            self._days.append(box)
            row.addWidget(box)
        return holder

    def _keep_days(self) -> None:
        chosen = frozenset(day for day, box in enumerate(self._days) if box.isChecked())
        if chosen:
            self._do(planning.set_weekdays, chosen)
        else:
            self._show()  # at least one day stays

    def _do(self, usecase: object, *arguments: object) -> None:
        if not self._showing:
            self.frame.bridge.do_quietly(usecase, *arguments)  # type: ignore[arg-type]

    def _show(self) -> None:
        """Show what the record says, without taking it for a change."""
        self._showing = True
        with self.frame.bridge.desk.looking() as look:
            for key, value in settings.profile(look).items():
                self._profile[key].set_text(value)
            self._budget.setValue(settings.setting(look, "plan.per_week"))
            self._at_most.setValue(settings.setting(look, "today.at_most"))
            self._goal.setValue(settings.setting(look, "week.goal"))
            for day, box in enumerate(self._days):
                box.setChecked(day in settings.setting(look, "plan.weekdays"))
        self._showing = False
        self.words.show_language()
        self.fields.show_fields()
        self.copies.show_copies()
        self.passphrase.show_state()
