"""The writer without a language model: the sentences that answer, word for word, and a short answer where it is safe.

Knows ranked sentences and when they are too weak to answer with. Does not know how they were ranked; the guard checks
what it writes like anything else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from rag.language import fold
from rag.question import split_parts
from rag.types import Draft, DraftClaim, Evidence, Question
from rag.writers.short_answer import short_answer

CALIBRATION = Path(__file__).parent / "calibration.json"
"""``threshold``: score below which the best sentence is no answer; ``further``: share of the best score from which
another sentence is given beside it, ``beside_direct`` the same where a short answer was read off the best. Chosen on
development questions (training/ranker_mix.py)."""


class ExtractiveWriter:
    """Answers with one to ``claims`` sentences, each its own proof."""

    def __init__(self, claims: int = 3, threshold: float | None = None) -> None:
        """Write at most ``claims`` sentences.

        Args:
            claims: at least 1.
            threshold: score, 0 to 1, below which the best sentence is no answer; None for the calibrated one.
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
        if evidence[0].score < self.threshold:
            return Draft(refusal="weak_evidence")
        direct = short_answer(question, evidence)
        chosen = self._chosen(question, evidence, "further" if direct is None else "beside_direct")
        if on_text:
            on_text("\n".join(item.sentence.text for item in chosen))
        return Draft(
            claims=tuple(DraftClaim(item.sentence.text, (item,)) for item in chosen),
            direct=direct[0] if direct else None,
            direct_evidence=direct[1] if direct else None,
        )

    def _chosen(self, question: Question, evidence: Sequence[Evidence], share: str) -> list[Evidence]:
        """The best sentence of each part of the question, and others that come near the best; none said twice."""
        parts = min(len(split_parts(question.text)), self.claims)
        least = max(self.threshold, evidence[0].score * _calibration()[share])
        chosen: list[Evidence] = []
        said: set[str] = set()
        for place, item in enumerate(evidence):
            wanted = item.score >= (self.threshold if place < parts else least)
            key = " ".join(fold(item.sentence.text).split())
            if wanted and key not in said:
                said.add(key)
                chosen.append(item)
            if len(chosen) == self.claims:
                break
        return chosen


@cache
def _calibration() -> dict[str, float]:
    values: dict[str, float] = json.loads(CALIBRATION.read_text(encoding="utf-8"))
    return values
