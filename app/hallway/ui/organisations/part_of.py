"""What an organisation is part of: a name that completes to those there are, and is added when it is new."""

from __future__ import annotations

from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.organisation_names import organisation_choices
from hallway.ui.parts.suggest import Suggest
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.text_field import TextField


class PartOf(EditableText):
    """Set `organisation_id`, so that it is not offered itself."""

    def __init__(self, bridge: Bridge, name: str, placeholder: str) -> None:
        super().__init__(name=name, placeholder=placeholder)
        self.organisation_id = 0
        self.suggest = Suggest(self._field, organisation_choices(bridge, lambda: self.organisation_id), fill=True)
        self.suggest.chosen.connect(lambda _: self._end(True, True))

    def field(self) -> TextField:
        """Return the field that opens."""
        return self._field
