"""What the conversation is about: the names, the person, and the thing last asked for.

Knows how to cut a question of English or French down to its topic. Does not know the question that follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.figures.datewords import CALENDAR
from rag.language import fold, stop_words
from rag.language.broad import topic_of
from rag.types import Turn

LONGEST = 140
"""Characters of context added at most."""

_NAME = re.compile(
    r"(?<!\w)(?:[A-ZÀ-ÖØ-Þ][\w’'-]*[\w]|[A-Z])"
    r"(?:\s+(?:(?:de|du|des|d['’]|of|the|la|le|von|van|al|bin|ben|and the)\s+)?[A-ZÀ-ÖØ-Þ][\w’'-]*)*"
)
_ELIDED = re.compile(r"(?:[ldsjncmt]|qu|jusqu|lorsqu)['’]", re.IGNORECASE)
_ACRONYM_OF = re.compile(r"([A-Z]{2,5})\s+(?:(?:de|du|des|of|the|la|le)\s+|d['’])+(?=\w)")
_NOT_NAMES = frozenset(
    """i who whom whose what which when where why how is are was were did do does has have had will would can could
    should tell ahead after before during following since according despite apres avant pendant depuis selon malgre lors
    qui que quoi quel quelle quels quelles quand ou pourquoi comment combien est qu l d s n c j""".split()
).union(*CALENDAR.values())
_DETERMINERS = r"(?:the|this|that|these|those|an?|le|la|les|un|une|ce|cet|cette|ces)\s+|l['’]"
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_PREPOSITIONS = (
    "of in on for about between against from to with at by into over under de du des d sur en a dans pour contre entre"
    " par avec chez vers sous aux au"
).split()
_HEAD = re.compile(
    r"^(?:(?:[àa]|de|depuis|jusqu['’]à|par|pour|avec|dans|sur|en|chez|contre|since|until|by|from|in|on|at|to|for)\s+)?"
    r"(?:who|whom|whose|what|which|when|where|why|how(?: many| much| long| old| far| often)?|qui|que|quoi"
    r"|quels?|quelles?|quand"
    r"|où|pourquoi|comment|combien(?: de| d['’])?|qu['’]est-ce (?:que|qui)|est-ce que|est-ce qu['’]|qu(?=['’]))"
    r"\b['’]?\s*",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"^(?:is|are|was|were|did|do|does|has|have|had|will|would|can|could|should|est|sont|a|ont|était"
    r"|étaient|sera|seront"
    r"|avait|avaient|fut|furent)(?:-(?:t-)?(?:il|elle|ils|elles|on|ce))?\s+",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:the|this|le|la|l['’]|ce|cet|cette)\s*(?:last|next|end|day|year|month|week|\d|an\b|jour|mois|semaine|année)",
    re.IGNORECASE,
)
_WHO = re.compile(r"^(?:(?:by|par|à|de|to|from|for)\s+)?(?:who|whom|qui|quel|quelle|which)\b", re.IGNORECASE)


def in_full(turn: Turn) -> str:
    """The question of a turn in full, what it was completed with in brackets, without its question mark."""
    return (turn.standalone or turn.question).strip().rstrip(" ?!.…")


def asked(turn: Turn) -> str:
    """The question of a turn in full, without its question mark and with brackets turned into commas."""
    return _IN_BRACKETS.sub(r", \1", in_full(turn))


def standing(turn: Turn) -> str:
    """What a turn was completed with in brackets, "" where it names something itself: the talk is still of the same."""
    found = _IN_BRACKETS.search(in_full(turn))
    return found[1] if found and not names(_IN_BRACKETS.sub("", in_full(turn))) else ""


def names(text: str, first_counts: bool = False) -> list[tuple[int, int, str]]:
    """Spans that look like names, in order, with their text.

    The first word is left out where it is a capital only for being first: ``first_counts`` says that it is not.
    """
    found = []
    for match in _NAME.finditer(text):
        start, end = match.span()
        end -= 2 * match.group().endswith(("'s", "’s"))
        if start == 0 and (elided := _ELIDED.match(match.group())):
            start = elided.end()
        words = text[start:end].split() if text[start].isupper() else []
        while words and re.split(r"['’-]", fold(words[0]))[0] in _NOT_NAMES:
            start += len(words[0])
            start += len(text[start:end]) - len(text[start:end].lstrip())
            words = words[1:]
        while words and start == 0 and not first_counts and fold(words[0]) in _function_words():
            start += len(words[0]) + 1
            words = words[1:]
        if words and text[start:end].strip():
            found += _apart(text, start, end)
    return found


def _apart(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """A name, or two where it is an acronym and its owner: ``GDP of France``."""
    owned = _ACRONYM_OF.match(text, start, end)
    if owned is None:
        return [(start, end, text[start:end])]
    return [(start, owned.end(1), owned[1]), (owned.end(), end, text[owned.end() : end])]


def names_worth(text: str) -> list[tuple[int, int, str]]:
    """The names that another name may replace: not acronyms such as GDP."""
    return [found for found in names(text) if not (found[2].isupper() and len(found[2]) <= 5)]


def _function_words() -> frozenset[str]:
    return stop_words("en") | stop_words("fr")


def topic(turn: Turn) -> str:
    """The thing a turn asked about: its last noun phrase with a determiner, with what hangs on it; else all it says.

    Of a broad question ("what happened in Lisbon?") it is the topic.
    """
    if of_old := standing(turn):
        return shortened(of_old)
    if broad := topic_of(in_full(turn)):
        return shortened(broad)
    text = asked(turn)
    start = _phrase_start(text)
    phrase = text[start:] if start is not None else _without_head(text)
    others = [name for begin, _, name in names(text) if start is not None and begin < start and name not in phrase]
    return shortened(", ".join([phrase, *others]))


def _phrase_start(text: str) -> int | None:
    """Where the last determiner stands that no preposition leads to and words follow; None where there is none."""
    best = None
    for match in re.finditer(rf"(?:(?<=\s)|(?<=['’,])|^)(?:{_DETERMINERS})", text, re.IGNORECASE):
        before = re.findall(r"\w+", fold(text[: match.start()]))[-1:]
        if before and before[0] in _PREPOSITIONS:
            continue
        if len(text[match.end() :].split()) >= 1 and not _is_time(text[match.start() :]):
            best = match.start()
    return best


def _is_time(text: str) -> bool:
    return _TIME.match(text) is not None


def _without_head(text: str) -> str:
    rest = _HEAD.sub("", text)
    return _AUXILIARY.sub("", rest).strip() or text


def statement(turn: Turn) -> str:
    """What a turn is about as words in a row: the question without its question word, with the answer to who asked."""
    rest = _without_head(asked(turn))
    person = _named_by_answer(turn)
    return shortened(f"{person} {rest}" if person and _WHO.match(asked(turn)) else rest)


def person(history: Sequence[Turn]) -> str:
    """Who was spoken of last, or "" where nobody was.

    The name that answered who, else the first name in a question that no preposition or article leads to.
    """
    for turn in reversed(history):
        text = asked(turn)
        if _WHO.match(text) and (answered := _named_by_answer(turn)):
            return answered
        for start, _, name in names_worth(text):
            if not is_led(text[:start]) and not re.search(
                r"(?:\b(?:the|la|le|les)\s+|l['’])$", text[:start], re.IGNORECASE
            ):
                return name
    return ""


def _named_by_answer(turn: Turn) -> str:
    """The direct answer where it is a name."""
    direct = (turn.answer.direct or "").strip()
    found = names(direct, first_counts=True)
    return direct if found and found[0][:2] == (0, len(direct)) else ""


def is_led(before: str) -> bool:
    """Whether a preposition, perhaps with a determiner, comes right before."""
    words = re.findall(r"\w+", fold(before))[-2:]
    articles = {"the", "la", "le", "les", "l"}
    return bool(words) and (words[-1] in _PREPOSITIONS or (words[-1] in articles and words[0] in _PREPOSITIONS))


def with_context(question: str, turn: Turn) -> str:
    """The question with the topic of a turn in brackets, where it does not say it already."""
    return bracketed(question, topic(turn))


def bracketed(question: str, context: str) -> str:
    """``Who signed it?`` and ``the treaty`` -> ``Who signed it (the treaty)?``, the space before "?" kept as typed."""
    bare = question.rstrip(" ?!.…")
    ending = question[len(bare) :].rstrip() or "?"
    if not context or fold(context) in fold(bare):
        return f"{bare}{ending}"
    return f"{bare} ({context}){ending}"


def shortened(text: str) -> str:
    """Cut at a word, to a length that does not drown the question."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:")
