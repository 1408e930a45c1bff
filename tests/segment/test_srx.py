"""SRX files of an editor in place of our own rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.errors import SegmentationError
from tongsa.segment import segmenter
from tongsa.segment.icu import to_regex
from tongsa.segment.srx import load
from tongsa.segment.srx_rules import WINDOW

STOP = r"<rule break='yes'><beforebreak>[.?!]+</beforebreak><afterbreak>\s</afterbreak></rule>"
DOCTOR = r"<rule break='no'><beforebreak>\bDr\.</beforebreak><afterbreak>\s</afterbreak></rule>"
SEMICOLON = r"<rule break='yes'><beforebreak>;</beforebreak><afterbreak>\s</afterbreak></rule>"


def srx(*, cascade: str = "yes", maps: str = "en.*=English", **rules: str) -> bytes:
    """Write an SRX file of the named rules, its maps as ``pattern=name`` parted by spaces."""
    body = "".join(
        f'<languagerule languagerulename="{name}">{rule}</languagerule>'
        for name, rule in rules.items()
    )
    pairs = (pair.split("=") for pair in maps.split())
    mapped = "".join(
        f'<languagemap languagepattern="{pattern}" languagerulename="{name}"/>'
        for pattern, name in pairs
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<srx xmlns="http://www.lisa.org/srx20" version="2.0">\n'
        f'<header segmentsubflows="yes" cascade="{cascade}">\n'
        '<formathandle type="start" include="no"/></header>\n'
        f"<body><languagerules>{body}</languagerules>\n"
        f"<maprules>{mapped}</maprules></body></srx>"
    ).encode()


def cut(text: str, data: bytes, language: str = "en") -> list[str]:
    rules = load(data, file="newsroom.srx")
    return [segment.text for segment in segmenter(language, srx=rules).split(text)]


def test_rules_of_a_file_replace_our_own() -> None:
    found = cut("The lock opens; the ferry sails. Dr. Pell waits.", srx(English=SEMICOLON))
    assert found == ["The lock opens;", "the ferry sails. Dr. Pell waits."]


def test_an_exception_before_a_break_prevents_it() -> None:
    found = cut("It sails. Dr. Pell waits.", srx(English=DOCTOR + STOP))
    assert found == ["It sails.", "Dr. Pell waits."]


def test_an_exception_behind_a_break_comes_too_late() -> None:
    found = cut("It sails. Dr. Pell waits.", srx(English=STOP + DOCTOR))
    assert found == ["It sails.", "Dr.", "Pell waits."]


def test_cascading_maps_add_their_rules() -> None:
    maps = "en.*=Commas .*=Default"
    data = srx(maps=maps, Commas=SEMICOLON, Default=STOP)
    assert cut("One; two. Three", data) == ["One;", "two.", "Three"]


def test_without_cascade_the_first_map_alone_counts() -> None:
    data = srx(cascade="no", maps="en.*=Commas .*=Default", Commas=SEMICOLON, Default=STOP)
    assert cut("One; two. Three", data) == ["One;", "two. Three"]


@pytest.mark.parametrize(
    "pattern", ["ZH.*", "zh_TW", "zh-tw", "[Zz][Hh].*", "zh-Hant-TW", "zh_two"]
)
def test_a_map_fits_any_usual_spelling_of_a_language(pattern: str) -> None:
    rule = "<rule><beforebreak>。</beforebreak></rule>"
    data = srx(maps=f"{pattern}=Chinese", Chinese=rule)
    assert cut("船開了。我們走。", data, "zh_TW") == ["船開了。", "我們走。"]


def test_rules_that_do_not_fit_the_language_are_warned_of() -> None:
    rules = load(srx(English=STOP), file="newsroom.srx")
    assert segmenter("ko", srx=rules).warnings == (
        "newsroom.srx: its rules cut no sentence in Korean",
    )
    assert segmenter("en", srx=rules).warnings == ()


def test_the_signature_follows_the_file() -> None:
    one, other = (
        segmenter("en", srx=load(srx(English=rule), file="a.srx")).signature
        for rule in (STOP, STOP + SEMICOLON)
    )
    assert one.startswith("srx ")
    assert one != other


def test_the_name_of_a_file_is_not_part_of_its_signature() -> None:
    data = srx(English=STOP)
    first, second = (load(data, file=file) for file in ("a.srx", "b.srx"))
    assert segmenter("en", srx=first).signature == segmenter("en", srx=second).signature


def test_an_exception_is_seen_across_its_window_and_no_farther() -> None:
    exception = r"<rule break='no'><beforebreak>\(\w+\.</beforebreak></rule>"
    data = srx(English=exception + STOP)
    near, far = (f"({'a' * size}. Next" for size in (WINDOW - 10, WINDOW + 10))
    assert (len(cut(near, data)), len(cut(far, data))) == (1, 2)


@given(st.text(st.sampled_from("aZ .?!\n\u3000Dr"), max_size=80))
def test_no_character_is_lost_by_the_rules_of_a_file(text: str) -> None:
    rules = load(srx(English=DOCTOR + STOP), file="newsroom.srx")
    position = 0
    for segment in segmenter("en", srx=rules).split(text):
        assert not text[position : segment.start].strip()
        assert segment.text == text[segment.start : segment.end] == segment.text.strip()
        position = segment.end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    ("icu", "text"),
    [
        (r"\Qe.g.\E", "e.g."),
        (r"\x{2019}s", "’s"),
        (r"\p{Lu}++\p{Ll}", "ABc"),
        (r"[\p{L}&&[^a-z]]", "É"),
        (r"\h\R", "\u3000\r\n"),
        (r"\v\e\cA\0101", "\u2028\x1b\x01A"),
        (r"\\Q", r"\Q"),
    ],
)
def test_a_pattern_of_icu_means_the_same_here(icu: str, text: str) -> None:
    rule = f"<rule><beforebreak>{icu}</beforebreak></rule>".replace("&&", "&amp;&amp;")
    assert cut(f"x{text}y", srx(English=rule))[0].endswith(text.strip())
    assert to_regex(icu)


def failure(data: bytes, text: str = "") -> SegmentationError:
    with pytest.raises(SegmentationError) as caught:
        cut(text, data)
    return caught.value


def test_a_pattern_that_does_not_compile_names_its_line() -> None:
    error = failure(srx(English="\n\n<rule><beforebreak>[a(</beforebreak></rule>"))
    assert error.place == "newsroom.srx:7"
    assert "regular expression" in error.message


def test_a_bad_exception_is_found_too() -> None:
    bad = "<rule break='no'><beforebreak>a)|(b</beforebreak></rule>"
    assert "regular expression" in failure(srx(English=bad + STOP)).message


def test_what_is_not_xml_names_its_line() -> None:
    assert failure(b"<srx version='2.0'>\n<body").place == "newsroom.srx:2"


def test_another_xml_file_is_refused() -> None:
    assert "begins with <tmx>" in failure(b"<tmx version='1.4'/>").message


def test_another_version_is_refused() -> None:
    data = srx(English=STOP).replace(b'version="2.0"', b'version="1.0"')
    assert 'version "1.0"' in failure(data).message


def test_entities_are_refused() -> None:
    bomb = b"<!DOCTYPE srx [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><srx version='2.0'>&b;</srx>"
    assert "DOCTYPE" in str(failure(bomb))


def test_a_document_type_from_outside_is_refused() -> None:
    data = b"<!DOCTYPE srx SYSTEM 'file:///etc/passwd'><srx version='2.0'/>"
    assert "DOCTYPE" in str(failure(data))


def test_a_map_to_rules_that_are_not_there_is_refused() -> None:
    error = failure(srx(maps="en=Englsh", English=STOP))
    assert '"Englsh"' in error.message
    assert error.mend == "use one of English"


def test_a_file_without_maps_is_refused() -> None:
    assert "no language" in failure(srx(maps="", English=STOP)).message


def test_a_rule_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tongsa.segment.srx_rules._SECONDS", 0.2)
    endless = "<rule><beforebreak>(?:a|aa)+$</beforebreak></rule>"
    assert "too long" in failure(srx(English=endless), "a" * 60 + "b").message


def test_an_exception_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tongsa.segment.srx_rules._SECONDS", 0.2)
    endless = "<rule break='no'><beforebreak>^b(?:a|aa)+\\.</beforebreak></rule>"
    assert "too long" in failure(srx(English=endless + STOP), "a" * 60 + ". B").message
