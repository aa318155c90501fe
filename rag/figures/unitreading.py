"""The unit written behind a number: currency, percentage, duration or quantity, with the scale it may carry.

Knows what follows a number ("bn €", "millions d'euros", "pour cent", "km"). Does not know numerals, ranges or what is
counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from rag.figures import units
from rag.figures.model import Kind
from rag.figures.numerals import Numeral

SYMBOL = "|".join(sorted(map(re.escape, units.SYMBOLS), key=len, reverse=True))
_MONEY_SCALE = {
    "en": {
        "bn": 9,
        "b": 9,
        "billion": 9,
        "m": 6,
        "mn": 6,
        "mln": 6,
        "million": 6,
        "k": 3,
        "tn": 12,
        "trn": 12,
        "t": 12,
    },
    "fr": {"md": 9, "mds": 9, "mrd": 9, "mrds": 9, "bn": 9, "mia": 9, "m": 6, "mn": 6, "k": 3},
}
_SCALE_ABBR = {
    lang: re.compile(rf" ?({'|'.join(sorted(table, key=len, reverse=True))})(?![a-z0-9])")
    for lang, table in _MONEY_SCALE.items()
}
_SCALE_SYMBOL = {
    lang: re.compile(
        rf" ?({'|'.join(sorted(table, key=len, reverse=True))})? ?"
        rf"({SYMBOL}|(?:{'|'.join(units.CODES)})(?![a-z]))(?! ?[0-9])"
    )
    for lang, table in _MONEY_SCALE.items()
}
_SCALE_WORD = {
    lang: re.compile(rf" ?({'|'.join(sorted(table, key=len, reverse=True))})(?= (?:de |d'|of )?[a-z]|-[a-z])")
    for lang, table in _MONEY_SCALE.items()
}
_CENTS = re.compile(rf" ({'|'.join(units.CENTS)})(?: d'euros?)?\b")
_POUNDS = re.compile(r" (?:of |de )?(?:pounds?|livres?)\b(?! sterling)")
# "4.000 livres (4.600 euros)", "livres, soit": pounds, not books.
_EXCHANGED = re.compile(r" livres(?=,? soit | ?\((?:environ |soit |pres de |plus de )?[0-9])")
# Bare pounds are money where the sentence tells of a price or payment and of no weight.
_PAID = re.compile(
    r"\b(?:cost\w*|pay\w*|paid|pric(?:e|es|ed|ing)|worth|fetch\w*|fine|fines|fined|salar\w+|wages?|bids?|bills?|earn\w*"
    r"|spend\w*|spent|rais(?:e|es|ed|ing)|donat\w+|grants?|fund\w*|budget\w*|debts?|loans?|ow(?:e|es|ed|ing)|stole|stolen"
    r"|steal\w*|embezzl\w+|defraud\w*|sold|sell\w*|sale|buy|buys|buying|bought|compensat\w+|damages|profits?|losses"
    r"|revenues?|turnover|takings|invest\w*|charg(?:e|es|ed|ing)|fees?|tickets?|rents?|deposits?|award\w*|savings?|valued?"
    r"|insur\w+|money|cash|subsid\w+|bonus\w*|pensions?|tax|taxes|allowance|auction\w*|estimates?|bring|brings|brought)\b"
)
_WEIGHS = re.compile(
    r"\b(?:weigh\w*|weights?|heav(?:y|ier|iest)|light(?:er|est)|lift\w*|payload|thrust|explosives?|bombs?|cocaine|heroin"
    r"|marijuana|cannabis|fentanyl|drugs?|diet\w*|catch|shed|slimm\w+|per acre)\b"
)
_MONEY_OF = re.compile(r" of (?:damage|debt|public|taxpayers?|money|cash|savings|investment|funding|losses)\b")
_PENCE = re.compile(r"\d\.\d\d$")
_HEAVY = re.compile(r"\d{2,3}(?:,\d{3})+$")  # few things weigh tens of thousands of pounds
_LARGE = re.compile(r"\b(?:million|billion|milliard|trillion)s?$")
_PLURAL = re.compile(r"(?:[sx]|people|children|men)$")
_POINTS = re.compile(r"[ -]?(?:percentage[ -]points?|points? de pourcentage)\b")
_BASIS_POINTS = re.compile(r"[ -]?(?:basis[ -]points?|points? de base|bps)\b")
_BARE_POINTS = re.compile(r" points?\b")
_PLAYED = re.compile(
    r"\b(?:match\w*|games?|races?|tournament|tournoi|medals?|medaill\w+|podium|judges?|juges?|jury|champion\w*|players?"
    r"|joueu\w+|finale?s?|chess|echecs|skat\w+|patin\w+|gymnast\w*|score[sd]?|driver|pilotes?|leader ?board"
    r"|index|indices?|dow|nasdaq|cac|ftse|dax)\b"
)
"""Words of contests and exchanges, whose points are no percentages."""
_RATE = re.compile(r"%|\b(?:per ?cent|pour ?cent|rates?|taux|inflation|unemployment|chomage|growth|croissance)\b")
_TENTHS = re.compile(r"(?<![0-9.,])(?:0[.,][0-9]+|(?P<more>[1-9][.,][0-9]{1,2}))$")
_PERCENT = re.compile(r" ?-?(?:%|pour ?cents?\b|pour-cents?\b|per ?cents?\b|pct\b)(?: points?\b)?")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: its kind and canonical name, the factor of a scale in it, and where it ends."""

    kind: Kind
    name: str
    factor: Decimal
    end: int


