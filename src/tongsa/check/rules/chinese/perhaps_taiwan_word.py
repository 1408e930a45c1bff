"""Find words of the other side of the Strait that live on this one, too."""

from __future__ import annotations

from tongsa.check.rules.chinese.words import looker

look = looker(certain=False)
