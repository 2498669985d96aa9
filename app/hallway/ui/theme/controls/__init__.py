"""How each kind of control is painted; called by the style, one module per kind."""
