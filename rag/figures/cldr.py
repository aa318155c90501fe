"""The one door to Babel: country names and number, money and date patterns of the CLDR, for English and French.

Knows Babel. Does not know figures. Babel is loaded on first use, never at import.
"""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal, localcontext
from functools import lru_cache

_SPARE = 40  # digits
_SCALES = {
    "en": ((12, "trillion"), (9, "billion"), (6, "million")),
    "fr": ((9, "milliard"), (6, "million")),
}


@lru_cache(maxsize=2)
def territories(language: str) -> dict[str, str]:
    """ISO 3166 code -> country name in the language ("US" -> "United States"); continents have numeric codes."""
    from babel import Locale

    return {str(code): str(name) for code, name in Locale.parse(language).territories.items()}


def number(value: Decimal, language: str) -> str:
    """A number as the language writes it: "12,345.6", "12 345,6"; every digit of the value is kept."""
    from babel.numbers import format_decimal

    with localcontext(_wide(value)):
        return str(format_decimal(value, locale=language, decimal_quantization=False))


def _wide(value: Decimal) -> Context:
    """A context in which every digit of a value is kept, however many it has."""
    return Context(prec=len(value.as_tuple().digits) + _SPARE)


def scaled(value: Decimal, language: str) -> tuple[str, str]:
    """The mantissa and scale word of a large number: (4, "billion"); the word is "" under a million."""
    with localcontext(_wide(value)):
        for power, word in _SCALES[language]:
            mantissa = value.scaleb(-power)
            if abs(mantissa) >= 1 and mantissa == mantissa.quantize(Decimal("0.001")):
                plural = "s" if language == "fr" and abs(mantissa) >= 2 else ""
                return number(mantissa.normalize(), language), word + plural
    return number(value, language), ""


def coins(value: Decimal, language: str) -> str:
    """A small sum with its cents in two places: "0.50", "1 234,50"."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, format="#,##0.00", locale=language))


def currency(code: str, value: Decimal, language: str) -> str:
    """The currency's name in the plural the value asks for: "US dollars", "dollars des États-Unis"."""
    from babel.numbers import get_currency_name

    return str(get_currency_name(code, count=value, locale=language))


def unit(name: str, value: str, plural_of: Decimal, language: str) -> str | None:
    """A measure in words ("5 kilometres"), or None for a unit the CLDR does not know."""
    from babel import Locale

    locale = Locale.parse("en_GB" if language == "en" else language)
    patterns = locale._data["unit_patterns"].get(name)
    if not patterns or "long" not in patterns:
        return None
    form = locale.plural_form(plural_of)
    pattern = patterns["long"].get(form) or patterns["long"].get("other")
    return str(pattern).format(value) if pattern else None


def day(value: date, language: str, grain: str = "day") -> str:
    """A day, month or year: "20 January 2025", "janvier 2025", "2025"."""
    from babel.dates import format_date

    pattern = {"day": "d MMMM y", "month": "MMMM y", "year": "y"}[grain]
    text = str(format_date(value, pattern, locale=language))
    return "1er" + text[1:] if language == "fr" and grain == "day" and value.day == 1 else text
