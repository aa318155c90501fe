"""Which of the figures read are reports of the one thing asked about, and which of them is the newest.

Knows features, time and orders of magnitude. Does not read text.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from rag.figures import compare, same_unit, same_value
from rag.language import fold
from rag.ledger import Report
from rag.reconcile.reading import Candidate
from rag.reconcile.sought import FATES, Sought
from rag.timeline import AFTERMATH, TimeScope, earlier, later

WEIGHTS: Mapping[str, float] = {
    "unit": 2.2, "close": 1.2, "near": 1.2, "said": 1.2, "titled": 0.6, "passage": 1.5, "names": 1.0, "dense": 1.5,
    "role": 0.8, "total": 1.0, "sum": 2.0, "headline": 0.6, "first": 0.9, "lead": 0.4,
    "added": -2.4, "old": -1.6, "then": -1.1, "past": -1.2, "ago": -1.2, "other": -1.2, "foreign": -3.0, "part": -1.6,
    "goal": -0.5, "whole": -2.0, "rate": -2.5, "single": -1.5, "asked": 4.0,
    "linked": 3.0, "side": 3.5, "wider": -2.0, "aside": -1.2,
}  # fmt: skip
"""What each feature counts. Fitted on the series of tests/series marked as seen, then rounded; what those short texts
cannot teach (passage, lead, whole, rate, single, asked) was set by hand, on benchmarks/series_news.jsonl in the end."""

_SPOILT = ("added", "old", "then", "past", "ago", "other", "goal", "part")
_AMISS = 1.2  # what it counts beyond its weight that another thing happens to the figure than is asked
_LEAST = 7.0  # score below which a figure is of something else
_BEHIND = 5.0  # how far behind the best another article's figure may be
_HIGH = 11.5  # the most the best counts for in that
_UNSURE = 0.3  # unit under which a figure counts something else
_FITS = 0.8  # unit from which a figure surely counts what is asked for
_SAME_MATTER = 0.4  # share of the question's words, of those the best article says, that a report's article must say
_SAME_PLACE = (
    0.15  # how much must be said near the figure, or by the passage as a whole: a crash near the valley is no flood
)
_ALL = 0.9  # share of the question's words from which an article says it all
_SAME_WORDS = 0.34  # the same for its sentence and title
_FRONT = 5  # one of the reports must be among the first passages found: else all are of something else
_RIVAL = 2.75  # how far behind the best of an article another figure of it may be
_ALONE = 9.0  # score from which one report is told without another
_CLEARLY = 2.4  # how far any other figure must then be behind it
_STEP = 4.0  # how much surer a figure is that is the best one's equal than one that is far from it
_STRIDE = math.log(30)  # how far that is
_SPREAD = 50  # an evolving figure stays within this factor; "183 euros a month" is not the envelope of billions
_PRINTED = timedelta(days=3)  # the news of a day is printed for some days
_ONE_EVENT = timedelta(days=200)  # between one report of a toll and the next
_ONE_MATTER = timedelta(days=1100)  # the same for sums, shares and the like, which move for longer
_BEFORE = timedelta(days=60)  # how long before the time asked about the older reports of a ledger may be
_SHORT = timedelta(days=27)  # a window shorter than a month is a day things stood at
_BORNE_OUT = 2  # articles that say the deed asked for, beside which one that says another tells of something else
_ONE_MEASURE = (frozenset({"count"}), frozenset({"duration"}))  # months and years measure the same
_EXACT = timedelta(days=20)  # how long an exact value stands against a later "more than" that holds it


def score(item: Candidate) -> float:
    """How surely a figure is the one asked for; only differences mean anything."""
    amiss = _AMISS * min(0.0, item.features["role"])
    return amiss + sum(weight * item.features[name] for name, weight in WEIGHTS.items())


def reports_of(candidates: Sequence[Candidate], want: Sought, scope: TimeScope) -> tuple[Report, ...]:
    """The reports of one thing, oldest first, one of each article; empty where nothing fits well."""
    scored = sorted(((score(item), item) for item in candidates), key=lambda pair: -pair[0])
    scored = _dated([(value, item) for value, item in scored if in_time(item, want, scope)])
    if not scored or scored[0][0] < _LEAST:
        return ()
    scored = _akin(scored)
    best_unit = scored[0][1].figure
    # What a link adds says that a figure is of the matter, not that others are of less.
    best = max(value - WEIGHTS["linked"] * item.features["linked"] for value, item in scored)
    kept = [
        (value, item)
        for value, item in scored
        if value >= _least(item, best)
        and (item.features["linked"] or _is_of_matter(item))
        and not (item.features["part"] and item.features["total"])
        and item.features["near"] + item.features["dense"] >= _SAME_PLACE
        and not item.features["old"]
        and item.features["unit"] >= _UNSURE
        and (want.kinds in _ONE_MEASURE or want.unit or same_unit(best_unit, item.figure))
    ]
    if min((item.evidence.hit.rank for _, item in kept), default=99) > _FRONT:
        return ()
    kept = _of_one_deed(kept)
    usual = _usual(kept)
    kept = [(value, item) for value, item in kept if _comparable(item, usual)]
    reports = [_report(item) for _, item in _of_each_article(kept)]
    if not reports:
        return ()
    reports = list(_one_event(sorted(_no_copies(reports), key=lambda report: report.when), reports[0], want))
    if len({report.evidence.hit.article.id for report in reports}) > 1:
        return tuple(reports)
    return (_report(kept[0][1]),) if _is_plain(kept) else ()


def _of_one_deed(kept: Sequence[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Without those that something else happens to, where articles enough say of others what is asked."""
    own = {item.evidence.hit.article.id for _, item in kept if item.features["role"] == 1.0}
    return [(value, item) for value, item in kept if len(own) < _BORNE_OUT or item.features["role"] >= 0]


