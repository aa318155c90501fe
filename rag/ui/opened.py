"""The article behind a source, opened over the page with its quoted sentence in view.

Knows: that an article may have changed or gone since it was quoted. Does not know where articles come from: it is
handed the function that fetches them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from rag.errors import CitewireError
from rag.types import Article, Citation
from rag.ui import markup, scripts
from rag.ui.markup import Span
from rag.ui.words import Words

FetchArticle = Callable[[str], Article]


def place_of(citation: Citation, text: str) -> Span | None:
    """Where a quote stands in the text of its article as it is now; None where it is no longer in it.

    In an article edited since, that may be elsewhere: of several places it is the one nearest to where it was.
    """
    start, quote = citation.start, citation.quote
    if text[start : citation.end] == quote:
        return start, citation.end
    before, after = text.rfind(quote, 0, start + len(quote)), text.find(quote, start)
    found = [at for at in (before, after) if at >= 0]
    if not found:
        return None
    nearest = min(found, key=lambda at: abs(at - start))
    return nearest, nearest + len(quote)


def become_of(citation: Citation, fetch: FetchArticle, words: Words) -> str:
    """What has become of a quote since it was cited; empty where it stands in its article still, or none can tell."""
    try:
        article = fetch(citation.article_id)
    except KeyError:
        return words.gone
    except CitewireError:  # told by whoever opens the article
        return ""
    return "" if place_of(citation, article.text) else words.quote_gone


def open_article(citation: Citation, cited: Sequence[Citation], fetch: FetchArticle, words: Words) -> None:
    """Show the article of a citation; the other sentences ``cited`` from it are marked, too."""

    def body() -> None:
        try:
            article = fetch(citation.article_id)
        except KeyError:
            st.html(markup.changed(words.gone, words))
            return
        others = [place_of(c, article.text) for c in cited if c.article_id == citation.article_id and c != citation]
        own = place_of(citation, article.text)
        st.html(markup.article(article, own, [place for place in others if place is not None], words))
        st.html(scripts.SHOW_QUOTE, unsafe_allow_javascript=True)

    st.dialog(words.article, width="large")(body)()
