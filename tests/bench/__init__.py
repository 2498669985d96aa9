"""Speed, measured against what was promised: `make bench`. Never part of the timed tests.

A bench is a module `bench_<figure>.py` with `rows(scale) -> list[Row]`; at scale 1.0 it works on the full
promise of 10,000 people and 100,000 interactions, at 0.1 on a tenth of them.
"""
