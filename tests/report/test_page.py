import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from quay import BROKEN, CATALOGS, HEAD, STYLE, TERM, UNUSED, ran, sheet

from tongsa.check.registry import builtin
from tongsa.model import Severity
from tongsa.report import page as module
from tongsa.report.page import written


class Elements(HTMLParser):
    """The elements of a page with their attributes, and whether each is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))
        if tag not in {"meta", "link", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def ids(self):
        return [attributes["id"] for _, attributes in self.found if "id" in attributes]

    def of(self, name):
        return [each for _, each in self.found if name in (each.get("class") or "").split()]


def texts(page, name):
    """Return what stands in the paragraphs of a class, without tags."""
    found = re.findall(rf'<p class="{name}"[^>]*>(.*?)</p>', page)
    return [re.sub("<[^>]*>", "", each) for each in found]


def test_the_policy_lets_in_the_page_s_own_style_and_script_alone():
    page = written(ran(TERM))
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digests = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; "
        f"script-src 'sha256-{digests[1]}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r'\s(?:on\w+|style)="|https?:', page.replace("http://www.w3.org", ""))


def test_every_element_is_closed_and_every_name_unique():
    elements = Elements(written(ran(TERM, STYLE, UNUSED, errors=(BROKEN,))))
    assert len(set(elements.ids())) == len(elements.ids())
    assert [each["id"] for each in elements.of("finding")] == ["f1", "f2", "f3"]
    for _, attributes in elements.found:
        if (attributes.get("href") or "").startswith("#"):
            assert attributes["href"][1:] in elements.ids()


def test_the_article_stands_in_columns_with_all_its_units_in_order():
    page = written(ran(TERM))
    sources = re.findall(r'class="source" role="cell"><p[^>]*>(.*?)</p>', page)
    assert [re.sub("<[^>]*>", "", each) for each in sources] == [
        "Quay Opens Before Dawn",
        "Dockers of Port Lantern rest.",
        "Ships came at once.",
        "Nobody paid 64 coins.",
    ]
    rows = re.findall(r'<div class="(row[^"]*)"', page)
    assert rows == ["row headline begins", "row found begins", "row begins", "row begins"]
    third = page.split('<span class="number">3</span>')[1]
    assert third.index("배가 왔다.") < third.index("船立刻來了。")
    assert '<span class="state fuzzy" lang="en">fuzzy</span>' in page
    assert '<span class="state untranslated" lang="en">untranslated</span>' in page
    assert page.count("not in this catalog") == 3


def test_a_finding_stands_in_its_text_and_under_it():
    page = written(ran(TERM))
    assert 'Dockers of <mark class="error" data-finding="f1">Port Lantern</mark> rest.' in page
    assert '<mark class="error" data-finding="f1">항구랜턴</mark>는 쉰다.' in page
    assert texts(page, "what") == [f"error T101 {TERM.message}".replace('"', "&quot;")]
    assert texts(page, "place") == ["부두 새벽.po:15:2"]
    assert "<del>항구랜턴는</del><ins>랜턴항은</ins>" in page


def test_the_reason_is_told_and_told_whole_at_the_end():
    page = written(ran(TERM))
    check = next(check for check in builtin() if check.code == "T101")
    (why,) = texts(page, "why")
    assert check.why.startswith(why.rstrip("."))
    whole = page.split('<section class="checks">')[1]
    assert module.text(check.why) in whole
    assert module.text(check.mend) in whole


def test_terms_and_figures_are_marked():
    page = written(ran(TERM))
    assert 'Nobody paid <span class="figure" title="64">64</span> coins.' in page


def test_a_finding_of_no_unit_stands_beside_the_articles():
    page = written(ran(UNUSED, TERM))
    loose = page.split("Beside the articles")[1].split("</section>")[0]
    assert UNUSED.message in loose
    assert 'class="finding note"' in loose


def test_what_could_not_be_read_is_said_at_the_head():
    head = written(ran(errors=(BROKEN,))).split("</header>")[0]
    assert "locale/ko/bad.po:3: a quote is missing; close it" in head


def test_a_page_without_findings_says_so_and_has_no_filters():
    page = written(ran())
    assert "<h1>Nothing found</h1>" in page
    assert 'id="tools"' not in page
    assert "Dockers of Port Lantern rest." in page


def test_of_very_many_units_those_with_findings_and_their_neighbours_stand_there(monkeypatch):
    monkeypatch.setattr(module, "_MOST_UNITS", 2)
    body = "".join(f'msgid "Ship {n} came."\nmsgstr "{n} 배"\n\n' for n in range(100))
    found = [
        replace(TERM, source=f"Ship {n} came.", target=f"{n} 배", source_spans=(), target_spans=())
        for n in (40, 43, 90)
    ]
    page = written(ran(*found, texts={TERM.file: body}))
    shown = [int(number) for number in re.findall(r'class="number">(\d+)<', page)]
    assert shown == [39, 40, 41, 42, 43, 44, 45, 46, 89, 90, 91, 92, 93]
    assert re.findall(r"([\d,]+) sentences without findings", page) == ["38", "42", "7"]
    assert "only sentences with findings and their neighbours stand here" in page
    assert "locale/zh_TW/quay.po" not in page


def test_of_very_many_findings_the_gravest_stand_there(monkeypatch):
    monkeypatch.setattr(module, "_MOST_FINDINGS", 1)
    page = written(ran(STYLE, UNUSED, TERM))
    assert page.count('class="finding') == 1
    assert 'class="finding error"' in page
    assert "only the 1 gravest stand here" in page


def test_signs_that_nobody_sees_are_named():
    body = 'msgid "Ships"\nmsgstr "배\u200b \u202e가 ㅤ \u00a0"\n'
    finding = replace(
        TERM,
        source="Ships",
        target="배\u200b \u202e가 ㅤ \u00a0",
        source_spans=(),
        fix=None,
        target_spans=((1, 2),),
        message="a \u202e b",
    )
    page = written(ran(finding, texts={TERM.file: body}))
    assert not re.search("[\u200b\u202e\u3164]", page)
    label = '<span class="unseen">U+{}</span>'
    mark = f'<mark class="error" data-finding="f1">{label.format("200B")}</mark>'
    assert f"배{mark} {label.format('202E')}가 {label.format('3164')} \u00a0" in page
    assert "a [U+202E] b" in page


def test_a_text_of_a_million_letters_is_shown_where_it_matters():
    words = "가" * 500_000 + "항구랜턴" + "나" * 500_000
    body = f'msgid "Ships"\nmsgstr "{words}"\n'
    finding = replace(
        TERM,
        source="Ships",
        target=words,
        source_spans=(),
        fix=words.replace("항구", ""),
        target_spans=((500_000, 500_004),),
    )
    page = written(ran(finding, texts={TERM.file: body}))
    assert len(page) < 100_000
    assert '<mark class="error" data-finding="f1">항구랜턴</mark>' in page
    assert "(1,000,004 letters)" in page


@pytest.mark.parametrize("severity", list(Severity))
def test_of_several_findings_on_one_word_the_gravest_gives_the_colour(severity):
    page = written(ran(replace(TERM, severity=Severity.NOTE), replace(TERM, severity=severity)))
    assert f'<mark class="{severity}" data-finding="f1 f2">항구랜턴</mark>' in page


def test_two_catalogs_of_one_name_and_language_are_two_articles():
    both = [sheet(TERM.file), sheet(TERM.file, CATALOGS[TERM.file][1].replace("64", "46"))]
    run = replace(ran(TERM), sheets=lambda _: both)
    assert written(run).count('<section class="article') == 2


def test_a_catalog_without_units_is_shown_empty():
    page = written(
        replace(ran(), sheets=lambda _: [sheet(TERM.file, '#~ msgid "a"\n#~ msgstr "b"\n')])
    )
    assert HEAD
    assert '<div class="row' not in page


def test_articles_with_findings_stand_before_those_without():
    finding = replace(
        TERM,
        file="locale/zh_TW/quay.po",
        language="zh_TW",
        source="Ships came at once.",
        target="船立刻來了。",
        source_spans=(),
        target_spans=((0, 1),),
        fix=None,
    )
    sheets = [replace(sheet(file), article=name) for file, name in zip(CATALOGS, "ab", strict=True)]
    page = written(replace(ran(finding), sheets=lambda _: sheets))
    assert re.findall(r'<h2 id="name-\d+">(.)</h2>', page) == ["b", "a"]
