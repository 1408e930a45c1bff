"""Find what translators, editors and engines leave in a translation: TODO, ???, 以下是翻譯."""

from tongsa.check.rules.form.leftovers import ENGINE, WORK, looker

look = looker(WORK, ENGINE)
