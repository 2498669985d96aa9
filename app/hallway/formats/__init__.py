"""Floor 1: one module per file format; bytes in, records out, and the other way round.

`read(data)` gives `Parsed` and never raises for bad content: what could not be used is a complaint with its
place and its reason. `write(records)` gives bytes. No paths, no database, no clock, no Qt, no guessing of
who is who. May import domain only.
"""
