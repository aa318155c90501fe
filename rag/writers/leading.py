"""Words that only lead to a mark: "According to [1], ...", "... (see [2])", "La phrase [3] indique que ...".

Knows them in English and French, beside marks in square brackets. They tell nothing of the news, and without their mark
they are a ruin that passes for an attribution. Does not take away who is named, nor sources that are people
("according to sources [1]").
"""

from __future__ import annotations

import re

from rag.writers.brackets import MARKS

_THE = r"(?:(?:the|this|these|la|le|les|cette|ces|cet)\s|l['’])?"
_SEVERAL = r"(?=\s\[\d{1,3}\][\s,&]*(?:and\s|et\s)?\[|\s\[[^\]]*\d\s*[^\d\]]+\d)"
_NOUN = rf"(?i:{_THE}(?:(?:article|sentence|phrase|passage|excerpt|extrait)s?|source|sources{_SEVERAL})\s)"
_MARKS = rf"(?P<marks>(?i:{MARKS.pattern}))"
_POINT = rf"{_NOUN}?{_MARKS}"

# Verbs as a model writes them of a mark, in small letters: "[1] Reports that ..." begins with the news.
_DIT = r"(?:dit|disent|(?:indique|précise|rapporte|mentionne|affirme|explique|confirme|montre)(?:nt)?)"
_SAYS = rf"(?:(?:say|state|report|note|mention|indicate|show|explain|confirm)s?|{_DIT})"
_SAID = r"(?:stated|reported|noted|mentioned|said|described|shown|indicated|explained|written)"
_WRITTEN = r"(?:indiqué|mentionné|rapporté|précisé|dit|écrit|expliqué|noté)"
_TO = (
    rf"(?i:according\s+to|based\s+on|as\s+{_SAID}\s+(?:in|by)"
    rf"|selon|d['’]après|comme\s+{_WRITTEN}\s+(?:dans|par)|comme\s+(?:l['’]|le\s)?{_DIT})"
)
_SEE = r"(?i:see(?:\s+also)?|cf\.?|voir(?:\s+aussi)?)"
_IN = rf"(?:{_TO}|{_SEE}|(?i:in|per|from|dans))"
# "Source [1] says nine died", but "Sentence [1] reports no survivors" says less than "No survivors".
_BARELY = r"\s+(?:says?|states?|reports?)(?!\s(?:no|none|nothing|on|of|about|why|how|whether|if|what)\b)\b"

_AT = r"(?P<at>^|[.!?…:]\s)"
_END = r"(?=\s?(?:[,;.!?…)]|$))"
_FRONTS = tuple(
    re.compile(rf"{_AT}{words}\s*(?P<next>\S?)")
    for words in (
        rf"{_IN}\s+{_POINT}\s?[,:]",
        rf"(?i:as)\s+{_POINT}\s+{_SAYS}\s?,",
        rf"{_POINT}\s+{_SAYS}\s+(?:that\b|que\b|qu['’])",
        rf"{_NOUN}{_MARKS}{_BARELY}",
    )
)
_ASIDES = tuple(
    re.compile(words)
    for words in (
        rf"\(\s?{_IN}\s+{_POINT}\s?\)",
        rf",?\s?\b{_TO}\s+{_POINT}{_END}",
        rf"[,;]\s?{_SEE}\s+{_POINT}{_END}",
        rf",\s?(?:says|{_DIT})\s+{_POINT}{_END}",
        rf",\s?{_SAYS}\s+{_NOUN}{_MARKS}{_END}",
        rf",\s?(?:as\s+)?{_POINT}\s+{_SAYS}{_END}",
    )
)


def without_lead_ins(text: str) -> str:
    """The text with its marks, without the words that only lead to one.

    "According to [1], nine died." -> "[1] Nine died."; "Nine died (see [1])." -> "Nine died [1]."
    """
    for front in _FRONTS:
        text = front.sub(_begun, text)
    for aside in _ASIDES:
        text = aside.sub(lambda found: f" {found['marks']}", text)
    return text


def _begun(found: re.Match[str]) -> str:
    """A sentence that begins with the marks, and behind them with a capital unless it stands behind a colon."""
    begins = found["next"] if found["at"].startswith(":") else found["next"].upper()
    return f"{found['at']}{found['marks']} {begins}"
