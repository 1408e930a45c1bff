"""The stretch of a source that a translation is likeliest to leave out."""

import pytest

from tongsa.check.rules.completeness.stretch import likeliest

SOURCE = "The ferry, which carries 300 cars, was late; nobody told the harbour why it had to wait."


def weighed(source: str, untold: tuple[str, ...], told: tuple[str, ...]):
    weights = [*((word, 2.0) for word in untold), *((word, -2.0) for word in told)]
    return likeliest(source, [(source.index(word), it) for word, it in weights], lambda _: 0.0)


@pytest.mark.parametrize(
    ("untold", "told", "stretch"),
    [
        (("carries", "cars"), ("ferry", "late"), "which carries 300 cars"),
        (("harbour", "nobody"), ("late", "wait"), "nobody told the harbour why it had"),
        (("ferry", "cars", "late"), ("harbour",), "The ferry, which carries 300 cars, was late"),
    ],
)
def test_what_has_no_counterpart_makes_a_stretch_where_it_stands_together(untold, told, stretch):
    found = weighed(SOURCE, untold, told)
    assert SOURCE[slice(*found.span)] == stretch
    assert found.score == 2.0 * len(untold)


def test_the_length_decides_where_words_tell_nothing():
    short, long = (
        likeliest(SOURCE, (), lambda share, usual=usual: -abs(share - usual)).span
        for usual in (0.3, 0.7)
    )
    assert short[1] - short[0] < long[1] - long[0]


def test_addresses_and_markup_are_neither_parted_nor_counted():
    source = "Write to the [office](https://office.example/a,b;c:d-e) on the quay of the harbour."
    found = weighed(source, ("quay", "harbour"), ("office",))
    assert source[slice(*found.span)] == "on the quay of the harbour"
    plain = source.replace("(https://office.example/a,b;c:d-e)", "")
    shares: list[list[float]] = [[], []]
    for text, told in zip((source, plain), shares, strict=True):
        likeliest(text, (), lambda share, told=told: told.append(share) or 0.0)
    assert shares[0][-1] == shares[1][-1]


def test_words_with_hyphens_are_not_parted():
    source = "The so-called ferry queen won back-to-back titles in the harbour of Gannet."
    found = weighed(source, ("titles",), ("queen", "harbour", "Gannet"))
    assert source[slice(*found.span)].endswith("won back-to-back titles")


@pytest.mark.parametrize("source", ["", "Late.", "(—)", "Too late, he said."])
def test_a_word_or_two_are_no_stretch(source):
    assert likeliest(source, [(0, 9.0)], lambda _: 9.0) is None
