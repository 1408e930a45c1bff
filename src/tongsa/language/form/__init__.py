"""What the form of a language's sentences shows, as data."""
