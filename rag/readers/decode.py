"""Bytes of a file to text: compression and encodings.

Knows: gzip, xz, UTF-8, byte order marks, and charset-normalizer for everything older. Does not know formats.
"""

from __future__ import annotations

import codecs
import gzip
import io
import logging
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, BinaryIO, cast

from rag.errors import ArticleError

_LOG = logging.getLogger(__name__)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In this order where the bytes fit several equally well, as French fits both cp1252 and the Polish cp1250.
_TRIED = """
    cp1252 iso8859_15 mac_roman cp850 cp1250 cp1251 koi8_r iso8859_7 iso8859_9 gb18030 shift_jis euc_kr big5
""".split()
_HEAD = 8192  # bytes UTF-16 without a mark is told from
# What browsers take these names for, since whoever writes them means the larger set: https://encoding.spec.whatwg.org
_MEANT = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs", "macintosh": "mac_roman",
}  # fmt: skip
_SAMPLE = 200_000  # bytes an encoding is told from
# In cp1252 the sign of no currency at all, which nobody writes; in ISO-8859-15, otherwise much alike, the euro.
_EURO, _ONLY_CP1252 = b"\xa4", re.compile(rb"[\x80-\x9f]")
_STRAY = 0.01  # share of zero bytes beside which the others may be text
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ESCAPED = re.compile("[\udc80-\udcff]")  # bytes that are not UTF-8, as Python carries them along
_LETTERS = 4  # letters of several bytes for each of these from which a text is UTF-8
_AS_GOOD = 0.05  # difference in coherence that tells nothing
_BROKEN = (EOFError, lzma.LZMAError, zlib.error, gzip.BadGzipFile)


def read_text(path: Path, limit: int) -> str:
    """The text of a file, uncompressed by its suffix, decoded by its marks or its content.

    Args:
        path: the file.
        limit: bytes it may hold once uncompressed.

    Raises:
        ArticleError: too large, a damaged archive, binary, or in no encoding that can be told.
    """
    return decode(read_bytes(path, limit), path.name)


def read_bytes(path: Path, limit: int) -> bytes:
    """What a file holds, uncompressed by its suffix; ``limit`` as for ``read_text``.

    Raises:
        ArticleError: too large, or a damaged archive.
    """
    try:
        with _open(path) as stream:
            data = stream.read(limit + 1)
    except _BROKEN as error:
        raise ArticleError(f"damaged archive: {error}") from None
    if len(data) > limit:
        raise ArticleError(f"larger than {limit // 1_000_000} MB uncompressed: split it, or write it as .jsonl")
    return data


def read_lines(path: Path, limit: int) -> Iterator[bytes | None]:
    """The lines of a file as bytes, uncompressed by its suffix, one at a time; None for one of over ``limit`` bytes.

    Lines of a file in UTF-16 or UTF-32 come as UTF-8: there a byte that looks like a line's end may be half a letter.

    Raises:
        ArticleError: a damaged archive, or not what its byte order mark says, at the line where that shows.
    """
    encoding = ""
    try:
        with _open(path) as stream:
            encoding = _wide(stream.read(_HEAD))
            stream.seek(0)
            readline = _recoded(stream, encoding) if encoding else stream.readline
            while line := readline(limit + 1):
                if len(line) <= limit:
                    yield line
                    continue
                while line and not line.endswith(b"\n"):
                    line = readline(limit + 1)
                yield None
    except _BROKEN as error:
        raise ArticleError(f"damaged archive: {error}") from None
    except UnicodeDecodeError:
        raise ArticleError(f"not valid {encoding}: save it as UTF-8") from None


def decode(data: bytes, name: str, declared: str = "") -> str:
    """Bytes to text. What is not UTF-8 is told in the log under ``name``.

    Where it is not, the encoding that the text itself has ``declared`` goes before any guess, unless it cannot be.

    Raises:
        ArticleError: binary, or in no encoding that can be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    if b"\0" in data[:_HEAD]:
        if encoding := _unmarked(data[:_HEAD]):
            return _strict(data, encoding)
        if not _is_text(data[:_HEAD]):
            raise ArticleError("binary, not text")
        data = data.replace(b"\0", b"")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mended(data, name) or _declared(data, name, declared) or _guessed(data, name)


def _is_text(head: bytes) -> bool:
    """Whether it is text but for a zero byte here and there, as broken exports have them."""
    return head.count(0) <= _STRAY * len(head) and _CONTROL.search(head) is None


def _mended(data: bytes, name: str) -> str:
    """The text where it is UTF-8 but for a few bytes, as where a file is cut or pasted together; else "".

    In another encoding hardly anything is a letter of several bytes in UTF-8, and far more bytes are none.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    text = decoder.decode(data)  # without a letter cut at the end
    wrong = len(_ESCAPED.findall(text))
    letters = len(text) - len(text.encode("ascii", "ignore")) - wrong
    if not letters or letters < _LETTERS * wrong:
        return ""
    _LOG.info("%s is not all UTF-8; what is not was read as cp1252", name)
    return _ESCAPED.sub(lambda byte: bytes([ord(byte[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def _declared(data: bytes, name: str, encoding: str) -> str:
    """The text in the encoding its author gave it; "" where there is none of that name, or the text is not in it."""
    encoding = encoding.lower()
    try:
        text = data.decode(_MEANT.get(encoding, encoding))
    except (LookupError, UnicodeError):
        return ""
    _LOG.info("%s is not UTF-8; read as %s, as it says itself", name, encoding)
    return text


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE], cp_isolation=_TRIED, preemptive_behaviour=False)
    best = matches.best()
    if best is None:
        raise ArticleError("neither UTF-8 nor any encoding that can be told: save it as UTF-8")
    fitting = {
        encoding
        for match in matches
        if match.chaos <= best.chaos and match.coherence >= best.coherence - _AS_GOOD
        for encoding in (match.encoding, *match.could_be_from_charset)
    }
    encoding = min(fitting, key=lambda each: _TRIED.index(each) if each in _TRIED else len(_TRIED))
    if encoding == "cp1252" and _EURO in data and _ONLY_CP1252.search(data) is None:
        encoding = "iso8859_15"
    _LOG.info("%s is not UTF-8; read as %s", name, encoding)
    return _strict(data, encoding)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(f"not valid {encoding} at byte {error.start}: save it as UTF-8") from None


def _wide(head: bytes) -> str:
    """The encoding of a file that begins so, where it has two or four bytes for every letter; else ""."""
    marked = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), "")
    return marked if marked in ("utf-16", "utf-32") else "" if marked else _unmarked(head)


def _unmarked(head: bytes) -> str:
    """Which UTF-16 it is, where nearly every other byte is zero, as in Western text without a byte order mark."""
    pairs = max(1, len(head) // 2)
    even, odd = head[0::2].count(0) / pairs, head[1::2].count(0) / pairs
    if max(even, odd) < 0.7 or min(even, odd) > 0.05:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _recoded(stream: IO[bytes], encoding: str) -> Callable[[int], bytes]:
    """Reads a line at a time, as UTF-8; of a longer one as many letters as it is called with."""
    text = io.TextIOWrapper(cast("BinaryIO", stream), encoding, newline="\n")
    return lambda most: text.readline(most).encode("utf-8")


def _open(path: Path) -> IO[bytes]:
    name = path.name.lower()
    if name.endswith(".gz"):
        return cast("IO[bytes]", gzip.open(path, "rb"))
    if name.endswith(".xz"):
        return lzma.open(path, "rb")
    return path.open("rb")
