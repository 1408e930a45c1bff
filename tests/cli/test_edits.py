import json
import shutil
import subprocess

import polib
import pytest
from town import ARTICLE, korean


def test_a_fuzzy_unit_keeps_an_edition_from_being_published(town):
    town.run("build")
    town.translate("ko", "quay")
    town.run("build", "-l", "ko")
    published = town.read("editions/ko/quay.txt")
    town.write("seeds/quay.txt", ARTICLE.replace("$4.5 million", "$5.4 million"))
    ran = town.run("build", "-l", "ko")
    assert ran.code == 1
    assert "kept back" in ran.out
    assert town.read("editions/ko/quay.txt") == published


def test_a_changed_figure_says_so_in_the_catalog(town):
    town.run("build")
    town.translate("ko", "quay")
    town.write("seeds/quay.txt", ARTICLE.replace("$4.5 million", "$5.4 million"))
    town.run("update")
    entry = polib.pofile(str(town.root / "locale/ko/LC_MESSAGES/quay.po")).find(
        "The harbour board paid $5.4 million."
    )
    assert entry.fuzzy
    assert "changed: figure" in entry.comment
    assert entry.previous_msgid == "The harbour board paid $4.5 million."
    assert entry.msgstr == korean("The harbour board paid $4.5 million.")


def test_a_sentence_told_in_the_one_before_is_printed_once(town):
    town.run("build")
    town.translate("ko", "quay", lambda text: "{<}" if "Ships" in text else korean(text))
    assert town.run("build", "-l", "ko").code == 0
    told = korean("The old quay opened at four in the morning.")
    assert f"\n{told}\n" in town.read("editions/ko/quay.txt")


def test_a_mark_out_of_its_paragraph_names_the_line_in_the_catalog(town):
    town.run("build")
    town.translate("ko", "quay", lambda text: "{<}" if "old quay" in text else korean(text))
    ran = town.run("build", "-l", "ko", "--format", "json")
    fault = json.loads(ran.out)["editions"][0]["faults"][0]
    path, line, message = fault.split(":", 2)
    assert "out of the paragraph" in message
    entry = town.read(path).splitlines()[int(line) - 1 :][:6]
    assert any("old quay" in text for text in entry)
    assert ran.code == 1


def test_a_mark_turns_fuzzy_when_the_sentence_it_leads_to_changes(town):
    town.run("build")
    town.translate("ko", "quay", lambda text: "{<}" if "Ships" in text else korean(text))
    town.write("seeds/quay.txt", ARTICLE.replace("at four in", "at five in"))
    town.run("update")
    entry = polib.pofile(str(town.root / "locale/ko/LC_MESSAGES/quay.po")).find(
        "Ships came at once."
    )
    assert entry.fuzzy
    assert entry.msgstr == "{<}"


def test_a_renamed_article_keeps_its_translations(town):
    town.run("build")
    town.translate("ko", "quay")
    (town.root / "seeds/quay.txt").rename(town.root / "seeds/dawn.txt")
    ran = town.run("build")
    assert town.read("editions/ko/dawn.txt") == korean(ARTICLE)
    assert "took over the translations of locale/ko/LC_MESSAGES/quay.po" in ran.out
    assert (town.root / "locale/ko/LC_MESSAGES/quay.po").exists()


def test_a_removed_sentence_becomes_obsolete_and_comes_back(town):
    town.run("build")
    town.translate("ko", "quay")
    town.write("seeds/quay.txt", ARTICLE.replace(" Ships came at once.", ""))
    town.run("build")
    assert '#~ msgid "Ships came at once."' in town.read("locale/ko/LC_MESSAGES/quay.po")
    town.write("seeds/quay.txt", ARTICLE)
    assert town.run("build", "-l", "ko").code == 0
    assert "#~" not in town.read("locale/ko/LC_MESSAGES/quay.po")


def test_a_sentence_named_distinct_is_translated_at_each_place(town):
    town.write("seeds/quay.txt", "Answers\n-Is it open?\n△Yes.\n-Is it shut?\n△Yes.\n")
    town.write(
        "tongsa.toml", 'source = "en"\ntargets = ["ko"]\n[articles.quay]\ndistinct = ["Yes."]\n'
    )
    town.run("build")
    catalog = polib.pofile(str(town.root / "locale/ko/LC_MESSAGES/quay.po"))
    assert [entry.msgctxt for entry in catalog if entry.msgid == "Yes."] == [
        "after: Is it open?",
        "after: Is it shut?",
    ]


