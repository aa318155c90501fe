"""Sentences that say who somebody is, or what something is.

Knows passages found for a name, and days. Does not know how a sentence describes a name (`descriptions`), nor what is
written from the sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.figures.flat import flatten
from rag.ranking.descriptions import mention, told_of
from rag.types import Evidence, Hit, Sentence

LEAST = 0.5
"""How plainly a sentence must introduce a name to be given as an answer."""

_MOST = 6  # sentences given
_ABOUT = 0.5  # how plainly the opening of an article about somebody does
_SAME = 0.5  # share of a description's words that another one has when it says the same
_WORD = re.compile(r"\w+")


def introductions(name: str, hits: Sequence[Hit], is_person: bool) -> list[Evidence]:
    """The sentences that introduce a name, the plainest and newest first; the score says how plainly, 0 to 1.

    Of descriptions that say the same only the newest is given.

    Args:
        name: as asked; titles before it are left out of account.
        hits: passages found for it.
        is_person: whether people introduce it, and not things.
    """
    sought = mention(name)
    found: list[tuple[float, str, Evidence]] = []
    for hit in hits:
        for sentence in hit.passage.sentences:
            if sentence.text.rstrip().endswith("?"):
                continue
            told = told_of(sought, sentence.text, hit.article.language, is_person)
            if is_person and told is not None and told[0] < LEAST and _opens(sought, hit, sentence):
                told = _ABOUT, flatten(sentence.text)
            if told is not None and told[0] >= LEAST:
                found.append((told[0], told[1], Evidence(hit, sentence, told[0])))
    found.sort(key=lambda item: (-item[0], *by_day(item[2])))
    chosen: list[Evidence] = []
    said: list[frozenset[str]] = []
    for _, told_words, evidence in found:
        words = frozenset(_WORD.findall(told_words))
        if not any(len(words & other) >= _SAME * min(len(words), len(other)) for other in said if other):
            said.append(words)
            chosen.append(evidence)
    return chosen[:_MOST]


def _opens(sought: re.Pattern[str], hit: Hit, sentence: Sentence) -> bool:
    """Whether it is the first sentence to name what is asked about in an article whose title does: news says who."""
    first = next((other for other in hit.passage.sentences if sought.search(flatten(other.text))), None)
    named = sought.search(flatten(sentence.text))
    if hit.passage.ordinal or first != sentence or named is None:
        return False
    return bool(re.search(rf"(?<![\w-]){re.escape(named.group().split()[-1])}", flatten(hit.article.title)))


def by_day(item: Evidence) -> tuple[int, int, int]:
    """Sorts the newest first, of a day the better passage, of a passage the earlier sentence."""
    published = item.hit.article.published
    return -published.toordinal() if published else 0, item.hit.rank, item.sentence.start
