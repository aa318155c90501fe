"""PDF files: the text of their pages, lines joined to paragraphs again. The only door to ``pypdf``.

Knows: wrapped lines, words cut at a line's end, what stands at the edge of every page, files without text. Does not
know columns, pictures or tables: text comes in the order the file has it.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from rag.errors import ArticleError
from rag.readers.dateline import date_in_head
from rag.readers.decode import read_bytes
from rag.readers.record import LARGEST, to_article
from rag.types import Article, Skipped

_LARGEST_FILE = 100 * LARGEST  # bytes, pictures included
_CUT = re.compile(r"(?<=[^\W\d_])[-\xad]\n(?=[a-zà-öø-ÿ])")  # "gouver-" at a line's end, "nement" on the next
_FULL = 0.75  # of the usual width: a line shorter than this, with a full stop, ends a paragraph
_MUCH = 0.4  # of the characters of a text
_ENDS = (".", "!", "?", "…", "»", "”", '"', ":")
_HEAD = 5  # lines among which headline and day stand
_EDGE = 4  # lines at the top or at the bottom of a page that may be the same on others
_BY = re.compile(r"(?:by|par)\s", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|of|sur|de)\s*\d{1,4})?\W*", re.IGNORECASE)
# What browsers print: the hour and the title above, the address and the number of the page below.
_PRINTED = re.compile(
    r"\d{1,4}[/.-]\d\d?[/.-]\d{2,4},? (?:à )?\d\d?[:h]\d\d(?:\s?[AP]M)?(?: .*)?|\w{2,5}://\S+(?: \d+/\d+)?"
)
# A title that a program gave, not a person: "Microsoft Word - draft.doc", the name of a file, or none at all.
_NO_TITLE = re.compile(
    r"microsoft \w+ - .*|.*\.(?:docx?|odt|rtf|txt|html?|php|aspx?|pdf|indd|qxp|pages|tex|dvi|md)|untitled\b.*"
    r"|sans (?:nom|titre)\W*\d*|(?:about|data|file|https?):.*",
    re.IGNORECASE,
)


def read(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The one article of a ``.pdf`` file.

    Raises:
        ArticleError: damaged, locked with a password, or pictures of pages without text.
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is told once, below
    try:
        reader = PdfReader(io.BytesIO(read_bytes(path, _LARGEST_FILE)))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError("locked with a password: save it without one")
        title = str(reader.metadata.title or "") if reader.metadata else ""
        pages = [_lines(page.extract_text()) for page in reader.pages]
    except ArticleError:
        raise
    except Exception as error:  # whatever pypdf makes of a damaged file, or of a cipher that it lacks the package for
        raise ArticleError(f"not a PDF that can be read ({type(error).__name__}): save its text as .txt") from None
    lines = [line for page in _without_edges(pages) for line in page]
    if not any(lines):
        raise ArticleError("no text in this PDF, only pictures of pages: run it through text recognition first")
    title = "" if _NO_TITLE.fullmatch(title.strip()) else " ".join(title.split())
    headline, front, rest = _headed(lines, title)
    text = "\n\n".join(filter(None, (*front, unwrapped("\n".join(rest)))))
    yield to_article({"title": title or headline, "text": text or headline}, name)


def unwrapped(text: str) -> str:
    """Paragraphs on one line each, a blank line between them; a word cut at the end of a line is whole again."""
    lines = _lines(_CUT.sub("", re.sub(r"[^\S\n]+\n", "\n", text)))
    width = _width(lines)
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        if not line or (line.endswith(_ENDS) and len(line) < _FULL * width):
            paragraphs.append([])
    return "\n\n".join(" ".join(lines) for lines in paragraphs if lines)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n")]


def _width(lines: Sequence[str]) -> float:
    """The usual width of a line, in characters."""
    return median([len(line) for line in lines if line] or [0])


def _full_width(lines: Sequence[str]) -> int:
    """The width of a full line, in characters: lines as long hold much of the text, even where it is a short one."""
    told = 0
    for width in sorted(map(len, lines), reverse=True):
        told += width
        if told >= _MUCH * sum(map(len, lines)):
            return width
    return 0


def _without_edges(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of each page without those at its top and bottom that other pages have as well, or a browser printed.

    At the top of the first page, only what counts the pages is such a line: another may be the headline.
    """
    tops = [[line for line in page if line][:_EDGE] for page in pages]
    bottoms = [[line for line in page if line][-_EDGE:] for page in pages]
    at_top, at_bottom = _repeated(tops), _repeated(bottoms)
    kept = []
    for number, page in enumerate(pages):
        lines = list(page)
        _strip(lines, 0, at_top if number else {alike for alike in at_top if "0" in alike})
        _strip(lines, -1, at_bottom)
        kept.append(lines)
    return kept


def _strip(lines: list[str], end: int, repeated: set[str]) -> None:
    """Take lines off one end of a page, ``end`` being 0 or -1, for as long as they are not of its text."""
    is_stripped = False
    while filled := [place for place, line in enumerate(lines) if line]:
        line = lines[filled[end]]
        if not (_PRINTED.fullmatch(line) or _alike(line) in repeated):
            break
        del lines[filled[end]]
        is_stripped = True
    while is_stripped and lines and not lines[end]:  # else a sentence would end there that goes on overleaf
        del lines[end]


def _repeated(edges: Sequence[Sequence[str]]) -> set[str]:
    """Which of these lines stand on half of the pages or more; rows of figures alone are alike without being one."""
    counted = Counter(alike for lines in edges for alike in {_alike(line) for line in lines if _is_running(line)})
    return {alike for alike, times in counted.items() if times > 1 and 2 * times >= len(edges)}


def _alike(line: str) -> str:
    """A line but for its figures."""
    return _DIGITS.sub("0", line.casefold())


def _is_running(line: str) -> bool:
    return any(letter.isalpha() for letter in line) or _NUMBER.fullmatch(line) is not None


def _headed(lines: Sequence[str], title: str) -> tuple[str, list[str], list[str]]:
    """The headline of a text, "" where it has none; what stands by itself under it, as who wrote and when; the rest.

    Lines of a text are full, these are not. A headline that is not the title, where there is one, is not taken away.
    """
    filled = [place for place, line in enumerate(lines) if line]
    head = [lines[place] for place in filled[:_HEAD]]
    is_short = [len(line) < _FULL * _full_width(lines) for line in head]
    short = is_short.index(False) if False in is_short else 0
    dated = next((place for place in range(short) if date_in_head(head[place], day_first=True)), None)
    named = next((count for count in range(1, len(head) + 1) if " ".join(head[:count]) == title), 0)
    if dated is not None:
        by = next((place for place in range(dated) if _BY.match(head[place])), dated)
        named, ends = named or by, dated + 1
    elif not named:
        named = ends = short if not any(line.endswith(_ENDS) for line in head[:short]) else 0
    else:
        ends = named
    headline, front = " ".join(head[:named]), head[named:ends]
    rest = list(lines[filled[ends - 1] + 1 :]) if ends else list(lines)
    return headline, [headline, *front] if title and headline != title else front, rest
