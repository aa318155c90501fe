"""A mapping of fields to an Article: the one place where what an article must hold is checked.

Knows: ids, hashes, the size limit. Does not know files, formats or under which names fields come.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from urllib.parse import urlsplit, urlunsplit

from rag.errors import ArticleError
from rag.language import detect, language_code
from rag.readers.dateline import date_at_start, date_in_head, is_told_of_now
from rag.readers.dates import parse_published
from rag.readers.fields import fields_of
from rag.readers.markup import plain
from rag.types import Article, ArticleInfo, PublishedOrigin, Skipped

LARGEST = 1_000_000
"""Bytes of UTF-8 an article's text may have."""

_AHEAD = timedelta(days=2)  # a day that is later still is no day of publication: one of the world's begins early
_UNREADABLE = "its date is none that can be read, so {instead}: write it as 2024-11-28"
_ANY_DAY = (
    "the date its text begins with, {day}, may be of what it tells, so it counts as undated: give the day of the "
    "report as 'published', or on a line of its own above the text"
)
_OF_NOW = "the date its text begins with, {day}, counts, since it tells of it as the present: see whether it is right"

_CERTAIN = 0.5  # confidence of detection below which the language stays undetermined


def to_article(record: Mapping[str, object], path: str, clean: Callable[[str], str] = str) -> Article:
    """The article a record describes.

    Args:
        record: fields by name; ``text`` is required, the others may be missing, null or empty.
        path: relative to the corpus folder, with ``#n`` for the n-th record of a file of many.
        clean: takes markup off texts, titles and outlets.

    Raises:
        ArticleError: no text, over 1 MB of text, a field of the wrong kind. A date, id, address or language that cannot
            be read is a doubt.
    """
    fields, address, doubts = fields_of(record, clean)
    text = fields["text"]
    size = len(text.encode("utf-8"))
    if size > LARGEST:
        raise ArticleError(f"{size / 1e6:.1f} MB of text: an article may have 1 MB at most")
    language, detected = _language(fields["language"], fields["title"], text)
    published, published_at, origin, doubt = _published(fields["published"], text, "" if detected else language)
    url = fields["url"] or address
    described = [text, fields["title"], fields["source"], url, published_at or str(published or ""), origin, language]
    info = ArticleInfo(
        id=_identifier(fields["id"], fields["url"], path),
        title=fields["title"],
        source=fields["source"],
        url=url,
        published=published,
        published_at=published_at,
        published_origin=origin,
        language=language,
        language_detected=detected,
        path=path,
        content_hash=_digest(json.dumps(described, ensure_ascii=False)),
    )
    return Article(info, text, "; ".join(filter(None, (*doubts, doubt))))


def from_export(record: object, path: str) -> Article | Skipped:
    """The article a record of a feed or an export describes, HTML in its fields taken off; why there is none."""
    if not isinstance(record, Mapping):
        return Skipped(path, "not an object with fields")
    try:
        return to_article(record, path, plain)
    except ArticleError as error:
        return Skipped(path, str(error))


def _language(given: str, title: str, text: str) -> tuple[str, bool]:
    code = language_code(given) if given else ""
    if code:
        return code, False
    found, confidence = detect(f"{title}\n{text}")
    return (found if confidence >= _CERTAIN else "und"), True


def _published(given: str, text: str, language: str) -> tuple[date | None, str, PublishedOrigin, str]:
    """Day, moment, where they are from, and what is doubtful about them: an article is worth more than its date."""
    if given:
        try:
            day, moment = parse_published(given, language)
        except ArticleError:
            pass
        else:
            return day, moment, "metadata", _still_to_come(day)
    if read := date_in_head(text, day_first=language == "fr"):
        doubts = [_UNREADABLE.format(instead=f"the one its text begins with counts, {read}")] if given else []
        return read, "", "text", "; ".join(filter(None, (*doubts, _still_to_come(read))))
    if given or date_in_head(text, day_first=True):  # or it is one whose day may be its month
        return None, "", "unknown", _UNREADABLE.format(instead="it counts as undated")
    start = date_at_start(text)
    if start and is_told_of_now(text, start):
        return start, "", "text", "; ".join(filter(None, (_OF_NOW.format(day=start), _still_to_come(start))))
    return None, "", "unknown", _ANY_DAY.format(day=start) if start else ""


def _still_to_come(day: date) -> str:
    return f"its date, {day}, is still to come: see whether it is right" if day > date.today() + _AHEAD else ""


def _identifier(given: str, url: str, path: str) -> str:
    if given:
        return given
    if url:
        return "url-" + _digest(_plain_url(url))[:20]
    return path


def _plain_url(url: str) -> str:
    """A URL without its fragment, scheme and host in lower case; as given where it is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, parts.query, ""))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
