"""Floor 0: what things are and the rules they obey.

Standard library only. No files, no database, no clock: "today" is always an argument. May import nothing else of
Hallway, and everything else may import it.
"""
