from collections.abc import Sequence

from pipeline.check.night_spellings import NightSpellings
from pipeline.records import Article, Brief, Finding, NameSpelling


def brief(identity: str, *spelled: tuple[str, str], findings: Sequence[Finding] = ()) -> Brief:
    article = Article(identity, f"{identity}.txt", "uk", 1.0, "", "", ())
    spellings = tuple(NameSpelling(n, name, english, (0, 5), (n, n + 5)) for n, (name, english) in enumerate(spelled))
    return Brief(article, (), findings=tuple(findings), spellings=spellings)


def said(*briefs: Brief) -> list[list[str]]:
    night = NightSpellings()
    for one in briefs:
        night.add(one)
    return [[finding.message for finding in night.findings(one)] for one in briefs]


def test_a_brief_that_spells_a_name_otherwise_than_most_is_told() -> None:
    most = brief("a", ("малкахі", "Mulcahy")), brief("b", ("малкахі", "Mulcahy"))
    odd = brief("c", ("малкахі", "Malkahi"), ("малкахі", "Malkahi"))
    mulcahy = NightSpellings()
    for one in (*most, odd):
        mulcahy.add(one)
    assert mulcahy.differing == 0  # three letters apart: two people, for all anyone knows

    odd = brief("c", ("малкахі", "Mulkahy"), ("малкахі", "Mulkahy"))
    assert said(*most, odd) == [[], [], ["Mulkahy is spelled Mulcahy in other articles of this night"]]


def test_case_forms_are_one_name() -> None:
    told = said(brief("a", ("гончаренко", "Honcharenko")), brief("b", ("гончаренком", "Goncharenko")))
    assert told == [[], ["Goncharenko is spelled Honcharenko in other articles of this night"]]


def test_many_mentions_in_one_brief_do_not_outvote_two_briefs() -> None:
    told = said(
        brief("a", *[("гончаренко", "Goncharenko")] * 5),
        brief("b", ("гончаренко", "Honcharenko")),
        brief("c", ("гончаренко", "Honcharenko")),
    )
    assert told == [["Goncharenko is spelled Honcharenko in other articles of this night"], [], []]


def test_a_man_and_a_woman_and_short_names_are_no_variants() -> None:
    assert said(brief("a", ("іванов", "Ivanov")), brief("b", ("іванова", "Ivanova"))) == [[], []]
    assert said(brief("a", ("лі", "Lee")), brief("b", ("лі", "Li"))) == [[], []]


def test_a_place_that_is_marked_for_its_name_gets_no_second_mark() -> None:
    mark = Finding("names", 0, "source says Гончаренко", "error", 0.8, (0, 5), (0, 5))
    told = said(brief("a", ("гончаренко", "Honcharenko")), brief("b", ("гончаренко", "Goncharenko"), findings=[mark]))
    assert told == [[], []]
