"""The first page of an empty record: three people, or another way to begin.

May import: parts and all below. Never: another room, or the shell.
"""
