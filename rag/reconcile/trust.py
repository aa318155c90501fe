"""Whether what the reports say may stand for the answer, against the short answer that the ranking is sure of.

Knows how surely each report is of the thing asked, and which figure the short answer was read off. Does not read text:
`reading` and `choosing` have.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from rag.ledger import Report
from rag.reconcile.choosing import score
from rag.reconcile.reading import Candidate

_LONE = 11.0
"""Score from which one report is answer enough."""

_VERY = 10.5
"""Score from which the reports stand against a short answer."""

_STANDS = 10.0
"""The same against a refusal, where several articles surely give the figure."""

_SURELY = 8.0
"""The same from which a report is one of several that surely give the figure."""

_BEST = 9.25  # the least that the best of several must reach
_BORNE_OUT = 1.25  # how much less it takes where another article says the same
_A_STEP = math.log(3)  # how far from the best figure another may be without a doubt
_PLAINLY = 2.5  # how far the short answer's own figure must be behind the best report to be another matter
_WIDELY = 3.75  # the same where only one article reports, or none quite so surely


def may_answer(reports: Sequence[Report], said: Sequence[Candidate], drafted: bool, refused: bool) -> bool:
    """Whether the reports are sure enough to speak at all.

    Args:
        reports: of one thing, at least one.
        said: what was read of the figure that is the short answer; none where there is none, or where it was not read.
        drafted: whether there is a short answer.
        refused: whether the question would else be refused.
    """
    best = max(report.score for report in reports)
    articles = {report.evidence.hit.article.id for report in reports}
    several = len({report.evidence.hit.article.id for report in reports if report.score >= _SURELY}) > 1
    if refused:
        return (several and best >= _STANDS) or best >= _LONE
    if not drafted:
        return best >= _LONE or (several and best >= _BEST)
    values = {report.figure.value for report in reports}
    if any(item.figure.value in values for item in said):
        return True
    ahead = best - max(map(score, said), default=0.0)
    if ahead >= _WIDELY:
        return best >= (_BEST if said else _VERY)
    return best >= _VERY and ahead >= _PLAINLY and len(articles) > 1


def that_may_answer(reports: Sequence[Report], said: Sequence[Candidate]) -> list[Report]:
    """The reports of which the newest may be the answer: those that surely are, and the short answer's own.

    Of a figure far from the best one's it takes more to be sure: what moves, moves by steps.
    """
    values = {item.figure.value for item in said}
    given = Counter(value for value, _ in {(each.figure.value, each.evidence.hit.article.id) for each in reports})
    best = max(reports, key=lambda report: report.score)
    return [
        report
        for report in reports
        if report.score >= _SURELY + _leap(report, best) - _BORNE_OUT * (given[report.figure.value] > 1)
        or report.figure.value in values
    ]


def _leap(report: Report, best: Report) -> float:
    """How far a figure is from the best one beyond a step, as a logarithm."""
    here, there = (float(each.figure.value or 0) for each in (report, best))
    return max(0.0, abs(math.log(here / there)) - _A_STEP) if here > 0 and there > 0 else 0.0
