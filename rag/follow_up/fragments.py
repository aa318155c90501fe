"""Questions that are only a part of one: "et en 2023 ?", "and in France?", "why?".

Knows how to put the part in its place in the question before. Does not know what any word means: a part that fits no
place is put in brackets.
"""

from __future__ import annotations

import re

from rag.figures.flat import fold as folded_key
from rag.figures.places import aliases
from rag.follow_up.shape import Shape, content_words
from rag.follow_up.times import placed_time, says_time
from rag.follow_up.topic import asked, bracketed, in_full, is_led, names, names_worth, shortened, standing, statement
from rag.language.statements import statement_of
from rag.types import Turn

_I = re.IGNORECASE
_LED = re.compile(
    r"(?P<preposition>in|at|from|for|of|with|by|on|to|en|à|au|aux|dans|pour|chez|de|du|des|par|avec"
    r"|sur)\s+(?P<object>.+)",
    _I,
)
_PLACES = frozenset(("in", "at", "en", "à", "au", "aux", "dans", "chez"))
_KIN = (
    _PLACES,
    frozenset(("for", "pour")),
    frozenset(("of", "de", "du", "des", "from")),
    frozenset(("by", "par")),
    frozenset(("with", "avec")),
    frozenset(("on", "sur")),
)
COUNT = re.compile(r"\b(?P<head>how many|combien d(?:e\s+|['’]))\s*(?P<noun>[\w-]+)", _I)
ARTICLE = re.compile(r"^(?:the|les|le|la|des|un|une|du|an?)\s+|^l['’]", _I)
_MOVABLE = re.compile(
    r"^(?:(?:since|until|depuis|jusqu['’]à)\s+)?(?:when|where|why|how(?! many| much)(?: long)?|quand|où"
    r"|pourquoi|comment)\b(?=\s+\S)",
    _I,
)
_YES_NO = re.compile(
    r"^(?:is|are|was|were|did|do|does|has|have|had|will|would|can|could|should|est-ce)\b|-(?:t-)?(?:il"
    r"|elle|ils|elles|on)\b",
    _I,
)
_ASKS = re.compile(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|qui|que|quoi|quels?|quelles?|quand|où|pourquoi"
    r"|comment|combien)\b|\bqu['’]",
    _I,
)
_ON = re.compile(r"\b(?:on|sur)\s+[^()?]+?(?=\s*(?:\(|$))", _I)  # what is said on a matter, up to the end
_OF = re.compile(r"(?:about|on|of|regarding|concerning|sur|d(?:e|u|es)|à propos d(?:e|u|es)|concernant)\s|d['’]", _I)
_OWN_TOPIC = 2  # words of a part that turns the talk to something else, where the turn before was a follow-up itself
_FIELD = re.compile(  # "the Nobel Peace Prize": what stands between says of which field it is
    r"\b(?P<giver>[A-Z][\w’'-]+) (?:[A-Z][\w’'-]+ )+(?P<award>Prize|Award|Medal|Cup|Championships?|Trophy)\b"
)
_FIELD_FR = re.compile(
    r"\b(?P<award>(?:prix|médaille|coupe|trophée)(?: [A-Z][\w’'-]+)?) (?:d(?:e (?:la |l['’])?|u |['’]))"
    r"[^\W\d_A-Z][\w-]*"
)
_OF_FIELD = re.compile(r"(?:celui |celle )?(?:de |d['’]|en )(?P<field>[^\W\d_A-Z][\w-]*)")
_ALIKE = re.compile(r"(?P<preposition>in|at|for|on|en|à|dans|pour|sur) (?P<object>[^\W\d_A-Z][\w-]+)$")
_CONTRACTIONS = (
    (re.compile(r"\bde le (?=\w)", _I), "du "),
    (re.compile(r"\bde les (?=\w)", _I), "des "),
    (re.compile(r"\bà le (?=\w)", _I), "au "),
    (re.compile(r"\bà les (?=\w)", _I), "aux "),
    (re.compile(r"\ben le (?=\w)", _I), "au "),
    (re.compile(r"\ben les (?=\w)", _I), "aux "),
    (re.compile(r"\ben (?:la |l['’])(?=\w)", _I), "en "),
    (re.compile(r"\b(?:du|de la|de l['’]) ?(?=l['’])", _I), "de "),
)


def complete_question_word(shape: Shape, last: Turn) -> str:
    """``Why?`` after ``When did he resign?`` -> ``Why did he resign?``; in brackets where word order forbids it."""
    before, word = asked(last), shape.bare
    moved = _MOVABLE.match(before)
    if moved and _MOVABLE.match(f"{word} x"):
        return f"{word}{before[moved.end() :]}{ending(shape)}"
    if not _ASKS.search(before) and _YES_NO.search(before) and _MOVABLE.match(f"{word} x"):
        return f"{word} {lowered(before)}{ending(shape)}"
    return bracketed(f"{word}{ending(shape)}", statement(last))


