"""What events and figures a question takes for granted, held against the evidence.

Knows pairs of opposite events in English and French, and the names of `figures`. Does not know grammar: a
premise is an event word of a why, when, how, who or where question, doubted where the sentences about the question's
names and of its time say the opposite of it or deny it; of a why question, which stands and falls with its event, also
where they never say it, or say one of its words only to deny it (`denials`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rag.figures import find_names, mentions
from rag.figures.flat import flatten, fold
from rag.figures.names import same_key
from rag.language import stop_words
from rag.premises.amounts import contradicted_figure
from rag.premises.denials import Alike, denied_word, is_negated, is_negative
from rag.premises.events import OPPOSITES, TELLING, Event, events, stance
from rag.premises.quoting import phrase_at, word_as_asked
from rag.question import When, names_of, times_of
from rag.types import Evidence, Question, hits_of

_PRESUMING = re.compile(
    r"^\W*(?:why|when|how (?!many|much)|who|where|which|what|pourquoi|quand|comment|qui|ou\b|quel|a quel|en quel)"
)
# A question why something was not done takes no event for granted that the evidence could speak against.
_NOT_DONE = re.compile(r"\bnot\b|n't\b|\bn(?:e |')|\b(?:never|jamais)\b")
_WORD = re.compile(r"[^\W_]+")
# What somebody decides, votes or rules on is open, and not taken for granted.
_OPEN = re.compile(
    r"\bwhether\b|\b(?:decid|vot|rul|deliberat|debat|consult|negotiat|discuss)\w*(?: \w+){0,3}? (?:on|over|about|if)\b"
    r"|\b(?:decid|vot|statu|prononc|tranch|deliber|debatt|consult|negoci|discut)\w*(?:-t)?(?:-\w+)?(?: \w+){0,2}? sur\b"
    r"|\bdecid\w*(?:-t)?(?:-\w+)?(?: \w+)? (?:si|s'|du|de la|de l'|des)(?!\w)"
)
# What somebody wants, asks for or warns of is not taken for granted either.
_WANTED = re.compile(
    r"\b(?:want(?:s|ed|ing)?|wish(?:es|ed)?|ask(?:s|ed|ing)? (?:for|to)|call(?:s|ed|ing)? for|demand(?:s|ed|ing)?"
    r"|seek(?:s|ing)?"
    r"|sought|urg(?:e|es|ed|ing)|oppos(?:e|es|ed|ing)|advis(?:e|es|ed|ing)|propos(?:e|es|ed|ing)|campaign(?:s|ed"
    r"|ing)? for"
    r"|veu(?:t|lent)|voul\w+|reclam\w+|exig\w+|demand(?:e|ent|ait|aient|er)|souhait\w+|(?:de)?conseill(?:e|ent|ait|er)"
    r"|propos(?:e|ent|ait|er)|s'oppos\w+)\b"
)
_TOLD = re.compile(r", (?:saying|claiming|adding|arguing|disant|estimant|s'estimant|affirmant|jugeant|selon)\b")
_SIDES = frozenset({"win", "lose", "elect"})
"""What one does is the opposite of what the other does: "X lost" speaks against "X won", and bears "Y won" out."""

_RIVAL = re.compile(r"\b(?:rivals?|opponents?|challengers?|adversaires?|concurrente?s?|rivale?s?|rivaux)\b")
_ASKS_SIDE = re.compile(r"^\W*(?:who|which|what|qui|quel)")

_DEPTH = 12  # best sentences weighed
_LIKE = 0.6  # likeness from which another word tells of the same event


@dataclass(frozen=True, slots=True)
class Premise:
    """Something a question asserts that its evidence does not bear out.

    ``text`` is the question's own words for it; ``relation`` says whether the evidence speaks against it, or tells of
    whom it is about but never says it; ``evidence`` is the sentence that speaks against it or, where none does, the
    nearest one.
    """

    text: str
    relation: Literal["contradicted", "unsaid"]
    evidence: Evidence | None


def same_word(words: Sequence[str], others: Sequence[str]) -> list[float]:
    """1 for each word that is among the others, else 0: the likeness of words where no better one is known."""
    return [float(word in others) for word in words]


def doubtful_premise(question: Question, evidence: Sequence[Evidence], alike: Alike = same_word) -> Premise | None:
    """The first premise of the question that its best sentences do not bear out; None when all may be granted.

    Args:
        question: as asked.
        evidence: ranked sentences, best first; the passages they come from are read whole.
        alike: how alike words are, across languages.
    """
    near = list(evidence[:_DEPTH])
    if not near:
        return None
    return (
        _contradicted_event(question, near, alike)
        or _unsaid_event(question, near, alike)
        or _denied_word(question, evidence, alike)
        or _other_figure(question, evidence)
    )


def _contradicted_event(question: Question, near: Sequence[Evidence], alike: Alike) -> Premise | None:
    """An event that sentences about the same speak against and none affirms."""
    if not _PRESUMING.search(flatten(question.text)) or _NOT_DONE.search(flatten(question.text)):
        return None
    about = _about(question, near)
    for event in _asserted(question):
        said = [
            (item, stance(item.sentence.text, item.hit.article.language, concept))
            for concept in event.concepts
            if concept in OPPOSITES
            for item in about
            if concept not in _SIDES or _is_of_who_is_asked_about(question, item, concept)
        ]
        if any(
            found == "affirmed" and _is_on(question, event, item, alike) for item, found in said
        ):  # "battu" is said of who beats and of who is beaten
            continue
        against = next(
            (item for item, found in said if found == "against" and _is_on(question, event, item, alike)), None
        )
        if against is not None:
            return Premise(_quoted(question, event), "contradicted", against)
    return None


def _is_of_who_is_asked_about(question: Question, item: Evidence, concept: str) -> bool:
    """Whether the last name before what a sentence says of an event of two sides is one that the question has."""
    text, language = item.sentence.text, item.hit.article.language
    if _ASKS_SIDE.search(flatten(question.text)) or _RIVAL.search(flatten(text)):
        return False
    said = min(
        (event.start for event in events(text, language) if {concept, *OPPOSITES[concept]} & {*event.concepts}),
        default=0,
    )
    before = [name for name in find_names(text, language) if name.start < said]
    keys = [name.key for name in names_of(question)]
    return bool(before) and any(
        same_key(before[-1].key, key) or before[-1].key.split()[-1] == key.split()[-1] for key in keys
    )


def _is_on(question: Question, event: Event, item: Evidence, alike: Alike) -> bool:
    """Whether a sentence with its title says one of the question's other words, or the question names somebody."""
    if find_names(question.text, question.language):
        return True
    words = [word for word in _words(question.text, question.language)[1:] if word != flatten(event.text)]
    told = _words(f"{item.hit.article.title} {item.sentence.text}", item.hit.article.language)
    return max(alike(words, told), default=0.0) >= _LIKE


