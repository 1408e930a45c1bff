import re
from dataclasses import replace

from quay import BROKEN, STYLE, TERM, UNUSED, ran

from tongsa.errors import DeskError
from tongsa.report.github import written


def test_an_error_a_warning_and_a_note_are_marked_each_in_its_kind():
    assert written(ran(STYLE, UNUSED, TERM)).split("\n") == [
        (
            "::error file=locale/ko/부두 새벽.po,line=15,col=2,title=T101 term-not-followed::"
            '"Port Lantern" is not rendered as the glossary says: 랜턴항'
            "%0ASource: Dockers of Port Lantern rest."
            '%0ATranslation: 오늘 "한" 항구랜턴는 쉰다.%0AFix: 오늘 "한" 랜턴항은 쉰다.'
        ),
        (
            "::warning file=locale/ko/부두 새벽.po,line=8,col=9,title=F102 figure-value::"
            "the quay, 50%25 of it: closed%0ASource: Quay Opens Before Dawn"
            "%0ATranslation: 새벽에 부두 열려"
        ),
        (
            "::notice file=tongsa.toml,line=12,col=1,title=X101 unused-ignore::"
            "the ignore of T109 ignores nothing"
        ),
        "",
    ]


def test_what_cannot_be_read_comes_first():
    lines = written(ran(TERM, errors=(BROKEN, DeskError("no desk", mend="make one")))).split("\n")
    assert lines[:2] == [
        (
            "::error file=locale/ko/bad.po,line=3,title=tongsa cannot read this::"
            "a quote is missing; close it"
        ),
        "::error title=tongsa cannot read this::no desk; make one",
    ]
    assert lines[2].startswith("::error file=locale/ko/부두")


def test_no_text_can_begin_a_command_of_its_own():
    hostile = replace(
        TERM,
        file="a,b:c%\n::stop.po",
        message="50%\r\n::error::x",
        source="\x1b[31m::add-mask::a\u2028::b",
    )
    (line, end) = written(ran(hostile)).split("\n")
    assert end == ""
    assert line.startswith("::error file=a%2Cb%3Ac%25%0A%3A%3Astop.po,line=15,")
    assert "::50%25�%0A::error::x%0ASource: �[31m" in line
    assert re.fullmatch(r"[^\x00-\x1f\x7f-\x9f\u2028]+", line)


def test_nothing_is_printed_where_nothing_is_found():
    assert written(ran()) == ""
