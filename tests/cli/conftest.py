import pytest
from lantern import BODY, GLOSSARY, HEADER
from town import ARTICLE, SETTINGS, Town


@pytest.fixture
def town(tmp_path, monkeypatch, capsys) -> Town:
    root = tmp_path / "desk"
    root.mkdir()
    monkeypatch.chdir(root)
    desk = Town(root, monkeypatch, capsys)
    desk.write("tongsa.toml", SETTINGS)
    desk.write("seeds/quay.txt", ARTICLE)
    return desk


@pytest.fixture
def away(tmp_path, town):
    """A folder that is on no desk, with a catalog and a glossary."""
    folder = tmp_path / "away"
    folder.mkdir()
    town.monkeypatch.chdir(folder)
    (folder / "terms.toml").write_text(GLOSSARY, "utf-8")
    (folder / "in.po").write_text(HEADER.format("ko") + BODY, "utf-8")
    return folder
