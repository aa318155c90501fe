"""How a model says that it finds no answer: in the phrase it is asked for, or in words like it.

Knows phrases in English and French. Does not know whether other lines of the same reply answer after all.
"""

from __future__ import annotations

import re

from rag.language import fold

CANNOT_ANSWER = "THE ARTICLES DO NOT SAY"
"""The one phrase for "cannot answer": the prompt asks for it, the parser knows it."""

_OURS = r"(?:articles?|sentences?|phrases?|passages?|corpus|excerpts?|extraits?)"
_THEIRS = rf"(?:{_OURS}|sources?|textes?|texts?|documents?|informations?|context|contexte)"  # of the news, too
_THE = r"(?:(?:the|these|those|this|any|provided|given|numbered|cited) ){0,3}"
_LES = r"(?:(?:dans|par|de) )?(?:les? |la |l'|ces |cet |cette |des |du )"
_GIVEN = r"(?: (?:provided|given|above|below|cited|found|available))?"
_FOURNIS = r"(?: (?:fourni|donne|cite|trouve)e?s?| ci-dessus| disponibles?)?"
_SAY = (
    r"(?:say|state|mention|specify|indicate|tell|answer|contain|provide|give|include|report|explain|reveal|name"
    r"|address|disclose|suffice)(?:s|es)?\b"
)
_DIT = (
    r"(?:di(?:t|sent)|repond(?:ent)?|contien(?:t|nent)|permet(?:tent)?|fourni(?:t|ssent)"
    r"|(?:precise|mentionne|indique|donne|rapporte|parle|evoque|explique|revele|nomme)(?:nt)?)\b"
)
_STATED = (
    r"(?:said|stated|mentioned|specified|indicated|told|given|provided|included|reported|answered|disclosed|addressed"
    r"|available|found)\b"
)
_ECRIT = r"(?:dite?|fournie?|(?:mentionne|precise|indique|donne|specifie|rapporte|communique|disponibl|trouve)e?)s?\b"

_FRONT = re.compile(
    r"(?:\W*(?:unfortunately|malheureusement|(?:i'm |i am )?(?:very |so )?sorry|(?:je suis )?desolee?"
    rf"|(?:based on|according to|from|given|in) {_THE}{_THEIRS}{_GIVEN}"
    rf"|(?:d'apres|selon|sur la base d'?|au vu d'?|dans) ?{_LES}{_THEIRS}{_FOURNIS})(?:,? (?:but|mais)\b)?)*\W*"
)


def _unsaid(they: str) -> str:
    """That ``they`` do not tell, or none of them does."""
    return (
        rf"{_THE}{they}{_GIVEN} (?:do|does|did)(?: not|n't)(?: \w+ly)?(?: (?:seem|appear) to)? {_SAY}"
        rf"|(?:none of|nothing in|no) {_THE}{they}{_GIVEN} (?:\w+ly )?{_SAY}"
        rf"|(?:les? |l'|ces |cet |aucune? (?:des |de ces )?|rien dans {_LES}){they}{_FOURNIS}"
        rf" n(?:e |')(?:l[ea] |l'|les |nous |en |y )*{_DIT}"
    )


_UNSAID = re.compile(_unsaid(_OURS))
_GIVEN_UP = re.compile(
    rf"{_unsaid(_THEIRS)}"
    r"|i (?:do not|don't|did not|didn't|cannot|can't|could not|couldn't|am unable to|am not able to)"
    r" (?:know|answer|find|determine|tell|say|see|provide|have (?:\w+ ){0,2}(?:information|answer))\b"
    r"|(?:je n(?:e |')(?:sais|peux|trouve|dispose|parviens|suis|ai)|on ne sait)(?: pas| aucune?)\b"
    r"|(?:there (?:is|are|was) )?(?:no|not enough|insufficient) (?:\w+ ){0,2}(?:information|mention|answer|details?)\b"
    r"|(?:il n'y a (?:pas |aucune? )(?:d'|de )?|aucune )(?:information|mention|reponse|precision|indication)s?\b"
    r"|it is (?:not possible|impossible) to|(?:it|(?:the|this|your) question) cannot be (?:answered|determined|said)\b"
    r"|il (?:n'est pas possible|est impossible) d(?:e |')"
    # "It is not mentioned", "not stated"; of anything else only where it is said in what.
    rf"|(?:(?:(?:it|this|that|the (?:answer|information)) (?:is|are|was)(?: not|n't))|not)(?: \w+ly)? {_STATED}"
    rf"|[^.;:!?]{{0,150}}(?: not|n't)(?: \w+ly)? {_STATED}(?: anywhere)? (?:in|by) {_THE}{_THEIRS}\b"
    rf"|(?:(?:ce|cela|il|elle|(?:l'|cette |la )(?:information|reponse)) n(?:'est|e sont) pas|non)(?: \w+ment)? {_ECRIT}"
    rf"|[^.;:!?]{{0,150}} n(?:'est|e sont|'a|'ont|'etait) pas(?: ete)?(?: \w+ment)? {_ECRIT} {_LES}{_THEIRS}\b"
)
_YET = re.compile(r"\b(?:but|however|although|though|mais|cependant|toutefois)\b")


def is_phrase(text: str) -> bool:
    """Whether a text without marks is the phrase and nothing else, in whatever case and punctuation."""
    return re.sub(r"[\W_]+", " ", text).strip().casefold() == CANNOT_ANSWER.casefold()


def is_refusal(text: str) -> bool:
    """Whether a text without marks says that the articles do not tell, with or without an explanation behind.

    "They do not say how many, but ..." goes on to tell something, and is none.
    """
    return is_phrase(text) or _says(_UNSAID, text)


def gives_up(text: str) -> bool:
    """Whether a text that cites nothing says that there is no answer: "I do not know", "It is not mentioned".

    With a mark the same words may be the news: "The sources do not say who paid [1]."
    """
    return _says(_GIVEN_UP, text)


def _says(words: re.Pattern[str], text: str) -> bool:
    """Whether a text begins with the words, excuses before them apart, and does not go on with a "but"."""
    flat = fold(text)
    front = _FRONT.match(flat)
    start = front.end() if front else 0
    return words.match(flat, start) is not None and not _YET.search(flat, start)
