"""The walls of the house, kept as tests."""
