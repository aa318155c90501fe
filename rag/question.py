"""What a question asks for: its language, the kind of answer, the names in it, its parts, the time it speaks of.

Knows the question words and the nouns that betray the kind of answer, in English and in French. Does not know articles,
indexes or models.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rag.answer_nouns import kind_of_noun, kind_of_plural, names_people
from rag.errors import UsageError
from rag.figures import Name, find_figures, find_names
from rag.figures.datewords import MONTH_NUMBERS
from rag.figures.names import TITLES
from rag.figures.places import peoples
from rag.language import detect_question, fold, normalise, reading_of
from rag.language.amounts import asks_amount
from rag.language.broad import is_led_in, topic_of
from rag.language.identity import aged_of, name_of
from rag.language.news import after_news
from rag.language.office import office_of
from rag.language.statements import statement_of
from rag.language.talk import is_talk, without_courtesy
from rag.messages import message
from rag.types import Question, QuestionKind

WORDS, LETTERS = 400, 3000
"""The longest question that is read: what an answer costs grows with every word."""

_VERB = "did|does|do|was|were|is|are|will|would|has|have|had|can|could|should|must|may|might"
_WORDS: tuple[tuple[QuestionKind, str], ...] = (
    ("how_many", r"\bhow many\b|\bcombien d[e']|\bcombien des\b"),
    ("how_much", r"\bhow (much|large|big|high|tall|long|old|far|fast|heavy|deep|wide|expensive|often)\b|\bcombien\b"),
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
    r"^(?P<en>(?:which|what|who (?:are|were)(?: all)?(?: the)?) )|^(?:quels|quelles|qui (?:sont|etaient) les) "
)
_SPENT = re.compile(
    rf"\bwhat ({_VERB})\b(?!.*\b(?:(?:be|been|is|was|are|were) spent|pay for)\b)"
    r".*\b(costs?|pay|paid|spend|spent|worth|earn|charge|fetch|weigh)\b"
    r"|\b(costs?|worth|weigh)\b.*\bwhat\b"
)
_ASKING = re.compile(
    r"\b(who|whom|whose|what|which|when|where|why|how|qui|que|quoi|quel|quelle|quels|quelles|lequel|laquelle|quand|ou"
    r"|pourquoi|comment|combien)\b|\bqu.est-ce"
)
_CLOSED = re.compile(
    r"^(is|are|was|were|did|do|does|has|have|had|will|would|can|could|should|est-ce qu[e'])|-(t-)?(ils?|elles?|on)\b"
)
_PART = re.compile(
    r"(?<=[?])\s+(?=\S)|(?:,|;)?\s+(?:and|et)\s+(?=(?:who|what|when|where|why|how|which|qui|quand|où|pourquoi|comment|combien"
    r"|quel|quelle|quels|quelles|à quel|à quelle|de combien)\b)",
    re.IGNORECASE,
)
_SEASONS = {
    name: months
    for names, months in (
        ("spring printemps", (3, 4, 5, 6)), ("summer ete", (6, 7, 8, 9)), ("autumn automne", (9, 10, 11, 12)),
        ("winter hiver", (12, 1, 2, 3)), ("christmas noel", (12, 1)), ("rentree", (8, 9)),
    )
    for name in names.split()
}  # fmt: skip
_TIMED = re.compile(
    r"\b(?:on|in|of|from|for|during|over|since|the|this|last|past|few|couple|recent|days?|weeks?|months?|years?|today"
    r"|yesterday|tonight|now|right|recently|lately|these|morning|here|in the world|le|la|les|l|l'|en|au|du|de|des|dans"
    r"|depuis|pendant|ce|cette|ces|dernier|derniere|derniers|dernieres|passee?s?|jours?|semaines?|mois|annees?|hier|matin"
    r"|aujourd'hui|maintenant|recemment|dernierement|moment|soir|monde|\d{1,2}|two|three|four|five|six|seven|deux|trois"
    r"|quatre|cinq|sept)\b"
)
_LEADS_TO_TIME = re.compile(
    r"(?:\b(?:in|on|of|from|during|since|early|late|en|le|du|de|au mois d[e'’]|depuis|pendant|courant|début|fin)|,) *$",
    re.IGNORECASE,
)
# "1980s" and "les années 1980" name no year: what is told of them may be of any of ten.
_YEAR = re.compile(r"(?<![\d.,])(?<!\bannees )((?:19|20)\d\d)(?!\d|'?s\b)")


@dataclass(frozen=True, slots=True)
class When:
    """A time a question speaks of: a year and the months meant, 1 to 12; no months where only the year is said."""

    year: int
    months: tuple[int, ...] = ()


def check_length(text: str) -> None:
    """Refuse a question that is too long to be one.

    Raises:
        UsageError: it has more than ``WORDS`` words or ``LETTERS`` characters; told in its own language.
    """
    if len(text) > LETTERS or len(text.split()) > WORDS:
        language = detect_question(text[:LETTERS])
        raise UsageError(message("long_question", language, words=str(WORDS), letters=str(LETTERS)))


def analyse(text: str, language: str | None = None) -> Question:
    """Understand a question. ``language`` is an ISO 639-1 code; None finds it from the words.

    Its text is empty where nothing is asked: signs alone, a greeting, thanks.
    """
    said = any(character.isalnum() for character in text) and not is_talk(text)
    text = without_courtesy(" ".join(normalise(text).split())) if said else ""
    found = language or detect_question(text)
    kind = kind_of(text)
    return Question(text, found, kind, _names(text, found), _topic(kind, text))


def _topic(kind: QuestionKind, text: str) -> str:
    """What a question that wants nothing definite is about; "" for any other."""
    if kind == "news":
        return text
    if kind == "overview":
        return _without_time(topic_of(text) or "")
    if kind == "statement" and (statement := statement_of(text)):
        return statement.topic
    if kind == "identity":
        return name_of(text) or ""
    if kind == "how_much":
        return aged_of(text) or ""
    return office_of(text) or "" if kind == "who" else ""


def _without_time(topic: str) -> str:
    """A topic without the day or month at its end, which says when: "Mulhouse en février 2025". A time alone stays."""
    for figure in find_figures(topic, reading_of(detect_question(topic))):
        if figure.kind == "date" and not topic[figure.end :].strip(" .!?"):
            return _LEADS_TO_TIME.sub("", topic[: figure.start]).strip(" ,") or topic
    return topic


def _names(text: str, language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.text for name in find_names(text, language)))


def names_of(question: Question) -> list[Name]:
    """The names in a question but those of peoples, which are no one's in particular."""
    shared = set(peoples().values())
    return [name for name in find_names(question.text, question.language) if name.key not in shared]


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
    if not copula and not re.match(r"(which|what|quels?|quelles?)\b", asking):
        return "what"  # que, quoi, lequel: no noun follows
    language = "en" if asking.startswith(("which", "what")) else "fr"
    nouns = _noun_words(asking[copula.end() :] if copula else asking.split(" ", 1)[-1])
    kinds = [kind for word in nouns if (kind := kind_of_noun(word))]
    if copula and copula["en"]:
        return kinds[0] if kinds and kinds[0] in ("how_much", "when") else "what"
    if kinds:
        return kinds[-1 if language == "en" else 0]
    return "who" if any(names_people(word, language) for word in nouns) else "what"


