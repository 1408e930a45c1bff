"""Check catalogs: say again what was said of the same ones, or look at them, and leave."""

from __future__ import annotations

import marshal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from tongsa.cli import show
from tongsa.cli.aiming import aimed
from tongsa.cli.desks import repository
from tongsa.cli.order import PRINTED
from tongsa.desk.ground import has_others
from tongsa.errors import TongsaError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.cli.order import Order
    from tongsa.desk.checking import Checker
    from tongsa.desk.targets import Target


class Answer(NamedTuple):
    """What a run of checks says."""

    code: int
    """The code that the command leaves with."""
    warnings: tuple[str, ...] = ()
    """What was told on standard error."""
    report: str | None = None
    """What was printed; None where it is not fit to be kept."""


def run(order: Order) -> NoReturn:
    """Check, show what was found, and leave: 1 for errors in translations, 2 for bad input."""
    checker, targets = aimed(order.choice, order.desk, accepted=order.accept is not None)
    if order.telling.file or order.accept:
        _spare(order, checker, targets)
    name = _name(order, checker, targets)
    answer = _kept(checker, name)
    if answer is None:
        from tongsa.cli.examining import examine

        answer = examine(order, checker, targets)
        if name and answer.report is not None and name == _name(order, checker, targets):
            _keep(checker, name, answer)
    else:
        for warning in answer.warnings:
            show.warn(warning)
        sys.stdout.write(answer.report or "")
    sys.exit(answer.code)


def _spare(order: Order, checker: Checker, targets: Sequence[Target]) -> None:
    """Raise DeskError where what is written would take the place of what is read."""
    from tongsa.cli.sparing import spare

    choice, desk = order.choice, checker.desk
    read = [*(target.path for target in targets), *choice.paths, *choice.glossaries]
    if order.accept and str(order.accept) != PRINTED:
        spare(order.accept, "list", desk, read)
    if order.telling.file:
        accepted = checker.baseline_path
        spare(order.telling.file, "report", desk, [*read, *([accepted] if accepted else [])])


def _name(order: Order, checker: Checker, targets: Sequence[Target]) -> bytes | None:
    """Return the name under which the answer is kept; None where it is not."""
    telling = order.telling
    if checker.kept is None or telling.file or order.accept:
        return None
    told = (
        (show.columns_of_screen(), show.in_colour())
        if telling.form == "text"
        else (telling.form, str(repository(Path.cwd())))
    )
    try:
        return checker.ground.answer(targets, (order.choice.severity, *told))
    except TongsaError:  # told where catalogs are checked
        return None


def _kept(checker: Checker, name: bytes | None) -> Answer | None:
    """Return the answer that was given before, if it was."""
    content = checker.kept.get([name]).get(name) if checker.kept and name else None
    if content is None:
        return None
    code, warnings, report = marshal.loads(content)  # noqa: S302 (the user's own cache, and whole)
    return Answer(code, warnings, report)


def _keep(checker: Checker, name: bytes, answer: Answer) -> None:
    """Keep an answer, unless checks of other packages took part: these may change unseen."""
    if checker.kept and not has_others():
        checker.kept.put({name: marshal.dumps(tuple(answer))})
