"""A conversation as Markdown, to keep or to pass on: questions, short answers, and the quotes that prove them.

Knows: how an exchange is written down. Does not know Streamlit. Text of articles stays text: what Markdown would read
as a sign is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.types import Answer, Citation
from rag.ui import markup
from rag.ui.narrowing import refused
from rag.ui.words import Words, words_for

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~$&])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=])")
_NO_LINK = re.compile(r"[\s<>]")


def markdown(conversation: Iterable[tuple[str, Answer]], words: Words) -> str:
    """The answered questions of a conversation in order, each with its sources; headed in the page's language."""
    parts = [f"# Citewire\n\n{words.tagline}"]
    parts += [_exchange(question, answer) for question, answer in conversation]
    return "\n\n".join(parts) + "\n"


def plain(value: str) -> str:
    """The value on one line, so that Markdown shows every character of it as it is."""
    line = _SIGNS.sub(r"\\\1", " ".join(value.split()))
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line)


def _exchange(question: str, answer: Answer) -> str:
    words = words_for(answer.language)
    lines = [f"## {plain(question)}"]
    cited = answer.citations
    if answer.refusal is not None:
        lines += [plain(said) for said in refused(answer.refusal, answer.window, words) if said]
        if answer.refusal.nearest is not None:
            lines.append(f"{words.nearest}{words.colon.rstrip()}")
            cited = (answer.refusal.nearest,)
    elif answer.direct:
        lines.append(f"**{plain(answer.direct)}**")
    quoted = {citation.quote for citation in cited}
    for claim in answer.claims:
        if claim.text not in quoted:  # a quote stands below, with its source
            marks = "".join(f" \\[{citation.number}\\]" for citation in claim.citations)
            lines.append(f"{plain(claim.text)}{marks}")
    if answer.as_of is not None:
        lines.append(words.as_of.format(day=words.day(answer.as_of)))
    return "\n\n".join([*lines, *(_source(citation, words) for citation in cited)])


def _source(citation: Citation, words: Words) -> str:
    told = [citation.source or words.unknown_outlet, words.day(citation.published), markup.named(citation)]
    line = f"\\[{citation.number}\\] " + " · ".join(map(plain, told))
    if markup.web_address(citation.url) and not _NO_LINK.search(citation.url):
        line += f" · <{citation.url}>"
    return f"> {plain(citation.quote)}\n>\n> {line}"
