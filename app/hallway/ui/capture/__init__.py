"""Capture: somebody just met, in one line, in under ten seconds, with the network off.

Used as a panel over the window (Ctrl+N) and as a window of its own (`hallway --capture`). May import parts, widgets,
frame, use cases; no other room.
"""
