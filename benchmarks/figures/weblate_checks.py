"""Run Weblate's own target checks without its database: needs a Python that has Weblate.

As a program it reads translations as JSON, and writes for each the names of the checks that fail.
``weblate_tools`` of ``benchmarks/terms`` must be on the path.
"""

from __future__ import annotations

import json
import sys

import weblate_tools  # sets Django up
from weblate.checks.base import BatchCheckMixin
from weblate.checks.glossary import GlossaryCheck
from weblate.checks.models import CHECKS
from weblate.checks.tests.test_checks import MockUnit

_LEFT_OUT = (BatchCheckMixin, GlossaryCheck)
"""What asks the database for other units, and what has nothing to check without a glossary."""


def main() -> None:
    """Check translations; standard input and output hold JSON."""
    task = json.load(sys.stdin)
    language = weblate_tools.LANGUAGES[task["language"]]
    checks = {
        name: check for name, check in CHECKS.target.items() if not isinstance(check, _LEFT_OUT)
    }
    found = []
    for source, target in task["translations"]:
        unit = MockUnit(id_hash="", code=language, source=source, target=target)
        unit.translation.component.is_glossary = False  # which Weblate's mock does not say
        failed = [
            name for name, check in checks.items() if check.check_target([source], [target], unit)
        ]
        found.append(failed)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
