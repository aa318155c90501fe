"""Words of the right kind that are plainly no answer: another's, of another stage of a case, or of another thing.

A sentence may hold a name, a sum or a day of the kind asked for and say it of something else: who speaks is seldom who
did it, what a prosecutor asks for is not the sentence, and "founded in 1988" is no day of a victory. Knows a question,
a sentence, and where the words stand. Does not know which words are likeliest: it only speaks against.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.figures import find_names
from rag.figures.flat import flatten
from rag.figures.names import same_key
from rag.figures.places import known_keys
from rag.language import fold, index_terms, reading_of
from rag.language.irregular import other_forms
from rag.language.office import office_of
from rag.language.speech import SPEAKS
from rag.ranking.asked import Asked
from rag.ranking.deeds import is_of_another_deed
from rag.ranking.demand import demand_of
from rag.ranking.descriptions import described, names_person
from rag.ranking.elsewhere import is_elsewhere, is_of_a_later_event, is_of_another_year, is_of_long_ago
from rag.ranking.held import counts_alike
from rag.ranking.holders import is_of_former
from rag.ranking.other_measures import is_day_of_telling, is_other_measure
from rag.ranking.stages import is_of_another_stage, is_of_what_would_be, is_undone
from rag.ranking.statements import says
from rag.ranking.sums import is_another_sum
from rag.ranking.word_vectors import likeness
from rag.types import Evidence, Question

_BEFORE = 25  # characters before a time among which "until" or "since" stands
_BESIDE, _SAME_THING = 0.8, 0.7  # how well a number fits that has the thing asked for beside it; how like it another is
_MEANT = 0.15  # probability from which a word is meant by one of another language
_SAME_DEED = 0.5  # how like a word of the question a participle must be for its day to be the one asked for
_LEADS_IN = r"\s+(?:\w+di,? |\w+day,? |l[ae] |the )?$"
_ENDS = re.compile(rf"\b(?:jusqu'(?:au?|en|a la)|until|till){_LEADS_IN}")
_ASKS_END = re.compile(
    r"\b(?:until|till|up to|how long|end(?:s|ed|ing)?|finish\w*|over|clos\w+|expir\w+|deadline|last(?:s|ed|ing)?"
    r"|stop\w*|jusqu'|fin\b|finir\w*|fini\w*|termin\w+|ferm\w+|dure\w*|cess\w+|arret\w*|limite|d'ici)"
)
_SINCE = re.compile(rf"\b(?:since|depuis){_LEADS_IN}")
_ASKS_SINCE = re.compile(
    r"\b(?:since|depuis|how long|begin|began|beg[iu]n|start\w*|first|debut\w*|commenc\w*|premiere?)"
)
_PARTICIPLE = re.compile(
    r"(?:, |\()(?P<deed>painted|written|composed|peinte?s?|ecrite?s?|composee?s?|founded|created|established|launched"
    r"|built|opened|born|inaugurated|introduced|adopted|signed"
    r"|elected|appointed|released|published|fonde\w*|cree\w*|lance\w*|construite?s?|inaugure\w*|ouverte?s?|nee?s?|adopte\w*"
    r"|signe\w*|elue?s?|nomme\w*|sortie?s?|publie\w*) (?:(?:in|en|on|le|back in|around|about|vers) )+$"
)
# "a law that X defended and which was passed in 1975": the day is the law's, and of its passing.
_RELATIVE = re.compile(
    r"(?P<noun>[^\W_]+),? (?:que|qui|which|that) (?:[^.;:]{0,60}? (?:et|and) (?:que|qui|which|that) )?"
    r"(?:(?:a|ont|avai(?:t|ent)) ete|fut|furent|was|were|had been) (?P<deed>[^\W_]+) (?:in|en|on|le) $"
)
_OF_TITLE = re.compile(r"(?P<noun>[^\W_]+) (?:de |d'|of )$")
_OF_THEM = re.compile(r"(?P<noun>[^\W_]+)(?: (?P<other>[^\W_]+))? (?:de |d'|of )$")
_INHABIT = re.compile(
    r"residents?|inhabitants?|people|habitants?|riverains?|citizens?|citoyens?|city|town|village|ville|commune"
)
_DID = re.compile(
    r"^(?:who (?!(?:is|was|are|were|leads?|heads?|runs?|chairs?|owns?|directs?|represents?)\b)"
    r"|qui (?:a|ont|avait|va)\b"
    r"|(?:which|what) (?:[\w-]+ )?(?:player|striker|forward|runner|rider|driver|singer|actor|actress|director"
    r"|artist|employee|worker|witness|minister|lawyer|judge|doctor|scientist|researcher|officer|man|woman)"
    r" (?!(?:is|was|are|were)\b)"
    r"|quel(?:le)? (?:joueu\w+|attaquante?|coureu\w+|pilote|chanteu\w+|act(?:eur|rice)|realisat\w+|artiste|employee?"
    r"|salariee?|temoin|ministre|avocate?|juge|medecin|scientifique|cherch\w+|officier|homme|femme)"
    r" (?:a|ont|avait|va)\b)"
)
_COPULA = re.compile(
    r"(?:,[^,.;]+,)? (?:was|is|were|are|est|etait|sont|etaient) (?!(?:the|an?) (?:one|first|only|man|woman)\b)"
    r"(?!(?:celui|celle|ceux)\b)(?:an?|the|un|une|le|la|l'|[a-z]+(?:er|eur|or|ist|iste|ent|man|aire))\b"
)
_WON = re.compile(r"\b(?:won|wins?|elected|gagn\w+|remport\w+|elue?s?|vainqueur|winner|victory)\b")
_LOSES = re.compile(
    r"\b(?:sur|contre|face a|devant|over|against|ahead of|batt(?:ant|u)|beating|defeating|beat|defeated)"
    r" (?:[a-z.'-]+,? ){0,8}$"
)
_ASKS_LOSER = re.compile(r"\b(?:against|contre|face a|over whom|devant qui|did .* (?:beat|defeat)|a-t-(?:il|elle))\b")
_PRISON = re.compile(
    r"\b(?:prison|jail|jailed|emprisonnement|reclusion|sursis|ferme|sentence[ds]?|suspended|condamn\w+|requi\w+)\b"
)
_FIRM = re.compile(
    r"\b(?:which|what|quel\w*) (?:[\w-]+ ){0,2}?(?:compan\w+|carmakers?|manufacturers?|banks?|clubs?|teams?|firms?"
    r"|brands?|airlines?|groups?|universit\w+|newspapers?|countr\w+|constructeurs?|entreprises?|banques?|equipes?"
    r"|marques?|societes?|groupes?|journa(?:l|ux)|chaines?|compagnies?|fabricants?|pays)\b"
)
_BODY = re.compile(
    r"\b(?:ban(?:k|que)|groupe?|holdings?|funds?|fonds|compan\w+|compagnie|societe|airlines?|airways|universit\w+|hospital|hopital"
    r"|clinique|college|school|lycee|club|fc|united|city|rovers|olympique|stade|association|foundation|fondation|institut\w*"
    r"|minist\w+|management|capital|partners|energy|energie|media|telecom|party|parti|league|ligue|union|federation|council"
    r"|conseil|court|cour|river|mount|mont|lake|lac|rue|place|avenue|saint|sainte|port|project|projet|open|cup|coupe|prix|grand"
    r"|festival|tower|tour|bridge|pont|airport|aeroport|museum|musee|church|eglise|storm|tempete|hurricane|ouragan)\b"
)
_NEAR = 40  # characters around a number of years within which a prison term is told of


def is_amiss(asked: Asked, item: Evidence, start: int, end: int, fit: float) -> bool:
    """Whether words of a sentence, at these offsets into it, are plainly no answer.

    ``fit``, 0 to 1, is how well they fit what is asked for.
    """
    question, text, language = asked.question, item.sentence.text, item.hit.article.language
    if question.kind == "when":
        is_other = _is_bound(question, text, start) or _is_of_antecedent(asked, text, language, start)
        is_other = is_other or is_day_of_telling(question, text, start, language)
        words = asked.words.get(language, ())
        return (
            is_other or is_elsewhere(asked, item, start, end) or is_of_another_deed(question.text, words, item, start)
        )
    if question.kind == "who":
        return is_somebody_else(question, text, language, start, end)
    if question.kind not in ("how_much", "how_many"):
        return False
    slot = demand_of(question).slot
    is_beside = fit >= _BESIDE and question.kind == "how_many"  # elsewhere any number fits: "what is the death toll?"
    if slot == "count" and not is_beside and counts_alike(question, item, start, end) < _SAME_THING:
        return True
    if slot == "age" and _PRISON.search(fold(text[max(0, start - _NEAR) : end + _NEAR])):
        return True
    return (
        is_another_sum(question, item, start)
        or is_other_measure(question, item, start, end)
        or is_of_what_would_be(question.text, text)
        or is_of_another_stage(question.text, text)
        or is_undone(question.text, text, start, end)
        or is_of_another_year(question.text, text, start, end)
        or is_of_long_ago(question, item)
        or is_about_another(question, text, language)
        or is_of_a_later_event(question, text, language, start, end)
    )


def is_somebody_else(question: Question, text: str, language: str, start: int, end: int) -> bool:
    """Whether a name is of who only speaks, of who lost, of whose the thing is, or of who held the office before."""
    asked, before = fold(question.text), flatten(text[:start])
    if _WON.search(asked) and _LOSES.search(before) and not _ASKS_LOSER.search(asked):
        return True
    of_thing = _OF_TITLE.search(before)
    noun = of_thing["noun"] if of_thing else ""
    if noun and not names_person(noun, language) and re.search(rf"\b{re.escape(noun)}\b", asked):
        return True  # "the painting of X", not "the mayor of"
    if " " not in text[start:end] and _is_of_people(before, language):
        return True
    if _FIRM.search(asked) and " " in text[start:end] and _is_who_speaks(text, language, start):
        return True
    if office_of(question.text) and is_of_former(described(text[start:end], text, language), question.text):
        return True
    if _DID.search(asked) and _only_is_something(question, flatten(text), end):
        return True
    asks_speech = re.search(rf"\b(?:{SPEAKS[reading_of(question.language)]})\b", asked)
    return bool(_DID.search(asked)) and not asks_speech and _is_who_speaks(text, language, start)


def _is_of_people(before: str, language: str) -> bool:
    """Whether a lone name says of where, or of what, people or a body are: "residents of Carrow"."""
    told = _OF_THEM.search(before)
    return told is not None and any(
        names_person(noun, language) or _INHABIT.fullmatch(noun) or _BODY.fullmatch(noun)
        for noun in (told["noun"], told["other"] or "")
        if noun
    )


def is_about_another(question: Question, text: str, language: str) -> bool:
    """Whether a question names somebody, and the text somebody else who does not only speak."""
    asked = _people_in(question.text, question.language)
    if not asked:
        return False
    told = find_names(text, language)
    if any(same_key(name.key, other) for name in told for other in asked):
        return False
    return any(_is_person(name.text, name.key) and not says(text, name, language) for name in told)


@lru_cache(maxsize=64)
def _people_in(text: str, language: str) -> tuple[str, ...]:
    """The keys of the people whom a question names; it is held against sentence after sentence."""
    return tuple(name.key for name in find_names(text, language) if _is_person(name.text, name.key))


def _is_person(text: str, key: str) -> bool:
    """Whether a name may be somebody's: two words or three, and no place or body of the tables, nor called one."""
    if _BODY.search(fold(text)):
        return False
    return 2 <= len(text.split()) <= 3 and key not in known_keys() and not text.isupper()


