"""Length-preserving flattening: one lower-case ASCII-like character per character of the text.

Knows characters only. Every pattern of this folder is matched on flat text, so that accents, typographic
spaces, apostrophes and dashes need no thought, and an offset in the flat text is an offset in the original.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in [*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1:
            table[code] = base
    for spaces in (
        ("\u00a0\u2007\u2008\u2009\u200a\u202f\u2002\u2003\u2004\u2005\u2006\u3000\t\n\r", " "),
        ("‘’ʼ´`′", "'"),
    ):
        table.update(dict.fromkeys(map(ord, spaces[0]), spaces[1]))
    table.update(dict.fromkeys(map(ord, "‐‑‒–—−"), "-"))
    table.update(dict.fromkeys(map(ord, "“”«»„"), '"'))
    table.update({ord("²"): "2", ord("³"): "3", ord("º"): "°", ord("ı"): "i", ord("ø"): "o", ord("Ø"): "o"})
    table.update({ord("ł"): "l", ord("Ł"): "l", ord("đ"): "d", ord("Đ"): "d", ord("½"): "½"})
    return table


_FLAT = _table()
_OTHER = re.compile(r"[\W_]+")


def flatten(text: str) -> str:
    """The text in flat form; `len(flatten(text)) == len(text)` always."""
    return text.translate(_FLAT)


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Flat text for keys: ligatures opened, every run of other characters a single space."""
    opened = flatten(text).replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    return _OTHER.sub(" ", opened).strip()
