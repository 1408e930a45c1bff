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
from tongsa.model.quantity import Bound, CalendarDate, Quantity, QuantityKind, Value

__all__ = [
    "CONTEXT_ROLES",
    "UNCUT",
    "Article",
    "Block",
    "Bound",
    "CalendarDate",
    "Concept",
    "Edition",
    "Fault",
    "Finding",
    "Hint",
    "Kind",
    "Line",
    "Place",
    "Quantity",
    "QuantityKind",
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
    "Value",
]
