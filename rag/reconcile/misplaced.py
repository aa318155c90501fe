"""A model's short answer that is another figure or name of its sentence than the one asked for.

Knows which figures of a sentence fit a question, as `reading` tells, and which names plainly do not. Does not know
whether a short answer is borne out: the guard asks that of it, too.
"""

from __future__ import annotations

from dataclasses import replace

from rag.figures import compare, find_figures, find_names
from rag.figures.names import same_key
from rag.ranking.misfits import is_somebody_else
from rag.reconcile.reading import Candidate, Reader
from rag.reconcile.sought import sought
from rag.types import Draft, Evidence, Question

_FITS = 0.8  # how well a figure must fit for the sentence to give the one asked for
_BETTER = 0.3  # by how much it must fit better than the short answer


def without_misplaced(asked: Question, draft: Draft) -> Draft:
    """The draft; without its short answer where its sentence plainly says that of something else than what is asked.

    "31", asked how many were killed, where nine were killed and 31 hurt; who lost, asked who won. Only a model's short
    answer is asked about.
    """
    if not draft.by_model or not draft.direct or draft.direct_evidence is None:
        return draft
    is_misplaced = _is_of_another if asked.kind == "who" else _is_another_figure
    if not is_misplaced(asked, draft.direct, draft.direct_evidence):
        return draft
    return replace(draft, direct=None, direct_evidence=None)


def _is_of_another(asked: Question, short: str, source: Evidence) -> bool:
    """Whether the names of a short answer are those of who lost, only speaks or held the office before."""
    text, language = source.sentence.text, source.hit.article.language
    ours = find_names(short, asked.language)
    same = [name for name in find_names(text, language) if any(same_key(name.key, other.key) for other in ours)]
    return bool(same) and all(is_somebody_else(asked, text, language, name.start, name.end) for name in same)


def _is_another_figure(asked: Question, short: str, source: Evidence) -> bool:
    """Whether another figure of the sentence fits what is asked plainly better."""
    want = sought(asked)
    if want is None or want.is_open:
        return False
    read = [item for item in Reader(asked, want).read([source.hit]) if item.evidence.place == source.place]
    best = max(map(_fit, read), default=0.0)
    own = max((_fit(item) for item in read if _is_said(item, short, asked.language)), default=0.0)
    return best >= _FITS and own + _BETTER <= best


def _fit(item: Candidate) -> float:
    """How well a figure fits: its unit, what is said to happen to it, and whether it is only the whole of another."""
    return item.features["unit"] + min(item.features["role"], 0.0) - item.features["whole"]


def _is_said(item: Candidate, text: str, language: str) -> bool:
    """Whether a short answer gives the figure, or has its words."""
    published = item.evidence.hit.article.published
    people = "personnes" if language == "fr" else "people"  # "neuf" alone may be "new"
    figures = find_figures(text, language, published) or find_figures(f"{text} {people}", language, published)
    return item.figure.text in text or any(
        figure.value == item.figure.value or compare(figure, item.figure) == "equal" for figure in figures
    )
