"""What the user is and was in an organisation: societies, committees, alumni networks, groups online."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from hallway.domain.organisations import Membership
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.faces import Faces
from hallway.ui.organisations.membership_form import MembershipForm
from hallway.ui.organisations.section import Section
from hallway.ui.organisations.words import membership_line
from hallway.usecases import organisations


class MyPart(Section):
    """Enter changes a row in a small form under it, Delete takes it away, Add notes another."""

    def __init__(self, bridge: Bridge, faces: Faces, heading: str, none: str, action: str) -> None:
        super().__init__(heading, faces, none=none, action=action)
        self._bridge = bridge
        self._organisation_id = 0
        self.form = MembershipForm(bridge)
        self.body.addWidget(self.form)
        self.action.clicked.connect(self.begin)
        self.view.opened.connect(self._change)
        self.view.taken_away.connect(self._take_away)
        self.form.left.connect(self._return)

    def show_parts(self, organisation_id: int, parts: Sequence[Membership]) -> None:
        """Show what the user is there; a form begun for another organisation is put away."""
        if organisation_id != self._organisation_id:
            self.form.hide()
        self._organisation_id = organisation_id
        today = self._bridge.desk.clock.today()
        self.show_lines(membership_line(one, today) for one in parts)

    def begin(self) -> None:
        """Note another."""
        self.form.begin(self._organisation_id, Membership())

    def _change(self, mine: Membership) -> None:
        self.form.begin(self._organisation_id, mine)

    def _take_away(self, mine: Membership) -> None:
        self._bridge.do(organisations.leave, mine.id)

    def _return(self) -> None:
        back = self.view if self.view.rows.rowCount() else self.action
        back.setFocus(Qt.FocusReason.OtherFocusReason)
