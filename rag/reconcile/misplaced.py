"""A model's short answer that is another figure of its sentence than the one asked for.

Knows which figures of a sentence fit a question, as `reading` tells. Does not know whether a short answer is borne out:
the guard asks that of it, too.
"""

from __future__ import annotations

from dataclasses import replace

from rag.figures import find_figures
from rag.figures.compare import compare
from rag.reconcile.reading import Candidate, Reader
from rag.reconcile.sought import sought
from rag.types import Draft, Question

_FITS = 0.8  # how well a figure must fit for the sentence to give the one asked for
_BETTER = 0.3  # by how much it must fit better than the short answer


def without_misplaced(asked: Question, draft: Draft) -> Draft:
    """The draft; without its short answer where its sentence plainly gives another figure for what is asked.

    "31", asked how many were killed, where nine were killed and 31 hurt. Only a model's short answer is asked about.
    """
    want, source = sought(asked), draft.direct_evidence
    if want is None or want.is_open or not draft.by_model or not draft.direct or source is None:
        return draft
    read = [item for item in Reader(asked, want).read([source.hit]) if item.evidence.place == source.place]
    best = max(map(_fit, read), default=0.0)
    own = max((_fit(item) for item in read if _is_said(item, draft.direct, asked.language)), default=0.0)
    if best < _FITS or own + _BETTER > best:
        return draft
    return replace(draft, direct=None, direct_evidence=None)


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
