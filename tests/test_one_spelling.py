from dataclasses import replace
from pathlib import Path

from pipeline.one_spelling import mark_spellings
from pipeline.records import Article, Brief, NameSpelling, Sentence, Translation
from pipeline.render.markdown import brief_markdown
from pipeline.render.records_json import article_to_json, brief_from_json, brief_to_json
from pipeline.store.ledger import Ledger


def test_a_name_is_marked_where_another_brief_has_it_otherwise_and_once_however_often_it_is_done(
    tmp_path: Path,
) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        briefs = [brief(number, name) for number, name in enumerate(("Honcharenko", "Goncharenko", "Honcharenko"))]
        ledger.add_read([(one.article.source, article_to_json(one.article)) for one in briefs])
        ledger.add_briefs([(number, brief_to_json(one)) for number, one in enumerate(briefs)])
        assert mark_spellings(ledger) == 1
        marked = list(ledger.briefs())
        assert mark_spellings(ledger) == 1
        assert list(ledger.briefs()) == marked
    first, second, third = map(brief_from_json, marked)
    assert (first, third) == (briefs[0], briefs[2])
    (finding,) = second.findings
    assert second.translations[0].text[slice(*finding.target_span or ())] == "Goncharenko"
    assert "Goncharenko is spelled Honcharenko in other articles of this night" in brief_markdown(second)
    assert replace(second, findings=()) == briefs[1]


def brief(number: int, name: str) -> Brief:
    text = "Гончаренко прийшов."
    article = Article(f"{number:016}", f"{number}.txt", "uk", 1.0, text, "", ())
    sentence = Sentence(0, text, 0, len(text), 0, "title")
    spelling = NameSpelling(0, "гончаренко", name, (0, 10), (0, len(name)))
    translation = Translation(0, f"{name} came.", "model")
    return Brief(article, (sentence,), (translation,), spellings=(spelling,))
