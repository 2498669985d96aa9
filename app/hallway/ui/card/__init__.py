"""The room My card: what to tell of oneself, and a code that phones read.

May import: parts and all below. Never: another room, or the shell.
"""
