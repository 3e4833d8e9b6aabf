"""A translation as names are looked for in it: its words, and which of them are accounted for already."""

from collections.abc import Iterable, Iterator

from pipeline.names.common_words import is_common
from pipeline.names.english_words import SMALL_WORDS, EnglishText, EnglishWord, letters_of


class Target:
    """The words of a translation; what a name of the source explains is marked, so that no other name takes it."""

    def __init__(self, text: str) -> None:
        self.english = EnglishText(text)
        self.explained: set[int] = set()

    def mark(self, positions: Iterable[int]) -> None:
        """Mark words as accounted for."""
        self.explained.update(positions)

    def take(self, form: str) -> bool:
        """Mark every place where `form` stands; return whether there is one."""
        places = list(self.english.find(form))
        for first, behind in places:
            self.mark(range(first, behind))
        return bool(places)

    def take_all(self, forms: Iterable[str]) -> bool:
        """Mark every place where one of the forms stands; return whether there is one."""
        found = False
        for form in forms:
            found |= self.take(form)
        return found

    def open_names(self) -> Iterator[tuple[int, int, str]]:
        """Yield the words with a capital letter that nothing explains yet: first, behind the last, letters.

        Words joined by a hyphen or an apostrophe are also tried together: al-Fashir, Ching-te.
        """
        words = self.english.words
        for position, word in enumerate(words):
            if position in self.explained or not word.text[0].isalpha() or word.key in SMALL_WORDS:
                continue
            joined = position + 1 < len(words) and self._joined(word, words[position + 1])
            if joined and position + 1 not in self.explained and (word.capital or words[position + 1].capital):
                yield position, position + 2, letters_of(word.text + words[position + 1].text)
            if word.capital:
                yield position, position + 1, letters_of(word.text)

    def has_open_name(self) -> bool:
        """Say whether a word is still open that is no common word: what stands where another name should."""
        return any(not is_common(letters) for _, _, letters in self.open_names())

    def has_open_form(self, forms: Iterable[str]) -> bool:
        """Say whether one of the forms stands open, letter by letter as it is written: WHO is not who."""
        text = self.english.text
        for form in forms:
            if form in text:
                for first, behind in self.english.find(form):
                    if self.slice(self.span(first, behind)) == form and self.explained.isdisjoint(range(first, behind)):
                        return True
        return False

    def letters(self, first: int, behind: int) -> str:
        """Return the words from `first` up to `behind` in small letters without diacritics, joined."""
        return "".join(letters_of(word.text) for word in self.english.words[first:behind])

    def span(self, first: int, behind: int) -> tuple[int, int]:
        """Return the characters of the words from `first` up to `behind`."""
        return self.english.span(first, behind)

    def slice(self, span: tuple[int, int]) -> str:
        """Return the characters of a span."""
        return self.english.text[span[0] : span[1]]

    def _joined(self, word: EnglishWord, after: EnglishWord) -> bool:
        return self.english.text[word.end : after.start] in ("-", "'", "’", "‑")
