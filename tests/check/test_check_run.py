import unicodedata
from dataclasses import replace

import pytest
from workbench import HEADER, RULE, TERMS, catalog, examiner, rule, told, unit

from tongsa.catalog import po
from tongsa.check.check import Hit
from tongsa.check.registry import builtin
from tongsa.model import State

WINDOW = rule('kind = "forbidden"\nwords = ["윈도"]\n')


def examined(*entries: str, language: str = "ko", checks=(WINDOW,), header: str = HEADER):
    return examiner(*checks).examine(catalog(*entries, header=header), language)


def at(finding, text: str) -> str:
    """Return what stands in a file where a finding points."""
    line = text.replace("\r\n", "\n").split("\n")[finding.line - 1]
    return line[finding.column - 1 :]


def pointed(text: str, check=WINDOW, language: str = "ko") -> list[str]:
    """Return two signs of the file from where each finding points."""
    entries = po.parse(text.encode(), path="ko.po")
    found = examiner(check).examine(entries, language)
    for each in found:
        for span in each.finding.target_spans:
            assert unicodedata.normalize("NFC", each.finding.target[slice(*span)]) == "윈도"
    return [at(each.finding, text.removeprefix("\ufeff"))[:2] for each in found]


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "a"\nmsgstr "낡은 윈도"\n',
        'msgid "a"\nmsgstr ""\n"낡은 "\n"옛 윈도"\n',
        'msgid "a"\nmsgstr "낡은 " "옛 " "윈도"\n',
        'msgid "a"\nmsgstr   "낡은 "\n\t  "옛 윈도"\n',
        'msgid "a"\nmsgstr "첫째\\n둘째\\t\\"셋째\\" \\\\ 윈도"\n',
        'msgid "a"\nmsgstr "\\355\\225\\234 \\xed\\x95\\x9c \\a 윈도"\n',
        'msgid "a"\nmsgstr "{<2} 낡은 윈도"\n',
        'msgid "a"\nmsgstr "{<2}"\n"  윈도"\n',
        'msgid "a"\nmsgstr "｛＞｝윈도"\n',
        'msgctxt "headline"\nmsgid "a"\nmsgstr "윈도"\n',
        '# 윈도\n#. 윈도\n#: a.txt:1\nmsgid "윈도"\nmsgstr "윈도"\n',
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "창"\nmsgstr[1] "낡은 윈도"\n',
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] ""\n"낡은 "\n"윈도"\nmsgstr[1] "창"\n',
        'msgid "a"\nmsgstr "🙂👩‍👧 𠮷 윈도"',
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "bom"])
def test_line_and_column_point_at_the_offending_letter(entry, end, mark):
    text = mark + f"{HEADER}\n{entry}".replace("\n", end)
    assert pointed(text) == ["윈도"]


def test_a_finding_on_the_first_line_of_a_file_with_a_byte_order_mark_has_its_true_column():
    text = '\ufeffmsgid "a" msgstr "윈도"\n'
    entries = po.parse(text.encode(), path="ko.po")
    (found,) = examiner(WINDOW).examine(entries, "ko")
    assert (found.finding.line, found.finding.column) == (1, 19)


def test_letters_written_as_octal_escapes_are_pointed_at_where_the_first_one_begins():
    octal = "".join(f"\\{byte:03o}" for byte in "윈도".encode())
    text = f'{HEADER}\nmsgid "a"\nmsgstr "낡은 {octal}"\n'
    assert pointed(text) == [octal[:2]]


def test_a_decomposed_word_is_pointed_at_in_the_files_own_letters():
    target = unicodedata.normalize("NFD", "낡은 윈도")
    text = f'{HEADER}\nmsgid "a"\nmsgstr "{target}"\n'
    assert pointed(text) == [unicodedata.normalize("NFD", "윈")[:2]]


def test_a_source_is_pointed_at_where_a_finding_is_about_nothing_in_the_target():
    run = [check for check in builtin() if check.code == "T101"]
    text = f'{HEADER}\nmsgctxt "headline"\nmsgid ""\n"An old "\n"window."\nmsgstr "뭔가"\n'
    bench = examiner(terms=TERMS, run=run)
    (found,) = bench.examine(po.parse(text.encode(), path="ko.po"), "ko")
    assert at(found.finding, text).startswith('window."')
    assert found.finding.source[slice(*found.finding.source_spans[0])] == "window"


