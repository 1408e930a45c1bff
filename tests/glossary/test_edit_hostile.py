"""However a file is written, an edit keeps to its ways, or says why it does not touch it."""

import pytest
from envoys import FILE, PEOPLE, edited, lines, term

from tongsa.errors import GlossaryError
from tongsa.glossary.edit import added
from tongsa.glossary.load import load
from tongsa.model import Concept, Scope, Status

SCOPE = Scope(sentence=("w",))


@pytest.mark.parametrize(
    ("old", "gap"),
    [
        ("", ""),
        ("\ufeff", ""),
        ("# Nothing yet.", "\n\n"),
        ("# Nothing yet.\r\n", "\r\n"),
        ('domain = "x"\n\n', ""),
        ('\ufeff[a]\r\nnote = """\r\nb"""', "\r\n\r\n"),
    ],
)
def test_a_concept_is_parted_by_one_empty_line_as_the_file_ends_its_lines(old, gap):
    new = added(old, [Concept(id="wando")], file=FILE)
    newline = "\r\n" if "\r" in old else "\n"
    assert new == f'{old}{gap}[wando]{newline}kind = "common"{newline}'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[]", '["c"]'),
        ("[ # none yet\n]", '[ # none yet\n  "c",\n]'),
        ('[ "a" , ]', '[ "a", "c" , ]'),
        ('["a" # first\n]', '["a", "c" # first\n]'),
        ('[\n\t"a", # ]\n\t"b" # "\n\t# end\n]', '[\n\t"a", # ]\n\t"b", # "\n\t"c"\n\t# end\n]'),
        ('[\n  "a"\n  , "b"]', '[\n  "a"\n  , "b", "c"]'),
        ('[\n  "a"\n  ,\n  "b"\n  , # b\n]', '[\n  "a"\n  ,\n  "b"\n  , # b\n  "c",\n]'),
        ('[\'a\',"""b]\n#"""]', '[\'a\',"""b]\n#""", "c"]'),
    ],
)
def test_a_list_keeps_its_style(old, new):
    text = '[x]\nlinks = {}\nko = ["1"]\n'
    before = tuple(load(text.format(old), file=FILE)[0].links)
    more = edited(text.format(old), "x", fields={"links": (*before, "c")})
    assert more == text.format(new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('["a", "b"]', '["a"]'),
        ('[ "b", "a" ]', '[ "a" ]'),
        ('["a", "b", ]', '["a", ]'),
        ('["a", "b", # b\n]', '["a", # b\n]'),
        ('[\n  "a",\n  "b" # b\n]', '[\n  "a"\n]'),
        ('[\n  "a",\n  "b",\n  # end\n]', '[\n  "a",\n  # end\n]'),
        ('["a", # a\n  "b"]', '["a", # a\n]'),
        ('["a",\n  "b"]', '["a"]'),
        ('[\n  "b" # b\n  , # a\n  "a"\n]', '[\n # a\n  "a"\n]'),
    ],
)
def test_a_list_that_loses_an_element_keeps_its_style(old, new):
    text = '[x]\nlinks = {}\nko = ["1"]\n'
    assert edited(text.format(old), "x", fields={"links": ("a",)}) == text.format(new)


@pytest.mark.parametrize(
    "note",
    [
        '"""a]\n[y]\n"b\\""""""',
        "'''\n[y]\nko = ['a'''''",
        '"""a""""',
        "'''a''''",
        '"a\\\\"',
        "'a\\'",
    ],
)
def test_what_looks_like_toml_within_a_text_is_text(note):
    text = f'[x]\nnote = {note} # "\'\nko = ["1"]\n[z]\n'
    new = edited(text, "x", fields={"links": ("a",)}, terms=(term("ko=2"),))
    assert new == text.replace('\nko = ["1"]', '\nlinks = ["a"]\nko = ["1", "2"]')
    assert edited(text, "x", fields={"note": "n"}) == text.replace(note, '"n"')


def test_a_scope_in_dotted_keys_is_changed_whole():
    text = '[x]\nko = [{ scope.beside = ["y"], term = "1", scope.article = ["z"], note = "n" }]\n'
    new = edited(text, "x", terms=(term("ko=1", Status.PREFERRED, scope=SCOPE, note="n"),))
    assert new == '[x]\nko = [{ term = "1", scope = { sentence = ["w"] }, note = "n" }]\n'


@pytest.mark.parametrize("sign", ["\x7f", "\x00", "\t", "\\", '"', "🚢", "\u2028", "\x85", "#"])
def test_no_sign_in_a_link_breaks_a_file(sign):
    new = added(PEOPLE, [Concept(id="wando", links=(f"a{sign}b",))], file=FILE)
    assert load(new, file=FILE)[-1].links == (f"a{sign}b",)


def test_a_concept_of_dotted_keys_is_changed_in_dotted_keys():
    text = 'domain = "p"\n  x.ko = ["완도"]\n  "x".zh.term = "莞島"\n[y]\nko = ["강진"]\n'
    new = edited(text, "x", fields={"kind": "place"}, terms=(term("ko=莞"), term("en=W")))
    assert lines(text, new) == [
        '+   x.kind = "place"',
        '+   x.en = [{ term = "W", status = "admitted" }]',
        '-   x.ko = ["완도"]',
        '+   x.ko = ["완도", "莞"]',
    ]
    with pytest.raises(GlossaryError, match=r"people.toml:3: .*write it as one value: zh = …"):
        edited(text, "x", terms=(term("zh=莞"),))


