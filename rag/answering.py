"""Puts an answer together from what was found, drafted and verified: the refusal, the notes, the day it speaks of.

Knows what makes an answer a refusal. Does not retrieve, write or verify, and touches no index.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from rag.citations import Verified, cite
from rag.figures import Name, mentions
from rag.figures.peoples import homes
from rag.figures.places import known_keys
from rag.language.identity import aged_of
from rag.language.statements import statement_of
from rag.messages import counted, message
from rag.premises import doubtful_premise
from rag.question import analyse, names_of, split_parts, times_of
from rag.ranking.named import names_known
from rag.ranking.sureness import missing
from rag.ranking.terms import coverage, terms_of, wanted
from rag.ranking.word_vectors import likeness
from rag.types import Answer, Draft, Evidence, Question, Refusal, RefusalReason, hits_of


class Clock:
    """Milliseconds spent in each named step."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        """Book the time since the last lap under ``name``."""
        now = time.perf_counter()
        self.laps[name] = round((now - self._last) * 1000, 1)
        self._last = now


_UNRELATED = 0.18
"""Cosine below which even the nearest passage is about something else. The least among the answerable development
questions is 0.30, the sample corpus's main question has 0.24; most about nothing in it reach 0.11 to 0.17. Encoders
whose cosines are all high never come under it: there the writer's own threshold decides."""


_UNRELATED_UNHEARD = 0.3
"""The same where no article has a word of the question ("aaaa", "what?"): among thousands of passages, some are as near
as 0.27 to anything."""

_SAID = 0.2
"""Score from which a sentence is about the question though its passage is not near: without an article about it, the
best sentences of the questions tried reach 0.14."""

_PLAIN, _MOSTLY, _SEVERAL = 0.5, 0.6, 3
"""Score, share of the question's words, and how many it must have, from which the best sentence is about a question
that names nobody, however far its passage is by its vector: short questions are far from everything. Of 36 questions
that nothing answers and this would be asked of, none had a sentence above 0.31."""

_FEW, _ALL = 2, 0.99  # words a shorter question must have, and the share of them that the sentence must say

_NAMED = 2  # words of names from which an article that knows them all is about the question
_HALF = 0.5  # share of the names that the best article knows, under which another is about something else

_INTRODUCED = frozenset({"identity", "news", "who", "statement", "list"})
"""Kinds of topic whose sentences are about the question, whatever their vectors: they are chosen by names and days."""

