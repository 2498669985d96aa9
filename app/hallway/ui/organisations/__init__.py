"""The room Organisations: where people work and worked, what is part of what, and the user's own part in it."""
