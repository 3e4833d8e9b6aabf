"""What each field of briefs.jsonl means, in words, and how these words get into its JSON Schema."""

from typing import Any

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "A line of briefs.jsonl: one article as Tezy understood, translated and summarized it"

LANGUAGE = "uk, en, ru, or und where undecided"
FIELDS: dict[str, dict[str, str]] = {
    "Brief": {
        "article": "The article as understood.",
        "sentences": "Its sentences in reading order; the place of a sentence here is its id everywhere else.",
        "translations": "One for each sentence, in the same order; empty for an article that is in English already.",
        "key_points": "In the article's own language and in English, each list in order.",
        "findings": "What the checks saw.",
        "reference": "What the article's key points were scored against; null where there was nothing.",
        "scores": "Scores of this article's key points against that reference, of every system.",
    },
    "Article": {
        "id": "Sixteen hexadecimal digits: a hash of source and text, the same for the same article every night.",
        "source": "Where it was found: a file, or a file and the number of the record in it (wire.jsonl#3).",
        "language": LANGUAGE,
        "language_confidence": "From 0 to 1.",
        "title": "The headline; empty if the article has none.",
        "lead": "The first paragraph or deck; empty if none was told apart.",
        "body": "What follows the lead: paragraphs, headings and list items in order.",
        "key_points": "Key points that the site itself printed. No summarizer saw them.",
        "outlet": "Who published it; empty if unknown.",
        "cited_source": "The medium that the article retells; empty if none.",
        "date": "ISO 8601, a day or a moment with its offset; empty if unknown.",
        "url": "Its address; empty if unknown.",
        "removed": "What cleaning took out.",
    },
    "Block": {"kind": "paragraph, heading or item (of a list)", "text": "Plain text."},
    "Removed": {"text": "The piece of text.", "rule": "The rule that took it out."},
    "Sentence": {
        "index": "From 0 through the article; the id of the sentence.",
        "text": "The sentence.",
        "start": "Where it starts in the cleaned article, in characters: title, lead and body blocks joined by \\n\\n.",
        "end": "Where it ends, exclusive.",
        "block": "Which part it stands in, from 0: title and lead, if there are any, and the body blocks.",
        "role": "What that part is.",
    },
    "Translation": {
        "sentence": "The index of the sentence.",
        "text": "The sentence in English.",
        "origin": "model: translated, tonight or before; passed: nothing to translate (a number, a Latin name).",
    },
    "KeyPoint": {
        "text": "One self-contained sentence.",
        "language": LANGUAGE,
        "sentences": "Indices of the sentences that support it.",
    },
    "Finding": {
        "check": "Which check saw it.",
        "sentence": "The index of the sentence it is about.",
        "message": "What it saw, for people.",
        "severity": "error, warning or note",
        "confidence": "From 0 to 1.",
        "source_span": "Where in the sentence: start and exclusive end, in characters; null if nowhere in particular.",
        "target_span": "Where in its translation, likewise.",
        "action": "marked: left as it is and marked; repaired: mended, and marked for the eye.",
        "key_point": "The index of the key point that the finding is about; target_span lies in its text. Else null.",
    },
    "Score": {
        "metric": "rouge1, rouge2, rougeL or rougeLsum",
        "value": "F1 from 0 to 1.",
        "n": "Over how many articles; 1 here.",
        "signature": "Everything needed to compute it again.",
        "system": "Whose key points: the run's summarizer, or a baseline.",
        "low": "Lower end of the 95% interval of a mean; null here.",
        "high": "Upper end; null here.",
        "language": "The language of the key points and the reference.",
        "reference": "What they were compared with; null if unknown.",
    },
}


def describe(schema: dict[str, Any]) -> dict[str, object]:
    """Add the words to the schema that pydantic makes of `Brief`, and say that every field is always there."""
    definitions = dict(sorted(schema.pop("$defs").items()))
    _describe_record("Brief", schema)
    for name, definition in definitions.items():
        _describe_record(name, definition)
    return {"$schema": DIALECT, **schema, "title": TITLE, "$defs": definitions}


def _describe_record(name: str, definition: dict[str, Any]) -> None:
    definition["description"] = " ".join(definition["description"].split())
    for field, stated in definition["properties"].items():
        stated.pop("title", None)
        stated.pop("default", None)
        stated["description"] = FIELDS[name][field]
    definition["required"] = list(definition["properties"])
    definition["additionalProperties"] = False
