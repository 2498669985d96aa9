"""The room Timeline: every conversation, newest first, whatever its medium.

May import: parts and all below. Never: another room, or the shell.
"""
