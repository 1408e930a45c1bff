"""Figures by value: read them, compare them, write them."""

from tongsa.quantity.compare import Comparison, Verdict, compare
from tongsa.quantity.read import read
from tongsa.quantity.write import write, write_number

__all__ = ["Comparison", "Verdict", "compare", "read", "write", "write_number"]