NONE = Unit("count", "", Decimal(1), -1)
"""No unit: a bare number."""


def currency_of(prefix: str | None) -> str:
    """The code of a currency sign or code in flat text; "" for none."""
    if not prefix:
        return ""
    return units.SYMBOLS.get(prefix) or prefix.upper()


def scaled(flat: str, numeral: Numeral, currency: str, language: str) -> Numeral:
    """Behind a currency sign short scales count too: "$2.3bn", "€5m"."""
    if not currency or numeral.scale > 1:
        return numeral
    match = _SCALE_ABBR[language].match(flat, numeral.end) or _SCALE_ABBR["en"].match(flat, numeral.end)
    if not match:
        return numeral
    table = _MONEY_SCALE[language] | _MONEY_SCALE["en"]
    scale = 10 ** table[match.group(1)]
    return Numeral(numeral.value * scale, scale, match.end(), numeral.shade, numeral.digits)


_SHORT_COUNT = {
    "en": re.compile(r"(?P<scale>bn|m|k) ?(?=[a-z])(?<= )"),
    "fr": re.compile(r" ?(?P<scale>mds?|m|k) (?:de |d')"),
}


_ANY_PLURAL = re.compile(r"(?:[a-z]+-)?[a-z]{2,}(?<!s)s(?![a-z'])")
_COURSES = re.compile(
    r"(?:hurdl|race|final|heat|runner|sprint|swimmer|record|medal|event|champion|steeple|relay|dash|lane|freestyle|butterfly"
    r"|breaststroke|backstroke|tower|wave|mast|pool|cliff|crane|wall|ship|boat|yacht|vessel|tree|ladder|statue|tunnel|drop"
    r"|jump|dive|swell|strip|zone|step|below|above|across|plus|series|class|world|times|bus|express)"
)
"""Nouns that go with metres: "the 400m hurdles", "30m waves"."""


def _is_of_millions(text: str, flat: str, at: int) -> bool:
    """Whether what stands behind "2.3m " is measured, or several, and not something so many metres long."""
    if _COURSES.match(flat, at):
        return False
    if units.QUANTITIES.match(flat, at - 1) or units.CURRENCIES.match(flat, at - 1):
        return True
    return _ANY_PLURAL.match(flat, at) is not None or flat.startswith("bpd", at)


def scaled_count(text: str, flat: str, numeral: Numeral, language: str) -> Numeral:
    """A short scale before what is counted: "2.5m people", "2,5 M de personnes"; "100m" of anything else are metres."""
    match = _SHORT_COUNT[language].match(flat, numeral.end)
    if match is None or numeral.scale > 1:
        return numeral
    noun = units.NOUNS.match(flat, match.end())
    is_several = noun is not None and _PLURAL.search(flat, match.end(), noun[1]) and flat[noun[1] : noun[1] + 1] != "'"
    if not is_several and not (language == "en" and _is_of_millions(text, flat, match.end())):
        return numeral
    if language == "fr" and text[match.start("scale")] == "m":
        return numeral
    scale = 10 ** _MONEY_SCALE[language][match["scale"]]
    return Numeral(numeral.value * scale, scale, match.end("scale"), numeral.shade, numeral.digits)


