"""How Hallway looks: colours, letters, icons, shadows and the style that paints every control.

Imports nothing of Hallway but the resource paths. Start with ``theme.apply``; read colours from
``look.tokens()`` while painting, never in a constructor.
"""