_NAMED_IN = ("en", "fr")  # languages in which names are told from other words
_CAPITALISED = re.compile(r"[^\W\d_a-z][^\W\d_]+")
_LONG_NAME = 6  # letters from which a name may be misspelt and still be told
_ALIKE = 0.85  # share of letters two spellings of a name have in common ("Haydarpasha", "Hydarpasha")


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a question is not to be answered from what was found, before anything is written."""

    reason: RefusalReason
    told: str
    nearest: Evidence | None


def objection_to(
    asked: Question, evidence: Sequence[Evidence], near: Sequence[Evidence], knows: Callable[[str], bool]
) -> Objection | None:
    """What speaks against answering: nothing near, a year or name never mentioned, a premise not borne out.

    Args:
        asked: the standalone question.
        evidence: ranked sentences, best first.
        near: those that are about the question at all (`near_enough`).
        knows: whether any article mentions a word. Asked only where the best sentence is in the question's language:
            another language may spell the name otherwise.
    """
    if not evidence:
        reason: RefusalReason = "no_evidence" if asked.text else "empty_question"
        return Objection(reason, message(reason, asked.language), None)
    if not near:
        return Objection("no_evidence", message("no_evidence", asked.language), evidence[0])
    if asked.kind in ("identity", "statement") and not asked.topic:
        return Objection("weak_evidence", _untold(asked), evidence[0])
    unheard = _unheard_year(asked, evidence) or _unheard_name(asked, evidence, knows)
    if unheard:
        return Objection("no_evidence", message("unheard", asked.language, name=unheard), evidence[0])
    premise = doubtful_premise(asked, evidence, alike=_alike)
    if premise is not None:
        told = message("false_premise", asked.language, premise=premise.text)
        return Objection("false_premise", told, premise.evidence or evidence[0])
    return None


def _untold(asked: Question) -> str:
    """What is said where no sentence introduces a name, tells an age beside it, or has its bearer say anything."""
    if asked.kind == "statement":
        statement = statement_of(asked.text)
        return message("unsaid", asked.language, who=statement.speaker if statement else "")
    if aged_of(asked.text):
        return message("missing", asked.language, what=message("missing_age", asked.language))
    return message("unintroduced", asked.language)


def _alike(words: Sequence[str], others: Sequence[str]) -> list[float]:
    found: list[float] = likeness(words, others).tolist()
    return found


def near_enough(asked: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences of passages that are about the question at all, in their order.

    Near are those whose vector is, and those whose article knows all names that the question says, if they are two or
    more, or if the sentence says much of it in words: an article of many subjects is far from each. Where no article
    has a word of the question, vectors must be nearer. Where some are near, so are those that say much of the question
    in words: across languages and in long passages cosines are lower. An article that knows less than half as many of
    the question's names as another is about something else.
    """
    if asked.topic and asked.kind in _INTRODUCED:
        return list(evidence)
    parts = split_parts(asked.text)
    if len(parts) < 2:
        return _near_enough(asked, evidence)
    near = set[tuple[str, int, int]]()
    for number, part in enumerate(parts):
        own = [item for item in evidence if item.part == number]
        near |= {item.place for item in _near_enough(analyse(part, asked.language), own)}
    return [item for item in evidence if item.place in near]


