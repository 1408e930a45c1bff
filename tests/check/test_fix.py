import pytest
from workbench import HEADER, RULE, TERMS, catalog, examiner, rule, unit

from tongsa.catalog import po
from tongsa.check.fix import applied, fixed
from tongsa.check.registry import builtin

SWAP = rule('kind = "preferred"\nwords = { "윈도" = "창", "선창" = "부두" }\n')


def mended(entries: po.Catalog, *checks, language: str = "ko"):
    bench = examiner(*(checks or (SWAP,)))
    return fixed(entries, lambda current: bench.examine(current, language))


def swap(old: str, new: str, number: int = 1):
    return rule(
        f"kind = \"pattern\"\npattern = '{old}'\nreplace = '{new}'\n",
        head=RULE.replace("TOWN1", f"TOWN{number}"),
        name=f"swap-{number}",
    )


def test_every_wrong_word_of_a_unit_is_fixed_with_its_particle():
    done = mended(catalog(unit("a", "윈도를 열고 선창을 보고 윈도를 닫았다.")))
    assert done.catalog.entries[1].target == "창을 열고 부두를 보고 창을 닫았다."
    (change,) = done.changes
    assert change.old == "윈도를 열고 선창을 보고 윈도를 닫았다."
    assert change.new == "창을 열고 부두를 보고 창을 닫았다."
    assert [it.code for it in change.findings] == ["TOWN1"] * 3


def test_forty_wrong_words_in_one_unit_are_all_fixed():
    done = mended(catalog(unit("a", "윈도를 " * 40 + "보았다.")))
    assert done.catalog.entries[1].target == "창을 " * 40 + "보았다."


def test_fixing_again_changes_nothing():
    once = mended(catalog(unit("a", "윈도를 열고 선창을 보았다."))).catalog
    again = mended(once)
    assert again.changes == ()
    assert again.catalog is once


def test_a_catalog_without_fixes_is_given_back_as_it_is():
    entries = catalog(unit("a", "창을 연다."))
    assert mended(entries).catalog is entries


def test_fixes_that_undo_one_another_leave_the_unit_as_it_is():
    text = 'msgid "a"\nmsgstr ""\n"윈도와 "\n"문"\n'
    entries = catalog(text, unit("b", "선창을 보았다."))
    done = mended(entries, swap("윈도", "창문"), swap("창문", "윈도", 2), SWAP_QUAY)
    assert [change.new for change in done.changes] == ["부두를 보았다."]
    assert done.catalog.entries[1] is entries.entries[1]


SWAP_QUAY = rule(
    'kind = "preferred"\nwords = { "선창" = "부두" }\n',
    head=RULE.replace("TOWN1", "TOWN3"),
    name="quay",
)


def test_a_fix_that_never_comes_to_an_end_leaves_the_unit_as_it_is():
    entries = catalog(unit("a", "배"), unit("b", "선창을 보았다."))
    done = mended(entries, swap("배", "배배"), SWAP_QUAY)
    assert [change.new for change in done.changes] == ["부두를 보았다."]
    assert done.catalog.entries[1] is entries.entries[1]


@pytest.mark.parametrize(
    "entry",
    [
        unit("a", "윈도를 연다.", "#, fuzzy"),
        '#~ msgid "a"\n#~ msgstr "윈도를 연다."\n',
        unit("윈도", ""),
    ],
    ids=["fuzzy", "obsolete", "untranslated"],
)
def test_what_is_not_finished_is_left_alone(entry):
    entries = catalog(entry, unit("b", "윈도를 연다."))
    done = mended(entries)
    assert len(done.changes) == 1
    assert done.catalog.entries[1] is entries.entries[1]


def test_an_obsolete_twin_is_left_alone():
    twin = '#~ msgid "b"\n#~ msgstr "윈도를 연다."\n'
    done = mended(catalog(unit("b", "윈도를 연다."), twin))
    assert '#~ msgstr "윈도를 연다."' in done.catalog.text
    assert 'msgstr "창을 연다."' in done.catalog.text