def _is_bound(question: Question, text: str, start: int) -> bool:
    """Whether a time is the end or beginning of something, and that is not asked for, or of another deed."""
    asked, before = fold(question.text), fold(text[max(0, start - _BEFORE) : start])
    if (_ENDS.search(before) and not _ASKS_END.search(asked)) or (
        _SINCE.search(before) and not _ASKS_SINCE.search(asked)
    ):
        return True
    words = re.findall(r"[a-z]{3,}", asked)
    deed = _PARTICIPLE.search(before)
    return deed is not None and float(likeness([deed["deed"]], words).max()) < _SAME_DEED


def _is_of_antecedent(asked: Asked, text: str, language: str, start: int) -> bool:
    """Whether a day is told in a relative clause of something, and of a deed, that the question has no word for."""
    clause = _RELATIVE.search(fold(text[:start]))
    if clause is None:
        return False
    said, words = [clause["noun"], clause["deed"]], re.findall(r"[a-z]{3,}", fold(asked.question.text))
    terms = frozenset(index_terms(" ".join(said), language))
    if any(word.found_in(terms) >= _MEANT for word in asked.words.get(language, ())):
        return False
    return all(float(likeness([word], words).max(initial=0.0)) < _SAME_DEED for word in said)


def _only_is_something(question: Question, flat: str, end: int) -> bool:
    """Whether somebody is said to be something, where the question is of a deed that the sentence has no word for.

    "Lyle was the treasurer" tells nobody who found the fraud; "Lyle was the one who noticed it" may.
    """
    if not _COPULA.match(flat, end):
        return False
    deed = next(iter(re.findall(r"[a-z]+", _DID.sub("", fold(question.text)))), "")
    words = re.findall(r"[a-z]{3,}", flat[end:])
    forms = (deed, *other_forms(deed, question.language))
    if not deed or not words or any(word.startswith(form) for word in words for form in forms):
        return False
    return float(likeness([deed], words).max()) < _SAME_DEED


def _is_who_speaks(text: str, language: str, start: int) -> bool:
    """Whether the name at this place of a sentence is the subject of a verb of saying."""
    name = next((name for name in find_names(text, language) if name.start <= start < name.end), None)
    return name is not None and says(text, name, language)
