import json


def test_segment_prints_every_block_as_json(town):
    blocks = json.loads(town.run("segment", "seeds/quay.txt", "--format", "json").out)
    assert blocks[0] == {
        "role": "headline",
        "prefix": "",
        "line": 1,
        "speaker": "",
        "segments": ["Quay Opens Before Dawn"],
    }
    assert blocks[-1] == {
        "role": "answer",
        "prefix": "△",
        "line": 5,
        "speaker": "",
        "segments": ["The harbour board paid $4.5 million.", "Nobody else did."],
    }


def test_segment_needs_no_desk(town, tmp_path, monkeypatch):
    file = tmp_path / "note.txt"
    file.write_text("부두 문 열다\n배가 왔다. 사람도 왔다.\n")
    monkeypatch.chdir(tmp_path)
    ran = town.run("segment", "note.txt", "-l", "ko", "--format", "json")
    assert json.loads(ran.out)[1]["segments"] == ["배가 왔다.", "사람도 왔다."]


def test_segment_by_paragraph(town):
    ran = town.run("segment", "seeds/quay.txt", "--unit", "paragraph", "--format", "json")
    assert json.loads(ran.out)[2]["segments"] == [
        "The old quay opened at four in the morning. Ships came at once."
    ]


def test_segment_for_people_shows_role_and_sentences(town):
    ran = town.run("segment", "seeds/quay.txt")
    assert "answer △" in ran.out
    assert "| Nobody else did." in ran.out
