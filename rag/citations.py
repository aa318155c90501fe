"""The guard: a draft becomes verified claims, and what is not supported does not get through.

Pure. Knows drafts, sentences and citations. Does not know who wrote the draft, and never writes text of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from rag.types import Citation, Claim, Draft, Evidence, Question, Withheld


@dataclass(frozen=True, slots=True)
class Verified:
    """What of a draft is borne out. ``direct`` is None where the short answer is not read off a cited sentence."""

    claims: tuple[Claim, ...]
    direct: str | None
    withheld: tuple[Withheld, ...]


def verify(draft: Draft, question: Question) -> Verified:
    """The claims of a draft with dense citation numbers, and what was withheld with its reason."""
    numbers: dict[tuple[str, int, int], Citation] = {}
    claims: list[Claim] = []
    withheld: list[Withheld] = []
    for claim in draft.claims:
        reason = "unknown citation mark" if claim.unknown_marks else "" if claim.evidence else "no citation"
        if reason:
            withheld.append(Withheld(claim.text, reason))
            continue
        claims.append(Claim(claim.text, tuple(dict.fromkeys(_number(item, numbers) for item in claim.evidence))))
    return Verified(tuple(claims), draft.direct if claims else None, tuple(withheld))


def cite(evidence: Evidence, number: int = 1) -> Citation:
    """The sentence as a citation of its article."""
    article, sentence = evidence.hit.article, evidence.sentence
    return Citation(
        number=number,
        article_id=article.id,
        start=sentence.start,
        end=sentence.end,
        quote=sentence.text,
        title=article.title,
        source=article.source,
        published=article.published,
        url=article.url,
        language=article.language,
        published_origin=article.published_origin,
    )


def _number(evidence: Evidence, numbers: dict[tuple[str, int, int], Citation]) -> Citation:
    key = (evidence.hit.article.id, evidence.sentence.start, evidence.sentence.end)
    if key not in numbers:
        numbers[key] = cite(evidence, len(numbers) + 1)
    return numbers[key]
