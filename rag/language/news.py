"""Questions for the news as such, of no topic: "what's new?", "que s'est-il passé hier ?".

Knows how English and French ask so. Does not know dates: whether what follows is a time is for others to say.
"""

from __future__ import annotations

import re

from rag.language.text import fold, question_words

_NEWS_FR = r"(?:nouvelles?|actualites?|actus?|infos?|informations|titres?)"
_LEADS = tuple(
    re.compile(rf"^(?:{pattern})(?P<rest>(?: |,|$).*)?$")
    for pattern in (
        r"(?:so )?what(?:'s| is| was|s) (?:new|up|going on|happening|(?:in )?the (?:latest )?news|the latest"
        r"|in the (?:news|headlines|papers)|making (?:the )?headlines)",
        r"what (?:are|were) the (?:latest |main |top |big )?(?:news|headlines|stories|events|developments)",
        r"what (?:has |have )?(?:happened|happens)|what has been happening|what did i miss",
        r"(?:please )?(?:tell|give|show|brief|update) (?:me|us)(?: (?:the|an?|some|all|on))*"
        r" (?:latest |main |top |big )*(?:news|headlines|stories|overview|summary|update)",
        r"(?:please )?(?:summari[sz]e|sum up|recap) (?:the )?(?:latest |main |top )?(?:news|headlines|events|stories)",
        r"(?:any |the |today's |yesterday's )?(?:latest |main |top |recent |big |breaking )*"
        r"(?:news|headlines|top stories|stories)",
        r"(?:alors )?quoi de (?:neuf|nouveau)",
        r"qu'?(?:e|est-ce qu[ie]) (?:s'est-il passe|s'est passe|se passe-t-il|se passe|il se passe|il s'est passe)",
        r"quel(?:le)?s? (?:est|sont|etaient|etait) (?:les? |l'|la )(?:dernieres? |principa(?:les?|ux) |grands? )?"
        r"(?:nouvelles?|actualites?|infos?|informations|titres?|evenements?|faits marquants)",
        r"(?:donne|dis|fais|resume|montre)s?(?:-| )(?:moi|nous)(?: (?:les|l'|la|un|le|de))* ?"
        rf"(?:dernieres? |principales? )?(?:{_NEWS_FR}|resume|point)",
        rf"(?:resume[rz]?|synthese de|resume de) (?:les |l'|la )?(?:dernieres? )?{_NEWS_FR}",
        rf"(?:les |l'|des )?(?:dernieres? |principales? |grandes? )?{_NEWS_FR}|a la une",
    )
)


def after_news(text: str) -> str | None:
    """What follows the words that ask for the news as such, folded, "" for nothing; None where they are not asked for.

    Only where it says a time, or nothing, no topic is named: "what's new on Brexit" has "on Brexit" left.
    """
    flat = fold(question_words(text)).replace("’", "'")
    match = next((found for pattern in _LEADS if (found := pattern.match(flat))), None)
    return (match["rest"] or "").strip(" ,") if match else None
