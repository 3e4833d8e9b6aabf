"""Translation memories: TMX 1.4, one unit after another, however large the file is."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from pipeline.corpus.opening import plain_stem
from pipeline.corpus.pair import Malformed, Pair
from pipeline.errors import InputError
from pipeline.line_files import open_bytes, readable

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES_OF_A_PROGRAM = frozenset({"bpt", "ept", "it", "ph", "ut"})  # formatting of the document, not its text


def read_tmx(path: Path) -> Iterator[Pair | Malformed]:
    """Yield the Ukrainian and English of each unit; a unit in other languages only is passed over.

    Source: TMX 1.4b, LISA OSCAR, 2005.
    Raises: InputError if the file cannot be read or is not XML.
    """
    number = 0
    around: list[ET.Element] = []
    try:
        with readable(path), open_bytes(path) as file:
            for event, element in ET.iterparse(file, events=("start", "end")):
                if event == "start":
                    around.append(element)
                    continue
                around.pop()
                if _name(element) != "tu":
                    continue
                number += 1
                found = _unit(element, plain_stem(path), f"{path}:unit {number}")
                if around:
                    around[-1].remove(element)  # cleared only, an empty element for each unit would stay
                if found:
                    yield found
    except (ET.ParseError, LookupError, ValueError, RecursionError) as error:  # unknown encodings are the middle two
        raise InputError(f"{path}: expected TMX, found XML that is broken ({error}).") from error
    if not number:
        raise InputError(f"{path}: expected TMX with <tu> elements, found none.")


def _unit(element: ET.Element, corpus: str, place: str) -> Pair | Malformed | None:
    texts: dict[str, str] = {}
    for variant in element.iter():
        if _name(variant) != "tuv":
            continue
        language = (variant.get(_LANGUAGE) or variant.get("lang") or "").lower().partition("-")[0]
        segment = next((child for child in variant if _name(child) == "seg"), None)
        if segment is not None:
            texts.setdefault(language, " ".join("".join(_text(segment)).split()))
    if "uk" not in texts or "en" not in texts:
        return None
    if not texts["uk"] or not texts["en"]:
        return Malformed(place, "text in both languages", "an empty <seg>")
    return Pair(texts["uk"], texts["en"], corpus, place)


def _text(element: ET.Element) -> Iterator[str]:
    if _name(element) not in _CODES_OF_A_PROGRAM:
        yield element.text or ""
        for child in element:
            yield from _text(child)
            yield child.tail or ""


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
