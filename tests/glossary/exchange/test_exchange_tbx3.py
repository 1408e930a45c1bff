"""TBX version 3: what we write is valid TBX-Basic, and what strangers break is told."""

import pytest
from defusedxml.ElementTree import fromstring
from ferry import CONCEPTS, HARBOUR
from hypothesis import given, settings

from tongsa.glossary.exchange import FORMATS, Options, read
from tongsa.glossary.exchange.tbx_rules import CATEGORIES, CORE, MODULES, XML_ID, Rules
from tongsa.glossary.exchange.tree import walk

STYLES = {"tbx3": "dca", "tbx3-dct": "dct"}
PREFIXES = dict(MODULES)


def entries(data):
    found = []
    walk(data, file="f", parts={"conceptEntry"}, take=found.append)
    return found[1:]


def violations(data, style):
    parts = entries(data)
    ids = [part.attributes["id"] for part in parts]
    rules = Rules(style=style, prefixes=PREFIXES, ids=ids)
    return [what for part in parts for _, what in rules.violations(part)]


@pytest.mark.parametrize("name", STYLES)
@settings(max_examples=40)
@given(concepts=CONCEPTS)
def test_what_we_write_keeps_the_rules_of_tbx_basic(name, concepts):
    data = FORMATS[name].write(concepts, Options()).data
    assert violations(data, STYLES[name]) == []
    ids = [part.attributes["id"] for part in entries(data)]
    assert all(XML_ID.fullmatch(id_) for id_ in ids)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", STYLES)
def test_every_element_stands_in_the_namespace_that_its_style_asks_for(name):
    root = fromstring(FORMATS[name].write(HARBOUR, Options()).data)
    assert (root.tag, root.get("type")) == (f"{{{CORE}}}tbx", "TBX-Basic")
    assert root.get("style") == STYLES[name]
    spaces = {element.tag[1:].partition("}")[0] for element in root.iter()}
    assert spaces == ({CORE} if name == "tbx3" else {CORE, *MODULES.values()})
    if name == "tbx3-dct":
        body = root.iter(f"{{{CORE}}}body")
        assert not [e for part in body for e in part.iter() if "type" in e.attrib]


TEMPLATE = """<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>a stranger</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="c1">
{concept}
<langSec xml:lang="en">
{language}
<termSec>
<term>tide</term>
{term}
</termSec></langSec></conceptEntry></body></text></tbx>"""


@pytest.mark.parametrize(
    ("level", "said", "told"),
    [
        (
            "term",
            '<termNote type="administrativeStatus">preferred</termNote>',
            ':10: "administrativeStatus" is "preferred", which TBX-Basic does not list',
        ),
        (
            "term",
            '<termNote type="termType">transliteratedForm</termNote>',
            ':10: "termType" is "transliteratedForm", which TBX-Basic does not list',
        ),
        (
            "term",
            '<descrip type="subjectField">sea</descrip>',
            ':10: "subjectField" may not stand at the level of the term',
        ),
        (
            "language",
            '<descripGrp><descrip type="context">ebb</descrip></descripGrp>',
            ':7: "context" may not stand at the level of the language',
        ),
        (
            "concept",
            '<xref type="externalCrossReference" target="ftp://x">x</xref>',
            ':5: an outside reference points to "ftp://x", which is no address',
        ),
        (
            "concept",
            '<admin type="owner">me</admin>',
            ':5: TBX-Basic has no <admin> for "owner"',
        ),
        (
            "concept",
            '<termNote type="source">me</termNote>',
            ':5: TBX-Basic has no <termNote> for "source"',
        ),
    ],
)
def test_a_departure_from_the_rules_is_told_with_its_line(level, said, told):
    blank = dict.fromkeys(("concept", "language", "term"), "")
    found = read(TEMPLATE.format(**blank | {level: said}).encode(), file="s.tbx")
    assert f"s.tbx{told}" in found.losses
    assert found.concepts[0].terms[0].text == "tide"


def test_a_module_element_in_another_namespace_is_told():
    data = FORMATS["tbx3-dct"].write(HARBOUR, Options()).data
    swapped = data.replace(b"min:subjectField", b"basic:subjectField").replace(
        b"tongsa 0", b"somebody 0"
    )
    assert (
        's.tbx:12: "subjectField" belongs to the namespace http://www.tbxinfo.net/ns/min'
        in read(swapped, file="s.tbx").losses
    )


def test_parts_that_lack_what_they_must_hold_are_told():
    data = (
        '<tbx type="TBX-Basic" style="dca"><conceptEntry id="a"><langSec xml:lang="en">'
        "<termSec><note>n</note><term>x</term></termSec></langSec><langSec/></conceptEntry></tbx>"
    )
    assert violations(data.encode(), "dca") == [
        "<termSec> does not begin with its <term>",
        "<langSec> has no <termSec>",
        "<langSec> does not say its language",
    ]


def test_another_dialect_is_read_without_the_rules_of_this_one():
    data = TEMPLATE.replace("TBX-Basic", "TBX-Core").format(concept="", language="", term="")
    found = read(data.encode(), file="s.tbx")
    assert found.losses == ('s.tbx:1: the dialect "TBX-Core" is read as TBX-Basic',)


def test_a_reference_that_leads_nowhere_is_told_where_the_ids_are_known():
    data = TEMPLATE.format(
        concept='<ref type="crossReference" target="gone">x</ref>', language="", term=""
    )
    assert violations(data.encode(), "dca") == [
        'a reference points to "gone", which is not in the file'
    ]


def test_every_category_has_levels_and_a_module():
    assert all(category.levels and category.module in MODULES for category in CATEGORIES.values())
