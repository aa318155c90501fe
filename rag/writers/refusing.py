"""How a model says that it finds no answer: in the phrase it is asked for, or in words like it.

Knows phrases in English and French. Does not know whether other lines of the same reply answer after all.
"""

from __future__ import annotations

import re

from rag.language import fold

CANNOT_ANSWER = "THE ARTICLES DO NOT SAY"
"""The one phrase for "cannot answer": the prompt asks for it, the parser knows it."""

_THEY = r"(?:articles?|sentences?|phrases?|passages?|corpus|excerpts?|extraits?)"
_UNSAID = re.compile(
    r"\W*(?:unfortunately,? |malheureusement,? )?(?:"
    rf"(?:(?:the|these|those|provided|given|numbered|cited) ){{0,3}}{_THEY}"
    r"(?: (?:provided|given|above|below|cited|found))? (?:do|does|did)(?: not|n't)"
    r" (?:say|state|mention|specify|indicate|tell|answer|contain|provide|give|include|report)\b"
    rf"|(?:les? |l'|ces |cet |aucune? (?:des )?){_THEY}(?: (?:fourni|donne|cite|trouve)e?s?| ci-dessus| disponibles)?"
    r" n(?:e |')(?:l[ea] |l'|les |nous |en |y )*(?:di(?:t|sent)|repond(?:ent)?|contien(?:t|nent)|permet(?:tent)?"
    r"|fourni(?:t|ssent)|(?:precise|mentionne|indique|donne|rapporte|parle|evoque)(?:nt)?)\b)"
)
_YET = re.compile(r"\b(?:but|however|although|though|mais|cependant|toutefois)\b")


def is_phrase(text: str) -> bool:
    """Whether a text without marks is the phrase and nothing else, in whatever case and punctuation."""
    return re.sub(r"[\W_]+", " ", text).strip().casefold() == CANNOT_ANSWER.casefold()


def is_refusal(text: str) -> bool:
    """Whether a text without marks says that the articles do not tell, with or without an explanation behind.

    "They do not say how many, but ..." goes on to tell something, and is none.
    """
    flat = fold(text)
    return is_phrase(text) or (_UNSAID.match(flat) is not None and not _YET.search(flat))
