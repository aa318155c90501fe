"""Which stretches of a sentence a denial governs: its verb or noun and what goes with it, up to the next clause.

Knows the denials of English and French, those that deny nothing ("sans doute", "not only"), and words a clause ends or
goes on with. Does not know events or questions, nor grammar: a verb is one of a few auxiliaries, and so the reach of
"no" over a noun ends before what is told of that noun ("no ferry of the company").
"""

from __future__ import annotations

import re

from rag.language import reading_of

Span = tuple[int, int]

_FAR = 60  # characters behind a denial that it governs, where nothing ends its reach before
_VERB_WITHIN = 90  # characters behind a denied noun within which its verb stands

# A denial in form only: what these words stand beside is affirmed.
_EMPTY = {
    "en": re.compile(
        r"\b(?:no|without(?: any| a)?) doubt\b|\bnot (?:only|just|merely|simply|least|until|to mention)\b"
        r"|\bno (?:more|fewer|less|later|sooner) than\b|\bno (?:matter|wonder|surprise)\b"
        r"|\bnothing (?:but|less|short)\b|\bnone other\b|\bnever mind\b|\bwithout (?:fail|question)\b"
    ),
    "fr": re.compile(
        r"\bsans (?:aucun |nul )?(?:doute|conteste|cesse|surprise|compter|parler|oublier)\b|\b(?:nul|aucun) doute\b"
        r"|\b(?:pas|non) (?:seulement|uniquement|moins)\b|\bpas que\b|\brien (?:que|moins)\b|\bsi ce n'est\b"
    ),
}
_FREE = {
    "en": re.compile(r"\b(?:not|never|cannot|hardly|scarcely|without|neither|nor|far from)\b|n't\b"),
    "fr": re.compile(
        r"\bn(?:e |')(?:[\w'-]+ ){1,5}?(?:pas|plus|jamais|rien|guere|personne|ni|nullement)\b"
        r"|\bne (?:pas|plus|jamais|rien)\b|\b(?:sans|jamais|ni|loin d['e]|pas question d['e]|et non(?: pas)?)(?!\w)"
    ),
}
_NEVER = re.compile(r"(?:never|jamais)$")
_SUBJECT = {
    "en": re.compile(r"\b(?:nobody|no one|none|nothing)\b"),
    "fr": re.compile(
        r"(?<!\bune )(?<!\bla )(?<!\bcette )(?<!\bchaque )(?<!\bseule )\bpersonne (?=(?:[\w'-]+ ){0,4}?n(?:e |'))"
        r"|\b(?:rien|nul|nulle) (?=n(?:e |'))"
    ),
}
_NOUN = {
    "en": re.compile(r"\bno\b(?! (?:one|longer)\b)|\bno longer\b"),
    "fr": re.compile(r"(?:\bn(?:e |')(?:[\w'-]+ ){1,4}?)?\b(?:aucune?|nul(?:le)?)\b"),
}
_DENYING = {
    "en": re.compile(r"\b(?:den(?:y|ies|ied|ying)|rul(?:e|es|ed|ing) out)\b"),
    "fr": re.compile(
        r"\b(?:excl(?:u[est]?|ues|uent|uait|uant|ure)|dement(?:ent|ait|i|ir)?|ni(?:e|ent|er|ait|aient)"
        r"|refut(?:e[rs]?|ent|ees?|ait|aient)|se defend(?:ent|ait)? d')(?!\w)"
    ),
}
_REFUSING = {
    "en": re.compile(r"\b(?:reject(?:s|ed|ing)?|refus(?:e|es|ed|ing)|oppos(?:e|es|ed|ing))\b"),
    "fr": re.compile(
        r"\b(?:rejet(?:t?e[rs]?|tent|ees?|ait|aient|ant)?|refus(?:e[rs]?|ent|ees?|ait|aient|ant)?"
        r"|(?:contest|ecart|oppos|recus)(?:e[rs]?|ent|ees?|ait|aient))(?!\w)"
    ),
}
_CLAUSE = {
    "en": re.compile(
        r"[.;:!?,()]| - |\b(?:but|who|whom|whose|which|that|because|since|while|when|although|though|where"
        r"|after|before)\b"
    ),
    "fr": re.compile(
        r"[.;:!?,()]| - |\b(?:mais|qui|que|dont|car|parce|puisque|tandis|quand|lorsque|alors|apres|avant)\b"
        r"|\b(?:qu|lorsqu|puisqu)'"
    ),
}
_INSERTED = re.compile(r",[^,.;:!?]{1,45}, ?")  # behind the denial itself: "n'est pas, selon lui, insalubre"
_REPORTED = re.compile(r" (?:that|que|qu') ?")
_FINITE = {
    "en": re.compile(
        r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|may|might|must|should)\b(?!-)"
    ),
    "fr": re.compile(
        r"\b(?:est|sont|etait|etaient|sera|seront|serait|fut|furent|a ete|ont|avait|avaient|aura|auront|va|vont|peut"
        r"|peuvent|doit|doivent|n'\w+|ne \w+)\b"
    ),
}
_TOLD_OF = re.compile(
    r"\b(?:of|by|in|at|on|from|for|with|to the|among|between|during|under|du|de|des|dans|par|pour|sur|avec|chez|parmi"
    r"|entre|en|a)\b|\bd'"
)
_ANY = re.compile(
    r"(?<!\bbeen)(?<!\bbe)(?<!\bete)(?<!\betre) "
    r"(?:(?:an?|any|une?|des)\b(?! la\b)|(?:de |d')(?!la\b|\w+(?:er|ir|re)\b))"  # "jamais tenté de fuir" denies it
)
# What there is no sign of is not: here the denial goes on behind "of".
_SIGN = re.compile(
    r" (?:\w+ )?(?:signs?|traces?|evidence|proof|question|plans?|intention|indication|signes?|preuves?|indices?"
    r"|projets?|possibility|possibilite)$"
)
_STOP = re.compile(r"[.;:!?,]")
_FIRST = re.compile(r"\W*\w+")


