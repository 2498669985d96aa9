"""The room Events: conferences and talks, their sessions, and whom to meet there.

May import: parts and all below. Never: another room, or the shell.
"""
