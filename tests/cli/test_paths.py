import json
import os

import pytest


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


def test_a_folder_stands_for_the_articles_in_it(town):
    town.write("inbox/fog.txt", "Fog Closes Harbour\n")
    town.write("inbox/notes.csv", "no article")
    town.write("inbox/.hidden.txt", "no article")
    report = json.loads(town.run("extract", "inbox", "--format", "json").out)
    assert [template["article"] for template in report["templates"]] == ["fog"]


def test_an_article_given_twice_is_built_once(town):
    report = json.loads(town.run("extract", "seeds", "seeds/quay.txt", "-f", "json").out)
    assert [template["article"] for template in report["templates"]] == ["quay"]


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


@pytest.mark.parametrize("path", ["..", "seeds/.."])
def test_a_folder_that_holds_no_article_is_no_traceback(town, path):
    ran = town.run("extract", path)
    assert ran.code in {0, 2}


def test_a_desk_without_its_articles_folder_says_where_to_put_one(town):
    (town.root / "seeds/quay.txt").unlink()
    (town.root / "seeds").rmdir()
    ran = town.run("build")
    assert ran.code == 2
    assert "put one there" in ran.err


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


@pytest.mark.parametrize("option", ["", "--glossary", "--output", "--baseline", "--desk"])
def test_a_name_that_is_too_long_is_told_in_one_line(town, option):
    town.run("build")
    ran = town.run("check", *filter(None, [option]), "q" * 300)
    assert ran.code == 2
    assert "file name too long" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("words", [("--output", "seeds"), ("--write-baseline", "")])
def test_a_report_that_takes_no_folders_place_leaves_nothing_behind(town, words):
    town.run("build")
    ran = town.run("check", *words)
    assert ran.code == 2
    assert "is a directory" in ran.err
    assert not [*town.root.glob(".tongsa-*"), *town.root.parent.glob(".tongsa-*")]
