"""The ledger of one figure: what each report gave for it, oldest first, with what changed and where outlets disagree.

Knows figures, citations and the order of time. Does not retrieve: the reports are read off sentences handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from rag.figures import Figure, find_figures, mentions, render, same_unit
from rag.figures.flat import fold
from rag.language import index_terms
from rag.types import Citation, Evidence, Ledger, LedgerRow

Status = Literal["first", "update", "disagreement", "same"]
_NEAR = 60  # characters within which a word of the subject belongs to a figure
_ALIKE = 5  # telling words shared, from which two sentences report one thing
_ALIKE_ABROAD = 3  # across languages hardly more than names are shared
_SPREAD = 20  # an evolving figure stays within this factor; "183 euros a month" is not the envelope of billions


@dataclass(frozen=True, slots=True)
class Report:
    """One figure read off one sentence."""

    figure: Figure
    evidence: Evidence

    @property
    def when(self) -> tuple[str, str]:
        """Sorts reports by day, then by time of day where the article gives one; undated ones first."""
        article = self.evidence.hit.article
        day = article.published.isoformat() if article.published else ""
        return day, article.published_at


def read_reports(anchor: Report, evidence: Sequence[Evidence], asked: Collection[str] = ()) -> tuple[Report, ...]:
    """The reports of the anchor's figure among sentences of other articles, oldest first, the anchor with them.

    Args:
        anchor: the figure that answers the question, and its sentence.
        evidence: ranked sentences, best first; each article gives the one figure said most like the anchor's.
        asked: name keys the question mentions; an article must know most of those the anchor's article knows.
    """
    subject, language = _terms(anchor.evidence), anchor.evidence.hit.article.language
    names = [key for key in asked if key in _article_names(anchor.evidence)]
    best: dict[str, tuple[int, Report]] = {}
    for item in evidence:
        article = item.hit.article.id
        if article == anchor.evidence.hit.article.id or not _knows(item, names):
            continue
        for figure in _like(anchor.figure, item):
            likeness = _likeness(figure, item, subject)
            alike = _ALIKE if item.hit.article.language == language else _ALIKE_ABROAD
            if likeness >= alike and likeness > best.get(article, (0, anchor))[0]:
                best[article] = (likeness, Report(figure, item))
    return tuple(sorted([anchor, *(report for _, report in best.values())], key=lambda report: report.when))


def ledger_of(
    reports: Sequence[Report], subject: str, language: str, cite: Callable[[Evidence, int], Citation]
) -> Ledger | None:
    """The ledger of reports in order of time; None where they all give one value.

    Args:
        reports: as `read_reports` gives them.
        subject: what the figure is of, as the screen shall call it.
        language: of the rendered values, "en" or "fr".
        cite: makes the numbered citation of a row.
    """
    values = {report.figure.value for report in reports}
    if len(reports) < 2 or len(values) < 2:
        return None
    rows: list[LedgerRow] = []
    for number, report in enumerate(reports, 1):
        low, high = bounds(report.figure)
        citation = cite(report.evidence, number)
        row = LedgerRow(
            value=render(report.figure, language),
            published=citation.published,
            source=citation.source,
            citation=citation,
            low=low,
            high=high,
            status=_status(rows, report, reports),
        )
        rows.append(row)
    return Ledger(subject, reports[-1].figure.unit, tuple(rows))


def latest(reports: Sequence[Report]) -> Report:
    """The newest report; of several at one time, the one that ranks best in the order given. ValueError when empty."""
    return max(reports, key=lambda report: report.when)


def bounds(figure: Figure) -> tuple[float, float]:
    """The interval to draw; a bound left open is drawn at the one stated."""
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    return float(low if low is not None else Decimal(0)), float(high if high is not None else Decimal(0))


def _status(before: Sequence[LedgerRow], report: Report, reports: Sequence[Report]) -> Status:
    """How a report relates to those before it: same value, later news, or another outlet's other figure of the day."""
    if not before:
        return "first"
    earlier = reports[len(before) - 1]
    if earlier.figure.value == report.figure.value:
        return "same"
    here, there = report.evidence.hit.article, earlier.evidence.hit.article
    same_day = here.published == there.published
    return "disagreement" if same_day and here.source != there.source else "update"


def _like(wanted: Figure, evidence: Evidence) -> list[Figure]:
    """The figures of a sentence that measure what `wanted` does, in the same order of magnitude."""
    language = evidence.hit.article.language
    figures = find_figures(evidence.sentence.text, language, evidence.hit.article.published)
    return [figure for figure in figures if _measures(wanted, figure) and _comparable(wanted.value, figure.value)]


def _measures(wanted: Figure, figure: Figure) -> bool:
    if figure.kind != wanted.kind or figure.kind in ("date", "ordinal"):
        return False
    if figure.kind == "count":
        return bool(wanted.unit) and figure.unit == wanted.unit
    return same_unit(wanted, figure)


def _comparable(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None or one <= 0 or other <= 0:
        return False
    return max(one, other) <= _SPREAD * min(one, other)


def _likeness(figure: Figure, evidence: Evidence, subject: Collection[str]) -> int:
    """How many telling words the sentence and its title share with the anchor's; those near the figure count twice."""
    text, language = evidence.sentence.text, evidence.hit.article.language
    near = _telling(text[max(0, figure.start - _NEAR) : figure.end + _NEAR], language)
    return _shared(_terms(evidence), subject) + _shared(near, subject)


def _shared(terms: Collection[str], subject: Collection[str]) -> int:
    """Words in common; a name counts once, whether as a word or by its key."""
    common = set(terms) & set(subject)
    return sum(not any(other != term and term.startswith(other) for other in common) for term in common)


def _terms(evidence: Evidence) -> frozenset[str]:
    """The telling words and the names of a sentence and its title."""
    text, language = f"{evidence.hit.article.title}. {evidence.sentence.text}", evidence.hit.article.language
    return _telling(text, language) | mentions(text, language)


def _telling(text: str, language: str) -> frozenset[str]:
    """The words of a text that are not part of a figure: that two sentences speak of dollars tells nothing."""
    for figure in find_figures(text, language):
        text = text[: figure.start] + " " * (figure.end - figure.start) + text[figure.end :]
    return frozenset(term for term in index_terms(text, language) if not term[0].isdigit())


@lru_cache(maxsize=512)
def _names_in(text: str, language: str) -> frozenset[str]:
    return mentions(text, language) | frozenset(fold(text).split())


def _article_names(evidence: Evidence) -> frozenset[str]:
    """Every name key, and every word, of the passage and its title."""
    return _names_in(f"{evidence.hit.article.title}. {evidence.hit.passage.text}", evidence.hit.article.language)


def _knows(evidence: Evidence, names: Sequence[str]) -> bool:
    """Whether the article knows at least half of the names."""
    known = _article_names(evidence)
    return 2 * sum(key in known for key in names) >= len(names)