@pytest.mark.skipif(not shutil.which("msgcat"), reason="GNU gettext is not installed")
@pytest.mark.parametrize(
    "tool",
    [
        ["msgcat", "--no-wrap"],
        ["msgcat", "--sort-output"],
        ["msgattrib", "--no-obsolete"],
        ["msgmerge", "--previous", "--quiet", "{po}", "{pot}"],
    ],
    ids=["msgcat", "sorted", "msgattrib", "msgmerge"],
)
def test_marks_live_through_other_tools(town, tool):
    def translate(text: str) -> str:
        marks = {"Ships came at once.": "{<}", "Nobody else did.": "{<} 남은 아무도 내지 않았다."}
        return marks.get(text) or korean(text)

    town.run("build")
    town.translate("ko", "quay", translate)
    town.run("build", "-l", "ko")
    published = town.read("editions/ko/quay.txt")
    file = town.root / "locale/ko/LC_MESSAGES/quay.po"
    named = {"{po}": str(file), "{pot}": str(town.root / "locale/quay.pot")}
    command = [named.get(word, word) for word in tool]
    if "{po}" not in tool:
        command.append(str(file))
    subprocess.run([*command, "-o", str(file)], check=True)
    (town.root / "editions/ko/quay.txt").unlink()
    assert town.run("build", "-l", "ko").code == 0
    assert town.read("editions/ko/quay.txt") == published


def kept_back(town, article: str, targets: dict[str, str], edited: str) -> bool:
    """Translate an article, edit it, and say whether its edition is then kept back."""
    town.write("seeds/quay.txt", article)
    town.run("build", "-l", "ko")
    town.translate("ko", "quay", lambda text: targets.get(text, "가."))
    assert town.run("build", "-l", "ko").code == 0
    town.write("seeds/quay.txt", edited)
    return town.run("compile", "-l", "ko").code == 1 and town.run("build", "-l", "ko").code == 1


TOLD = {"Ships came.": "배가 왔고 아무도 안 잤다.", "Nobody slept.": "{<}"}


def test_a_merged_sentence_that_gets_another_neighbour_is_kept_back(town):
    article = "Night\nShips came. Nobody slept. Fog fell.\n"
    assert kept_back(town, article, TOLD, "Night\nShips came. Fog fell. Nobody slept.\n")


def test_a_merged_sentence_that_comes_up_again_elsewhere_is_kept_back(town):
    article = "Night\nShips came. Nobody slept.\nFog fell.\n"
    assert kept_back(town, article, TOLD, article + "Fog fell. Nobody slept.\n")


def test_a_merged_sentence_whose_repeated_teller_goes_is_kept_back(town):
    article = "Night\nShips came.\nFog fell. Ships came. Nobody slept.\n"
    assert kept_back(town, article, TOLD, "Night\nShips came.\nFog fell. Nobody slept.\n")


def test_a_merged_sentence_whose_teller_is_exchanged_is_kept_back(town):
    article = "Night\nShips came. Nobody slept.\nFog fell.\n"
    assert kept_back(town, article, TOLD, "Night\nFog fell. Nobody slept.\nShips came.\n")


def test_a_new_answer_does_not_move_the_translations_of_distinct_ones(town):
    town.write(
        "tongsa.toml", 'source = "en"\ntargets = ["ko"]\n[articles.quay]\ndistinct = ["Yes."]'
    )
    article = "Answers\n-Is it open?\n△Yes.\n-Is it shut?\n△Yes.\n"
    town.write("seeds/quay.txt", article)
    town.run("build")
    file = town.root / "locale/ko/LC_MESSAGES/quay.po"
    catalog = polib.pofile(str(file))
    for entry in catalog:
        entry.msgstr = {"after: Is it open?": "열렸다.", "after: Is it shut?": "닫혔다."}.get(
            entry.msgctxt, "가."
        )
    catalog.save()
    town.write(
        "seeds/quay.txt", article.replace("-Is it open?", "-Is it new?\n△Yes.\n-Is it open?")
    )
    town.run("build")
    found = {entry.msgctxt: entry for entry in polib.pofile(str(file)) if entry.msgid == "Yes."}
    assert found["after: Is it open?"].msgstr == "열렸다."
    assert found["after: Is it shut?"].msgstr == "닫혔다."
    new = found["after: Is it new?"]
    assert new.fuzzy or not new.msgstr


def test_a_renamed_and_edited_article_keeps_its_translations_as_suggestions(town):
    town.run("build")
    town.translate("ko", "quay")
    edited = ARTICLE.replace("four in the morning", "five in the morning").replace("64", "65")
    (town.root / "seeds/quay.txt").unlink()
    town.write("seeds/dawn.txt", edited)
    edition = json.loads(town.run("build", "-f", "json").out)["editions"][0]
    assert (edition["translated"], edition["fuzzy"], edition["untranslated"]) == (5, 2, 0)
