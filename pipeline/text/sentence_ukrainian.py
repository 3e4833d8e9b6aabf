"""Where Ukrainian sentences end: LanguageTool's rules through tokenize_uk 2, and repairs for news.

Repaired: abbreviations that stand inside and at the end of sentences ("2024 р.", "24 лют.", "5 тис."), titles before
names ("ген. Залужний"), росія and москва in small letters, sentences that end in a number, brands ("Дія.Підпис").

Not done here: keeping quotations whole (`pipeline.text.sentences` does).
"""

import regex

from pipeline.text.morphology import is_verb

_LOOK_BACK = 300  # characters in which a verb is looked for; an average sentence has 110
_LONGEST_TOKEN = 40

# Stand before what they belong to: they end no sentence.
_BEFORE_NAMES = """
    м вул просп пр пл пров бул бульв буд кв корп смт ген полк підполк кап лейт серж адм проф акад доц канд інж ім св гр
    п пп тов див рис табл розд абз ред упоряд перекл тел зав заст нач дир деп т.зв зв наприкл ч вип вид стор с о т ст оз
    хут
"""
_PREFIXES = frozenset(_BEFORE_NAMES.split())
# A name or another noun can follow, and so can a new sentence: whether a verb has been seen decides.
_YEAR_AND_MONTHS = "р рр січ лют бер берез квіт трав черв лип серп верес жовт листоп груд"
_DATES = frozenset(_YEAR_AND_MONTHS.split())
_MEASURES_AND_CLOSERS = """
    тис млн млрд трлн грн коп дол долл год хв сек с г кг т м км см мм га л куб кв шт чол ос ст обл ін т.д т.п н.е д е
"""
_UNITS = frozenset(_MEASURES_AND_CLOSERS.split())
_ONLY_AFTER_NUMBER = _UNITS & _PREFIXES
_REST_OF_UNIT = {"дол": "США", "долл": "США", "грн": "ПДВ"}  # "600 млн дол. США": no sentence ends inside the amount
_OPENING_WORDS = """
    про після потім тепер також крім однак проте але та і й а він вона воно вони це цей ця ці цього того тоді тому
    водночас зокрема натомість нині зараз згодом раніше за згідно як якщо коли поки під час у в на до з із від для ще
    вже наразі нагадаємо ми я ви усі всі чи що хто
"""
_STARTERS = frozenset(_OPENING_WORDS.split())
_SMALL_LETTER_START = regex.compile(
    r"\s*(?:рос(?:ія|ії|ію|ією|іян\w*|ійськ\w+)|москв(?:а|и|і|у|ою)|московськ\w+|путін\w{0,3}|кремл\w{1,3}|рф|"
    r"міноборони рф|лавров\w{0,3}|пєсков\w{0,3}|медвєдєв\w{0,3}|шойгу|лукашенк\w{1,2})\b"
)
# Every rule, LanguageTool's too, cuts behind a mark like these or at a line break, if something follows.
_MAY_END = regex.compile(r"[.!?…]\S*(?:\s+\S|\p{Lu})|[\n\r\x0b\x0c\x85\u2028\u2029]")
_STOP = regex.compile(r"(?<![.!?…])[.!?…]++[»”\")\]]*+(?=\s)")
_NUMBER_OR_ABBREVIATION_STOP = regex.compile(r"(?<=[\d\p{L}])\.(?=\s+[«“\"]?\p{Lu}[\p{L}'’ʼ\s])")
_TOKEN = regex.compile(r"[^\s\"“”„«»()\[\]/—–]+$")
_NUMBER_BEFORE = regex.compile(r"(?:[\dIVXLІХ]|кв\.|куб\.|н\.)\s*$")
_CLAUSE_MARK = regex.compile(r"[,;:—–]\s")
_WORD = regex.compile(r"\p{L}+(?:['’ʼ]\p{L}+)*")
_BRANDS = frozenset({"дія", "прозорро"})


def ukrainian_cuts(text: str) -> list[int]:
    """Return the offsets at which a sentence of `text`, one paragraph, ends; the end of the text is not among them.

    Source: LanguageTool's segment.srx through tokenize_uk 2.
    """
    if not _MAY_END.search(text):
        return []
    from tokenize_uk import tokenize_sents_with_spans

    cuts = {end for _, _, end in tokenize_sents_with_spans(text)}
    cuts |= {match.end() for match in _STOP.finditer(text) if _SMALL_LETTER_START.match(text, match.end())}
    for match in _NUMBER_OR_ABBREVIATION_STOP.finditer(text):
        token = _token_before(text, match.start())
        if token[-1].isdigit() or token.lower() in _DATES | _UNITS:
            cuts.add(match.end())
    kept = [0]
    for cut in sorted(cuts):
        if cut < len(text) and _ends_sentence(text, kept[-1], cut):
            kept.append(cut)
    return kept[1:]


def _ends_sentence(text: str, start: int, cut: int) -> bool:
    if text[cut - 1] != ".":
        return True
    token = _token_before(text, cut - 1).lower()
    following = _WORD.search(text, cut, cut + _LONGEST_TOKEN)
    if following is not None and following.group() == _REST_OF_UNIT.get(token):
        return False
    if not text[cut].isspace():
        return token not in _BRANDS
    after_number = _NUMBER_BEFORE.search(text[max(0, cut - 10 - len(token)) : cut - 1 - len(token)]) is not None
    if token in _PREFIXES and not (token in _ONLY_AFTER_NUMBER and after_number):
        return False
    if token not in _DATES and token not in _UNITS:
        return True
    starter = following is not None and following.group().lower() in _STARTERS
    if token in _UNITS and starter:
        return True
    sentence = text[max(start, cut - _LOOK_BACK) : cut]
    if token in _DATES and not starter:
        sentence = _CLAUSE_MARK.split(sentence)[-1]
    return any(is_verb(word.lower()) for word in _WORD.findall(sentence))


def _token_before(text: str, position: int) -> str:
    found = _TOKEN.search(text[max(0, position - _LONGEST_TOKEN) : position])
    return found.group() if found else ""
