"""The kind of answer a question wants, told by its question words and by the nouns behind them.

Knows both languages' question words and which nouns betray a kind. Does not know names, times or what is answered.
"""

from __future__ import annotations

import re
from datetime import date

from rag.answer_nouns import kind_of_noun, kind_of_plural, names_people
from rag.figures import find_figures
from rag.figures.names import TITLES
from rag.language import detect_question, fold, reading_of
from rag.language.amounts import asks_amount
from rag.language.broad import is_led_in, topic_of
from rag.language.identity import name_of
from rag.language.news import after_news
from rag.language.office import office_of
from rag.language.statements import statement_of
from rag.types import QuestionKind

_VERB = "did|does|do|was|were|is|are|will|would|has|have|had|can|could|should|must|may|might"
_WORDS: tuple[tuple[QuestionKind, str], ...] = (
    ("how_many", r"\bhow many\b|\bcombien d[e']|\bcombien des\b"),
    (
        "how_much",
        r"\bhow (much|large|big|high|tall|long|old|far|fast|heavy|hot|cold|warm|deep|wide|expensive|often)\b"
        r"|\bcombien\b",
    ),
    ("when", rf"^(from |until |since )?when ({_VERB})\b"),
    (
        "when",
        rf"\b(when|until when|since when),? [a-z, ]{{0,25}}?\b({_VERB})\b(?!.*\b(which|who|what|how|why|where)\b)",
    ),
    ("when", r"(^|[,;] |\b(a|de|depuis|jusqu'a|des|pour|a partir de) )quand\b"),
    (
        "why",
        r"\bwhy\b|\bpourquoi\b"
        r"|\bwhat (caused|prompted|led|made|triggered|drove|pushed|forced|prevented|stopped|explain)",
    ),
    ("why", r"\bwhat (is|are|was|were) the (main |real |root )?(causes?|reasons?)\b"),
    ("why", r"\bquel(le)?s? (est|sont|etaient|etait|furent) (la |les )(principales? |vraies? )?(causes?|raisons?)\b"),
    ("why", r"\b(on what grounds|for what reasons?|to what end)\b|\bwhat (is|was|are|were) .*\b(due to|caused by)\b"),
    ("why", r"\ba quoi (tien|tenait|tenaient|est[- ].*\bdue?s?\b|etai\w+ .*\bdue?s?\b)"),
    ("why", r"\bqu.est-ce qui (a fait \w+er\b|expli|empech|justifi)"),
    ("why", r"\b(pour|sur) quel(le)?s? (raison|motif|argument|pretexte|cause)s?\b"),
    (
        "why",
        r"\b(qu'est-ce qui|quel(le)? \w+) (\w+ )?(a|ont|avait)"
        r" (contraint|pousse|amene|provoque|conduit (a|au|aux)|cause|motive)\b",
    ),
    ("where", r"\bwhich part of\b"),
    (
        "where",
        rf"^where\b(?!.*[,;] (who|what|which|when|why|how)\b)|\b(where|from where) ({_VERB})\b|(^|[,;] |\bd')ou\b",
    ),
    ("who", r"\b(who|whom|whose)\b|(^|[,;] )qui\b|\b(a|par|de|avec|pour|chez) qui\b|\bcomment (s'appel|se nomm)"),
    ("how", r"\bhow\b|\bcomment\b|\b(de quelle (maniere|facon)|par quel (moyen|systeme|procede|biais))\b"),
    ("what", r"\b(which|what|quel|quelle|quels|quelles|lequel|laquelle|que|quoi|qu'est-ce)\b"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _WORDS)
_NOUNS_NEAR = 5  # words after which / what / quel among which the noun it asks for stands
# What an English noun phrase ends in and asks for itself, whatever stands before it: "hospital bill", "company name".
_HEADS = frozenset("term bill subject name names programme program scheme project trial plan deal claim".split())
_ENDS_NOUN = frozenset(
    """
    the a an his her its their le la les l un une de du des d of in on at to for by from with who that which
    qui que dans sur par pour en avec au aux selon according did does do was were is are will would has have had can
    could should must may might a ont avait avaient est sont etait etaient fut furent
    """.split()
)
_COPULA = re.compile(
    r"^(?P<en>what) (?:is|was|are|were|will be) "
    r"(?:(?:(?!of |for |in )\S+ ){0,3}\S+['’]s? |(?:the|a|an|his|her|its|their) )"
    r"|^(?:quel|quelle|quels|quelles) "
    r"(?:est|sont|etait|etaient|fut|furent|sera|seront|(?:doit|devait|devrait|pourrait|peut) etre) "
    r"(?:donc )?(?:le |la |les |l.|un |une |des |son |sa |ses |leur |leurs )"
)
_SEVERAL = re.compile(
    r"^(?P<en>(?:(?:which|what|who) (?:are|were)(?: all)? the|who (?:are|were)(?: all)?"
    r"|(?:in |from |to |by |for )?which|what) )"
    r"|^(?:(?:quels|quelles|qui) (?:sont|etaient)(?: tou(?:s|tes))? les"
    r"|(?:(?:dans|de|a|par|pour|en|vers) )?(?:quels|quelles)) "
)
_BID = re.compile(
    r"^(?P<en>(?:list|name|give)(?: me)?(?: (?:an?|the)(?: full)? (?:list|names) of)?(?: all)?(?: of)?(?: the)? )"
    r"|^(?:cite|liste|nomme|donne)[rz]?(?:[- ]moi)?(?: tou(?:s|tes))?"
    r"(?: les| (?:une|la) liste (?:des|de (?:tou(?:s|tes) )?les)) ",
    re.IGNORECASE,
)
"""Bids somebody name several, rather than asks for them."""

_SPENT = re.compile(
    rf"\bwhat ({_VERB})\b(?!.*\b(?:(?:be|been|is|was|are|were) spent|pay for)\b)"
    r".*\b(costs?|pay|paid|spend|spent|worth|earn|charge|fetch|weigh)\b"
    r"|\b(costs?|worth|weigh)\b.*\bwhat\b"
)
_RESULT = re.compile(  # of a match: no amount
    r"\bscore\b.*\b(?:match|game|final|finale|demi-finale|semi-final|rencontre|between|entre|against|contre|half-time|mi-temps"
    r"|set|derby)\b|\b(?:final|half-time) score\b|\bscore final\b"
)
_CLOSED = re.compile(
    r"^(is|are|was|were|did|do|does|has|have|had|will|would|can|could|should|est-ce qu[e'])|-(t-)?(ils?|elles?|on)\b"
)
_TIMED = re.compile(
    r"\b(?:on|in|of|from|for|during|over|since|the|this|last|past|few|couple|recent|days?|weeks?|months?|years?|today"
    r"|yesterday|tonight|now|right|recently|lately|these|morning|here|in the world|le|la|les|l|l'|en|au|du|de|des|dans"
    r"|depuis|pendant|ce|cette|ces|dernier|derniere|derniers|dernieres|passee?s?|jours?|semaines?|mois|annees?|hier|matin"
    r"|aujourd'hui|maintenant|recemment|dernierement|moment|soir|monde|\d{1,2}|two|three|four|five|six|seven|deux|trois"
    r"|quatre|cinq|sept)\b"
)


def kind_of(text: str) -> QuestionKind:
    """The kind of answer wanted, from the first question word and the noun it asks for; ``other`` where none tells."""
    if _asks_news(text):
        return "news"
    office = office_of(text)
    if name_of(text) and not TITLES.intersection(fold(office or "").split()):  # "the prime minister" is nobody's name
        return "identity"
    if office:
        return "who"
    if statement_of(text):
        return "statement"
    topic = topic_of(text)
    if topic:
        wanted = None if is_led_in(text) else _kind_of_topic(fold(topic))
        return wanted if wanted in ("how_much", "when") else "overview"
    folded = fold(text)
    found = [
        (match.start(), place, kind)
        for place, (kind, pattern) in enumerate(_PATTERNS)
        if (match := pattern.search(folded))
    ]
    if _SPENT.search(folded):
        return "how_much"
    if _CLOSED.search(folded) and not found:
        return "yes_no"
    if not found:
        return "other"
    start, _, kind = min(found)
    if kind == "how_many" and asks_amount(folded):
        return "how_much"
    return _kind_by_noun(folded[start:]) if kind == "what" else kind


def _asks_news(text: str) -> bool:
    """Whether the news as such are asked for, of some time or of none: all that the question says besides is a time."""
    rest = after_news(text)
    if not rest:
        return rest is not None
    language = detect_question(text)
    for figure in find_figures(rest, reading_of(language), date.today()):
        if figure.kind == "date":
            rest = rest.replace(figure.text, " ")
    return not _TIMED.sub(" ", rest).strip(" ,'")


def _kind_by_noun(asking: str) -> QuestionKind:
    """Which kind the noun after which / what / quel names; ``what`` where none does.

    English puts the noun that counts last ("which police union boss"), French first ("quel patron de syndicat").
    "What was the firm accused of" asks for no firm: behind a verb only amounts and times are asked for by "what".
    """
    copula = _COPULA.match(asking)
    if _RESULT.search(asking):
        return "what"
    if not copula and not re.match(r"(which|what|quels?|quelles?)\b", asking):
        return "what"  # que, quoi, lequel: no noun follows
    language = "en" if asking.startswith(("which", "what")) else "fr"
    nouns = _noun_words(asking[copula.end() :] if copula else asking.split(" ", 1)[-1])
    if language == "en" and nouns and nouns[-1] in _HEADS:
        return "what"
    kinds = [kind for word in nouns if (kind := kind_of_noun(word))]
    if copula and copula["en"]:
        return kinds[0] if kinds and kinds[0] in ("how_much", "when") else "what"
    if kinds:
        return kinds[-1 if language == "en" else 0]
    return "who" if any(names_people(word, language) for word in nouns) else "what"


def several_of(text: str) -> QuestionKind | None:
    """Where several persons or places are asked for ("which ministers", "quels pays"), which of the two; else None."""
    folded = fold(text)
    asking = _SEVERAL.match(folded) or _BID.match(folded)
    if not asking:
        return None
    language = "en" if asking["en"] else "fr"
    kinds = (kind_of_plural(word, language) for word in _noun_words(asking.string[asking.end() :]))
    kind = next((kind for kind in kinds if kind), None)
    return kind if kind in ("who", "where") else None


def unbidden(text: str) -> str:
    """A question without words that bid somebody name several: "towns that flooded" of "List the towns that ..."."""
    return _BID.sub("", text.strip())


def _kind_of_topic(topic: str) -> QuestionKind | None:
    """Which kind the noun of a topic names, if any: "unemployment rate in France", "prix de l'essence"."""
    kinds = [kind_of_noun(word) for word in _noun_words(topic)]
    return next((kind for kind in (*kinds[:1], *kinds[-1:]) if kind), None)


def _noun_words(text: str) -> list[str]:
    """The words up to the end of the noun phrase that the text begins with."""
    found: list[str] = []
    for word in re.findall(r"[a-z]+(?:-[a-z]+)*", re.sub(r"^(of (the|these|its|his|her|their)|d'entre) ", "", text)):
        if word in _ENDS_NOUN or len(found) == _NOUNS_NEAR:
            break
        found.append(word)
    return found
