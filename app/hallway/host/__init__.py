"""Floor 1: the machine: where files lie, what time it is, whether Hallway is open, what is logged, what runs apart.

May import domain only. Never touches the live database file, which belongs to store.
"""
