from dataclasses import replace

from quay import STYLE, TERM, ran

from tongsa.model import Severity
from tongsa.report.summing import lines


def test_what_keeps_an_edition_back_stands_before_what_is_found_more_often():
    note = replace(STYLE, code="N105", name="unknown-person", severity=Severity.NOTE)
    told = list(lines(ran(note, note, note, STYLE, TERM)))
    kinds = [line.split()[1] for line in told if line.startswith("   ")]
    assert kinds == ["T101", "F102", "N105"]


def test_catalogs_without_translations_are_called_so():
    run = ran(replace(STYLE, severity=Severity.NOTE))
    run = replace(run, summary=replace(run.summary, units=0))
    assert next(lines(run)) == "1 note in 2 catalogs without translations, 1 set aside"


def test_many_findings_are_shown_in_their_articles_by_the_page():
    assert "--format html" not in "\n".join(lines(ran(*[STYLE] * 50)))
    assert "--format html" in "\n".join(lines(ran(*[STYLE] * 51)))
