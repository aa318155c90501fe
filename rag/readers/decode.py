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
from itertools import islice
from pathlib import Path
from typing import IO, BinaryIO, cast

from rag.errors import ArticleError
from rag.language import detect

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
# Where there are so few signs besides those that all Windows encodings share, a guess has nothing to go by, and Western
# text, mostly English, is far more likely than any other; unless cp1252 makes of it what no Western text has.
_FEW, _FEW_SHARE = 3, 0.01  # bytes; share of all bytes
_SHARED = "‚„…†‡‹‘’“”•–—™›\xa0§©«¬®°±µ¶·»".encode("cp1252")
_ASCII = bytes(range(128))
_AROUND = re.compile(rb"[\0-\x7f]?[\x80-\xff]+(?:[\0-\x7f][\x80-\xff]+)*[\0-\x7f]?")
# "cafŽ", "ÒnoÓ" and " Ð " of Mac OS, "caf‚" of DOS, "Ïóòèí" of Cyrillic, "by³" and "d³uga" of Polish.
_ODD = re.compile(
    r"[a-zà-öø-ÿ][À-ÖØ-ÞŠŽŒŸ]|[À-ÖØ-öø-ÿŠšŽžŒœŸ]{3}|[^\W\d_](?:[¡-¿‹›„“”•†‡‰][^\W\d_]|[‚¡¿¢£¤¥])|[ˆƒ]"
    r"|(?<!\w)[ÐÑÒÕ](?!\w)|[abd-jln-z][³¹]|œ(?!\w)|[¡-ª¬-º¼-¿]{2}"
)
_ELSEWHERE = frozenset("cs hr hu lt lv pl ro sk sl sr tr".split())  # languages that are not written in it
_CERTAIN = 0.5  # confidence of detection from which it is one of these
_LINES = 10_000  # of a file, from the first that is not UTF-8, from which their encoding is told
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
        if text := _mended(data):
            _LOG.info("%s is not all UTF-8; what is not was read as cp1252", name)
            return text
        return _declared(data, name, declared) or _guessed(data, name)


def encoding_from(path: Path, limit: int, line: int) -> str:
    """The encoding of those lines of a file, from the one of this number on, that are not UTF-8; "" where none is told.

    It is told from many at once, as one alone may hold too little to tell it from. ``limit`` as for ``read_lines``.
    """
    sample = b""
    try:
        for each in islice(read_lines(path, limit), line - 1, line - 1 + _LINES):
            sample += each if each and is_older(each) else b""
            if len(sample) >= _SAMPLE:
                break
        return _encoding(sample) if sample else ""
    except ArticleError:  # told where the line is read that is at fault
        return ""


def is_older(data: bytes) -> bool:
    """Whether it is text in an encoding older than Unicode."""
    if b"\0" in data:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return not _mended(data)
    return False


def _is_text(head: bytes) -> bool:
    """Whether it is text but for a zero byte here and there, as broken exports have them."""
    return head.count(0) <= _STRAY * len(head) and _CONTROL.search(head) is None


def _mended(data: bytes) -> str:
    """The text where it is UTF-8 but for a few bytes, as where a file is cut or pasted together; else "".

    In another encoding hardly anything is a letter of several bytes in UTF-8, and far more bytes are none.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    text = decoder.decode(data)  # without a letter cut at the end
    wrong = len(_ESCAPED.findall(text))
    letters = len(text) - len(text.encode("ascii", "ignore")) - wrong
    if not letters or letters < _LETTERS * wrong:
        return ""
    return _ESCAPED.sub(lambda byte: bytes([ord(byte[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def _declared(data: bytes, name: str, encoding: str) -> str:
    """The text in the encoding its author gave it; "" where there is none of that name, or the text is not in it."""
    encoding = encoding.lower()
    try:
        text = data.decode(_MEANT.get(encoding, encoding))
    except (LookupError, UnicodeError):
        return ""
    _LOG.info("%s is not UTF-8; read as %s, as it says itself or the lines around it do", name, encoding)
    return text


def _guessed(data: bytes, name: str) -> str:
    encoding = _encoding(data)
    _LOG.info("%s is not UTF-8; read as %s", name, encoding)
    return _strict(data, encoding)


def _encoding(data: bytes) -> str:
    """The encoding of what is not UTF-8.

    Raises:
        ArticleError: it cannot be told.
    """
    encoding = "cp1252" if _is_western(data) else _likeliest(data)
    is_euro = encoding == "cp1252" and _EURO in data and _ONLY_CP1252.search(data) is None
    return "iso8859_15" if is_euro else encoding


def _is_western(data: bytes) -> bool:
    """Whether it is cp1252 for want of anything that speaks for another encoding."""
    if len(data.translate(None, _ASCII + _SHARED)) > max(_FEW, _FEW_SHARE * len(data)):
        return False
    try:
        if _ODD.search(b"\n".join(_AROUND.findall(data)).decode("cp1252")):
            return False
    except UnicodeDecodeError:
        return False
    language, confidence = detect(data[:_SAMPLE].decode("cp1252", "ignore"))
    return language not in _ELSEWHERE or confidence < _CERTAIN


def _likeliest(data: bytes) -> str:
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
    return min(fitting, key=lambda each: _TRIED.index(each) if each in _TRIED else len(_TRIED))


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
