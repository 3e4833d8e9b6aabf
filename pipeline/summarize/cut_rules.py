"""The patterns by which `cuts` finds what a sentence can do without, and by which it leaves alone what it cannot.

How often the rules were right on sentences of our own corpus that are not held out: see `docs/keypoints.md`.
"""

from typing import Final

_INSIDE = r"[^;:—–()«»\"“”„]"  # a clause ends with the sentence and has no other punctuation than commas
_TO_THE_END = rf"\s{_INSIDE}+\.$"
_WITH = r"(?:(?:у|в|на|з|із|зі|до|від|про|для|через|після|під|за|над|по|серед|без)\s)?"
_OF_ONE = r"(?:який|яка|яке|якого|якої|якому|якій|яку|яким|якою)"
_OF_MANY = r"(?:які|яких|яким|якими|де|куди|звідки|чий|чия|чиє|чиї)"
_NAME_OR_NUMBER = r"(?<=[\p{L}\p{N}»’'])"

LAST: Final[dict[str, dict[str, str]]] = {
    "uk": {
        "of one": rf"(?<=\p{{L}}),\s{_WITH}{_OF_ONE}{_TO_THE_END}",
        "of many": rf"{_NAME_OR_NUMBER},\s{_WITH}{_OF_MANY}{_TO_THE_END}",
        "participle": rf",\s\p{{L}}+(?:[юуая]чи|вши)(?:сь|ся)?{_TO_THE_END}",
        "contrast": r",\sа\s(?!(?:також|не|ні|отже|тому|потім|відтак|тоді|якщо|саме|точніше|радше|надто|то|подекуди"
        rf"|особливо|разом|навпаки|натомість)\b){_INSIDE}+\.$",
        "and": rf",\s(?:і|й)\s(?!(?:не|ні|навіть)\b){_INSIDE}+\.$",
        "reason": rf",\s(?:бо|адже|оскільки|позаяк){_TO_THE_END}",
        "result": r",\s(?:тож|отже|отож|тому(?!\sщо)|через\sщо|внаслідок\sчого|унаслідок\sчого|після\sчого)"
        rf"{_TO_THE_END}",
        "while": rf",\s(?:тоді|[ув]\sтой\sчас)\sяк{_TO_THE_END}",
        "including": rf",\s(?:зокрема|включно\sз|[ув]\sтому\sчислі){_TO_THE_END}",
        "semicolon": r";\s[^«»\"“”„()]+\.$",
    },
    "en": {
        "which": r",\s(?:(?:in|on|at|of|to|from|for|with|by|under|through|after|during|including)\s)?"
        rf"(?:which|whom|who|whose){_TO_THE_END}",
        "some of which": r",\s(?:some|most|many|half|all|a\s\w+|one|two|three|part)\sof\s(?:which|whom)"
        rf"{_TO_THE_END}",
        "where": rf",\swhere{_TO_THE_END}",
        "participle": rf",\s(?:\p{{L}}+ly\s)?\p{{Ll}}{{2,}}ing(?!\s(?:and|or)\b){_TO_THE_END}",
        "with": rf",\swith{_TO_THE_END}",
        "and": rf",\sand\s(?!(?:not|no|even|then|only)\b){_INSIDE}+\.$",
        "reason": rf",\s(?:because|since){_TO_THE_END}",
        "result": rf",\sso\s(?!(?:far|long|much|many)\b){_INSIDE}+\.$",
        "while": rf",\s(?:while|whereas){_TO_THE_END}",
        "semicolon": r";\s[^«»\"“”()]+\.$",
    },
}
"""What a sentence may end with, by the name of the rule, in the order in which it is tried."""

_VERB = r"""(?:is|was|are|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|said|made
|\p{Ll}{2,}(?<!e)ed|took|won|fell|rose|became|began|came|went|gave|held|kept|led|lost|met|paid|sent|sold|spent|stood|told|wrote|fled
|saw|found|brought|built|bought|grew|flew|ran|broke|knew|struck|drew|threw)\b""".replace("\n", "")
SAID_OF_NAME: Final[dict[str, str]] = {
    "uk": r"(?P<name>[\p{L}'’-]+)(?P<cut>,\s(?:який|яка|яке|які)\s[^,;:—–()«»\"“”„]+,)"
    r"\s(?=(?P<next>[\p{L}'’]+))",
    "en": rf"(?P<name>[\p{{L}}'’-]+)(?P<cut>,\s(?:which|who|whose|where)\s[^,;:—–()«»\"“”]+,)\s(?={_VERB})",
}
"""A relative clause between commas; in Ukrainian only after a name and before a verb (`cuts` looks at them)."""

