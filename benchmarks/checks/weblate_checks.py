"""Run Weblate's default target checks and its glossary check: needs a Python that has Weblate.

As a program it reads a glossary and translations as JSON, and writes for each translation the names
of the checks that fail, and the source terms that the glossary check names; timed, the seconds.
``weblate_tools`` of ``benchmarks/terms`` must be on the path.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import weblate_tools  # sets Django up
from weblate.checks.base import BatchCheckMixin
from weblate.checks.glossary import GlossaryCheck
from weblate.checks.models import CHECKS
from weblate.checks.tests.test_checks import MockUnit

_LEFT_OUT = (BatchCheckMixin, GlossaryCheck)
"""What asks the database for other units, and what is asked apart, with its glossary."""
_FLAGS = {"%(": "python-format", "%s": "c-format", "{author}": "python-brace-format"}
"""What a project would say of texts with such placeholders."""


class Checks:
    """Weblate's checks for one language."""

    def __init__(self, language: str, glossary: list[tuple[str, str]]) -> None:
        """Take one of tongsa's codes, and the glossary's word pairs."""
        self._code = weblate_tools.LANGUAGES[language]
        self._glossary = weblate_tools.Glossary(glossary, language)
        self._checks = {
            name: check for name, check in CHECKS.target.items() if not isinstance(check, _LEFT_OUT)
        }

    def flags(self, source: str, target: str) -> list[str]:
        """Return what fails."""
        flags = ", ".join(flag for sign, flag in _FLAGS.items() if sign in source)
        unit: Any = MockUnit(  # Any: Weblate's own mock
            id_hash="", code=self._code, source=source, target=target, flags=flags
        )
        unit.translation.component.is_glossary = False  # which Weblate's mock does not say
        failed = [
            name
            for name, check in self._checks.items()
            if check.check_target([source], [target], unit)
        ]
        return failed + [
            f"glossary: {term}" for term in sorted(self._glossary.flags(source, target))
        ]


def main() -> None:
    """Check translations; standard input and output hold JSON."""
    task = json.load(sys.stdin)
    checks = Checks(task["language"], task["glossary"])
    began = time.process_time()
    found = [checks.flags(source, target) for source, target in task["translations"]]
    seconds = time.process_time() - began
    json.dump({"seconds": seconds} if task.get("timed") else {"found": found}, sys.stdout)


if __name__ == "__main__":
    main()