def _is_of_matter(item: Candidate) -> bool:
    """Whether its article says enough of the question, and its sentence with the title, too.

    Where the article says it all, the sentence need only tell the same deed of the same things.
    """
    known = item.features
    plain = known["passage"] >= _ALL and known["names"] == known["role"] == 1.0 and known["unit"] >= _FITS
    return known["passage"] >= _SAME_MATTER and (known["titled"] >= _SAME_WORDS or plain)


def _report(item: Candidate) -> Report:
    return Report(item.figure, item.evidence, score(item), item.features)


def _least(item: Candidate, best: float) -> float:
    """What another article's figure must reach beside the best; more where it may count something else."""
    return max(_LEAST, (min(best, _HIGH) if item.features["unit"] >= _FITS else best) - _BEHIND)


def _akin(scored: Sequence[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """The same, those of other articles surer the nearer they are to the best: figures of one thing move by steps."""
    best = scored[0][1]
    there = float(best.figure.value or 0)
    moved = []
    for value, item in scored:
        here = float(item.figure.value or 0)
        if here > 0 and there > 0 and item.evidence.hit.article.id != best.evidence.hit.article.id:
            most = 0.5 if item.features["unit"] >= _FITS else 0.0
            value += _STEP * min(most, max(-0.5, 0.5 - abs(math.log(here / there)) / _STRIDE))
        moved.append((value, item))
    return sorted(moved, key=lambda pair: -pair[0])


def _dated(scored: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Those whose day is known; where that of the best is not, those of its article: which is newer, nobody can say."""
    if not scored or scored[0][1].evidence.hit.article.published is None:
        best = scored[0][1].evidence.hit.article.id if scored else ""
        return [(value, item) for value, item in scored if item.evidence.hit.article.id == best]
    return [(value, item) for value, item in scored if item.evidence.hit.article.published is not None]


def _is_plain(kept: Sequence[tuple[float, Candidate]]) -> bool:
    """Whether one figure answers by itself: well enough, and no other nearly as well."""
    best, first = kept[0]
    others = (value for value, item in kept[1:] if compare(item.figure, first.figure) not in ("equal", "contained"))
    return best >= _ALONE and best - next(others, 0.0) >= _CLEARLY


def _of_each_article(kept: Sequence[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """The best figure of each article, and another of it that is as plainly said of the same thing: sources differ."""
    chosen: dict[str, list[tuple[float, Candidate]]] = {}
    for value, item in kept:
        own = chosen.setdefault(item.evidence.hit.article.id, [])
        if not own:
            own.append((value, item))
        elif len(own) == 1 and _is_rival(item, own[0][1]) and value >= own[0][0] - _RIVAL:
            own.append((value, item))
    return [pair for own in chosen.values() for pair in own]


def _is_rival(item: Candidate, best: Candidate) -> bool:
    """Whether a figure contradicts the best of its article, with nothing that says it is another matter."""
    plain = item.features["role"] >= 0 and not any(item.features[name] for name in _SPOILT)
    apart = item.evidence.sentence.start != best.evidence.sentence.start
    certain = item.features["unit"] == best.features["unit"] == 1.0
    return plain and apart and certain and not same_value(item.figure, best.figure)


def newest(reports: Sequence[Report], want: Sought, scope: TimeScope) -> Report:
    """The newest report of the time asked about, else of what was known before; ValueError where there is none.

    A later "more than 190" takes nothing back from an exact 192 of the days before.
    """
    end = last_day(want, scope)
    known = [report for report in reports if end is None or (_day(report) or date.min) <= end]
    latest = max(known or reports[:1], key=lambda report: report.when)
    own = [report for report in known if report.evidence.hit.article.id == latest.evidence.hit.article.id]
    chosen = max(own or [latest], key=lambda report: (report.when, report.known.get("role", 0.0), report.score))
    for report in sorted(known, key=lambda report: report.when, reverse=True):
        here, there = _day(report), _day(chosen)
        if here and there and there - here <= _EXACT and _is_looser(chosen, report):
            chosen = report
    return chosen


def last_day(want: Sought, scope: TimeScope) -> date | None:
    """The last day of publication that tells of the time asked about; None where the question sets none.

    A toll of May is told long after; the state of a fund in early May is not.
    """
    if scope.until is None or (scope.recency and scope.since is None):
        return None
    if scope.as_of:
        return scope.until
    whole = scope.since is not None and scope.until - scope.since >= _SHORT
    event = scope.since is not None and (want.unit in FATES or want.kinds == {"quantity"})
    margin = AFTERMATH if whole or event else _PRINTED
    return later(scope.until, margin)


def in_time(item: Candidate, want: Sought, scope: TimeScope) -> bool:
    """Whether an article is of the time asked about, or of the weeks before it."""
    day = item.evidence.hit.article.published
    if day is None:
        return True
    end = last_day(want, scope)
    if end is not None and day > end:
        return False
    return scope.since is None or day >= earlier(scope.since, _BEFORE)


def _usual(kept: Sequence[tuple[float, Candidate]]) -> float:
    """The middle logarithm of the values of the best articles."""
    first: dict[str, float] = {}
    for _, item in kept:
        value = item.figure.value
        if value is not None and value > 0:
            first.setdefault(item.evidence.hit.article.id, math.log(value))
    values = sorted(list(first.values())[:5])
    return values[len(values) // 2] if values else 0.0


def _comparable(item: Candidate, usual: float) -> bool:
    value = item.figure.value
    return value is not None and value > 0 and abs(math.log(value) - usual) <= math.log(_SPREAD)


def _no_copies(reports: Sequence[Report]) -> list[Report]:
    """Of the same sentence in several articles the earliest, of each figure."""
    first: dict[tuple[str, object], Report] = {}
    for report in sorted(reports, key=lambda report: report.when):
        said = " ".join(fold(report.evidence.sentence.text).split())
        first.setdefault((said, report.figure.value), report)
    return list(first.values())


def _one_event(reports: Sequence[Report], best: Report, want: Sought) -> tuple[Report, ...]:
    """The reports joined to the best one without a long silence between one and the next."""
    most = _ONE_EVENT if want.unit in FATES else _ONE_MATTER
    runs: list[list[Report]] = [[]]
    for report in reports:
        before = _day(runs[-1][-1]) if runs[-1] else None
        day = _day(report)
        if before and day and day - before > most:
            runs.append([])
        runs[-1].append(report)
    place = best.evidence.hit.article.published
    for run in runs:
        if any(report.evidence.sentence.text == best.evidence.sentence.text for report in run):
            return tuple(run)
    return tuple(runs[0]) if place is None else tuple(runs[-1])


def _is_looser(one: Report, other: Report) -> bool:
    """Whether `one` only bounds what `other` says exactly."""
    loose = one.figure.qualifier in ("more than", "at least", "about", "up to", "less than", "several")
    if not loose or other.figure.qualifier or compare(one.figure, other.figure) != "contained":
        return False
    low, high = sorted((float(one.figure.value or 0), float(other.figure.value or 0)))
    return high <= 1.05 * low


def _day(report: Report) -> date | None:
    return report.evidence.hit.article.published
