"""How each language writes figures, as data."""
