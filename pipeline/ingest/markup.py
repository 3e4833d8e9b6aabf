"""HTML as a stream of tags, read once from left to right: for text without a tree, and for pages made to break one.

Neither nests nor backtracks: its time grows with the page's length, whatever the page holds. Not a parser: elements
are not matched with their ends.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
# The rest of a tag to its >, passing over those in quoted values. A value whose closing mark is not followed by space,
# /> or > was left open, and its "closing" mark opens a value of the next tag: its own is read as any character.
_REST = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"(?=\s|/?>)|'[^']*+'(?=\s|/?>))?+)*+>""")
_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "textarea")
)
_RAW = frozenset({"script", "style"})  # inside these, only their own end is a tag
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_NAMES.split())
_SELF_CLOSING = frozenset({"p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody"})
_BLOCK_NAMES = """
    address article aside blockquote br body dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li
    main nav ol p pre section table td th title tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
_NOT_AN_ELEMENT = "!"
BULLET = "• "


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a page is: elements it opens, how deep they nest (those whose end may be left out not counted), and
    how many inline ones follow one another with no block between.
    """

    elements: int
    depth: int
    inline_run: int


def shape(page: str) -> Shape:
    """Measure a page."""
    elements = depth = deepest = run = longest_run = 0
    for _, closing, name in _tags(page, quoted=False):  # a parser may disagree about what is quoted: count all
        if name in _BLOCKS:
            run = 0
        elif not closing:
            run += 1
            longest_run = max(longest_run, run)
        if name in _VOID or name in _SELF_CLOSING or name == _NOT_AN_ELEMENT:
            elements += not closing
        elif closing:
            depth = max(0, depth - 1)
        else:
            elements, depth = elements + 1, depth + 1
            deepest = max(deepest, depth)
    return Shape(elements, deepest, longest_run)


def plain_text(markup: str) -> str:
    """Return the text of a page or of a piece of one: a paragraph a line, a blank line between, list items with •.

    Scripts, styles, the head and comments are left out; entities are decoded.

    Example: plain_text("<p>Перше &amp; друге</p><ul><li>раз</li></ul>") == "Перше & друге\\n\\n• раз".
    """
    lines: list[str] = []
    current: list[str] = []
    hidden, position = "", 0
    for (start, end), closing, name in _tags(markup):
        if not hidden:
            current.append(markup[position:start])
        position = end
        if hidden:
            hidden = "" if (closing and name == hidden) or name == "body" else hidden
        elif name in _UNSEEN and not closing:
            hidden = name
        elif name in _BLOCKS:
            _end_line(lines, current)
            if name == "li" and not closing:
                current.append(BULLET)
    if not hidden:
        current.append(markup[position:])
    _end_line(lines, current)
    return "\n\n".join(lines)


def _end_line(lines: list[str], pieces: list[str]) -> None:
    text = _SPACE.sub(" ", html.unescape("".join(pieces))).strip()
    if text and text != BULLET.strip():
        lines.append(text)
    pieces.clear()


def _tags(page: str, *, quoted: bool = True) -> Iterator[tuple[tuple[int, int], bool, str]]:
    """Yield (start, end), whether it is an end, and the name of every tag; `!` for a comment.

    A > in a `quoted` value does not end a tag, up to the first tag that would so have no end: what is read to the end
    of the page in vain is read once.
    """
    position = 0
    while (start := page.find("<", position)) >= 0:
        if page.startswith("<!--", start):
            end = page.find("-->", start + 4)
            position = len(page) if end < 0 else end + 3
            yield (start, position), True, _NOT_AN_ELEMENT
            continue
        found = _TAG.match(page, start)
        if found is None and not page.startswith(("<!", "<?"), start):
            position = start + 1
            continue
        rest = _REST.match(page, found.end()) if found and quoted else None
        quoted = quoted and (rest is not None or found is None)
        position = rest.end() if rest else (page.find(">", start) + 1 or len(page))
        name = found[2].lower() if found else _NOT_AN_ELEMENT
        closing = found is None or found[1] == "/"
        yield (start, position), closing, name
        if name in _RAW and not closing:
            position = _raw_end(page, name, position)


def _raw_end(page: str, name: str, position: int) -> int:
    """Return where the end tag of a script or style begins; the end of the page if there is none."""
    end = re.compile(f"</{name}", re.IGNORECASE).search(page, position)
    return end.start() if end else len(page)
