"""Hallway: a calm notebook for the people you meet as a student or researcher.

The house has floors; lower never imports higher. `domain` knows what things are, `store`, `formats` and
`host` are the doors to the database, to files and to the machine, `usecases` is what a user can ask for,
`cli` and `ui` speak to the user, and `wiring` joins them.
"""

__version__ = "0.1.0"
