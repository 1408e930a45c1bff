"""The nouns of tongsa: frozen values that every floor speaks in."""

from tongsa.model.article import (
    CONTEXT_ROLES,
    UNCUT,
    Article,
    Block,
    Edition,
    Fault,
    Hint,
    Line,
    Place,
    Role,
    Seam,
    Segment,
    State,
    Unit,
)
from tongsa.model.concept import Concept, Kind, Scope, Status, Term, TermType
from tongsa.model.finding import Finding, Severity, Span, TranslationUnit

__all__ = [
    "CONTEXT_ROLES",
    "UNCUT",
    "Article",
    "Block",
    "Concept",
    "Edition",
    "Fault",
    "Finding",
    "Hint",
    "Kind",
    "Line",
    "Place",
    "Role",
    "Scope",
    "Seam",
    "Segment",
    "Severity",
    "Span",
    "State",
    "Status",
    "Term",
    "TermType",
    "TranslationUnit",
    "Unit",
]