def denied_spans(flat: str, language: str, refused_too: bool = True) -> list[Span]:
    """The stretches of a flat text that its denials govern, the denials among them; by where they begin.

    Args:
        flat: flat text (`rag.figures.flat`).
        language: whose denials are looked for: French, or else English.
        refused_too: whether what somebody refuses or opposes counts, which may be so all the same.
    """
    read = reading_of(language)
    flat = _EMPTY[read].sub(lambda match: "-" * len(match.group()), flat)
    spans: list[Span] = []
    for match in _FREE[read].finditer(flat):
        spans += [match.span(), _behind(flat, match.end(), read, bool(_NEVER.search(match.group())))]
    for match in (*_DENYING[read].finditer(flat), *(_REFUSING[read].finditer(flat) if refused_too else ())):
        spans += [match.span(), _refused(flat, match.end(), read)]
    for match in _SUBJECT[read].finditer(flat):
        verb = _verb_behind(flat, match.end(), read)
        spans += [match.span(), verb or _behind(flat, match.end(), read)]
    for match in _NOUN[read].finditer(flat):
        spans += [match.span(), *_of_noun(flat, match.end(), read)]
    return sorted(span for span in spans if span[0] < span[1])


def is_denied(spans: list[Span], place: int) -> bool:
    """Whether a place lies in one of the stretches."""
    return any(start <= place < end for start, end in spans)


def denies(flat: str, language: str) -> bool:
    """Whether a flat text denies anything at all; to refuse is not to deny."""
    read = reading_of(language)
    flat = _EMPTY[read].sub("", flat)
    return any(table[read].search(flat) for table in (_FREE, _SUBJECT, _NOUN))


def _behind(flat: str, start: int, language: str, is_never: bool = False) -> Span:
    """What a denial that ends at ``start`` governs: up to a comma, another clause or the next finite verb.

    "Never" governs its verb and not what is spoken of in general behind it: who has never run a marathon denies none.
    """
    inserted = _INSERTED.match(flat, start)
    begin = inserted.end() if inserted else start
    first = _FIRST.match(flat, begin)
    later = first.end() if first else begin  # the first word may be an auxiliary of the verb denied ("not have closed")
    limit = begin + _FAR
    found = [_CLAUSE[language].search(flat, begin, limit), _FINITE[language].search(flat, later, limit)]
    if is_never:
        found.append(_ANY.search(flat, later, limit))
    return begin, min((match.start() for match in found if match), default=min(limit, len(flat)))


def _refused(flat: str, start: int, language: str) -> Span:
    """The same of a verb that denies: what it denies may be a clause of its own ("denied that it was closed")."""
    reported = _REPORTED.match(flat, start)
    if not reported:
        return _behind(flat, start, language)
    limit = reported.end() + _FAR
    end = _CLAUSE[language].search(flat, reported.end(), limit)
    return start, end.start() if end else min(limit, len(flat))


def _of_noun(flat: str, start: int, language: str) -> list[Span]:
    """What "no" before a noun governs: the noun and its verb, not what is told of the noun."""
    begin, end = _behind(flat, start, language)
    told = _TOLD_OF.search(flat, start, end)
    if told and _SIGN.search(flat, start, told.start() - 1):
        return [(begin, end)]
    verb = _verb_behind(flat, start, language)
    return [(begin, told.start() if told else end), *([verb] if verb else [])]


def _verb_behind(flat: str, start: int, language: str) -> Span | None:
    """From the finite verb behind a denied subject to where its clause ends; None where the clause has none."""
    stop = _STOP.search(flat, start)
    verb = _FINITE[language].search(flat, start, min(stop.start() if stop else len(flat), start + _VERB_WITHIN))
    return (verb.start(), _behind(flat, verb.end(), language)[1]) if verb else None
