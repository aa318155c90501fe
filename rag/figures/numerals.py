"""Numerals in digits and in words: "1.439.970", "1,5", "quatre-vingt-dix-sept", "two hundred and fifty".

Knows how a language writes numbers and the scale words that multiply them. Does not know units, qualifiers or dates.
Works on flat text (see `flat`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_ONES_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
)
_ONES_FR = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
_WORDS: dict[str, dict[str, int]] = {
    "en": {
        **{word: value for value, word in enumerate(_ONES_EN)},
        **{"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50},
        **{"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000},
    },
    "fr": {
        **{word: value for value, word in enumerate(_ONES_FR)},
        **{"une": 1, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60},
        **{"septante": 70, "huitante": 80, "octante": 80, "nonante": 90, "cent": 100, "cents": 100, "mille": 1000},
    },
}
_SCALES: dict[str, dict[str, int]] = {
    "en": {"thousand": 3, "million": 6, "millions": 6, "billion": 9, "billions": 9, "trillion": 12, "trillions": 12},
    "fr": {"mille": 3, "milliers": 3, "millier": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9},
}
_SCALES["fr"] |= {"billion": 12, "billions": 12, "trillion": 18, "trillions": 18}
_DOZENS = {
    "en": {"dozen": 12, "score": 20},
    "fr": {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40},
}
_DOZENS["fr"] |= {"cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000}
# "dozens" and "dizaines" mean the same to a reader, so both count from ten.
_CROWDS = {
    "en": {"dozens": 1, "tens": 1, "scores": 1, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9},
    "fr": {"dizaines": 1, "douzaines": 1, "centaines": 2, "milliers": 3, "millions": 6, "milliards": 9},
}


def _alternation(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_DIGITS = {
    "fr": r"[0-9]{1,3}(?:[ '][0-9]{3})+(?:,[0-9]+|\.[0-9]{1,2}(?![0-9]))?(?![0-9])"
    r"|[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?(?![0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9])|[0-9]+(?:[.,][0-9]+)?",
    "en": r"[0-9]{1,3}(?:[ '][0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])|[0-9]+,[0-9]{1,2}(?![0-9,])|[0-9]+(?:\.[0-9]+)?"
    r"|(?<![^ (])\.[0-9]+(?=%| per ?cent)",
}
_WORD = {lang: rf"(?:{_alternation({**words, **_SCALES[lang]})})" for lang, words in _WORDS.items()}
_JOIN = r"(?:[ -](?:(?:et|and|de)[ -])?)"
# A numeral in words, as a fragment for larger patterns: generous, `parse` decides how much of it is a number.
WORDS = {lang: rf"{word}\b(?:{_JOIN}{word}\b)*" for lang, word in _WORD.items()}
NUMERAL = {lang: rf"(?:{_DIGITS[lang]}|{WORDS[lang]})" for lang in _WORDS}
_DIGIT_RE = {lang: re.compile(pattern) for lang, pattern in _DIGITS.items()}
_TOKEN_RE = re.compile(r"[ -]?([a-z]+)\b")
_SCALE_RE = {
    lang: re.compile(rf" ?-?({_alternation(scales)})\b(?:( et demie?\b| and a half\b))?")
    for lang, scales in _SCALES.items()
}
_DOZEN_RE = {
    "en": re.compile(
        r"(half a dozen|(?:a|one) (dozen|hundred|thousand|million|billion|trillion)"
        r"|half a (million|billion|trillion))\b"
    ),
    "fr": re.compile(
        rf"(?:(une? demi-? ?douzaine)|un demi-?(?P<half>million|milliard)|(?:une? (?:bonne |petite )?|(?:la"
        rf"|cette) (?=[a-z]+ d[e']))({_alternation(_DOZENS['fr'])}))\b"
    ),
}
# Parts of a large number are numbers: "a quarter of a million", "trois quarts de milliard".
_PART_RE = {
    "en": re.compile(
        r"(?:(?P<n>two|three|four|five)[ -])?(?:(?:a|one)[ -])?(?P<part>half|third|quarter|fifth)s? of an? "
        r"(?P<scale>million|billion|trillion)\b"
    ),
    "fr": re.compile(
        r"(?:(?P<n>deux|trois|quatre)|un|le)[ -](?P<part>demi|tiers|quart|cinquieme)s?(?: de |-| )"
        r"(?P<scale>million|milliard|billion)\b"
    ),
}
_PARTS = {"half": 2, "demi": 2, "third": 3, "tiers": 3, "quarter": 4, "quart": 4, "fifth": 5, "cinquieme": 5}
_CROWD_RE = {
    "en": re.compile(
        r"(?:several |many |a few )?(dozens?|tens|scores|hundreds?|thousands?|millions?|billions?)\b(?: of (thousands"
        r"|millions|billions)\b)?"
    ),
    "fr": re.compile(
        r"(?:(?:des|plusieurs|quelques|les|ces|de nombreuses) )?(dizaines|douzaines|centaines|milliers|millions"
        r"|milliards)\b"
        r"(?: de (milliers|millions|milliards)\b)?"
    ),
}
_PLUS_HALF = re.compile(r" (?:et demie?|and a half)\b")
_AND_A_HALF = re.compile(r"([a-z]+)[ -]and[ -]a[ -]half\b")
_BY_TWELVE = re.compile(r" (?:dozen|douzaines)\b")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read at a place: its value, the scale word included in it (1 if none), where it ends, its shade."""

    value: Decimal
    scale: int
    end: int
    shade: str = ""  # "about" for "une dizaine", "several" for "des dizaines", "one" for a bare un/une/one
    digits: bool = False


