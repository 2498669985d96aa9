"""Painted charts: bars from zero with direct labels, each with a list twin and values that arrows read out.

May import: widgets, frame and theme. Never: a room, parts, or the record.
"""
