from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.check.sentence_checks import GRAVITY, check_sentence
from pipeline.corpus.gold import read_articles
from pipeline.names.entry import Entry
from pipeline.names.glossary import Glossary

GOLD = Path(__file__).parents[2] / "../shared/gold/news"
GLOSSARY = Glossary((Entry("Kyiv", "Київ", ("Києва", "Києві"), kind="place", avoid=("Kiev",)),))
PIECES = st.sampled_from(
    [*"«»„“”\"'’—–-.,!?:;5%№$ \n\t\x00\u200b\ufffd", "не ", "ніхто", "not ", "n't", "Київ", "Kyiv "]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join))


def test_every_kind_of_check_is_run():
    source = "У Києві «шість» разів не горіло, а 14 мостів, які збудували торік за гроші громади, стоять."
    target = "In Kiev it burned six times with the 15 bridges the 15 bridges лосось."
    found = {finding.check for finding in check_sentence(7, source, target, GLOSSARY)}
    assert found == {"names", "quotations", "negation", "numbers", "loops", "script", "coverage"}


def test_findings_carry_the_sentence_and_come_gravest_first():
    findings = check_sentence(7, "Він не побачив 14 мостів.", "He saw 15 bridges.")
    assert {finding.sentence for finding in findings} == {7}
    assert [GRAVITY[finding.severity] for finding in findings] == sorted(GRAVITY[f.severity] for f in findings)


@pytest.mark.parametrize("target", ["", "Президент не подписал 14 законов.", "Президент не підписав 14 законів."])
def test_where_there_is_no_english_nothing_else_is_said(target):
    (finding,) = check_sentence(0, "Президент не підписав 14 законів.", target, GLOSSARY)
    assert finding.severity == "error"


@given(TEXTS, TEXTS)
@settings(max_examples=300, deadline=None)
def test_no_text_makes_a_check_raise_and_every_span_lies_in_its_text(source, target):
    for finding in check_sentence(0, source, target, GLOSSARY):
        assert finding.message
        assert 0 < finding.confidence <= 1
        for span, text in ((finding.source_span, source), (finding.target_span, target)):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)


@pytest.mark.skipif(not GOLD.is_dir(), reason="our parallel corpus is not here")
def test_few_clean_pairs_of_our_corpus_raise_anything():
    articles = [article for path in sorted(GOLD.glob("*.txt")) for article in read_articles(path) if article.held_out]
    pairs = [pair for article in articles[:30] for pair in article.text]
    raised = sum(bool(check_sentence(0, pair.uk, pair.en)) for pair in pairs)
    assert raised / len(pairs) < 0.05
