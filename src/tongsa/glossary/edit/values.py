"""Work out how a concept's keys are to be written, where a change makes them new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tongsa.errors import SettingsError
from tongsa.glossary.edit import lists, render
from tongsa.glossary.edit.layout import parts
from tongsa.glossary.edit.terms import Held, with_terms
from tongsa.language.load import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.glossary.edit.change import Change
    from tongsa.glossary.edit.place import Place
    from tongsa.model import Concept


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """What is known of a concept while it is changed."""

    place: Place
    given: Mapping[str, Any]  # Any: as TOML gives it
    concept: Concept
    """As it is read now."""
    change: Change
    domain: str
    """The file's."""

    def new(self) -> Iterator[tuple[str, str | None]]:
        """Yield the keys to change with their values as written, and None for no value."""
        for key, value in self.change.fields.items():
            if value is None or (key, value) == ("domain", self.domain):
                yield key, None
            elif not _same(self.given.get(key), value):
                yield key, self._field(key, value)
        keys = {key: code for key in self.given if (code := _language(key))}
        for term in self.change.terms:
            if term.language not in keys.values():
                keys[term.language] = term.language
        for key, language in keys.items():
            # Of two keys for one language, such as zh-tw and zh_TW, the last takes new terms.
            last = [other for other, code in keys.items() if code == language][-1]
            yield from self._terms(key, language, takes_new=key == last)

    def _field(self, key: str, value: render.Value) -> str:
        if not isinstance(value, tuple):
            return render.field(key, value).replace("\n", self.place.source.newline)
        written, old = self.place.value(key), self.given.get(key)
        if written is None or not isinstance(old, list):
            return self._listed(key, [render.text(each) for each in value])
        kept = [each for each in old if each in value]
        more = [each for each in value if each not in kept]
        if (*kept, *more) != value:  # in another order
            return self._listed(key, [render.text(each) for each in value])
        for at in reversed(range(len(old))):
            if old[at] not in value:
                written = lists.without(written, at)
        new = [render.text(each) for each in more]
        return self._fitted(key, lists.appended(written, new, self.place.source.newline))

    def _terms(
        self, key: str, language: str, *, takes_new: bool
    ) -> Iterator[tuple[str, str | None]]:
        """Yield a language's key with its terms, where they change."""
        new = {term.text: term for term in self.change.terms if term.language == language}
        dropped = {text for code, text in self.change.dropped if code == language}
        old = {term.text: term for term in self.concept.terms if term.language == language}
        more = [term for text, term in new.items() if text not in old or text in dropped]
        more = more if takes_new else []
        given = self.given.get(key, [])
        held = []
        for each in given if isinstance(given, list) else [given]:
            text = str(each.get("term") if isinstance(each, dict) else each)
            term = old.get(text)
            kept = None if text in dropped else new.get(text, term)
            held.append(Held(given=each, old=term, new=kept))
        if not more and all(each.old == each.new for each in held):
            return
        written = self.place.value(key)
        if written is None:
            yield key, self._listed(key, render.elements(more))
            return
        written = written if written.startswith("[") else f"[{written}]"
        written = with_terms(written, held, more, self.place.source.newline)
        empty = not parts(written) and "#" not in written
        yield key, None if empty else self._fitted(key, written)

    def _fitted(self, key: str, written: str) -> str:
        """Return a list with each element on its own line, where one line has become too long."""
        line = f"{self.place.head(key)}{written}"
        if "\n" in written or render.columns(line) <= render.WIDTH:
            return written
        return self._listed(key, [written[part.start : part.end] for part in parts(written)])

    def _listed(self, key: str, values: Sequence[str]) -> str:
        head = self.place.head(key)
        written = render.listed(head, values).removeprefix(head)
        return written.replace("\n", self.place.source.newline)


def _language(key: str) -> str:
    """Return the language whose terms a key holds; nothing of any other key."""
    if key in render.FIELDS or key == "scope":
        return ""
    try:
        return normalise(key)
    except SettingsError:
        return ""


def _same(given: object, value: render.Value) -> bool:
    """Whether a value in the file says what is asked for."""
    if isinstance(given, str) and isinstance(value, str):
        return given.split() == value.split()
    return type(given) in {bool, list} and given == (
        list(value) if isinstance(value, tuple) else value
    )
