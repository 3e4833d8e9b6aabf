"""Find an unrelated article's headline and deck glued to the end of the text without any label.

Evidence, all of it needed: the headline is long and has no full stop; nothing but its own deck follows; and the two
share few words with the article. How few depends on how they stand: below the site's tags or notices, or with the deck
glued under the headline where other paragraphs stand apart, they go unless they clearly belong; otherwise only if next
to nothing is shared.
"""

from collections.abc import Set

from pipeline.text.page import Line, kept, paragraphs_stand_apart
from pipeline.text.shapes import ends_sentence, is_headline, is_prose, words_of
from pipeline.text.stopwords import STOP_WORDS
from pipeline.text.tail import MIN_LINK_CHARACTERS, peel

_MIN_WORD_CHARACTERS = 3  # shorter ones count if they are acronyms
_STEM_CHARACTERS = 5  # enough to see through Ukrainian endings, short enough not to see through prefixes
# Of five real articles, the last six paragraphs share 0.16 to 0.67 with what stands above them (two of thirty less);
# of our parallel corpus, other articles' headlines and leads share at most 0.15 in 9 of 10 cases, 0.33 in 99 of 100.
_MAX_SHARED = 0.15
MAX_SHARED_IF_SET_OFF = 0.4
_FOOT_OF_THE_PAGE = frozenset({"tags", "copyright", "subscription", "error report", "support", "cookie notice"})
_MIN_ARTICLE_PARAGRAPHS = 2
_MIN_CUT_OFF_DECK_CHARACTERS = 100
_MAX_ITEMS = 10
_COMMON = STOP_WORDS["uk"] | STOP_WORDS["en"]


def remove_related_items(lines: list[Line], title: str) -> None:
    """Mark the headlines with decks that stand at the end of the text and are about something else."""
    for _ in range(_MAX_ITEMS):
        item = _last_item(lines, title)
        if not item:
            return
        for line in item:
            line.remove("related item")
        peel(lines)


def shared_words(text: str, article: Set[str]) -> float:
    """Return which share of the stems of `text` is among those of the article; 1 if it has none."""
    found = stems(text)
    return len(found & article) / len(found) if found else 1.0


def stems(text: str) -> set[str]:
    """Return the beginnings of the words of `text` that carry meaning, names and acronyms included."""
    words = (word for word in words_of(text) if len(word) > _MIN_WORD_CHARACTERS or word.isupper())
    return {word[:_STEM_CHARACTERS] for word in map(str.casefold, words) if word not in _COMMON}


def _last_item(page: list[Line], title: str) -> list[Line]:
    """Return the last headline and deck, if they are a related item; else nothing."""
    lines = kept(page)
    if len(lines) < _MIN_ARTICLE_PARAGRAPHS + 2:
        return []
    headline, deck = lines[-2:]
    if headline.bullet or len(headline.text) < MIN_LINK_CHARACTERS or not is_headline(headline.text):
        return []
    if not (is_prose(deck.text) or len(deck.text) >= _MIN_CUT_OFF_DECK_CHARACTERS):
        return []
    if sum(1 for line in lines[:-2] if is_prose(line.text)) < _MIN_ARTICLE_PARAGRAPHS:
        return []
    set_off = _is_set_off(page, headline, deck)
    if not set_off and ends_sentence(headline.text):
        return []  # "But will it help?" is a paragraph as often as a headline
    article = stems(" ".join([title, *(line.text for line in lines[:-2])]))
    shared = shared_words(f"{headline.text} {deck.text}", article)
    return [headline, deck] if shared <= (MAX_SHARED_IF_SET_OFF if set_off else _MAX_SHARED) else []


def _is_set_off(page: list[Line], headline: Line, deck: Line) -> bool:
    """Say whether the foot of the page begins above the headline, or the deck is glued to it as no paragraph is."""
    above = page[page.index(headline) - 1]
    glued = headline.gap and not deck.gap and paragraphs_stand_apart(kept(page))
    return glued or above.rule in _FOOT_OF_THE_PAGE
