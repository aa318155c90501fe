"""Under which names a record holds what an article needs: id, title, text, url, source, published, language.

Knows: the names people, feeds and news services use. Does not know what a value must be like to be good: that is
``record``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from rag.errors import ArticleError
from rag.language import normalise

_ALIASES = {
    "id": ("id", "article_id", "guid", "uuid"),
    "title": ("title", "headline", "titre", "webTitle"),
    "text": (
        "text", "body", "content", "article", "texte", "articleBody", "maintext", "fullText", "bodyText", "articleText",
        "content_text", "content_html", "contenu",
    ),
    "url": ("url", "link", "href", "permalink", "webUrl"),
    "source": (
        "source", "outlet", "publisher", "newspaper", "site", "publication", "sitename", "sourceName", "journal",
        "media",
    ),
    "published": (
        "published", "published_at", "date", "publication_date", "date_published", "pubDate", "date_publish",
        "publish_date", "webPublicationDate", "published_date", "date_publication",
    ),
    "language": ("language", "lang", "langue"),
}  # fmt: skip
_LONGEST = {"id": 300, "title": 2_000, "url": 4_000, "source": 300, "published": 100, "language": 50}
_NESTED = ("fields", "_source")  # where some services keep the text of a record
_TOLD = 8  # names of fields an error lists
_EMPTY: tuple[object, ...] = (None, "", [], {})


def _squashed(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


_KNOWN = {name: tuple(dict.fromkeys(map(_squashed, aliases))) for name, aliases in _ALIASES.items()}


def has_text(names: Iterable[str]) -> bool:
    """Whether one of these names is that of an article's text."""
    return not {_squashed(name) for name in names}.isdisjoint(_KNOWN["text"])


def fields_of(record: Mapping[str, object]) -> dict[str, str]:
    """All seven fields as normalised text, "" for what is missing; upper case, ``-`` and ``_`` in names do not count.

    Raises:
        ArticleError: no text, or a field of the wrong kind or too long.
    """
    given: dict[str, object] = {}
    for part in (record, *(part for part in map(record.get, _NESTED) if isinstance(part, Mapping))):
        for key, value in part.items():
            if value not in _EMPTY and value == value:  # NaN is what programs that know no null write instead
                given.setdefault(_squashed(str(key)), value)
    found = {name: _field(name, next((given[a] for a in known if a in given), "")) for name, known in _KNOWN.items()}
    if not found["text"].strip():
        filled = [str(key) for key, value in record.items() if value not in _EMPTY and not has_text([str(key)])]
        others = ", ".join(key[:40] for key in filled[:_TOLD])
        raise ArticleError(
            f"no text: the field 'text' is missing or empty (there are: {others})" if others else "no text"
        )
    return found


def _field(name: str, value: object) -> str:
    if name == "source" and isinstance(value, Mapping):  # {"source": {"name": ...}}, as news APIs have it
        value = value.get("name", "")
        value = "" if value is None else value
    if name != "text" and isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = ", ".join(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        raise ArticleError(f"the field {name!r} is {_kind(value)}, not text")
    if name == "text":
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
