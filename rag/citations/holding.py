"""Whether a claim keeps how its sources hold what it says: as somebody's word, as likely, as not so.

Knows the manner of a statement and which part of a source a claim is made of. Does not know figures or names.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.citations.aligned import content, places
from rag.citations.denying import moved_denial
from rag.citations.reasons import Fault, Reason
from rag.citations.reporting import Governed, Kind, Manner, governed, manner
from rag.citations.sources import Source

_SHARE = 0.5  # of a claim's words found in a source, the share inside a governed part from which it binds the claim
_DENIED_SHARE = 0.4
_MAIN_SHARE = 0.25  # the same, of a hedge in the clause a sentence begins with, which holds what follows
_TOLD = 0.7  # of the words found in the source that has most of a claim, the share another must have to tell it, too
_SPOKEN_OF = 0.25  # of a claim's words, the share in its sources under which they hardly speak of it
_HEDGES = ("conjectured", "hearsay", "planned")
_RETOLD = 0.5  # of the words of a denied part, the share a claim must have to say it


def lost_manner(text: str, language: str, sources: Sequence[Source]) -> Reason | None:
    """What every cited sentence says of its own statement and the text leaves out, as a reason; None when nothing is.

    Where the sentences hardly speak of the text at all, that is the reason: a citation mark names the wrong sentence.
    """
    sources = _told_by(text, language, sources)
    fault = _fault(text, language, sources)
    if fault is None:
        return None
    return Reason(fault if _spoken_of(text, language, sources) else "unrelated")


def _fault(text: str, language: str, sources: Sequence[Source]) -> Fault | None:
    ours = manner(text, language)
    if not (ours.attributed or ours.doubted) and _all_bind("attributed", text, language, sources):
        return "unattributed"
    kept: dict[Kind, bool] = {
        "conjectured": ours.doubted,
        "hearsay": ours.doubted or ours.attributed,
        "planned": ours.hedged or ours.attributed,
        "coming": ours.hedged or ours.wanted or not ours.past or bool(ours.negatives),
        "conditional": ours.doubted or ours.wanted,
    }
    if any(not keeps and _all_bind(kind, text, language, sources) for kind, keeps in kept.items()):
        return "unhedged"
    if not ours.negatives and any(_binds("denied", text, language, source, _DENIED_SHARE) for source in sources):
        return "undenied"
    if (ours.denied or ours.refused) and not any(_licenses(source, ours) for source in sources):
        return "denied"
    return moved_denial(text, language, sources)


def _told_by(text: str, language: str, sources: Sequence[Source]) -> list[Source]:
    """The sources that a text is made of: one cited for a name alone does not say how the rest is held."""
    shares = [sum(map(bool, places(text, language, source))) for source in sources]
    return [source for source, share in zip(sources, shares, strict=True) if share >= _TOLD * max(shares)]


def _spoken_of(text: str, language: str, sources: Sequence[Source]) -> bool:
    """Whether a source has at least a quarter of what the text says."""
    for source in sources:
        found = places(text, language, source)
        if sum(map(bool, found)) >= _SPOKEN_OF * len(found):
            return True
    return False


def _all_bind(kind: Kind, text: str, language: str, sources: Sequence[Source]) -> bool:
    return all(_binds(kind, text, language, source, _SHARE) for source in sources)


def _binds(kind: Kind, text: str, language: str, source: Source, share: float) -> bool:
    """Whether enough of what a claim says stands in parts of the source that are held so."""
    spans = [part for part in governed(source.text, source.language) if part.kind == kind]
    if not spans:
        return False
    found = [offsets for offsets in places(text, language, source) if offsets]
    if not found:
        return True  # nothing tells what of the source the claim is made of
    if kind in ("denied", "coming") and _retold(text, language, source, spans):
        return True
    if kind in _HEDGES and any(part.start == 0 for part in spans):
        share = _MAIN_SHARE
    inside = sum(any(_inside(offset, spans) for offset in offsets) for offsets in found)
    return inside >= share * len(found)


def _retold(text: str, language: str, source: Source, spans: Sequence[Governed]) -> bool:
    """Whether a claim has most of what a denied part says, names aside, however much else it says."""
    told = {offset for offsets in places(text, language, source) for offset in offsets}
    for part in spans:
        said = [at for _, at in content(source.text, source.language) if part.start <= at < part.end]
        said = [at for at in said if source.text[at].islower()]
        if len(said) > 1 and sum(at in told for at in said) >= _RETOLD * len(said):
            return True
    return False


def _inside(offset: int, spans: Sequence[Governed]) -> bool:
    return any(part.start <= offset < part.end for part in spans)


def _licenses(source: Source, ours: Manner) -> bool:
    """Whether a source denies something, in so many words, or has as many words that deny or end as the claim."""
    theirs = manner(source.text, source.language)
    return theirs.denies or theirs.refused or theirs.negatives >= ours.negatives > 0
