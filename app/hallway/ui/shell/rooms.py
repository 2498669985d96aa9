"""The list of rooms. Adding a room is adding a line here."""

from __future__ import annotations

from hallway.ui.card.room import ROOM as CARD
from hallway.ui.events.room import ROOM as EVENTS
from hallway.ui.exchange.room import ROOM as EXCHANGE
from hallway.ui.frame.rooms import Room
from hallway.ui.history.room import ROOM as HISTORY
from hallway.ui.insights.room import ROOM as INSIGHTS
from hallway.ui.network.room import ROOM as NETWORK
from hallway.ui.opportunities.room import ROOM as OPPORTUNITIES
from hallway.ui.organisations.room import ROOM as ORGANISATIONS
from hallway.ui.outreach.room import ROOM as OUTREACH
from hallway.ui.people.room import ROOM as PEOPLE
from hallway.ui.settings.room import ROOM as SETTINGS
from hallway.ui.timeline.room import ROOM as TIMELINE
from hallway.ui.today.room import ROOM as TODAY
from hallway.ui.welcome.room import ROOM as WELCOME

ROOMS: tuple[Room, ...] = (
    TODAY, PEOPLE, TIMELINE, EVENTS, OUTREACH, OPPORTUNITIES, NETWORK, INSIGHTS, EXCHANGE, CARD, SETTINGS,
    ORGANISATIONS, HISTORY, WELCOME,
)  # fmt: skip
