"""What is said to the program and asks nothing of the articles: greetings, thanks, "who are you?", "2+2".

Knows how English and French say so. Does not know what is answered to it.
"""

from __future__ import annotations

import re

from rag.language.text import fold

_GREETINGS = frozenset(
    "hello hi hey thanks thank ok okay bye goodbye please test help"
    " bonjour bonsoir salut coucou merci allo svp aide".split()
)
_POLITE = _GREETINGS | frozenset(
    "there good morning evening afternoon you very much yes no beaucoup bien au revoir oui non d'accord a vous".split()
)
_TO_US = re.compile(
    r"(?:who|what) are you|what(?:'s| is) your name|what can you do(?: for me)?|can you help(?: me)?"
    r"|how do(?:es)? (?:you|this (?:app|site|tool)) work|are you (?:an? )?(?:ai|bot|robot|human|real|chatgpt)\b.*"
    r"|(?:please |can you |could you )*translate\b.*|(?:please |can you )*tell (?:me|us) a joke"
    r"|(?:please |can you |could you )*write (?:me |us )?an? (?:poem|essay|e-?mail|letter|song|story|article)\b.*"
    r"|qui (?:es-tu|etes-vous)|(?:t'es|tu es|vous etes) qui|comment (?:tu t'appelles|t'appelles-tu|vous appelez-vous)"
    r"|(?:c'est quoi|quel est) (?:ton|votre) nom"
    r"|(?:que|qu'est-ce que) (?:peux-tu|pouvez-vous|tu peux|vous pouvez) faire"
    r"|comment (?:tu fonctionnes|vous fonctionnez|fonctionnes-tu|fonctionnez-vous)"
    r"|(?:peux-tu |pouvez-vous )?tradui(?:s|re|sez)\b.*"
    r"|raconte[- ](?:moi|nous) une blague|ecris(?:-moi|-nous)? une? (?:poeme|lettre|mail|chanson|histoire|article)\b.*"
)
_SUM = re.compile(r"(?:what is |combien font |how much is )?[\d\s().,]+(?:[+*=×÷][\d\s().,]*)+")


def is_talk(text: str) -> bool:
    """Whether nothing is asked of the articles: a greeting, thanks, "ok", "who are you?", "translate this", "2+2"."""
    flat = " ".join(fold(text).replace("’", "'").split()).strip(" ?!.…")
    said = set(re.findall(r"[\w']+", flat))
    return bool((said & _GREETINGS and said <= _POLITE) or _TO_US.fullmatch(flat) or _SUM.fullmatch(flat))
