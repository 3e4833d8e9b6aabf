"""One spelling through the digest: the briefs in a ledger, marked where a name is spelled otherwise than elsewhere."""

from dataclasses import replace

from pipeline.check.night_spellings import NightSpellings
from pipeline.render.records_json import brief_from_json, brief_to_json
from pipeline.store.ledger import Ledger


def mark_spellings(ledger: Ledger) -> int:
    """Mark in the briefs of a night the names that others of them spell differently; return how many names those are.

    Goes through the briefs twice, one at a time. What was marked before, by a run that was killed, is not marked again.
    """
    spellings = NightSpellings()
    for line in ledger.briefs():
        spellings.add(brief_from_json(line))
    differing = spellings.differing
    if differing:
        for position, line in ledger.placed_briefs():
            brief = brief_from_json(line)
            if found := tuple(spellings.findings(brief)):
                ledger.add_briefs([(position, brief_to_json(replace(brief, findings=(*brief.findings, *found))))])
    return differing
