"""The room Import and export: reviewing what comes in, choosing what goes out.

May import: parts and all below. Never: another room, or the shell.
"""
