"""All mutators by name, in the order of the tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import chinese
import completeness
import consistency
import digits
import form
import korean
import meaning
import sense
import terms
from articles import LANGUAGES
from mutate import edits

if TYPE_CHECKING:
    from mutate import Mutator

_ZH = ("zh_TW", "zh_CN")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One type of error."""

    mutator: Mutator
    languages: tuple[str, ...] = LANGUAGES
    others: bool = False
    """Whether the article's other units tell of it, too."""
    database: bool = False
    """Whether Weblate has a check of it that asks the database, and cannot be asked here."""


KINDS: dict[str, Kind] = {
    "number ×10": Kind(mutator=edits(digits.times_ten)),
    "number ×1000": Kind(mutator=edits(digits.times_thousand)),
    "scale word swapped": Kind(mutator=edits(digits.scale_swapped)),
    "scale word dropped": Kind(mutator=edits(digits.scale_dropped)),
    "digit changed": Kind(mutator=edits(digits.digit_changed)),
    "digits transposed": Kind(mutator=edits(digits.transposed)),
    "number dropped": Kind(mutator=edits(digits.dropped)),
    "currency swapped": Kind(mutator=edits(sense.currency)),
    "per cent lost": Kind(mutator=edits(sense.percent)),
    "bound reversed": Kind(mutator=edits(sense.bound)),
    "date shifted": Kind(mutator=edits(sense.date)),
    "relative year shifted": Kind(mutator=edits(sense.relative_year)),
    "term replaced": Kind(mutator=terms.term_replaced),
    "term of another edition": Kind(mutator=terms.form_replaced),
    "person replaced": Kind(mutator=terms.person_replaced),
    "person misread": Kind(mutator=terms.person_misread),
    "second 40 % in English": Kind(mutator=edits(completeness.partly_english)),
    "untranslated": Kind(mutator=edits(completeness.untranslated)),
    "second half omitted": Kind(mutator=edits(completeness.half_omitted)),
    "sentence dropped": Kind(mutator=completeness.sentence_dropped),
    "clause dropped": Kind(mutator=edits(completeness.clause_dropped)),
    "sentence put in": Kind(mutator=completeness.sentence_put_in),
    "clause put in": Kind(mutator=completeness.clause_put_in),
    "wrong segment": Kind(mutator=completeness.wrong_segment, others=True),
    "segments exchanged": Kind(mutator=completeness.exchanged, others=True),
    "wrong segment, as long": Kind(mutator=completeness.alike_segment),
    "closing mark lost": Kind(mutator=edits(form.closing_lost)),
    "opening mark lost": Kind(mutator=edits(form.opening_lost)),
    "question mark lost": Kind(mutator=edits(form.question_lost)),
    "word doubled": Kind(mutator=edits(form.word_doubled)),
    "character doubled": Kind(mutator=edits(form.character_doubled), languages=_ZH),
    "space doubled": Kind(mutator=edits(form.space_doubled)),
    "invisible character": Kind(mutator=edits(form.invisible)),
    "address damaged": Kind(mutator=form.link),
    "placeholder damaged": Kind(mutator=form.placeholder),
    "markup damaged": Kind(mutator=form.markup),
    "line break lost": Kind(mutator=form.line_break),
    "negation dropped": Kind(mutator=edits(meaning.negation_dropped)),
    "direction turned": Kind(mutator=edits(meaning.direction_turned)),
    "particle after Latin": Kind(mutator=edits(korean.particle_after_latin), languages=("ko",)),
    "particle after Hangul": Kind(mutator=korean.particle_after_hangul, languages=("ko",)),
    "polite ending": Kind(mutator=korean.polite, languages=("ko",)),
    "hanja left in": Kind(mutator=edits(korean.hanja), languages=("ko",)),
    "Chinese mark": Kind(mutator=edits(korean.chinese_mark), languages=("ko",)),
    "wrong script": Kind(mutator=edits(chinese.wrong_script), languages=_ZH),
    "word of the other region": Kind(mutator=chinese.regional_word, languages=_ZH),
    "half-width mark": Kind(mutator=edits(chinese.half_width), languages=_ZH),
    "other quotation marks": Kind(mutator=edits(chinese.other_quotes), languages=_ZH),
    "one source, two targets": Kind(mutator=consistency.two_targets, others=True, database=True),
    "stale fuzzy: figure": Kind(mutator=consistency.stale_figure),
    "stale fuzzy: name": Kind(mutator=consistency.stale_name),
    "stale fuzzy: negation": Kind(mutator=consistency.stale_negation),
}
