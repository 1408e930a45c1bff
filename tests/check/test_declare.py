import pytest
from workbench import RULE, rule

from tongsa.check.declare import declare
from tongsa.errors import CheckError

FORBIDDEN = 'kind = "forbidden"\nwords = ["윈도"]\n'


def refused(body: str, *, head: str = RULE) -> CheckError:
    with pytest.raises(CheckError) as caught:
        rule(body, head=head)
    return caught.value


def line_of(body: str, word: str, *, head: str = RULE) -> int:
    return (head + body).split("\n").index(word) + 1


def test_a_declaration_becomes_a_check_with_all_it_says():
    check = rule(f'{FORBIDDEN}languages = ["ko"]\nonce = true\n')
    assert (check.code, check.name, check.severity) == ("TOWN1", "town-name", "error")
    assert check.languages == ("ko",)
    assert check.once
    assert check.file == "checks/town-name.toml"
    assert check.blanks == {"found"}
    assert check.say({"found": "윈도"}) == '"윈도" may not stand here'


@pytest.mark.parametrize("key", ["code", "severity", "message", "why", "mend"])
def test_a_missing_key_is_told_with_the_line_to_add(key):
    head = "\n".join(line for line in RULE.split("\n") if not line.startswith(f"{key} "))
    error = refused(FORBIDDEN, head=head)
    assert error.message == f'the check lacks "{key}"'
    assert error.file == "checks/town-name.toml"
    assert error.mend == f'add {key} = "…"'


@pytest.mark.parametrize(
    ("line", "message", "mend"),
    [
        ('kind = "forbiden"', "\"kind\" is 'forbiden'", "use pattern, forbidden, preferred"),
        ("kind = []", '"kind" is []', "use pattern"),
        ("kind = { a = 1 }", '"kind" is', "use pattern"),
        ("kind = true", '"kind" is True', "use pattern"),
        ('langauges = ["ko"]', 'unknown key "langauges"', 'the nearest known key is "languages"'),
        ('languages = ["kr"]', 'no facts are known of the language "kr"', "ko"),
        ('languages = "ko"', '"languages" must be a list of texts', 'languages = ["…", "…"]'),
        ("once = 1", '"once" is 1', "once = true"),
        ("bad = 1", '"bad" must be tables', "write [[bad]]"),
        ("bad = [1]", '"bad" must be a table', ""),
        ('bad = [{ source = "a", target = "가" }]', 'an example lacks "language"', "add language"),
        ("glossary = 1", '"glossary" must be a table', ""),
    ],
)
def test_a_wrong_line_is_told_with_its_number_and_what_to_write(line, message, mend):
    error = refused(f"{line}\n")
    assert message in error.message
    assert error.line == line_of(f"{line}\n", line)
    assert mend in (error.mend or "")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"TOWN1"', '"town1"', '"town1" is no code'),
        ('"TOWN1"', '"TOWN"', '"TOWN" is no code'),
        ('"TOWN1"', "1", '"code" must be a text'),
        ('"error"', '"fatal"', "\"severity\" is 'fatal'"),
        ('"error"', "[]", '"severity" is []'),
        ("'\"{found}\" may not stand here'", '"two\\nlines"', '"message" must be a text on one'),
        ("'\"{found}\" may not stand here'", '"the {thing}"', 'nothing fills the blank "{thing}"'),
        ("'\"{found}\" may not stand here'", '"the {right}"', 'nothing fills the blank "{right}"'),
        ('"Write the town\'s own name."', '"  "', '"mend" must be a text'),
    ],
)
def test_a_wrong_value_of_what_every_check_has_is_told_with_its_line(old, new, message):
    head = RULE.replace(old, new)
    assert head != RULE
    error = refused(FORBIDDEN, head=head)
    assert message in error.message
    assert error.line
    assert new in head.split("\n")[error.line - 1]


def test_what_fills_a_message_is_named_where_a_blank_is_mistyped():
    error = refused(
        'kind = "preferred"\n[words]\n"윈도" = "창"\n', head=RULE.replace("{found}", "{fuond}")
    )
    assert error.mend == "use {found} or {right}"


def test_a_pattern_fills_its_message_by_its_named_groups():
    head = RULE.replace("{found}", "{ship}{found}")
    check = rule('kind = "pattern"\npattern = "(?P<ship>배)가"\n', head=head)
    assert check.blanks == {"ship", "found"}
    assert "{ship}" in refused('kind = "pattern"\npattern = "(배)가"\n', head=head).message


def test_no_toml_at_all_is_told_with_line_and_column():
    error = refused("kind = \n")
    assert (error.line, error.column) == (line_of("kind = \n", "kind = "), 8)
    assert "no valid TOML" in error.message


