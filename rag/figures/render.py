"""A figure written in English or French, from its value alone.

Knows the wording of qualifiers, ranges and scales; numbers, currencies and units come from the CLDR (see
`cldr`), dates from `days`. Does not know the text the figure was read off, except for what has no value to render.
"""

from __future__ import annotations

from decimal import Decimal

from rag.figures import cldr
from rag.figures.days import render_days
from rag.figures.model import Figure, Qualifier

_WORDS: dict[str, dict[Qualifier, str]] = {
    "en": {
        "about": "about ",
        "more than": "more than ",
        "at least": "at least ",
        "up to": "up to ",
        "less than": "less than ",
    },
    "fr": {
        "about": "environ ",
        "more than": "plus de ",
        "at least": "au moins ",
        "up to": "jusqu'à ",
        "less than": "moins de ",
    },
}
_CROWDS: dict[str, tuple[str, ...]] = {
    "en": (
        "dozens",
        "hundreds",
        "thousands",
        "tens of thousands",
        "hundreds of thousands",
        "millions",
        "tens of millions",
    ),
    "fr": (
        *("des dizaines", "des centaines", "des milliers", "des dizaines de milliers", "des centaines de milliers"),
        *("des millions", "des dizaines de millions"),
    ),
}
_CROWDS["en"] += ("hundreds of millions", "billions", "tens of billions", "hundreds of billions")
_CROWDS["fr"] += (
    "des centaines de millions",
    "des milliards",
    "des dizaines de milliards",
    "des centaines de milliards",
)
_MONEY = {
    "en": {
        "BTC": ("bitcoin", "bitcoins"),
        "USD": ("US dollar", "US dollars"),
        "GBP": ("pound sterling", "pounds sterling"),
        **{name: (name, f"{name}s") for name in ("crown", "peso", "dinar", "dirham", "riyal")},  # of no country told
    },
    "fr": {
        "BTC": ("bitcoin", "bitcoins"),
        "USD": ("dollar", "dollars"),
        "GBP": ("livre sterling", "livres sterling"),
        "JPY": ("yen", "yens"),
        "crown": ("couronne", "couronnes"),
        **{name: (name, f"{name}s") for name in ("peso", "dinar", "dirham", "riyal")},
    },
}
_UNITS = {
    **{"km": "length-kilometer", "m": "length-meter", "cm": "length-centimeter", "mm": "length-millimeter"},
    **{"mile": "length-mile", "ft": "length-foot", "in": "length-inch", "km2": "area-square-kilometer"},
    **{"m2": "area-square-meter", "ha": "area-hectare", "kg": "mass-kilogram", "g": "mass-gram", "L": "volume-liter"},
    **{"km/h": "speed-kilometer-per-hour", "year": "duration-year", "month": "duration-month", "week": "duration-week"},
    **{"day": "duration-day", "hour": "duration-hour", "minute": "duration-minute", "second": "duration-second"},
    **{"century": "duration-century", "decade": "duration-decade", "MW": "power-megawatt", "GW": "power-gigawatt"},
    **{"yd": "length-yard", "mi2": "area-square-mile", "ft2": "area-square-foot", "oz": "mass-ounce"},
    **{"nmi": "length-nautical-mile", "ly": "length-light-year", "au": "length-astronomical-unit"},
    **{"gal": "volume-gallon", "kn": "speed-knot", "W": "power-watt", "quarter": "duration-quarter"},
}
_OWN_UNITS = {
    "en": {
        "t": "tonnes",
        "lb": "lb",
        "bbl": "barrels",
        "night": "nights",
        "semester": "semesters",
        "decade": "decades",
    },
    "fr": {
        "t": "tonnes",
        "lb": "lb",
        "bbl": "barils",
        "night": "nuits",
        "semester": "semestres",
        "quarter": "trimestres",
        "decade": "décennies",
    },
}


_DEGREES = {"en": ("degree", "degrees"), "fr": ("degré", "degrés")}


