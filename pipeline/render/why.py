"""Why a story stands where it does, in words."""

from pipeline.records import Reason
from pipeline.render.both import Both
from pipeline.render.dates import long_date
from pipeline.render.neutral import neutralise
from pipeline.render.tally import count


def why(reason: Reason) -> Both | None:
    """Return one reason in words, with what it adds; None if it adds nothing."""
    added = reason.value * reason.weight
    if not added:
        return None
    number = f"{added:+.2f}".replace("-", "−")
    names = ", ".join(map(neutralise, reason.detail))
    if reason.kind == "sources":
        said = (
            f"{count(len(reason.detail), 'independent source')}: {names}",
            f"незалежних джерел: {len(reason.detail)} ({names})",
        )
    elif reason.kind == "recency":
        day = reason.detail[0] if reason.detail else ""
        said = (
            (f"latest report: {long_date(day, 'en')}", f"останнє повідомлення: {long_date(day, 'uk')}")
            if day
            else ("no report is dated", "жодне повідомлення не має дати")
        )
    elif reason.kind == "prominence":
        said = (f"known names: {names}", f"відомі імена й назви: {names}")
    else:
        said = (f"topics of the desk: {names}", f"теми редакції: {names}")
    return Both(f"{said[0]} ({number})", f"{said[1]} ({number.replace('.', ',')})")
