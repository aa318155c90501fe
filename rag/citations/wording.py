"""Whether the units, measures and counted nouns of a claim that stand without a number are its source's.

Knows measure words, the nouns that news counts, and which of them say the same. Does not know numbers or names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rag.citations.reasons import Reason
from rag.citations.sources import Source, held, known_names, without
from rag.figures import find_names
from rag.figures.flat import flatten
from rag.figures.measures import measures, nouns
from rag.figures.peoples import homes
from rag.figures.places import known_keys

# Shares of a claim's words found in its sources: made of them; all but a copy; a copy but for a word or two.
COPIED, _COPY, _LETTER = 0.7, 0.85, 0.93
# Nouns whose exchange changes what is reported; any other may go by another name in a paraphrase.
_TELLING = frozenset(
    "death injury missing arrest hostage soldier school hospital country city refugee migrant doctor nurse teacher"
    " firefighter police journalist senator plane train ship missile"
    " drone rocket bomb vaccine earthquake".split()
)
# What else says the same, in either language, in flat form.
_SAME = {
    noun: re.compile(rf"\b(?:{pattern})")
    for noun, pattern in {
        "death": "corps|bod(?:y|ies)\\b|cadavre|carcass|meurtr|assassin|murder|mourir|mourant|meurt|died?\\b|dying"
        "|perish|peri\\b"
        "|perdu la vie|lost the(?:ir|is) li|sans vie|lifeless|suicid|homicid|tue\\b|tuer|tuant|kill|feminicide|noye"
        "|drown|vies\\b|lives\\b"
        "|deuil|endeuill|obseques|funeral|funerailles|fatal|mortel|mortalit|bilan|toll|claimed",
        "injury": "bless|injur|wound|hurt|brul|burn",
        "missing": "dispar|missing",
        "arrest": "arret|arrest|interpel|garde a vue|custody|detain",
        "hostage": "otage|hostage|captiv",
        "soldier": "militaire|soldat|soldier|armee|army|troup|troops|marines?\\b|military|servic|legionnaire"
        "|forces\\b|gi\\b",
        "school": "ecol|scolaire|lycee|college|etablissement|school|classe",
        "hospital": "hopita|hospital|chu\\b|clinique|clinic",
        "city": "ville|communes?\\b|municipal|metropole|cite|city|cities|towns?\\b|urbain|urban|capital"
        "|agglomeration|local|village|maire|mayor",
        "country": "nation|etats?\\b|states?\\b|monde|world|territoire|patrie|republique|kingdom|national",
        "doctor": "medecin|docteur|doctor|medic|generaliste|chirurgien|praticien|dr\\b",
        "police": "polic|gendarm|crs\\b|officier|officer|forces de l'ordre|brigade|enqueteur|agent|security forces",
        "firefighter": "pompier|firefighter|secours|(?:rescue|fire) crews|marins-pompiers|soldats du feu",
        "teacher": "enseignant|profess|prof\\b|teacher|instit|maitre",
        "journalist": "journalis|reporter|presse|press\\b|redact",
        "plane": "avion|plane|aircraft|appareil|jet\\b|airliner|vol\\b|flight|boeing|airbus",
        "train": "train|tgv|rame|rail|sncf",
        "ship": "navire|bateau|ship|vessel|boat|paquebot|ferry|embarcation|voilier|catamaran|yacht",
        "vaccine": "vaccin",
        "earthquake": "seisme|tremblement|earthquake|quake|secousse",
        "bomb": "bomb|explos|engin|piege",
        "rocket": "rocket|roquette|fusee|lanceur|launcher",
        "missile": "missile|tirs?\\b|launch",
        "migrant": "migr|refugi|asile|asylum|exil",
        "refugee": "migr|refugi|asile|asylum|exil",
        "senator": "senat",
    }.items()
}  # fmt: skip
_IDIOM = re.compile(
    r"\b(?:mis(?:es?)? au jour|mettre au jour|a jour\b|grand jour|du jour au lendemain|of the day|one day|un jour"
    r"|the day"
    r"|second (?:world war|hand)|seconde guerre|minute by minute|last minute|derniere minute|this year|cette annee"
    r"|ce jour"
    r"|en train d(?:e|')|heure locale|local time|(?:a|pour) l'heure(?: actuelle)?(?! d)|tout a l'heure"
    r"|de bonne heure|de nos jours|tous les jours|every ?day|ordre du jour|early days|peacekeepers?"
    r"|soldats de la paix|toute la journee (?=de |du |d')|journee (?=de )"
    r"|premiere dame|the year|that year|l'annee|(?:au|du) mois|month of)\b|'s day\b"
)
_ENGLISH_IDIOM = re.compile(rf"{_IDIOM.pattern}|\bpays\b")  # no country
_WORD = re.compile(r"[^\W\d_]+")
_ONE_COUNTRY = re.compile(
    r"\b(?:(?:the|its|his|her|their|this|that|our) country(?! ?side)|country's|(?:du|le|ce|son|au|leur) pays)\b"
)


def missing_measure(
    text: str, spans: list[tuple[int, int]], language: str, sources: Sequence[Source], *, copied: float
) -> Reason | None:
    """The first unit, currency, scale, weekday or telling noun of the text that no source has, as a reason.

    Args:
        text: the claim.
        spans: its figures, whose units have been compared.
        language: the claim's.
        sources: what it cites.
        copied: the share of the claim's words that are the source's. A claim made of them may have each only as
            often as there, and one that is all but a copy may have no other noun.
    """
    known = {measure for source in sources for measure in _measures(source.text, source.language)}
    for figure in (figure for source in sources for figure in held(source)):
        if figure.kind != "date":
            known.add(figure.unit)
        if figure.date_from and figure.date_from == figure.date_to:
            known.add(f"weekday-{figure.date_from.weekday()}")
    flats = [flatten(source.text) for source in sources]
    known |= {unit for unit, pattern in _ADVERBS.items() if any(map(pattern.search, flats))}
    known.add("degree")  # "un degré de liberté"
    idiom = _ENGLISH_IDIOM if language == "en" else _IDIOM
    rest = idiom.sub(lambda match: "_" * len(match.group()), flatten(without(text, spans)))
    said = set(_measures(rest, language))
    said |= {measure for measure in measures(text, language) if measure.startswith("weekday")}
    if said - known:
        return Reason("absent", _as_written(min(said - known), text, language))
    names = [(name.start, name.end) for name in find_names(text, language)]
    strange = _strange_noun(without(rest, names), language, sources)
    if strange or copied < COPIED:
        return strange
    return _said_more(text, language, sources, copied)


def _as_written(sort: str, text: str, language: str) -> str:
    """The first word of a text that names a measure or noun, given by its canonical name."""
    words = _WORD.findall(text)
    return next((word for word in words if sort in (*measures(word, language), *nouns(word))), sort)


# Other words that tell the same measure.
_ADVERBS = {
    "day": re.compile(
        r"\b(?:daily|quotidien\w*|journali\w*|overnight|lendemain|veille|today|aujourd'hui|matin|soir|nuit|night)\b"
    ),
    "week": re.compile(r"\b(?:weekly|hebdomadaire\w*)\b"),
    "month": re.compile(r"\b(?:monthly|mensuel\w*)\b"),
    "decade": re.compile(r"\bdizaines? d'annees\b"),
    "year": re.compile(r"\b(?:yearly|annual\w*|annuel\w*|saisons?|seasons?|age\w*)\b"),
    "hour": re.compile(r"\b(?:hourly|horaire\w*|overtime)\b"),
    "night": re.compile(r"\b(?:overnight|nocturne|soir\w*|evening)\b"),
}


def _measures(text: str, language: str) -> tuple[str, ...]:
    """The measures of a text, those of compounds included: "third-degree", "737-km"."""
    return measures(text, language) + measures(text.replace("-", " "), language)


def said_so(noun: str, source: Source) -> bool:
    """Whether a source has any word that says a telling noun ("death": "corps", "killed", "mort")."""
    return noun in _SAME and _SAME[noun].search(flatten(source.text)) is not None


def _strange_noun(rest: str, language: str, sources: Sequence[Source]) -> Reason | None:
    """The first telling noun of a claim, its figures blanked out, that no source has under any word for it."""
    theirs = {noun for source in sources for noun in nouns(source.text)}
    theirs |= {figure.unit for source in sources for figure in held(source)}
    flats = [flatten(source.text) for source in sources]
    for noun, times in Counter(nouns(rest)).items():
        if noun not in _TELLING:
            continue
        if noun in theirs:
            if times > 1 and times > sum(_times_said(noun, source) for source in sources):
                return Reason("repeated", _as_written(noun, rest, language))
            continue
        if noun in _SAME and any(_SAME[noun].search(flat) for flat in flats):
            continue
        if noun == "country" and _only_one_country(rest) and any(map(_names_a_country, sources)):
            continue
        return Reason("absent", _as_written(noun, rest, language))
    return None


def _times_said(noun: str, source: Source) -> int:
    flat = flatten(source.text)
    other = len(_SAME[noun].findall(flat)) if noun in _SAME else 0
    return nouns(source.text).count(noun) + other + sum(figure.unit == noun for figure in held(source))


def _only_one_country(rest: str) -> bool:
    return all("country" not in nouns(piece) for piece in _ONE_COUNTRY.split(rest))


def _names_a_country(source: Source) -> bool:
    keys = known_names(source)[0]
    return any(key in homes() or key in known_keys() for key in keys)


def _said_more(text: str, language: str, sources: Sequence[Source], copied: float) -> Reason | None:
    """The first counted noun or measure that a claim in its source's words has more often than its sources."""
    said = Counter([*nouns(text), *measures(text, language)])
    theirs = Counter(word for source in sources for word in (*nouns(source.text), *measures(source.text, language)))
    for source in sources:  # a sign is a word of its unit, too: "16 €"
        theirs.update(one.unit for one in held(source) if one.unit not in measures(one.text, source.language))
    # What is not there at all has been judged, leniently: unless everything else is there, another word may say it.
    exact = set(_TELLING) if copied >= _COPY else set()
    if copied >= _LETTER:
        exact.update(word for word in measures(text, language) if not word.startswith("weekday"))
    more = [word for word in said - theirs if word in theirs or word in exact]
    if not more:
        return None
    return Reason("repeated" if theirs[min(more)] else "absent", _as_written(min(more), text, language))
