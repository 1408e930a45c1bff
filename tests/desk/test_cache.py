"""The cache stands where the system has such folders."""

import sys

import pytest
from platformdirs import user_cache_path

from tongsa.desk import cache


@pytest.mark.parametrize("folder", [None, "", " ", "{}/mine"])
@pytest.mark.skipif(sys.platform != "linux", reason="other systems are asked by platformdirs alone")
def test_it_is_the_folder_that_platformdirs_names(monkeypatch, tmp_path, folder):
    if folder is None:
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", folder.format(tmp_path))
    assert cache.place("results.db") == user_cache_path("tongsa", appauthor=False) / "results.db"
