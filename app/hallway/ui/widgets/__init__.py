"""Controls that know nothing of people or events: labels, buttons, chips, fields, overlays.

May import the theme and nothing else of Hallway. Every control is reached by keyboard, has an
accessible name, shows plain text only and reads its colours while painting.
"""
