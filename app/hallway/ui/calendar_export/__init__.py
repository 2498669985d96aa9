"""The check-in schedule as a calendar file: what goes in, how much it tells, and what it will look like.

A panel over the window (Ctrl+E). May import parts, widgets, frame, use cases; no other room.
"""
