"""Suggest terms of an article that the glossary does not know yet."""

from tongsa.glossary.suggest.candidates import Candidate, suggest
from tongsa.glossary.suggest.draft import concept

__all__ = ["Candidate", "concept", "suggest"]
