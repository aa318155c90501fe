"""What stands around an article among its own paragraphs: pointers to others, buttons, an invitation to subscribe.

Knows: how these begin and how they are headed, in French and English. Does not know where a text comes from: pages and
feeds mark little of this, so that it is known by its words alone. A paragraph that tells anything else is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SHORT = 250  # characters of a line that points to another article, at most
# What stands ahead of the headline of another article, or above a list of them.
_POINTER = (
    r"(?:read|see|watch) (?:also|more|next)|also (?:read|see|watch)|more on this(?: story| topic)?|further reading"
    r"|(?:related|recommended)(?: (?:articles?|stor(?:y|ies)|news|reading|content|coverage|links?|posts?|topics?))?"
    r"|our standards|(?:lire|voir|écouter|regarder) (?:aussi|également)|lire la suite"
    r"|[àa] (?:lire|voir|écouter)(?: (?:aussi|également|ailleurs))?|(?:sur le|du) même (?:sujet|thème)"
    r"|pour aller plus loin"
)
_POINTS = re.compile(rf"\W{{0,3}}(?:{_POINTER})(?:\s*[:>|»→]|\s+[-–—]\s)\s*\S", re.IGNORECASE)
_HEADS_LIST = re.compile(
    rf"\W{{0,3}}(?:{_POINTER}|most[ -](?:read|popular|viewed|shared)|trending(?: now)?|popular (?:now|posts|stories)"
    r"|(?:more|latest|top) (?:stories|news|headlines)|you (?:may|might) (?:also )?like|recent posts"
    r"|les (?:\+|plus) (?:lus?|lues?|populaires|partagés|commentés)|dans la même rubrique"
    r"|(?:nos|les) derniers articles|articles? (?:liés?|similaires?|connexes?|recommandés?|récents?)"
    r"|vous aimerez aussi|à la une)\W*",
    re.IGNORECASE,
)
_ITEM = "- "  # as trafilatura writes it
_BUTTON = re.compile(
    r"(?:share|tweet)(?: (?:this|on|via)\b[^.]{0,40})?|partager(?: (?:cet?|l['’]|sur|via)\b[^.]{0,40})?"
    r"|(?:\W*\b(?:published|posted|(?:last )?updated|publiée?|mise? à jour|modifiée?)\b)+\W*"  # whose day is told apart
    r"|(?:©|\(c\) |copyright\b).{0,100}|.{0,80}\b(?:all rights reserved|tous droits réservés)\W*",
    re.IGNORECASE,
)
# https://yoast.com: what WordPress puts at the end of every entry of a feed.
_SYNDICATED = re.compile(
    r"\s*(?:\bThe post (?:(?!The post ).){1,400}? (?:appeared first on|first appeared on)"
    r"|\b(?:L['’]article|Cet article) (?:(?!(?:L['’]|Cet )article ).){1,400}? est apparu en premier sur)"
    r" [^.]{1,80}(?:\.\w[^.]{0,20})*\.?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_STOPS = re.compile(r"[.…][\s»”\"')]*$")

_INVITES = re.compile(
    r"^(?:please )?subscribe (?:now |today )?(?:for|from|to)\b|^abonnez-vous\b|\bsubscribers?[ -]only\b"
    r"|\b(?:article|story|content|rest|page)\b.{0,30}\b(?:is|are) (?:only |exclusively )?"
    r"(?:for|(?:available|reserved|open) (?:only )?(?:for|to)) (?:our )?subscribers\b|\bfor subscribers only\b"
    r"|\b(?:suite|reste|article|contenu)\b.{0,40}\bréservée?s? (?:aux|à nos) abonné"
    r"|^il vous reste [\d.,]+\s?% de |^you have (?:read|used|reached) (?:all )?.{0,40}\bfree articles\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(  # what stands beside such an invitation
    r"already a subscriber|déjà abonné|^log ?in\b|^sign (?:in|up)\b|connectez-vous|identifiez-vous|^newsletter\b"
    r"|\bcookies\b|\bcancel (?:at )?any ?time\b|\bunlimited (?:digital )?access\b|\ben illimité\b|sans engagement"
    r"|sans publicité|[$£€]\s?\d[^.]{0,40}\b(?:a|per|for \w+) (?:week|month|year)"
    r"|\d\s?€[^.]{0,20}\b(?:pendant|par|le premier|puis)\b",
    re.IGNORECASE,
)
# Of that, what may stand ahead of it as well: a price there may be one the article tells.
_LEADS_UP = re.compile(r"newsletter\b|sign (?:in|up)\b|log ?in\b|already a subscriber|déjà abonné", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_WORDS = 5  # of a button


def without_surroundings(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs without those that point to other articles, lists of such, buttons and rights."""
    kept: list[str] = []
    place = 0
    while place < len(paragraphs):
        each = paragraphs[place].strip()
        place += 1
        if _HEADS_LIST.fullmatch(each):
            place = _past_list(paragraphs, place, is_below=bool(kept))
        elif not _BUTTON.fullmatch(each) and not (len(each) <= _SHORT and _POINTS.match(each)):
            kept.append(paragraphs[place - 1])
    if kept:
        kept[-1] = _SYNDICATED.sub("", kept[-1])
    return kept if not kept or kept[-1].strip() else kept[:-1]


def without_invitation(paragraphs: Sequence[str]) -> tuple[list[str], bool]:
    """The paragraphs without an invitation to subscribe at their end and what it offers; whether there was one."""
    first = len(paragraphs)
    while first and _is_offer(paragraphs[first - 1]):
        first -= 1
    first = next((place for place in range(first, len(paragraphs)) if _is_invitation(paragraphs[place])), 0)
    while first and (_is_button(paragraphs[first - 1]) or _LEADS_UP.match(paragraphs[first - 1])):
        first -= 1
    return (list(paragraphs[:first]), True) if first else (list(paragraphs), False)


def is_around(text: str) -> bool:
    """Whether a text is nothing of an article: an offer, a button."""
    return _is_offer(text) or _BUTTON.fullmatch(text.strip()) is not None


def _past_list(paragraphs: Sequence[str], place: int, *, is_below: bool) -> int:
    """Where a list of other articles ends: with its last item; below the text also with the last of its lines."""
    if is_below and not any(_STOPS.search(each) for each in paragraphs[place:]):
        return len(paragraphs)
    while place < len(paragraphs) and paragraphs[place].startswith(_ITEM):
        place += 1
    return place


def _is_invitation(paragraph: str) -> bool:
    return any(_INVITES.search(each) for each in _SENTENCE.split(paragraph.strip()))


def _is_offer(paragraph: str) -> bool:
    """Whether every sentence of a paragraph invites or offers, or is as short as what stands beside such a sentence."""
    said = _SENTENCE.split(paragraph.strip())
    offers = [each for each in said if _INVITES.search(each) or _OFFERS.search(each)]
    is_told = bool(offers) and all(each in offers or len(each.split()) <= _WORDS for each in said)
    return is_told or _is_button(paragraph)


def _is_button(paragraph: str) -> bool:
    return len(paragraph.split()) <= _WORDS and not _STOPS.search(paragraph)
