"""The room History: every step that can be taken back, and what was let go and can be brought back.

May import: parts and all below. Never: another room, or the shell.
"""
