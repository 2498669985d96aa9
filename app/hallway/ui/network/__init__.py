"""The Network map: people, what ties them and the way to somebody. May import parts, models, widgets, frame and theme.

It never touches the record but through the bridge.
"""
