"""A writer that lies by one word: every way of changing one digit, number word, date, unit or name of a sentence.

Finds what to change with patterns of its own, not with the finders under test.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

# Words that may stand for one another in a sentence and never mean the same.
_RINGS = {
    "fr": {
        "number": [
            "deux trois quatre cinq six sept huit dix onze douze treize quinze seize vingt trente quarante cinquante",
            "deuxième troisième quatrième cinquième sixième",
            "dizaine vingtaine trentaine cinquantaine centaine",
        ],
        "date": [
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "lundi mardi mercredi jeudi vendredi samedi dimanche", "hier demain", "siècle",
        ],
        "unit": [
            "euros dollars", "millions milliards", "million milliard", "% €",
            "kilomètres mètres hectares tonnes kilos litres",
            "ans mois semaines jours heures minutes secondes", "km kg",
            "morts blessés", "soldats hôpitaux écoles",
            "pays villes",
        ],
    },
    "en": {
        "number": [
            "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty",
            "third fourth fifth sixth seventh", "dozen hundred thousand",
        ],
        "date": [
            "January February March April June July August September October November December",
            "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", "yesterday tomorrow", "last next",
        ],
        "unit": [
            "euros dollars pounds", "million billion trillion", "% $", "kilometres metres miles hectares tonnes litres",
            "years months weeks days hours minutes seconds", "km kg",
            "dead injured", "soldiers hospitals schools",
            "countries cities",
        ],
    },
}  # fmt: skip
_STRANGERS = ("Garmendia", "Ostrowicz", "Lindqvist", "Marienfeld", "Tchebarkoul")
_NAME = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÉ][a-zà-ÿ]{3,}(?![\w'’-])")
_DIGIT = re.compile(r"[0-9]")
_RELATIVE = {"last": r"last(?= (?:week|month|year))", "next": r"next(?= (?:week|month|year))"}


def mutations(text: str, language: str, rng: random.Random, most: int = 4) -> Iterator[tuple[str, str]]:
    """(what was changed, the changed text): up to `most` of each sort, drawn with `rng`."""
    digits = [match.start() for match in _DIGIT.finditer(text)]
    for at in rng.sample(digits, min(most, len(digits))):
        other = rng.choice([digit for digit in "123456789" if digit != text[at]])
        yield "digit", text[:at] + other + text[at + 1 :]
    names = [match for match in _NAME.finditer(text) if match.group() not in _months_and_days(language)]
    for match in rng.sample(names, min(most, len(names))):
        yield "name", text[: match.start()] + rng.choice(_STRANGERS) + text[match.end() :]
    for sort, rings in _RINGS[language].items():
        changes = [change for ring in rings for change in _swaps(text, ring.split(), rng)]
        for changed in rng.sample(changes, min(most, len(changes))):
            yield sort, changed


def _months_and_days(language: str) -> set[str]:
    return {word for ring in _RINGS[language]["date"] for word in ring.split()}


def _swaps(text: str, ring: list[str], rng: random.Random) -> Iterator[str]:
    for word in ring:
        others = [other for other in ring if other != word]
        pattern = _RELATIVE.get(word, re.escape(word) if not word.isalpha() else rf"(?<![\w'’-]){word}(?![\w-])")
        for match in re.finditer(pattern, text):
            if others and not (word in ("%", "$", "€") and not text[: match.start()].rstrip()[-1:].isdigit()):
                yield text[: match.start()] + rng.choice(others) + text[match.end() :]
