import re
from collections.abc import Callable
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
TOLD = {
    "Quay Opens Before Dawn": {"ko": "동트기 전에 문을 연 부두", "zh_TW": "碼頭天亮前開門"},
    "Dockers of Port Lantern unload 64 ships a day": {
        "ko": "랜턴항 부두 노동자들, 하루에 배 64척 하역",
        "zh_TW": "蘭登港碼頭工人每日卸貨64艘船",
    },
    "The old quay opened at four in the morning.": {
        "ko": "옛 부두는 새벽 4시에 문을 열었다.",
        "zh_TW": "舊碼頭清晨四時開門。",
    },
    "Ships came at once.": {"ko": "배들이 곧바로 들어왔다.", "zh_TW": "船隻立刻進港。"},
    "Who paid for it?": {"ko": "비용은 누가 냈나?", "zh_TW": "費用由誰支付？"},
    "The harbour board paid $4.5 million.": {
        "ko": "항만위원회가 450만 달러를 냈다.",
        "zh_TW": "港務委員會支付了450萬美元。",
    },
    "Nobody else did.": {"ko": "다른 누구도 내지 않았다.", "zh_TW": "沒有別人出錢。"},
}
"""How the editions tell the article, unit by unit: no check has anything to say about it."""


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

    def translate(
        self, language: str, name: str, translate: Callable[[str], str] | None = None
    ) -> None:
        """Fill a catalog as a translator's editor would: by polib, saving the whole file.

        Where nothing else is asked for, the article is told as it is in ``TOLD``.
        """
        file = self.root / f"locale/{language}/LC_MESSAGES/{name}.po"
        catalog = polib.pofile(str(file))
        for entry in catalog:
            if not entry.obsolete:
                entry.msgstr = translate(entry.msgid) if translate else told(entry.msgid, language)
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        catalog.save()

    def files(self) -> dict[str, bytes]:
        return {
            file.relative_to(self.root).as_posix(): file.read_bytes()
            for file in sorted(self.root.rglob("*"))
            if file.is_file() and ".tongsa" not in file.parts
        }


def told(text: str, language: str) -> str:
    """Return what stands for a unit of the article in an edition, or for the whole article."""
    for source, targets in TOLD.items():
        text = text.replace(source, targets[language])
    return text


def korean(text: str) -> str:
    return told(text, "ko")


def figures(text: str) -> str:
    """Return a text's figures, for a stand-in that is to say all the same."""
    return " ".join(re.findall(r"\$?\d[\d.]*(?: million)?", text))
