"""Choose for each unit the checks that may find something in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Sifted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.check.check import Check, Context, Sieve
    from tongsa.model import State, TranslationUnit


class Sifter:
    """Checks, and the sieves that some of them share."""

    def __init__(self, checks: Sequence[Check]) -> None:
        """Keep the checks that look at units."""
        self._checks = [(it, _sieve(it)) for it in checks if it.look is not None]
        self._sieves = tuple(dict.fromkeys(sieve for _, sieve in self._checks if sieve))
        self._passed: dict[tuple[State, tuple[bool, ...]], list[Check]] = {}
        """The checks by a unit's state and by what the sieves say."""

    def checks(self, unit: TranslationUnit, context: Context) -> Sequence[Check]:
        """Return the checks to look at a unit, in order; each sieve is asked once."""
        try:
            answers = tuple([sieve(unit, context) for sieve in self._sieves])
        except Exception:  # noqa: BLE001 (a check may come from anybody; it will tell the defect)
            answers = (True,) * len(self._sieves)
        key = (unit.state, answers)
        if key not in self._passed:
            held = {sieve for sieve, may in zip(self._sieves, answers, strict=True) if not may}
            self._passed[key] = [
                it for it, sieve in self._checks if sieve not in held and unit.state in it.states
            ]
        return self._passed[key]


def _sieve(check: Check) -> Sieve | None:
    return check.look.sieve if isinstance(check.look, Sifted) else None
