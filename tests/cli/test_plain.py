"""What is read of a plain command line at once is what typer reads of it."""

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from tongsa.cli import checking, plain
from tongsa.cli.face import app

_COMMAND = typer.main.get_command(app).commands["check"]
_PARAMETERS = {it.name: it for it in _COMMAND.params if it.param_type_name == "option"}


def _by_typer(monkeypatch, words):
    """Return what typer makes of words; None where it does not come to a check."""
    orders = []
    monkeypatch.setattr(checking, "run", orders.append)
    try:
        app(["check", *words], standalone_mode=False)
    except Exception:  # noqa: BLE001 (typer's own, each version's others)
        return None
    return orders[0] if orders else None


def test_every_option_is_known_by_all_its_names():
    known = {name: option.name for name, option in plain.OPTIONS.items()} | dict(plain.FLAGS)
    assert known == {
        name: parameter.name
        for parameter in _PARAMETERS.values()
        for name in parameter.opts
        if name not in {"--help", "-h"}
    }


def test_options_that_may_be_repeated_are_known():
    repeated = {option.name for option in plain.OPTIONS.values() if option.repeated}
    assert repeated == {name for name, parameter in _PARAMETERS.items() if parameter.multiple}


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["seeds/quay.txt"],
        ["a.po", "--lang", "ko", "b.po", "-g", "terms.toml", "--glossary", "x.tbx"],
        ["--select", "T", "--select", "K101,M", "--ignore", "T102", "--severity", "error"],
        ["-l", "ko", "-l", "zh_TW", "--source", "en"],
        ["--baseline", "known.json", "--no-cache", "-j", "2", "-C", "desk"],
        ["--write-baseline", "known.json", "--jobs", "1", "--desk", "desk"],
        ["-f", "json", "-o", "-"],
        ["--format", "html", "--output", "page.html"],
    ],
    ids=" ".join,
)
def test_what_is_plain_is_read_as_typer_reads_it(monkeypatch, words):
    assert plain.read(["check", *words]) == _by_typer(monkeypatch, words) is not None


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--lang=ko"],
        ["-lko"],
        ["--sev", "error"],
        ["--severity", "grave"],
        ["--format", "pdf"],
        ["-j", "0"],
        ["-j", "two"],
        ["-j", "²"],
        ["--lang"],
        ["--lang", "--no-cache"],
        ["--", "--lang"],
        ["--no-cache=1"],
        [""],
    ],
    ids=" ".join,
)
def test_what_is_not_plain_is_left_to_typer(words):
    assert plain.read(["check", *words]) is None


@pytest.mark.parametrize("words", [[], ["fix"], ["--version"], ["checks"], ["-C", "x", "check"]])
def test_other_commands_are_left_to_typer(words):
    assert plain.read(words) is None


_WORDS = st.sampled_from([*plain.OPTIONS, *plain.FLAGS, "a.po", "ko", "error", "json", "3", "-"])


@given(st.lists(_WORDS, max_size=6))
def test_whatever_is_read_at_once_is_what_typer_reads(words):
    with pytest.MonkeyPatch.context() as monkeypatch:
        order = plain.read(["check", *words])
        assert order is None or order == _by_typer(monkeypatch, words)