def test_the_source_of_a_plural_form_is_pointed_at_in_its_own_msgid():
    run = [check for check in builtin() if check.code == "T101"]
    text = (
        f'{HEADER}\nmsgid "One window."\nmsgid_plural "All the windows."\n'
        'msgstr[0] "창 하나."\nmsgstr[1] "뭔가."\n'
    )
    bench = examiner(terms=TERMS, run=run)
    (found,) = bench.examine(po.parse(text.encode(), path="ko.po"), "ko")
    assert at(found.finding, text) == 'windows."'
    assert found.finding.source == "All the windows."
    assert found.finding.target == "뭔가."


def test_spans_and_target_are_those_of_the_whole_msgstr_behind_a_mark():
    (found,) = examined(unit("a", "{<2} 낡은 윈도"))
    finding = found.finding
    assert finding.target == "{<2} 낡은 윈도"
    assert finding.target_spans == ((8, 10),)


def test_a_fix_keeps_the_mark():
    check = rule('kind = "preferred"\nwords = { "윈도" = "창" }\n')
    (found,) = examined(unit("a", "{<2} 윈도를 닫는다."), checks=[check])
    assert found.finding.fix == "{<2} 창을 닫는다."


def everything(unit_, _context):
    yield Hit(target_spans=((0, len(unit_.target)),), blanks={"found": unit_.target}, fix="x")


EVERYTHING = rule("", look=everything)


def test_a_merged_unit_is_seen_with_the_words_that_tell_it_and_points_there():
    found = examined(unit("a", "앞 문장."), unit("b", "{<}"), checks=[EVERYTHING])
    assert [it.finding.source for it in found] == ["a"]  # the same words are told once
    (first, merged) = (unit_ for unit_ in examined_units(unit("a", "앞 문장."), unit("b", "{<}")))
    assert (first.merged, merged.merged) == (False, True)
    assert merged.target == "앞 문장."


def examined_units(*entries: str):
    seen = []

    def look(unit_, context):
        if unit_.index == 0:
            seen.extend(it for it in context.units if it.state is State.TRANSLATED)
        return ()

    every = 'states = ["translated", "fuzzy", "untranslated"]'
    examined(*entries, checks=[rule(every, look=look)])
    return seen


def states_seen(*entries: str, states: str):
    seen = []

    def look(unit_, _context):
        seen.append((unit_.source, unit_.target, unit_.previous))
        return ()

    examined(*entries, checks=[rule(states, look=look)])
    return seen


STAGES = (
    unit("a", "가"),
    unit("b", "나", "#, fuzzy", '#| msgid "older b"'),
    unit("c", ""),
)


def test_a_check_sees_finished_translations_alone_unless_it_says_otherwise():
    assert states_seen(*STAGES, states="") == [("a", "가", "")]


def test_a_check_may_look_at_fuzzy_translations_with_what_they_were_made_for():
    assert states_seen(*STAGES, states='states = ["fuzzy"]') == [("b", "나", "older b")]


def test_a_check_that_speaks_of_the_source_sees_every_unit():
    assert [source for source, *_ in states_seen(*STAGES, states="once = true")] == ["a", "b", "c"]


def test_an_ignore_on_a_unit_that_is_not_translated_is_not_called_idle():
    entry = unit("c", "", "# tongsa: ignore TOWN1 they may write it so")
    assert not examined(entry)
    entry = unit("c", "가", "# tongsa: ignore TOWN1 they may write it so")
    assert told(examined(entry)) == ["X101 7:1"]


def test_marks_count_sentences_whether_they_are_translated_or_not():
    units = examined_units(
        unit("a", "가"), unit("b", ""), unit("c", "나", "#, fuzzy"), unit("d", "{<3}")
    )
    assert [(it.source, it.target) for it in units] == [("a", "가"), ("d", "가")]


@pytest.mark.parametrize(
    "teller",
    [unit("a", ""), unit("a", "가", "#, fuzzy"), unit("a", "{>}"), unit("a", "{<}")],
    ids=["untranslated", "fuzzy", "in a circle", "out of the file"],
)
def test_a_merged_unit_that_nothing_finished_tells_is_not_looked_at(teller):
    assert [it.source for it in examined_units(teller, unit("b", "{<}"), unit("c", "다"))] == ["c"]


def test_a_mark_that_leads_out_of_its_paragraph_is_not_followed():
    hint = "#. sentence: {} of 2 in its paragraph"
    units = examined_units(
        unit("a", "가", hint.format(1)),
        unit("b", "{<}", hint.format(2)),
        unit("c", "{<}", hint.format(1)),
    )
    assert [it.source for it in units] == ["a", "b"]


