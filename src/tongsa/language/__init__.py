"""Facts of each language, kept as data."""
