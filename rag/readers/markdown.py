"""Markdown, with YAML front matter or without: the fields between two lines of ``---``, the text kept as written.

Without front matter the first heading is the title; a text between two rules is a text. Where front matter written by
hand is not quite YAML (``title: War: the cost``), its plain ``name: value`` lines are read all the same. TOML between
two lines of ``+++`` does as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from rag.errors import ArticleError
from rag.readers.decode import read_text
from rag.readers.fields import is_field
from rag.readers.record import LARGEST, to_article
from rag.types import Article, Skipped

_LONGEST = 50_000  # characters of front matter; more is something else
_OPEN = re.compile(r"\ufeff?---[ \t]*\r?\n[ \t]*[\w-]+[ \t]*:")
_RULE = re.compile(r"\ufeff?---[ \t]*\r?\n[ \t]*\r?\n")  # a blank line behind it: a rule of the text, as a rule
_HEADING = re.compile(r"\ufeff?\s*#[ \t]+(?P<title>[^\r\n]+?)[ \t#]*(?:\r?\n|\Z)")
_LINE = re.compile(r"(?P<name>[A-Za-z_][\w -]*?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)

_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(?P<toml>.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The one article of a ``.md`` file.

    Raises:
        ArticleError: front matter without an end or that is not a mapping, or it cannot be an article.
    """
    whole = read_text(path, 4 * LARGEST)
    match = _FRONT.match(whole)
    toml = _TOML.match(whole)
    if match is not None and _RULE.match(whole) and not _names_fields(match["yaml"]):
        yield to_article({"text": whole.strip("\r\n\ufeff")}, name)
    elif match is not None:
        yield to_article({**_fields(match["yaml"]), "text": whole[match.end() :].strip("\r\n")}, name)
    elif toml is not None:
        yield to_article({**_toml_fields(toml["toml"]), "text": whole[toml.end() :].strip("\r\n")}, name)
    elif _OPEN.match(whole):
        raise ArticleError("front matter without an end: close it with a line of ---")
    else:
        yield to_article(_headed(whole), name)


def _names_fields(front: str) -> bool:
    """Whether what stands between two rules begins as front matter does, and gives an article a field."""
    named = [_LINE.fullmatch(line.rstrip()) for line in front.splitlines() if line.strip()]
    return bool(named and named[0]) and any(match and is_field(match["name"]) for match in named)


def _headed(whole: str) -> Mapping[str, object]:
    heading = _HEADING.match(whole)
    if heading is None or not whole[heading.end() :].strip():
        return {"text": whole.strip("\r\n\ufeff")}
    return {"title": heading["title"], "text": whole[heading.end() :].strip("\r\n")}


def _fields(front: str) -> Mapping[str, object]:
    import yaml

    # BaseLoader keeps every scalar as written: no date becomes an object, no Norway (NO) becomes False.
    if len(front) > _LONGEST:
        raise ArticleError(f"front matter of {len(front)} characters: {_LONGEST} at most")
    try:
        fields = yaml.load(front, Loader=yaml.BaseLoader)  # it makes strings, lists and mappings only
    except yaml.YAMLError as error:
        plain = _plain_fields(front)
        if plain:
            return plain
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 2}" if mark else ""
        raise ArticleError(
            f"front matter is not valid YAML{where}: {getattr(error, 'problem', '') or 'cannot be read'}"
        ) from None
    except RecursionError:
        raise ArticleError("front matter is not valid YAML: nested too deeply") from None
    if not isinstance(fields, dict):
        raise ArticleError("front matter is not a list of 'name: value' lines")
    return {str(key): value for key, value in fields.items()}


def _toml_fields(front: str) -> Mapping[str, object]:
    import tomllib

    try:
        return tomllib.loads(front)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no TOMLDecodeError
        raise ArticleError(f"front matter is not valid TOML: {error}") from None


def _plain_fields(front: str) -> Mapping[str, object]:
    """The fields where every line is ``name: value``, each value as written; nothing where one is not."""
    fields: dict[str, object] = {}
    for line in filter(str.strip, front.splitlines()):
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            return {}
        value = (match["value"] or "").strip()
        fields[match["name"]] = value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
    return fields
