from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from harbour import article, block, harbour, line

from browser import ATTACKS, MISSING, opened
from tongsa.edition import preview as module
from tongsa.edition.preview import preview
from tongsa.model import Article, Edition, Role

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    MISSING, reason="no Chromium here: the page was not opened in a browser"
)


def hostile() -> tuple[Article, list[Edition]]:
    """Return an article that attacks from every place where a text can stand."""
    blocks = [block(Role.PARAGRAPH, attack, prefix=attack, speaker=attack) for attack in ATTACKS]
    blocks.insert(0, block(Role.HEADLINE, "".join(ATTACKS)))
    marked = [
        Edition(
            language=language,
            blocks=tuple((line(each.text, state + each.text),) for each in blocks),
        )
        for language, state in (("ko", ""), ("zh_TW", "F"))
    ]
    empty = Edition(language="zh_CN", blocks=tuple((line(each.text, ""),) for each in blocks))
    return article(*blocks, path=ATTACKS[3]), [*marked, empty]


def hostile_page() -> str:
    attacked, editions = hostile()
    return preview(attacked, editions, source_language="en")


def pixels(png: bytes) -> tuple[int, int, int]:
    """Return the width, the height and how many different rows of pixels a picture has."""
    width, height = struct.unpack(">II", png[16:24])
    at, packed = 8, b""
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + size]
        at += size + 12
    raw = zlib.decompress(packed)
    stride = len(raw) // height
    return width, height, len({raw[start : start + stride] for start in range(0, len(raw), stride)})


def test_a_hostile_article_runs_no_script(tmp_path: Path) -> None:
    dom = opened(tmp_path, hostile_page(), "--dump-dom")
    assert "</table>" in dom
    assert '<html lang="en">' in dom
    assert not re.search(r"<html[^>]* owned|<script|<iframe|<img", dom)


def test_it_would_run_if_text_were_not_escaped_and_no_policy_stood_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_text", str)
    page = re.sub(r"<meta http-equiv=[^>]*>", "", hostile_page())
    assert re.search(r"<html[^>]* owned", opened(tmp_path, page, "--dump-dom"))


def test_the_policy_alone_stops_what_is_not_escaped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_text", str)
    dom = opened(tmp_path, hostile_page(), "--dump-dom")
    assert "<script>" in dom
    assert not re.search(r"<html[^>]* owned", dom)


def test_the_policy_lets_the_page_s_own_style_in(tmp_path: Path) -> None:
    translated, editions = harbour()
    page = preview(translated, editions, source_language="en")
    pictures = {}
    for name, text in (("own", page), ("other", page.replace("--paper: #fdfcf9", "--paper: #0f0"))):
        opened(tmp_path, text, "--window-size=600,400", f"--screenshot={name}.png")
        pictures[name] = (tmp_path / f"{name}.png").read_bytes()
    # Where the hash does not match, the page stands bare: the two must look different.
    assert pictures["own"] != pictures["other"]


@pytest.mark.parametrize("width", [390, 1400])
def test_a_page_is_drawn_on_a_phone_and_on_a_desk(tmp_path: Path, width: int) -> None:
    translated, editions = harbour()
    inner = tmp_path / "inner.html"
    inner.write_text(preview(translated, editions, source_language="en"), "utf-8")
    # A window is never narrower than 500 pixels; a frame is.
    frame = f'<iframe src="inner.html" width="{width}" height="1500"></iframe>'
    opened(tmp_path, frame, "--window-size=1500,1600", "--screenshot=page.png")
    drawn_width, drawn_height, rows = pixels((tmp_path / "page.png").read_bytes())
    assert (drawn_width, drawn_height) == (1500, 1600)
    assert rows > 100