def _unsaid_event(question: Question, near: Sequence[Evidence], alike: Alike) -> Premise | None:
    """The event of a why question that no sentence of the passages tells of, in its own words or like ones."""
    if question.kind != "why" or is_negated(question.text):
        return None
    event = next(iter(_asserted(question)), None)
    about = _closest(question, _whole(near))
    if event is None or not about or not TELLING.issuperset(event.concepts):
        return None
    told = {
        (text, item.hit.article.language) for item in about for text in (item.sentence.text, item.hit.article.title)
    }
    for text, language in told:
        if any(stance(text, language, concept) == "affirmed" for concept in event.concepts):
            return None
        if max(alike([flatten(event.text)], _words(text, language)), default=0.0) >= _LIKE:
            return None
    return Premise(_quoted(question, event), "unsaid", near[0])


def _denied_word(question: Question, evidence: Sequence[Evidence], alike: Alike) -> Premise | None:
    """A word of a why question that the passages say only to deny it."""
    if question.kind != "why" or is_negative(question.text):
        return None
    names = {word for name in find_names(question.text, question.language) for word in _words(name.text, "")}
    words = [word for word in _words(question.text, question.language)[1:] if len(word) > 3 and word not in names]
    found = denied_word(words, _about(question, _whole(evidence)), evidence[0], alike)
    return Premise(word_as_asked(question.text, found[0]), "contradicted", found[1]) if found else None


def _other_figure(question: Question, evidence: Sequence[Evidence]) -> Premise | None:
    """A figure of the question in whose place the article that answers best gives another."""
    found = contradicted_figure(question, evidence)
    return Premise(found[0].text, "contradicted", found[1]) if found else None


def _quoted(question: Question, event: Event) -> str:
    return phrase_at(question.text, event.start, event.start + len(event.text), question.language)


def _asserted(question: Question) -> list[Event]:
    """The events the question takes for granted: its event words, those in names and those others speak of apart."""
    names = find_names(question.text, question.language)
    flat = flatten(question.text)
    if _WANTED.search(flat):
        return []
    told, left_open = _TOLD.search(flat), _OPEN.search(flat)
    end = min((found.start() for found in (told, left_open) if found), default=len(flat))
    return [
        event
        for event in events(question.text, question.language)
        if event.start < end and not any(name.start <= event.start < name.end for name in names)
    ]


def _about(question: Question, items: Sequence[Evidence]) -> list[Evidence]:
    """The sentences whose passages speak of the question's names, of the time it names where any are."""
    names = names_of(question)
    about = [item for item in items if not names or any(_knows(item, name.key) for name in names)]
    times = times_of(question.text)
    return [item for item in about if _is_of(item, times)] or about


def _closest(question: Question, items: Sequence[Evidence]) -> list[Evidence]:
    """Of the sentences about the question those whose passages know the most of its names."""
    keys = {name.key for name in names_of(question)}
    about = _about(question, items)
    known = [sum(_knows(item, key) for key in keys) for item in about]
    return [item for item, count in zip(about, known, strict=True) if count == max(known)]


def _is_of(item: Evidence, times: Iterable[When]) -> bool:
    """Whether the article was printed in a month the question names or the next, or in a year it names without one."""
    day = item.hit.article.published
    return day is not None and any(
        day.year == when.year
        if not when.months
        else any(0 <= (day.year - when.year) * 12 + day.month - month <= 1 for month in when.months)
        for when in times
    )


def _whole(near: Sequence[Evidence]) -> list[Evidence]:
    """Every sentence of the passages these come from, each passage once."""
    return [Evidence(hit, sentence, 0.0) for hit in hits_of(near) for sentence in hit.passage.sentences]


def _words(text: str, language: str) -> list[str]:
    stops = stop_words(language)
    return [word for word in _WORD.findall(flatten(text)) if word not in stops]


def _knows(item: Evidence, key: str) -> bool:
    """Whether a passage or its title has the name, or a name of the same last part.

    Whole names: by shares of their words in an article (`rag.ranking.named`), true premises were doubted and false
    ones granted.
    """
    keys, words = _read(f"{item.hit.article.title}. {item.hit.passage.text}", item.hit.article.language)
    if key in keys or f" {key} " in words:
        return True
    last = key.split()[-1]
    return any(same_key(key, other) or (len(last) > 3 and same_key(last, other.split()[-1])) for other in keys)


@lru_cache(maxsize=512)
def _read(text: str, language: str) -> tuple[frozenset[str], str]:
    keys = mentions(text, language) | {name.key for name in find_names(text, language)}
    return frozenset(keys), f" {fold(text)} "
