"""Sums by what they are: a salary, a fine, a debt, a profit, and the words a sentence tells them with.

Knows these words in English and French. Does not know which sums are likeliest: it only says that one is another.
"""

from __future__ import annotations

import re

from rag.language import fold
from rag.ranking.demand import demand_of
from rag.ranking.held import ANOTHER_SUM, held
from rag.types import Evidence, Question

_SUMS = tuple(
    re.compile(rf"\b(?:{words})", re.ASCII)
    for words in (
        r"sal[ai]\w*r|gagn|touch|remuner|earn|pa(?:y|id|ye|ie)|wage|package|traitement|indemnit|percoi|percev|compens",
        r"amende|fined?\b|fines|penal|condamn|sanction|pa(?:y|id|ye|ie)|contravention|ticket|infraction",
        r"dett|debt|ow(?:e|ing)|doi(?:t|vent)|devait|passif|liabilit|borrow|loan|pret|emprunt|creanc|rembours",
        r"loyer|rent|lou(?:e|er)\b|bail|lease",
        r"caution|bail|liber",
    )
)
"""Words with which each sum is told of; the first to match the word asked for is its own."""

_BALANCE = tuple(
    (re.compile(rf"\b(?:{asked})\b"), re.compile(rf"\b(?:{said})"))
    for asked, said in (
        (
            r"profits?|benefices?",
            r"profits?\b|benefic|resultat|excedent|earn|gain|gagn|marge|margin|ebit|income|surplus",
        ),
        (r"loss(?:es)?|deficit|pertes?", r"loss|los[te]\b|perd|perte|deficit|rouge\b|in the red|negati|shortfall"),
        (
            r"turnover|revenues?|chiffre d'affaires|recettes?",
            r"turnover|revenue|sales\b|chiffre d'affaires|recettes?\b|ventes?\b|takings",
        ),
    )
)
"""What is asked of a firm's year, and words of which a sentence must say one: a debt is no loss."""

_LOSS = _BALANCE[1][1]

_LOSES = re.compile(
    r"(?!.*\b(?:who|which|that|after|before|when|qui|apres|avant|quand)\b).*\b(?:lose|lost|losing|perdus?|perd|perdre)\b"
)
"""A question for what somebody lost: it may be told without a word for it ("fell by"), but not as a profit."""

_PARTING = re.compile(r"[;:(]|,(?!\d)|\b(?:contre|against|compared (?:with|to)|mais|but|while|tandis que|alors que)\b")


def is_another_sum(question: Question, item: Evidence, start: int) -> bool:
    """Whether a profit, a salary, a fine or the like is asked for, and a sentence with a sum has no word like it.

    Nor is the sum at ``start``, an offset into the sentence, where its part of it says another ("perdu 87 millions,
    contre un bénéfice de 12 millions").
    """
    demand = demand_of(question)
    if demand.slot not in ("money", "amount"):
        return False
    asked = fold(question.text)
    own = next((says for asks, says in _BALANCE if asks.search(asked)), None)
    if own is not None:
        text = item.sentence.text
        return own.search(fold(text)) is None or _is_of_rival(own, text, start)
    if _LOSES.match(asked):
        return _is_of_rival(_LOSS, item.sentence.text, start)
    return demand.slot == "money" and bool(demand.heads) and held(demand, question, item) <= ANOTHER_SUM


def _is_of_rival(own: re.Pattern[str], text: str, start: int) -> bool:
    """Whether the part of a sentence that a sum stands in says another line of a firm's year, and not its own."""
    part = fold(_part_at(text, start))
    return own.search(part) is None and any(says.search(part) for _, says in _BALANCE if says is not own)


def _part_at(text: str, at: int) -> str:
    """The part of a sentence, between commas and the like, that a place lies in."""
    begin = max((match.end() for match in _PARTING.finditer(text, 0, at)), default=0)
    end = _PARTING.search(text, at)
    return text[begin : end.start() if end else len(text)]


def tells_of_sum(head: str, text: str) -> bool:
    """Whether a text has a word for the sum asked for, by its ``head``: "salaire" is told of where somebody "earns"."""
    said = next((words for words in _SUMS if words.match(head)), None)
    return said is None or said.search(fold(text)) is not None
