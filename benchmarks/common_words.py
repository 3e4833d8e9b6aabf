"""Write the list of English words that are no names: what our parallel corpus writes in small letters.

    python benchmarks/common_words.py [--gold ../shared/gold]

The check of names asks it about words with a capital letter that nothing in the source explains: "Overnight" at the
beginning of a headline is no name, "Quantico" is one. Only articles with odd numbers are read; the others measure.
"""

import argparse
from pathlib import Path

import regex
from gold_pairs import GOLD, ROOT, gold_articles, pairs_of

from pipeline.names.english_words import letters_of

LIST = ROOT / "pipeline" / "names" / "common_words.txt"
TABLES = ("terms.tsv", "words.tsv", "military.tsv")

_SMALL_WORD = regex.compile(r"(?<![\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}])")


def small_words(gold: Path) -> set[str]:
    """Return the words written in small letters in odd articles and in the glossary tables."""
    found: set[str] = set()
    for pair in pairs_of(gold_articles(gold, odd=True)):
        found.update(map(letters_of, _SMALL_WORD.findall(pair.en)))
    for table in TABLES:
        for line in (gold / "lex" / table).read_text(encoding="utf-8").splitlines():
            found.update(map(letters_of, _SMALL_WORD.findall(line.split("\t")[0])))
    return found


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    words = sorted(small_words(parser.parse_args().gold))
    LIST.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{LIST.relative_to(ROOT)}: {len(words):,} words")


if __name__ == "__main__":
    main()
