"""Reconciles an answer with the other reports of its figure: the newest comes first, the rest go into the ledger.

Knows what figure a question asks for, where passages give it, and the time a question speaks of. Does not retrieve:
the passages to read are handed in. Verifies nothing: a promoted claim passes the guard like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rag.citations import cite
from rag.figures import find_figures, render, same_value
from rag.language import fold
from rag.ledger import Report, ledger_of
from rag.question import names_of
from rag.ranking.named import names_known
from rag.ranking.reader import ReadHits
from rag.reconcile.asking import with_readings
from rag.reconcile.choosing import in_time, newest, reports_of
from rag.reconcile.links import linked
from rag.reconcile.reading import Candidate, Reader
from rag.reconcile.sought import Sought, sought
from rag.reconcile.trust import LEAST, LISTED, speaks, told_of
from rag.reconcile.wording import countries_in
from rag.timeline import TimeScope
from rag.types import Citation, Claim, Draft, DraftClaim, Evidence, Hit, Ledger, Question

_MOST = 0.4  # share of the names that the best article knows, under which another's figure is no newer one of the same


@dataclass(frozen=True, slots=True)
class Series:
    """The reports of the figure asked for, oldest first, and the one that answers; ``sure`` if as the short answer."""

    reports: tuple[Report, ...]
    answer: Report
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """The reports of the figure asked for, oldest first, what was read of the short answer, what is sought and when."""

    reports: tuple[Report, ...]
    said: list[Candidate]
    want: Sought
    scope: TimeScope


def series_of(
    asked: Question,
    draft: Draft,
    hits: Callable[[], Sequence[Hit]],
    readings: ReadHits,
    scope: TimeScope,
    near: Sequence[Evidence] = (),
) -> Series | None:
    """What the passages report of the figure asked for; None where it asks for none, or where one report says it all.

    Args:
        asked: the question.
        draft: what was written. A refusal for weak evidence stands, unless several articles surely give the figure.
        hits: fetches the passages to read, best first; called only where a figure is asked for.
        readings: what the reading model says of passages.
        scope: the time the question speaks of.
        near: sentences that are about the question at all, best first: only reports of their articles take a refusal
            back.
    """
    found = reports_for(asked, draft, hits, readings, scope)
    if found is None:
        return None
    reports, said = found.reports, found.said
    refused = draft.refusal is not None
    about = {item.hit.article.id for item in near}
    if refused and about.isdisjoint(report.evidence.hit.article.id for report in reports):
        return None
    told = told_of(reports, said, draft, near)
    likely = [item for item in told if item.chance >= LEAST]
    if not likely:
        return None
    listed = tuple(item.report for item in told if item.chance >= LISTED)
    # Where the newest may not speak against a short answer, the reports that say the same still stand beside it.
    for those in (likely, [item for item in likely if item.known["is_said"]]):
        answer = newest([item.report for item in those], found.want, found.scope) if those else None
        how = speaks(next(item for item in those if item.report is answer), draft, likely) if answer else "not"
        if answer and how != "not" and not _is_beside(answer, said):
            return Series(listed, answer, sure=how == "short")
    return None


def _is_beside(report: Report, said: Sequence[Candidate]) -> bool:
    """Whether the short answer has more to it than a report: the deed asked about, or its place in the same sentence.

    A figure that only says of how many the report is ("37 sièges sur 101"), what was before or what was added to it is
    no other one for what is asked.
    """
    others = [item for item in said if not same_value(item.figure, report.figure) and _stands(item)]
    if _tells_no_deed(report) and any(item.features["role"] == 1.0 for item in others):
        return True
    return any(item.evidence.place == report.evidence.place and not item.features["whole"] for item in others)


def _tells_no_deed(report: Report) -> bool:
    """Whether nothing says that what is asked about happens to what a report counts, nor that it is the total of it."""
    return report.known.get("role", 0.0) <= 0 and not any(report.known.get(name) for name in ("total", "sum", "linked"))


def _stands(item: Candidate) -> bool:
    return not (item.features["old"] or item.features["added"])


def reports_for(
    asked: Question, draft: Draft, hits: Callable[[], Sequence[Hit]], readings: ReadHits, scope: TimeScope
) -> Found | None:
    """The reports of the figure asked for, and what goes with them.

    None where no figure is asked for, or none was found that fits. Arguments as of `series_of`.
    """
    want = sought(asked)
    if want is None or draft.refusal not in (None, "weak_evidence") or not (draft.claims or draft.refusal):
        return None
    if want.is_open:
        want = _as_answered(asked, draft)
        if want is None:
            return None
    passages = hits()
    read = with_readings(Reader(asked, want).read(passages), readings)
    _, known = names_known(asked, passages, _telling(asked))
    least = max(known.values(), default=0.0) * _MOST
    own = [item for item in read if known[item.evidence.hit.article.id] >= least]
    read = linked(read, own)
    own = [item for item in read if known[item.evidence.hit.article.id] >= least or item.features["linked"]]
    if scope.is_of_any_year and not any(in_time(item, want, scope) for item in own):
        scope = TimeScope()
    reports = reports_of(own, want, scope)
    said = [item for item in _said(asked, draft, read) if in_time(item, want, scope)]
    return Found(reports, said, want, scope) if reports else None


def _telling(asked: Question) -> frozenset[str]:
    """The last words of the question's names, folded: they say which of a family, firm or line is meant.

    Countries count only where nothing else is named: an article seldom names its own.
    """
    names = names_of(asked)
    told = [name for name in names if not countries_in(name.text, asked.language)] or names
    return frozenset(fold(name.text.split()[-1]) for name in told)


def _said(asked: Question, draft: Draft, read: Sequence[Candidate]) -> list[Candidate]:
    """What was read of the figure that is the short answer."""
    source = draft.direct_evidence
    if source is None:
        return []
    return [
        item
        for item in read
        if item.evidence.place == source.place and render(item.figure, asked.language) == draft.direct
    ]


def _as_answered(asked: Question, draft: Draft) -> Sought | None:
    """What a question that does not say asks for, by the short answer it got; None where it got none."""
    source = draft.direct_evidence
    if not draft.direct or source is None:
        return None
    article = source.hit.article
    for figure in find_figures(source.sentence.text, article.language, article.published):
        if render(figure, asked.language) == draft.direct:
            return Sought(frozenset({figure.kind}), "" if figure.kind in ("money", "percent") else figure.unit)
    return None


def promote(asked: Question, draft: Draft, series: Series | None, most: int = 2) -> Draft:
    """The draft with the report that answers as its first claim; what a model wrote is left as it is.

    Of the sentences quoted the last gives way, and a single one stays behind the report where an answer may have
    ``most`` > 1 of them; anything else that was written stays, for the guard to judge in sight.
    """
    if series is None or draft.by_model or not all(map(_is_quote, draft.claims[:1])):
        return draft
    source = series.answer.evidence
    if most < 2 and draft.claims and not series.sure:  # the only sentence there may be proves the short answer
        return draft
    first = DraftClaim(source.sentence.text, (source,))
    quotes = [claim for claim in draft.claims if _is_quote(claim)]
    kept = [claim for claim in quotes if claim.text != first.text][: max(len(quotes) - 1, min(most - 1, 1))]
    others = [claim for claim in draft.claims if not _is_quote(claim)]
    draft = replace(draft, claims=(first, *kept, *others))
    if not series.sure:
        return draft
    direct = render(series.answer.figure, asked.language)
    return replace(draft, direct=direct, direct_evidence=source, refusal=None)


def _is_quote(claim: DraftClaim) -> bool:
    """Whether a claim is a sentence it cites, word for word."""
    return not claim.unknown_marks and claim.text in {item.sentence.text for item in claim.evidence}


def ledger(asked: Question, series: Series | None, claims: Sequence[Claim]) -> Ledger | None:
    """The ledger of the reports, its citations numbered on from those of the claims; None where all say the same."""
    if series is None:
        return None
    known = {
        (citation.article_id, citation.start, citation.end): citation.number
        for claim in claims
        for citation in claim.citations
    }

    def number(evidence: Evidence, _: int) -> Citation:
        return cite(evidence, known.setdefault(evidence.place, max(known.values(), default=0) + 1))

    return ledger_of(series.reports, asked.text, asked.language, number)


__all__ = ["Series", "Sought", "ledger", "promote", "reports_for", "series_of"]
