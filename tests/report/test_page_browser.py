from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from chromium import answer
from quay import STYLE, TERM, UNUSED, ran

from browser import ATTACKS, MISSING, opened
from tongsa.model import Severity
from tongsa.report import marked
from tongsa.report.page import written

pytestmark = pytest.mark.skipif(
    MISSING, reason="no Chromium here: the page was not opened in a browser"
)

TAIPEI = replace(
    TERM,
    code="T102",
    name="forbidden-term",
    file="locale/zh_TW/quay.po",
    language="zh_TW",
    source="Ships came at once.",
    target="船立刻來了。",
    source_spans=(),
    target_spans=((1, 3),),
    severity=Severity.WARNING,
    message="here it is 馬上",
    fix=None,
)
# On the page: f1 is UNUSED, beside the articles; f2 STYLE, a warning; f3 TERM, an error; f4 TAIPEI.
FINDINGS = (STYLE, TERM, TAIPEI, UNUSED)
SHOWN = 'ids(".finding")'
HOSTILE = (
    *ATTACKS,
    "\u202egnihton\u202c \u2066and\u2069 \x07 \\0",
)


class Tags(HTMLParser):
    """The names of a page's elements, each with those of the attributes that any of them has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: defaultdict[str, set[str]] = defaultdict(set)
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.names[tag] |= {name for name, _ in attributes}


def hostile() -> str:
    """Return a page that is attacked from every place where a text can stand."""
    words = "".join(HOSTILE)
    quoted = words.replace("\\", "\\\\").replace('"', '\\"')
    text = f'#. role: {words}\nmsgctxt "{quoted}"\nmsgid "{quoted}"\nmsgstr "64 {quoted}"\n'
    finding = replace(
        TERM,
        message=words,
        name=words,
        context=words,
        source=words,
        target=f"64 {words}",
        source_spans=((0, 8),),
        target_spans=((0, 8), (5, 40)),
        fix=f"{words} 46",
    )
    loose = replace(UNUSED, file=words, message=words)
    return written(ran(finding, loose, texts={TERM.file: text}))


def test_a_hostile_text_runs_no_script(tmp_path):
    dom = opened(tmp_path, hostile(), "--dump-dom")
    tags = Tags(dom)
    assert "owned" not in tags.names["html"]
    assert tags.names.keys().isdisjoint({"iframe", "img", "svg"})
    assert not [name for names in tags.names.values() for name in names if name.startswith("on")]
    assert dom.count("<script>") == 1
    assert dom.count('class="finding') == 2


def test_it_would_run_if_text_were_not_escaped_and_no_policy_stood_there(tmp_path, monkeypatch):
    monkeypatch.setattr(marked, "shown", str)
    page = re.sub(r"<meta http-equiv=[^>]*>", "", hostile())
    assert re.search(r"<html[^>]* owned", opened(tmp_path, page, "--dump-dom"))


def test_the_policy_alone_stops_what_is_not_escaped(tmp_path, monkeypatch):
    monkeypatch.setattr(marked, "shown", str)
    dom = opened(tmp_path, hostile(), "--dump-dom")
    assert len(re.findall("<script", dom)) > 1
    assert not re.search(r"<html[^>]* owned", dom)


def test_without_its_script_the_page_shows_everything_but_the_filters(tmp_path):
    page = re.sub(r"<script>.*</script>", "", written(ran(*FINDINGS)), flags=re.DOTALL)
    told = answer(tmp_path, page, f'return {SHOWN} + "|" + ids("#tools") + "|" + ids("#keys")')
    assert told == "f1 f2 f3 f4||"


def test_its_style_and_its_script_are_let_in(tmp_path):
    asked = 'return ids("#tools") + getComputedStyle(document.querySelector(".tools")).position'
    assert answer(tmp_path, written(ran(*FINDINGS)), asked) == "toolssticky"


@pytest.fixture(scope="module")
def pressed(tmp_path_factory):
    """What each case leaves on one page, which is as it was at first before every case."""
    cases = [*(f'for (const key of "{keys}") press(key)' for keys, *_ in STEPS), *dict(FILTERS)]
    script = f"""
      const reset = () => {{
        for (const box of document.querySelectorAll("#tools [type=checkbox]")) box.checked = true;
        document.querySelector("#code").value = "";
        for (const key of "123123") {{ document.activeElement.blur(); press(key); }}
        type("");
        scrollTo(0, 0);
      }};
      const position = () => document.querySelector("#position").textContent;
      const told = [];
      const tell = () => told.push([{SHOWN}, document.activeElement.id, ids(".finding.current"),
        position()].join("|"));
      {"".join(f"reset(); {case}; tell(); " for case in cases)}
      return told.join(";");"""
    told = answer(tmp_path_factory.mktemp("page"), written(ran(*FINDINGS)), script)
    return dict(zip(cases, told.split(";"), strict=True))


STEPS = [
    ("j", "f1", "1 of 4"),
    ("jjn", "f3", "3 of 4"),
    ("jjk", "f1", "1 of 4"),
    ("jjjjj", "f1", "1 of 4"),
    ("jkp", "f3", "3 of 4"),
    ("1jj", "f2", "2 of 3"),
]
FILTERS = [
    ('press("1")', "f1 f2 f4"),
    ('press("2")', "f1 f3"),
    ('press("3")', "f2 f3 f4"),
    ('press("2"); press("2")', "f1 f2 f3 f4"),
    ('press("ㅁ", { code: "Digit1" })', "f1 f2 f4"),
    ('press("1", { ctrlKey: true })', "f1 f2 f3 f4"),
    ('choose("T102")', "f4"),
    ('document.querySelector("input[value=ko]").click()', "f1 f4"),
    ('type("port LANTERN")', "f3"),
    ('type("立刻")', "f4"),
    ('type("nowhere")', ""),
    (
        'type("nowhere"); document.querySelector("#words").focus(); press("Escape")',
        "f1 f2 f3 f4",
    ),
    ('press("/"); press("1")', "f1 f2 f3 f4"),
]


@pytest.mark.parametrize(("keys", "at", "position"), STEPS)
def test_keys_go_from_finding_to_finding(pressed, keys, at, position):
    _, *told = pressed[f'for (const key of "{keys}") press(key)'].split("|")
    assert told == [at, at, position]


@pytest.mark.parametrize(("action", "shown"), FILTERS)
def test_findings_are_filtered(pressed, action, shown):
    assert pressed[action].split("|")[0] == shown


def test_the_marks_of_a_finding_are_lit_with_it(tmp_path):
    script = """
      for (const key of "jjj") press(key);
      return [...document.querySelectorAll("mark.current")].map((it) => it.textContent).join("|")"""
    assert answer(tmp_path, written(ran(*FINDINGS)), script) == "Port Lantern|항구랜턴"


def test_sentences_without_findings_are_hidden_by_a_key(tmp_path):
    script = """
      const rows = () => [...document.querySelectorAll(".table > .row")]
        .filter((row) => row.checkVisibility()).length;
      const before = rows();
      press("c");
      return before + " " + rows();"""
    assert answer(tmp_path, written(ran(TERM, TAIPEI)), script) == "4 2"


def test_the_mark_of_a_finding_that_is_hidden_is_put_out(tmp_path):
    script = 'press("1"); return document.querySelector("mark[data-finding=f3]").className'
    assert answer(tmp_path, written(ran(*FINDINGS)), script) == "error off"


def test_a_click_on_a_mark_goes_to_its_finding(tmp_path):
    script = 'document.querySelector("mark[data-finding=f3]").click(); return ids(".current")'
    assert "f3" in answer(tmp_path, written(ran(*FINDINGS)), script)


def test_the_keys_are_listed_and_the_theme_turned(tmp_path):
    script = """
      press("d");
      const theme = document.documentElement.dataset.theme;
      press("d");
      press("?");
      return theme + " " + document.documentElement.dataset.theme + " " + ids("#keys");"""
    assert answer(tmp_path, written(ran(*FINDINGS)), script) == "dark light keys"


def test_an_edition_alone_has_its_findings_beside_it(tmp_path):
    script = """
      const single = () => document.querySelectorAll(".article.single").length;
      const before = single();
      document.querySelector("input[value=ko]").click();
      return before + " " + single();"""
    assert answer(tmp_path, written(ran(*FINDINGS)), script) == "0 1"
