import gettext
import json
import os
import shutil
import subprocess

import polib
import pytest
from town import ARTICLE, marked


def test_a_first_build_makes_catalogs_and_publishes_nothing(town):
    ran = town.run("build")
    assert ran.code == 1
    assert set(town.files()) >= {
        "locale/quay.pot",
        "locale/ko/LC_MESSAGES/quay.po",
        "locale/zh_TW/LC_MESSAGES/quay.po",
    }
    assert not list(town.root.glob("editions/**/*.txt"))
    assert "0 of 2 editions published" in ran.out


def test_a_build_publishes_what_is_translated(town):
    town.run("build")
    for language in ("ko", "zh_TW"):
        town.translate(language, "quay", marked)
    ran = town.run("build")
    assert ran.code == 0
    assert town.read("editions/ko/quay.txt") == marked(ARTICLE)
    # Between two Chinese sentences stands nothing.
    assert town.read("editions/zh_TW/quay.txt") == marked(ARTICLE).replace(". 가", ".가")


def test_translations_equal_to_their_source_give_the_article_back(town):
    article = "\ufeff" + ARTICLE.replace("\n", "\r\n").rstrip()
    town.write("seeds/quay.txt", article)
    town.run("build")
    for language in ("ko", "zh_TW"):
        town.translate(language, "quay", str)
    assert town.run("build").code == 0
    assert town.read("editions/zh_TW/quay.txt") == article


def test_a_second_build_rewrites_nothing(town):
    town.run("build")
    town.translate("ko", "quay", marked)
    town.run("build")
    before = {path: (town.root / path).stat().st_mtime_ns for path in town.files()}
    ran = town.run("build", "--format", "json")
    assert {path: (town.root / path).stat().st_mtime_ns for path in town.files()} == before
    assert all(edition["written"] == [] for edition in json.loads(ran.out)["editions"])


def test_the_outcome_comes_as_json(town):
    ran = town.run("build", "--format", "json")
    edition = json.loads(ran.out)["editions"][0]
    assert edition["article"] == "quay"
    assert edition["language"] == "ko"
    assert edition["units"] == edition["untranslated"] == 7
    assert edition["translated"] == edition["fuzzy"] == 0
    assert edition["published"] is False
    assert edition["written"] == ["locale/ko/LC_MESSAGES/quay.po", "locale/ko/LC_MESSAGES/quay.mo"]
    assert edition["faults"] == []


def test_a_fuzzy_unit_keeps_an_edition_from_being_published(town):
    town.run("build")
    town.translate("ko", "quay", marked)
    town.run("build", "-l", "ko")
    published = town.read("editions/ko/quay.txt")
    town.write("seeds/quay.txt", ARTICLE.replace("$4.5 million", "$5.4 million"))
    ran = town.run("build", "-l", "ko")
    assert ran.code == 1
    assert "kept back" in ran.out
    assert town.read("editions/ko/quay.txt") == published


def test_a_changed_figure_says_so_in_the_catalog(town):
    town.run("build")
    town.translate("ko", "quay", marked)
    town.write("seeds/quay.txt", ARTICLE.replace("$4.5 million", "$5.4 million"))
    town.run("update")
    entry = polib.pofile(str(town.root / "locale/ko/LC_MESSAGES/quay.po")).find(
        "The harbour board paid $5.4 million."
    )
    assert entry.fuzzy
    assert "changed: figure" in entry.comment
    assert entry.previous_msgid == "The harbour board paid $4.5 million."
    assert entry.msgstr == marked("The harbour board paid $4.5 million.")


def test_a_draft_shows_the_source_in_its_gaps(town):
    town.run("build")
    town.translate("ko", "quay", lambda text: "" if "Ships" in text else marked(text))
    ran = town.run("compile", "-l", "ko", "--draft")
    assert ran.code == 1
    assert "⟦Ships came at once.⟧" in town.read("editions/drafts/ko/quay.txt")
    assert not (town.root / "editions/ko/quay.txt").exists()


def test_a_sentence_told_in_the_one_before_is_printed_once(town):
    town.run("build")
    town.translate("ko", "quay", lambda text: "{<}" if "Ships" in text else marked(text))
    assert town.run("build", "-l", "ko").code == 0
    told = marked("The old quay opened at four in the morning.")
    assert f"\n{told}\n" in town.read("editions/ko/quay.txt")


