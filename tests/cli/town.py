import re
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest

from tongsa.cli.app import main

SETTINGS = 'source = "en"\ntargets = ["ko", "zh_TW"]\n'
ARTICLE = """\
Quay Opens Before Dawn
Dockers of Port Lantern unload 64 ships a day
The old quay opened at four in the morning. Ships came at once.
-Who paid for it?
△The harbour board paid $4.5 million. Nobody else did.
"""


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Town:
    """A desk in a temporary folder, and the command line to work on it."""

    root: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def run(self, *arguments: str) -> Ran:
        self.monkeypatch.setattr("sys.argv", ["tongsa", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        captured = self.capsys.readouterr()
        return Ran(int(left.value.code or 0), captured.out, captured.err)

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        return file

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def translate(self, language: str, name: str, translate) -> None:
        """Fill a catalog as a translator's editor would: by polib, saving the whole file."""
        file = self.root / f"locale/{language}/LC_MESSAGES/{name}.po"
        catalog = polib.pofile(str(file))
        for entry in catalog:
            if not entry.obsolete:
                entry.msgstr = translate(entry.msgid)
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        catalog.save()

    def files(self) -> dict[str, bytes]:
        return {
            file.relative_to(self.root).as_posix(): file.read_bytes()
            for file in sorted(self.root.rglob("*"))
            if file.is_file() and ".tongsa" not in file.parts
        }


def marked(text: str) -> str:
    """Stand in for a translation: every letter becomes a Hangul syllable, figures stay right."""
    return re.sub("million|[A-Za-z]", lambda found: found[0] if found[0][1:] else "가", text)


def figures(text: str) -> str:
    """Return a text's figures, for a stand-in that is to say all the same."""
    return " ".join(re.findall(r"\$?\d[\d.]*(?: million)?", text))
