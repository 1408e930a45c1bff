"""From article to units, and from translations to editions."""
