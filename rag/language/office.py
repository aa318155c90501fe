"""Questions for who holds an office: "who is the mayor of Lyon?", "qui est le roi d'Espagne ?".

Knows how English and French ask so, and which words say the office. Does not know articles, nor which nouns are
offices.
"""

from __future__ import annotations

import re

from rag.language.text import fold, question_words

_LONGEST = 8  # words of an office; what is longer tells a story
_ASKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:and |so |but )?who(?:['’]s| is| was| were| are) (?:now |currently )?(?:the |an? )(?P<office>.+)$",
        r"^(?:et |mais )?qui (?:est|était|sont) (?:donc |actuellement )?(?:le |la |les |l['’] ?)(?P<office>.+)$",
        r"^(?:et |mais )?c['’]est qui (?:le |la |les |l['’] ?)(?P<office>.+)$",
        r"^(?:what is|what['’]s) the name of the (?P<office>.+)$",
        r"^comment s['’]appelle (?:le |la |l['’] ?)(?P<office>.+)$",
    )
)
_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|that|which|what|when|where|why|how|qui|que|quoi|dont|quand|ou|pourquoi|comment"
    r"|is|are|was|were|has|have|had|did|does|do|will|would|est|sont|etait|a|ont|avait|and|et)\b|[,;:]"
)
_SHORT = re.compile(r"\b[A-Z]{2,}\b")  # "the head of the WHO": a body, and no word of these
_NOW = re.compile(
    r"\b(?:current|present|new|actuelle?s?|nouvel(?:le)?s?|nouveaux?)\s+|\s+(?:now|today|actuelle?s?)$", re.I
)


def office_of(text: str) -> str | None:
    """The office whose holder a question asks for, as written, without "current" or "new"; None where none is."""
    words = question_words(text)
    match = next((found for pattern in _ASKS if (found := pattern.match(words))), None)
    if match is None or _CLAUSE.search(fold(_SHORT.sub("_", match["office"]))):
        return None
    office = " ".join(_NOW.sub(" ", match["office"]).split())
    return office if 0 < len(office.split()) <= _LONGEST else None
