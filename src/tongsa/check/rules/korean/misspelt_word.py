"""Find misspelt Korean words and endings."""

from tongsa.check.rules.korean.misspelt import NATIVE, looker

look = looker(NATIVE)
