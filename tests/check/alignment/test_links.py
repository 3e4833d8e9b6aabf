import pytest

from pipeline.check.alignment.lexicon import english_key, english_stems, lexicon, ukrainian_key
from pipeline.check.alignment.links import find_words, link_words
from pipeline.check.alignment.sentences import dropped_sentences
from pipeline.check.alignment.sound import english_sound, sound_alike, ukrainian_sound
from pipeline.text.sentences import sentence_spans


def linked(source, target):
    links = link_words(source, target)
    return {
        word.folded: {links.target[partner].folded for partner in partners}
        for word, partners in zip(links.source, links.partners, strict=True)
        if partners is not None
    }


def test_the_lexicon_holds_stems_as_they_are_looked_up():
    assert len(lexicon()) > 5000
    assert all(len(ukrainian_key(stem)) <= len(stem) <= 6 for stem in lexicon())
    assert all(english_key(stem) for stem in english_stems())


@pytest.mark.parametrize(
    ("form", "other"), [("bombed", "bombing"), ("drones", "drone"), ("countries", "country"), ("ministers", "minister")]
)
def test_forms_of_an_english_word_share_a_stem(form, other):
    assert english_key(form) == english_key(other)


@pytest.mark.parametrize(
    ("ukrainian", "english"),
    [("шахедами", "shaheds"), ("гончаренка", "honcharenko"), ("президентові", "president"), ("харкова", "kharkiv")],
)
def test_names_and_loans_sound_alike(ukrainian, english):
    assert sound_alike(ukrainian_sound(ukrainian), english_sound(english))


@pytest.mark.parametrize(("ukrainian", "english"), [("вода", "water"), ("місто", "minister"), ("полтава", "poland")])
def test_other_words_do_not(ukrainian, english):
    assert not sound_alike(ukrainian_sound(ukrainian), english_sound(english))


def test_words_are_linked_by_lexicon_sound_and_digits():
    found = linked("Президент Гринчук збудував 14 мостів.", "President Hrynchuk has built 14 bridges.")
    assert found["президент"] == {"president"}
    assert found["гринчук"] == {"hrynchuk"}
    assert found["14"] == {"14"}
    assert found["мостів"] == {"bridges"}


def test_a_function_word_is_not_judged():
    assert "на" not in linked("Вода на столі.", "Water is on the table.")


def test_a_number_in_words_without_a_link_is_not_judged():
    assert "чотирнадцять" not in linked("Чотирнадцять мостів.", "14 bridges.")


def test_words_keep_their_places():
    text = "Об’єкт №5 — «Міст»"
    assert [text[word.start : word.end] for word in find_words(text, "uk")] == ["Об’єкт", "5", "Міст"]
    assert find_words(text, "uk")[0].folded == "об'єкт"


def dropped(source, target):
    return dropped_sentences(link_words(source, target), sentence_spans(source, "uk"), sentence_spans(target, "en"))


def test_sentences_without_a_place_in_the_translation_are_found():
    source = "Міст відкрили. Президент підписав закон. Дрони атакували порт."
    assert dropped(source, "The bridge was opened. The president signed the law. Drones attacked the port.") == []
    assert dropped(source, "The bridge was opened. Drones attacked the port.") == [1]
    assert dropped(source, "Drones attacked the port.") == [0, 1]
    assert dropped(source, "") == [0, 1, 2]
