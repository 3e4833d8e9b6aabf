"""Pairs of our own for the corpus tests."""

from pathlib import Path

from pipeline.corpus.pair import Pair

PLACES = ["Києві", "Львові", "Одесі", "Харкові", "Дніпрі", "Полтаві", "Чернігові", "Луцьку", "Рівному", "Сумах"]
TOWNS = ["Kyiv", "Lviv", "Odesa", "Kharkiv", "Dnipro", "Poltava", "Chernihiv", "Lutsk", "Rivne", "Sumy"]


def pairs(number: int, corpus: str = "news") -> list[Pair]:
    """Return pairs that are right, each of another length and with another number."""
    made = []
    for index in range(number):
        count, more = 100 + 7 * index, index % 5
        uk = f"У {PLACES[index % 10]} за добу зафіксували {count} звернень до служби порятунку"
        en = f"In {TOWNS[index % 10]}, {count} calls to the rescue service were recorded over the day"
        uk += ", і це більше, ніж торік у цей самий день" * more
        en += ", which is more than on the same day last year" * more
        made.append(Pair(uk + ".", en + ".", corpus, f"made:{index}"))
    return made


def write_tsv(path: Path, rows: list[Pair]) -> Path:
    """Write pairs as a .tsv of three columns."""
    path.write_text("".join(f"{row.uk}\t{row.en}\t{row.corpus}\n" for row in rows), encoding="utf-8")
    return path
