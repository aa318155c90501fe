"""Questions that name a topic and leave open what is to be said of it: "what happened in Lisbon?", "Brexit".

Knows how English and French ask so, and which words are the topic. Does not know articles. A question that names the
thing it wants ("when", "which minister", "the price of") is none of these.
"""

from __future__ import annotations

import re

from rag.language import fold, normalise
from rag.language.text import question_words

_LONGEST = 8  # words of a topic; what is longer says what it wants
_NEWS_EN = r"(?:news|latest(?: news)?|headlines|developments|situation|story|facts|events)"
_NEWS_FR = (
    r"(?:actualit[ée]s?|actus?|nouvelles|infos?|informations|(?:derni[èe]res )(?:nouvelles|infos|informations)"
    r"|situation|[ée]v[ée]nements|faits)"
)
_OF_EN = r"(?:on|about|of|from|in|with|regarding|concerning|around)"
_OF_FR = (
    r"(?:sur|de|du|des|à propos de|à propos du|à propos des|au sujet de|au sujet du|au sujet des|concernant|autour de"
    r"|autour du|à|au|aux|en|dans|chez|avec)"
)
_LEAD_INS = tuple(
    re.compile(rf"^(?:{pattern}) *(?P<topic>.+)$", re.IGNORECASE)
    for pattern in (
        rf"what(?:['’]s| is| are| were)? (?:the )?(?:new|up|{_NEWS_EN}|going on|happening)(?: today| now)? {_OF_EN}\b",
        r"what (?:has |is )?happen(?:ed|ing) (?:in|at|on|with|during|after|around)\b",
        r"what(?: has| is|['’]s)? (?:happen(?:ed|ing) to|become of) (?=(?-i:[A-Z]))",
        r"(?:please |can you |could you |would you )*(?:tell|brief|update|inform|fill) (?:me|us)(?: more| all"
        rf"| everything| something| in)?(?: {_NEWS_EN})? (?:about|on|of)\b",
        rf"(?:please )?(?:give|show|get|find) (?:me|us) (?:an? |the |some |all |\d+ |two |three |five )?"
        rf"(?:overview|summary|recap|update|background"
        rf"|{_NEWS_EN}|articles?|reports?) {_OF_EN}\b",
        rf"(?:please |can you |could you )*(?:summari[sz]e|sum up|recap)(?: (?:the |all )?{_NEWS_EN} {_OF_EN}\b)?",
        r"(?:an? |the |any )?(?:overview|summary|recap|update|background|latest(?: news)?|news|articles?|reports?"
        r"|coverage) (?:on|about|of|regarding|concerning|around)\b",
        r"what (?:do (?:we|you|they) know|is known|can you (?:tell me|say)|do the (?:articles?|reports?|papers) say"
        r"|does the (?:corpus|press) say) (?:about|of|on)\b",
        r"where do (?:things|we) stand (?:on|with|in)\b|what about\b",
        rf"quoi de (?:neuf|nouveau) {_OF_FR}\b",
        r"(?:que|qu['’]est[- ]ce qui|qu['’]est[- ]ce qu['’]il) (?:s['’]est[- ]il passé|s['’]est passé"
        rf"|se passe[- ]t[- ]il|se passe) (?:{_OF_FR}|lors de la|lors de l['’]|lors du|lors des|pendant|après)"
        r"(?:\b|(?<=['’]))",
        r"(?:qu['’]est[- ]il (?:arrivé|advenu) (?:à|de)|que (?:devien(?:t|nent)|sont devenus|est devenue?))"
        r" (?=(?-i:[A-ZÀ-Þ]))",
        rf"(?:parle[zs]?|dis|dites|racontez?|raconte)[- ](?:moi|nous)(?: tout| plus)? (?:{_OF_FR}|d['’])",
        rf"(?:résume[rz]?|résumes|résumé|synthèse|récapitulatif)(?:[- ](?:moi|nous))?(?: (?:les |l['’]))?"
        rf"(?: ?{_NEWS_FR})?(?: {_OF_FR}\b| d['’])?",
        rf"(?:fai(?:s|tes)|donne[zs]?)(?:[- ](?:moi|nous))? (?:un |une |le |les |l['’])?"
        rf"(?:résumé|synthèse|point|{_NEWS_FR}) (?:{_OF_FR}\b|d['’])",
        rf"(?:les |l['’]|des )?(?:{_NEWS_FR}|articles?)"
        r" (?:sur|concernant|à propos d(?:e|u|es)|autour d(?:e|u)|de|du|des)\b",
        rf"que (?:sait[- ]on|savez[- ]vous|sais[- ]tu|savons[- ]nous|disent les (?:articles|journaux)|dit le corpus)"
        rf" (?:{_OF_FR}\b|d['’])",
        rf"qu['’]est[- ]ce qu['’]on sait (?:{_OF_FR}\b|d['’])",
        r"où en (?:est|sont)(?:[- ]on (?:de|du|des|avec|dans)\b)?",
    )
)
_ARTICLE = re.compile(r"^(?:(?:the|le|la|les|un|une|an?) +|l['’] *)", re.IGNORECASE)
_LATELY = re.compile(
    r",?(?: |^)(?:(?:last|this|the past|in the past|over the last|in the last) (?:\w+ )?"
    r"(?:nights?|days?|weeks?|months?|years?)"
    r"|yesterday|today|tonight|now|recently|lately|these days"
    r"|(?:la|cette|ces|ce|les|l['’])(?: ?\w+)? ?(?:nuit|jours?|semaines?|mois|années?|an)"
    r"(?: (?:derni[eè]re?s?|pass[ée]e?s?))?"
    r"|hier|aujourd['’]hui|maintenant|récemment|dernièrement|en ce moment)$",
    re.IGNORECASE,
)
"""Words of time at the end of a topic: when it is to be of, and not what."""

