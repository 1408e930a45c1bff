"""Time one tool in a process of its own: TOOL FILE, the pairs as JSON.

What this module imports itself does not count as loading, so it is as little as can be.
"""

from __future__ import annotations

import json
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def _tongsa() -> Callable[[str, str], object]:
    from ours import compare as ask  # noqa: PLC0415 (loading is timed)

    return ask


def _variants() -> Callable[[str, str], object]:
    from ours import variants  # noqa: PLC0415 (as above)

    return lambda name, _: variants(name)


def _ratio() -> Callable[[str, str], object]:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 (as above)

    return lambda left, right: ratio(left.casefold(), right.casefold())


_LOADERS = {"tongsa": _tongsa, "rapidfuzz ratio": _ratio, "variants": _variants}


def _pass(ask: Callable[[str, str], object], pairs: list[list[str]]) -> float:
    """Return the CPU seconds that one pass takes."""
    began = time.process_time()
    for left, right in pairs:
        ask(left, right)
    return time.process_time() - began


def main() -> None:
    """Print the CPU seconds for loading with the first answer, and for two passes over the rest."""
    tool, file = sys.argv[1:]
    with open(file, encoding="utf-8") as stream:  # noqa: PTH123 (pathlib would be loaded)
        first, *pairs = json.load(stream)
    began = time.process_time()
    ask = _LOADERS[tool]()
    ask(*first)
    load = time.process_time() - began
    json.dump({"load": load, "cold": _pass(ask, pairs), "warm": _pass(ask, pairs)}, sys.stdout)


if __name__ == "__main__":
    main()
