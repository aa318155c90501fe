"""The words around a figure that say what sort of figure it is: a total, an addition, a value given up, a wish, a part.

Knows flat text (see `rag.figures.flat`) in English and French. Does not know questions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rag.figures import Figure
from rag.figures.sharing import is_part_of

_NEAR = 60  # characters before a figure within which a day belongs to it
_AFTER = 45  # characters behind a figure that say what sort it is
_GONE = 2  # days after which a day is well past
_LONG_GONE = 150  # the same of another time altogether
_NUMBER = re.compile(
    r"\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente"
    r"|quarante|cinquante|soixante|cents?|mille|millions?|milliards?|centaine|douzaine|dizaine|vingtaine|trentaine"
    r"|quarantaine|cinquantaine|un mort|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|billions?|dozens?)"
)
_TOTAL = re.compile(
    r"\b(?:in all|in total|total\w*|overall|altogether|so far|bring\w*|brought"
    r"|(?:giv|leav)(?:ing|es) (?:it|them|him|her)|now|stands?|stood|reach\w*|ris\w+|rose"
    r"|climb\w*|pass\w*|toll|have been|has been|since|au total|en tout|bilan|decompte"
    r"|port(?:e|ent|ant|ee?s?) (?:a|le|donc)|atteint|atteignant|atteignait"
    r"|desormais|s'eleve\w*|s'alourdit|s'est alourdi|passe\w* a"
    r"|compte|deja|depuis|a ce jour|finalement|maintenant|tombe a)\b"
)
_SUM = re.compile(
    r"\b(?:bring\w*|brought|takes?|taking|took|port(?:e|ent|ant|ait))\b[^.;]{0,60}\b(?:to|a)\W*"
    r"(?:(?:about|some|nearly|at|least|environ|plus|de|pres|au|moins)\W+)*$"
)
_WEEKDAY = r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ADDED = re.compile(
    r"^(?: ?(?!(?:in|at|of|for|to|on|dans|a|au|du|de|pour)\b)[a-z'-]+){0,2} ?(?:new|more|additional|further|extra"
    r"|nouveaux|nouvelles?|supplementaires?|de plus|en plus|de moins|fewer|less|points?)\b"
    r"|^[^.,;()]{0,35}? (?:de|en) (?:plus|moins)(?! (?:de|d'|que|en)\b)"
    rf"|^[^.,;()]{{0,40}}?\b(?:depuis|since) (?:la veille|hier|yesterday|{_WEEKDAY})"
    r"|^[^.,;()]{0,40}?\b(?:en|in|dernieres|last|past|previous) (?:24|48|vingt-quatre|twenty-four) (?:heures|hours)\b"
    r"|^[^.,;()]{0,40}?\b(?:en une? (?:jour|journee)|in (?:a|one) (?:single )?day)\b"
)
_ADDING = re.compile(
    r"\b(?:another|further|additional|extra|(?:up|down) by|top-up of|rallonge de|delivery of"
    r"|(?:hausse|baisse|recul|chute|diminution|progression|augment\w+|bond|solde \w+) de"
    r"|(?:rise|increase|fall|drop|decline|decrease|jump) of"
    r"|encore|supplementaires? (?:de|d'))\W*$"
)
_OLD = re.compile(
    r"\b(?:contre|sous (?:la barre|le seuil)|au lieu (?:de|des|d')|et non|plutot que|from|up from|down from"
    r"|instead of|against|compared (?:with|to)|rather than|not the|previously|earlier|previous|precedent\w*"
    r"|initial\w*|annonce\w*"
    r"|avait fait|avaient ete|il avait|had been|it had|the old|ancien"
    r"|deja (?:annonc|promis|debloqu)\w+(?: debloquer| verser)?)"
    r"(?: (?:the|les|des|de|un|une|a|en|its|first|former|bilan|toll|record|of|some|about|at|least))*\W*$"
)
_EARLIER = re.compile(
    r"\b(?:precedent\w*|previous|earlier|initial\w*|premier|first)"
    r" (?:bilan|toll|estimat\w+|count|figure|decompte|chiffre)\b[^.;,]{0,50}$"
)
_GIVEN = re.compile(r"^[^.;,]{0,12}?\b(?:deja (?:annonc|promis|debloqu)\w+|already (?:announced|promised|pledged))\b")
_THEN = re.compile(
    r"^[^.;,]{0,30}?\b(?:la veille|hier|plus tot|auparavant|l'an dernier|l'annee derniere|la semaine derniere"
    r"|le mois dernier|(?:a |one |two )?(?:day|week|month|year)s? (?:ago|earlier|before)"
    r"|the (?:day|week|month) before|last (?:week|month|year)|promis|prevus?|annoncee?s?|forecast|planned|expected"
    r"|announced|en (?:19|20)\d\d|in (?:19|20)\d\d)\b"
)
_LONG_AGO = re.compile(
    r"\b(?:il y a (?:plusieurs|quelques|un|une|deux|trois|\d+) (?:semaines?|mois|ans?|annees?)"
    r"|(?:weeks?|months?|years?) ago|l'an (?:dernier|passe)|l'annee derniere|last year|the year before"
    r"|cette annee-la|cet(?:te)? (?:fois|ete|hiver)-la|that (?:year|summer|winter)|a l'epoque)\b"
)
_GOAL = re.compile(
    r"\b(?:goal|target|aim|objectif|but|seuil|threshold|il en faut|il faut|need\w*|besoins?|reclam\w+|demand\w+"
    r"|capacity|built for|room for|hope\w*|esper\w+|requir\w+|necessaires?|devrai\w+|pourrai\w+|could|would|may|might"
    r"|estim\w+)\b[^.;,]{0,25}$"
)
_OF_MORE = re.compile(r"^[^.;]{0,40}?\b(?:sur les |out of (?:the |a total of )?|of a total of )\d")
_WHOLE = re.compile(
    r"\b(?:sur|out of|of)\W*(?:(?:un|a) total (?:de |of )|(?:les|des|the|quelque|environ|un peu plus de|plus de|pres de"
    r"|about|some|nearly|around|more than) )*$"
)
_SO_MANY = re.compile(r"\b(?:pour|per|sur|for every|par)\W*(?:tranche de )?$")
_ROUND = frozenset((100, 1_000, 10_000, 100_000, 1_000_000))
_RATE = re.compile(
    r"^[^.,;()]{0,30}?\b(?:pour|per|sur|for every) (?:un |a |one )?"
    r"(?:1(?:0{2,6}|0{0,2}[ .,\u00a0\u202f]000)\b|cent mille|mille|thousand|million)"
)
_GRAVELY = re.compile(
    r"^[^.;,]{0,40}?\b(?:critical|serious\w*|severe\w*|gravement|graves?|grievement|etat critique|urgence absolue)\b"
)
_ROOM = re.compile(
    r"\b(?:built|designed|meant|intended|concue?s?|prevue?s?|amenagee?s?) (?:for|pour)\W*(?:\w+\W+){0,2}$"
    r"|\b(?:capacity|capacite) (?:of|for|de|d')\W*(?:\w+\W+){0,2}$"
)
_ALONE = re.compile(
    r"\b(?:dans (?:le|la) seule?|pour (?:le|la) seule?|rien qu['e]"
    r"|(?:in|for) (?:the )?\w+(?: \w+)? alone)\b[^.;]{0,70}$"
)
_ALONE_BEHIND = re.compile(r"^[^.;,]{0,50}\b(?:in (?:the )?\w+(?: \w+)? alone|a (?:lui|elle) seule?)\b")
_WIDER = re.compile(
    r"\b(?:depuis le debut de l'annee|depuis janvier|since the (?:start|beginning) of the year|so far this year"
    r"|since january|nationwide|dans tout le pays|across the country|a l'echelle nationale|dans le monde|worldwide)\b"
)
_ASIDE = re.compile(
    r", (?:elle|lui|elles|eux|de (?:son|leur) cote|pour (?:sa|leur) part|for (?:its|his|her|their) part),"
    r"|\b(?:du cote d(?:e|u|es)|quant aux?|as for)\b[^,;]{0,50},"
)
_USUAL = re.compile(
    r"\b(?:d'ordinaire|d'habitude|habituellement|en temps normal|en moyenne|usually|normally|typically|in a normal year"
    r"|on an average)\b[^.;]{0,60}$"
)
_PART = re.compile(
    r"\b(?:dont|including|of (?:whom|which|them)|among (?:whom|them)|parmi (?:lesquels|eux)|notamment)"
    r"\W*(?:\w+\W+){0,2}$"
)


def has_number(flat: str) -> bool:
    """Whether there may be a figure in the text at all."""
    return bool(_NUMBER.search(flat))


def cues(flat: str, figure: Figure, figures: Sequence[Figure], published: date | None) -> dict[str, float]:
    """What the words around a figure make of it, each 0 to 1; ``past`` to 2.

    ``total`` and ``sum``: it stands for all, or has just been added up; ``added``: it comes on top; ``old``: it is
    given up for another; ``then``: it is of another time; ``goal``: it is wished or needed; ``part``: it is part of
    another, or what there is room for; ``whole``: another is part of it, or a rate is per so many; ``rate``: it is
    per so many; ``aside``: one of several is set against the others; ``wider``: of the year so far, or of the whole
    country; ``single``: it may be an article ("un décès"); ``past``: the day it is of is named, and gone by when the
    article was printed; ``ago``: by weeks or more.

    Args:
        flat: the sentence, flat.
        figure: one figure of it.
        figures: all of them.
        published: day of the article.
    """
    before, after = flat[max(0, figure.start - 90) : figure.start], flat[figure.end : figure.end + _AFTER]
    summed = bool(_SUM.search(before))  # of today, whatever was before: "16 million last year, bringing it to"
    return {
        "total": float(bool(_TOTAL.search(before[-45:]) or _TOTAL.search(after[:25]))),
        "sum": float(summed),
        "added": float(bool(_ADDED.search(after) or _ADDING.search(before))),
        "old": float(any((_OLD.search(before[-60:]), _EARLIER.search(before), _GIVEN.search(after)))),
        "then": float(bool(then_said(flat, figure) or _USUAL.search(before))),
        "goal": float(bool(_GOAL.search(before[-60:]))),
        "part": float(_is_part(before, after)),
        "whole": float(figure.kind == "count" and _is_whole(flat, figure, figures, before)),
        "rate": float(bool(_RATE.search(after))),
        "aside": float(bool(_ASIDE.search(flat[: figure.start]))),
        "wider": float(bool(_WIDER.search(flat))),
        "single": float(figure.text.lower() in ("un", "une", "a", "an")),
        "past": 0.0 if summed else _past(figure, figures, published),
        "ago": float(not summed and bool(_LONG_AGO.search(before))),
    }


def _is_part(before: str, after: str) -> bool:
    """Whether what is said before and behind a number makes it one of some only."""
    told = (_PART.search(before[-60:]), _ROOM.search(before), _ALONE.search(before))
    return any((*told, _OF_MORE.search(after), _GRAVELY.search(after), _ALONE_BEHIND.search(after)))


def _is_whole(flat: str, figure: Figure, figures: Sequence[Figure], before: str) -> bool:
    """Whether a number is that of which another is a part, or what a rate is told per."""
    told = _WHOLE.search(before) is not None or _is_base(figure, before)
    return told or any(is_part_of(flat, other, figure) for other in figures)


def then_said(flat: str, figure: Figure) -> str:
    """What is said behind a figure that makes it one of another time, "850 millions promis"; "" where nothing is."""
    match = _THEN.search(flat[figure.end : figure.end + _AFTER])
    return match.group() if match else ""


def _is_base(figure: Figure, before: str) -> bool:
    """Whether a number is what a rate is told per: "pour 100.000 habitants"."""
    return figure.value in _ROUND and bool(_SO_MANY.search(before))


def _past(figure: Figure, figures: Sequence[Figure], published: date | None) -> float:
    """How well past the day is that is named before the figure, or right behind it: to 1 by days, 2 by months."""
    days = [
        (published - other.date_to).days
        for other in figures
        if published is not None
        and other.kind == "date"
        and other.date_to is not None
        and -_NEAR <= other.start - figure.end <= 12
    ]
    longest = max(0, *days, 0)
    return min(1.0, longest / _GONE) + (longest > _LONG_GONE)
