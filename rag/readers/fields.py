"""Under which names a record holds what an article needs: id, title, text, url, source, published, language.

Knows: the names people, feeds and news services use, and what they wrap values in. Does not know what a value must be
like to be good, nor markup: the one is ``record``, the other ``markup``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from rag.errors import ArticleError
from rag.language import normalise

_ALIASES = {
    "id": ("id", "article_id", "guid", "uuid"),
    "title": (
        "title", "headline", "titre", "webTitle", "article_title", "news_title", "heading", "headlines",
        "headline_text", "titre_de_l_article", "titre_article",
    ),
    "text": (
        "text", "bodyText", "content_text", "body", "content", "article", "texte", "articleBody", "maintext",
        "fullText", "articleText", "content_html", "contenu",
    ),
    "summary": ("description", "abstract", "lead_paragraph", "snippet", "summary", "excerpt", "resume", "chapo"),
    "url": ("url", "link", "href", "permalink", "webUrl"),
    "source": (
        "source", "outlet", "publisher", "newspaper", "site", "publication", "sitename", "sourceName", "journal",
        "media", "mediaName", "provider", "source_hostname", "hostname", "source_domain",
    ),
    "published": (
        "published", "published_at", "date", "publication_date", "date_published", "pubDate", "date_publish",
        "publish_date", "webPublicationDate", "published_date", "date_publication", "publication_datetime", "dateTime",
        "published_on", "first_published", "first_published_at", "first_published_on", "posted_on", "posted_at",
        "date_posted", "date_de_publication", "date_de_parution", "date_parution", "issue_date", "seendate",
        "date_utc", "published_utc", "publie_le", "timestamp", "created_at",
    ),
    "language": ("language", "lang", "langue"),
}  # fmt: skip
_LONGEST = {"id": 300, "title": 2_000, "url": 4_000, "source": 300, "published": 100, "language": 50}
_CLEANED = ("title", "text", "summary", "source")
_NESTED = ("fields", "_source", "thread", "links")  # where some services keep the fields of a record
_WRAPPED = {
    "id": ("$oid", "rendered"), "title": ("rendered", "main"), "text": ("rendered",), "summary": ("rendered",),
    "source": ("name", "title"), "published": ("$date", "$numberLong"),
}  # fmt: skip
_WRAPS = 2  # {"$date": {"$numberLong": "1732789800000"}}
_DISPENSABLE = ("id", "url", "language")  # an article is worth more than these
UNREADABLE = "?"
"""Stands for a ``published`` of the wrong kind: a date that cannot be read."""

_REMOVED = "[Removed]"  # what NewsAPI leaves of an article
_CUT = re.compile(r"\s*\[\+(\d+) chars\]\s*$")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")  # https://schema.org: of other things, a description is no text
_TOLD = 8  # names of fields an error lists
_EMPTY: tuple[object, ...] = (None, "", [], {})


class Fields(NamedTuple):
    """The fields of a record as normalised text, "" for what is missing, and what is doubtful about them.

    ``address`` is that of the article where its outlet should stand: not surely its own, so that no id is made of it.
    """

    values: dict[str, str]
    address: str
    doubts: tuple[str, ...]


def _squashed(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


_KNOWN = {name: tuple(dict.fromkeys(map(_squashed, aliases))) for name, aliases in _ALIASES.items()}


def is_field(name: str, field: str = "") -> bool:
    """Whether this is the name of any field of an article, or of one in particular."""
    return any(_squashed(name) in known for each, known in _KNOWN.items() if field in ("", each))


def has_text(names: Iterable[str]) -> bool:
    """Whether one of these names is that of an article's text."""
    return not {_squashed(name) for name in names}.isdisjoint(_KNOWN["text"])


def has_articles(names: Iterable[str]) -> bool:
    """Whether these names are those of articles: with a text, or with a headline and a summary."""
    squashed = {_squashed(name) for name in names}
    return has_text(squashed) or all(not squashed.isdisjoint(_KNOWN[name]) for name in ("title", "summary"))