def test_a_mark_out_of_its_paragraph_names_the_line_in_the_catalog(town):
    town.run("build")
    town.translate("ko", "quay", lambda text: "{<}" if "old quay" in text else marked(text))
    ran = town.run("build", "-l", "ko", "--format", "json")
    fault = json.loads(ran.out)["editions"][0]["faults"][0]
    path, line, message = fault.split(":", 2)
    assert "out of the paragraph" in message
    entry = town.read(path).splitlines()[int(line) - 1 :][:6]
    assert any("old quay" in text for text in entry)
    assert ran.code == 1


def test_a_mark_turns_fuzzy_when_the_sentence_it_leads_to_changes(town):
    town.run("build")
    town.translate("ko", "quay", lambda text: "{<}" if "Ships" in text else marked(text))
    town.write("seeds/quay.txt", ARTICLE.replace("at four in", "at five in"))
    town.run("update")
    entry = polib.pofile(str(town.root / "locale/ko/LC_MESSAGES/quay.po")).find(
        "Ships came at once."
    )
    assert entry.fuzzy
    assert entry.msgstr == "{<}"


def test_a_mo_file_loads_and_holds_what_is_finished(town):
    town.run("build")
    town.translate("ko", "quay", lambda text: "{<}" if "Ships" in text else marked(text))
    town.run("build")
    messages = gettext.translation("quay", town.root / "locale", ["ko"])
    headline = "Quay Opens Before Dawn"
    assert messages.pgettext("headline", headline) == marked(headline)
    assert messages.gettext("Ships came at once.") == ""
    assert messages.gettext("Never heard of.") == "Never heard of."


def test_a_broken_catalog_is_named_and_left_alone_while_the_others_are_done(town):
    town.run("build")
    for language in ("ko", "zh_TW"):
        town.translate(language, "quay", marked)
    broken = town.write("locale/ko/LC_MESSAGES/quay.po", 'msgid "cut off\n')
    ran = town.run("build")
    assert ran.code == 2
    assert ran.err.startswith("tongsa: locale/ko/LC_MESSAGES/quay.po:1:")
    assert broken.read_text() == 'msgid "cut off\n'
    assert (town.root / "editions/zh_TW/quay.txt").exists()


def test_a_bad_article_stops_everything_before_anything_is_written(town):
    (town.root / "seeds/torn.txt").write_bytes(b"Caf\xe9 on the quay\n")
    before = town.files()
    ran = town.run("build")
    assert ran.code == 2
    assert "seeds/torn.txt:1:4" in ran.err
    assert "0xE9" in ran.err
    assert ran.err.count("\n") == 1
    assert town.files() == before


def test_an_encoding_set_in_the_desk_reads_the_article(town):
    (town.root / "seeds/quay.txt").write_bytes("부두 문 열다\n".encode("cp949"))
    town.write(
        "tongsa.toml", 'source = "ko"\ntargets = ["en"]\n[articles.quay]\nencoding = "cp949"'
    )
    town.run("build")
    assert "부두 문 열다" in town.read("locale/quay.pot")


def test_articles_may_lie_anywhere(town, tmp_path):
    article = tmp_path / "inbox" / "fog.txt"
    article.parent.mkdir()
    article.write_text("Fog Closes Harbour\nNo ship left.\n")
    assert town.run("build", str(article)).code == 1
    assert "#: ../inbox/fog.txt:2" in town.read("locale/ko/LC_MESSAGES/fog.po")


def test_articles_in_folders_keep_them_in_their_names(town):
    town.write("seeds/2030/fog.txt", "Fog Closes Harbour\n")
    town.run("build")
    assert (town.root / "locale/ko/LC_MESSAGES/2030/fog.po").exists()


def test_two_articles_of_one_name_are_an_error_that_names_both(town):
    town.write("seeds/quay.md", "# Quay\n")
    ran = town.run("build")
    assert ran.code == 2
    assert '"seeds/quay.md" and "seeds/quay.txt"' in ran.err


