"""Figures by value: read them, compare them, write them."""

from tongsa.quantity.compare import Comparison, compare
from tongsa.quantity.describe import describe, resolved
from tongsa.quantity.normal import is_prose
from tongsa.quantity.read import ambiguous, comparable, is_counted, numerals, read
from tongsa.quantity.verdict import Verdict
from tongsa.quantity.write import write, write_number

__all__ = [
    "Comparison",
    "Verdict",
    "ambiguous",
    "comparable",
    "compare",
    "describe",
    "is_counted",
    "is_prose",
    "numerals",
    "read",
    "resolved",
    "write",
    "write_number",
]