def several_of(text: str) -> QuestionKind | None:
    """Where several persons or places are asked for ("which ministers", "quels pays"), which of the two; else None."""
    asking = _SEVERAL.match(fold(text))
    if not asking:
        return None
    language = "en" if asking["en"] else "fr"
    kinds = (kind_of_plural(word, language) for word in _noun_words(asking.string[asking.end() :]))
    kind = next((kind for kind in kinds if kind), None)
    return kind if kind in ("who", "where") else None


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


def split_parts(text: str) -> tuple[str, ...]:
    """The questions asked in one breath, in order, each with a question mark; the whole text where there is only one.

    A later part that names nothing is given the names of the first in brackets, so that it can be searched alone.
    """
    pieces = [piece.strip(" ,;") for piece in _PART.split(text.strip()) if piece and piece.strip(" ,;?")]
    pieces = [piece for piece in pieces if len(piece.split()) >= 2]
    if len(pieces) < 2 or not all(_ASKING.search(fold(piece)) for piece in pieces):
        return (text,)
    language = detect_question(text)
    names = _names(pieces[0], language)
    parts = [pieces[0]]
    for piece in pieces[1:]:
        known = _names(piece, language)
        parts.append(piece if known or not names else f"{piece.rstrip(' ?')} ({', '.join(names)})?")
    return tuple(part if part.endswith("?") else f"{part}?" for part in parts)


def times_of(text: str) -> tuple[When, ...]:
    """The years, with month or season where one stands near, that the question speaks of, in order; no decades."""
    folded = fold(text)
    found = []
    last = 0
    for match in _YEAR.finditer(folded):
        before = re.findall(r"[a-z]+", folded[max(last, match.start() - 25) : match.start()])[-3:]
        last = match.end()
        months: tuple[int, ...] = ()
        for word in reversed(before):
            if word in MONTH_NUMBERS:
                months = (MONTH_NUMBERS[word],)
            elif word in _SEASONS:
                months = _SEASONS[word]
            if months:
                break
        found.append(When(int(match.group(1)), months))
    return tuple(found)
