"""How a sentence holds what it says: reported, hedged or denied, in English and French.

Knows cue words. Does not know who is quoted or which clause a cue governs: a cue anywhere counts for the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.figures.flat import flatten

_ATTRIBUTED = {
    "en": re.compile(
        r"\b(?:according to|sa(?:id|ys?|ying)|tells?|told|claim(?:s|ed|ing)?|alleg\w+|report(?:s|ed|edly)|stated\b"
        r"|announc\w+|believ\w+|estimat\w+|accus\w+|argu(?:es?|ed)|warn(?:s|ed|ing)|insist\w*|quot\w+|declar\w+"
        r"|affirm\w*"
        r"|assert\w*|add(?:s|ed)\b|explain\w*|stress\w*|not(?:es|ed)\b|predict\w*|promis\w+|assur\w+|indicat\w+"
        r"|confirm\w+"
        r"|suggest\w*|den(?:y|ies|ied)|think(?:s|ing)?\b|thought|emphasi[sz]\w*|point(?:s|ed|ing) out|mention\w*"
        r"|denounc\w*"
        r"|critici[sz]\w*|recogni[sz]\w*|acknowledg\w*|conced\w*|repl(?:y|ies|ied)|respond\w*|maintain\w*"
        r"|admit\w*|testif\w*)"
    ),
    "fr": re.compile(
        r"(?:\bselon\b|\bd'apres\b|\ba en croire\b|\b(?:declar|affirm|assur|estim|indiqu|expliqu|precis|soulign|accus"
        r"|denonc|pretend|annonc|confi|jug|ajout|averti|promet|promis|insist|assen|racont|temoign"
        r"|evoqu|redout"
        r"|reconnai|reconnu|suggere|constat|regrett|confirm|rappel|lanc|repond|dement|rapport(?!\b))"
        r"(?:e|es|ent|ait|aient|a|ee|ees|er|it|t)?\b"
        r"|\b(?:dit|disent|disait|dixit)\b|\bpour (?:lui|elle|eux)\b|\bcit[ee]e?s? par\b|\bde source\b|\bsources?\b)"
    ),
}
_HEDGED = {
    "en": re.compile(
        r"\b(?:may|might|could|would|possibly|probably|likely|unlikely|perhaps|reportedly|allegedly|apparently|appears?"
        r"|seem\w*"
        r"|suspect\w*|expected|potential\w*|possible|presumed|alleged|believed|thought to|estimat\w+|planned"
        r"|plans? to|if\b"
        r"|should|projected|forecast\w*|intend\w*|hop(?:es?|ed|ing)|unconfirmed|predict\w*|risks?\b|proposed?)"
    ),
    "fr": re.compile(
        r"\b(?:peut-etre|probable\w*|sans doute|vraisemblable\w*"
        r"|serai(?:t|ent)|aurai(?:t|ent)|semblai?\w*|semble(?:nt)?|possible\w*|potentiel\w*|presume\w*|suspect\w*"
        r"|soupconn\w*|risqu\w+|envisag\w+|eventuel\w*"
        r"|apparemment|prevoi\w+|prevu\w*|espere\w*|compte(?:nt)? |estim\w+|projet\w*|souhait\w+|veut|veulent|propos\w+"
        r"|[a-z]{2,}(?:er|ir|dr|vr|rr)ai(?:t|ent))\b"
    ),
}
_DENIED = {
    "en": re.compile(
        r"(?:\b(?:not|never|no|nobody|none|neither|nor|without|cannot|unable|refus\w*|reject\w*|declin\w+ to"
        r"|fail(?:s|ed)? to|den(?:y|ies|ied))\b|n't\b)"
    ),
    "fr": re.compile(
        r"(?:\bn(?:e |')|\b(?:non|jamais|aucune?|personne ne|nul(?:le)?|sans|ni|dement\w*|refus\w+|rejet\w+|exclut?)\b)"
    ),
}
# Words that look like denial and are not.
_NO_DENIAL = {
    "en": re.compile(r"\b(?:no (?:fewer|less|more|later|sooner)|not only|not (?:more|less|fewer)|no\. ?[0-9])"),
    "fr": re.compile(
        r"\b(?:pas (?:moins|plus) d|non seulement|n'importe|sans doute|sans[ -]abri|n(?:e "
        r"|')(?:[a-z']+ ){1,4}qu(?:e\b|'))"
    ),
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a sentence holds what it says."""

    attributed: bool
    hedged: bool
    denied: bool


def manner(text: str, language: str) -> Manner:
    """The manner of a sentence in "fr", else read as English."""
    reading = "fr" if language == "fr" else "en"
    flat = flatten(text)
    hedges = (match for match in _HEDGED[reading].finditer(flat) if not _month_of_may(text, match))
    denial = _NO_DENIAL[reading].sub(" ", flat)
    return Manner(
        attributed=bool(_ATTRIBUTED[reading].search(flat)),
        hedged=next(hedges, None) is not None,
        denied=bool(_DENIED[reading].search(denial)),
    )


def _month_of_may(text: str, match: re.Match[str]) -> bool:
    return text[match.start() : match.end()] == "May" and match.start() > 0
