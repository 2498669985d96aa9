"""The room Today: a few small things with a reason, the week's wish, what is coming, and the weeks ahead.

May import: parts and all below. Never: another room, or the shell.
"""