def complete_fragment(shape: Shape, last: Turn) -> str | None:
    """The question before with the part in its place: a time, a name behind its preposition, a noun counted.

    A part that finds no place comes first, with the question before in brackets, or what the talk is of; it stands
    alone where it says enough to be a new subject. None where nothing says that it is a part of anything ("thanks").
    """
    before, part = in_full(last), shape.bare
    placed = (
        placed_time(before, part)
        or _placed_in_statement(before, part)
        or _placed_like(before, part)
        or _placed_led(before, part)
        or _placed_name(before, part)
        or _placed_noun(asked(last), part)
    )
    if placed is not None:
        return f"{placed}{ending(shape)}"
    if not shape.opened:
        return None
    talk = standing(last)
    if talk and len(content_words(part, shape.language)) >= _OWN_TOPIC:
        return f"{part}{ending(shape)}"
    return bracketed(f"{part}{ending(shape)}", shortened(talk or lowered(asked(last))))


def _placed_in_statement(before: str, part: str) -> str | None:
    """Where it was asked what somebody said of a matter: another matter in its place, or another speaker."""
    said = statement_of(before)
    if said is None or "(" in before:  # what stands in brackets is of the talk, not of the question
        return None
    if _OF.match(part):
        return f"{said.head} {part}"
    found = names(part, first_counts=True)
    if not found or found[0][:2] != (0, len(part)) or _is_place(part):
        return None
    return before.replace(said.speaker, part, 1)


def _is_place(name: str) -> bool:
    """Whether it is the known name of a place or body: more likely another matter than another speaker."""
    return folded_key(name) in aliases()


def _placed_like(before: str, part: str) -> str | None:
    """A part takes the place of what is said alike: a prize's field, a noun behind the same word, the same noun."""
    of, field = _OF_FIELD.fullmatch(part), _FIELD_FR.search(before)
    if of and field:
        de = "d'" if re.match(r"[aeiouyh]", folded_key(of["field"])) else "de "
        return f"{before[: field.end('award')]} {de}{of['field']}{before[field.end() :]}"
    led = _ALIKE.fullmatch(part)
    if led and not says_time(part):
        field = _FIELD.search(before)
        if field and led["preposition"] == "in":
            return f"{before[: field.start()]}{field['giver']} {field['award']} {part}{before[field.end() :]}"
        old = re.search(rf"\b{led['preposition']} [^\W\d_A-Z][\w-]+$", before)
        return before[: old.start()] + part if old and not says_time(old.group()) else None
    bare = ARTICLE.sub("", part)
    if bare == part or len(bare.split()) < _OWN_TOPIC:
        return None
    first, last = (re.escape(bare.split()[place]) for place in (0, -1))
    old = re.search(rf"(?<=\s)(?:the|le|la|les) (?:{first} [^?(]+|(?:[\w’'-]+ ){{0,3}}{last})$", before, _I)
    return before[: old.start()] + part if old and not says_time(old.group()) else None


def _placed_led(before: str, part: str) -> str | None:
    """A part led by a preposition takes the place of a name led by a like one, or comes at the end."""
    led = _LED.fullmatch(part)
    if led is None:
        return None
    kin = next(
        (group for group in _KIN if led["preposition"].lower() in group), frozenset((led["preposition"].lower(),))
    )
    for start, end, _ in reversed(names(before)):
        lead = re.search(r"\b([^\W\d_]+)\s+(?:(?:the|la|le|les)\s+|l['’])?$", before[:start])
        if lead and lead[1].lower() in kin:
            return before[: lead.start(1)] + part + before[end:]
    on = _ON.search(before) if _ON.match(part) else None
    if on and not says_time(on.group()):
        return before[: on.start()] + part + before[on.end() :]
    if led["preposition"].lower() in _PLACES:
        article = {"au": "le ", "aux": "les "}.get(led["preposition"].lower(), "")
        replaced = _placed_name(before, article + led["object"])
        if replaced is not None and is_led(before[: names_worth(before)[0][0]]):
            return replaced
    return f"{before} {part}"


def _placed_name(before: str, part: str) -> str | None:
    """A name takes the place of the only name there is, with its article."""
    bare = ARTICLE.sub("", part)
    found, old = names(bare, first_counts=True), names_worth(before)
    if not found or found[0][:2] != (0, len(bare)) or len(old) != 1:
        return None
    start, end, _ = old[0]
    article = re.search(r"(?:\b(?:the|la|le|les)\s+|\bl['’])$", before[:start], _I)
    if article:
        start = article.start()
    placed = before[:start] + part + before[end:]
    for pattern, contraction in _CONTRACTIONS:
        placed = pattern.sub(contraction, placed)
    return placed


def _placed_noun(before: str, part: str) -> str | None:
    """``How many dead in the attack`` and ``the wounded`` -> ``How many wounded (dead in the attack)``."""
    counted = COUNT.search(before)
    noun = ARTICLE.sub("", part)
    is_noun = len(noun.split()) <= 3 and re.search(r"[^\W\d_]", noun) and not names(noun, first_counts=True)
    if counted is None or not is_noun:
        return None
    return f"{before[: counted.start('noun')]}{noun} ({shortened(before[counted.start('noun') :])})"


def lowered(question: str) -> str:
    """The question as it reads inside another: with a small first letter, unless a name begins it."""
    starts_with_name = any(start == 0 for start, _, _ in names(question))
    return question if starts_with_name else question[:1].lower() + question[1:]


def ending(shape: Shape) -> str:
    """The closing punctuation as typed; a question mark where there is none."""
    return shape.rest[len(shape.bare) :].rstrip() or "?"
