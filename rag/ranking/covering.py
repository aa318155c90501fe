"""How much of a question candidates say: a passage, the passages found of its article together, a language's best.

Knows the question's telling words and the terms of texts. Does not know how what it tells is weighed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.ranking.terms import Wanted, coverage, terms_of
from rag.types import Hit

_OF_LANGUAGE = 5  # passages of each language by which it is judged what that language can say
_LIKELY = 0.1  # probability of a translation from which a word counts as said


@dataclass(frozen=True, slots=True)
class Covered:
    """Shares of the question, 0 to 1: by ``passage`` and title, by the ``article`` as found; of its ``names`` there."""

    passage: float = 0.0
    article: float = 0.0
    names: float = 0.0


def covered(hits: Sequence[Hit], words: Mapping[str, Sequence[Wanted]]) -> list[Covered]:
    """What each hit says of the question; an article by those of its passages that are among these hits."""
    said = [_terms_in(hit) for hit in hits]
    of_article: dict[str, set[str]] = defaultdict(set)
    for hit, terms in zip(hits, said, strict=True):
        of_article[hit.article.id] |= terms
    result = []
    for hit, terms in zip(hits, said, strict=True):
        telling, whole = words.get(hit.article.language, ()), of_article[hit.article.id]
        names = [word for word in telling if word.is_name]
        result.append(Covered(coverage(telling, terms), coverage(telling, whole), coverage(names, whole)))
    return result


def _terms_in(hit: Hit) -> frozenset[str]:
    """The terms of a passage and its title."""
    return terms_of(f"{hit.article.title} {hit.passage.text}", hit.article.language)


def told_in(hits: Sequence[Hit], words: Mapping[str, Sequence[Wanted]]) -> dict[str, float]:
    """How much of the question the best passages of each language say, against the language that says most; 0 to 1.

    The best BM25 of a language is its best whatever it says: where the only article about the question is in another
    language, it is of passages that share a common word with it.
    """
    languages = {hit.article.language for hit in hits}
    if len(languages) < 2:
        return dict.fromkeys(languages, 1.0)
    best: dict[str, float] = dict.fromkeys(languages, 0.0)
    for language in languages:
        own = sorted(
            (hit for hit in hits if hit.article.language == language), key=lambda hit: -(hit.lexical_score or 0.0)
        )
        telling = words.get(language, ())
        for hit in own[:_OF_LANGUAGE]:
            have = _terms_in(hit)
            said = sum(word.weight for word in telling if word.found_in(have) >= _LIKELY)
            best[language] = max(best[language], said / (sum(word.weight for word in telling) or 1.0))
    most = max(best.values())
    return {language: value / most if most else 1.0 for language, value in best.items()}
