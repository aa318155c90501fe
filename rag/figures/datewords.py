"""The words of dates in English and French: months, weekdays, parts, seasons, and relative expressions.

Knows tables for flat text (see `flat`) only.
"""

from __future__ import annotations

_MONTH_ROWS = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
}
_MONTH_SHORT = {
    "en": {
        "jan": 1,
        "feb": 2,
        "mar": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sep": 9,
        "sept": 9,
        "oct": 10,
        "nov": 11,
        "dec": 12,
    },
    "fr": {"janv": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12},
}
_WEEKDAY_ROWS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}
FULL_MONTHS = {lang: {word: n for n, word in enumerate(row.split(), 1)} for lang, row in _MONTH_ROWS.items()}
MONTH_NUMBERS = {word: n for table in FULL_MONTHS.values() for word, n in table.items()}
"""The whole names of both languages, from 1: none means two months."""

MONTHS = {
    lang: {**table, **{k: n for short, n in _MONTH_SHORT[lang].items() for k in (short, short + ".")}}
    for lang, table in FULL_MONTHS.items()
}
WEEKDAYS = {lang: {word: n for n, word in enumerate(row.split())} for lang, row in _WEEKDAY_ROWS.items()}
CALENDAR = {lang: frozenset(f"{_MONTH_ROWS[lang]} {_WEEKDAY_ROWS[lang]}".split()) for lang in _MONTH_ROWS}
"""Whole names of months and weekdays: capitals make no name of them."""

WEEKDAYS["en"] |= {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}

MONTH = {
    lang: "(?:" + "|".join(sorted(table, key=len, reverse=True)).replace(".", r"\.") + ")"
    for lang, table in MONTHS.items()
}
FULL_MONTH = {lang: "(?:" + "|".join(sorted(table, key=len, reverse=True)) + ")" for lang, table in FULL_MONTHS.items()}
WEEKDAY = {lang: "(?:" + "|".join(sorted(table, key=len, reverse=True)) + ")" for lang, table in WEEKDAYS.items()}
FULL_WEEKDAY = {lang: "(?:" + row.replace(" ", "|") + ")" for lang, row in _WEEKDAY_ROWS.items()}

