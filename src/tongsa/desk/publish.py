"""Turn an edition and its catalog into the files that are published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.article.read import Written, article_bytes
from tongsa.article.splice import splice
from tongsa.catalog import marks, mo
from tongsa.language.load import facts

if TYPE_CHECKING:
    from tongsa.catalog.po import Catalog
    from tongsa.edition.extract import Cuts
    from tongsa.model import Article, Edition


def machine(catalog: Catalog) -> bytes:
    """Return the MO file: the finished translations without marks, merged ones empty."""
    finished = {
        identity: marks.read(target, identity[1]).text if isinstance(target, str) else target
        for identity, target in mo.finished(catalog.entries).items()
    }
    return mo.compile_mo(finished, catalog.header)


def printed(article: Article, cuts: Cuts, edition: Edition) -> Written:
    """Return an edition's file: in its article's encoding, or in UTF-8 if that can't hold it."""
    known = facts(edition.language)
    written = article_bytes(article, splice(article, cuts, edition, known))
    if written.encoding == article.encoding:
        return written
    text = splice(article, cuts, edition, known, charset=written.encoding)
    return Written(text.encode(written.encoding), written.encoding)
