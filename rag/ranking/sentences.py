"""Features of candidate sentences: what can be known of them without reading them with a model.

What is said is measured by words and by meaning, in the sentence, beside it and in its article; words that few of the
candidates say count more, and those that title and date say already tell nothing about a sentence. Knows sentences,
the question's telling words, figures and names. Does not know how the features are weighed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from rag.ranking.kinds import Candidate, Expected, candidates, measure
from rag.ranking.matching import Matches, match_all
from rag.ranking.settled import dated, titled
from rag.ranking.terms import Wanted
from rag.types import Hit

_REACH = 30  # characters between an answer and a word of the question at which they belong together half as surely

Row = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """What is known of a sentence, each value from 0 to 1 unless said.

    By terms: ``said``: coverage of the question's words by the sentence; ``passage``: by passage, title and date;
    ``names``: the same of its names and numbers; ``here``: of these, by the sentence. By meaning, the article's date
    left out: ``meant``: coverage by the sentence; ``near``: by it and its neighbours; ``detail``: of words that the
    title lacks; ``telling``: of these, rare ones among the candidates most; ``article``: by the best sentence of the
    article for each word, and the title; ``heard``: of the names, by sentence, the one before it and title.
    ``kind``: whether it holds something of the kind asked for that is not in the question; ``fits``: whether that is
    of the right unit or form; ``tied``: how many of the question's words stand near it; ``first``: whether it opens
    the article; ``short``: whether it has under six words; ``question``: whether it asks itself; ``order``: 1 over
    the rank of its passage.
    """

    said: float
    passage: float
    names: float
    here: float
    meant: float
    near: float
    detail: float
    telling: float
    article: float
    heard: float
    kind: float
    fits: float
    tied: float
    first: float
    short: float
    question: float
    order: float


FEATURES = tuple(field.name for field in fields(SentenceFeatures))


@dataclass(frozen=True, eq=False)
class QuestionWords:
    """The question's words for one language, and what each weighs, shape (words,)."""

    words: tuple[Wanted, ...]
    weights: Row
    named: Row

    @staticmethod
    def of(words: Sequence[Wanted]) -> QuestionWords:
        """The words with what each weighs by itself, and as a name."""
        return QuestionWords(
            tuple(words),
            np.array([word.weight for word in words]),
            np.array([word.weight * word.is_name for word in words]),
        )


def sentence_features(
    hits: Sequence[Hit], words: Mapping[str, Sequence[Wanted]], wants: Mapping[str, Expected]
) -> list[list[SentenceFeatures]]:
    """Features of each sentence of each hit, in order.

    Args:
        hits: the passages, best first; a sentence is judged among all of them.
        words: the question's telling words, by language of the articles.
        wants: what the question expects, by language of the articles.
    """
    asked = {language: QuestionWords.of(words.get(language, ())) for language in wants}
    matched = _matched(hits, asked)
    rarities = {
        language: _rarity(
            [m.meant() for hit, row in zip(hits, matched, strict=True) if hit.article.language == language for m in row]
        )
        for language in wants
    }
    articles = _by_article(hits, matched)
    return [
        _of_passage(hit, order, asked[hit.article.language], wants[hit.article.language], row,
                    rarities[hit.article.language], articles[hit.article.id])
        for order, (hit, row) in enumerate(zip(hits, matched, strict=True), 1)
    ]  # fmt: skip


def _matched(hits: Sequence[Hit], asked: Mapping[str, QuestionWords]) -> list[list[Matches]]:
    """For each hit the matches of its sentences, language by language in one go."""
    found: list[list[Matches]] = [[] for _ in hits]
    for language, words in asked.items():
        places = [n for n, hit in enumerate(hits) if hit.article.language == language]
        texts = [sentence.text for n in places for sentence in hits[n].passage.sentences]
        rest = iter(match_all(words.words, texts, language))
        for n in places:
            found[n] = [next(rest) for _ in hits[n].passage.sentences]
    return found


def _of_passage(
    hit: Hit, order: int, asked: QuestionWords, want: Expected, matched: Sequence[Matches], rare: Row, article: Row
) -> list[SentenceFeatures]:
    language, weights = hit.article.language, asked.weights
    title, date = titled(hit.article, asked.words), dated(hit.article, asked.words)
    open_weights = weights * (1 - date)
    new_weights = weights * (1 - np.maximum(title, date))
    said, meant = [m.said() for m in matched], [m.meant() for m in matched]
    whole = np.maximum.reduce([*said, title, date])
    passage, names = share(weights, whole), share(asked.named, whole, 1.0)
    found = []
    for n, sentence in enumerate(hit.passage.sentences):
        options = candidates(want, sentence.text, language)
        kind, fits = measure(want, sentence.text, language, options)
        before = meant[max(0, n - 1)]
        found.append(
            SentenceFeatures(
                said=share(weights, said[n]),
                passage=passage,
                names=names,
                here=share(asked.named, said[n]),
                meant=share(open_weights, meant[n]),
                near=share(open_weights, np.maximum.reduce(meant[max(0, n - 1) : n + 2])),
                detail=share(new_weights, meant[n]),
                telling=share(new_weights * rare, meant[n]),
                article=share(open_weights, np.maximum(article, title)),
                heard=share(asked.named * (1 - date), np.maximum.reduce([meant[n], before, title]), 0.5),
                kind=kind,
                fits=fits,
                tied=max((option.fit * tie(option, matched[n], open_weights) for option in options), default=0.0),
                first=float(hit.passage.ordinal == 0 and n == 0),
                short=float(len(sentence.text.split()) < 6),
                question=float(sentence.text.rstrip(' "»”').endswith("?")),
                order=1 / order,
            )
        )
    return found


def tie(option: Candidate, matched: Matches, weights: Row) -> float:
    """Coverage of the question's words by words near the option, 0 to 1; ``weights`` (words,)."""
    if not matched.places:
        return 0.0
    near = [
        0.0 if option.start <= a < option.end else 1 / (1 + min(abs(a - option.end), abs(option.start - b)) / _REACH)
        for a, b in matched.places
    ]
    return share(weights, (matched.meaning * np.array(near)).max(axis=1))


def share(weights: Row, values: Row, nothing: float = 0.0) -> float:
    """The weighted mean; ``nothing`` where nothing weighs."""
    total = float(weights.sum())
    return float((weights * values).sum()) / total if total > 0 else nothing


def _rarity(meant: Sequence[Row]) -> Row:
    """How few of the sentences mean each word, 0 to 1, shape (words,)."""
    if not meant:
        return np.zeros(0)
    rarity: Row = np.log((len(meant) + 1) / (np.sum(meant, axis=0) + 1)) / np.log(len(meant) + 1)
    return rarity


def _by_article(hits: Sequence[Hit], matched: Sequence[Sequence[Matches]]) -> dict[str, Row]:
    """For each article what its best sentence means of each word."""
    found: dict[str, Row] = {}
    for hit, row in zip(hits, matched, strict=True):
        best = np.maximum.reduce([m.meant() for m in row])
        found[hit.article.id] = np.maximum(found[hit.article.id], best) if hit.article.id in found else best
    return found