def test_nothing_turns_fuzzy_and_flags_stay():
    entry = unit("a", "윈도를 연다.", "# Orla", "#. role: answer", "#: a.txt:1", "#, no-wrap")
    done = mended(catalog(entry))
    assert done.catalog.text == catalog(entry.replace("윈도를", "창을")).text


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
def test_all_else_stays_byte_for_byte(end, mark):
    odd = (
        "# odd   comment \t\n#.no space\n"
        'msgctxt   "x"\nmsgid "A\\tb\\"c\\""   "d"\n\tmsgstr "가"\n"나"  "\\355\\225\\234"\n'
    )
    wrong = 'msgid "It shuts."\nmsgstr "{<2} 낡은 윈도를 닫는다."\n'
    tail = '\n\n\n#~ msgid "gone"\n#~ msgstr "윈도"\n# the end'
    text = f"{HEADER}\n{odd}\n\n\n{wrong}{tail}".replace("\n", end)
    done = mended(po.parse(mark + text.encode(), path="ko.po"))
    expected = mark + text.replace("낡은 윈도를", "낡은 창을").encode()
    assert done.catalog.data == expected


def test_one_plural_form_is_fixed_and_the_other_keeps_its_words():
    entry = 'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "문"\nmsgstr[1] "윈도를 연다."\n'
    done = mended(catalog(entry))
    assert done.catalog.entries[1].targets == ("문", "창을 연다.")


def test_both_plural_forms_are_fixed():
    entry = 'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "윈도가 하나"\nmsgstr[1] "윈도를 연다."\n'
    done = mended(catalog(entry))
    assert done.catalog.entries[1].targets == ("창이 하나", "창을 연다.")
    assert len(done.changes) == 2


def test_the_words_that_tell_a_merged_unit_are_fixed_once_and_in_their_own_entry():
    done = mended(catalog(unit("a", "윈도를 연다."), unit("b", "{<}")))
    assert [entry.target for entry in done.catalog.entries[1:]] == ["창을 연다.", "{<}"]
    assert len(done.changes) == 1


def test_a_moved_unit_keeps_its_mark():
    done = mended(catalog(unit("a", "가"), unit("b", "{<} 윈도를 연다.")))
    assert done.catalog.entries[2].target == "{<} 창을 연다."


def test_a_fix_in_another_character_set_is_written_in_it():
    header = HEADER.replace("UTF-8", "CP949")
    text = f"{header}\n{unit('a', '낡은 윈도를 똠방각하가 연다.')}"
    done = mended(po.parse(text.encode("cp949"), path="ko.po"))
    assert done.catalog.data == text.replace("윈도를", "창을").encode("cp949")


def test_a_fix_brings_in_what_the_terms_ask_for():
    bench = examiner(terms=TERMS, run=builtin())
    entries = catalog(unit("Open the window.", "윈도를 열어라."))
    done = fixed(entries, lambda current: bench.examine(current, "ko"))
    assert done.catalog.entries[1].target == "창을 열어라."
    assert [it.code for it in done.changes[0].findings] == ["T102"]


def test_a_change_is_applied_only_where_the_translation_is_still_what_was_seen():
    seen = catalog(unit("a", "윈도를 연다."), unit("b", "윈도를 닫는다."))
    changes = mended(seen).changes
    saved = catalog(unit("b", "문을 닫는다."), unit("a", "윈도를 연다."), unit("c", "윈도"))
    done = applied(saved, changes)
    assert [entry.target for entry in done.entries[1:]] == ["문을 닫는다.", "창을 연다.", "윈도"]


def test_a_change_is_not_applied_to_what_turned_fuzzy_meanwhile():
    changes = mended(catalog(unit("a", "윈도를 연다."))).changes
    saved = catalog(unit("a", "윈도를 연다.", "#, fuzzy"))
    assert applied(saved, changes) is saved
