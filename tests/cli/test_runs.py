"""Several runs at once, and a run among other programs."""

import subprocess
import sys

import polib
from town import korean

COMMAND = [sys.executable, "-c", "from tongsa.cli.app import main; main()"]


def start(town, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*COMMAND, *arguments], cwd=town.root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def test_two_builds_at_once_wait_for_one_another(town):
    runs = [start(town, "build") for _ in range(3)]
    said = [run.communicate()[1].splitlines() for run in runs]
    assert [run.returncode for run in runs] == [1] * 3
    # On a slow machine they say that they wait, and nothing else.
    assert all(b"waiting for another run" in line for lines in said for line in lines)
    catalog = polib.pofile(str(town.root / "locale/ko/LC_MESSAGES/quay.po"))
    assert len(catalog) == 7


def test_a_save_while_the_catalog_is_being_brought_up_to_date_is_kept(town, monkeypatch):
    from tongsa.desk import work  # noqa: PLC0415 (the module whose step is slowed down)

    town.run("build")
    saved = []

    def merge(*arguments):
        result = original(*arguments)
        if not saved:
            saved.append(True)
            town.translate("ko", "quay")
        return result

    original = work.merge
    monkeypatch.setattr(work, "merge", merge)
    article = town.read("seeds/quay.txt") + "A last line came in at dawn.\n"
    town.write("seeds/quay.txt", article)
    assert town.run("update", "-l", "ko").code == 0
    catalog = polib.pofile(str(town.root / "locale/ko/LC_MESSAGES/quay.po"))
    assert catalog.find("Ships came at once.").msgstr == korean("Ships came at once.")
    assert catalog.find("A last line came in at dawn.").msgstr == ""
