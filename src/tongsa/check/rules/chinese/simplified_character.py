"""Find characters of the other script."""

from __future__ import annotations

from tongsa.check.rules.chinese.characters import look

__all__ = ["look"]
