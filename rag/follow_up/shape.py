"""What a question is made of: an opening ("and", "what about"), and whether the rest is whole, a fragment or one word.

Knows question words, openings and auxiliaries of English and French. Does not look at what went before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rag.language import fold, reading_of, stop_words

ShapeKind = Literal["whole", "fragment", "question_word"]

_OPENINGS = {
    "en": re.compile(
        r"(?:(?:and|but|so|then|ok|okay|now|also|or)\b[\s,]*)*(?P<about>(?:what|how) about\s+|what of\s+"
        r"|(?:the )?same for\s+)?",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:(?:et|mais|alors|donc|ok|puis|sinon)\b[\s,]*)*"
        r"(?P<about>qu['’]en est-il (?:de |d['’]|pour )?|quid (?:de |d['’])?|(?:et )?si on parle de )?",
        re.IGNORECASE,
    ),
}
_BARE = {
    "en": re.compile(
        r"(?:why(?: not| so)?|when(?: exactly)?|where(?: exactly)?|who(?: exactly| else)?|how(?: so"
        r"| exactly)?|since when"
        r"|until when|by whom|from whom|with whom|for whom|from where|how long|how much|how many)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:pourquoi(?: pas)?|quand(?: exactement)?|où(?: exactement)?|ou|qui(?: d['’]autre)?"
        r"|comment(?: ça| cela)?"
        r"|depuis quand|jusqu['’]à quand|par qui|de qui|avec qui|pour qui|d['’]où|à qui|combien(?: de temps)?)",
        re.IGNORECASE,
    ),
}
_MORE = {  # asks on about the same
    "en": re.compile(
        r"(?:(?:can|could) you |please )?(?:(?:tell|give|show) me |say |know )?(?:some |any )?more"
        r"(?: about (?:it|that|this)| details?| information)?"
        r"|(?:any )?details?|go on|continue|elaborate|explain(?: (?:that|this|it))?|(?:what|anything) else|then what"
        r"|what happened (?:next|then|after(?:wards)?)|really|are you sure"
        r"|is (?:that|it|this) (?:true|right|correct|so|sure)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:(?:peux-tu|pouvez-vous) )?(?:m['’])?en (?:dire|savoir) (?:plus|davantage)|dis(?:-m| m|-)['’]?en plus"
        r"|dites-m['’]en plus|(?:plus|davantage) de détails?|des détails|continue[rz]?|explique[rz]?(?:-(?:moi|le))?"
        r"|développe[rz]?|quoi d['’]autre|ensuite|après|que s['’]est-il passé (?:ensuite|après)|vraiment|en quoi"
        r"|(?:est-ce|c['’]est) (?:vrai|sûr|exact)",
        re.IGNORECASE,
    ),
}
_ASKING = {
    "en": re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE),
    "fr": re.compile(
        r"\b(?:qui|que|quoi|quel|quelle|quels|quelles|lequel|laquelle|quand|où|pourquoi|comment|combien)\b"
        r"|\bqu['’]|-ce\b",
        re.IGNORECASE,
    ),
}
_CLOSED = {
    "en": re.compile(
        r"^(?:is|are|was|were|am|did|do|does|has|have|had|will|would|can|could|should|may|might|must|tell"
        r"|give|show|list|explain"
        r"|name)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"-(?:t-)?(?:il|elle|ils|elles|on)\b|\b(?:est|sont|a|ont|était|étaient|sera|seront|avait|avaient"
        r"|va|vont|fut|furent)\b"
        r"|^(?:dis|donne|montre|explique|cite|liste|parle)\w*\b",
        re.IGNORECASE,
    ),
}
_LONGEST_FRAGMENT = 6


@dataclass(frozen=True, slots=True)
class Shape:
    """A question read: ``rest`` is what follows the opening, its question mark kept."""

    rest: str
    language: str
    kind: ShapeKind
    opened: bool
    about: bool

    @property
    def bare(self) -> str:
        """The rest without its closing punctuation."""
        return self.rest.rstrip(" ?!.…")

    @property
    def asks(self) -> bool:
        """Whether it is put as a question at all."""
        return self.rest.endswith("?") or _ASKING[self.language].search(self.bare) is not None


def read(text: str, language: str) -> Shape:
    """The shape of a question of that language; any language but French is read as English."""
    code = reading_of(language)
    opening = _OPENINGS[code].match(text)
    cut = opening.end() if opening else 0
    rest = text[cut:].strip()
    about = bool(opening and opening["about"])
    if not rest.strip(" ?!.…"):
        return Shape(text, code, "whole", False, False)
    continues = cut > 0 or rest.endswith("?")
    return Shape(rest, code, _kind(rest.rstrip(" ?!.…"), code, continues, about), cut > 0, about)


def _kind(bare: str, language: str, continues: bool, about: bool) -> ShapeKind:
    if _BARE[language].fullmatch(bare) or _MORE[language].fullmatch(bare):
        return "question_word"
    if about:
        return "fragment"
    asks = _ASKING[language].search(bare) or _CLOSED[language].search(bare)
    short = len(bare.split()) <= _LONGEST_FRAGMENT
    return "fragment" if short and continues and not asks else "whole"


def content_words(text: str, language: str) -> list[str]:
    """The words that say something: no function words, no question words."""
    stops = stop_words(language) | _COMMON[language]
    return [word for word in re.findall(r"[^\W_]+", fold(text)) if word not in stops and len(word) > 1]


_COMMON = {
    "en": frozenset("many much long people happen happened happens exactly say said says".split()),
    "fr": frozenset("combien temps personnes gens passe passer exactement dit dire".split()),
}
