import re

import pytest
import typer
from town import ARTICLE, korean

from tongsa.cli import fixing
from tongsa.desk import store

GLOSSARY = """\
[quay]
kind = "place"
en = ["Port Lantern"]
ko = ["랜턴항", { term = "랜턴부두", status = "forbidden" }]

[window]
en = ["window"]
ko = ["창"]
"""
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={}\\n"\n"Language: ko\\n"\n\n'
WRONG = 'msgid "Port Lantern sleeps."\nmsgstr "랜턴부두는 잔다."\n'
RIGHT = WRONG.replace("랜턴부두는", "랜턴항은")
OTHER = '# odd   comment\n#, c-format\nmsgid ""   "A %s."\n\tmsgstr "가 "\n"%s."\n'


@pytest.fixture
def away(tmp_path, town):
    """A folder on no desk, with a glossary and a catalog that needs a fix."""
    folder = tmp_path / "away"
    folder.mkdir()
    town.monkeypatch.chdir(folder)
    (folder / "terms.toml").write_text(GLOSSARY, "utf-8")
    (folder / "in.po").write_text(f"{HEADER.format('UTF-8')}{OTHER}\n{WRONG}", "utf-8")
    return folder


def answer(town, reply: str) -> list[str]:
    """Answer each question so; return the questions."""
    asked = []

    def confirm(question: str) -> bool:
        asked.append(question)
        return reply == "y"

    town.monkeypatch.setattr(fixing.typer, "confirm", confirm)
    return asked


def fix(town, *arguments: str):
    return town.run("fix", "-g", "terms.toml", *(arguments or ("in.po", "--yes")))


def test_a_fix_is_shown_as_a_diff_and_written(town, away):
    ran = fix(town)
    assert ran.code == 0
    assert '\n-msgstr "랜턴부두는 잔다."\n+msgstr "랜턴항은 잔다."\n' in ran.out
    assert "\n  T102 forbidden-term: 랜턴항은 잔다.\n" in ran.out
    assert ran.out.endswith("1 translation fixed\n")
    assert (away / "in.po").read_text("utf-8") == f"{HEADER.format('UTF-8')}{OTHER}\n{RIGHT}"


def test_fixing_again_finds_nothing(town, away):
    fix(town)
    before = (away / "in.po").read_bytes()
    ran = fix(town)
    assert (ran.code, ran.out) == (0, "0 translations fixed\n")
    assert (away / "in.po").read_bytes() == before


@pytest.mark.parametrize(("reply", "written"), [("y", True), ("n", False)])
def test_it_asks_for_each_catalog_before_it_writes(town, away, reply, written):
    asked = answer(town, reply)
    ran = fix(town, "in.po")
    assert asked == ["Write in.po?"]
    assert ran.code == 0
    assert ('"랜턴항은 잔다."' in (away / "in.po").read_text("utf-8")) is written
    assert ran.out.endswith(f"{int(written)} translation{'s' * (not written)} fixed\n")


def test_nobody_there_to_answer_is_no_consent(town, away):
    def confirm(_question: str) -> bool:
        raise typer.Abort

    town.monkeypatch.setattr(fixing.typer, "confirm", confirm)
    before = (away / "in.po").read_bytes()
    assert fix(town, "in.po").code != 0
    assert (away / "in.po").read_bytes() == before


def test_several_fixes_in_one_unit_are_done_at_once(town, away):
    unit = 'msgid "Port Lantern\'s window"\nmsgstr "랜턴부두는 창를 열고 랜턴부두를 본다."\n'
    (away / "in.po").write_text(HEADER.format("UTF-8") + unit, "utf-8")
    ran = fix(town)
    assert "랜턴항은 창을 열고 랜턴항을 본다." in (away / "in.po").read_text("utf-8")
    assert "  T102 forbidden-term, T108 particle-after-term: " in ran.out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("msgid", "#, fuzzy\nmsgid"),
        ("msgid", "# tongsa: ignore T102 the captain says it so\nmsgid"),
    ],
    ids=["fuzzy", "ignored"],
)
def test_what_is_not_to_be_fixed_is_left_alone(town, away, old, new):
    text = HEADER.format("UTF-8") + WRONG.replace(old, new, 1)
    (away / "in.po").write_text(text, "utf-8")
    assert fix(town).out == "0 translations fixed\n"
    assert (away / "in.po").read_text("utf-8") == text


@pytest.mark.parametrize(
    "arguments", [["--ignore", "T102"], ["--select", "T108"], ["--lang", "zh_TW"]]
)
def test_only_what_is_asked_for_is_fixed(town, away, arguments):
    before = (away / "in.po").read_bytes()
    assert fix(town, "in.po", "--yes", *arguments).out == "0 translations fixed\n"
    assert (away / "in.po").read_bytes() == before


def test_a_mark_stays(town, away):
    unit = WRONG.replace('msgstr "', 'msgstr "{<} ')
    (away / "in.po").write_text(HEADER.format("UTF-8") + OTHER + "\n" + unit, "utf-8")
    fix(town)
    assert 'msgstr "{<} 랜턴항은 잔다."' in (away / "in.po").read_text("utf-8")


