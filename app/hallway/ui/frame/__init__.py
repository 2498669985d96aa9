"""What every room stands on: actions declared once, places, words, and the bridge to the desk.

May import: theme, usecases, domain. Never: widgets, rooms, the shell.
"""
