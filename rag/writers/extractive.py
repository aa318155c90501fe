"""The writer without a language model: the sentences that answer, word for word, and a short answer where it is safe.

Knows how sure it must be that ranked sentences answer. Does not know how they were ranked, nor how sure one can be of
them; the guard checks what it writes like anything else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from rag.language import fold
from rag.messages import message
from rag.question import analyse, split_parts
from rag.ranking.kinds import expected, measure
from rag.ranking.sureness import missing, sureness
from rag.types import Draft, DraftClaim, Evidence, Question
from rag.writers.short_answer import short_answer

CALIBRATION = Path(__file__).parent / "calibration.json"
"""``threshold``: sureness below which the question is refused, chosen with its weights on questions of our own
(training/sureness.py). ``part``: score from which a sentence answers a part of a question by itself; ``further``: share
of the best score from which another sentence is given beside it; ``beside_figure``: the same where a short answer was
read off the best, or the best holds the figure or day asked for. These were chosen on questions of our own: most of
what is given further does not answer, and beside a figure least of all."""

_FIGURED = frozenset({"how_much", "how_many", "when"})
_LISTED = 2  # times as many sentences where several names are asked for, each in its own
_FITTING = 0.5  # how well a figure, day, name or reason must fit what is asked for


class ExtractiveWriter:
    """Answers with one to ``claims`` sentences, each its own proof."""

    def __init__(self, claims: int = 3, threshold: float | None = None) -> None:
        """Write at most ``claims`` sentences.

        Args:
            claims: at least 1.
            threshold: sureness, 0 to 1, below which the question is refused; None for the calibrated one, 0 never for
                want of sureness.
        """
        self.claims = claims
        self.threshold = _calibration()["threshold"] if threshold is None else threshold

    def write(
        self, question: Question, evidence: Sequence[Evidence], *, on_text: Callable[[str], None] | None = None
    ) -> Draft:
        """The draft: claims best first, a short answer where it is safe, or a refusal."""
        if not question.text:
            return Draft(refusal="empty_question")
        if not evidence:
            return Draft(refusal="no_evidence")
        parts = split_parts(question.text)
        sure = [
            bool(question.topic) or value >= self.threshold for value in _sureness_of_parts(question, parts, evidence)
        ]
        if not any(sure):
            return Draft(refusal="weak_evidence")
        evidence = [item for item in evidence if sure[item.part]]
        direct = None if missing(question, evidence) else short_answer(question, evidence)
        if direct:
            evidence = [direct[1], *(item for item in evidence if item is not direct[1])]
        chosen = self._chosen(question, evidence, sum(sure), is_short=direct is not None)
        if on_text:
            on_text("\n".join(item.sentence.text for item in chosen))
        open_parts = [part for part, is_sure in zip(parts, sure, strict=True) if not is_sure]
        return Draft(
            claims=tuple(DraftClaim(item.sentence.text, (item,)) for item in chosen),
            direct=direct[0] if direct else None,
            direct_evidence=direct[1] if direct else None,
            note=" ".join(_notes(question, open_parts)),
        )

    def _chosen(
        self, question: Question, evidence: Sequence[Evidence], answered: int, is_short: bool
    ) -> list[Evidence]:
        """The best sentence of each part that is answered, and others that come near the best; none said twice."""
        most = self.claims * (_LISTED if question.kind == "list" else 1)
        parts = min(answered, most)
        alone = _calibration()["part"] if self.threshold else 0.0
        definite = len(split_parts(question.text)) == 1 and _fits(question, evidence[0])
        share = "beside_figure" if is_short or (definite and question.kind in _FIGURED) else "further"
        least = max(alone, evidence[0].score * _calibration()[share])
        chosen: list[Evidence] = []
        said: set[str] = set()
        for place, item in enumerate(evidence):
            wanted = place == 0 or question.topic or item.score >= (alone if place < parts else least)
            key = " ".join(fold(item.sentence.text).split())
            if wanted and key not in said and (place < parts or not definite or _fits(question, item)):
                said.add(key)
                chosen.append(item)
            if len(chosen) == most:
                break
        return chosen


def _notes(question: Question, open_parts: Sequence[str]) -> Iterator[str]:
    """What is told beside the sentences: which parts have no answer, and that a list may not be whole."""
    if question.kind == "list":
        yield message("list_note", question.language)
    for part in open_parts:
        yield message("part_note", question.language, part=part)


def _sureness_of_parts(question: Question, parts: Sequence[str], evidence: Sequence[Evidence]) -> list[float]:
    """How sure it is that each part of the question is answered by the sentences judged by it."""
    if len(parts) < 2:
        return [sureness(question, evidence)]
    own = [[item for item in evidence if item.part == number] for number in range(len(parts))]
    return [
        sureness(analyse(part, question.language), items) if items else 0.0
        for part, items in zip(parts, own, strict=True)
    ]


def _fits(question: Question, item: Evidence) -> bool:
    """Whether a sentence holds something that may be the answer; where the best does, others without it add nothing."""
    language = item.hit.article.language
    return measure(expected(question, language), item.sentence.text, language)[1] >= _FITTING


@cache
def _calibration() -> dict[str, float]:
    values: dict[str, float] = json.loads(CALIBRATION.read_text(encoding="utf-8"))
    return values
