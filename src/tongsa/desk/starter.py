"""Write a new desk: its settings, and a sample article with its terms to build at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tongsa import packaged
from tongsa.desk import store
from tongsa.desk.desk import load
from tongsa.errors import DeskError, SettingsError
from tongsa.language.load import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

_SETTINGS = """\
# A desk of tongsa: see `tongsa --help`.
source = {source}
targets = {targets}

# What else can be set, with its default:
# name = ""                # the project's name in catalog headers; else the folder's name
# unit = "sentence"        # or "paragraph"
# quotes = "keep"          # whole quotations; "split" cuts the sentences in them
# srx = ""                 # a file of SRX 2.0 rules in place of tongsa's own
# encoding = "utf-8"       # of the articles
# translator = ""          # "Name <address>", team and report for the headers of new catalogs
# team = ""
# report = ""
# styles = []              # house styles of the glossary that are switched on
#
# [folders]
# seeds = "seeds"          # the articles
# glossary = "glossary"    # concepts and their terms, one TOML file a domain
# locale = "locale"        # the catalogs
# editions = "editions"    # what is published
# checks = "checks"        # check rules of the desk's own, one TOML file each
#
# [checks]
# skip = []                # checks that are not run, by code or name
# baseline = ""            # a file of accepted findings: tongsa check --write-baseline FILE
# [[checks.ignore]]        # findings set aside, with the reason
# check = "T109"
# reason = "…"
# article = "sample"       # and, if wanted, language = "ko", text = "…"
#
# [articles.sample]        # by the article's name: its path in the folder without the suffix
# date = {today}
# url = "https://example.org/sample"
# encoding = "cp949"
# distinct = ["Yes."]      # sentences to translate anew behind each that they follow
"""


def start(root: Path, *, source: str, targets: Sequence[str], today: date) -> list[Path]:
    """Write what is missing of a new desk, and return it; raise DeskError where a desk stands."""
    if load(root):
        raise DeskError("a desk stands there already", file=str(root), mend="name another folder")
    codes = list(dict.fromkeys(normalise(target) for target in targets))
    if normalise(source) in codes:
        raise SettingsError(f'the source language "{source}" is among the targets')
    settings = _SETTINGS.format(
        source=json.dumps(normalise(source)), targets=json.dumps(codes), today=today.isoformat()
    )
    sample = packaged.text("desk/sample.txt").encode()
    concepts = packaged.text("desk/sample.toml").encode()
    files = {
        root / "tongsa.toml": settings.encode(),
        root / "seeds" / "sample.txt": sample,
        root / "glossary" / "sample.toml": concepts,
    }
    store.make_folders(root, "glossary", "locale", "editions")
    written = []
    for path, content in files.items():
        # What lies there already is a person's.
        if not path.exists() and store.write(path, content, root=root):
            written.append(path)
    return written
