"""Readings of Han characters and Hangul: whether a spelling is one."""

from tongsa.reading.fit import fits
from tongsa.reading.systems import SYSTEMS

__all__ = ["SYSTEMS", "fits"]
