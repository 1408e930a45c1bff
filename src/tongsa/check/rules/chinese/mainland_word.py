"""Find words of the other side of the Strait that have no other reading."""

from __future__ import annotations

from tongsa.check.rules.chinese.words import looker

look = looker(certain=True)
