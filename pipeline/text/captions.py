"""Recognise what stands under pictures: captions that say whose the picture is, and credits alone.

A caption without a credit looks like any short line and is told by where it stands (`head`). A bare "(фото, відео)" at
the end of a line is no credit but the newsroom's tag at a headline: the tag goes, the line stays.
"""

import re

from pipeline.text.media import find_media, is_medium
from pipeline.text.morphology import is_verb
from pipeline.text.page import Line
from pipeline.text.shapes import is_headline, words_of

MAX_CAPTION_CHARACTERS = 450

_AGENCY = (
    r"(?:Getty(?: Images)?|AFP|Reuters|REUTERS|AP|Associated Press|EPA(?:-EFE)?|EFE|UPI|DPA|dpa|ANSA|Anadolu|Xinhua|"
    r"Depositphotos|Shutterstock|Unsplash|Pexels|Pixabay|iStock|Alamy|Bloomberg|NurPhoto|ZUMA|Sipa|Wikimedia|"
    r"Wikimedia Commons|УНІАН|УНИАН|Укрінформ|Ukrinform|UNIAN|УНН|РБК-Україна|Suspilne|Суспільне|LIGA\.net)"
)
_PICTURE = (
    r"(?:фото(?:графія|графії)?|світлин[аи]|знімок|скриншот|скріншот|колаж|ілюстрація|зображення|інфографіка|"
    r"photo(?:graph|s)?|image|picture|screenshot|illustration|(?:info)?graphic|collage|pictured)"
)
# Every caption has one of these; asking for them first keeps the long patterns off the other lines.
_HINT = re.compile(
    r"[/©]|фото|світлин|знім|скр[иі]ншот|колаж|ілюстра|зображ|інфограф|відео|photo|image|picture|screenshot|illustr|"
    r"graphic|collage|caption|credit|courtesy|video|стоп-кадр|\([^()]{1,60}\)\.?$",
    re.IGNORECASE,
)
_CREDIT_LINE = re.compile(
    rf"(?:архівне |ілюстративне |головне )?{_PICTURE}"
    r"(?: (?:of|by|via|from|credit|courtesy of|з|із|від|автора|надано))?\s?[:/©|—–-]\s?.{0,160}"
    rf"|{_PICTURE} (?:by|via|courtesy of|і?з відкритих джерел|і?з соцмереж|надано|ілюстративн[еа])\b.{{0,160}}"
    r"|(?:ілюстративн|архівн|символічн)\w{1,3} (?:фото|зображення|світлина|знімок|фотографія)\b.{0,200}"
    r"|(?:illustrative|file|archive|stock|representational) (?:photo|image|picture)\b.{0,300}"
    r"|(?:image |photo )?credits?\s?:\s?.{1,120}|courtesy of .{1,120}"
    r"|на (?:фото|знімку|світлині)\s?[:—–].{1,300}"
    r"|(?:кадр|скриншот|стоп-кадр) (?:із|з) відео\b.{0,100}"
    r"|(?:відео|video)\s?:\s?.{1,120}"
    r"|(?:автор(?:ка)? фото|(?:image|media|video) source),\s(?-i:[A-ZА-ЯІЇЄҐ])[^.!?]{1,100}"  # these two are the BBC's
    r"|(?:підпис до (?:фото|відео)|(?:image|media|video) caption),\s.{1,400}",
    re.IGNORECASE,
)
_CREDIT_AT_END = re.compile(
    rf"(?:"
    rf"\((?:[^()]{{0,80}}[/ ,©])?(?i:{_PICTURE})\s?[:/—–-]?[^()]{{0,100}}\)"  # (фото: ...), (photo by ...)
    rf"|\((?:[^()]{{0,80}}[/ ,|])?(?:via )?{_AGENCY}(?:[/ ,|][^()]{{0,60}})?\)"  # (X/AFP via Getty Images)
    rf"|\([^()]{{1,60}}/[^()]{{1,60}}\)"  # (X/Y), only ever a photographer and an agency at a line's end
    rf"|[.,/|©—–-]?\s(?i:фото|світлина|photo|photograph|image|credit)\s?:\s?[^.!?]{{2,80}}"
    rf"|[.,!?»\"”]\s(?:світлина|Світлина|Фото|Photo|Photograph)\s(?:by\s|via\s)?[^.!?]{{2,60}}"
    rf"|(?:\s|^)[\w.'’-]{{2,40}}\s?/\s?{_AGENCY}(?:/[\w '-]{{1,40}})?"  # Name/Reuters
    rf"|(?:\s|^){_AGENCY}(?: Photo)?\s?/\s?[\w.'’ -]{{2,40}}"  # REUTERS/Name
    rf"|\s?©\s?.{{2,80}}"
    rf"|(?:[.,/|–—-]\s?|^)(?i:{_PICTURE})\s(?i:by|via|прес|із|з|від)\b.{{2,60}}"  # / photo by ..., Illustration by ...
    rf"|,\s(?i:архівне|ілюстративне|archive|file|illustrative)\s(?i:фото|photo|image)"
    rf"|(?i:ілюстрація|illustration)\.\s[^.]{{2,60}}"
    rf")\.?$"
)
_NAME_AND_MEDIUM = re.compile(r"[A-ZА-ЯІЇЄҐ][\w'’-]{1,30} ?/ ?(?P<medium>[^/()]{2,40}?)\.?$")
_POST_CREDIT = re.compile(
    r"(?:facebook|instagram|telegram|twitter|youtube|tiktok|фейсбук|скриншот|кадр(?: із відео)?)\s?/\s?\S.{0,60}",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"\ball rights reserved\b|\bправа (?:захищ|застереж)", re.IGNORECASE)
