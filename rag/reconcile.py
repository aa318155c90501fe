"""Reconciles an answer with the other reports of its figure: the newest comes first, the rest go into the ledger.

Knows drafts, figures and the time a question speaks of. Does not retrieve: the sentences to compare with are handed in.
Verifies nothing: a promoted claim passes the guard like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rag.citations import cite
from rag.figures import find_figures, find_names, render
from rag.ledger import Report, latest, ledger_of, read_reports
from rag.ranking.kinds import candidates, expected
from rag.timeline import TimeScope
from rag.types import Citation, Claim, Draft, DraftClaim, Evidence, Hit, Ledger, Question

_MEASURED = frozenset({"money", "count", "percent", "quantity"})
_COUNTED = frozenset({"how_many", "how_much"})
_ONE_EVENT = timedelta(days=90)
_PRINTED = timedelta(days=3)
_FITS = 0.99  # how well a figure must fit what is asked, where the draft does not say which one answers
_NEARLY = 0.2  # share of the anchor's probability that another report's sentence must reach


def anchor_of(asked: Question, draft: Draft) -> Report | None:
    """The figure a draft answers with, and its sentence; None where the question wants none or there is a doubt."""
    if asked.kind not in _COUNTED or draft.refusal or not draft.claims or not draft.claims[0].evidence:
        return None
    source = draft.direct_evidence or draft.claims[0].evidence[0]
    article = source.hit.article
    found = [
        figure
        for figure in find_figures(source.sentence.text, article.language, article.published)
        if figure.kind in _MEASURED and figure.qualifier != "several"
    ]
    if draft.direct:
        found = [figure for figure in found if render(figure, asked.language) == draft.direct]
        return Report(found[0], source) if found else None
    want = expected(asked, article.language)
    fits = {item.start: item.fit for item in candidates(want, source.sentence.text, article.language)}
    found = [figure for figure in found if fits.get(figure.start, 0.0) >= _FITS]
    return Report(found[0], source) if len(found) == 1 else None


def other_reports(
    asked: Question,
    anchor: Report,
    related: Sequence[Evidence],
    scope: TimeScope,
    rank: Callable[[Question, Sequence[Hit]], Sequence[Evidence]],
) -> tuple[Report, ...]:
    """The reports of the anchor's figure from the time asked about, oldest first, the anchor among them.

    That a sentence holds a like figure proves little: ``rank`` must also find that it answers the question, nearly as
    well as the anchor's does.
    """
    names = [name.key for name in find_names(asked.text, asked.language)]
    reports = [
        report
        for report in read_reports(anchor, related, names)
        if report is anchor or scope.fits(report.evidence.hit.article.published) == 1.0 or not scope.text
    ]
    if len(reports) < 2:
        return tuple(reports)
    hits = {report.evidence.hit.passage.id: report.evidence.hit for report in reports}
    scores = {_place(item): item.score for item in rank(asked, list(hits.values()))}
    least = _NEARLY * scores[_place(anchor.evidence)]
    return tuple(item for item in reports if item is anchor or scores[_place(item.evidence)] >= least)


def promote(asked: Question, draft: Draft, reports: Sequence[Report], scope: TimeScope) -> Draft:
    """The draft with the newest report of its event as the first claim; one in a model's own words is left as it is.

    Reports more than some weeks apart tell of different events, unless the question wants the newest of all.
    """
    if len(reports) < 2 or draft.claims[0].text != draft.claims[0].evidence[0].sentence.text:
        return draft
    told = draft.direct_evidence or draft.claims[0].evidence[0]
    here = told.hit.article.published
    days = [(report, report.evidence.hit.article.published) for report in reports]
    same = [report for report, day in days if (scope.recency or _near(day, here)) and not _after(day, scope.until)]
    source = latest(same).evidence if same else told
    first = DraftClaim(source.sentence.text, (source,))
    if first.text == draft.claims[0].text:
        return draft
    rest = tuple(claim for claim in draft.claims if claim.text != first.text)[: max(len(draft.claims) - 1, 1)]
    direct = render(latest(same).figure, asked.language) if same else draft.direct
    return replace(draft, claims=(first, *rest), direct=direct, direct_evidence=source)


def _after(day: date | None, until: date | None) -> bool:
    """Whether a report is of a later time than the one asked about; the news of a day is printed for some days."""
    return day is not None and until is not None and day > until + _PRINTED


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs(one - other) <= _ONE_EVENT


def ledger(asked: Question, reports: Sequence[Report], claims: Sequence[Claim]) -> Ledger | None:
    """The ledger of the reports, its citations numbered on from those of the claims; None where all say the same."""
    known = {
        (citation.article_id, citation.start, citation.end): citation.number
        for claim in claims
        for citation in claim.citations
    }

    def number(evidence: Evidence, _: int) -> Citation:
        key = (evidence.hit.article.id, evidence.sentence.start, evidence.sentence.end)
        return cite(evidence, known.setdefault(key, max(known.values(), default=0) + 1))

    return ledger_of(reports, asked.text, asked.language, number)


def _place(item: Evidence) -> tuple[str, int]:
    return item.hit.article.id, item.sentence.start
