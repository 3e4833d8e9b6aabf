"""The words that deny, in Ukrainian and English: those that always do, and those that may stand for them.

A denial becomes a word of its own in the other language ("не з'явився", failed to appear; "бракувало", there was not
enough), so the lists of what may stand for one are long. Words of everyday use (only, still, less) are left out: they
would explain away every denial that was lost, and were found to explain few that were not.
"""

import re

NOT = frozenset(("не", "нема", "немає", "без"))
"""Ukrainian words each of which denies something."""

NOBODY = re.compile(
    r"(?:ні|ані|жоден|жодн\w+|ніхто|нікого|нікому|ніким|ніщо|нічого|нічому|нічим|ніколи|ніде|нікуди|нізвідки|ніяк\w*)$"
)
"""Ukrainian words that stand beside "не" and add no denial of their own; alone they deny."""

_NO = "not no never none nobody nothing nowhere neither without cannot"
NO = frozenset(_NO.split())
"""English words each of which denies something; words in n't do too."""

UKRAINIAN_IDIOM = re.compile(
    r"\bне\s(?:лише|тільки|просто|раз\b|менш\w*|більш\w*|раніш\w*|пізніш\w*|дивно|так\b|виключ\w+|перевищ\w+|збира\w+)"
    r"|\b(?:чи|мало|ледь|ледве|трохи|мов|немов|де)[\s-]не\b|\b(?:поки|доки|допоки)\s(?:\w+\s){0,3}?не\b"
    r"|\bбез\s(?:сумніву|винятку)|\bа\sне\b",
    re.IGNORECASE,
)
"""What looks like a denial and denies nothing, or is told in English with or without one."""

ENGLISH_IDIOM = re.compile(
    r"\bnot\s(?:only|least|merely|just|simply)\b|\bno\s(?:longer|matter|less|fewer|more|later|earlier|sooner|doubt)\b"
    r"|\bNo\.\s?\d|\bwhether\sor\snot\b|\brul\w+\sout\b|\brather\sthan\b|\binstead\sof\b|\bshort\sof\b|\b\w+-free\b|\byet\sto\b"
    r"|\bup\sto\b|\bat\s(?:most|least)\b|\bkept\sfrom\b|\bif\snot\b|\bby\sno\smeans\b|\bfar\sfrom\b",
    re.IGNORECASE,
)
"""The same in English, and phrases that deny without a word of denial."""

UKRAINIAN_STANDS_FOR = re.compile(
    r"(?:не(?!бо$|ба$|бі$|дал|діл|йтр|рв|сл|сподів|сучас|фт|абия|що$|гатив|птун)\w{4,}|без(?!печ|пек|посеред|пілот)\w{3,}"
    r"|бракува\w*|бракує|забрак\w+|відсутн\w+|відмов\w+|відмін\w+|позбав\w+|байдуж\w+|замал\w+|максимум|щонайбільш\w+"
    r"|навряд\w*|запереч\w+|забор\w+|спрост\w+|самовіл\w+|мовча\w+|зірв\w+|провал\w+|припуска\w+|заочно|виключ\w+|марн\w+"
    r"|дарма|втрат\w+|утрат\w+|мимо\w*|повз|аж|хіба|якби|доки|інакше|крім|окрім)$"
)
"""Ukrainian words that English may tell with a denial."""

ENGLISH_STANDS_FOR = re.compile(
    r"(?:un(?!anim|cle|der|i[acfkloqstv]|til)\w{3,}"
    r"|in(?:ab|acc|act|adeq|adm|app|aud|cap|comp|cons|corr|dec|def|dir|eff|eli|eq|evit|exp|flex|hum|saf|secur|sens|suff)\w*"
    r"|in(?:surm|toler|val|vis|volunt)\w*|im(?:mov|mun|pass|perf|possib|prob|prop|pun)\w*|irr\w+|illeg\w+"
    r"|dis(?:agree|allow|appear|approv|avow|believ|claim|connect|continu|honest|like|loyal|miss|obey|own|prov|qualif|regard)\w*"
    r"|dis(?:satisf|trust|unity)\w*|non-?\w+|\w{3,}less(?:ly|ness)?"
    r"|fail\w*|refus\w*|deny|denies|denied|denial|denying|declin\w*|reject\w*|bans?|bann\w+|barred|prohibit\w*|forb\w+"
    r"|prevent\w*|avoid\w*|lack\w*|absen\w+|hardly|scarcely|barely|seldom|rarely|except|exclud\w+|unless|miss(?:es|ing|ed)"
    r"|ignor\w*|neglect\w*|omit\w*|refrain\w*|escap\w+|elud\w+|depriv\w*|minus|zero|withh\w+|nor|doubt\w*|stranger"
    r"|blocked|idle|barefoot|until)$"
)
"""English words that may tell a Ukrainian denial."""
