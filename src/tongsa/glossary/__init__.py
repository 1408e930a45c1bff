"""Concepts and their terms: read them, find them in text, tell how a translation uses them."""
