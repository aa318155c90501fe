"""What a question demands of an answer, closely: a count of which thing, a sum, a share, an age, a name in which role.

Knows question words in English and French. Does not know sentences. Where ``kinds`` says what may be an answer, so that
it can be found, this says what must be there, so that it can be missed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rag.language import fold, reading_of
from rag.language.amounts import asks_amount
from rag.types import Question

Slot = Literal[
    "count", "money", "percent", "duration", "age", "length", "speed", "mass", "amount", "clock", "year", "date",
    "penalty", "verdict", "birth", "name", "place", "words",
]  # fmt: skip

_COUNTED = re.compile(
    r"\b(?:how many(?: of)?|combien d(?:e |es |['’] ?)|(?:what|quel)(?: (?:is|was|est|etait) (?:the|le))?"
    r" (?:number|nombre) (?:of|d(?:e |es |['’] ?)))\s*"
)
# How large a group of people is, is how many are in it: no metres, no sum.
_GROUP = re.compile(
    r"\bhow (?:large|big) (?:(?:is|was|were|are|will) )?(?:[\w'’-]+ ){0,3}?"
    r"(?:staff|workforce|crowds?|audience|army|crew|population|delegation|membership|congregation)\b"
    r"|\bquels? (?:est|etait|sont|etaient) (?:l['’ ]|les |le )?(?:effectifs?|nombre de salaries)\b"
)
TOLL = re.compile(r"\b(?:death|casualty|human) toll\b|\bbilan (?:humain|(?:\w+ )?des (?:victimes|morts|deces))\b")
"""Words that ask for a number of dead without "how many", folded."""

DEAD = {"en": "deaths", "fr": "morts"}
HURT = {"en": "injured", "fr": "blesses"}
_PEOPLE = re.compile(r"(?:people|persons?|personnes?|gens|men|women|hommes|femmes|children|enfants)$")
_DIE = re.compile(
    r"^(?:\S+ ){0,6}?(?:die[ds]?|dying|dead|killed|perish\w*|drown\w*|los[et] (?:their|his|her) li\w+"
    r"|morte?s?|mourir|tuee?s?|decedee?s?|peri|noyee?s?|perdu la vie|trouve la mort|laisse la vie)\b"
)
_HURT = re.compile(r"^(?:\S+ ){0,6}?(?:injur\w+|wounded|hurt|blessee?s?)\b")
_WHICH = re.compile(
    r"\b(?:which|what|quel(?:le)?s?)(?: (?:is|was|were|are|est|etait|sont|etaient|furent|a ete))?"
    r"(?: (?:the|le|la|les)\b| l['’])?\s*"
)
_WHO_IS = re.compile(
    r"\b(?:who (?:is|was|are|were)(?: the)?|qui (?:est|etait|sont|etaient|fut|a ete)(?: (?:le|la|les)\b| l['’])?)\s*"
)
_NAMED = re.compile(
    r"\b(?:names? of(?: the)?|(?:s'appel|se nomm)\w+(?: (?:le|la|les)\b| l['’])?|noms? d(?:e la |u |e l['’]|es ))\s*"
)
_TIME_UNIT = re.compile(
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|ans?|annees?|mois|semaines?|jours?|heures?|temps)$"
)
_MASS_UNIT = re.compile(r"(?:kilos?|kilogram\w*|tonn\w+|grams?|grammes?|pounds)$")
_MONEY_UNIT = re.compile(r"(?:euros?|dollars?|money|argent|livres|francs?)$")
_OF_BOOKS = re.compile(
    r"\b(?:lus?|lire|lisent|lit|ecrit\w*|publi\w+|edit\w+|auteur\w*|bibliotheque|librair\w+|emprunt\w+)\b"
)
_STRETCHES = (
    r"(?:rail|motor|high|run|water)?ways?(?! (?:journey|trip|ride))|roads?|routes?|lines?|bridges?|tunnels?"
    r"|walls?|fences?|rivers?|canals?|tracks?|trails?|paths?|pipelines?|pipes?|cables?|beach\w*|coast\w*|borders?"
    r"|stretch\w*|sections?"
    r"|courses?|stages?|races?|queues?|streets?|avenues?|piers?|quays?|dams?|dykes?|cracks?|trench\w*|ships?|boats?"
    r"|ferry"
    r"|vessels?|planes?|canoes?|skeletons?|whales?|sharks?|snakes?|dinosaurs?|tapestr\w+|paintings?"
)
"""What is long in metres; anything else lasts."""

_OF_A_VOTE = (
    r"(?=.*\b(?:polls?|elections?|votes?|ballot|list|party|candidate|sondages?|elect\w+|europeennes|presidentielle"
    r"|legislatives|municipales|scrutin|liste|parti|candidate?s?)\b)"
)
"""Behind a score: that of a vote, which is a share, and not that of a match."""
_LEVELS = (
    r"(?:rates?|shares?|prices?|costs?|turnout|inflation|unemployment|debts?|tolls?|tax(?:es)?|risks?|temperatures?"
    r"|deficits?"
    r"|rents?|wages?|bills?|fees?|speeds?|demand|spending|interest|salar(?:y|ies))\b"
)
"""What is high and has no height."""

# A change is told in money as well as in percent: "de combien le prix a-t-il reculé ?"
_BY_HOW_MUCH = (
    r"\b(?:by how much|de combien)\b.*\b(?:r[io]se|risen|increas\w+|f[ea]ll(?:en)?|dropp?\w*|declin\w+|climb\w*"
    r"|gr[eo]w\w*"
    r"|cut|shr[aiu]nk|augment\w+|hauss\w+|progress\w+|grimp\w+|recul\w+|baiss\w+|diminu\w+|chut\w+|bondi\w*|rencheri\w*"
    r"|repli\w*)\b"
)
_SLOTS: tuple[tuple[Slot, str], ...] = (
    ("amount", _BY_HOW_MUCH),
    ("age", r"\bhow old\b|\b(?:quel|what) age\b"),
    ("clock", r"\b(?:what|which) (?:times?|hours?)\b|\bquelles? heures?\b"),
    ("speed", r"\bhow fast\b|\b(?:what|quel\w*)\b.{0,25}\b(?:speed|vitesse)\b"),
    (
        "length",
        r"\bhow (?:tall|wide)\b"
        r"|\bhow (?:high|deep|far)(?: away| apart| above| below)? (?:is|was|are|were)\b"
        rf"(?! (?:[\w'’-]+ ){{0,4}}?{_LEVELS})"
        rf"|\bhow long (?:is|was|are|were) (?:[\w'’-]+ ){{1,4}}?(?:{_STRETCHES})\b|\bcombien mesur"
        r"|\b(?:what|quel\w*)\b.{0,20}\b(?:length|height|distance|longueur|hauteur|profondeur)\b",
    ),
    ("mass", r"\bhow heavy\b|\bweigh\b|\b(?:quel|what)\b.{0,12}\b(?:poids|tonnage|weight)\b|\bcombien p[eè]s"),
    ("duration", r"\bhow long\b|\bcombien de temps\b|\bquelle duree\b|\bquelle etait la duree\b"),
    ("year", r"\b(?:which|what) year\b|\bquelle annee\b"),
    ("verdict", r"\b(?:what|which|quel\w*)\b.{0,12}\b(?:verdict|ruling|jugement)\b"),
    ("penalty", r"\b(?:what|which|quel\w*)\b.{0,25}\b(?:sentence|penalty|peine|sanction)\b"),
    (
        "percent",
        r"\b(?:what|which|quel\w*)\b.{0,22}\b(?:share|per ?cent\w*|percentage|proportion|rate|turnout|inflation"
        rf"|score{_OF_A_VOTE}"
        r"|pourcentage|taux|participation)\b|\bquelle part\b",
    ),
)
MONEY = re.compile(
    r"\b(?:costs?|price[ds]?|pa(?:y|ys|id|ying)|spen[dt]\w*|money|sum|worth|budget|salar\w+|fine[ds]?|earn\w*|euros?"
    r"|dollars?|pounds?|funds?|raised|turnover|revenue|profits?|fees?|funding|aid|bring in|fetch\w*|value[ds]?|rent"
    r"|pension|compensation|damages|owe[ds]?|debt|bail|bids?|bonus|reward|(?:sold|sells?|goe?s?|went) for"
    r"|cout\w*|prix|sommes?|montants?|salaires?|amendes?|argent|val(?:oir|ait|aient|ent)|vaut|enveloppe|cotisation"
    r"|pa(?:ye|ie)\w*|debours\w+|depens\w+|facture\w*|recettes?|chiffre d'affaires|benefices?"
    r"|tarifs?|financ\w+|loyers?|indemni\w+|cachet|gagn\w+|touche(?:r|nt|ra|ront)?|dettes?|caution|primes?"
    r"|recompenses?)\b"
)
"""Words with which "how much" asks for money, folded."""

_SUM = (
    r"(?:costs?|price|sum|budget|salary|fine|revenue|profits?|fees?|rent|pension|compensation|debt|value|amount"
    r"|turnover|ransom|reward|subsid(?:y|ies)|allowance|damages|rancon|subvention|recompense|dedommagement"
    r"|prix|sommes?|montant|salaire|amende|enveloppe|cotisation|recettes?|chiffre d'affaires|benefices?|tarif|loyer"
    r"|indemni\w+|cachet|dette|caution|cout|prime|valeur)\b"
)
_MONEY_ASKED = re.compile(
    rf"\b(?:what|which|quel\w*)\b(?: (?:\w+ )?| ?l['’])?{_SUM}"
    rf"|\b(?:what|quel\w*) (?:is|was|were|are|est|etait|sont|etaient|a ete) (?:[\w'’-]+ ){{0,4}}?(?:l['’])?{_SUM}"
    r"|\bwhat (?:did|does|do|will|would|had)\b.*\b(?:costs?|pay|spend|earn|owe)\b"
    r"|\bworth\b.*\bwhat\b|\bwhat\b.*\bworth\b"
)
_SUM_OF = re.compile(
    r"\b(?:salary|fine|rent|pension|profits?|turnover|debt|bail|bonus|compensation"
    r"|salaire|amende|loyer|benefices?|dette|caution|prime|indemni\w+|cachet)\b"
)
_HOW_MUCH = re.compile(r"\bhow (?:much|large|big|expensive)\b|\bcombien\b")
_NO_SUMS = frozenset({"who", "where", "when", "why"})
"""Kinds of question whose "how much" only stands in what they tell: "who said how much it would cost?"."""

_AUXILIARY = re.compile(
    r"(?:did|do|does|were|was|are|is|have|has|had|will|would|can|could|to|for|from|with|at|on|in|by|of|that|who"
    r"|which|said"
    r"|a|ont|avait|avaient|est|sont|etait|etaient|fut|furent|aux?|en|dans|selon|que|qui|par|pour|sur|se|s|d|l|de|des|du"
    r"|le|la|les|lors|chez|devait|devaient|doit|doivent|the|this|these|its|t|il|elle|ils|elles|on)$"
)
_BIRTH = re.compile(r"\b(?:born|né|née|nés|nées|naquit)\b")
_OWNER = re.compile(r"^(?:[^\W\d_]\S* ){0,3}\S+(?:['’]s|s['’]) ")  # "Karel Novotny's lawyer": the lawyer is meant
_VERB = re.compile(r"\b(?:did|do|does|was|were|is|are|has|have|had|will|would|can|could)\b")
_PAST = re.compile(
    r".{3,}(?:ed|ing)$|(?:made|took|wrote|ran|spoke|sat|went|came|won|lost|sold|bought|fell|held|led|left|died"
    r"|chose|gave|cast|got|began)$"
)
_NOUN_WORDS = 5
_WORD = re.compile(r"[^\W_]+")
_ROLES = re.compile(
    r"(?:.*(?:ographer|ographe|ologist|ologue|lawyer|designer|specialist|prosecutor|producer|composer|architect"
    r"|magistrat\w*"
    r"|syndicaliste|responsable|avocate?|proprietaire|owner|partner|compagn\w+|winner|laureat\w*"
    r"|imam|band|judge|juge|laborato\w+|brand|marque|bank|banque|official|manager|spokes\w+|porte-parole))$"
)


@dataclass(frozen=True, slots=True)
class Demand:
    """What must be there: the ``slot``, and words for the thing counted or the role asked for.

    ``heads`` are likest the last word in English and the first in French.
    """

    slot: Slot
    heads: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def demand_of(question: Question) -> Demand:
    """Read a question."""
    return Demand(*_slot(fold(question.text), question))


def _slot(text: str, question: Question) -> tuple[Slot, tuple[str, ...]]:
    counted = _asked_to_count(text)
    if counted:
        return _counted(text[counted.end() :], question.language)
    people = _people_counted(text, question.language)
    if people:
        return "count", people
    if question.kind in ("when", "where") and _BIRTH.search(question.text):
        return "birth", ()
    slot = next((slot for slot, pattern in _SLOTS if re.search(pattern, text)), None)
    if slot is not None:
        return slot, ()
    which = _WHICH.search(text)
    how_much = question.kind not in _NO_SUMS and _HOW_MUCH.search(text)
    if _MONEY_ASKED.search(text) or (how_much and MONEY.search(text)):
        sum_of = _SUM_OF.search(text)
        return "money", (sum_of.group(),) if sum_of else ()
    if question.kind in ("how_much", "how_many") or how_much:
        return "amount", ()
    if question.kind == "when":
        return "date", ()
    if question.kind == "where":
        return "place", _noun(text[which.end() :], question.language) if which else ()
    role = _NAMED.search(text) or _WHO_IS.search(text) or which
    heads = _noun(text[role.end() :], question.language) if role else ()
    if question.kind == "who" or any(_ROLES.match(head) for head in heads):
        return "name", heads
    return "words", heads


def _asked_to_count(text: str) -> re.Match[str] | None:
    """The words of a folded question behind which what is counted stands; None where nothing is counted."""
    return None if asks_amount(text) else _COUNTED.search(text)


def _people_counted(text: str, language: str) -> tuple[str, ...]:
    """The word for people whose number is asked for without "how many": a toll, a staff."""
    if TOLL.search(text):
        return (DEAD[reading_of(language)],)
    return ("personnes" if language == "fr" else "people",) if _GROUP.search(text) else ()


def _counted(thing: str, language: str) -> tuple[Slot, tuple[str, ...]]:
    heads = _noun(thing, language)
    unit = heads[-1 if language == "en" else 0] if heads else ""
    if _TIME_UNIT.match(unit):
        behind = re.match(r".*?\b(?:in|of|de|d['’]) ?(\w+)", thing)
        return "duration", (behind.group(1),) if behind and not _AUXILIARY.match(behind.group(1)) else ()
    if _MASS_UNIT.match(unit):
        return "mass", ()
    if _PEOPLE.match(unit):
        heads = _fated(thing, language) or heads
    is_money = _MONEY_UNIT.match(unit) and not (unit == "livres" and _OF_BOOKS.search(thing))
    return ("money", ()) if is_money else ("count", heads)


def fate_asked(question: Question) -> str:
    """The word for the dead or the hurt where these are counted, of whatever group; "" where they are not."""
    text = fold(question.text)
    counted = _asked_to_count(text)
    return next(iter(_fated(text[counted.end() :], question.language)), "") if counted else ""


def _fated(thing: str, language: str) -> tuple[str, ...]:
    """The word for those counted where "people" are asked for who died or were hurt: no others will do."""
    fates = ((_DIE, DEAD), (_HURT, HURT))
    return next(((word[reading_of(language)],) for says, word in fates if says.match(thing)), ())


def _noun(text: str, language: str) -> tuple[str, ...]:
    """The noun that opens a text: in French its first word, in English the last two before a verb or preposition."""
    found: list[str] = []
    for word in _words(_without_owner(text) if language == "en" else text):
        if _AUXILIARY.match(word) or (language == "en" and found and _PAST.match(word)):
            if found:
                break
            continue
        found.append(word)
        if len(found) == _NOUN_WORDS:
            break
    return tuple(found[-2:] if language == "en" else found[:1])


def _without_owner(text: str) -> str:
    """The text from the thing owned on; as it is where a verb stands before the owner ("copies did the singer's")."""
    owner = _OWNER.match(text)
    return text if owner is None or _VERB.search(owner.group()) else text[owner.end() :]


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
