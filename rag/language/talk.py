"""What is said to the program and asks nothing of the articles: greetings, thanks, "who are you?", "2+2", "please".

Knows how English and French say so, also ahead of a question. Does not know what is answered to it.
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
_GREETING = re.compile(
    r"(?:hello|hi|hey|good (?:morning|afternoon|evening)|thanks|thank you|bonjour|bonsoir|salut|coucou|merci)"
    r"(?: (?:there|all|everyone|à (?:tous|toutes|vous)))?"
    r"(?: ?[,.!:]+ *(?=\w)| +(?=(?:qu\w+|o[uù]|comment|combien|pourquoi|est|peux|pouvez|pourri\w+|dis|dites|je|j|who"
    r"|what|when|where|why|how|which|can|could|would|please|tell|i|do|is|are|was|were|did|does|has|have)\b))"
    r"|(?:please|pls|s['’]il (?:te|vous) pla[iî]t|svp|ok|okay|alors|so|well)[,:]? +(?=\w)",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"(?:(?:can|could|would|will) you (?:please )?(?:tell|explain to|remind|inform) (?:me|us),? +"
    r"|(?:tell|explain to|remind) (?:me|us),? +"
    r"|(?:i(?:['’]d| would) like|i want|we want|i need|help me) to know,? +|do you know,? +|i wonder,? +"
    r"|(?:dis|dites|explique|expliquez|rappelle|rappelez|précise|précisez|indique|indiquez)[- ](?:moi|nous),? +"
    r"|(?:est-ce que )?(?:peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|tu peux|vous pouvez|tu pourrais|vous pourriez)"
    r"(?: (?:me|nous))? (?:dire|expliquer|indiquer|rappeler|préciser),? +"
    r"|(?:je (?:voudrais|veux|souhaite(?:rais)?)|j['’]aimerais|nous voudrions) (?:bien )?savoir,? +"
    r"|(?:sais-tu|savez-vous|tu sais|vous savez),? +)",
    re.IGNORECASE,
)
_ASKS = (
    r"(?:who|whom|whose|what|which|when|where|why|how|qui|quoi|quand|où|pourquoi|comment|combien|quel(?:le)?s?"
    r"|(?:à|de|en|dans|in|at|on|by|from|for) (?:quel(?:le)?s?|combien|qui|which|what|whom))\b"
)
_PREAMBLE = re.compile(  # a sentence about who asks and what for, ahead of the one that asks
    r"(?:(?:i|we|je|nous|(?:my|ma) (?=question))\b|j['’]|i['’])[^.!?]*?\b(?:writ\w+|prepar\w+|research\w*|working"
    r"|looking|grateful|interested|curious|journalist|reporter|student|question|prépar\w+|écri\w+|rédige\w*"
    r"|travaill\w+|cherch\w+|journaliste|étudiante?|intéress\w+)\b[^.!?]*?"
    r"(?:[.!:;] +(?=[^.!?]*\?\s*$)|, *(?:and |so |et |donc )?(?=(?:could|can|would|will) you\b|pou[rv]\w+-(?:vous|tu)\b"
    r"|auriez-vous\b))",
    re.IGNORECASE,
)
_REQUEST = re.compile(  # "could you be so kind as to tell me: how much"
    r"(?:(?:could|can|would|will|might) you|i (?:would|was wondering|am wondering|wonder)|i['’]d|we would|we['’]d"
    r"|pourr(?:iez|ais)[- ](?:vous|tu)|(?:pouvez|auriez|voudriez)-vous|(?:peux|aurais|voudrais)-tu|vous serait-il"
    r"|je vous (?:serais|saurais)|je te (?:serais|saurais)|merci de)\b[^?.]{0,120}?"
    r"\b(?:tell|explain|know|inform|remind|say|dire|indiquer|expliquer|préciser|rappeler|informer|savoir)"
    rf"(?: (?:me|us|moi|nous))?(?:,? (?:please|s['’]il (?:te|vous) pla[iî]t|svp))?(?:,| ?:)? +(?={_ASKS})",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about|on|of|more|everything|all|something|anything|what you|de|du|des|sur|tout|plus|a|an|the|une?|le|la|les)\b"
    r"|d['’]",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"(?:if|whether|si) +|s['’](?=ils?\b)", re.IGNORECASE)


def without_courtesy(text: str) -> str:
    """A question without what is said ahead of it out of politeness: "Bonjour, peux-tu me dire qui a gagné ?".

    Where no question follows, as in "tell me about Lisbon", what leads in to it stays.
    """
    rest = text
    while True:
        match = _GREETING.match(rest) or _COURTESY.match(rest) or _PREAMBLE.match(rest) or _REQUEST.match(rest)
        if not match or match.end() == len(rest) or (match.re is _COURTESY and _ABOUT.match(rest, match.end())):
            break
        rest = rest[match.end() :]
    return _WHETHER.sub("", rest, count=1) if rest != text and _WHETHER.match(rest) else rest


def is_talk(text: str) -> bool:
    """Whether nothing is asked of the articles: a greeting, thanks, "ok", "who are you?", "translate this", "2+2"."""
    flat = " ".join(fold(text).replace("’", "'").split()).strip(" ?!.…")
    said = set(re.findall(r"[\w']+", flat))
    return bool((said & _GREETINGS and said <= _POLITE) or _TO_US.fullmatch(flat) or _SUM.fullmatch(flat))
