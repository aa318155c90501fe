"""Text of articles and answers as HTML that says exactly what the text says.

Knows: escaping, marks, highlights, language attributes. Does not know Streamlit. Everything that did not come from
this file goes through ``text`` or ``marked``: whatever an article holds (HTML, Markdown, LaTeX, emoji codes) is shown
as typed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from rag.types import Answer, Article, ArticleInfo, Citation, Claim, Withheld
from rag.ui.narrowing import refused
from rag.ui.words import Words, words_for

Span = tuple[int, int]

_PARAGRAPH = re.compile(r"[^\n]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def text(value: str) -> str:
    """The value as HTML text: every character stands for itself, in attributes as well."""
    return html.escape(value, quote=True)


def marked(value: str, spans: Iterable[Span], tag: str = "strong") -> str:
    """The value as HTML text with the spans wrapped in a tag; spans are clipped, sorted and merged where they meet."""
    pieces, at = [], 0
    for start, end in _merged(spans, len(value)):
        pieces += [text(value[at:start]), f"<{tag}>", text(value[start:end]), f"</{tag}>"]
        at = end
    return "".join([*pieces, text(value[at:])])


def _merged(spans: Iterable[Span], length: int) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted((max(0, start), min(length, end)) for start, end in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def shortened(value: str, longest: int = 300) -> str:
    """The value on one line, cut where it is longer than so many characters."""
    line = " ".join(value.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def named(value: ArticleInfo | Citation) -> str:
    """What to call an article: its title, else its address, else its id, which is its file where it has no other."""
    return value.title or value.url or (value.id if isinstance(value, ArticleInfo) else value.article_id)


def lang(code: str) -> str:
    """The ``lang`` attribute for a language code, with a leading space; nothing where the language is not known."""
    return f' lang="{code}"' if code != "und" and _LANGUAGE.fullmatch(code) else ""


def web_address(url: str) -> str:
    """The URL as attribute text if it is a plain web address, else empty: no ``javascript:``, no ``data:``."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return text(url) if parts.scheme in ("http", "https") and parts.netloc else ""


def anchor(turn: int, citation: Citation) -> str:
    """The id of a source card on the page."""
    return f"source-{turn}-{citation.number}"


def mark(turn: int, citation: Citation, words: Words) -> str:
    """The numbered mark of a claim, linked to its source card."""
    outlet = text(f"{words.source} {citation.number}{words.colon}{citation.source or named(citation)}")
    target = anchor(turn, citation)
    return f'<a class="cw-mark" href="#{target}" target="_self" aria-label="{outlet}">[{citation.number}]</a>'


def question(value: str, turn: int, words: Words) -> str:
    """The question as the heading of its exchange."""
    label = f'<span class="cw-eyebrow"{lang(words.language)}>{text(words.you_asked)}</span>'
    return f'<h2 class="cw-question" id="question-{turn}" tabindex="-1">{label}<bdi>{text(value)}</bdi></h2>'


def direct(answer: Answer, proof: Citation | None, turn: int) -> str:
    """The short answer, large, with the mark of the citation that says it."""
    sign = mark(turn, proof, words_for(answer.language)) if proof is not None else ""
    return f'<p class="cw-direct"{lang(answer.language)}><bdi>{text(answer.direct or "")}</bdi>{sign}</p>'


def claims(answer: Answer, turn: int) -> str:
    """The claims with their marks, one paragraph each; a claim that is a plain quote carries its own language."""
    words = words_for(answer.language)
    paragraphs = "".join(_claim(claim, answer.language, turn, words) for claim in answer.claims)
    return f'<div class="cw-claims">{paragraphs}</div>'


def _claim(claim: Claim, language: str, turn: int, words: Words) -> str:
    quoted = _spoken(claim, language)
    marks = "".join(mark(turn, citation, words) for citation in claim.citations)
    return f'<p class="cw-claim"><bdi{lang(quoted)}>{text(claim.text)}</bdi>{marks}</p>'


def _spoken(claim: Claim, language: str) -> str:
    """The language of a claim: its quote's where it is one, else the answer's."""
    return next((c.language for c in claim.citations if claim.text.strip() in c.quote), language)