def test_the_second_example_is_the_one_whose_line_is_told():
    examples = (
        '[[bad]]\nlanguage = "ko"\nsource = "a"\ntarget = "⟦윈도⟧"\n'
        '[[bad]]\nlanguage = "ko"\nsource = "b"\ntaget = "윈도"\n'
    )
    error = refused(FORBIDDEN + examples)
    assert error.message == 'unknown key "taget"'
    assert error.line == line_of(FORBIDDEN + examples, 'taget = "윈도"')


def test_an_example_that_lacks_its_target_is_told_at_its_own_table():
    examples = (
        '[[good]]\nlanguage = "ko"\nsource = "a"\ntarget = "창"\n\n'
        '[[good]]\nlanguage = "ko"\nsource = "b"\n'
    )
    error = refused(FORBIDDEN + examples)
    assert error.message == 'an example lacks "target"'
    second = line_of(FORBIDDEN + examples, 'source = "b"')
    assert second - 2 <= error.line <= second


@pytest.mark.parametrize("target", ["⟦윈도", "윈도⟧", "⟧윈도⟦", "⟦윈⟦도⟧⟧", "⟦윈도⟧ ⟦"])
def test_a_bracket_without_its_other_half_is_told(target):
    example = f'[[bad]]\nlanguage = "ko"\nsource = "a"\ntarget = "{target}"\n'
    error = refused(FORBIDDEN + example)
    assert error.message == "a bracket stands without its other half"
    assert error.line == line_of(FORBIDDEN + example, f'target = "{target}"')


def test_brackets_in_what_stands_before_are_read_as_well():
    example = '[[bad]]\nlanguage = "ko"\nbefore = [["a", "⟦창"]]\nsource = "a"\ntarget = "⟦윈도⟧"\n'
    assert "bracket" in refused(FORBIDDEN + example).message


@pytest.mark.parametrize("pairs", ["1", '["a"]', '[["a"]]', '[["a", 1]]', '[["a", "b", "c"]]'])
def test_what_stands_before_an_example_must_be_pairs(pairs):
    example = f'[[bad]]\nlanguage = "ko"\nbefore = {pairs}\nsource = "a"\ntarget = "⟦윈도⟧"\n'
    error = refused(FORBIDDEN + example)
    assert error.message == '"before" must list pairs'
    assert error.line == line_of(FORBIDDEN + example, f"before = {pairs}")


def test_an_example_in_no_known_language_is_told():
    example = '[[bad]]\nlanguage = "kr"\nsource = "a"\ntarget = "⟦윈도⟧"\n'
    error = refused(FORBIDDEN + example)
    assert error.message == 'no facts are known of the language "kr"'
    assert error.line == line_of(FORBIDDEN + example, 'language = "kr"')


def test_examples_give_units_hits_and_what_stands_before():
    example = (
        '[[bad]]\nlanguage = "ko"\nbefore = [["a", "창"]]\nrole = "headline"\n'
        'source = "⟦b⟧ c"\ntarget = "⟦윈도⟧와 ⟦윈도⟧"\nfix = "창과 창"\n'
        '[[good]]\nlanguage = "ko"\nsource = "b"\ntarget = "창"\n'
    )
    bad, good = rule(FORBIDDEN + example).examples
    assert (bad.unit.source, bad.unit.target) == ("b c", "윈도와 윈도")
    assert (bad.unit.role, bad.unit.index) == ("headline", 1)
    assert bad.hit.source_spans == ((0, 1),)
    assert bad.hit.target_spans == ((0, 2), (4, 6))
    assert bad.hit.fix == "창과 창"
    assert [unit.target for unit in bad.before] == ["창"]
    assert good.hit is None


def test_a_flaw_in_the_concepts_of_the_examples_is_told_at_its_line():
    body = f'{FORBIDDEN}[glossary.window]\nkind = "furniture"\nen = ["window"]\n'
    error = refused(body)
    assert error.line == line_of(body, 'kind = "furniture"')
    assert error.file == "checks/town-name.toml"


def test_a_function_beside_the_file_takes_the_place_of_a_kind():
    def look(_unit, _context):
        return ()

    assert declare(RULE, file="town/harbour.toml", name="harbour", look=look).look is look


def test_what_no_hit_fills_stays_as_it_is_written():
    check = declare(RULE, file="a.toml", name="a", look=lambda _unit, _context: ())
    assert check.say({}) == '"{found}" may not stand here'


@pytest.mark.parametrize(
    ("languages", "language", "looks"),
    [
        ("[]", "ko", True),
        ('["ko"]', "ko", True),
        ('["ko"]', "zh_TW", False),
        ('["zh_TW"]', "zh_CN", False),
        ('["zh_TW"]', "zh", True),
        ('["ko"]', "zh", False),
    ],
)
def test_a_check_looks_at_the_editions_it_names(languages, language, looks):
    check = rule(f"{FORBIDDEN}languages = {languages}\n")
    assert check.looks_at(language) is looks