FINITE: Final = rf"\b{_VERB}"
"""An English verb that can carry a sentence: seen by form only, so that many sentences are taken for verbless."""

CONDITION: Final[dict[str, str]] = {
    "uk": r"(?i)^(?:якщо|якби|коли|поки|доки|хоча|хоч|попри|або|чи|ні|не\s(?:лише|тільки)|чим|що|щоб|аби|оскільки"
    r"|через\sте)\b",
    "en": r"(?i)^(?:if|unless|when|while|although|though|whether|either|neither|both|not\sonly|because|since|as"
    r"|the\smore|until|even|whatever|where)\b",
}
"""How sentences begin whose main clause comes second, or whose halves need each other."""

DENIAL: Final[dict[str, str]] = {
    "uk": r"(?i)\b(?:не|ні|жод\p{L}+|заперечу\p{L}+|спросту\p{L}+|відкида\p{L}+|відхил\p{L}+|скасу\p{L}+|нібито"
    r"|неправд\p{L}+|фейк\p{L}*|сумнів\p{L}*|лише|тільки|якщо|але|однак|проте|хоча)\b",
    "en": r"(?i)\b(?:(?:can)?not|no|never|none|nor|neither|den(?:y|ies|ied|ying)|reject\p{L}*|dismiss\p{L}*"
    r"|cancel\p{L}*|overturn\p{L}*|disput\p{L}*|refut\p{L}*|false|only|without|doubt\p{L}*|contradict\p{L}*|if|unless|but|although"
    r"|though|however)\b|n['’]t\b",
}
"""What makes a clause take back or limit what is told before it: it stays."""

_DEFINED = r"""(?i)\b(?:т(?:ой|а|е|і|ого|ієї|ому|ій|им|ією|у|их|ими)|так\p{L}+|жод\p{L}+|кож\p{L}+|будь-\p{L}+
    |єдин\p{L}+|остан\p{L}+|пев\p{L}+|одн\p{L}+|один|сам\p{L}+|вс[іеяю]\p{L}*|ус[іеяю]\p{L}*|інш\p{L}+|най\p{L}+
    |(?:перш|друг|трет|четверт|п['’]ят|шост|сьом|восьм|дев['’]ят|десят)(?:ий|а|е|ого|ої|ому|ій|им|ою|у|ю|я|ьою|ім))
    \s(?:\S+\s){0,4}\S+$"""
_NAME_LAST = r"\s(?:\p{Lu}[\p{L}'’-]*|\S*»|[\p{N},]+)$"
_NOUN_IN_ING = r"""(?i)^,\s(?:according|during|morning|evening|spring|nothing|something|everything|anything|king|ring
    |wing|beijing|ongoing|outgoing|incoming|leading|remaining|existing|living|building|meeting|hearing|following|pending|being
    |training|housing|funding|mining|banking|shipping|fighting|shelling|heating|processing|counting|excluding|barring)\b"""

REFUSED: Final[dict[tuple[str, str], str]] = {
    ("uk", "of one"): _DEFINED,
    ("uk", "contrast"): r"(?i)\bне\b|,\s",  # "не А, а Б" belongs together; with another comma it is the last of a list
    ("en", "and"): r",\s",  # with another comma before it, the last of a list
}
"""What must not stand in the rest of the sentence, by language and rule."""

REQUIRED: Final[dict[tuple[str, str], str]] = {("uk", "of many"): _NAME_LAST}
"""What the rest must end with."""

JOINING: Final[dict[str, str]] = {
    "uk": r",\s(?!(?:що|щоб|аби|як|який|яка|яке|які|яких|якого|якої|якому|яким|якими|де|куди|коли|бо|адже|оскільки|а|і"
    r"|й|зокрема|після|тож|тому|[\p{L}'’]+(?:[юуая]чи|вши)(?:сь|ся)?)\b)",
    "en": r",\s(?!(?:which|who|whose|whom|where|when|while|because|since|and|so|including|as|after|before"
    r"|\p{Ll}+ing)\b)",
}
"""A comma within the piece after which the main clause may go on: then it is no piece to cut."""

NO_CUT: Final[dict[tuple[str, str], str]] = {("en", "participle"): _NOUN_IN_ING}
"""What the piece itself must not be."""
