"""What an article's title and date say of a question already, before any sentence is looked at.

Knows titles, days of publication and the names of months. Does not know sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.figures.datewords import MONTH_NUMBERS
from rag.language import fold
from rag.ranking.terms import Wanted, terms_of
from rag.types import ArticleInfo


def titled(article: ArticleInfo, words: Sequence[Wanted]) -> NDArray[np.float64]:
    """For each word the probability that the title says it, shape (words,)."""
    have = terms_of(article.title, article.language)
    return np.array([word.found_in(have) for word in words])


def dated(article: ArticleInfo, words: Sequence[Wanted]) -> NDArray[np.float64]:
    """1 for the year of publication and the months in which such an article may have been written, shape (words,).

    News of a month is also printed in the next.
    """
    day = article.published
    if day is None:
        return np.zeros(len(words))
    months = {day.month, (day.month - 2) % 12 + 1}
    folded = [fold(word.word) for word in words]
    return np.array([float(word == str(day.year) or MONTH_NUMBERS.get(word) in months) for word in folded])
