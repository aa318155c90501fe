"""What a sum is said to be beside it: insured for, a budget, a grant; no answer where quite another one is asked for.

Knows words for what sums are, in English and French, and with which questions each goes. Does not know which sums are
likeliest: it only speaks against.
"""

from __future__ import annotations

import re

from rag.figures import Figure
from rag.figures.flat import flatten
from rag.language import fold

_BEFORE, _BEHIND = 45, 30  # characters around a sum within which it is said what it is

# What stands before a sum, what stands behind it, and the words of questions that it may answer.
_ROLES = tuple(
    (
        re.compile(rf"\b(?:{before})(?: [a-z'-]+){{0,4}} ?$") if before else None,
        re.compile(rf"^(?: [a-z'-]+){{0,2}} ?\b(?:{behind})\b") if behind else None,
        re.compile(rf"\b(?:{asked})"),
    )
    for before, behind, asked in (
        (r"insured|assure(?:e|s|es)?(?= (?:pour|a hauteur|a))", "", r"insur|assur"),
        (
            r"budget(?: \w+)?(?: de| of)",
            r"budget",
            r"budget|cost|cout|spen[dt]|depens|financ|fund|enveloppe|price tag|worth|pay|paid|invest|avail|dispos",
        ),
        (
            r"subventions?|subsid(?:y|ies)|grants? of|public (?:support|aid|money)|aides? publiques?",
            r"(?:in|of|de) (?:public (?:support|aid|money)|subsid(?:y|ies)|subventions?|aides? publiques?)",
            r"subven|subsid|grant|aid|support|fund|financ|state|etat|public|receiv|recu|touch|vers|give|gave|help|contribu",
        ),
        (
            r"tax revenues?(?: of)?|recettes fiscales(?: de)?",
            r"(?:in|of|de) (?:tax revenues?|recettes fiscales)",
            r"tax|impot|fisc|recett|revenu|bring|rapport|earn|gagn",
        ),
        (
            r"investissements? (?:total )?(?:de|s'eleve a|atteint)|invest(?:ment|ed|ing|s|ir|it|i)?(?: of)?",
            r"(?:of|d'|in) investi\w+|(?:will be |was |were )?invested|investis",
            r"invest|cost|cout|spen[dt]|depens|project|projet|chantier|budget|financ|fund|pay|paid|put",
        ),
        (
            r"prets?(?: de)?|loans?(?: of)?",
            r"(?:loan|pret)s?",
            r"loan|pret|len[dt]|borrow|emprunt|credit|debt|dett|financ|fund|ow",
        ),
    )
)
_APIECE = re.compile(r"^ ?(?:(?:la |par )?piece|each|apiece|l'unite|chacune?)\b")
_ASKS_ALL = re.compile(
    r"\b(?:damages?|degats|total\w*|loss(?:es)?|pertes?|rais(?:e|ed)|collect\w*|in all|budget|bill|facture)\b"
)


def is_said_to_be_another(question: str, figure: Figure, text: str) -> bool:
    """Whether a sum of a sentence is said to be something that the question has no word for."""
    if figure.kind != "money":
        return False
    flat, asked = flatten(text), fold(question)
    before, behind = flat[max(0, figure.start - _BEFORE) : figure.start], flat[figure.end : figure.end + _BEHIND]
    if _APIECE.match(behind) and _ASKS_ALL.search(asked):
        return True
    return any(
        bool((ahead and ahead.search(before)) or (after and after.search(behind))) and not goes_with.search(asked)
        for ahead, after, goes_with in _ROLES
    )
