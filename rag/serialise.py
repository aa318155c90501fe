"""Answers, hits, reports and descriptions as plain JSON values: what ask, search, build and info print with ``--json``.

Knows the published names of the fields, which scripts rely on (docs/json.md). Does not know how anything is drawn for
people, nor what anything means: beyond rounding nothing is computed. Dates are ISO 8601 days, absent ones null.
"""

from __future__ import annotations

from datetime import date

from rag.types import Answer, BuildReport, Citation, Evidence, Filter, Hit, IndexInfo, Ledger, Refusal

Json = dict[str, object]

SCORE_DIGITS = 6
"""Decimals of a score: enough to rank by, few enough to be equal on any machine."""


def answer_to_dict(answer: Answer) -> Json:
    """One object with everything the answer holds; ``citations`` of a claim are numbers into the list ``citations``."""
    return {
        "question": answer.question,
        "standalone": answer.standalone or answer.question,
        "language": answer.language,
        "direct": answer.direct,
        "claims": [
            {"text": claim.text, "citations": [citation.number for citation in claim.citations]}
            for claim in answer.claims
        ],
        "citations": [citation_to_dict(citation) for citation in answer.citations],
        "refusal": None if answer.refusal is None else refusal_to_dict(answer.refusal),
        "withheld": [{"text": withheld.text, "reason": withheld.reason} for withheld in answer.withheld],
        "ledger": None if answer.ledger is None else ledger_to_dict(answer.ledger),
        "notes": list(answer.notes),
        "window": filter_to_dict(answer.window),
        "passages": [hit_to_dict(hit) for hit in answer.hits],
        "as_of": _day(answer.as_of),
        "timings_ms": {name: round(value, 3) for name, value in answer.timings_ms.items()},
    }


def citation_to_dict(citation: Citation) -> Json:
    """A proof: ``article.text[start:end] == quote``."""
    return {
        "number": citation.number,
        "article_id": citation.article_id,
        "title": citation.title,
        "source": citation.source,
        "published": _day(citation.published),
        "published_origin": citation.published_origin,
        "url": citation.url,
        "language": citation.language,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "also_in": list(citation.also_in),
    }


def refusal_to_dict(refusal: Refusal) -> Json:
    """Why there is no answer, and the nearest statement found or null."""
    nearest = None if refusal.nearest is None else citation_to_dict(refusal.nearest)
    return {"reason": refusal.reason, "message": refusal.message, "nearest": nearest}


def hit_to_dict(hit: Hit) -> Json:
    """A retrieved passage with what each side of the search gave it; null where that side did not find it."""
    return {
        "rank": hit.rank,
        "score": round(hit.score, SCORE_DIGITS),
        "article_id": hit.passage.article_id,
        "start": hit.passage.start,
        "end": hit.passage.end,
        "text": hit.passage.text,
        "title": hit.article.title,
        "source": hit.article.source,
        "published": _day(hit.article.published),
        "url": hit.article.url,
        "language": hit.article.language,
        "dense_rank": hit.dense_rank,
        "dense_score": _score(hit.dense_score),
        "lexical_rank": hit.lexical_rank,
        "lexical_score": _score(hit.lexical_score),
    }


def evidence_to_dict(evidence: Evidence) -> Json:
    """A ranked sentence: which passage it is of, where it stands, the ranker's score."""
    return {
        "passage": evidence.hit.rank,
        "article_id": evidence.hit.passage.article_id,
        "start": evidence.sentence.start,
        "end": evidence.sentence.end,
        "score": round(evidence.score, SCORE_DIGITS),
        "text": evidence.sentence.text,
    }


def ledger_to_dict(ledger: Ledger) -> Json:
    """The reports of one figure, oldest first; ``citation`` is whole, since a row need not be cited by a claim."""
    return {
        "subject": ledger.subject,
        "unit": ledger.unit,
        "rows": [
            {
                "value": row.value,
                "low": row.low,
                "high": row.high,
                "published": _day(row.published),
                "source": row.source,
                "status": row.status,
                "citation": citation_to_dict(row.citation),
            }
            for row in ledger.rows
        ],
    }


def filter_to_dict(window: Filter) -> Json:
    """Which articles were admitted; empty lists and nulls admit all."""
    return {
        "languages": list(window.languages),
        "sources": list(window.sources),
        "since": _day(window.since),
        "until": _day(window.until),
        "article_ids": list(window.article_ids),
    }


def report_to_dict(report: BuildReport) -> Json:
    """What one build did."""
    return {
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "moved": report.moved,
        "unchanged": report.unchanged,
        "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in report.skipped],
        "doubtful": [{"path": doubtful.path, "reason": doubtful.reason} for doubtful in report.doubtful],
        "passages": report.passages,
        "embedded": report.embedded,
        "generation": report.generation,
        "seconds": round(report.seconds, 3),
        "search": report.search,
    }


def info_to_dict(info: IndexInfo) -> Json:
    """What is in an index."""
    return {
        "encoder": info.encoder,
        "encoder_fingerprint": info.encoder_fingerprint,
        "dimension": info.dimension,
        "articles": info.articles,
        "passages": info.passages,
        "generation": info.generation,
        "built_at": info.built_at,
        "languages": dict(info.languages),
        "sources": dict(info.sources),
        "first_published": _day(info.first_published),
        "last_published": _day(info.last_published),
        "undated": info.undated,
        "settings_hash": info.settings_hash,
        "bytes_on_disk": info.bytes_on_disk,
        "search": info.search,
        "outdated": [{"path": item.path, "reason": item.reason} for item in info.outdated],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _score(score: float | None) -> float | None:
    return None if score is None else round(score, SCORE_DIGITS)
