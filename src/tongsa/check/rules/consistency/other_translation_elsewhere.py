"""Find sources that articles translate in different ways."""

from __future__ import annotations

from tongsa.check.rules.consistency.rivals import rivals

look_across = rivals
