"""A small mark beside a page's title that opens the guide where it speaks of that page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.rooms import Frame
from hallway.ui.widgets.button import Button, icon_button

ACTION = "guide.{}"
"""The action that opens the guide at a topic."""


def guide_button(frame: Frame, topic: str | Callable[[], str]) -> Button:
    """The mark for a topic, or for the one that fits when it is pressed."""
    button = icon_button("circle-help", QCoreApplication.translate("guide", "How others go about this"), small=True)
    button.setToolTip(button.accessibleName())
    button.clicked.connect(lambda: frame.catalogue.run(ACTION.format(topic if isinstance(topic, str) else topic())))
    return button
