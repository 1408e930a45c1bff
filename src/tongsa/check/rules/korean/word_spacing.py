"""Find Korean words that are written together, or parted, as no rule lets them be."""

from tongsa.check.rules.korean.misspelt import SPACING, looker

look = looker(SPACING)
