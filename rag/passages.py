"""Articles to passages: whole consecutive sentences, sized for an encoder's window.

Knows: sentences, paragraph breaks, a target length, a token budget. Does not know which encoder counts the tokens, nor
indexes. Passages do not overlap; together they hold every sentence of the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.language import sentence_spans
from rag.types import Article, Passage, Sentence

CountTokens = Callable[[Sequence[str]], list[int]]

TARGET = 800
"""Characters a passage aims at."""

_CONTEXT = 160  # characters of title that are embedded with each passage
_SPECIAL = 4  # tokens kept free for the marks an encoder puts around and between
_LEAST = 16  # tokens of text that fit at least, whatever the title takes
_CLAUSE = re.compile(r"(?<=[;:,–—])\s+")
_SPACE = re.compile(r"\s+")


def split(article: Article, count_tokens: CountTokens, max_tokens: int) -> tuple[Passage, ...]:
    """The passages of an article in order.

    Args:
        article: its text in the form `language.normalise` gives.
        count_tokens: tokens of each text, without or with special tokens; called with all sentences at once.
        max_tokens: what the encoder's window holds. A passage with its context stays within it; a single sentence
            longer than the window is cut at clause or word boundaries into pieces that each stand as a sentence.
    """
    context = shorten_title(article.info.title)
    taken = count_tokens([context + "\n"])[0] if context else 0
    budget = max(max_tokens - taken - _SPECIAL, min(_LEAST, max_tokens))
    spans = sentence_spans(article.text)
    sentences, tokens = _within(article.text, spans, count_tokens, budget)
    groups = _grouped(article.text, sentences, tokens, budget)
    return tuple(_passage(article, ordinal, group, context) for ordinal, group in enumerate(groups))


def shorten_title(title: str) -> str:
    """The title on one line, cut at a word where it is longer than context should be."""
    title = " ".join(title.split())
    if len(title) <= _CONTEXT:
        return title
    return title[: _CONTEXT - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–") + "…"


def _passage(article: Article, ordinal: int, sentences: Sequence[Sentence], context: str) -> Passage:
    start, end = sentences[0].start, sentences[-1].end
    return Passage(article.id, ordinal, start, end, article.text[start:end], tuple(sentences), context)


def _within(
    text: str, spans: Sequence[tuple[int, int]], count_tokens: CountTokens, budget: int
) -> tuple[list[Sentence], list[int]]:
    """The sentences with their token counts, each cut until it fits the budget."""
    sentences: list[Sentence] = []
    tokens: list[int] = []
    counts = count_tokens([text[start:end] for start, end in spans]) if spans else []
    for (start, end), count in zip(spans, counts, strict=True):
        pieces = [(start, end, count)] if count <= budget else _cut(text, start, end, count_tokens, budget)
        for first, last, size in pieces:
            sentences.append(Sentence(first, last, text[first:last]))
            tokens.append(size)
    return sentences, tokens


def _cut(text: str, start: int, end: int, count_tokens: CountTokens, budget: int) -> list[tuple[int, int, int]]:
    """Halves of a sentence, at the clause, word or character boundary nearest its middle, until each fits."""
    count = count_tokens([text[start:end]])[0]
    if count <= budget or end - start < 2:
        return [(start, end, count)]
    left, right = _halves(text, start, end)
    while text[left - 1].isspace():
        left -= 1
    while text[right].isspace():
        right += 1
    return _cut(text, start, left, count_tokens, budget) + _cut(text, right, end, count_tokens, budget)


def _halves(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the first half ends and the second begins."""
    middle = (start + end) // 2
    near = (end - start) // 4
    for pattern, low, high in ((_CLAUSE, middle - near, middle + near), (_SPACE, start + 1, end - 1)):
        found = [(abs(match.start() - middle), match.span()) for match in pattern.finditer(text, low, high)]
        if found:
            return min(found)[1]
    return middle, middle


def _grouped(text: str, sentences: Sequence[Sentence], tokens: Sequence[int], budget: int) -> list[list[Sentence]]:
    """The partition into runs of least cost: lengths near the target, breaks between paragraphs, none over budget."""
    count = len(sentences)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * count
    for stop in range(1, count + 1):
        size = 0
        for start in range(stop - 1, -1, -1):
            size += tokens[start] + 1
            length = sentences[stop - 1].end - sentences[start].start
            if start < stop - 1 and (size > budget or length > 2 * TARGET):
                break
            cost = best[start][0] + _cost(text, sentences, stop, length)
            if cost < best[stop][0]:
                best[stop] = (cost, start)
    groups: list[list[Sentence]] = []
    stop = count
    while stop:
        start = best[stop][1]
        groups.append(list(sentences[start:stop]))
        stop = start
    return groups[::-1]


def _cost(text: str, sentences: Sequence[Sentence], stop: int, length: int) -> float:
    """How far a run that ends before ``stop`` is from the target, and whether it breaks a paragraph."""
    away = (length - TARGET) / TARGET
    cost = away * away
    if stop < len(sentences) and "\n" not in text[sentences[stop - 1].end : sentences[stop].start]:
        cost += 0.1
    return cost
