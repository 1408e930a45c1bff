"""A floor under the score on real sentences, where the treebank's text lies beside the project."""

from pathlib import Path

import pytest

from tongsa.language.load import facts
from tongsa.segment import split

PUD = Path(__file__).resolve().parents[3] / "shared" / "data" / "pud"


def boundaries(sentences: list[str]) -> set[int]:
    """Return the boundaries within a paragraph, in code points without white space."""
    found, position = set(), 0
    for sentence in sentences:
        position += len("".join(sentence.split()))
        found.add(position)
    return found - {position}


@pytest.mark.skipif(not PUD.is_dir(), reason="the PUD sentences are not beside the project")
@pytest.mark.parametrize(
    ("language", "file", "floor"),
    [("en", "en", 0.998), ("ko", "ko", 0.996), ("zh_TW", "zh", 0.996), ("zh_CN", "zh", 0.996)],
)
def test_real_sentences_are_told_apart(language: str, file: str, floor: float) -> None:
    right = found = wanted = 0
    for paragraph in (PUD / f"{file}.txt").read_text("utf-8").strip().split("\n\n"):
        sentences = paragraph.split("\n")
        text = facts(language).joiner.join(sentences)
        gold = boundaries(sentences)
        ours = boundaries([segment.text for segment in split(text, language)])
        right, found, wanted = right + len(gold & ours), found + len(ours), wanted + len(gold)
    assert 2 * right / (found + wanted) >= floor
