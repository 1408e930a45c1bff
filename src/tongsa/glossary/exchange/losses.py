"""Gather what a format or a concept cannot hold, so that one kind of loss is one line."""

from __future__ import annotations

_NAMED = 3  # places that a line names before it only counts


class Losses:
    """Losses in the order in which their kinds were first met."""

    def __init__(self) -> None:
        """Begin with none."""
        self._places: dict[str, list[str]] = {}
        self._counts: dict[str, int] = {}
        self._more: set[str] = set()
        """The kinds met at more places than are named."""

    def add(self, what: str, place: str) -> None:
        """Note a loss of this kind, at a place in a file or of a concept's id."""
        places = self._places.setdefault(what, [])
        self._counts[what] = self._counts.get(what, 0) + 1
        if place not in places:
            if len(places) == _NAMED:
                self._more.add(what)
            else:
                places.append(place)

    def by_place(self) -> tuple[str, ...]:
        """Return lines for reading: ``terms.tbx:12: "partOfSpeech" is not kept, 312 times``."""
        return tuple(
            f"{places[0]}: {what}{_times(self._counts[what])}"
            for what, places in self._places.items()
        )

    def by_kind(self) -> tuple[str, ...]:
        """Return lines for writing: ``a term's region is not kept, 5 times (taipei, seoul)``."""
        return tuple(
            f"{what}{_times(self._counts[what])} ({', '.join(places)}"
            f"{', …' if what in self._more else ''})"
            for what, places in self._places.items()
        )


def _times(count: int) -> str:
    return "" if count == 1 else f", {count:,} times"
