"""Recognise what stands under pictures: captions that say whose the picture is, and credits alone.

A caption without a credit looks like any short line and is told by where it stands (`head`).
"""

import re

from pipeline.text.media import is_medium
from pipeline.text.page import Line

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
    r"graphic|collage|credit|courtesy|video|стоп-кадр|\([^()]{1,60}\)\.?$",
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
    r"|(?:відео|video)\s?:\s?.{1,120}",
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


def remove_captions(lines: list[Line]) -> None:
    """Mark the lines that are captions with a credit, or credits."""
    for line in lines:
        if not line.rule and is_caption(line.text):
            line.remove("photo caption")


def is_caption(text: str) -> bool:
    """Say whether `text` is a caption that names its picture's author, agency or kind."""
    if len(text) > MAX_CAPTION_CHARACTERS:
        return False
    if not _HINT.search(text):
        return False
    if _CREDIT_LINE.fullmatch(text) or _POST_CREDIT.fullmatch(text) or _CREDIT_AT_END.search(text):
        return True
    credit = _NAME_AND_MEDIUM.search(text)
    return credit is not None and is_medium(credit["medium"])
