"""Run Weblate's own functions without its database: needs a Python that has Weblate.

As a program it reads a glossary and translations as JSON, runs Weblate's glossary check on each,
and writes the source terms that the check names.
"""

from __future__ import annotations

import json
import sys
from types import SimpleNamespace
from typing import Any
from unittest import mock

import django
from django.conf import settings
from weblate import settings_example

LANGUAGES = {"ko": "ko", "zh_TW": "zh_Hant", "zh_CN": "zh_Hans"}
"""What Weblate calls the languages."""


def _configure() -> None:
    values = {key: getattr(settings_example, key) for key in dir(settings_example) if key.isupper()}
    # Never opened; Weblate's models cannot be defined without one.
    values["DATABASES"] = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    settings.configure(**values)
    django.setup()


_configure()

from weblate.checks.glossary import GlossaryCheck  # noqa: E402 (Django is set up first)
from weblate.checks.tests.test_checks import MockTranslation, MockUnit  # noqa: E402
from weblate.glossary import models  # noqa: E402


class _Rows:
    """The glossary's rows, in the place of the query that would fetch them."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._rows: dict[str, list[Any]] = {}
        for number, (source, target) in enumerate(pairs, 1):
            row = SimpleNamespace(
                pk=number,
                source=source,
                target=target,
                all_flags=frozenset(),
                variant_id=None,
                glossary_sort_key=(100, source.lower()),
            )
            self._rows.setdefault(source.lower(), []).append(row)

    def select_related(self, *_names: str) -> _Rows:
        return self

    prefetch_related = select_related

    def filter(self, condition: Any) -> list[Any]:  # noqa: ANN401 (Django's Q)
        ((_, hashes),) = condition.children
        wanted = [one.get_source_expressions()[0].value for one in hashes]
        return [row for term in wanted for row in self._rows.get(term, ())]


class Glossary:
    """A glossary as Weblate would hold it, for one language."""

    def __init__(self, pairs: list[tuple[str, str]], language: str, *, rows: bool = True) -> None:
        """Take the glossary's word pairs, and one of tongsa's codes.

        Without ``rows`` the database answers that it has none, and only finding is left.
        """
        self._rows = _Rows(pairs if rows else [])
        self._translation = MockTranslation(LANGUAGES[language])
        sources = list(dict.fromkeys(source.lower() for source, _ in pairs))
        project = SimpleNamespace(
            slug="glossary", glossaries=[SimpleNamespace(glossary_sources=sources)]
        )
        with mock.patch("weblate.trans.models.component.prefetch_glossary_terms"):
            project.glossary_automaton = models.get_glossary_automaton(project)
        self._translation.component.project = project

    def fetch(self, texts: list[str]) -> list[Any]:
        """Return units of these texts with their glossary terms, all fetched at once."""
        units = [self._unit(text) for text in texts]
        with mock.patch.object(models, "get_glossary_units", return_value=self._rows):
            models.fetch_glossary_terms(units, include_variants=False)
        return units

    def flags(self, source: str, target: str) -> set[str]:
        """Return the source terms that a translation does not follow, says Weblate."""
        with mock.patch.object(models, "get_glossary_units", return_value=self._rows):
            return GlossaryCheck().check_single(source, target, self._unit(source))

    def _unit(self, text: str) -> Any:  # noqa: ANN401 (Weblate's own mock)
        unit = MockUnit(id_hash="", source=text)
        unit.translation = self._translation
        unit.pk = None
        return unit


def main() -> None:
    """Check translations; standard input and output hold JSON."""
    task = json.load(sys.stdin)
    glossary = Glossary(task["glossary"], task["language"])
    found = [sorted(glossary.flags(source, target)) for source, target in task["translations"]]
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