def said(answer: Answer, words: Words) -> str:
    """An answer in a breath, for who does not see it: its short answer or first sentence, and how many sources."""
    if answer.refusal is not None:
        told, spoken = refused(answer.refusal, answer.window, words)[0], words.language
    elif answer.direct or not answer.claims:
        told, spoken = answer.direct or "", words.language
    else:
        told, spoken = shortened(answer.claims[0].text), _spoken(answer.claims[0], words.language)
    count = words.count(words.source_one, words.source_many, len(answer.citations)) if answer.citations else ""
    return (
        f'<div class="cw-said"{lang(words.language)}><span{lang(spoken)}>{text(told)}</span> <span>{text(count)}</span>'
        "</div>"
    )


def waiting(words: Words) -> str:
    """That an answer is on its way, or was not waited for: the style shows the one or the other."""
    return (
        f'<p class="cw-waiting" role="status">{text(words.reading)}</p><p class="cw-stopped">{text(words.stopped)}</p>'
    )


def streaming(value: str, words: Words) -> str:
    """What a chat model has written so far, told as a draft."""
    return f'<div class="cw-draft"><span class="cw-eyebrow">{text(words.unchecked)}</span><p>{text(value)}</p></div>'


def dateline(info: ArticleInfo | Citation, words: Words) -> str:
    """Outlet, date, where the date comes from, and a badge for the language."""
    origin = f" ({text(words.date_from_text)})" if info.published_origin == "text" and info.published else ""
    when = f'<time datetime="{info.published.isoformat()}">' if info.published else "<span>"
    close = "</time>" if info.published else "</span>"
    detected = f" ({text(words.detected)})" if isinstance(info, ArticleInfo) and info.language_detected else ""
    return (
        f'<span class="cw-outlet"><bdi>{text(info.source or words.unknown_outlet)}</bdi></span>'
        f'<span class="cw-dot" aria-hidden="true">·</span>{when}{text(words.day(info.published))}{close}{origin}'
        f'<span class="cw-badge">{text(words.language_name(info.language))}{detected}</span>'
    )


def card(citation: Citation, bold: Sequence[Span], turn: int, answer_language: str) -> str:
    """A source card: number, outlet, date, language, title, the quote with its figure in bold, what else is known."""
    words = words_for(answer_language)
    told = []
    if citation.language not in (answer_language, "und"):
        told.append(words.original_in.format(language=words.language_name(citation.language)))
    if citation.also_in:
        told.append(also_in(citation, words))
    foot = "".join(f"<li><bdi>{text(note)}</bdi></li>" for note in told)
    notes = f'<ul class="cw-notes"{lang(words.language)}>{foot}</ul>' if foot else ""
    return (
        f'<article class="cw-card" id="{anchor(turn, citation)}" tabindex="-1"'
        f' aria-label="{text(words.source)} {citation.number}">'
        f'<header{lang(words.language)}><span class="cw-number" aria-hidden="true">{citation.number}</span>'
        f"{dateline(citation, words)}</header>"
        f"<h4{lang(citation.language)}><bdi>{text(named(citation))}</bdi></h4>"
        f"{quote(citation, bold)}"
        f"{notes}</article>"
    )


def also_in(citation: Citation, words: Words) -> str:
    """In which other outlets the sentence of a citation ran, as plain text."""
    count = words.count(words.also_in_one, words.also_in_many, len(citation.also_in))
    return f"{count}{words.colon}{', '.join(citation.also_in)}"


def quote(citation: Citation, bold: Sequence[Span]) -> str:
    """The quote in its own language, the spans in bold (offsets within the quote)."""
    return (
        f'<blockquote class="cw-quote"{lang(citation.language)} dir="auto">{marked(citation.quote, bold)}</blockquote>'
    )


