"""Everything on screen: the only place that knows Qt.

May import use cases and the domain. Inside, the floors are shell, rooms, parts, models and charts,
widgets and frame, theme; lower never imports higher. Never opens the database, never reads a file
format, and holds no colour of its own: colours come from the theme.
"""
