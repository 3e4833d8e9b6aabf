"""What each field of briefs.jsonl and stories.jsonl means, in words, and how these words get into its JSON Schema."""

from typing import Any

DIALECT = "https://json-schema.org/draft/2020-12/schema"
BRIEF_TITLE = "A line of briefs.jsonl: one article as Tezy understood, translated and summarized it"
STORY_TITLE = "A line of stories.jsonl: one event as all its sources tell it"

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
        "spellings": "How the translation spells the names that no glossary has.",
    },
    "NameSpelling": {
        "sentence": "The index of the sentence.",
        "name": "A word of the name as the sentence has it, in small letters.",
        "english": "How the translation spells it.",
        "source_span": "Where in the sentence: start and exclusive end, in characters.",
        "target_span": "Where in its translation, likewise.",
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
    "Story": {
        "id": "Twelve hexadecimal digits, the same as long as the story goes on from night to night.",
        "english_headline": "That of an English outlet if there is one, else a translation.",
        "ukrainian_headline": "That of a Ukrainian outlet; empty if there is none.",
        "section": "The name of the configuration's section; empty if none fits.",
        "day": "1 on its first night.",
        "since": "Its first night, ISO 8601.",
        "before": "The English headline under which it was last told; empty on the first night.",
        "importance": "The sum of value times weight over the reasons; the digest's order.",
        "reasons": "What makes it important.",
        "articles": "The articles shown, the most telling first.",
        "points": "Key points of the story.",
        "differences": "Where sources disagree.",
        "timeline": "What happened on which day, in order.",
        "brief": "120 to 250 words of English in the order of a newspaper.",
        "related": "Other stories of the night on the same matter, the nearest first.",
    },
    "Reason": {
        "kind": "sources: independent ones; recency; prominence: names of the glossary; topics: those of the desk.",
        "value": "What was counted, on a scale.",
        "weight": "What it counts, from the configuration.",
        "detail": "What was counted, in words: sources, a day, names, topics.",
    },
    "StoryArticle": {
        "id": "The article's id in briefs.jsonl.",
        "outlet": "Who published it; the file where nobody is named.",
        "language": LANGUAGE,
        "date": "ISO 8601; empty if unknown.",
        "cited_source": "The medium that it retells; empty if none.",
        "url": "Its address; empty if unknown.",
        "folded": "Ids of reprints and earlier versions of it.",
    },
    "StoryPoint": {
        "english": "In English.",
        "ukrainian": "In Ukrainian; empty if no Ukrainian source says it.",
        "sources": "The sentence in each source that says it, the point's own first.",
        "to_check": "How many marks someone should look at the English has; 0 if none.",
    },
    "Place": {"article": "An article's id.", "sentence": "The index of a sentence of it."},
    "Difference": {
        "kind": "number, date, or name (a spelling).",
        "about": "On what, in English words; may be empty.",
        "claims": "What each source has.",
    },
    "Claim": {
        "text": "As the source has it, in its language; of a date ISO 8601; empty if it gives none.",
        "source": "Where.",
    },
    "Moment": {
        "day": "ISO 8601.",
        "english": "The sentence that tells of it, in English.",
        "ukrainian": "The same as its Ukrainian source has it; empty if the source is English.",
        "source": "Where.",
    },
    "Passage": {
        "english": "A sentence in English.",
        "ukrainian": "The sentence itself if its source is Ukrainian; else empty.",
        "source": "Where it stands.",
        "to_check": "How many marks someone should look at it has; 0 if none.",
    },
    "StoryLink": {
        "id": "The other story's id.",
        "english": "Its English headline.",
        "ukrainian": "Its Ukrainian headline; may be empty.",
        "order": "later: all its reports came after every day of this story; earlier: the other way round; else empty.",
    },
}


def describe(schema: dict[str, Any], title: str) -> dict[str, object]:
    """Add the words to the schema that pydantic makes of a record, and say that every field is always there."""
    definitions = dict(sorted(schema.pop("$defs").items()))
    _describe_record(schema["title"], schema)
    for name, definition in definitions.items():
        _describe_record(name, definition)
    return {"$schema": DIALECT, **schema, "title": title, "$defs": definitions}


def _describe_record(name: str, definition: dict[str, Any]) -> None:
    definition["description"] = " ".join(definition["description"].split())
    for field, stated in definition["properties"].items():
        stated.pop("title", None)
        stated.pop("default", None)
        stated["description"] = FIELDS[name][field]
    definition["required"] = list(definition["properties"])
    definition["additionalProperties"] = False
