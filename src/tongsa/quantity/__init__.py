"""Figures by value: read them, compare them, write them."""

from tongsa.quantity.read import read

__all__ = ["read"]
