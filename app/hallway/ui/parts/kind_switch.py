"""The switch over the list of people and the list of organisations, the same in both rooms."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton

from hallway.ui.widgets.segmented import SegmentedControl

PEOPLE, ORGANISATIONS = "people", "organisations"


def kind_switch() -> SegmentedControl:
    """The keys of its parts are those of the rooms; what is spoken tells them from the list and the rail."""
    parts = [(PEOPLE, _tr("People"), ""), (ORGANISATIONS, _tr("Organisations"), "")]
    control = SegmentedControl(parts, name=_tr("People or organisations"))
    spoken = (_tr("List of people"), _tr("List of organisations"))
    for segment, said in zip(control.findChildren(QAbstractButton), spoken, strict=True):
        segment.setAccessibleName(said)
    return control


def _tr(words: str) -> str:
    return QCoreApplication.translate("KindSwitch", words)