@pytest.mark.parametrize("encoding", ["cp949", "euc-kr"])
def test_a_catalog_in_another_character_set_stays_in_it(town, away, encoding):
    text = f"{HEADER.format(encoding.upper())}{OTHER}\n{WRONG}"
    (away / "in.po").write_bytes(text.encode(encoding))
    assert fix(town).code == 0
    assert (away / "in.po").read_bytes() == text.replace(WRONG, RIGHT).encode(encoding)


def test_a_letter_that_the_character_set_lacks_is_told_and_nothing_is_written(town, away):
    (away / "terms.toml").write_text(GLOSSARY.replace('"랜턴항"', '"랜턴항🏮"'), "utf-8")
    before = f"{HEADER.format('CP949')}{WRONG}".encode("cp949")
    (away / "in.po").write_bytes(before)
    ran = fix(town)
    assert ran.code == 2
    assert ran.err.startswith("tongsa: in.po")
    assert (away / "in.po").read_bytes() == before


def test_carriage_returns_and_a_byte_order_mark_stay(town, away):
    text = f"\ufeff{HEADER.format('UTF-8')}{OTHER}\n{WRONG}".replace("\n", "\r\n")
    (away / "in.po").write_bytes(text.encode())
    fix(town)
    assert (away / "in.po").read_bytes() == text.replace("랜턴부두는", "랜턴항은").encode()


def test_a_save_while_the_question_stands_is_kept(town, away):
    saved = (away / "in.po").read_text("utf-8").replace('"%s."', '"나 %s."')
    saved += '\nmsgid "Port Lantern wakes."\nmsgstr "랜턴부두이 깬다."\n'

    def confirm(_question: str) -> bool:
        (away / "in.po").write_text(saved, "utf-8")
        return True

    town.monkeypatch.setattr(fixing.typer, "confirm", confirm)
    ran = fix(town, "in.po")
    assert ran.code == 0
    text = (away / "in.po").read_text("utf-8")
    assert text == saved.replace(WRONG, RIGHT)
    assert "랜턴부두이 깬다." in text  # nobody was shown this one


def test_a_save_that_changed_the_very_unit_is_kept(town, away):
    saved = (away / "in.po").read_text("utf-8").replace("랜턴부두는 잔다.", "랜턴항은 쉰다.")

    def confirm(_question: str) -> bool:
        (away / "in.po").write_text(saved, "utf-8")
        return True

    town.monkeypatch.setattr(fixing.typer, "confirm", confirm)
    ran = fix(town, "in.po")
    assert ran.out.endswith("0 translations fixed\n")
    assert (away / "in.po").read_text("utf-8") == saved


def test_a_save_in_the_very_moment_of_writing_is_kept(town, away):
    saved = (away / "in.po").read_text("utf-8").replace('"%s."', '"나 %s."')
    current, calls = store._current, []  # noqa: SLF001 (the moment between two looks)

    def slow(path):
        calls.append(path)
        if len(calls) == 2:
            (away / "in.po").write_text(saved, "utf-8")
        return current(path)

    town.monkeypatch.setattr(store, "_current", slow)
    assert fix(town).code == 0
    assert (away / "in.po").read_text("utf-8") == saved.replace(WRONG, RIGHT)


def test_a_catalog_that_is_gone_when_the_answer_comes_is_not_made_anew(town, away):
    def confirm(_question: str) -> bool:
        (away / "in.po").unlink()
        return True

    town.monkeypatch.setattr(fixing.typer, "confirm", confirm)
    ran = fix(town, "in.po")
    assert ran.out.endswith("0 translations fixed\n")
    assert not (away / "in.po").exists()


def test_a_broken_catalog_leaves_with_2_and_the_others_are_fixed(town, away):
    (away / "bad.po").write_text('msgid "a"\n', "utf-8")
    ran = fix(town, "bad.po", "in.po", "--yes")
    assert ran.code == 2
    assert ran.err.startswith("tongsa: bad.po:")
    assert "랜턴항은" in (away / "in.po").read_text("utf-8")


def test_a_linked_catalog_is_fixed_where_it_lies(town, away):
    (away / "far").mkdir()
    (away / "in.po").rename(away / "far" / "real.po")
    (away / "in.po").symlink_to("far/real.po")
    assert fix(town).code == 0
    assert (away / "in.po").is_symlink()
    assert "랜턴항은" in (away / "far" / "real.po").read_text("utf-8")


def test_no_control_character_reaches_the_screen(town, away):
    text = (away / "in.po").read_text("utf-8").replace("잔다", "\x1b[31m잔다\x9b")
    (away / "in.po").write_text(text, "utf-8")
    ran = fix(town)
    assert ran.code == 0
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ran.out)


def test_on_a_desk_all_catalogs_are_fixed_and_the_editions_can_go(town):
    town.write("glossary/town.toml", GLOSSARY.replace("[quay]", '[quay]\nzh_TW = ["蘭登港"]'))
    town.run("build")
    town.translate("ko", "quay", lambda text: korean(text).replace("랜턴항", "랜턴부두"))
    assert town.run("build", "-l", "ko").code == 1
    ran = town.run("fix", "--yes")
    assert ran.out.startswith("--- locale/ko/LC_MESSAGES/quay.po as it is\n")
    assert ran.out.endswith("1 translation fixed\n")
    assert town.run("build", "-l", "ko").code == 0
    assert town.read("editions/ko/quay.txt") == korean(ARTICLE)