_ASKING = re.compile(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|qui|que|quoi|quel|quelle|quels|quelles|quand|ou|pourquoi"
    r"|comment|combien|lequel|laquelle)\b|\bqu['’]"
)
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|did|does|do|will|would|can|could|should|must|may|might|that"
    r"|est|sont|etait|etaient|sera|seront|a-t|ont|avait|avaient|aura|auront|fut|je|tu|il|elle|ils|elles|nous|vous"
    r"|i|you|he|she|we|they|please|list|liste|compare|show|find|explain|cite|translate|write|explique|trouve|ecris"
    r"|traduis)\b"
)
_NEW = re.compile(
    r"\b(?:new|news|latest|headlines|update|developments|happening|going on|stand|become of|happened to|devien\w+|neuf"
    r"|nouveau|nouvelles|actualites?|actus?|infos?|se passe)\b|^ou en |\best-il arrive\b"
)


def topic_of(text: str) -> str | None:
    """The topic of a broad question, as it stands in it; None where something definite is asked.

    A topic alone ("the yellow vests", "Trump") is a broad question, too.
    """
    words = question_words(text)
    led = _led_in(words)
    topic = _LATELY.sub("", _ARTICLE.sub("", (words if led is None else led).strip(" ,:'’")))
    folded = fold(topic)
    if not 0 < len(topic.split()) <= _LONGEST or _ASKING.search(folded) or (led is None and _CLAUSE.search(folded)):
        return None
    return topic


def is_led_in(text: str) -> bool:
    """Whether a broad question says that news or an overview is wanted, and not the topic alone."""
    return _led_in(" ".join(normalise(text).split())) is not None


def _led_in(words: str) -> str | None:
    """What follows the words that ask for news or an overview; None where there are none."""
    return next((match["topic"] for pattern in _LEAD_INS if (match := pattern.match(words))), None)


def wants_newest(text: str) -> bool:
    """Whether a broad question asks for what is new, and not for what is known."""
    return bool(_NEW.search(fold(text)))
