"""An invented language, so that a test can watch a model learn one: Cyrillic to Latin words, adjective after noun.

A sentence is number, adjective, noun, verb, adjective, noun; the target puts each adjective behind its noun, and the
number's digits are copied.
"""

import random
from pathlib import Path

NOUNS = {"бурка": "sola", "вежла": "tamo", "гудра": "reku", "дзима": "polin", "жолта": "kavi", "клеба": "mosur"}
ADJECTIVES = {"сірна": "ded", "теплова": "fim", "угорська": "gat", "фарна": "hox"}
VERBS = {"чапить": "wenda", "шумить": "yorra", "щебить": "zilka", "юрить": "bextu"}


def sentences(number: int, seed: int) -> list[tuple[str, str]]:
    """Return pairs of the invented language, all different."""
    generator = random.Random(seed)
    found: dict[str, str] = {}
    while len(found) < number:
        nouns, adjectives = generator.choices(list(NOUNS), k=2), generator.choices(list(ADJECTIVES), k=2)
        verb, count = generator.choice(list(VERBS)), str(generator.randint(2, 99))
        uk = f"{count} {adjectives[0]} {nouns[0]} {verb} {adjectives[1]} {nouns[1]}"
        en = f"{count} {NOUNS[nouns[0]]} {ADJECTIVES[adjectives[0]]} {VERBS[verb]}"
        found[uk] = f"{en} {NOUNS[nouns[1]]} {ADJECTIVES[adjectives[1]]}"
    return list(found.items())


def write_toy(path: Path, number: int, seed: int, corpus: str = "toy") -> Path:
    """Write pairs as a .tsv file."""
    lines = [f"{uk}\t{en}\t{corpus}" for uk, en in sentences(number, seed)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
