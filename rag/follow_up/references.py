"""Words that point back: pronouns, possessives and demonstratives with nothing before them in the question to point at.

Knows which of them mean something said before, and which mean nothing ("il reste", "it takes") or what stands before
them in the same question. Does not know what was said before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.follow_up.shape import Shape, content_words
from rag.follow_up.topic import bracketed, names, person, topic
from rag.types import Turn

_I = re.IGNORECASE
_HE = {
    "en": re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", _I),
    "fr": re.compile(r"(?:(?<![\w’'])|(?<=qu['’]))(?:il|elle|lui|son|sa|ses)(?![\w’'])", _I),
}
_IT = {
    "en": re.compile(r"\b(?:it|its|itself|they|them|their|theirs|themselves)\b", _I),
    "fr": re.compile(r"(?:(?<![\w’'])|(?<=qu['’]))(?:ils|elles|eux|leurs?)(?![\w’'])", _I),
}
_EMPTY = {  # the same words where they stand for nothing
    "en": re.compile(
        r"\b(?:does|did|will|would|is|was|has|can|could|should|might|may) it (?:(?:take|taken|cost)\b(?=.*\bto\b)|true"
        r"|possible|likely|legal|known|now"
        r"|the case|rain\w*|snow\w*)\b|\bit (?:(?:takes?|took)\b(?=.*\bto\b)|rain\w*|snow\w*)|\btime is it\b"
        r"|\bis it that\b"
        r"|\bit(?:['’]s| is| was) (?:\w+ ){1,2}(?:that|to|who|for)\b|\b(?:is|was) it \w+ (?:that|to|for)\b",
        _I,
    ),
    "fr": re.compile(
        r"\b(?:y a(?:vait|ura)?|y aura|faut|fallait|faudra|s['’]agit|s['’]agissait|restera|reste|restait"
        r"|manque|existe|existait"
        r"|pleut|neige|suffit|convient|semble|paraît|se passe|s['’]est passé|arrive|fait"
        r"|est)-(?:t-)?il\b(?! (?:mort|né|parti|allé|"
        r"venu|arrivé|devenu|président|ministre|accusé|soupçonné|élu))"
        r"|\bil (?:y a|y avait|y aura|faut|fallait|faudra|s['’]agit|reste|restait|manque|existe|pleut"
        r"|neige|suffit|convient|semble"
        r"|paraît|se passe|est (?:vrai|possible|probable|prévu|question))\b|\best-il (?:vrai|possible"
        r"|probable|prévu)\b",
        _I,
    ),
}
_ALWAYS = {  # never explained by what stands before them in the same question
    "en": re.compile(
        r"\b(?:this|these|those)\b(?! (?:week|month|year|morning|evening|current|time|moment|point|summer|winter|autumn"
        r"|spring|day|century|decade|season|quarter|afternoon|night|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
        r"|january|february|march|april|may|june|july|august|september|october|november|december))"
        r"|\b(?:about|of|for|after|before|in|on|to|from|with|by|do|did|does|is|was|has|had|say|says|said"
        r"|that) that\b(?! \w+ (?:is|are"
        r"|was|were|has|have|had|will)\b)|\bthat (?:one\b(?! of)|day|year|decision|law|treaty|deal|agreement|event"
        r"|figure|number|attack|"
        r"accident|company|country|city|person|man|woman|case|project|report|vote|film|book|match)\b"
        r"|\bthe latter\b|\bthe (?:former|same)$|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )\bthere\b(?! (?:is"
        r"|are|was|were|be|been|will|has"
        r"|have|had|a|an|any)\b)",
        _I,
    ),
    "fr": re.compile(
        r"(?<!-)\b(?:ce|cet|cette|ces) (?!est\b|sont\b|qui\b|que\b|qu['’]|soit\b|fut\b|sera\b|matin|soir"
        r"|jour\b|mois\b|année|"
        r"semaine|week|nuit\b|saison\b|trimestre\b|semestre\b|été\b|hiver\b|printemps\b|automne\b|après-midi\b"
        r"|lundi\b|mardi\b"
        r"|mercredi\b|jeudi\b|vendredi\b|samedi\b|dimanche\b|fois\b|sujet\b.{20}|n['’])\w+|\b(?:celui|celle|ceux"
        r"|celles)(?:-ci|-là)?\b(?! (?:qui|que|de"
        r"|du|des|qu['’]))"
        r"|\b(?:cela|ça)\b|\bl['’](?:a|ont|avait|avaient|aura|auront|aurait|auraient)\b(?! (?:\w+ment )?emport)"
        r"|\b(?:le|la|les) (?:a|ont|avait|avaient|aura|auront|aurait)\b"
        r"|^(?:qui|quand|comment|pourquoi|où) (?:le|la|les|lui|leur|y|en) \w+(?:-\w+)*$"
        r"|\b(?:combien|qui) en\b|\bqu['’]en (?!est-il)|\bqui y\b|\bs['’]y\b",
        _I,
    ),
}
_DETERMINED = {
    "en": re.compile(
        r"\b(?:the|an?|my|your|our)\s+\w+"
        r"|\b(?:which|what|how many)\s+"
        r"(?!did|do|does|is|are|was|were|has|have|had|will|would|can|could|should|about)\w+",
        _I,
    ),
    "fr": re.compile(
        r"\b(?:le|la|les|un|une|des|du|au|aux|mon|ma|mes|votre|vos|notre|nos)\s+\w+"
        r"|\bl['’](?!a\b|ont\b|avait)\w+",
        _I,
    ),
}
_DEFINES = {  # asks what a word means
    "en": re.compile(r"^what (?:exactly )?(?:is|are) (?:an? )?[\w-]+$", _I),
    "fr": re.compile(r"^qu['’ ]?est[- ]ce (?:qu['’]une?|que (?:le|la|les)|que l['’])", _I),
}
_INVERTED = re.compile(r"[\w’']+-(?:t-)?", _I)  # "soutient-" in "soutient-il": the verb, and nobody's name
_SUBJECT = re.compile(  # "quand ariane a-t-elle décollé": what stands between question word and verb is who it is
    r"^(?:(?:depuis|jusqu['’]à) )?(?:quand|où|pourquoi|comment|d['’]où) "
    r"(?:(?!(?:ne|se|s|n|l|y|en|le|la|les|lui|leur|me|m|nous|vous)\b)[\w’'-]+ )+[\w’']+-(?:t-)?$",
    _I,
)
_TAKEN_UP = {  # one noun with its article and nothing that says which
    "en": re.compile(r"\bthe [\w-]+\b(?! of\b)", _I),
    "fr": re.compile(r"(?:\b(?:le|la|les) |\bl['’])[\w-]+\b(?! d(?:e|u|es)\b| d['’])", _I),
}
_NAMED_IN_FULL = {  # "what is the interest rate"
    "en": re.compile(r"^what (?:is|are|was|were|will be) the [\w-]+ [\w-]+", _I),
    "fr": re.compile(r"^quel(?:le)?s? (?:est|sont|était|étaient|sera|seront) (?:le |la |les |l['’])[\w-]+ [\w-]+", _I),
}
_OWNED = re.compile(  # behind "her"; in "who saw her yesterday?" and "who gave her the money?" nothing is hers
    r"\s+(?!(?:yesterday|today|tonight|tomorrow|again|afterwards?|instead|too|alone|once|twice|there|here|away|off|out"
    r"|publicly|openly|directly|personally|privately|recently|lately|in|on|at|to|for|from|of|with|without|by|about|as"
    r"|after|before|during|since|until|into|over|under|against|and|or|but|when|while|where|why|how|what|who|that"
    r"|because|if|the|an?|some|any|(?:this|every) (?:time|day|night|morning|afternoon|evening|week|month|year))\b(?!-)"
    r"|(?:now|then|first|up|down|later|earlier|more|most|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:last|next) (?:night|time|week|weekend|month|year|summer|winter|spring|autumn|\w+day)"
    r"|(?!family|ally|assembly|reply|supply|belly|monopoly|anomaly)\w+ly)$)[^\W\d_]",
    _I,
)
_FEWEST_WORDS = 4  # none of 188 questions of our own that stand alone says less without naming anything
_LONGEST_FOLLOW_UP = 12  # a longer question that names something explains itself


def complete_references(shape: Shape, history: Sequence[Turn]) -> str | None:
    """The question with what its pointing words mean, or None where it has none that point out of it."""
    bare, language = shape.bare, shape.language
    if len(bare.split()) > _LONGEST_FOLLOW_UP and (names(bare) or re.search(r"\d", bare)):
        return None
    if _ALWAYS[language].search(bare):
        return bracketed(shape.rest, topic(history[-1]))
    he = _pointing(_HE[language], bare, language)
    if he is not None and (who := person(history)):
        return _named(shape, he, who)
    pointing = he or _pointing(_IT[language], bare, language)
    return bracketed(shape.rest, topic(history[-1])) if pointing is not None else None


def needs_context(shape: Shape) -> bool:
    """Whether a whole question says too little to be searched for: three words at most, none of them a name.

    A question about nothing in particular ("is it important to vote?") stands alone.
    """
    if (
        not shape.asks
        or _DEFINES[shape.language].search(shape.bare)
        or _EMPTY[shape.language].search(shape.bare)
        or names(shape.rest)
        or re.search(r"\d", shape.rest)
    ):
        return False
    return len(content_words(shape.bare, shape.language)) < _FEWEST_WORDS


def may_take_up(shape: Shape) -> bool:
    """Whether a noun in it may be one that was spoken of: "what did the mayor say", but not "the interest rate"."""
    named = _NAMED_IN_FULL[shape.language].search(shape.bare)
    return named is None and _TAKEN_UP[shape.language].search(shape.bare) is not None


def _pointing(pattern: re.Pattern[str], bare: str, language: str) -> re.Match[str] | None:
    """The first such word that nothing before it explains."""
    empty = [match.span() for match in _EMPTY[language].finditer(bare)]
    for match in pattern.finditer(bare):
        if any(start <= match.start() < end for start, end in empty):
            continue
        before = bare[: match.start()]
        if language == "fr" and _INVERTED.fullmatch(before):
            return match
        if _DETERMINED[language].search(before) or names(before):
            continue
        if language == "fr" and match.group().lower() in ("ils", "elles") and re.match(r"combien d", before, _I):
            continue
        if language == "fr" and _SUBJECT.match(before):
            continue
        return match
    return None


def _named(shape: Shape, found: re.Match[str], who: str) -> str:
    """The name in the pronoun's place where English allows it, in brackets otherwise."""
    word = found.group().lower()
    if shape.language != "en" or word in ("hers", "himself", "herself"):
        return bracketed(shape.rest, who)
    behind = shape.bare[found.end() :]
    owns = word == "his" or (word == "her" and _OWNED.match(behind) is not None)
    possessive = f"{who}'" if who.endswith("s") else f"{who}'s"
    return shape.rest[: found.start()] + (possessive if owns else who) + shape.rest[found.end() :]
