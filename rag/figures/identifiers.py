"""Numbers that name and do not measure: "acte 3", "Polestar 1", "une 400 GTi", "20 Minutes", "le 17".

Knows the words and capitals around such numbers. Does not know what they name.
"""

from __future__ import annotations

import re

from rag.figures.datewords import WEEKDAYS
from rag.figures.flat import flatten

_WORD_BEFORE = re.compile(r"(?:^|[^\w])([^\W\d_]+) $")
_WORD_AFTER = re.compile(r" ([^\W\d_]\w*)")
_ONE_LETTER = re.compile(r"(?:[^\W\d_]|\d ?[^\W\d_])(?![^\W_])")
_HEADS = frozenset(
    "acte act article articles chapitre chapter numero number no page phase route departementale nationale autoroute"
    " highway"
    " ligne line chaine channel canal version serie series niveau level type tome volume saison season episode"
    " chambre room porte"
    " gate vol flight lot quai platform bloc block unite unit tour round etape stage groupe group top annexe figure"
    " table formule train matricule"
    " formula classe class grade zone norme standard euro windows boeing airbus apollo".split()
)
_CAPITAL_MEASURES = frozenset("km m w kw mw gw kwh mwh gwh twh hz mhz ghz db go gb mb tb c f l v nm cv ch".split())

_PLAYED = (
    r"(?:score|match|set|victoire|defaite|nul|batt\w*|gagn\w*|perd\w*|inclin\w*|impos\w*|men\w*|domin\w*|qualifi\w*"
    r"|beat\w*|won|win\w*|lost|los\w+|dr[ae]w\w*|defeat\w*|led|lead\w*|vote\w*)"
)
_CODES = re.compile(
    r"\+[0-9]{1,3}(?:[ .-]?\(?[0-9]+\)?){2,}|(?<![0-9])0[0-9](?:[ .-][0-9]{2}){4}(?![0-9])"  # telephones
    r"|(?:(?<=\btype )|(?<=\bformula )|(?<=\bformule ))[0-9](?= [a-z])"  # "type 1 diabetes"
    r"|(?<=[a-z]\()[0-9][0-9-]*(?=\))"  # "Ang(1-7)"
    r"|(?<![0-9.,/])(?P<all>[0-9]+) ?(?:h|heures?|jours?)?(?:/| sur |-)(?P=all)(?![0-9]|[.,][0-9])"  # "24h/24", "50-50"
    r"|(?<![0-9a-z.,/$€£-])(?P<ours>[0-9]{1,3})-(?P<theirs>[0-9]{1,3})(?: ?\([0-9]+[/-][0-9]+\))?"
    r"(?![0-9a-z]|[.,][0-9]|-)"
    r"|(?<![0-9.,/-])[0-9]{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|quai|impasse|allee|chemin)\b"
    r"|\b(?:pages?|articles?|chapitres?|chapters?) [0-9]+(?:-| a | to | et | and )[0-9]+\b"
)
# What a text must have for these to be worth trying.
_GROUPED = re.compile(
    r"[0-9](?:[-/+h]|,? [a-z]+ |[ .][0-9]{2}[ .])|[+(][0-9]"
    r"|[0-9] [a-z]+ (?:street|av|road|lane)|(?:type|formul[ae]) [0-9]"
)
_STREET = re.compile(r"\b[0-9]{1,4}(?= (?:[A-Z][a-z]+ ){1,3}(?:Street|Avenue|Road|Lane|Drive|Boulevard|Square)\b)")
_SCORE_BEFORE = re.compile(rf"\b{_PLAYED}\b[^.;:]{{0,60}}$|[0-9]-[0-9]{{1,2}}(?: ?\([^)]*\))?, $")
_SCORE_AFTER = re.compile(
    rf"\)?(?:[,.;)]|$| (?:{_PLAYED}|contre|face|devant|against|over|[ae]n?|at|after|apres|on|in)\b)"
)


def codes(text: str, flat: str) -> list[tuple[int, int]]:
    """Spans of digits in groups that measure nothing: telephone numbers, scores, votes, street numbers, "24h/24"."""
    if not _GROUPED.search(flat):
        return []
    spans = [match.span() for match in _STREET.finditer(text)]
    for match in _CODES.finditer(flat):
        rising = match["ours"] and int(match["ours"]) < int(match["theirs"])
        before = flat[max(0, match.start() - 80) : match.start()]
        if rising and not (_SCORE_AFTER.match(flat, match.end()) and _SCORE_BEFORE.search(before)):
            continue
        spans.append(match.span())
    return spans


def is_identifier(text: str, flat: str, start: int, end: int, unit: str) -> bool:
    """Whether the digits `text[start:end]` name something. `unit` is the unit read after them, "" for none."""
    if text[end : end + 1] == "G" and unit == "g":
        return True  # "la 4G"
    if unit == "%" or len(unit) == 3 and unit.isupper():
        return False
    before, after = _WORD_BEFORE.search(text, max(0, start - 25), start), _WORD_AFTER.match(text, end)
    lead = before[1] if before else ""
    if after and _is_title(after[1], lead, unit):
        return True
    if unit:
        return len(lead) > 1 and lead.isupper() and bool(_ONE_LETTER.match(text, end - 1))
    followed = after is not None and after[1].islower() and not _closes(after[1])
    if flat[max(0, start - 4) : start].endswith((" le ", " la ", " une ", " the ")) or flat[:start] == "le ":
        return not followed
    if not lead or followed:
        return False
    head = fold_word(lead)
    if head in _HEADS or head.removesuffix("s") in _HEADS:
        return True
    return any(map(str.isupper, lead)) and before is not None and before.start() > 0


def _is_title(word: str, lead: str, unit: str) -> bool:
    """A unit with a capital ("20 Minutes"), or capitals right after the number ("400 GTi")."""
    if unit:
        return len(word) > 3 and word[0].isupper() and word[1:].islower() and not lead.isupper()
    mixed = len(word) > 1 and word[1].isupper() and not word.isupper() and not _COUNTED_BRAND.fullmatch(word)
    return mixed and word.lower() not in _CAPITAL_MEASURES


_COUNTED_BRAND = re.compile(r"[a-z][A-Z][a-z]+s")  # "54 million iPhones"
_CLOSERS = frozenset(
    "qu d l s n"
    " a au aux de des du en et est sont ou par pour que qui sur dans avec sera serait avait etait of in on at and is"
    " was were will who"
    " which that for by with from to the le la les un une se ne entre pres vers depuis lors mais car selon apres avant"
    " between near after before as but when while since".split()
).union(WEEKDAYS["fr"])


def _closes(word: str) -> bool:
    return fold_word(word) in _CLOSERS


def fold_word(word: str) -> str:
    """The word in flat form."""
    return flatten(word)
