"""One wire story under several outlets' names is one source: a claim cites its original, and says where else it ran.

Knows drafts, and which of the passages handed in are the same sentence in a copy of the same article. Does not
retrieve. Copies are found when an answer is written, not when the index is built: nothing is stored that a removed
article could leave behind, and a sentence is only ever said to be in a copy that holds it word for word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from rag.citations import Verified
from rag.language import fold
from rag.syndication import Sketch, is_copy, sketch
from rag.types import Article, Citation, Claim, Draft, DraftClaim, Evidence

Place = tuple[str, int, int]
"""Article id, start and end of a sentence."""

_LONGER = 8  # characters, beside a quarter, by which accents and spaces may make the same sentence longer


def cite_originals(
    draft: Draft, related: Callable[[Evidence], Sequence[Evidence]], article: Callable[[str], Article]
) -> tuple[Draft, dict[Place, tuple[str, ...]]]:
    """The draft with each verbatim claim resting on the earliest copy, and the other outlets of each such sentence.

    Args:
        draft: only claims that quote one sentence word for word are looked at.
        related: sentences of passages that say something like the one given.
        article: the stored article of an id.
    """
    elsewhere: dict[Place, tuple[str, ...]] = {}
    claims: list[DraftClaim] = []
    moved: dict[Place, Evidence] = {}
    for claim in draft.claims:
        if len(claim.evidence) == 1 and claim.text == claim.evidence[0].sentence.text:
            cited = claim.evidence[0]
            copies = _copies(cited, related(cited), article)
            original = min([cited, *copies], key=_age)
            moved[cited.place] = original
            elsewhere[original.place] = _outlets(original, [cited, *copies])
            claim = DraftClaim(original.sentence.text, (original,))
        if claim.text not in {known.text for known in claims}:
            claims.append(claim)
    direct = draft.direct_evidence
    return (
        replace(draft, claims=tuple(claims), direct_evidence=moved.get(direct.place, direct) if direct else None),
        elsewhere,
    )


def with_outlets(verified: Verified, elsewhere: dict[Place, tuple[str, ...]]) -> Verified:
    """The verified claims, their citations told where else the sentence ran."""

    def told(citation: Citation) -> Citation:
        return replace(citation, also_in=elsewhere.get((citation.article_id, citation.start, citation.end), ()))

    claims = tuple(Claim(claim.text, tuple(map(told, claim.citations))) for claim in verified.claims)
    return replace(verified, claims=claims)


def _copies(cited: Evidence, related: Sequence[Evidence], article: Callable[[str], Article]) -> list[Evidence]:
    """The same sentence in other articles that are copies of the cited one."""
    said, length = _key(cited.sentence.text), len(cited.sentence.text)
    same = {
        item.hit.article.id: item
        for item in reversed(related)
        if item.hit.article.id != cited.hit.article.id
        and abs(len(item.sentence.text) - length) <= _LONGER + length // 4
        and _key(item.sentence.text) == said
    }
    if not same:
        return []
    own = _sketch(cited.hit.article.id, article)
    return [item for key, item in same.items() if is_copy(own, _sketch(key, article))]


def _sketch(article_id: str, article: Callable[[str], Article]) -> Sketch:
    """Of the stored text; of none where the article was deleted since it was found, so that it is no copy."""
    try:
        return sketch(article(article_id).text)
    except KeyError:
        return sketch("")


def _outlets(original: Evidence, copies: Sequence[Evidence]) -> tuple[str, ...]:
    own = original.hit.article.source
    return tuple(sorted({item.hit.article.source for item in copies} - {own, ""}))


def _age(item: Evidence) -> tuple[bool, str, str, str]:
    info = item.hit.article
    return info.published is None, str(info.published or ""), info.published_at, info.id


@lru_cache(maxsize=8192)
def _key(text: str) -> str:
    """What a sentence says, whatever its case, accents and spaces; remembered, for neighbours come up again."""
    return " ".join(fold(text).split())
