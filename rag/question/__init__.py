"""What a question asks for: its language, the kind of answer, the names in it, its parts, the time it speaks of.

Knows how a question is taken apart; `kinds` tells the kind of answer, `times` the times. Does not know articles,
indexes or models.
"""

from __future__ import annotations

import re

from rag.errors import UsageError
from rag.figures import Name, find_figures, find_names
from rag.figures.places import peoples
from rag.language import detect_question, fold, normalise, reading_of
from rag.language.broad import topic_of
from rag.language.identity import aged_of, name_of
from rag.language.office import office_of
from rag.language.statements import statement_of
from rag.language.talk import is_talk, without_courtesy
from rag.messages import message
from rag.question.kinds import kind_of, several_of
from rag.question.times import When, times_of
from rag.types import Question, QuestionKind

__all__ = [
    "When",
    "analyse",
    "check_length",
    "kind_of",
    "names_of",
    "several_of",
    "split_parts",
    "times_of",
]

WORDS, LETTERS = 400, 3000
"""The longest question that is read: what an answer costs grows with every word."""

_ASKING = re.compile(
    r"\b(who|whom|whose|what|which|when|where|why|how|qui|que|quoi|quel|quelle|quels|quelles|lequel|laquelle|quand|ou"
    r"|pourquoi|comment|combien)\b|\bqu.est-ce"
)
_PART = re.compile(
    r"(?<=[?])\s+(?=\S)|(?:,|;)?\s+(?:and|et)\s+(?=(?:who|what|when|where|why|how|which|qui|quand|où|pourquoi|comment|combien"
    r"|quel|quelle|quels|quelles|à quel|à quelle|de combien)\b)",
    re.IGNORECASE,
)
_LEADS_TO_TIME = re.compile(
    r"(?:\b(?:in|on|of|from|during|since|early|late|en|le|du|de|au mois d[e'’]|depuis|pendant|courant|début|fin)|,) *$",
    re.IGNORECASE,
)


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
