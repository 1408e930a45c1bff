import pytest
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
