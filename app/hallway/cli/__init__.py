"""The command line: one module per noun, on the same desk as the window.

May import: usecases, domain. Never: Qt, the database, the window.
"""