def unit_at(flat: str, pos: int, currency: str, language: str) -> Unit | None:
    """The unit written at `pos`, or None."""
    if currency:
        return Unit("money", currency, Decimal(1), pos)
    if match := _POINTS.match(flat, pos):
        return Unit("percent", "pp", Decimal(1), match.end())
    if match := _BASIS_POINTS.match(flat, pos):
        return Unit("percent", "pp", Decimal("0.01"), match.end())
    if (match := _BARE_POINTS.match(flat, pos)) and _is_of_rate(flat, pos):
        return Unit("percent", "pp", Decimal(1), match.end())
    if match := _PERCENT.match(flat, pos):
        return Unit("percent", "pp" if "point" in match.group() else "%", Decimal(1), match.end())
    return _money(flat, pos, language) or _measure(flat, pos)


def _is_of_rate(flat: str, pos: int) -> bool:
    """Whether the bare points behind a number are of percentage: tenths of one, or a few where a rate is told of."""
    tenths = _TENTHS.search(flat, max(0, pos - 12), pos)
    return tenths is not None and not of_contest(flat) and (not tenths["more"] or _RATE.search(flat) is not None)


def of_contest(flat: str) -> bool:
    """Whether a text tells of a contest or an exchange, where "half a point" is half of what is counted there."""
    return _PLAYED.search(flat) is not None


def _money(flat: str, pos: int, language: str) -> Unit | None:
    table = _MONEY_SCALE[language]
    if match := _SCALE_SYMBOL[language].match(flat, pos):
        factor = Decimal(10) ** table[match.group(1)] if match.group(1) else Decimal(1)
        return Unit("money", currency_of(match.group(2)), factor, match.end())
    if found := units.CURRENCIES.match(flat, pos):
        return Unit("money", found[0], Decimal(1), found[1])
    if (match := _POUNDS.match(flat, pos)) and _is_sterling(flat, pos, match.end(), language):
        return Unit("money", "GBP", Decimal(1), match.end())
    if language == "fr" and (match := _EXCHANGED.match(flat, pos)):
        return Unit("money", "GBP", Decimal(1), match.end())
    if match := _CENTS.match(flat, pos):
        return Unit("money", units.CENTS[match.group(1)], Decimal("0.01"), match.end())
    if (match := _SCALE_WORD[language].match(flat, pos)) and (found := units.CURRENCIES.match(flat, match.end())):
        return Unit("money", found[0], Decimal(10) ** table[match.group(1)], found[1])
    return None


def _is_sterling(flat: str, pos: int, end: int, language: str) -> bool:
    """Whether pounds between these places are money and no weight."""
    if _LARGE.search(flat, max(0, pos - 9), pos):
        return True
    if language != "en" or (flat.startswith(" of ", end) and not _MONEY_OF.match(flat, end)) or _WEIGHS.search(flat):
        return False
    number = flat[max(0, pos - 14) : pos]
    return any(pattern.search(number) for pattern in (_PENCE, _HEAVY)) or _PAID.search(flat) is not None


_HORSES = re.compile(r"chevaux$")
_STABLED = re.compile(
    r"\b(?:cavali\w+|ecuries?|haras|jockeys?|equestr\w+|equid\w+|hippi\w+|poneys?|abattoirs?|veterinaires?|prairies?|elev\w+"
    r"|cirques?|juments?|etalons?|poulains?|paddocks?|box|manege|attelages?|caleches?|retrouves?|mutil\w+|race)\b"
)
"""Words of horses that draw and are ridden, and are no measure of an engine."""


def _measure(flat: str, pos: int) -> Unit | None:
    if found := units.DURATIONS.match(flat, pos):
        return Unit("duration", found[0], Decimal(1), found[1])
    found = units.QUANTITIES.match(flat, pos)
    if found and not (found[0] == "hp" and _HORSES.search(flat, pos, found[1]) and _STABLED.search(flat)):
        return Unit("quantity", found[0], Decimal(1), found[1])
    return None