def parse(flat: str, pos: int, language: str) -> Numeral | None:
    """The longest numeral that begins at `pos`, scale words included, or None."""
    match = _DIGIT_RE[language].match(flat, pos)
    if match:
        return _with_scale(flat, Numeral(_digits(match.group(), language), 1, match.end(), digits=True), language)
    found = (
        _part(flat, pos, language)
        or _and_a_half(flat, pos, language)
        or _dozen(flat, pos, language)
        or _crowd(flat, pos, language)
        or _words(flat, pos, language)
    )
    more = _PLUS_HALF.match(flat, found.end) if found and found.scale >= 1000 and not found.shade else None
    if found and more:  # "un million et demi", "a million and a half"
        return Numeral(found.value + Decimal(found.scale) / 2, found.scale, more.end())
    by_twelve = found and _BY_TWELVE.match(flat, found.end)
    return Numeral(found.value * 12, 1, by_twelve.end()) if found and by_twelve else found


def _digits(text: str, language: str) -> Decimal:
    text = text.replace(" ", "").replace("'", "")
    point = "," if language == "fr" else "."
    other = "." if language == "fr" else ","
    if text.count(point) > 1:
        return Decimal(text.replace(point, ""))
    if language == "fr" and text.count(".") == 1 and "," not in text:
        head, tail = text.split(".")
        return Decimal(text) if len(tail) != 3 or head.startswith("0") else Decimal(head + tail)
    if language == "en" and re.fullmatch(r"[0-9]+,[0-9]{1,2}", text):
        return Decimal(text.replace(",", "."))
    return Decimal(text.replace(other, "").replace(point, "."))


def _with_scale(flat: str, numeral: Numeral, language: str) -> Numeral:
    match = _SCALE_RE[language].match(flat, numeral.end)
    if not match or match.group(1) == "mille":
        return numeral
    scale = 10 ** _SCALES[language][match.group(1)]
    value = numeral.value + (Decimal("0.5") if match.group(2) else 0)
    return Numeral(value * scale, scale, match.end(), numeral.shade, numeral.digits)


def _and_a_half(flat: str, pos: int, language: str) -> Numeral | None:
    """Read "two and a half", "one and a half million"."""
    match = _AND_A_HALF.match(flat, pos) if language == "en" else None
    value = _WORDS["en"].get(match.group(1)) if match else None
    if match is None or value is None:
        return None
    return _with_scale(flat, Numeral(value + Decimal("0.5"), 1, match.end()), language)


def _part(flat: str, pos: int, language: str) -> Numeral | None:
    """Read "a quarter of a million"; a third is rounded to a unit."""
    match = _PART_RE[language].match(flat, pos)
    if match is None:
        return None
    power: int = 10 ** _SCALES[language][match["scale"]]
    above = _WORDS[language][match["n"]] if match["n"] else 1
    value = (Decimal(power) * above / _PARTS[match["part"]]).quantize(Decimal(1))
    return Numeral(value, power, match.end())


