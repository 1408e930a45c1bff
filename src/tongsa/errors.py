"""What can go wrong that a person can mend: each error says the file, the place and the mend."""


class TongsaError(Exception):
    """Base of every error that bad input or usage can cause; the CLI prints it and exits with 2."""

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        line: int | None = None,
        column: int | None = None,
        mend: str | None = None,
    ) -> None:
        """Keep the one-line message, and what is known of file, 1-based line, column and mend."""
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.mend = mend

    @property
    def place(self) -> str:
        """``file:line:column`` as far as known; empty if nothing is."""
        return ":".join(
            str(part) for part in (self.file, self.line, self.column) if part is not None
        )

    def __str__(self) -> str:
        """Return ``place: message; mend`` on one line."""
        text = f"{self.place}: {self.message}" if self.place else self.message
        return f"{text}; {self.mend}" if self.mend else text


class ArticleError(TongsaError):
    """An article that cannot be read."""


class SegmentationError(TongsaError):
    """Segmentation rules (ours or an SRX file) that cannot be used."""


class CatalogError(TongsaError):
    """A PO file that cannot be read, or a translation that cannot be compiled."""


class SettingsError(TongsaError):
    """Settings of a desk that cannot be used."""


class DeskError(TongsaError):
    """A path that leaves the desk, or a file there that cannot be read or written."""


class GlossaryError(TongsaError):
    """A glossary that cannot be read, changed or exchanged."""


class CheckError(TongsaError):
    """A check's declaration, a baseline or a selection of checks that cannot be used."""


class ReadingError(TongsaError):
    """A name of a person, or a list of names, that cannot be read."""
