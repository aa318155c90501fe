"""The day a saved web page says it was published: in its metadata, beside its headline, in its address.

Knows: where pages put that day. Does not know the days of other articles, of comments or of the site itself, nor any in
a sentence; and nothing is guessed: a page that does not say its day has none. How a date is read is ``dates``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rag.errors import ArticleError
from rag.readers.dateline import date_in_head, is_of_update, is_told, past_update
from rag.readers.dates import parse_published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names of <meta> and of properties, best first; https://ogp.me, https://schema.org, https://www.dublincore.org
_NAMES = (
    "articlepublishedtime", "ogarticlepublishedtime", "datepublished", "ogpublishedtime", "parselypubdate",
    "sailthrudate", "cxenseparserecspublishtime", "articlepublished", "publicationdate", "publishdate", "publisheddate",
    "pubdate", "citationpublicationdate", "dcdateissued", "dctermsissued", "dcdatecreated", "dctermscreated",
    "citationdate", "dcdate", "dctermsdate", "articledate", "date",
)  # fmt: skip
_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_LINKED = ("@graph", "mainEntity")  # what is listed there is the page itself; what is in an ItemList is others
_BESIDE = frozenset("aside footer nav figure blockquote article".split())
# Names of what is about others; "no-sidebar" tells how a page looks, and Elementor builds all of a page of its widgets.
_ABOUT_OTHERS = re.compile(
    r"(?<![\w-])(?!elementor|no-|has-|with-)[\w-]*(?:comment|related|most-?read|popular|sidebar|footer|recommend|teaser|promo"
    r"|widget|newsletter)",
    re.IGNORECASE,
)
_DATED = re.compile(r"date|time|publi|posted|byline", re.IGNORECASE)
# Names of what tells an update; "entry-date published updated" is what WordPress calls both while they are the same.
_UPDATED, _PUBLISHED = (re.compile(names, re.IGNORECASE) for names in ("updat|modif", "publi|created|issued"))
_INLINE = frozenset("span b strong em i small label abbr dt".split())
_SHORT = 120  # characters of an element that holds a date and little else; a paragraph of the text is longer
_LEADS = 2  # long paragraphs from which on a date is one of the text's
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=/|$)")


def day_of_page(page: HtmlElement, address: str) -> str:
    """The day or moment a page gives itself, in ISO 8601; as it stands there where it cannot be read; else ""."""
    language = (page.get("lang") or "")[:2].lower()
    unreadable = ""
    for said in _said(page, address):
        try:
            day, moment = parse_published(said, language)
        except ArticleError:
            unreadable = unreadable or said
        else:
            return moment or day.isoformat()
    return unreadable


def _said(page: HtmlElement, address: str) -> Iterator[str]:
    """Every day the page says of itself, the surest first, those of its updates last."""
    yield from _metadata(page)
    yield from _linked_data(page)
    updates = []
    for said, is_update in _beside_headline(page):
        if is_update:
            updates.append(said)
        else:
            yield said
    if found := _ADDRESS.search(address):
        yield "-".join(found.groups())
    yield from updates


def _metadata(page: HtmlElement) -> Iterator[str]:
    found: dict[str, str] = {}
    for element in page.iter("meta", "time", "span", "abbr"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        said = element.get("content") or element.get("datetime") or ""
        squashed = "".join(letter for letter in name.casefold() if letter.isalnum())
        if squashed in _NAMES and said and not _is_of_another(element, None):
            found.setdefault(squashed, said)
    yield from (found[name] for name in _NAMES if name in found)


def _linked_data(page: HtmlElement) -> Iterator[str]:
    """The day of the article in JSON-LD; none where there are articles of several days."""
    days = set()
    for script in page.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                days |= set(_days_of(json.loads(script.text or "", strict=False)))
            except (ValueError, RecursionError):
                continue
    if len(days) == 1:
        yield from days


def _days_of(node: object) -> Iterator[str]:
    for each in node if isinstance(node, list) else [node]:
        if not isinstance(each, dict):
            continue
        kinds = each.get("@type")
        day = each.get("datePublished")
        if isinstance(day, str) and any(
            _ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield day
        for name in _LINKED:
            yield from _days_of(each.get(name))


def _beside_headline(page: HtmlElement) -> Iterator[tuple[str, bool]]:
    """Dates between the headline and the text: ``<time>``, "Published on", what is named a date; whether of updates."""
    within = _article(page)
    if within is None:
        return
    long = 0
    for element in within.iter("time", "p", "span", "div", "small", "li", "abbr"):
        text = _short_text(element)
        long += element.tag == "p" and text is None
        if long == _LEADS:
            return
        if not text or _is_of_another(element, within):
            continue
        if element.tag == "time":
            yield element.get("datetime") or text, _is_update(element, within)
        elif is_told(text) or _DATED.search(f"{element.get('class')} {element.get('id')}"):
            # Day first or month first does not matter here: whether it can be told is seen when it is read.
            rest = past_update(text)
            if rest and date_in_head(rest, day_first=True):
                yield rest, False
            elif date_in_head(text, day_first=True):
                yield text, rest is not None or _is_update(element, within)


def _is_update(element: HtmlElement, within: HtmlElement) -> bool:
    """Whether an element is named as one that tells an update, or stands behind words that say so."""
    if element is within:
        return False
    for part in (element, element.getparent()):
        names = " ".join(part.get(name) or "" for name in ("class", "id", "itemprop"))
        if part is not within and _UPDATED.search(names) and _short_text(part):
            return _PUBLISHED.search(names) is None
    ahead = _ahead(element, within)
    return is_of_update(ahead) and not any(sign.isdigit() for sign in ahead)  # which are those of a date of its own


def _ahead(element: HtmlElement, within: HtmlElement) -> str:
    """What stands right ahead of an element on its line."""
    before, parent = element.getprevious(), element.getparent()
    while before is None and parent is not within and not (parent.text or "").strip():
        before, parent = parent.getprevious(), parent.getparent()
    if before is None:
        return parent.text or ""
    tail = (before.tail or "").strip()
    return tail or (_short_text(before) or "" if before.tag in _INLINE else "")


def _short_text(element: HtmlElement) -> str | None:
    """What an element says in one line; None where that is long."""
    text = ""
    for piece in element.itertext():
        text += piece
        if len(" ".join(text.split())) > _SHORT:
            return None
    return " ".join(text.split())


def _article(page: HtmlElement) -> HtmlElement | None:
    """The part of a page that its headline and its text are in."""
    headlines = list(page.iter("h1"))
    around = [part for headline in headlines for part in headline.iterancestors("article", "main")]
    articles = list(page.iter("article"))
    parts = around or (articles if len(articles) == 1 else []) or list(page.iter("main"))
    # Where none is marked as such, what the headline is in; but an <h1> in a <header> may be the name of the site.
    parts += [
        each.getparent() for each in headlines if next(each.iterancestors("header", "nav", "aside"), None) is None
    ]
    return next(iter(parts), None)


def _is_of_another(element: HtmlElement, within: HtmlElement | None) -> bool:
    """Whether what an element says is of a comment, of another article, of a sentence, or of the site."""
    for around in (element, *element.iterancestors()):
        if around is within or around.tag in ("body", "html"):
            return False
        if _ABOUT_OTHERS.search(f"{around.get('class')} {around.get('id')}"):
            return True
        if around is element:
            continue
        is_link = around.tag == "a" and "bookmark" not in (around.get("rel") or "")  # which leads to the article itself
        is_sentence = around.tag == "p" and _short_text(around) is None
        is_aside = around.tag in _BESIDE and (within is not None or around.tag != "article")
        if is_link or is_sentence or is_aside:
            return True
    return False
