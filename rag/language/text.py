"""The one form text is stored in, and the one form words are compared in.

Knows: Unicode. Does not know words, sentences or languages beyond their codes.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")
# Quotes, dashes, the euro: cp1252 that was read as Latin-1 on its way here. Browsers read them so as well:
# https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state
_MISREAD = re.compile("[\x80-\x9f]")
# Control characters, soft hyphens (a place to cut a word, no part of it), lone surrogates (no database takes them), the
# byte order mark and other non-characters.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\ud800-\udfff\ufeff\ufffe\uffff]")
_LATIN_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")  # the accents of Latin letters, once taken apart
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u2032\u00b4\uff07]")
_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "\u00ad": ""}
)

_LANGUAGE_NAMES = {
    "french": "fr", "francais": "fr", "fra": "fr", "fre": "fr",
    "english": "en", "anglais": "en", "eng": "en",
    "german": "de", "deutsch": "de", "allemand": "de", "deu": "de", "ger": "de",
    "spanish": "es", "espanol": "es", "espagnol": "es", "spa": "es",
    "italian": "it", "italiano": "it", "italien": "it", "ita": "it",
    "portuguese": "pt", "portugues": "pt", "portugais": "pt", "por": "pt",
    "dutch": "nl", "nederlands": "nl", "neerlandais": "nl", "nld": "nl", "dut": "nl",
}  # fmt: skip
_CODE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*")


def normalise(text: str) -> str:
    """The stored form: Unicode NFC, line feeds as line ends, spaces for tabs; else verbatim.

    No control characters, which are read as the signs of cp1252 they stand for, and no soft hyphens. Idempotent. Every
    character offset in Citewire refers to a text in this form.
    """
    text = _MISREAD.sub(lambda sign: sign[0].encode("latin-1").decode("cp1252", "ignore"), text)
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))


def question_words(text: str) -> str:
    """A question as typed, on one line, without the signs that end it."""
    return " ".join(normalise(text).split()).rstrip(" ?!.…")


def reading_of(language: str) -> str:
    """The language whose rules a text is read by: French for French, English for any other."""
    return "fr" if language == "fr" else "en"


def fold(text: str) -> str:
    """The form for comparing: case folded, accents stripped, ligatures spelt out, apostrophes straight.

    Idempotent. The length may change, so offsets do not carry over.
    """
    text = _APOSTROPHES.sub("'", text.casefold().translate(_LETTERS))
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    kept = _LATIN_MARKS.sub("", decomposed)
    if kept.isascii():
        return kept.lower()  # "℡" comes apart into capitals
    kept = "".join(mark for mark in kept if not unicodedata.combining(mark))
    return unicodedata.normalize("NFC", _APOSTROPHES.sub("'", kept.casefold().translate(_LETTERS)))


def language_code(value: str) -> str:
    """The ISO 639-1 code meant by ``value`` ("fr", "fr-FR", "FR_ca", "French", "français"), or "" where none is."""
    folded = fold(value).strip()
    if folded in _LANGUAGE_NAMES:
        return _LANGUAGE_NAMES[folded]
    match = _CODE.fullmatch(folded)
    return match.group(1) if match else ""
