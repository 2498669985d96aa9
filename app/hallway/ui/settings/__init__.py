"""The room Settings: the rules, the look, the keys and the data folder.

May import: parts and all below. Never: another room, or the shell.
"""
