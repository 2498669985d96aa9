"""Floor 1: the one door to the database.

Peewee and apsw live here and nowhere else; tables never leave. Every function takes a `View` (reads) or a `Work`
(one transaction, one step that can be undone) and hands out frozen dataclasses of `hallway.domain`. May import
`domain`; knows nothing of formats, use cases or windows.
"""
