"""Turn the raw text of a scraped page into an article; the whole flow on one page.

Each step is a module of its own and marks what it takes out with the name of its rule, so that every piece of the page
ends in the article or in `Article.removed`. Nothing is written anew: what differs from the page is its characters
(`normalise`) and the typography that scraping broke (`repairs`). What the document itself states (title, lead, key
points, outlet, date) wins over what the page seems to say.
"""

from pipeline.errors import ArticleError
from pipeline.records import Article, Block, Language, RawDocument, Removed
from pipeline.text.blocks import read_body, take_lead
from pipeline.text.captions import remove_captions
from pipeline.text.citations import find_citations, outlet_in_furniture, take_source
from pipeline.text.date_lines import take_date
from pipeline.text.dateline import take_dateline
from pipeline.text.dates import parse_date
from pipeline.text.furniture import remove_furniture
from pipeline.text.head import has_text, mark_ticker, take_title
from pipeline.text.language import detect_language
from pipeline.text.media import medium_of_url
from pipeline.text.normalise import normalise
from pipeline.text.own_key_points import take_key_points
from pipeline.text.page import Line, kept, read_lines, removals
from pipeline.text.related import remove_related_items
from pipeline.text.repairs import repair_paragraphs
from pipeline.text.tail import cut_tail

_MIN_SHARE_OF_LETTERS = 0.4  # of all characters but spaces; tables of figures still have more
_STATED_DATE_CHARACTERS = 80
_UNDECIDED: Language = "und"
_STATED_LANGUAGES: dict[str, Language] = {"uk": "uk", "ua": "uk", "en": "en", "ru": "ru"}


def clean(document: RawDocument) -> Article:
    """Return the article that `document` holds.

    Raises: ArticleError if there is no text, if it is not text, or if nothing but furniture is left of it.
    """
    page = read_lines(_checked(document))
    lines = list(page)

    date = take_date(lines)
    source = take_source(lines)
    remove_captions(lines)
    remove_furniture(lines)
    mark_ticker(lines)
    cut_tail(lines)
    key_points = take_key_points(lines)
    if not has_text(kept(lines)) and not document.lead:
        raise _no_text(page)
    title = take_title(lines, _one_line(document.title))
    remove_related_items(lines, title)
    dateline_outlet = take_dateline(kept(lines))
    lead = take_lead(lines, _one_line(document.lead))
    lead, body = _mend(lead, read_body(lines, lead))
    if not lead and not body:
        raise _no_text(page)

    removed = tuple(removals(page))
    if stated_points := tuple(filter(None, (_one_line(point) for point in document.key_points))):
        removed += tuple(Removed(point, "key points stated elsewhere") for point in key_points)
    outlet = (
        _one_line(document.outlet) or medium_of_url(document.url) or dateline_outlet or outlet_in_furniture(removed)
    )
    outlet, cited = find_citations(title, (lead, *(block.text for block in body)), outlet)
    language, confidence = _language(document.language, lead, body)
    return Article(
        id=document.id,
        source=document.source,
        language=language,
        language_confidence=confidence,
        title=repair_paragraphs([title])[0],
        lead=lead,
        body=tuple(body),
        key_points=tuple(repair_paragraphs([point])[0] for point in stated_points or key_points),
        outlet=outlet,
        cited_source=source or cited,
        date=parse_date(document.date[:_STATED_DATE_CHARACTERS]) or date,
        url=document.url,
        removed=removed,
    )


def _checked(document: RawDocument) -> str:
    """Return the document's text with regular characters.

    Raises: ArticleError if it is empty or mostly something else than letters.
    """
    text = normalise(document.text)
    if not text and not document.lead.strip():
        raise ArticleError("the article is empty.", "Give a file with text in it, or leave this one out.")
    visible = len(text) - sum(map(str.isspace, text))
    letters = sum(map(str.isalpha, text))
    if letters < _MIN_SHARE_OF_LETTERS * visible:
        raise ArticleError(
            f"expected text, found {100 * letters // visible}% letters among {visible} characters.",
            "If this is a document or an archive, extract its text first.",
        )
    return text


def _no_text(page: list[Line]) -> ArticleError:
    return ArticleError(
        f"no running text is left after cleaning: {len(page)} lines, all of them headlines or furniture.",
        "Give the article's own page, or its text with whole sentences.",
    )


def _mend(lead: str, body: list[Block]) -> tuple[str, list[Block]]:
    """Repair the typography of lead and body, which may cross from one paragraph to the next."""
    mended = repair_paragraphs([lead, *(block.text for block in body)])
    blocks = (Block(block.kind, text) for block, text in zip(body, mended[1:], strict=True))
    return mended[0], [block for block in blocks if block.text]


def _language(stated: str, lead: str, body: list[Block]) -> tuple[Language, float]:
    """Detect the language; what the document states only decides where the text does not."""
    language, confidence = detect_language("\n".join([lead, *(block.text for block in body)]))
    if language == _UNDECIDED:
        language = _STATED_LANGUAGES.get(stated.strip().casefold()[:2], _UNDECIDED)
    return language, confidence


def _one_line(stated: str) -> str:
    return normalise(stated).replace("\n", " ")
