"""The day a saved web page says it was published: in its metadata, beside its headline, in its address.

Knows: where pages put that day. Does not know the days of other articles, of comments or of the site itself, nor any in
a sentence; and nothing is guessed: a page that does not say its day has none. How a date is read is ``dates``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rag.errors import ArticleError
from rag.readers.dateline import date_in_head, is_of_update, is_told, past_update
from rag.readers.dates import parse_published
from rag.readers.linked_data import days_of, live_blog

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names of <meta> and of properties, best first; https://ogp.me, https://schema.org, https://www.dublincore.org
_NAMES = (
    "articlepublishedtime", "ogarticlepublishedtime", "datepublished", "ogpublishedtime", "parselypubdate",
    "sailthrudate", "cxenseparserecspublishtime", "articlepublished", "publicationdate", "publishdate", "publisheddate",
    "pubdate", "citationpublicationdate", "dcdateissued", "dctermsissued", "dcdatecreated", "dctermscreated",
    "citationdate", "dcdate", "dctermsdate", "articledate", "date",
)  # fmt: skip
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
# "Posted by Jo on April 12, 2023 in News": under what it is filed, behind the day.
_FILED = re.compile(
    r"^((?:posted|published|publiée?)\b.*\b\d{4}.*?) (?:filed )?(?:in|under|dans) [^.!?]{1,60}$", re.IGNORECASE
)
_INLINE = frozenset("span b strong em i small label abbr dt".split())
_SHORT = 120  # characters of an element that holds a date and little else; a paragraph of the text is longer
_LEADS = 2  # long paragraphs from which on a date is one of the text's
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=/|$)")


def day_of_page(page: HtmlElement, address: str, title: str = "") -> str:
    """The day or moment a page gives itself, in ISO 8601; as it stands there where it cannot be read; else "".

    ``title`` is its headline, for pages that do not mark which of their lines that is.
    """
    language = (page.get("lang") or "")[:2].lower()
    unreadable = ""
    for said in _said(page, address, title):
        try:
            day, moment = parse_published(said, language)
        except ArticleError:
            unreadable = unreadable or said
        else:
            return moment or day.isoformat()
    return unreadable


def _said(page: HtmlElement, address: str, title: str) -> Iterator[str]:
    """Every day the page says of itself, the surest first, those of its updates last; but of a live blog, the newest.

    Of several articles in JSON-LD with days of their own, none tells that of the page.
    """
    linked = linked_data(page)
    if (live := live_blog(linked)) and live.day:
        yield live.day
    yield from _metadata(page)
    yield from days if len(days := days_of(linked)) == 1 else ()
    updates = []
    for said, is_update in _beside_headline(page, title):
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


def linked_data(page: HtmlElement) -> list[str]:
    """What a page holds of JSON-LD, script by script."""
    return [script.text or "" for script in page.iter("script") if "ld+json" in (script.get("type") or "")]


def _beside_headline(page: HtmlElement, title: str) -> Iterator[tuple[str, bool]]:
    """Dates between the headline and the text: ``<time>``, "Published on", what is named a date; whether of updates.

    Where nothing tells the headline, only what begins with "Published" counts.
    """
    headed = _article(page, title)
    within = _around_text(page) if headed is None else headed
    if within is None:
        return
    long = 0
    for element in within.iter("time", "p", "span", "div", "small", "li", "abbr", "i", "em", "font"):
        text = _short_text(element)
        text = _FILED.sub(r"\1", text) if text else text
        long += element.tag == "p" and text is None
        if long == _LEADS:
            return
        if not text or _is_of_another(element, within) or (headed is None and not is_told(text)):
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


def _article(page: HtmlElement, title: str) -> HtmlElement | None:
    """The part of a page that its headline and its text are in; None where nothing tells which that is."""
    headlines = list(page.iter("h1"))
    around = [part for headline in headlines for part in headline.iterancestors("article", "main")]
    articles = list(page.iter("article"))
    parts = around or (articles if len(articles) == 1 else []) or list(page.iter("main"))
    # Where none is marked as such, what the headline is in; but an <h1> in a <header> may be the name of the site.
    parts += [each.getparent() for each in (*headlines, *_lesser_headlines(page, title)) if not _is_aside(each)]
    return next(iter(parts), None)


def _lesser_headlines(page: HtmlElement, title: str) -> list[HtmlElement]:
    """What is the headline where no ``<h1>`` is: a line that says the title, else the one ``<h2>`` there is."""
    lesser = [each for each in page.iter("h2") if not _is_aside(each)]
    lines = [*lesser, *page.iter("h3", "b", "strong", "font", "big")]
    named = [line for line in lines if title and _short_text(line) == title]
    for place, line in enumerate(named):  # out of what is wrapped around it alone: <font size=5><b>
        while (around := line.getparent()) is not None and around.tag != "body" and _short_text(around) == title:
            named[place] = line = around
    return named or (lesser if len(lesser) == 1 else [])


def _around_text(page: HtmlElement) -> HtmlElement | None:
    """What the text of a page without any heading is in; None where it has several, as a list of articles has."""
    if next(page.iter("h1", "h2"), None) is not None:
        return None
    first = next((each for each in page.iter("p") if _short_text(each) is None), None)
    return None if first is None else first.getparent()


def _is_aside(element: HtmlElement) -> bool:
    return next(element.iterancestors("header", "nav", "aside"), None) is not None


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
