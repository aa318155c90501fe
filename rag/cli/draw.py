"""Answers and passages as text for people.

Knows what is shown, and in which order. Does not know how it was found. Text of articles is cleaned of control
characters before it is written.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.cli.console import Console, clean
from rag.messages import counted
from rag.types import Answer, ArticleInfo, Citation, Claim, Hit, Ledger
from rag.ui.ledgers import heading, status
from rag.ui.markup import also_in, named, shortened
from rag.ui.remarks import searched
from rag.ui.words import Words, words_for

SENTENCES = 20
"""Sentences an explanation lists; the rest are counted."""


def answer(value: Answer, console: Console, explain: bool = False) -> None:
    """The direct answer, the claims with their marks, the sources with their quotes; or the refusal.

    Everything said beside the articles' own words is in the language of the question.
    """
    words = words_for(value.language)
    if value.standalone and value.standalone != value.question:
        console.line(console.dim(words.understood_as.format(question=clean(value.standalone))))
    if value.direct:
        console.paragraph(console.bold(clean(value.direct)))
        console.line()
    if value.refusal is not None:
        console.paragraph(clean(value.refusal.message))
        if value.refusal.nearest is not None:
            console.line()
            console.line(f"{words.nearest}{words.colon}".rstrip())
            _quote(value.refusal.nearest, (), value.language, console)
            console.paragraph(f"— {_source(value.refusal.nearest, words)}", indent=4)
    for claim in value.claims:
        _claim(claim, value, console)
    if value.ledger is not None:
        _ledger(value.ledger, words, console)
    _sources(value, words, console)
    _remarks(value, words, console)
    if explain:
        _explanation(value, console)


def _claim(claim: Claim, value: Answer, console: Console) -> None:
    marks = "".join(f"[{citation.number}]" for citation in claim.citations)
    wanted = (value.direct,) if value.direct else ()
    whole = next((citation for citation in claim.citations if citation.quote == claim.text), None)
    text = emphasised(whole, wanted, value.language, console) if whole else clean(claim.text)
    console.paragraph(f"{' '.join(text.split())} {marks}", indent=2)


def _sources(value: Answer, words: Words, console: Console) -> None:
    """Each article once with its marks; a quote where no claim says the same word for word."""
    articles: dict[str, list[Citation]] = {}
    for citation in value.citations:
        articles.setdefault(citation.article_id, []).append(citation)
    if articles:
        console.line()
    wanted = (value.direct,) if value.direct else ()
    for citations in articles.values():
        marks = "".join(f"[{citation.number}]" for citation in citations)
        console.paragraph(f"{marks} {_source(citations[0], words)}", hang=4)
        for citation in citations:
            if not any(citation.quote in claim.text for claim in value.claims):
                _quote(citation, wanted, value.language, console)
        if citations[0].title and citations[0].url:
            console.line(f"    {console.dim(clean(citations[0].url))}")


def _source(citation: Citation, words: Words) -> str:
    """``Title. Outlet, 2024-11-28, fr, also in ...``; what is not known is left out, an unknown date is told."""
    day = words.undated if citation.published is None else citation.published.isoformat()
    if citation.published is not None and citation.published_origin == "text":
        day += f" ({words.date_from_text})"
    about = ", ".join(part for part in (citation.source, day, citation.language) if part and part != "und")
    also = f", {also_in(citation, words)}" if citation.also_in else ""
    return clean(f"{named(citation)}. {about}{also}")


def _quote(citation: Citation, wanted: tuple[str, ...], language: str, console: Console) -> None:
    opening, closing = ("« ", " »") if citation.language == "fr" else ("“", "”")
    text = " ".join(emphasised(citation, wanted, language, console).split())
    console.paragraph(f"{opening}{text}{closing}", indent=4)


def emphasised(citation: Citation, wanted: tuple[str, ...], language: str, console: Console) -> str:
    """The quote cleaned; on a terminal what says one of the short answers ``wanted`` (in ``language``) is in bold."""
    if not console.styled or not wanted:
        return clean(citation.quote)
    from rag.ui.emphasis import spans

    pieces, end = [], 0
    for start, stop in spans(citation, wanted, language):
        if start >= end:
            pieces += [clean(citation.quote[end:start]), console.bold(clean(citation.quote[start:stop]))]
            end = stop
    return "".join([*pieces, clean(citation.quote[end:])])


def _ledger(ledger: Ledger, words: Words, console: Console) -> None:
    """The reports of one figure, oldest first."""
    console.line()
    console.line(clean(heading(ledger, words)))
    width = max(len(row.value) for row in ledger.rows)
    for row in ledger.rows:
        day = words.undated if row.published is None else row.published.isoformat()
        remark = "" if row.status in ("first", "same") else f"  {status(row, words)}"
        console.line(clean(f"  {day:<10}  {row.value:<{width}}  {row.source}{remark}"))


def _remarks(value: Answer, words: Words, console: Console) -> None:
    """As of when, what the window was, what was withheld and why."""
    remarks = []
    if value.as_of is not None:
        remarks.append(f"{words.as_of.format(day=words.day(value.as_of))}.")
    remarks += [f"{line}." for line in searched(value, words)]
    remarks += value.notes
    if value.withheld and value.refusal is not None:  # beside an answer, its notes say so
        remarks.append(counted("withheld_note", value.language, len(value.withheld)))
    if remarks or value.withheld:
        console.line()
    for remark in remarks:
        console.paragraph(console.dim(clean(remark)))
    for withheld in value.withheld:
        console.paragraph(console.dim(clean(f"- {shortened(withheld.text)}")), indent=2, hang=2)
        console.paragraph(console.dim(clean(withheld.reason)), indent=4)


def _explanation(value: Answer, console: Console) -> None:
    """Why this answer: passages, sentences, how long it took."""
    console.line()
    console.line("Passages, best first:")
    hits(value.hits, console, with_text=False)
    console.line()
    console.line("Sentences, best first (score, passage, text):")
    for evidence in value.evidence[:SENTENCES]:
        text = clean(" ".join(evidence.sentence.text.split()))
        console.paragraph(f"{evidence.score:8.4f}  {evidence.hit.rank:>3}  {text}", indent=2, hang=15)
    if len(value.evidence) > SENTENCES:
        console.line(f"  and {len(value.evidence) - SENTENCES:,} more: --explain --json lists all")
    if value.refusal is not None:
        console.line()
        console.line(f"Refused: {value.refusal.reason}")
    if value.timings_ms:
        console.line()
        console.line("Milliseconds: " + ", ".join(f"{name} {time:.0f}" for name, time in value.timings_ms.items()))


def hits(values: Sequence[Hit], console: Console, with_text: bool = True) -> None:
    """Passages, best first: rank, score, the rank and score of each side, the article, the text."""
    if not values:
        console.line("  nothing found")
    for hit in values:
        sides = f"dense {_side(hit.dense_rank, hit.dense_score)}, lexical {_side(hit.lexical_rank, hit.lexical_score)}"
        place = f"{hit.passage.article_id} {hit.passage.start}-{hit.passage.end}"
        console.paragraph(f"{hit.rank:>3}  {hit.score:.4f}  {_article(hit.article)}", hang=13)
        console.line(console.dim(f"     {sides}; {clean(place)}"))
        if with_text:
            console.paragraph(clean(hit.passage.text), indent=5)
            console.line()


def _side(rank: int | None, score: float | None) -> str:
    return "none" if rank is None else f"{rank} ({score:.3f})" if score is not None else str(rank)


def _article(info: ArticleInfo) -> str:
    day = "undated" if info.published is None else info.published.isoformat()
    about = ", ".join(part for part in (info.source, day, info.language) if part and part != "und")
    return clean(f"{info.title or info.path or info.id}. {about}")
