"""What an index holds for a question: the question understood in its languages, and the passages to choose from.

Knows how deep each side of the index is searched, that every language is searched by itself, and what was true of the
state of the index that was last seen. Does not know how an index searches, nor how what it finds is ranked.
Safe for several threads.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from rag.encoders import Encoder
from rag.index import NewsIndex
from rag.language import fold, index_terms
from rag.question import analyse
from rag.ranking.asked import Asked, understand, words_in
from rag.ranking.kept import Kept
from rag.ranking.meanings import kin
from rag.ranking.rarity import rarity
from rag.ranking.terms import Wanted
from rag.types import Filter, Hit, IndexInfo, Query, Question, SearchMode

DEPTH = 60
"""Candidates drawn from each side of the index, for each language."""

_WHOLE = 12  # articles looked through whole
_PASSAGES = 120  # that these may have at most
_APART = 4  # languages searched each by itself; the rest together
_RARE = 0.6  # rarity from which a part of a hyphened word is a name by itself ("pays" 0.4, "bas" 0.5)
_KEPT = 64  # questions whose understanding is remembered, so that search and evidence do the work once


class _Seen:
    """What is known of one state of the index: what is in it, and questions as they are understood in its languages."""

    def __init__(self, state: Hashable) -> None:
        self.state = state
        self.info: IndexInfo | None = None
        self.asked: Kept[tuple[str, str], Asked] = Kept(_KEPT)


class Candidates:
    """Fetches from one index, with the encoder that made it."""

    def __init__(self, index: NewsIndex, encoder: Encoder) -> None:
        self._index = index
        self._encoder = encoder
        self._seen = _Seen(None)

    def keep_up(self) -> None:
        """Forget what was true of an older state of the index, whoever took up the new one."""
        state = self._index.state()
        if state != self._seen.state:
            self._seen = _Seen(state)

    def info(self) -> IndexInfo:
        """What is in the index; counted once a generation."""
        seen = self._seen
        info = seen.info
        if info is None:
            info = seen.info = self._index.info()
        return info

    def understood(self, question: Question) -> Asked:
        """The question as the search sees it in this index; the last ones are remembered."""
        seen, key = self._seen, (question.text, question.language)
        asked = seen.asked.get(key)
        if asked is None:
            asked = understand(question, self._languages(), self._encoder)
            seen.asked.put(key, asked)
        return asked

    def fetch(self, asked: Asked, k: int, filter: Filter, mode: SearchMode) -> list[Hit]:
        """Candidates of both sides, drawn from each language apart: the question's own must not crowd out others."""
        languages = self._languages()
        chosen = [language for language in languages if not filter.languages or language in filter.languages]
        apart = [(language,) for language in chosen[:_APART]] + ([tuple(chosen[_APART:])] if chosen[_APART:] else [])
        if mode != "hybrid" or len(apart) < 2:
            return self._index.search(_query(asked, k, filter, mode))
        found: list[Hit] = []
        for group in apart:
            found += self._index.search(_query(asked, k, replace(filter, languages=group), mode))
        return found

    def near(self, text: str, k: int, filter: Filter) -> list[Hit]:
        """The ``k`` passages nearest to a text by meaning, best first."""
        (vector,) = self._encoder.encode_queries([text])
        return self._index.search(Query(k=k, vector=vector, filter=filter, depth=max(k, DEPTH)))

    def whole(self, question: Question, hits: Sequence[Hit]) -> list[Hit]:
        """The hits, and behind them the other passages of the articles that the first of them are of."""
        ids = tuple(dict.fromkeys(hit.article.id for hit in hits))[:_WHOLE]
        if not ids:
            return []
        have = {hit.passage.id for hit in hits}
        query = _query(self.understood(question), _PASSAGES, Filter(article_ids=ids), "dense")
        more = [hit for hit in self._index.search(query) if hit.passage.id not in have]
        return [*hits, *(replace(hit, rank=len(hits) + n) for n, hit in enumerate(more, 1))]

    def mentions(self, word: str, language: str, filter: Filter) -> bool:
        """Whether an article that passes the filter mentions a word of ``language``, translated or not.

        Words joined by hyphens must stand together, unless a part is a name by itself or a kindred name is there: many
        an article with "pays" and "bas" says nothing of the Pays-Bas, but "Boulogne" may be Boulogne-Billancourt. Words
        that a language's articles are not found by, such as the "Down" of a hill, count as mentioned: nothing can tell.
        """
        asked = analyse(word, language)
        self.keep_up()
        languages = self._languages()
        if asked.text and not all(index_terms(word, each) for each in languages):
            return True
        terms = _terms(words_in(asked, languages))
        parts = fold(word).split("-")
        k = 1 if len(parts) < 2 else DEPTH
        hits = self._index.search(Query(k=k, terms=terms, filter=filter, depth=DEPTH)) if asked.text else []
        if len(parts) < 2:
            return bool(hits)
        joined = re.compile(r"\b" + r"[-\s]".join(map(re.escape, parts)) + r"\b")
        if any(joined.search(fold(f"{hit.article.title} {hit.passage.text}")) for hit in hits):
            return True
        rare = [part for part in parts if _is_rare(part, language)]
        kindred = [name for name, _ in kin(word.replace("-", " "))]
        return any(self.mentions(other, language, filter) for other in (*rare, *kindred))

    def _languages(self) -> tuple[str, ...]:
        """Languages of the index, the commonest first."""
        counts = self.info().languages
        return tuple(sorted(counts, key=lambda language: (-counts[language], language)))


def _query(asked: Asked, k: int, filter: Filter, mode: SearchMode) -> Query:
    return Query(
        k=max(k, 2 * DEPTH) if mode == "hybrid" else k,
        vector=None if mode == "lexical" else asked.vector,
        terms={} if mode == "dense" else _terms(asked.words),
        filter=filter,
        depth=max(k, DEPTH),
    )


def _terms(words: Mapping[str, tuple[Wanted, ...]]) -> dict[str, tuple[tuple[str, float], ...]]:
    """All terms that may stand for the words, by language."""
    return {language: tuple(pair for word in found for pair in word.terms) for language, found in words.items()}


def _is_rare(part: str, language: str) -> bool:
    """Whether a part of a hyphened word tells by itself, as names do."""
    return any(rarity(term, language) >= _RARE for term in index_terms(part, language))