def test_a_merged_unit_is_told_by_the_same_plural_form():
    plural = 'msgid "{}"\nmsgid_plural "{}s"\nmsgstr[0] "{}"\nmsgstr[1] "{}"\n'
    units = examined_units(
        plural.format("a", "a", "하나", "여럿"), plural.format("b", "b", "{<}", "{<}")
    )
    assert [(it.source, it.target) for it in units] == [
        ("a", "하나"),
        ("as", "여럿"),
        ("b", "하나"),
        ("bs", "여럿"),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        unit("a", "윈도", "#, fuzzy"),
        unit("a", "윈도", "#, c-format, fuzzy"),
        unit("a", ""),
        unit("윈도", "  "),
        '#~ msgid "a"\n#~ msgstr "윈도"\n',
    ],
)
def test_what_is_not_finished_is_not_looked_at(entry):
    assert examined(entry) == ()


def test_the_header_is_not_looked_at():
    header = HEADER.replace('"Language', '"X-Note: 윈도\\n"\n"Language')
    assert examined(unit("a", "창"), header=header) == ()


def test_a_role_is_read_from_hint_and_context():
    units = examined_units(
        unit("a", "가", "#. role: answer, question"),
        unit("b", "나", context="headline"),
        unit("c", "다", context="after: x"),
    )
    assert [it.role for it in units] == ["answer", "headline", ""]


def failing(fault: Exception):
    def look(_unit, _context):
        raise fault

    return look


@pytest.mark.parametrize(
    "look",
    [
        failing(ValueError("the tide is out")),
        failing(RecursionError("the tide is out")),
        lambda _unit, _context: None,
        lambda _unit, _context: ["no hit"],
        lambda _unit, _context: [Hit(target_spans=((0, 99),))],
        lambda _unit, _context: [Hit(target_spans=((-1, 1),))],
        lambda _unit, _context: [Hit(source_spans=((2, 1),))],
        lambda _unit, _context: [Hit(blanks={"found": 1})],
    ],
    ids=["raises", "recursion", "none", "no hit", "beyond", "before", "backwards", "no text"],
)
def test_a_check_that_fails_is_a_defect_with_its_unit_and_the_others_still_look(look):
    broken = rule("", head=RULE.replace("TOWN1", "TOWN2"), name="broken", look=look)
    found = examined(unit("It shuts.", "낡은 윈도"), checks=[broken, WINDOW])
    assert told(found) == ["X103 8:9", "TOWN1 8:12"]
    defect = found[0].finding
    assert defect.severity == "error"
    assert "TOWN2" in defect.message
    assert defect.source == "It shuts."
    assert defect.target == "낡은 윈도"
    assert defect.fix is None


def test_a_failing_checks_reason_is_told_but_no_novel():
    broken = rule("", look=failing(ValueError("tide " * 500)))
    (found,) = examined(unit("a", "가"), checks=[broken])
    assert "ValueError: tide" in found.finding.message
    assert len(found.finding.message) < 300


def test_findings_come_in_the_catalogs_order_and_within_a_unit_in_that_of_the_checks():
    first = rule('kind = "forbidden"\nwords = ["창"]\n', head=RULE.replace("TOWN1", "TOWN0"))
    found = examined(unit("a", "윈도 창"), unit("b", "창 윈도"), checks=[first, WINDOW])
    assert told(found) == ["TOWN0 8:12", "TOWN1 8:9", "TOWN0 11:9", "TOWN1 11:11"]


def test_a_check_of_another_edition_does_not_look():
    check = rule('kind = "forbidden"\nwords = ["윈도"]\nlanguages = ["zh_TW"]\n')
    assert examined(unit("a", "윈도"), checks=[check]) == ()


def test_what_is_told_of_the_source_is_marked_so():
    check = replace(EVERYTHING, once=True)
    assert [it.once for it in examined(unit("a", "가"), checks=[check])] == [True]


def test_an_empty_catalog_has_no_findings():
    assert examiner(WINDOW).examine(po.parse(b"", path="ko.po"), "ko") == ()


def test_one_examiner_looks_at_many_editions_of_one_article():
    bench = examiner(terms=TERMS, run=builtin())
    korean = catalog(unit("The Harbour Board met.", "항만위원회가 모였다."))
    taiwanese = catalog(unit("The Harbour Board met.", "委員會開會了。"))
    assert bench.examine(korean, "ko") == ()
    assert told(bench.examine(taiwanese, "zh_TW")) == ["T101 7:12"]
    assert bench.examine(korean, "ko") == ()
