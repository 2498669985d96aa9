"""The room Insights: what the record tells over months, in sentences first and in charts second; nothing is a score.

May import: parts, charts and all below. Never: another room, or the shell.
"""
