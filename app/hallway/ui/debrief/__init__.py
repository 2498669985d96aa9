"""The evening debrief: the day's people one by one, by keyboard. It may import parts, widgets and the frame.

It never leads anywhere by itself: it is left and resumed, and it ends when nobody waits any more.
"""