def article(value: Article, cited: Span | None, also_cited: Sequence[Span], words: Words) -> str:
    """A whole article as text, the quoted sentence highlighted; its highlight carries the id ``quoted-sentence``.

    Without a place the article no longer has the sentence, which is told above its text.
    """
    info = value.info
    address = web_address(info.url)
    host = text(urlsplit(info.url).netloc) if address else ""
    away = f'<a href="{address}" target="_blank" rel="noopener noreferrer nofollow">{host}</a>'
    link = f'<p class="cw-original">{text(words.original_at)}{away}</p>' if address else ""
    told = changed(words.quote_gone, words) if cited is None else ""
    return (
        f'<article class="cw-article"{lang(info.language)}>'
        f"<h3><bdi>{text(named(info))}</bdi></h3>"
        f'<p class="cw-dateline"{lang(words.language)}>{dateline(info, words)}</p>{link}{told}'
        f'<div class="cw-body" dir="auto">{_body(value.text, cited or (0, 0), also_cited, words)}</div></article>'
    )


def changed(told: str, words: Words) -> str:
    """What has become of an article or its quote."""
    return f'<p class="cw-changed" role="status"{lang(words.language)}>{text(told)}</p>'


def _body(value: str, cited: Span, also_cited: Sequence[Span], words: Words) -> str:
    paragraphs, named = [], False
    for found in _PARAGRAPH.finditer(value):
        start, end = found.span()
        main = (max(start, cited[0]), min(end, cited[1]))
        others = [span for span in also_cited if span[1] <= cited[0] or span[0] >= cited[1]]
        shifted = [(other[0] - start, other[1] - start) for other in others]
        if main[0] >= main[1]:
            paragraphs.append(f"<p>{marked(found.group(), shifted, 'mark')}</p>")
            continue
        name = "" if named else f' id="quoted-sentence" tabindex="-1" aria-label="{text(words.quote)}"'
        named = True
        inside = f'<mark class="cw-cited"{name}>{text(value[slice(*main)])}</mark>'
        before, after = value[start : main[0]], value[main[1] : end]
        behind = [(other[0] - main[1], other[1] - main[1]) for other in others]
        paragraphs.append(f"<p>{marked(before, shifted, 'mark')}{inside}{marked(after, behind, 'mark')}</p>")
    return "".join(paragraphs)


def refusal(message: str, more: str, words: Words) -> str:
    """The plain "the corpus does not say", in the words of the answer, and what is to be said beside it, if any."""
    beside = f'<p class="cw-beside"{lang(words.language)}><bdi>{text(more)}</bdi></p>' if more else ""
    return f'<p class="cw-refusal" role="status"{lang(words.language)}><bdi>{text(message)}</bdi></p>{beside}'


def narrowed(value: str, words: Words) -> str:
    """What narrows the search."""
    return f'<p class="cw-narrowed"{lang(words.language)}><bdi>{text(value)}</bdi></p>'


def failure(message: str, words: Words) -> str:
    """What went wrong, in one line."""
    line = " ".join(message.split())
    return f'<p class="cw-failure" role="alert"><strong>{text(words.failed)}</strong> <bdi>{text(line)}</bdi></p>'


def nothing_yet(corpus: Path, reason: str, words: Words) -> str:
    """Where to put articles, and the reason why what there is does not do, if any."""
    place = f"<code>{text(str(corpus))}</code>"
    more = text(words.nothing_yet_more).replace("{corpus}", place)
    why = f'<p class="cw-why" role="status"><bdi>{text(" ".join(reason.split()))}</bdi></p>' if reason else ""
    return f'<div class="cw-welcome"><h2>{text(words.nothing_yet)}</h2><p>{more}</p>{why}</div>'


def about(day: date | None, values: Iterable[str], words: Words) -> str:
    """The day the answer speaks for, then what else there is to say about it, one line each; empty without any."""
    lines = [words.as_of.format(day=words.day(day))] if day is not None else []
    items = "".join(f"<li><bdi>{text(value)}</bdi></li>" for value in [*lines, *values])
    return f'<ul class="cw-notes"{lang(words.language)}>{items}</ul>' if items else ""


def withheld(values: Sequence[Withheld], language: str) -> str:
    """The statements the guard did not let through, each with its reason, in the language of the question."""
    items = "".join(
        f"<li><s><bdi>{text(shortened(item.text))}</bdi></s>"
        f'<span class="cw-reason"><bdi>{text(item.reason)}</bdi></span></li>'
        for item in values
    )
    return f'<ul class="cw-withheld"{lang(language)}>{items}</ul>'
