"""English words that have a capital letter and are nobody's name, or are added to a translation on purpose."""

_CALENDAR = """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    christmas easter mr mrs ms dr st saint
"""

_TRANSLATED = """
    arabic arab arabs aramaic ascension basque bible biblical buddhist buddhism candlemas catholic catholics
    celsius christian christians christianity cossack cossacks covid cyrillic epiphany euro eurozone fahrenheit
    god gospel gothic gregorian hebrew hindu hindus internet islam islamic islamist islamists jew jewish jews
    julian koran latin lent marxist mass milky muslim muslims nazi nazis nobel olympian olympic olympics olympus
    orthodox orthodoxy paralympic paralympics pope protestant protestants quran ramadan renaissance richter roma
    roman romani romans sabbath satan shiite shiites slavic slavs sunni talmud thanksgiving torah trinity virgin
    yiddish zionist
    state states union republic federation united north south east west northern southern eastern western
"""

_EXPLAINING = """
    russia russian russians ukraine ukrainian ukrainians soviet us american americans european europeans
"""

CALENDAR = frozenset(_CALENDAR.split())
TRANSLATED = frozenset(_TRANSLATED.split())
"""Written with a capital letter and translated, not spelled: faiths, feasts, scales, points of the compass."""

EXPLAINING = frozenset(_EXPLAINING.split())
"""Added for readers who would not know: "Russia's Kursk region"."""