PARTS = {
    "en": {
        "early": "start",
        "late": "end",
        "mid": "middle",
        "start": "start",
        "beginning": "start",
        "end": "end",
        "middle": "middle",
        "first": "first",
        "second": "second",
    },
    "fr": {"debut": "start", "fin": "end", "mi": "middle", "milieu": "middle", "courant": "", "premiere": "first"},
}
PARTS["fr"] |= {"deuxieme": "second", "seconde": "second"}
SEASONS = {
    "en": {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"},
    "fr": {"printemps": "spring", "ete": "summer", "automne": "autumn", "hiver": "winter"},
}
QUARTERS = {
    "en": {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4},
    "fr": {
        "premier": 1,
        "deuxieme": 2,
        "second": 2,
        "troisieme": 3,
        "quatrieme": 4,
        "1er": 1,
        "2e": 2,
        "3e": 3,
        "4e": 4,
    },
}
# expression -> (grain, count): the span `count` grains from the day of the report.
RELATIVE = {
    "en": {
        "the day before yesterday": ("day", -2), "yesterday": ("day", -1), "last night": ("day", -1),
        "today": ("day", 0), "tonight": ("day", 0), "this morning": ("day", 0), "this afternoon": ("day", 0),
        "this evening": ("day", 0), "tomorrow": ("day", 1), "the day after tomorrow": ("day", 2),
        "last week": ("week", -1), "the previous week": ("week", -1), "this week": ("week", 0),
        "next week": ("week", 1),
        "last weekend": ("weekend", -1), "this weekend": ("weekend", 0), "next weekend": ("weekend", 1),
        "last month": ("month", -1), "this month": ("month", 0), "next month": ("month", 1),
        "last year": ("year", -1), "this year": ("year", 0), "next year": ("year", 1),
    },
    "fr": {
        "avant-hier": ("day", -2), "hier soir": ("day", -1), "hier matin": ("day", -1), "hier": ("day", -1),
        "aujourd'hui": ("day", 0), "ce jour": ("day", 0), "ce matin": ("day", 0), "ce midi": ("day", 0),
        "ce soir": ("day", 0),
        "la nuit derniere": ("day", -1),
        "cet apres-midi": ("day", 0), "cette nuit": ("day", 0), "demain soir": ("day", 1), "demain": ("day", 1),
        "apres-demain": ("day", 2), "la semaine derniere": ("week", -1), "la semaine passee": ("week", -1),
        "cette semaine": ("week", 0), "la semaine prochaine": ("week", 1), "le week-end dernier": ("weekend", -1),
        "ce week-end": ("weekend", 0), "le week-end prochain": ("weekend", 1), "le mois dernier": ("month", -1),
        "le mois passe": ("month", -1), "ce mois-ci": ("month", 0), "ce mois": ("month", 0),
        "le mois prochain": ("month", 1),
        "l'annee derniere": ("year", -1), "l'an dernier": ("year", -1), "l'annee passee": ("year", -1),
        "l'an passe": ("year", -1),
        "cette annee": ("year", 0), "l'annee prochaine": ("year", 1), "l'an prochain": ("year", 1),
    },
}  # fmt: skip
_TENS = {
    "en": "twenties thirties forties fifties sixties seventies eighties nineties".split(),
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingts? quatre-vingt-dix".split(),
}
DECADES = {lang: [(word, 1920 + 10 * n) for n, word in enumerate(words)] for lang, words in _TENS.items()}
DECADE = {lang: "|".join(sorted((word for word, _ in rows), key=len, reverse=True)) for lang, rows in DECADES.items()}
CENTURIES = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
    "fr": "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme"
    " treizieme quatorzieme quinzieme seizieme dix-septieme dix-huitieme dix-neuvieme vingtieme"
    " vingt-et-unieme".split(),
}
CENTURY = {lang: "|".join(sorted(rows, key=len, reverse=True)) for lang, rows in CENTURIES.items()}
AGO_UNITS = {
    "en": {"day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade"},
    "fr": {"jour": "day", "semaine": "week", "mois": "month", "an": "year", "annee": "year", "decennie": "decade"},
}
PAST = {"en": r"last|past|previous", "fr": r"dernier|derniere|passe|passee|precedent"}
FUTURE = {"en": r"next|coming", "fr": r"prochain|prochaine"}
# Words shortly before a day that say it is over.
GONE = {
    "en": r"\b(?:was|were|had|did|has been|have been|since|resigned|arrested|killed|died|elected|released|won|lost)\b",
    "fr": r"\b(?:avait|avaient|etait|etaient|a ete|ont ete|s'est|se sont|mise?s? en examen|re?elue?s?|nommee?s?"
    r"|condamnee?s?"
    r"|incarceree?s?|decedee?s?|morte?s?|disparue?s?|arretee?s?|publiee?s?|paru|parue|depuis)\b",
}
# What was done, right before "in" and a month: "she joined NATO in July", "est partie en juillet". With its accents.
DONE = {
    "en": r"(?<!is )(?<!are )(?<!be )(?<!being )\b(?:[a-z]{2,}ed|left"
    r"|came|went|took|began|became|made|met|fell|rose|broke|held|ran|spoke|sold|bought|signed)"
    r"(?: [\w'’-]+){0,2} (?:in|during|back in) $",
    "fr": r"\b(?:(?:a|ont) (?:\w+ment |déjà |aussi )?\w{2,}(?:é|i|u|is|it|us|ert|int)(?:e?s?)"
    r"|(?:est|sont) (?:parti|arriv|entr|ven|deven|reven|tomb|sorti|mont|descend|rentr|pass|rest|retourn)\w*)"
    r"(?: [\w'’-]+){0,3} (?:en|au mois de|courant) $"
    r"|(?<!est )(?<!sont )(?<!être )(?<!sera )(?<!seront )\b(?!report|repouss|décal|différ|fix)\w{2,}ée?s? en $",
}
# Words shortly before a day that say it is still to come.
COMING = {
    "en": r"\b(?:will|would|shall|scheduled|due|set to|planned?|expected|upcoming|slated|to be|until|deadline"
    r"|(?:is|are) to (?!date\b|blame\b)[a-z]+)\b"
    r"|\b(?:by (?:the )?|(?:starting|beginning) (?:in |from )?)$",
    "fr": r"\b(?:[a-z]{2,}(?:era|eront|ira|iront|ra|ront)"
    r"|[a-z]{2,}(?:er|ir|dr|vr|rr|tr)ai(?:t|ent)|prevue?s?|attendue?s?|doit|doivent|devrait|devraient"
    r"|avant le|d'ici|jusqu'(?:au|en)"
    r"|programmee?s?|a venir|rendez-vous|des le|a partir du)\b"
    r"|\b(?:jusqu'a(?: la)?|a partir de) $",
}