def fields_of(record: Mapping[str, object], clean: Callable[[str], str] = str) -> Fields:
    """The seven fields of a record; upper case, ``-`` and ``_`` in names do not count.

    The longest summary is the text where there is no other. ``clean`` takes markup off texts, titles and outlets.

    Raises:
        ArticleError: no text, or a field of the wrong kind or too long.
    """
    given = _given(record)
    values, doubts = dict[str, str](), list[str]()
    held = {
        name: [_unwrapped(name, given[alias]) for alias in known if alias in given] for name, known in _KNOWN.items()
    }
    held["source"], address = _outlets(held["source"])
    for name in _ALIASES:
        value = _first(held[name]) if name != "summary" else _longest(held[name])
        try:
            values[name] = _field(name, clean(value) if name in _CLEANED and isinstance(value, str) else value)
        except ArticleError as error:
            if name not in (*_DISPENSABLE, "published"):
                raise
            values[name] = UNREADABLE if name == "published" else ""
            doubts += [f"{error}: it counts as missing"] if name in _DISPENSABLE else []
    summary = values.pop("summary")
    values["text"] = values["text"] if values["text"].strip() or not _may_be_an_article(record) else summary
    if cut := _CUT.search(values["text"]):
        values["text"] = values["text"][: cut.start()]
        doubts.append(f"its text is cut, {int(cut[1]):,} characters of it are not in the file")
    _require_text(values["text"], record)
    return Fields(values, address, tuple(doubts))


def _given(record: Mapping[str, object]) -> dict[str, object]:
    """What a record holds by squashed names, without what is empty."""
    given: dict[str, object] = {}
    for part in (record, *(part for part in map(record.get, _NESTED) if isinstance(part, Mapping))):
        for key, value in part.items():
            if part is record and key in _NESTED and isinstance(value, Mapping):
                continue
            if value not in _EMPTY and value == value:  # NaN is what programs that know no null write instead
                given.setdefault(_squashed(str(key)), value)
    return given


def _unwrapped(name: str, value: object) -> object:
    """What a field holds, out of what services wrap it in: ``{"rendered": ...}``, ``[{"name": ...}]``."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], Mapping):
        value = value[0]
    for _ in range(_WRAPS):
        if not isinstance(value, Mapping):
            break
        held = [value[key] for key in _WRAPPED.get(name, ()) if key in value]
        if not held:
            break
        value = _first(held)
    return "" if value is None else value


def _first(values: list[object]) -> object:
    """The first that holds something, rather a plain value than a list or a mapping; else the first."""
    filled = [value for value in values if value not in _EMPTY and str(value).strip()]
    plain = [value for value in filled if not isinstance(value, list | Mapping)]
    return (plain or filled or values or [""])[0]


def _longest(values: list[object]) -> str:
    return max((value for value in values if isinstance(value, str)), key=len, default="")


def _outlets(held: list[object]) -> tuple[list[object], str]:
    """What stands for the outlet, and the address of the article where that stands there; of another, its host."""
    places = [(value, place) for value in held if (place := _place(value)) is not None]
    addresses = [str(value).strip() for value, place in places if place.path.strip("/")]
    named = [value for value in held if _place(value) is None]
    hosts = [(place.hostname or "").removeprefix("www.") for _, place in places]
    return named or [*hosts], next(iter(addresses), "")[: _LONGEST["url"]]


def _place(value: object) -> SplitResult | None:
    """What an address on the web consists of; None for anything else."""
    if not isinstance(value, str) or not _ADDRESS.fullmatch(value.strip()):
        return None
    try:
        return urlsplit(value.strip())
    except ValueError:
        return None


def _may_be_an_article(record: Mapping[str, object]) -> bool:
    kinds = record.get("@type")
    return not kinds or any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _require_text(text: str, record: Mapping[str, object]) -> None:
    if text.strip() == _REMOVED:
        raise ArticleError(f"no text: its service has removed it ({_REMOVED})")
    if not text.strip():
        filled = [str(key) for key, value in record.items() if value not in _EMPTY and not has_text([str(key)])]
        others = ", ".join(key[:40] for key in filled[:_TOLD])
        raise ArticleError(
            f"no text: the field 'text' is missing or empty (there are: {others})" if others else "no text"
        )


def _field(name: str, value: object) -> str:
    if name not in ("text", "summary") and isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = ", ".join(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        raise ArticleError(f"the field {name!r} is {_kind(value)}, not text")
    if name in ("text", "summary"):
        if not isinstance(value, str):
            raise ArticleError(f"the field 'text' is {_kind(value)}, not text")
        return normalise(value)
    told = " ".join(normalise(value.isoformat() if isinstance(value, date) else str(value)).split())
    if len(told) > _LONGEST[name]:
        raise ArticleError(f"the field {name!r} has {len(told)} characters: {_LONGEST[name]} at most")
    return told


def _kind(value: object) -> str:
    names = {bool: "a truth value", int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return names.get(type(value), f"of type {type(value).__name__}")
