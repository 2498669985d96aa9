"""The room Outreach: a board of approaches, the interview, and what one learned.

May import: parts, models, widgets, frame, theme, usecases, domain. Never: other rooms, the shell.
"""