def render(figure: Figure, language: str) -> str:
    """The figure in English or French ("4–5 billion US dollars", "plus de 160", "20 janvier 2025").

    A date that was never resolved has no value; its own text is returned.
    """
    language = "fr" if language == "fr" else "en"
    if figure.kind == "date":
        return render_days(figure, language)
    value = figure.value
    if value is None:
        return figure.text
    if figure.kind == "ordinal":
        return _ordinal(int(value), language)
    if figure.unit == "clock":
        return _clock(value, language)
    if figure.qualifier == "several" and figure.low is not None:
        return _with_unit(_crowd(figure.low, language), figure.low, figure, language, crowd=True)
    low, high = figure.low, figure.high
    prefix = _WORDS[language].get(figure.qualifier, "") if figure.qualifier else ""
    if low is not None and high is not None and low != high:
        return prefix + _with_unit(_range(low, high, language), high, figure, language)
    text = _with_unit(_number(value, figure.kind, language), value, figure, language)
    if (language, figure.unit, figure.qualifier) == ("fr", "hour", "up to"):
        return f"{text} au maximum"  # "jusqu'à 2 heures" is a time of day
    return prefix + text


def _number(value: Decimal, kind: str, language: str) -> str:
    """The number, large ones with their word; of money tenths are written as cents."""
    number, scale = cldr.scaled(value, language)
    if kind == "money" and not scale and value % 1 and value == value.quantize(Decimal("0.1")):
        return cldr.coins(value, language)
    return f"{number} {scale}".strip()


def _crowd(low: Decimal, language: str) -> str:
    power = len(str(int(low))) - 2
    names = _CROWDS[language]
    return names[min(max(power, 0), len(names) - 1)]


def _range(low: Decimal, high: Decimal, language: str) -> str:
    (first, scale), (last, last_scale) = cldr.scaled(low, language), cldr.scaled(high, language)
    plain = last.replace(",", "").replace(".", "").isalnum() and low >= 0
    same = scale.rstrip("s") == last_scale.rstrip("s")
    if same and plain:
        return f"{first}–{last}" + (f" {last_scale}" if last_scale else "")
    between = ("between ", " and ") if language == "en" else ("entre ", " et ")
    if not scale and last_scale:  # "between 2 and 10 million" would be two million
        last, last_scale = cldr.number(high, language), ""
    return between[0] + f"{first} {scale}".strip() + between[1] + f"{last} {last_scale}".strip()


def _with_unit(number: str, value: Decimal, figure: Figure, language: str, crowd: bool = False) -> str:
    unit = figure.unit
    big = crowd or number.rstrip("s").endswith(("million", "billion", "trillion", "milliard"))
    link = " "
    if language == "fr" and (big or crowd) and figure.kind in ("money", "quantity", "duration"):
        link = " de "
    if language == "en" and crowd and figure.kind in ("money", "quantity", "duration"):
        link = " of "
    if figure.kind == "money":
        name = _currency(unit, value, language)
        return (
            number + ("\u00a0" if link == " " and language == "fr" else link) + name
            if not (link == " de " and name[0].lower() in "aeiouhéèê")
            else number + " d'" + name
        )
    if figure.kind == "percent":
        if unit == "pp":
            return number + (" percentage points" if language == "en" else " points de pourcentage")
        return f"{number}%" if language == "en" else f"{number}\u00a0%"
    if figure.kind in ("quantity", "duration"):
        return _measured(number, value, unit, language, link)
    return number


def _currency(code: str, value: Decimal, language: str) -> str:
    names = _MONEY[language].get(code)
    if names:
        return names[abs(value) >= 2 if language == "fr" else abs(value) != 1]
    return cldr.currency(code, value, language)


def _measured(number: str, value: Decimal, unit: str, language: str, link: str) -> str:
    if unit == "degree":
        return f"{number} {_DEGREES[language][abs(value) >= 2 if language == 'fr' else abs(value) != 1]}"
    own = _OWN_UNITS[language].get(unit)
    if own:
        return f"{number}{link}{own}"
    if link != " " and unit in _UNITS:
        word = cldr.unit(_UNITS[unit], "", Decimal(2), language)
        word = (word or unit).strip()
        joined = " d'" if link == " de " and word[0] in "aeh" else link
        return f"{number}{joined}{word}"
    return (cldr.unit(_UNITS[unit], number, value, language) if unit in _UNITS else None) or f"{number} {unit}"


def _ordinal(value: int, language: str) -> str:
    if language == "fr":
        return f"{value}er" if value == 1 else f"{value}e"
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _clock(hours: Decimal, language: str) -> str:
    minutes = int((hours * 60).to_integral_value())
    if language == "fr":
        return f"{minutes // 60}h{minutes % 60:02d}"
    return f"{minutes // 60}:{minutes % 60:02d}"
