"""Whether the articles found know the names of a question.

A name is looked for in the title and in all passages found of an article, as it stands and as its other language spells
it. Knows words. Does not know what follows for an answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rag.language import fold
from rag.question import names_of
from rag.ranking.terms import Wanted, terms_of, wanted
from rag.types import Hit, Question

_WORD = re.compile(r"[^\W_]+")
_LIKELY = 0.3  # probability from which a translation is the name


def names_known(
    question: Question, hits: Sequence[Hit], only: Collection[str] | None = None
) -> tuple[int, dict[str, float]]:
    """How many words of names the question has, and by identifier of each article the share of them that it knows.

    ``only`` for some of these words, folded.
    """
    named = only or {fold(word) for name in names_of(question) for word in _WORD.findall(name.text)}
    names = {
        language: [word for word in wanted(question.text, question.language, language) if _is_name(word, named)]
        for language in {hit.article.language for hit in hits}
    }
    have: dict[str, set[str]] = {}
    for hit in hits:
        told = have.setdefault(hit.article.id, set())
        told.update(terms_of(f"{hit.article.title} {hit.passage.text}", hit.article.language))
    shares = {hit.article.id: _share(names[hit.article.language], have[hit.article.id]) for hit in hits}
    return max(map(len, names.values()), default=0), shares


def _is_name(word: Wanted, named: Collection[str]) -> bool:
    return word.is_name and not any(letter.isdigit() for letter in word.word) and fold(word.word) in named


def _share(names: Sequence[Wanted], have: set[str]) -> float:
    return sum(name.found_in(have) >= _LIKELY for name in names) / len(names) if names else 1.0
