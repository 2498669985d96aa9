"""The room Opportunities: doors people point to, letters, things to share and favours, each a view of one page.

May import parts, models, charts, widgets, frame, theme and use cases; never another room.
"""
