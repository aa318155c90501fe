"""Clock times ("à 8h30", "5.30 pm") as quantities in "clock", hours since midnight.

Knows how a time of day is written, and when "24 heures" is a duration instead. Does not know time zones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rag.figures.model import Figure

_FR = re.compile(
    r"(?<![a-z0-9.,])(?P<h>2[0-4]|1[0-9]|0?[0-9]) ?(?:h ?(?P<m>[0-5][0-9])?(?: ?min)?(?![a-z0-9])"
    r"|heures?(?: (?P<m2>[0-5]?[0-9])(?! ?[a-z%]))?(?![a-z]))"
)
_HOURS = {
    "en": "one two three four five six seven eight nine ten eleven twelve".split(),
    "fr": "une deux trois quatre cinq six sept huit neuf dix onze douze".split(),
}
_HALVES = {
    "en": re.compile(
        rf"\b(?P<h>{'|'.join(_HOURS['en'])}) ?(?P<half>a\.?m\.?|p\.?m\.?|o'clock"
        r"|(?:o'clock )?in the (?:morning|afternoon|evening))(?![a-z])"
    ),
    "fr": re.compile(
        rf"\b(?P<h>{'|'.join(_HOURS['fr'])}|1[0-2]|0?[1-9]) ?(?:heures?|h) (?P<half>du matin|du soir|de l'apres-midi)\b"
    ),
}
# "le midi" is lunch and "le Midi" the south; "mardi midi" goes with its day.
_TWELVES = {
    "en": re.compile(r"(?<![\w-])(?:(?P<noon>noon|midday)|midnight)(?![\w-])"),
    "fr": re.compile(r"(?<![\w-])(?<!le )(?<!ce )(?<!du )(?<!au )(?:(?P<noon>midi)|minuit)(?![\w-])"),
}
_FR_LEAD = re.compile(
    r"\b(?:a|vers|des|a partir de|jusqu'a|avant|apres|depuis|et|entre|aux alentours de|aux environs de|autour de"
    r"|ce|sur les coups de|les"
    r"|au lieu de) $"
)
_LASTING = (
    r"trajet|reunion|vol|match|film|voyage|attente|marche|debat|entretien|spectacle|retard|pause|visite|audience"
    r"|traversee|concert|course|discussion|conference|operation|seance"
)
_FR_SPAN = re.compile(
    r"\b(?:en|pendant|durant|dure|duree de|d'environ|environ|plus de|moins de|pres de|toutes les|les|des|de|par"
    r"|temps) $"
)
_OF_WHAT_LASTS = re.compile(rf" par | d[e'] ?(?:{_LASTING}|jeu|route|travail|discours)s?\b")
_LASTS = re.compile(rf"\b(?:{_LASTING})s? de $")
_PAST_FR = re.compile(
    r" (?:(?P<half>et demie?)|(?P<quarter>et quart)|moins (?:le |un )?(?P<less>quart|cinq|dix|vingt))\b"
)
_MINUTES = {"quart": 15, "quarter": 15, "a quarter": 15, "half": 30, "cinq": 5, "five": 5, "dix": 10, "ten": 10}
_MINUTES |= {"vingt": 20, "twenty": 20, "twenty-five": 25}
# "half past six": twelve hours are not told apart, as with 6:30.
_PAST_EN = re.compile(
    r"\b(?P<minutes>half(?= past)|a quarter|quarter"
    r"|(?:(?<=\bat )(?=.* to)|(?=[a-z-]+ past))(?:five|ten|twenty-five|twenty))"
    rf" (?P<way>past|to) (?P<h>{'|'.join(_HOURS['en'])})\b"
)
_EN = re.compile(
    r"(?<![a-z0-9.,:])(?:(?P<h>1[0-2]|0?[0-9])(?:[:.](?P<m>[0-5][0-9]))? ?(?P<half>a\.?m\.?|p\.?m\.?|o'clock)(?![a-z])"
    r"|(?P<h2>2[0-4]|1[0-9]|0?[0-9]):(?P<m2>[0-5][0-9])(?![0-9:])|(?P<h3>2[0-3]"
    r"|[01][0-9]|[0-9](?=\.))\.?(?P<m3>[0-5][0-9])(?= (?:gmt|utc|bst|cet|est|et|local time)\b))"
)


def find_clocks(text: str, flat: str, language: str, taken: list[tuple[int, int]]) -> list[Figure]:
    """Every clock time outside the taken spans."""
    pattern = _FR if language == "fr" else _EN
    found = [
        _figure(text, start, end, minutes)
        for start, end, minutes in _of_half_days(text, flat, language)
        if _is_free(start, end, taken)
    ]
    taken = [*taken, *((figure.start, figure.end) for figure in found)]
    for match in pattern.finditer(flat):
        start, end = match.span()
        minutes = _french(flat, match) if language == "fr" else _english(match)
        if minutes is None or not _is_free(start, end, taken):
            continue
        if language == "fr" and minutes >= 0 and not minutes % 60:
            minutes, end = _with_quarters(flat, minutes, end)
        found.append(_figure(text, start, end, minutes))
    return found


def _is_free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return not any(a < end and start < b for a, b in taken)


def _figure(text: str, start: int, end: int, minutes: int) -> Figure:
    """A time of day, so many minutes since midnight; a duration where they are negative."""
    if minutes < 0:
        return Figure("duration", start, end, text[start:end], Decimal(-minutes), Decimal(-minutes), "minute")
    hours = Decimal(minutes) / 60
    return Figure("quantity", start, end, text[start:end], hours, hours, "clock")


def _of_half_days(text: str, flat: str, language: str) -> Iterator[tuple[int, int, int]]:
    """Start, end, minutes since midnight of hours told with their half of the day or in words: "half past six"."""
    for match in _HALVES[language].finditer(flat):
        hour = int(match["h"]) if match["h"].isdigit() else _HOURS[language].index(match["h"]) + 1
        late = match["half"].startswith(("p", "du soir", "de l")) or match["half"].endswith(("noon", "evening"))
        yield *match.span(), 60 * (hour % 12 + 12 if late else hour if match["half"] == "o'clock" else hour % 12)
    for match in _TWELVES[language].finditer(text):  # in capitals they are names
        minutes, end = 720 if match["noon"] else 0, match.end()
        minutes, end = _with_quarters(flat, minutes, end) if language == "fr" else (minutes, end)
        yield match.start(), end, minutes
    for match in _PAST_EN.finditer(flat) if language == "en" else ():
        apart = _MINUTES[match["minutes"]] * (1 if match["way"] == "past" else -1)
        yield *match.span(), 60 * (_HOURS["en"].index(match["h"]) + 1) + apart


def _with_quarters(flat: str, minutes: int, end: int) -> tuple[int, int]:
    """Minutes since midnight with what stands behind a whole hour, and its end: "et demie", "moins le quart"."""
    match = _PAST_FR.match(flat, end)
    if match is None:
        return minutes, end
    apart = 30 if match["half"] else 15 if match["quarter"] else -_MINUTES[match["less"]]
    return (minutes + apart) % 1440, match.end()


def _french(flat: str, match: re.Match[str]) -> int | None:
    """Minutes since midnight; negative minutes for a duration with minutes; None for whole hours of duration."""
    hours, minutes = int(match["h"]), match["m"] or match["m2"]
    before = flat[max(0, match.start() - 22) : match.start()]
    after = flat[match.end() : match.end() + 4]
    total = hours * 60 + int(minutes or 0)
    spelled = "heure" in match.group()
    leads = bool(_FR_LEAD.search(before)) and not before.endswith(("plus de ", "moins de "))
    if minutes:
        lasting = bool(_FR_SPAN.search(before)) and not before.endswith((" des ", " les ", " de ", " d'environ "))
        lasting = lasting or _LASTS.search(before) is not None
        return -total if lasting or _OF_WHAT_LASTS.match(flat, match.end()) else total
    if before.endswith((" les ", " en ", " ces ")) or not leads:
        return total if re.match(r" a [0-9]{1,2} ?h", flat[match.end() : match.end() + 8]) else None
    return None if spelled and (after.startswith((" de ", " d'", " ap", " pl", " par")) or hours > 24) else total


def _english(match: re.Match[str]) -> int:
    hours = int(match["h"] or match["h2"] or match["h3"])
    minutes = int(match["m"] or match["m2"] or match["m3"] or 0)
    if match["half"] and match["half"] != "o'clock":
        hours = hours % 12 + (12 if match["half"].startswith("p") else 0)
    return hours * 60 + minutes