def test_a_renamed_article_keeps_its_translations(town):
    town.run("build")
    town.translate("ko", "quay", marked)
    (town.root / "seeds/quay.txt").rename(town.root / "seeds/dawn.txt")
    ran = town.run("build")
    assert town.read("editions/ko/dawn.txt") == marked(ARTICLE)
    assert "took over the translations of locale/ko/LC_MESSAGES/quay.po" in ran.out
    assert (town.root / "locale/ko/LC_MESSAGES/quay.po").exists()


def test_a_removed_sentence_becomes_obsolete_and_comes_back(town):
    town.run("build")
    town.translate("ko", "quay", marked)
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


def test_an_html_edition_names_its_language(town):
    page = '<html lang="en"><body><h1>Quay</h1><p>Ships came.</p></body></html>'
    town.write("seeds/page.html", page)
    town.run("build", "seeds/page.html")
    town.translate("zh_TW", "page", marked)
    town.run("build", "seeds/page.html")
    assert town.read("editions/zh_TW/page.html") == (
        '<html lang="zh-Hant-TW"><body><h1>가가가가</h1><p>가가가가가 가가가가.</p></body></html>'
    )


def test_an_edition_that_its_articles_encoding_cannot_hold_is_utf_8_and_says_so(town):
    page = '<html><head><meta charset="windows-1252"></head><body><p>Café open.</p></body></html>'
    (town.root / "seeds/page.html").write_bytes(page.encode("cp1252"))
    town.write("tongsa.toml", 'source = "en"\ntargets = ["ko"]\nencoding = "cp1252"\n')
    town.run("build", "seeds/page.html")
    town.translate("ko", "page", marked)
    assert town.run("build", "seeds/page.html").code == 0
    assert '<meta charset="utf-8">' in town.read("editions/ko/page.html")


