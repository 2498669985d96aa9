"""The window around the rooms: rail, palette, toasts, and the list of rooms.

May import: every room and all below. Never: imported by any of them.
"""
