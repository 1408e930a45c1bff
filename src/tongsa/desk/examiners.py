"""Set up what examines catalogs: the checks and the glossary that a run goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.found import FAILED
from tongsa.check.registry import Declaration, chosen, gather
from tongsa.check.run import Examiner
from tongsa.desk import glossaries
from tongsa.errors import CheckError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.check.check import Check
    from tongsa.desk.checking import Checker
    from tongsa.glossary.glossary import Glossary


def every(checker: Checker) -> tuple[Check, ...]:
    """Return all checks there are: tongsa's, those of packages, and the desk's own."""
    return gather(
        Declaration(name=file.path.stem, file=file.file, text=file.text) for file in checker.rules
    )


def examiner(checker: Checker) -> Examiner:
    """Return what runs the checks that are wanted."""
    settings = checker.desk.settings if checker.desk else None
    # What failed must never go unsaid where others were asked for.
    select = (*checker.wanted.select, FAILED) if checker.wanted.select else ()
    checks = chosen(checker.every, select, checker.wanted.skip)
    kept = {check.code for check in _kept(checker)}
    return Examiner(
        checks=[check for check in checks if check.code in kept],
        every=checker.every,
        glossary=checker.glossary,
        source=checker.source,
        styles=settings.styles if settings else frozenset(),
    )


def glossary(checker: Checker) -> Glossary:
    """Return the glossary that the run goes by."""
    return glossaries.glossary(checker.glossary_files, checker.glossary_languages, checker.slow)


def _kept(checker: Checker) -> Sequence[Check]:
    """Return the checks that the desk does not skip."""
    if checker.desk is None:
        return checker.every
    try:
        return chosen(checker.every, (), checker.desk.settings.checks.skip)
    except CheckError as error:
        file = checker.desk.shown(checker.desk.file)
        raise CheckError(error.message, file=file, mend=error.mend) from error