_COPYRIGHT_YEAR = re.compile(
    r"(?:(?:©|\(c\)|copyright\b)\D{0,80}(?:19|20)\d\d\b|(?:19|20)\d\d(?: ?[–-] ?20\d\d)? ?(?:©|\(c\)))", re.IGNORECASE
)
_HEADLINE_LABEL = re.compile(r"(?:фото|відео|photos?|video)\s?:\s", re.IGNORECASE)
_PICTURE_SOURCE = re.compile(rf"[/|©]|\b{_AGENCY}\b")
_PICTURE_OWNER = re.compile(
    r"головн|обласн|державн|національн|прес|служб|управлінн|офіс|штаб|міністерств|поліці|архів|скр[иі]н|кадр|надан|соцмереж|"
    r"(?:з|із|від|from|via|by|courtesy|office|press|ministry|screenshot|facebook|telegram|instagram|youtube)\b",
    re.IGNORECASE,
)
_MIN_HEADLINE_WORDS = 4
_MAX_LINKING_WORD = 3  # characters: "Фото: Ганна Левчук та Іван Коваль" has no longer word in small letters
_TAG = r"(?:фото|відео|світлини|photos?|videos?)"
_PICTURE_TAG = re.compile(
    rf"(?<=\S)\s[(\[]{_TAG}(?:(?:,? | ?[,/+&] ?| (?:та|і|й|and) ){_TAG}){{0,2}}[)\]](?P<stop>\.?)$", re.IGNORECASE
)


def remove_captions(lines: list[Line]) -> None:
    """Mark the lines that are captions with a credit, or credits, and cut the tags that tell of pictures."""
    for line in lines:
        if not line.rule and is_caption(line.text):
            line.remove("photo caption")
        elif not line.rule and (end := end_without_picture_tag(line.text)) < len(line.text):
            line.cut(end, len(line.text), "picture tag")


def end_without_picture_tag(text: str) -> int:
    """Return where the tag "(фото)", "(ФОТО, ВІДЕО)", "(video)" at the end of `text` begins; its length without one."""
    tag = _PICTURE_TAG.search(text)
    return tag.start() if tag and not tag["stop"] else len(text)


def is_caption(text: str) -> bool:
    """Say whether `text` is a caption that names its picture's author, agency or kind."""
    if len(text) > MAX_CAPTION_CHARACTERS:
        return False
    if not _HINT.search(text) or _is_copyright_notice(text):
        return False
    if tag := _PICTURE_TAG.search(text):
        text = text[: tag.start()]
    if _CREDIT_LINE.fullmatch(text) or _POST_CREDIT.fullmatch(text) or _CREDIT_AT_END.search(text):
        return True
    credit = _NAME_AND_MEDIUM.search(text)
    return credit is not None and is_medium(credit["medium"])


def _is_copyright_notice(text: str) -> bool:
    """Say whether a page says so whose it is: "© 2025 AFP" under a picture names the agency that took it."""
    if _RIGHTS.search(text):
        return True
    return bool(_COPYRIGHT_YEAR.match(text)) and all(found.medium.home == "uk" for found in find_media(text))


def may_be_headline(text: str) -> bool:
    """Say whether a caption that begins "Фото:" or "Відео:" tells something instead of saying whose the picture is."""
    label = _HEADLINE_LABEL.match(text)
    if label is None or not is_headline(text) or _PICTURE_SOURCE.search(text):
        return False
    words = words_of(text[label.end() :])
    if _PICTURE_OWNER.match(text, label.end()) and not any(is_verb(word.lower()) for word in words):
        return False
    return len(words) >= _MIN_HEADLINE_WORDS and any(len(word) > _MAX_LINKING_WORD and word.islower() for word in words)
