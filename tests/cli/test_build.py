import gettext
import json

import polib
from town import ARTICLE, SETTINGS, korean, told


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
        town.translate(language, "quay")
    ran = town.run("build")
    assert ran.code == 0
    assert town.read("editions/ko/quay.txt") == korean(ARTICLE)
    # Between two Chinese sentences stands nothing.
    assert town.read("editions/zh_TW/quay.txt") == told(ARTICLE, "zh_TW").replace("。 ", "。")


def test_translations_equal_to_their_source_give_the_article_back(town):
    town.write("tongsa.toml", SETTINGS + '[checks]\nskip = ["untranslated"]\n')
    article = "\ufeff" + ARTICLE.replace("\n", "\r\n").rstrip()
    town.write("seeds/quay.txt", article)
    town.run("build")
    for language in ("ko", "zh_TW"):
        town.translate(language, "quay", str)
    assert town.run("build").code == 0
    assert town.read("editions/zh_TW/quay.txt") == article


def test_a_second_build_rewrites_nothing(town):
    town.run("build")
    town.translate("ko", "quay")
    town.run("build")
    before = {path: (town.root / path).stat().st_mtime_ns for path in town.files()}
    ran = town.run("build", "--format", "json")
    assert {path: (town.root / path).stat().st_mtime_ns for path in town.files()} == before
    assert all(edition["written"] == [] for edition in json.loads(ran.out)["editions"])


def test_a_draft_shows_the_source_in_its_gaps(town):
    town.run("build")
    town.translate("ko", "quay", lambda text: "" if "Ships" in text else korean(text))
    ran = town.run("compile", "-l", "ko", "--draft")
    assert ran.code == 1
    assert "⟦Ships came at once.⟧" in town.read("editions/drafts/ko/quay.txt")
    assert not (town.root / "editions/ko/quay.txt").exists()


def test_a_mo_file_loads_and_holds_what_is_finished(town):
    town.run("build")
    town.translate("ko", "quay", lambda text: "{<}" if "Ships" in text else korean(text))
    town.run("build")
    messages = gettext.translation("quay", town.root / "locale", ["ko"])
    headline = "Quay Opens Before Dawn"
    assert messages.pgettext("headline", headline) == korean(headline)
    assert messages.gettext("Ships came at once.") == ""
    assert messages.gettext("Never heard of.") == "Never heard of."


def test_a_broken_catalog_is_named_and_left_alone_while_the_others_are_done(town):
    town.run("build")
    for language in ("ko", "zh_TW"):
        town.translate(language, "quay")
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


def test_an_html_edition_names_its_language(town):
    page = '<html lang="en"><body><h1>Quay</h1><p>Ships came.</p></body></html>'
    town.write("seeds/page.html", page)
    town.run("build", "seeds/page.html")
    town.translate("zh_TW", "page", {"Quay": "碼頭", "Ships came.": "船隻進港。"}.get)
    town.run("build", "seeds/page.html")
    assert town.read("editions/zh_TW/page.html") == (
        '<html lang="zh-Hant-TW"><body><h1>碼頭</h1><p>船隻進港。</p></body></html>'
    )


def test_an_edition_that_its_articles_encoding_cannot_hold_is_utf_8_and_says_so(town):
    page = '<html><head><meta charset="windows-1252"></head><body><p>Café open.</p></body></html>'
    (town.root / "seeds/page.html").write_bytes(page.encode("cp1252"))
    town.write("tongsa.toml", 'source = "en"\ntargets = ["ko"]\nencoding = "cp1252"\n')
    town.run("build", "seeds/page.html")
    town.translate("ko", "page", {"Café open.": "카페가 문을 열었다."}.get)
    assert town.run("build", "seeds/page.html").code == 0
    assert '<meta charset="utf-8">' in town.read("editions/ko/page.html")


def test_an_empty_catalog_is_refused_since_it_may_be_in_the_middle_of_a_save(town):
    town.run("build")
    town.write("locale/ko/LC_MESSAGES/quay.po", "")
    ran = town.run("build")
    assert ran.code == 2
    assert "this catalog is empty" in ran.err


def test_a_bare_figure_needs_no_translation_but_may_have_one(town):
    town.write("seeds/table.md", "| Ships | Tons |\n| --- | --- |\n| 64 | 1,240 |\n")
    town.run("build", "seeds/table.md")
    town.translate("ko", "table", lambda text: {"64": "", "1,240": "1240"}.get(text, "가"))
    assert town.run("build", "seeds/table.md", "-l", "ko").code == 0
    assert "| 64 | 1240 |" in town.read("editions/ko/table.md")


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


def test_an_edition_that_failed_has_a_line_of_its_own(town):
    town.run("build")
    town.write("locale/ko/LC_MESSAGES/quay.po", 'msgid "cut off\n')
    ran = town.run("build")
    assert next(line for line in ran.out.splitlines() if line.startswith("  ko ")).endswith("error")
    assert "0 of 2 editions published" in ran.out


def test_an_edition_in_another_encoding_than_its_article_is_told(town):
    (town.root / "seeds/quay.txt").write_bytes("부두 문 열다\n".encode("cp949"))
    town.write("tongsa.toml", 'source = "ko"\ntargets = ["en"]\nencoding = "cp949"\n')
    town.run("build")
    town.translate("en", "quay", lambda _: "Quay — Открыт 😀")
    assert "written in utf-8: cp949 cannot hold its letters" in town.run("build").out
