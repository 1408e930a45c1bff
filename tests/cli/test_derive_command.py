"""`tongsa derive`, on a desk and with catalogs from anywhere."""

import polib
import pytest

TARGETS = 'source = "en"\ntargets = ["zh_TW", "zh_CN", "ko"]\n'
TELLING = {
    "The old quay opened at four in the morning.": "老碼頭的軟體清晨四點啟動。",
    "Ships came at once.": "{<}",
    "Who paid for it?": "「誰付錢？」",
}
HINT = "derived: from zh_TW; 軟體 → 软件"


@pytest.fixture
def strait(town):
    """A desk whose Taiwan edition is finished in part."""
    town.write("tongsa.toml", TARGETS)
    town.run("update")
    path = town.root / "locale/zh_TW/LC_MESSAGES/quay.po"
    catalog = polib.pofile(str(path))
    for entry in catalog:
        entry.msgstr = TELLING.get(entry.msgid, "")
    catalog.save()
    return town


def mainland(town) -> polib.POFile:
    return polib.pofile(str(town.root / "locale/zh_CN/LC_MESSAGES/quay.po"))


def test_untranslated_units_get_proposals(strait):
    ran = strait.run("derive", "zh_TW", "zh-cn")
    assert ran.code == 0
    told = "3 units proposed, 0 kept as they are, 4 left untranslated\nall are fuzzy: "
    assert told in ran.out
    proposed = {entry.msgid: entry.msgstr for entry in mainland(strait) if entry.fuzzy}
    assert proposed == {
        "The old quay opened at four in the morning.": "老码头的软件清晨四点启动。",
        "Ships came at once.": "{<}",
        "Who paid for it?": "“谁付钱？”",
    }


def test_the_hint_outlives_an_update_and_goes_with_the_fuzzy_flag(strait):
    strait.run("derive", "zh_TW", "zh_CN")
    path = strait.root / "locale/zh_CN/LC_MESSAGES/quay.po"
    before = path.read_bytes()
    strait.run("update")
    assert path.read_bytes() == before
    assert HINT in before.decode()
    path.write_text(before.decode().replace("#, fuzzy\n", ""), "utf-8")
    strait.run("update")
    assert "derived:" not in path.read_text("utf-8")


def test_a_second_run_proposes_nothing(strait):
    strait.run("derive", "zh_TW", "zh_CN")
    ran = strait.run("derive", "zh_TW", "zh_CN")
    assert ran.out.endswith("0 units proposed, 3 kept as they are, 4 left untranslated\n")


def test_a_dry_run_shows_a_diff_and_writes_nothing(strait):
    path = strait.root / "locale/zh_CN/LC_MESSAGES/quay.po"
    before = path.read_bytes()
    ran = strait.run("derive", "zh_TW", "zh_CN", "seeds/quay.txt", "--dry-run")
    assert f"\n+#. {HINT}\n" in ran.out
    assert '\n+msgstr "老码头的软件清晨四点启动。"\n' in ran.out
    assert ran.out.endswith("nothing was written\n")
    assert path.read_bytes() == before


def test_a_catalog_that_is_not_there_yet_is_made(strait):
    (strait.root / "locale/zh_CN/LC_MESSAGES/quay.po").unlink()
    strait.run("derive", "zh_TW", "zh_CN")
    assert sum(entry.fuzzy for entry in mainland(strait)) == 3


def test_nothing_is_derived_for_another_language(strait):
    ran = strait.run("derive", "zh_TW", "ko")
    assert ran.code == 2
    assert ran.err == (
        'tongsa: nothing is derived from "zh_TW" for "ko"; derive between zh_TW and zh_CN\n'
    )


def test_two_editions_have_to_be_named(strait):
    ran = strait.run("derive", "zh_TW")
    assert ran.code == 2
    assert "it takes two editions" in ran.err


def test_catalogs_from_anywhere_tell_their_languages(strait, tmp_path):
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: {}\\n"\n\n'
    entry = 'msgid "A taxi waits."\nmsgstr "{}"\n'
    (tmp_path / "a.po").write_text((head + entry).format("zh_CN", "出租车在等。"), "utf-8")
    (tmp_path / "b.po").write_text((head + entry).format("zh_TW", ""), "utf-8")
    strait.monkeypatch.chdir(tmp_path)
    ran = strait.run("derive", "--from", "a.po", "--to", "b.po")
    assert ran.code == 0
    assert ran.out.startswith("b.po: 1 unit proposed, 0 kept as they are, 0 left untranslated\n")
    (derived,) = polib.pofile(str(tmp_path / "b.po"))
    assert (derived.msgstr, derived.fuzzy) == ("計程車在等。", True)


def test_one_catalog_alone_is_refused(strait):
    ran = strait.run("derive", "--from", "a.po")
    assert ran.code == 2
    assert "one catalog is missing" in ran.err
