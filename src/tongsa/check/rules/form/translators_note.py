"""Find notes that a translator signs: [역주: …], （譯註…）."""

from tongsa.check.rules.form.leftovers import NOTE, looker

look = looker(NOTE)
