"""Hold a glossary's file while it is changed, and put changes into its text."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tongsa import tables
from tongsa.errors import GlossaryError
from tongsa.glossary.edit.change import after, alike, checked
from tongsa.glossary.edit.layout import statements
from tongsa.glossary.edit.place import Place
from tongsa.glossary.edit.values import Values
from tongsa.glossary.load import read
from tongsa.tables import Spot

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from tongsa.glossary.edit.change import Change
    from tongsa.glossary.edit.layout import Statement
    from tongsa.glossary.edit.place import Splice
    from tongsa.glossary.load import Loaded
    from tongsa.model import Concept

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A glossary's file."""

    text: str
    """Without the byte order mark."""
    mark: str
    """The byte order mark that it starts with, or nothing."""
    file: str
    newline: str
    """How its first line ends."""
    table: Mapping[str, Any]  # Any: as TOML gives it
    domain: str
    """Of the concepts that name none."""

    @classmethod
    def of(cls, text: str, file: str) -> Source:
        """Read a file; raise GlossaryError where it is no TOML."""
        body = text.removeprefix(_MARK)
        table = tables.parse(body, file=file, fault=GlossaryError)
        domain = table.get("domain", file.rpartition("/")[2].removesuffix(".toml"))
        return cls(
            text=body,
            mark=text[: len(text) - len(body)],
            file=file,
            newline="\r\n" if body.partition("\n")[0].endswith("\r") else "\n",
            table=table,
            domain=domain if isinstance(domain, str) else "",
        )

    def concepts(self, ids: Iterable[str]) -> dict[str, Concept]:
        """Return concepts by id; GlossaryError where one is absent or cannot be read at all."""
        found = {concept.id: concept for concept in self.loaded(ids).concepts}
        for name in ids:
            if name not in found:
                raise self._unread(name)
        return found

    def loaded(self, ids: Iterable[str]) -> Loaded:
        """Return what is read of some concepts, without their lines."""
        chosen = {name: self.table[name] for name in ids if name in self.table}
        return read({**chosen, "domain": self.domain}, Spot(self.file, "", (), GlossaryError))

    def _unread(self, name: str) -> GlossaryError:
        if name in self.table and name != "domain":
            spot = Spot(self.file, self.text, (), GlossaryError)
            return read({name: self.table[name]}, spot).flaws[0]
        near = difflib.get_close_matches(name, self.table.keys() - {"domain"}, n=1, cutoff=0.0)
        mend = f'the nearest is "{near[0]}"' if near else None
        return GlossaryError(f'there is no concept "{name}"', file=self.file, mend=mend)

    def with_changes(self, changes: Mapping[str, Change]) -> str:
        """Return the file's text, mark and all, with concepts changed in place.

        Raise GlossaryError where the file or a change does not let itself be written so.
        """
        held = self.concepts(changes)
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in statements(self.text):
            found[statement.path[0]].append(statement)
        splices: list[Splice] = []
        wanted = []
        for name, change in changes.items():
            right = checked(change, held[name])
            wanted.append(after(held[name], right, domain=self.domain))
            place = Place(self, name, found[name])
            values = Values(
                place=place,
                given=self.table[name],
                concept=held[name],
                change=right,
                domain=self.domain,
            )
            splices += place.splices(dict(values.new()))
        text = _spliced(self.text, splices)
        self._prove(text, wanted)
        return self.mark + text

    def _prove(self, text: str, wanted: Collection[Concept]) -> None:
        """Raise GlossaryError where a new text does not read as it must."""
        refuse_halves(text, self.file)
        ids = [concept.id for concept in wanted]
        new = Source.of(text, self.file)
        before, now = self.loaded(ids), new.loaded(ids)
        known = Counter(flaw.message for flaw in before.flaws)
        for flaw in now.flaws:
            known[flaw.message] -= 1
            if known[flaw.message] < 0:
                raise GlossaryError(flaw.message, file=self.file, mend=flaw.mend)
        found = [alike(concept, domain=self.domain) for concept in now.concepts]
        mend = "change it in an editor"
        for concept, right in zip(found, wanted, strict=True):
            if concept != right:
                message = f'"{concept.id}" would not read as it is meant'
                raise GlossaryError(message, file=self.file, mend=mend)
        others = self.table.keys() - set(ids)
        if others != new.table.keys() - set(ids) or any(
            self.table[name] != new.table[name] for name in others
        ):
            raise GlossaryError("other concepts would be changed", file=self.file, mend=mend)


def _spliced(text: str, splices: Iterable[Splice]) -> str:
    pieces, at = [], 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        pieces += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join((*pieces, text[at:]))


def refuse_halves(text: str, file: str | None) -> None:
    """Raise GlossaryError where a text holds what no file can: half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        message = "half of a surrogate pair stands alone, which is no character"
        raise GlossaryError(message, file=file) from error
