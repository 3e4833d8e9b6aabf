"""Tell by their endings the names that are romanised by rule: Ukrainian and Russian surnames and places."""

import functools

import regex

from pipeline.names.nominative import nominatives

_SURNAME = regex.compile(
    r".{2,}(?:енко|єнко|ейко|чук|щук|юк|[лрндзктв]ук|ський|ська|цький|цька|зький|зька|ишин|ович|евич|ійко|няк|ець)"
)
_PLACE = regex.compile(r".{2,}(?:івка|ївка|ськ|цьк|ське|цьке|івці|івське|ївське|ове|еве|єве|иця|ички|анка|енки|пілля)")
_RUSSIAN = regex.compile(r".{2,}(?:[ое]в|єв|ьов|йов|[иії]н|[ое]ва|єва|[иії]на|ськой|ой)")


@functools.lru_cache(maxsize=1 << 14)
def is_slavic(key: str) -> bool:
    """Say whether a name in small letters has the ending of a Ukrainian or Russian surname or place."""
    return any(_SURNAME.fullmatch(one) or _PLACE.fullmatch(one) for one in nominatives(key))


@functools.lru_cache(maxsize=1 << 14)
def may_be_russian(key: str) -> bool:
    """Say whether a surname in small letters has an ending that Russians have rather than Ukrainians: Іванов."""
    return any(_RUSSIAN.fullmatch(one) for one in nominatives(key))