def _near_enough(asked: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The same of one question."""
    names, shares = names_known(asked, hits_of(evidence))
    known = [shares[item.hit.article.id] for item in evidence]
    unheard = all(item.hit.lexical_rank is None for item in evidence)
    least_near = _UNRELATED_UNHEARD if unheard else _UNRELATED
    near = [
        (item.hit.dense_score or 0.0) >= least_near
        or (share == 1.0 and (names >= _NAMED or (names > 0 and item.score >= _SAID)))
        for item, share in zip(evidence, known, strict=True)
    ]
    if not any(near) and (not evidence or names or not _says_plainly(asked, evidence[0])):
        return []
    least = max(known) * _HALF
    return [
        item
        for item, is_near, share in zip(evidence, near, known, strict=True)
        if (is_near or item.score >= _SAID) and share >= least
    ]


def _says_plainly(asked: Question, item: Evidence) -> bool:
    """Whether a sentence says most of a question of several words, all of one of two, and is likely to answer it."""
    language = item.hit.article.language
    words = wanted(asked.text, asked.language, language)
    said = coverage(words, terms_of(item.sentence.text, language))
    least = _MOSTLY if len(words) >= _SEVERAL else _ALL
    return item.score >= _PLAIN and len(words) >= _FEW and said >= least


def refusal_of(
    asked: Question, draft: Draft, verified: Verified, evidence: Sequence[Evidence], objection: Objection | None
) -> Refusal | None:
    """Why there is no answer, with the nearest statement found; None where there is one."""
    if objection is not None:
        return Refusal(objection.reason, objection.told, cite(objection.nearest) if objection.nearest else None)
    if verified.claims and draft.refusal is None:
        return None
    reason: RefusalReason = draft.refusal or ("withheld" if verified.withheld else "weak_evidence")
    lacking = missing(asked, evidence) if reason == "weak_evidence" and evidence else None
    told = message(reason, asked.language)
    if lacking is not None:
        told = message("missing", asked.language, what=message(f"missing_{lacking}", asked.language))
    return Refusal(reason, told, cite(evidence[0]) if evidence else None)


def filtered_out(language: str) -> Objection:
    """The objection that the filters leave no article."""
    return Objection("filtered_out", message("filtered_out", language), None)


def _unheard_year(asked: Question, evidence: Sequence[Evidence]) -> str:
    """A year asked about that no passage found speaks of, and that none was printed in or just after; "" for none."""
    hits = hits_of(evidence)
    printed = {hit.article.published.year for hit in hits if hit.article.published}
    for when in times_of(asked.text):
        told = any(str(when.year) in f"{hit.article.title} {hit.passage.text}" for hit in hits)
        if not told and not printed & {when.year, when.year + 1}:
            return str(when.year)
    return ""


def _unheard_name(asked: Question, evidence: Sequence[Evidence], knows: Callable[[str], bool]) -> str:
    """A word of the question's names that no article mentions; "" where all are known or another language may tell.

    Short words tell nothing, and the name of a people is no one's in particular; nor do capitals tell in a language
    whose nouns or question words ("Cuál") we do not know. A country is known where its people or its other name is.
    """
    if evidence[0].hit.article.language != asked.language or asked.language not in _NAMED_IN:
        return ""
    if asked.kind == "who" and asked.topic:  # holders of an office, chosen by its country: papers leave out their own
        return ""
    names = [name for name in names_of(asked) if not _named_otherwise(name, evidence)]
    words = [word for name in names for word in name.text.split() if len(word) > 3 and word[0].isupper()]
    return next((word for word in words if not knows(word) and not _spelt_otherwise(word, evidence)), "")


def _named_otherwise(name: Name, evidence: Sequence[Evidence]) -> bool:
    """Whether what was found names a place of our tables in other words, or its people ("the British minister")."""
    if name.key not in known_keys():
        return False
    told = {
        key
        for hit in hits_of(evidence)
        for key in mentions(f"{hit.article.title} {hit.passage.text}", hit.article.language)
    }
    return name.key in {homes().get(key, key) for key in told}


def _spelt_otherwise(word: str, evidence: Sequence[Evidence]) -> bool:
    """Whether what was found holds a name so like the word that one may be a spelling of the other."""
    texts = [f"{hit.article.title} {hit.passage.text}" for hit in hits_of(evidence)]
    others = {other for text in texts for other in _CAPITALISED.findall(text) if other[0] == word[0]}
    return len(word) >= _LONG_NAME and bool(get_close_matches(word, others, n=1, cutoff=_ALIKE))


def rounded_off(answer: Answer, note: str, as_of: date | None) -> Answer:
    """The answer with the day up to which it speaks and what the reader is told beside it; a refusal answers nothing.

    Args:
        answer: as found, written and verified.
        note: what the writer says of how it wrote.
        as_of: the day asked for; else the answer speaks up to that of the newest article it cites.
    """
    if answer.refusal is not None:
        answer = replace(answer, direct=None, claims=(), ledger=None)
    cited = max((citation.published for citation in answer.citations if citation.published), default=None)
    return replace(answer, as_of=as_of or cited, notes=tuple(filter(None, (note, *_notes(answer, as_of)))))


def _notes(answer: Answer, as_of: date | None) -> Iterator[str]:
    """What the reader is told beside the claims, in the question's language."""
    if as_of is not None:
        yield message("as_of_note", answer.language, date=as_of.isoformat())
    if answer.ledger is not None:
        yield message("superseded_note", answer.language)
    first = next(iter(answer.evidence), None)
    if answer.direct and first and first.articles > 1 and _is_cited_first(answer, first):
        yield message("agreed_note", answer.language, count=first.articles)
    if answer.withheld and answer.refusal is None:
        yield counted("withheld_note", answer.language, len(answer.withheld))


def _is_cited_first(answer: Answer, item: Evidence) -> bool:
    """Whether it is the sentence that the first citation is of, and not a newer report in its place."""
    places = [(citation.article_id, citation.start) for citation in answer.citations[:1]]
    return places == [(item.hit.article.id, item.sentence.start)]
