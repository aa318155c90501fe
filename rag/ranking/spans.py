"""Which words of a sentence answer: of all that fit the question, those that the reading model takes for the answer.

Knows candidates and the reader. Does not know how sentences were ranked.
"""

from __future__ import annotations

from rag.ranking.kinds import Expected, candidates, expected
from rag.ranking.reader import Reading, default_reader
from rag.types import Hit, Question, Sentence

FIT = 4.0
"""Logits that a fitting candidate is ahead of one that does not fit at all."""

MARGIN = 1.5
"""Logits by which the words that answer must be ahead of all others."""


AGREEMENT = 2.0
"""Logits by which the reader may prefer another sentence of the passage before it counts as disagreeing."""


def span_in(question: Question, hit: Hit, sentence: Sentence, threads: int = 0) -> tuple[int, int] | None:
    """The words of a sentence of the hit that answer, as offsets into the article's text; None where it is not clear.

    The passage is read once. It is not clear where the reader takes another sentence for the answer.
    """
    want = expected(question, hit.article.language)
    if not candidates(want, sentence.text, hit.article.language):
        return None
    reader = default_reader(threads)
    if reader is None:
        return None
    (readings,) = reader.read(question.text, [hit.passage])
    reading = readings[hit.passage.sentences.index(sentence)]
    if reading.score < max(item.score for item in readings) - AGREEMENT:
        return None
    return best_span(want, sentence, reading, hit.article.language)


def best_span(want: Expected, sentence: Sentence, reading: Reading, language: str) -> tuple[int, int] | None:
    """The candidate the reader takes for the answer, where it fits and no other comes near; offsets into the text."""
    found = sorted(
        (
            (reading.within(item.start, item.end) + FIT * item.fit, item)
            for item in candidates(want, sentence.text, language)
        ),
        key=lambda pair: -pair[0],
    )
    if not found or found[0][1].fit < 1.0 or (len(found) > 1 and found[0][0] - found[1][0] < MARGIN):
        return None
    best = found[0][1]
    return sentence.start + best.start, sentence.start + best.end
