"""Pages that a server sends in place of an article: an error, a test for robots, an invitation to subscribe.

Knows: how they are headed and what they say, in French and English. Does not know pages with anything else to tell: one
sentence of an article is enough to be one, whatever stands beside it.
"""

from __future__ import annotations

import re

_SHORT = 600  # characters of text a page has at most that only says that there is nothing
_ERROR = re.compile(
    r"(?:http )?(?:error |erreur )?(?:4\d\d|50\d)(?: error| erreur)?\W*(?:$|[-–—|:]|(?:page )?not found|forbidden|gone"
    r"|bad gateway|unauthorized|service unavailable|internal server error|gateway time-?out|page introuvable)"
    r"|(?:page )?not found\W*(?:$|[-–—|:])|page (?:introuvable|non trouvée|inexistante)|(?:access denied|forbidden)\W*$"
    r"|(?:cette page n['’]existe (?:pas|plus)|this page (?:does not|doesn['’]t|no longer) exists?)",
    re.IGNORECASE,
)
_ROBOTS = re.compile(
    r"just a moment\W*$|un instant\W*$|attention required|security check\W*$|are you a (?:robot|human)"
    r"|verif(?:y|ying) (?:that )?you are (?:a )?human|êtes-vous un robot|checking your browser",
    re.IGNORECASE,
)
_SUBSCRIBE = re.compile(
    r"\bsubscribe (?:now |today )?(?:for|to (?:access|continue|keep|read|unlock))\b|\bsubscribers?[ -]only\b"
    r"|\bfor (?:our )?subscribers\b|abonnez-vous|réservée? (?:aux|à nos) abonné|\bfree articles\b",
    re.IGNORECASE,
)
_AROUND = re.compile(  # what stands beside such an invitation
    r"already a subscriber|déjà abonné|\blog ?in\b|sign (?:in|up)\b|connectez-vous|identifiez-vous|newsletter|cookies",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\n+|(?<=[.!?…])\s+")
_WORDS = 4  # of a menu, a heading, a button; a sentence of an article has more


def stand_in(title: str, text: str) -> str:
    """Why a page is no article but something in its place; "" where it may be one."""
    if len(text) <= _SHORT and _ERROR.match(title.strip()):
        return "an error page of its site, not an article: save the page anew"
    if len(text) <= _SHORT and _ROBOTS.match(title.strip()):
        return "a page that tests for robots, not an article: save the page anew from a browser"
    said = [sentence for sentence in _SENTENCE.split(text) if sentence.strip() and sentence.strip() != title.strip()]
    asked = [sentence for sentence in said if _SUBSCRIBE.search(sentence)]
    if asked and all(len(each.split()) <= _WORDS or _SUBSCRIBE.search(each) or _AROUND.search(each) for each in said):
        return "an invitation to subscribe, not an article: save the page with the article open"
    return ""