@pytest.mark.parametrize("header", ["[x.ko]", "[[x.ko]]", '[ "x" . ko ]'])
def test_terms_in_tables_of_their_own_stay_and_others_are_added(header):
    text = f'# Wando\n{header}\nterm = "완도"\n\n[y]\n'
    new = edited(text, "x", fields={"kind": "place"}, terms=(term("en=W"),))
    assert new == text.replace(
        header, f'[x]\nkind = "place"\nen = [{{ term = "W", status = "admitted" }}]\n\n{header}'
    )
    with pytest.raises(GlossaryError, match=r"people.toml:2: .*stands in a table of its own"):
        edited(text, "x", terms=(term("ko=莞"),))


def test_a_concept_on_one_line_is_left_to_its_writer():
    text = 'x = { kind = "place", ko = ["완도"] }\n'
    with pytest.raises(GlossaryError, match=r"people.toml:1: .*write it as a table: \[x\]"):
        edited(text, "x", fields={"note": "n"})


def test_a_file_without_a_last_line_end_stays_so():
    text = '[x]\r\nkind = "place"'
    new = edited(text, "x", fields={"note": "a\nb"}, terms=(term("ko=완도", Status.PREFERRED),))
    assert new == '[x]\r\nkind = "place"\r\nnote = """a\r\nb"""\r\nko = ["완도"]'


def test_two_spellings_of_a_language_stay_two_keys():
    text = '[x]\nzh-tw = ["甲"]\nzh_Hant = ["乙"]\n'
    new = edited(text, "x", terms=(term("zh_TW=丙"), term("zh-TW=甲", Status.PREFERRED, note="n")))
    assert new == '[x]\nzh-tw = [{ term = "甲", note = "n" }]\nzh_Hant = ["乙", "丙"]\n'


def test_a_flaw_beside_what_is_changed_is_no_obstacle():
    text = '[x]\nkind = "plaice"\nko = ["a", { term = "b", status = "prefered" }, 3]\ncolor = 1\n'
    text = text.replace(", 3]", "]")
    new = edited(text, "x", fields={"note": "n"}, terms=(term("ko=c"),))
    assert lines(text, new) == [
        '+ note = "n"',
        '- ko = ["a", { term = "b", status = "prefered" }]',
        '+ ko = ["a", { term = "b", status = "prefered" }, "c"]',
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"dropped": (("en", "Liang Guang"),)}, 'in en; the nearest is en "Liang Guangzhong"'),
        ({"dropped": (("zh_CN", "梁中"),)}, 'in zh_CN; the nearest is zh "梁光中"'),
        ({"dropped": (("tlh", "Hov"),)}, 'no facts are known of the language "tlh"'),
        ({"fields": {"knd": "person"}}, '"knd" is no field to change; .* "kind"'),
        ({"fields": {"kind": "persn"}}, "\"kind\" is 'persn'; use person, "),
        ({"fields": {"note": ("a", "b")}}, '"note" must be a text'),
        ({"fields": {"links": "a"}}, '"links" must be a list of texts'),
        ({"terms": (term("ko= 량"),)}, "has white space around it"),
        ({"terms": (term("ko=…"),)}, "it has no letter and no digit"),
        ({"terms": (term("tlh=Hov"),)}, 'no facts are known of the language "tlh"'),
        ({"terms": (term("ko=\ud83d1"),)}, "half of a surrogate pair"),
    ],
)
def test_what_cannot_be_changed_is_named(change, message):
    with pytest.raises(GlossaryError, match=message) as raised:
        edited(**change)
    assert raised.value.file == FILE


def test_a_concept_that_is_not_there_is_named_with_its_nearest():
    with pytest.raises(GlossaryError, match=r'no concept "park"; the nearest is "park-mi-rae"'):
        edited(name="park", fields={"note": "n"})
    with pytest.raises(
        GlossaryError, match=r"people.toml:18: .* is a concept of this file already"
    ):
        added(PEOPLE, [Concept(id="park-mi-rae")], file=FILE)


@pytest.mark.parametrize("name", ["domain", "Wando", "", "완도", 'a"]\n[b'])
def test_no_id_breaks_a_file(name):
    with pytest.raises(GlossaryError):
        added(PEOPLE, [Concept(id=name)], file=FILE)


def test_what_is_no_toml_is_not_touched():
    with pytest.raises(GlossaryError, match=r"people.toml:2:.*no valid TOML"):
        added("[a]\nko = ?\n", [Concept(id="wando")], file=FILE)


def test_one_concept_is_added_to_five_thousand_in_linear_time(growth):
    people = [PEOPLE[PEOPLE.index("\n# Env") :].replace("liang", f"liang-{n}").replace(
        "park", f"park-{n}") for n in range(2500)]  # fmt: skip
    many, fewer = "".join(people), "".join(people[:312])

    def add(text: str) -> str:
        return added(text, [Concept(id="wando")], file=FILE)

    # Eight times the concepts; sixty-four times were quadratic.
    assert growth(lambda _: add(fewer), lambda _: add(many), 24) < 24
    new = add(many)
    assert new == f'{many}\n[wando]\nkind = "common"\n'
    assert len(load(new, file=FILE)) == 5001
