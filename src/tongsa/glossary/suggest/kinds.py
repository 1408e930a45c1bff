"""Guess what a name names: by its head, by what stands beside it, by its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.glossary.suggest.clusters import Cluster
    from tongsa.glossary.suggest.facts import Facts

LINKS = ("of", "for", "in", "on")
"""Words behind a head that lead on within a name."""
_MOST = 4  # words of a person's name


def guess(cluster: Cluster, facts: Facts) -> Kind:
    """Return what a cluster most likely is: by the first sign that holds, an organisation."""
    if cluster.keys[-1] in facts.titles or cluster.keys[0] == "member":
        return Kind.TITLE
    numbered = any(map(str.isdigit, "".join(cluster.keys)))
    signs = (
        (cluster.phrase, Kind.COMMON),
        (cluster.hints[Kind.WORK], Kind.WORK),
        (is_place(cluster, facts), Kind.PLACE),
        (head := _headed(cluster.keys, facts), head),
        (is_person(cluster, facts), Kind.PERSON),
        (cluster.hints[Kind.PLACE] * 2 > cluster.forms.total(), Kind.PLACE),
        (numbered, Kind.PRODUCT),
        (_is_thing(cluster), Kind.COMMON),
    )
    return next((kind for holds, kind in signs if holds and kind), Kind.ORGANISATION)


def _is_thing(cluster: Cluster) -> bool:
    """Whether letters are, as far as is known, no organisation's."""
    lone = len(cluster.keys) == 1 and not cluster.hints[Kind.ORGANISATION]
    return lone and any(map(str.isupper, cluster.forms))


def is_place(cluster: Cluster, facts: Facts) -> bool:
    """Whether a name is a place's, by itself."""
    words = cluster.keys
    if cluster.phrase:
        return False
    if " ".join(words).rstrip(".") in facts.places:
        return True
    if len(words) == 1:
        return False
    before = words[0].rstrip(".") in facts.place_before and not is_head(words[-1], facts)
    return before or (words[-1] in facts.heads["place"] and "of" not in words)


def is_person(cluster: Cluster, facts: Facts) -> bool:
    """Whether a name is, as far as its shape and what stands beside it tell, a person's."""
    words = cluster.keys
    if not cluster.capital or cluster.phrase or is_head(words[-1], facts):
        return False
    if is_place(cluster, facts) or words[0] in facts.demonyms:
        return False
    if cluster.hints[Kind.PERSON] or words[0] in facts.given:
        return True
    if cluster.nouns or not 1 < len(words) <= _MOST:
        return False
    if cluster.hints[Kind.PLACE] or words[0] in facts.place_before | facts.adjectives:
        return False
    nouns = facts.fields | facts.places | facts.function - facts.particles
    return not any(word in nouns or facts.is_generic(word) for word in words)


def is_head(word: str, facts: Facts) -> bool:
    """Whether a name's last word says that no person is named."""
    return any(word in heads for heads in facts.heads.values())


def _headed(words: Sequence[str], facts: Facts) -> Kind | None:
    """Return what a name's head says that it is: its last word, or the one before ``of``."""
    head = words[-1]
    for link in LINKS:
        if link in words[1:]:
            head = words[words.index(link, 1) - 1]
            break
    if len(words) == 1:
        return None
    return next((Kind(kind) for kind, heads in facts.heads.items() if head in heads), None)
