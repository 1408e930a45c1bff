"""Checks that share a sieve see only the units that it lets through."""

from workbench import RULE, catalog, examiner, rule, unit

from tongsa.check.check import Hit, Sifted


def check(code: str, sieve, seen: list):
    """Return a check that notes what it sees, and finds the first letter of it."""

    def look(unit, _context):
        seen.append(unit.source)
        return [Hit(target_spans=((0, 1),))]

    return rule("", head=RULE.replace("TOWN1", code), look=Sifted(sieve, look))


def examine(*checks):
    """Return the codes found in a catalog of two units, with where they stand."""
    file = catalog(unit("It rains.", "비가 온다."), unit("It pours.", "비가 쏟아진다."))
    found = examiner(*checks).examine(file, "ko")
    return [(it.finding.code, it.finding.line) for it in found]


def test_a_unit_that_a_sieve_holds_back_is_not_looked_at():
    seen: list[str] = []
    found = examine(check("TOWN2", lambda unit, _context: "pours" in unit.source, seen))
    assert [code for code, _ in found] == ["TOWN2"]
    assert seen == ["It pours."]


def test_a_sieve_is_asked_once_for_all_checks_that_share_it():
    asked: list[str] = []

    def sieve(unit, _context):
        asked.append(unit.source)
        return "pours" in unit.source

    seen: list[str] = []
    found = examine(check("TOWN2", sieve, seen), check("TOWN3", sieve, seen))
    assert [code for code, _ in found] == ["TOWN2", "TOWN3"]
    assert asked == ["It rains.", "It pours."]
    assert seen == ["It pours."] * 2


def test_each_sieve_holds_back_its_own_checks():
    none: list[str] = []
    all_: list[str] = []
    nothing = check("TOWN2", lambda _unit, _context: False, none)
    everything = check("TOWN3", lambda _unit, _context: True, all_)
    assert [code for code, _ in examine(nothing, everything)] == ["TOWN3", "TOWN3"]
    assert none == []
    assert all_ == ["It rains.", "It pours."]


def test_a_sieve_that_fails_holds_nothing_back():
    def sieve(_unit, _context):
        raise ValueError("torn")

    seen: list[str] = []
    examine(check("TOWN2", sieve, seen))
    assert seen == ["It rains.", "It pours."]
