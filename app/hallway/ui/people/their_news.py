"""What somebody reached, on their page: noted, put right, and congratulated on."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hallway.domain.achievements import Achievement
from hallway.domain.messages import Purpose
from hallway.domain.people import Person
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.news_list import NewsList
from hallway.ui.people.fact import Fact
from hallway.usecases import achievements


class TheirNews(Fact):
    """Rows with a form below; Congratulate brings words to start from, and is one step once it was said."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Their news"), self.tr("Add"))
        self._bridge = bridge
        self._name = ""
        self.news = NewsList(bridge)
        self.body.addWidget(self.news)
        self.action.clicked.connect(self.news.begin)
        self.news.wanted.connect(self.congratulate)
        self.news.left.connect(lambda: self.action.setFocus(Qt.FocusReason.OtherFocusReason))

    def show_person(self, person: Person) -> None:
        """Show it for somebody."""
        self._name = person.name
        self.news.show_news(person.id, self._bridge.ask(achievements.of_person, person.id))

    def congratulate(self, one: Achievement) -> None:
        """Words to start from; said, it is in the timeline and this one is marked."""
        from hallway.ui.parts.message_panel import Writing, open_message  # with the first message
        from hallway.usecases.messages import Wanted

        wanted = Wanted(Purpose.CONGRATULATION, one.person_id or 0, more={"their news": one.title.rstrip(".")})
        writing = Writing(
            self.tr("Congratulate {name}").format(name=self._name), wanted, self.tr("I congratulated"),
            lambda words: self._bridge.do(achievements.congratulate, one.id, words),
        )  # fmt: skip
        open_message(self._bridge, self.window(), writing)
