"""A conversation as Markdown, to keep or to pass on: everything the page shows of it, with the quotes that prove it.

Knows: how an exchange is written down. Does not know Streamlit. Text of articles stays text: what Markdown would read
as a sign is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.messages import counted
from rag.types import Answer, Citation, Ledger
from rag.ui import ledgers, markup
from rag.ui.exchange import Exchange
from rag.ui.narrowing import refused
from rag.ui.proofs import proofs, proofs_of
from rag.ui.remarks import remarks
from rag.ui.words import Words, words_for

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~$&])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=])")
_NO_LINK = re.compile(r"[\s<>]")


def markdown(conversation: Iterable[Exchange], words: Words) -> str:
    """The questions of a conversation in order, each with what came of it; headed in the page's language."""
    parts = [f"# Citewire\n\n{words.tagline}"]
    parts += [_exchange(exchange, words) for exchange in conversation]
    return "\n\n".join(parts) + "\n"


def plain(value: str) -> str:
    """The value on one line, so that Markdown shows every character of it as it is."""
    line = _SIGNS.sub(r"\\\1", " ".join(value.split()))
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line)


def _exchange(value: Exchange, words: Words) -> str:
    lines = [f"## {plain(value.question)}"]
    if value.answer is not None:
        lines += _answer(value.answer, value)
    else:
        lines.append(plain(f"{words.failed} {value.failure}" if value.failure else words.stopped))
    return "\n\n".join(lines)


def _answer(answer: Answer, asked: Exchange) -> list[str]:
    """What the page shows of an answer, in the order of the page, one paragraph an item."""
    words, cited, lines = words_for(answer.language), proofs(answer), list[str]()
    nearest = answer.refusal.nearest if answer.refusal is not None else None
    if answer.refusal is not None:
        lines += [plain(said) for said in refused(answer.refusal, answer.window, words) if said]
    if answer.direct:
        lines.append(f"**{plain(answer.direct)}**")
    quoted = {citation.quote for citation in cited}
    for claim in answer.claims:
        if claim.text not in quoted:  # a quote stands below, with its source
            lines.append(f"{plain(claim.text)} {' '.join(map(_mark, claim.citations))}")
    if answer.as_of is not None:
        lines.append(words.as_of.format(day=words.day(answer.as_of)))
    lines += map(plain, remarks(answer, words, asked.chosen.kept, asked.read_time))
    if answer.ledger is not None and answer.ledger.rows:
        lines += [plain(ledgers.heading(answer.ledger, words)), _ledger(answer.ledger, cited, words)]
    if nearest is not None:
        lines.append(f"{words.nearest}{words.colon.rstrip()}")
        cited = cited or (replace(nearest, number=1),)
    lines += [_source(citation, words) for citation in cited]
    if answer.withheld:
        lines.append(plain(counted("withheld_note", answer.language, len(answer.withheld))))
        lines.append("\n".join(f"- ~~{plain(item.text)}~~ {plain(item.reason)}" for item in answer.withheld))
    return lines


def _mark(citation: Citation) -> str:
    return f"\\[{citation.number}\\]"


def _ledger(value: Ledger, cited: Sequence[Citation], words: Words) -> str:
    """All reports of a figure as a table, oldest first."""
    head = (words.column_date, words.column_value, words.column_source, words.column_status, words.column_proof)
    rows = [head, ("---",) * len(head)]
    for row, proof in zip(value.rows, proofs_of(value.rows, cited), strict=True):
        told = (words.day(row.published), row.value, row.source or words.unknown_outlet, ledgers.status(row, words))
        rows.append((*map(plain, told), _mark(proof)))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _source(citation: Citation, words: Words) -> str:
    told = [citation.source or words.unknown_outlet, words.day(citation.published), markup.named(citation)]
    line = f"{_mark(citation)} " + " · ".join(map(plain, told))
    if markup.web_address(citation.url) and not _NO_LINK.search(citation.url):
        line += f" · <{citation.url}>"
    if citation.also_in:
        line += f" · {plain(markup.also_in(citation, words))}"
    return f"> {plain(citation.quote)}\n>\n> {line}"
