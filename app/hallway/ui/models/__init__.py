"""Item models over frozen rows, with columns as data.

May import: widgets, frame, theme, domain. Never: parts, rooms, the shell.
"""
