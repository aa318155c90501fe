"""The guard: a draft becomes verified claims, and what is not supported does not get through.

Pure. Knows drafts, sentences and citations, and asks `support` what a sentence bears out. Does not know who wrote the
draft, and never writes text of its own. The same rules hold for the extractive writer and for any chat model; only a
model's short answer must stand plainly, too (`plainly`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.citations.aligned import places
from rag.citations.folding import says_the_same
from rag.citations.plainly import held_plainly
from rag.citations.reasons import Reason, unknown
from rag.citations.support import Source, is_verbatim, unsupported_value, why_unsupported, written_in
from rag.citations.values import as_written
from rag.figures import find_figures, find_names
from rag.figures.flat import fold
from rag.types import Citation, Claim, Draft, DraftClaim, Evidence, Question, Withheld

_WORD = re.compile(r"\w+")
_REWORDED = 0.5
_UNIT = re.compile(r"[A-Za-z]{1,4}[²³]")


@dataclass(frozen=True, slots=True)
class Verified:
    """What of a draft is borne out. ``direct`` is None where the short answer is not read off a cited sentence."""

    claims: tuple[Claim, ...]
    direct: str | None
    withheld: tuple[Withheld, ...]


def verify(draft: Draft, question: Question) -> Verified:
    """The claims of a draft with dense citation numbers, and what was withheld with its reason.

    Reasons are sentences in the question's language. Numbers count from 1 in the order of first use; the same sentence
    has the same number everywhere. A sentence quoted that says in another language what one before it says adds its
    citation to that one. A refusal has no claims.
    """
    if draft.refusal is not None:
        return Verified((), None, ())
    claims: list[Claim] = []
    quotes: list[Source | None] = []
    withheld: list[Withheld] = []
    borne_out: list[DraftClaim] = []
    for claim in draft.claims:
        reason = _why_withheld(claim, question.language)
        if reason:
            withheld.append(Withheld(claim.text, reason.told(question.language)))
            continue
        borne_out.append(claim)
        cited = tuple(dict.fromkeys(cite(item) for item in claim.evidence))
        quoted = _quoted(claim)
        same = next((n for n, other in enumerate(quotes) if quoted and other and says_the_same(other, quoted)), None)
        if same is None:
            claims.append(Claim(claim.text, cited))
            quotes.append(quoted)
        else:
            claims[same] = replace(claims[same], citations=tuple(dict.fromkeys((*claims[same].citations, *cited))))
    return Verified(_numbered(claims), _direct(draft, question, borne_out), tuple(withheld))


def _numbered(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with their citations numbered from 1 in the order in which a reader meets them."""
    numbers: dict[Citation, int] = {}
    for claim in claims:
        for citation in claim.citations:
            numbers.setdefault(citation, len(numbers) + 1)
    return tuple(
        replace(claim, citations=tuple(replace(citation, number=numbers[citation]) for citation in claim.citations))
        for claim in claims
    )


def _quoted(claim: DraftClaim) -> Source | None:
    """The sentence that a claim quotes whole; None for any other claim."""
    sources = _sources(claim.evidence)
    return sources[0] if len(sources) == 1 and is_verbatim(claim.text, sources) else None


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


def _why_withheld(claim: DraftClaim, language: str) -> Reason | None:
    """Why a draft claim does not get through, None when it does."""
    if not claim.text.strip():
        return Reason("empty")
    if claim.unknown_marks:
        return unknown(claim.unknown_marks)
    if not claim.evidence:
        return Reason("uncited")
    if not all(map(is_verbatim_quote, claim.evidence)):
        return Reason("misquoted")
    sources = _sources(claim.evidence)
    return _unread_digits(claim.text, sources) or why_unsupported(claim.text, language, sources)


def _unread_digits(text: str, sources: Sequence[Source]) -> Reason | None:
    """The first word with a digit that is not read as a figure ("٩٩", "²⁹", "½") and that no source has; None for none.

    Units ("km²") are words like any other.
    """
    given = {word for source in sources for word in _WORD.findall(source.text)}
    for word in _WORD.findall(text):
        unread = any(not char.isascii() and unicodedata.numeric(char, None) is not None for char in word)
        if unread and word not in given and not _UNIT.fullmatch(word):
            return Reason("absent", word)
    return None


def is_verbatim_quote(evidence: Evidence) -> bool:
    """Whether the sentence is the slice of its passage that its offsets say."""
    passage, sentence = evidence.hit.passage, evidence.sentence
    if not passage.start <= sentence.start < sentence.end <= passage.end:
        return False
    return passage.text[sentence.start - passage.start : sentence.end - passage.start] == sentence.text


def _sources(evidence: Sequence[Evidence]) -> list[Source]:
    return [
        Source(item.sentence.text, item.hit.article.language, item.hit.article.published, item.hit.passage.text)
        for item in evidence
    ]


def _direct(draft: Draft, question: Question, claims: Sequence[DraftClaim]) -> str | None:
    """The short answer, where a surviving claim that cites its sentence has its words, or both have what it says.

    A model's must be told as plainly there as it is given; what the other writer reads off, fitted weights have judged.
    """
    text, evidence = (draft.direct or "").strip(), draft.direct_evidence
    if not text or evidence is None:
        return None
    citing = [claim for claim in claims if evidence.place in {item.place for item in claim.evidence}]
    (source,) = _sources([evidence])
    if _unread_digits(text, [source]):
        return None
    is_read_off = _is_read_off(text, question, source)
    for claim in citing:
        told = _as_told(claim, question, source)
        is_told = is_read_off and (_is_read_off(text, question, told) or _is_reworded(text, question, told))
        if not is_told and not _is_slice(text, told):
            continue
        if draft.by_model and not all(held_plainly(text, each, question) for each in (source, told)):
            continue
        return text
    return None


def _as_told(claim: DraftClaim, question: Question, source: Source) -> Source:
    """What a claim says, to read a short answer off; one that quotes its sentences whole says what they say."""
    sources = _sources(claim.evidence)
    if is_verbatim(claim.text, sources):
        return source
    return replace(source, text=claim.text, language=written_in(claim.text, question.language, sources))


def _is_read_off(text: str, question: Question, source: Source) -> bool:
    """Whether the short answer stands in a text as written, or is one of its values."""
    if _is_slice(text, source):
        return True
    values = find_figures(text, question.language, source.published) or find_names(text, question.language)
    return bool(values) and not unsupported_value(text, question.language, [source])


def _is_reworded(text: str, question: Question, told: Source) -> bool:
    """Whether a claim has at least half of the words of a short answer without figures and names."""
    if find_figures(text, question.language, told.published) or find_names(text, question.language):
        return False
    found = places(text, question.language, told)
    return bool(found) and sum(map(bool, found)) >= _REWORDED * len(found)


def _is_slice(text: str, source: Source) -> bool:
    """Whether the short answer stands in the sentence as written, cutting no figure or word in two.

    A figure that the sentence has in these very words is that figure: "fin septembre" alone may be of another year.
    """
    if f" {fold(text)} " not in f" {fold(source.text)} ":
        return False
    ours = {as_written(figure) for figure in find_figures(text, source.language, source.published)}
    theirs = {as_written(figure) for figure in find_figures(source.text, source.language, source.published)}
    return ours <= theirs or not unsupported_value(text, source.language, [source])
