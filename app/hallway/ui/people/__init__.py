"""The room People: the list, and the page of one person or organisation.

May import: parts and all below. Never: another room, or the shell.
"""
