"""What a file of records may hold under a name that nobody knows: days of publication, titles.

Knows: what such a field looks like. Does not take any: a day may be that of an event, a line that of a category. It is
told once, beside the last article of a file of which none has a day, or none a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rag.errors import ArticleError
from rag.readers.dates import parse_published
from rag.readers.fields import is_field
from rag.types import Article, Skipped

_LONGEST = 100  # characters of a value that may be a day
_TITLE = re.compile(r"tit(?:le|re)|head(?:ing|line)|subject", re.IGNORECASE)
_NAMED = 3  # fields a doubt names
_DAY = "no field of a known name holds its date, but {names} may: if that is when it was published, name it 'published'"
_HEADLINE = "no field of a known name holds its title, but {names} may: if that is its headline, name it 'title'"


def with_doubts(items: Iterable[tuple[object, Article | Skipped]]) -> Iterator[Article | Skipped]:
    """The articles of a file, each given with its record; the last with a doubt where a field seems to be misnamed."""
    seen = _Seen()
    held: list[Article | Skipped] = []  # the last article there is yet, and what follows it
    try:
        for record, item in items:
            if isinstance(item, Article):
                seen.take_in(record, item)
                yield from held
                held = []
            held.append(item)
    except Exception:  # a file that breaks off: what was read before is not lost
        yield from held
        raise
    for item in held:
        yield replace(item, doubt=seen.doubts(item.doubt)) if isinstance(item, Article) else item


class _Seen:
    """Which fields of unknown names may hold what no record has under a known one."""

    def __init__(self) -> None:
        self._days: set[str] | None = set()  # None where a record has one
        self._titles: set[str] | None = set()

    def take_in(self, record: object, article: Article) -> None:
        """Look a record over, until there is nothing left to miss."""
        if self._days is None and self._titles is None or not isinstance(record, Mapping):
            return
        given = {str(name): value for name, value in record.items() if isinstance(value, str) and value.strip()}
        unknown = {name: value for name, value in given.items() if not is_field(name)}
        if article.info.published or any(is_field(name, "published") for name in given):
            self._days = None
        elif self._days is not None:
            self._days |= {name for name, value in unknown.items() if _is_day(value)}
        if article.info.title:
            self._titles = None
        elif self._titles is not None:
            self._titles |= {name for name in unknown if _TITLE.search(name)}

    def doubts(self, known: str) -> str:
        """What is doubtful about the file, behind what is ``known`` to be of its last article."""
        told = (_told(_DAY, self._days or ()), _told(_HEADLINE, self._titles or ()))
        return "; ".join(filter(None, (known, *told)))


def _told(doubt: str, names: Iterable[str]) -> str:
    named = [repr(name.strip()[:40]) for name in sorted(names)][:_NAMED]
    return doubt.format(names=" or ".join(named)) if named else ""


def _is_day(value: str) -> bool:
    """Whether a value is a full date; a number might be anything."""
    if len(value) > _LONGEST or value.strip().isdigit():
        return False
    try:
        parse_published(value)
    except ArticleError:
        return False
    return True
