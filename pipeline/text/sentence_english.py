"""Where English sentences end: rules for news.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number. After an abbreviation that can
end a sentence (U.S., p.m., Inc., Jr.), the next word decides: The, He, But ... begin one, a name does not.

Not done here: keeping quotations whole (`pipeline.text.sentences` does), sentences that begin in lower case.
"""

import regex

_STOP = regex.compile(r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<closing>[\"”’»)\]]*+)(?:(?P<space>\s)|(?=[\p{Lu}\"“]))")
_LAST_TOKEN = regex.compile(r"[^\s\"“”‘«»()\[\]/—–]+$")
_NEXT = regex.compile(r"[\"“‘«(\[—–\-\s…]*(?P<word>[\p{L}\p{N}$€£][\p{L}\p{N}'’\-]*)")
_BARELY_BEGUN = regex.compile(
    r"(?<![ap]\.m)[.!?][\"”]?\s+(?:\S+\s+){1,3}\S+$"
)  # "By 7:30 a.m. Ukrainian drones had ..."
_INITIALS = regex.compile(r"(?:\p{Lu}\.)*\p{Lu}")
_INITIAL = regex.compile(r"\s*\p{Lu}\.")
_OPENS_QUOTATION = regex.compile(r"[\"“‘«]")
_LOOK_BACK = 40  # characters; no abbreviation is longer
_LOOK_AHEAD = 80

# Stand before what they belong to: they end no sentence.
_BEFORE_NAMES = """
    mr mrs ms dr prof sen rep gov gen lt col maj capt sgt cpl pvt adm cmdr brig rev hon pres msgr fr mt ft messrs supt
    insp det vs e.g i.e cf viz approx al ed eds pp vol fig art sec id op
"""
_PREFIXES = frozenset(_BEFORE_NAMES.split())
# Stand before a number; before anything else they end a sentence only where one clearly begins.
_MONTHS_AND_NUMBERS = "jan feb mar apr jun jul aug sep sept oct nov dec no nos p ch"
_BEFORE_NUMBER = frozenset(_MONTHS_AND_NUMBERS.split())
# Can end a sentence, and stand before names.
_INSIDE_OR_AT_END = """
    u.s u.k u.n e.u u.a.e d.c u.s.a u.s.s.r n.y l.a a.m p.m a.d b.c ph.d m.d b.a m.a inc corp ltd co bros jr sr llc etc
    st ave blvd rd est dept univ
"""
_EITHER = frozenset(_INSIDE_OR_AT_END.split())
_STREETS = frozenset({"st", "ave", "blvd", "rd"})
_STREET_ADDRESS = regex.compile(r"\d+\w*(?:\s+\p{Lu}[\p{L}'’\-]*){1,3}\s+\p{Lu}\p{L}*\.$")
_CLOCK = frozenset({"a.m", "p.m"})
_AFTER_CLOCK = regex.compile(
    r"\s*(?:(?:[\p{Lu}][\p{L}.\-]*\s+){1,2}time\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|E[EDS]T\b|GMT\b|UTC\b|"
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z.]*\s+\d)"
)
_OPENING_WORDS = """
    the a an this that these those he she it they we i you his her its their our my your in on at by for from to with
    after before since during while when where as if but and or so yet however meanwhile also there here what who why
    how which according under over among amid some many most more all each both another other one two no not then now
    still only even despite although though because until unless about against between earlier later last next yesterday
    today tomorrow thus instead
"""
_STARTERS = frozenset(_OPENING_WORDS.split())
_ATTRIBUTION = regex.compile(
    r"\s*(?:\p{Lu}[\p{L}'’.\-]*\s+){1,4}(?:said|says|asked|asks|wrote|writes|added|adds|told|shouted|recalled|replied|"
    r"wondered|exclaimed|joked|noted)\b"
)


def english_cuts(text: str) -> list[int]:
    """Return the offsets at which a sentence of `text`, one paragraph, ends; the end of the text is not among them."""
    return [match.end("closing") for match in _STOP.finditer(text) if _ends_sentence(text, match)]


def _ends_sentence(text: str, match: regex.Match[str]) -> bool:
    end = match.end("closing")
    ahead = text[end : end + _LOOK_AHEAD]
    following = _NEXT.match(ahead)
    if following is None:
        return False
    word = following["word"]
    if word[0].islower() and not _is_brand(word):
        return False
    token = _token_before(text, match.start())
    if not match["space"]:
        return _is_glued_end(token, match["closing"], ahead)
    if match["stop"] != ".":
        return not (match["closing"] and _ATTRIBUTION.match(ahead))
    return not _is_abbreviation(text, match.start(), token, word, ahead, bool(match["closing"]))


def _is_abbreviation(text: str, position: int, token: str, word: str, ahead: str, closed: bool) -> bool:
    """Say whether the full stop at `position`, after `token` and before `word`, belongs to an abbreviation."""
    bare = token.lower()
    opens_quotation = _OPENS_QUOTATION.match(ahead.lstrip()) is not None and not closed
    starts_sentence = opens_quotation or (word.lower() in _STARTERS and not _INITIAL.match(ahead))
    if bare in _PREFIXES:
        return True
    if bare in _BEFORE_NUMBER:
        return word[0].isdigit() or not (starts_sentence or bare in {"no", "p"})
    if bare in _STREETS and _STREET_ADDRESS.search(text[max(0, position - _LOOK_BACK) : position + 1]):
        return False
    if bare in _CLOCK:
        behind = text[max(0, position - _LOOK_BACK) : position]
        return _AFTER_CLOCK.match(ahead) is not None or _BARELY_BEGUN.search(behind) is not None
    if bare in _EITHER or _INITIALS.fullmatch(token):
        return not starts_sentence
    return False


def _is_glued_end(token: str, closing: str, ahead: str) -> bool:
    """Say whether a sentence ends at a full stop with no space after it: "badly.On", but not "U.S.A" or "Diia.City"."""
    if "." in token or not (closing or (len(token) > 1 and token.isalpha() and token.islower())):
        return False
    return regex.match(r"[\"“«]?\p{Lu}(?:\p{Ll}|\s|['’])", ahead) is not None


def _is_brand(word: str) -> bool:
    """Say whether a word begins in lower case although it may begin a sentence: iPhone, eBay."""
    return len(word) > 2 and word[1].isupper()


def _token_before(text: str, position: int) -> str:
    found = _LAST_TOKEN.search(text[max(0, position - _LOOK_BACK) : position])
    return found.group() if found else ""
