"""Compound controls that know our domain: the person picker, the partial date, topic chips.

May import: models, charts, widgets, frame, theme, domain. Never: rooms, the shell.
"""
