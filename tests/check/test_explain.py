from pathlib import Path

import pytest
from workbench import RULE, rule

from tongsa.check.explain import markdown, text
from tongsa.check.registry import builtin

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_reference_page_is_up_to_date():
    assert PAGE.read_text("utf-8") == markdown(builtin()), (
        "run: tongsa explain --markdown > docs/checks.md"
    )


@pytest.mark.parametrize("check", builtin(), ids=lambda check: check.code)
def test_every_check_has_a_chapter_that_its_row_leads_to(check):
    page = markdown(builtin())
    assert f"\n## {check.code} {check.name}\n" in page
    assert f"| {check.code} | [{check.name}](#{check.code.lower()}-{check.name}) |" in page
    assert check.why in page
    assert check.mend in page


def test_every_row_of_a_table_has_its_four_cells():
    rows = [line for line in markdown(builtin()).splitlines() if line.startswith("|")]
    assert {line.replace(r"\|", "").count("|") for line in rows} == {5}


def test_signs_that_would_break_a_table_or_be_markup_are_escaped():
    check = rule(
        'kind = "forbidden"\nwords = ["윈도"]\n[[bad]]\nlanguage = "ko"\n'
        'source = "a | *b* <i>"\ntarget = "⟦윈도⟧ | `x` _y_"\n'
    )
    (row,) = [line for line in markdown([check]).splitlines() if line.startswith("| bad")]
    assert row == r"| bad | ko | a \| \*b\* \<i> | ⟦윈도⟧ \| \`x\` \_y\_ |"


def test_a_page_for_the_terminal_shows_why_how_to_mend_it_and_the_examples():
    check = rule(
        'kind = "preferred"\nwords = { "윈도" = "창" }\n'
        '[[bad]]\nlanguage = "ko"\nbefore = [["It was.", "창이었다."]]\n'
        'source = "The ⟦window⟧ shuts."\ntarget = "⟦윈도⟧를 닫는다."\nfix = "창을 닫는다."\n'
        '[[good]]\nlanguage = "ko"\nsource = "The window."\ntarget = "창."\n'
    )
    assert text(check).splitlines() == [
        "TOWN1 town-name (error: keeps an edition back)",
        '  "{found}" may not stand here',
        "",
        "  Why. Readers of the town know it by another name. So they would wonder.",
        "",
        "  Mend. Write the town's own name.",
        "",
        "  Bad  (ko)",
        "    It was.",
        "    창이었다.",
        "    The ⟦window⟧ shuts.",
        "    ⟦윈도⟧를 닫는다.",
        "    fix: 창을 닫는다.",
        "",
        "  Good (ko)",
        "    The window.",
        "    창.",
    ]


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_a_severity_says_what_it_means(severity):
    head = RULE.replace('severity = "error"', f'severity = "{severity}"')
    check = rule('kind = "forbidden"\nwords = ["윈도"]\n', head=head)
    assert text(check).startswith(f"TOWN1 town-name ({severity}: ")
    assert f"*{severity.capitalize()}: " in markdown([check])
