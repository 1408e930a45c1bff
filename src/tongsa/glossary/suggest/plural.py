"""Fold the number of nouns."""

from __future__ import annotations


def singular(word: str) -> str:
    """Return a noun without the ending of its plural, or a word that is the same for both."""
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