def test_a_catalog_folder_that_leads_out_of_the_desk_is_refused(town, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (town.root / "locale").symlink_to(outside)
    ran = town.run("build")
    assert ran.code == 2
    assert "leaves the desk" in ran.err
    assert list(outside.iterdir()) == []


def test_a_language_that_is_no_target_is_refused(town):
    ran = town.run("build", "-l", "zh_CN")
    assert ran.code == 2
    assert '"zh_CN" is no target' in ran.err


def test_without_a_desk_the_error_says_how_to_set_one_up(town, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = town.run("build")
    assert ran.code == 2
    assert "tongsa init" in ran.err


def test_an_article_that_is_not_there_is_named(town):
    ran = town.run("build", "seeds/mist.txt")
    assert ran.code == 2
    assert "seeds/mist.txt" in ran.err


def test_control_characters_of_a_file_name_are_shown_escaped(town):
    ran = town.run("build", "seeds/\x1b[31mred.txt")
    assert "\x1b" not in ran.err
    assert "\\x1b" in ran.err


@pytest.mark.parametrize("command", ["extract", "update", "compile", "status"])
def test_each_step_is_a_command_that_reports_json(town, command):
    town.run("build")
    report = json.loads(town.run(command, "--format", "json").out)
    assert set(report) == {"editions", "templates", "errors"}


def test_status_writes_nothing(town):
    before = town.files()
    assert town.run("status").code == 0
    assert town.files() == before


def test_init_sets_up_a_desk_that_builds(town, tmp_path, monkeypatch):
    assert town.run("init", str(tmp_path / "new"), "-t", "ko").code == 0
    monkeypatch.chdir(tmp_path / "new")
    ran = town.run("build")
    assert ran.code == 1
    assert "sample" in ran.out


def test_init_leaves_a_desk_alone_that_stands_there(town):
    before = town.files()
    assert town.run("init", ".").code == 2
    assert town.files() == before


def test_init_keeps_a_file_that_stands_there(town, tmp_path):
    own = tmp_path / "new" / "seeds" / "sample.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Mine.\n")
    town.run("init", str(tmp_path / "new"))
    assert own.read_text() == "Mine.\n"


def test_preview_writes_one_page(town):
    town.run("build")
    ran = town.run("preview", "seeds/quay.txt")
    assert ran.code == 0
    assert "Quay Opens Before Dawn" in town.read(ran.out.strip())


def test_a_folder_stands_for_the_articles_in_it(town):
    town.write("inbox/fog.txt", "Fog Closes Harbour\n")
    town.write("inbox/notes.csv", "no article")
    town.write("inbox/.hidden.txt", "no article")
    report = json.loads(town.run("extract", "inbox", "--format", "json").out)
    assert [template["article"] for template in report["templates"]] == ["fog"]


def test_an_article_given_twice_is_built_once(town):
    report = json.loads(town.run("extract", "seeds", "seeds/quay.txt", "-f", "json").out)
    assert [template["article"] for template in report["templates"]] == ["quay"]


def test_an_empty_catalog_is_refused_since_it_may_be_in_the_middle_of_a_save(town):
    town.run("build")
    town.write("locale/ko/LC_MESSAGES/quay.po", "")
    ran = town.run("build")
    assert ran.code == 2
    assert "this catalog is empty" in ran.err


def test_an_article_elsewhere_may_not_take_the_name_of_one_on_the_desk(town, tmp_path):
    town.run("build")
    before = town.files()
    other = tmp_path / "quay.txt"
    other.write_text("Fog Closes Harbour\n")
    ran = town.run("build", str(other))
    assert ran.code == 2
    assert "would share a catalog; give one of the two another name" in ran.err
    assert town.files() == before


def test_two_articles_elsewhere_may_not_take_each_others_catalog(town, tmp_path):
    for day, text in (("monday", "Fog Closes Harbour\n"), ("tuesday", "Cranes Stand Still\n")):
        file = tmp_path / day / "note.txt"
        file.parent.mkdir()
        file.write_text(text)
    assert town.run("build", str(tmp_path / "monday/note.txt")).code == 1
    ran = town.run("build", str(tmp_path / "tuesday/note.txt"))
    assert ran.code == 2
    assert 'this is the catalog of "../monday/note.txt"' in ran.err


def test_an_article_brought_home_keeps_its_catalog(town, tmp_path):
    away = tmp_path / "note.txt"
    away.write_text("Fog Closes Harbour\n")
    town.run("build", str(away))
    town.write("seeds/note.txt", "Fog Closes Harbour\n")
    assert town.run("build").code == 1
    assert "#: seeds/note.txt:1" in town.read("locale/ko/LC_MESSAGES/note.po")


def test_an_article_of_the_desk_may_be_called_by_its_name(town):
    report = json.loads(town.run("extract", "quay", "--format", "json").out)
    assert [template["article"] for template in report["templates"]] == ["quay"]


@pytest.mark.parametrize("path", ["..", "/", "seeds/.."])
def test_a_folder_that_holds_no_article_is_no_traceback(town, path):
    ran = town.run("extract", path)
    assert ran.code in {0, 2}


def test_a_desk_without_its_articles_folder_says_where_to_put_one(town):
    (town.root / "seeds/quay.txt").unlink()
    (town.root / "seeds").rmdir()
    ran = town.run("build")
    assert ran.code == 2
    assert "put one there" in ran.err


def test_errors_come_as_json_too(town):
    town.write("tongsa.toml", 'source = "en"\ntarget = ["ko"]\n')
    ran = town.run("build", "--format", "json")
    assert ran.code == 2
    error = json.loads(ran.out)["errors"][0]
    assert (error["line"], error["message"]) == (2, 'unknown key "target"')
    assert error["file"].endswith("tongsa.toml")


def test_status_tells_what_a_build_would(town):
    town.run("build")
    for language in ("ko", "zh_TW"):
        town.translate(language, "quay", marked)
    town.write("seeds/quay.txt", ARTICLE.replace("$4.5 million", "$5.4 million"))
    before = town.files()
    edition = json.loads(town.run("status", "--format", "json").out)["editions"][0]
    assert (edition["translated"], edition["fuzzy"], edition["untranslated"]) == (6, 1, 0)
    assert town.files() == before


def test_a_bare_figure_needs_no_translation_but_may_have_one(town):
    town.write("seeds/table.md", "| Ships | Tons |\n| --- | --- |\n| 64 | 1,240 |\n")
    town.run("build", "seeds/table.md")
    town.translate("ko", "table", lambda text: {"64": "", "1,240": "1240"}.get(text, "가"))
    assert town.run("build", "seeds/table.md", "-l", "ko").code == 0
    assert "| 64 | 1240 |" in town.read("editions/ko/table.md")


def test_settings_that_fit_no_article_are_told(town):
    town.write(
        "tongsa.toml",
        'source = "en"\ntargets = ["ko"]\n[articles.fog]\nurl = "https://example.org/"\n'
        '[articles.quay]\ndistinct = ["Never said."]\n',
    )
    ran = town.run("status")
    assert 'warning: tongsa.toml: [articles."fog"] fits no article' in ran.err
    assert '"Never said." of "distinct" stands nowhere in seeds/quay.txt' in ran.err


@pytest.mark.parametrize(
    "command",
    ["init", "build", "extract", "update", "compile", "status", "segment", "preview"],
)
def test_every_commands_help_has_an_example_on_lines_of_its_own(town, command):
    ran = town.run(command, "--help")
    assert ran.code == 0
    assert f"\n  Example:\n    tongsa {command}" in ran.out
    assert "\\b" not in ran.out


def test_a_catalog_names_its_articles_date_and_url(town):
    town.run("build")
    town.write(
        "tongsa.toml",
        'source = "en"\ntargets = ["ko"]\n[articles.quay]\n'
        'date = 2030-05-10\nurl = "https://example.org/quay"\n',
    )
    town.run("build")
    headers = polib.pofile(str(town.root / "locale/ko/LC_MESSAGES/quay.po")).metadata
    assert headers["X-Tongsa-Article-Date"] == "2030-05-10"
    assert headers["X-Tongsa-Article-URL"] == "https://example.org/quay"


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
        marks = {"Ships came at once.": "{<}", "Nobody else did.": "{<} 아무도."}
        return marks.get(text, "가.")

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


def test_an_edition_that_failed_has_a_line_of_its_own(town):
    town.run("build")
    town.write("locale/ko/LC_MESSAGES/quay.po", 'msgid "cut off\n')
    ran = town.run("build")
    assert next(line for line in ran.out.splitlines() if line.startswith("  ko ")).endswith("error")
    assert "0 of 2 editions published" in ran.out


def test_a_renamed_and_edited_article_keeps_its_translations_as_suggestions(town):
    town.run("build")
    town.translate("ko", "quay", marked)
    edited = ARTICLE.replace("four in the morning", "five in the morning").replace("64", "65")
    (town.root / "seeds/quay.txt").unlink()
    town.write("seeds/dawn.txt", edited)
    edition = json.loads(town.run("build", "-f", "json").out)["editions"][0]
    assert (edition["translated"], edition["fuzzy"], edition["untranslated"]) == (5, 2, 0)


def test_an_edition_in_another_encoding_than_its_article_is_told(town):
    (town.root / "seeds/quay.txt").write_bytes("부두 문 열다\n".encode("cp949"))
    town.write("tongsa.toml", 'source = "ko"\ntargets = ["en"]\nencoding = "cp949"\n')
    town.run("build")
    town.translate("en", "quay", lambda _: "Quay — Открыт 😀")
    assert "written in utf-8: cp949 cannot hold its letters" in town.run("build").out


@pytest.mark.parametrize(
    "page", ["seeds/quay.txt", "seeds/new.html", "page.txt", "editions/ko/quay.html"]
)
def test_a_preview_takes_no_other_files_place(town, page):
    town.run("build")
    before = town.files()
    ran = town.run("preview", "quay", "-o", page)
    assert ran.code == 2
    assert town.files() == before


def test_a_preview_may_go_elsewhere_and_leaves_nothing_else_there(town, tmp_path):
    town.run("build")
    page = tmp_path / "elsewhere" / "quay.html"
    page.parent.mkdir()
    assert town.run("preview", "quay", "-o", str(page)).code == 0
    assert list(page.parent.iterdir()) == [page]


def test_a_pipe_is_no_article(town):
    os.mkfifo(town.root / "seeds/pipe.txt")
    ran = town.run("segment", "seeds/pipe.txt")
    assert ran.code == 2
    assert "is a pipe or a device" in ran.err


def test_somebody_elses_broken_pyproject_is_no_matter(town, tmp_path, monkeypatch):
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "pyproject.toml").write_text("[broken")
    (folder / "note.txt").write_text("Fog Closes Harbour\n")
    monkeypatch.chdir(folder)
    assert town.run("segment", "note.txt").code == 0
