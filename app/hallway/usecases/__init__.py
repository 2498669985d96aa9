"""Floor 2: what a user can ask for; shared by the window and the command line.

A use case is a function whose first argument is a `View` (it reads) or a `Work` (it writes; it sets `step.label`, the
words under which the history keeps it). It is handed in at the desk: `desk.ask(people.person, 7)`,
`desk.do(interactions.log, draft)`. May import store, formats, host and domain; never Qt.
"""