def _dozen(flat: str, pos: int, language: str) -> Numeral | None:
    match = _DOZEN_RE[language].match(flat, pos)
    if not match:
        return None
    text = match.group()
    if language == "fr":
        if match.group(1):
            return Numeral(Decimal(6), 1, match.end(), "about")
        if match["half"]:
            power = 10 ** _SCALES["fr"][match["half"]]
            return Numeral(Decimal(power) / 2, power, match.end())
        word = match.group(3)
        # "une quarantaine" alone is an isolation, "une quarantaine de" a number.
        if word == "quarantaine" and not flat.startswith((" de ", " d'"), match.end()):
            return None
        shade = "" if word == "douzaine" else "about"
        return _times(flat, Numeral(Decimal(_DOZENS["fr"][word]), 1, match.end(), shade), language)
    if text == "half a dozen":
        return Numeral(Decimal(6), 1, match.end(), "about")
    word = match.group(2) or match.group(3)
    power = {"dozen": 12, "hundred": 100}.get(word) or 10 ** _SCALES["en"][word]
    if match.group(3):
        return Numeral(Decimal(power) / 2, power, match.end())
    if word in ("hundred", "thousand"):  # "a hundred and fifty" is read as words
        longer = _words(flat, match.start(2), language, 1)
        return longer and Numeral(longer.value, power, longer.end)
    return Numeral(Decimal(power), 1 if word == "dozen" else power, match.end())


def _times(flat: str, numeral: Numeral, language: str) -> Numeral:
    """Read the scale of "une dizaine de milliers": the noun of number takes a scale of its own."""
    for link in (" de ", " of "):
        if flat.startswith(link, numeral.end):
            match = re.compile(r"(milliers|millions|milliards)\b").match(flat, numeral.end + len(link))
            if match:
                scale = 10 ** _SCALES[language][match.group(1)]
                return Numeral(numeral.value * scale, scale, match.end(), numeral.shade)
    return numeral


def _crowd(flat: str, pos: int, language: str) -> Numeral | None:
    match = _CROWD_RE[language].match(flat, pos)
    if not match:
        return None
    word, of = match.group(1), match.group(2)
    several = match.group().startswith(("several", "many", "a few", "des", "plus", "quel", "les", "ces", "de "))
    if word not in _CROWDS[language]:
        if not several:
            return None
        word += "s"  # "several hundred"
    if (
        word in ("millions", "milliards", "billions")
        and not several
        and not flat.startswith((" of", " de", " d'"), match.end())
    ):
        return None
    power = _CROWDS[language][word] + (_CROWDS[language][of] if of else 0)
    return Numeral(Decimal(10) ** power, 10**power, match.end(), "several")


def _words(flat: str, pos: int, language: str, first: int = 0) -> Numeral | None:
    """A numeral in words; `first` is a multiplier already read ("a" in "a hundred and ten")."""
    table, scales = _WORDS[language], _SCALES[language]
    total, current, limit, end, count, scale = 0, first, 10**20, pos, 0, 1
    at, joined = pos, False
    last = ""
    while match := _TOKEN_RE.match(flat, at):
        if count == 0 and match.start(1) != pos:
            break
        word = match.group(1)
        if word in ("et", "and") and count and not joined:
            at, joined = match.end(), True
            continue
        nxt = _advance(word, table, scales, total, current, limit, joined, language)
        if nxt is None:
            break
        total, current, limit, scale = nxt
        last, at, end, joined = word, match.end(), match.end(), False
        count += 1
    if count == 0:
        return None
    value = total + current
    shade = "one" if count == 1 and last in ("un", "une", "one") else ""
    return Numeral(Decimal(value), scale if value % scale == 0 else 1, end, shade)


def _advance(
    word: str,
    table: dict[str, int],
    scales: dict[str, int],
    total: int,
    current: int,
    limit: int,
    joined: bool,
    language: str,
) -> tuple[int, int, int, int] | None:
    """The state after one more word, or None when the word cannot follow."""
    if word in scales and (word not in ("milliers", "millier")):
        scale = 10 ** scales[word]
        if scale >= limit or joined or (current == 0 and (total or word not in ("mille",))):
            return None
        return total + max(current, 1) * scale, 0, scale, scale
    value = table.get(word)
    if value is None:
        return None
    if value == 100:
        if joined or current >= 100 or (current == 0 and language == "en"):
            return None
        return total, max(current, 1) * 100, limit, 1
    rest = current % 100
    if joined and language == "fr" and not (value in (1, 11) and rest in (20, 30, 40, 50, 60, 70)):
        return None
    if joined and language == "en" and (rest or not (current or total)):
        return None
    if rest == 0:
        fits = not (value == 0 and (current or total))
    elif language == "fr" and rest == 4 and value == 20:
        return total, current + 76, limit, 1
    else:
        fits = (
            (rest >= 20 and rest % 10 == 0 and 0 < value < 10)
            or (language == "fr" and rest in (60, 80) and 0 < value < 17)
            or (language == "fr" and rest in (10, 70, 90) and 6 < value < 10)
        )
    return (total, current + value, limit, 1) if fits else None
