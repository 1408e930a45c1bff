"""Find loan words that are not spelt as the rules for them say."""

from tongsa.check.rules.korean.misspelt import LOAN, looker

look = looker(LOAN)
