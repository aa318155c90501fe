"""Names of people, places and organisations as spans, with a key that is the same in English and French.

Knows capitals, particles, titles, elisions and sentence starts; `places` knows what is called differently in the two
languages. Does not know which kind of name a name is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.figures.datewords import CALENDAR
from rag.figures.flat import fold
from rag.figures.model import Name
from rag.figures.origins import origin_before
from rag.figures.places import aliases, known_keys, peoples
from rag.figures.sounds import sound
from rag.figures.starters import STARTERS

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:\.(?=[ \u00a0][^\W\d_]))|[^\W_]+(?:[-‑&][^\W_]+)*")
_PARTICLE = {
    "en": frozenset("of von van der den de del della di da das dos du la le al el bin bint ben ibn ter zu & y".split()),
    "fr": frozenset(
        "de du des d la le les von van der den del della di da das dos al el bin bint ben ibn ter zu & y en sur"
        " l'".split()
    ),
}
# A particle that a hyphen joins to the name behind it: "al-Assad", "ben-Gvir".
_JOINED = re.compile(r"(?:al|el|ad|an|ar|as|at|ash|az|es|ben|bin|bint|ibn|ould|ul)[-‑](?=[^\W\d_])", re.IGNORECASE)
_SHORT_ARTICLE = (" '", " ’")  # before the "t" of "van 't Hoff"
_ELISION = re.compile(r"(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu)$", re.IGNORECASE)
TITLES = frozenset(
    "m mr mrs ms miss mme mlle mm dr pr prof me sir lord lady president presidente presidents chancellor chanceliere"
    " chancelier prime"
    " minister ministre premier queen reine king roi prince princess princesse pope pape general colonel captain"
    " capitaine senator"
    " senateur senatrice governor gouverneur mayor maire judge juge professor professeur doctor docteur secretary"
    " secretaire state"
    " director directeur directrice chief vice former ex saint sainte st ministry monsieur madame maitre".split()
)
_NEVER = {
    "en": CALENDAR["en"] | frozenset("i i'm i've i'd i'll mr mrs ms am pm gmt ok a an the".split()),
    "fr": frozenset("m mm mme mlle ok je ii iii iv vi vii viii ix x xx xxi le la les l d un une des".split()),
}
_COMPOUNDS = frozenset(
    (
        "entre temps",
        "peut etre",
        "celui ci",
        "celle ci",
        "ceux ci",
        "celles ci",
        "est ce",
        "quant a",
        "au dela",
        "la bas",
    )
)
_TURNED = re.compile(r"[-‑](?:moi|toi|nous|vous|lui|leur|je|tu|il|elle|on|ils|elles|ce)$")  # "Parle-moi", "Peut-on"
_OPENERS = frozenset('.!?:;"«»“”(…–—-•*\n[')
_OUTLET = re.compile(r"[A-Z][A-Z0-9]{1,5}(?:TV|Info)?|Reuters|Bloomberg|Monde|Figaro|Parisien|Mediapart|BFMTV")
_TOLD_TO = re.compile(
    r"\b(?:dit|déclaré|déclare|expliqué|explique|confié|confie|indiqué|indique|précisé|précise|assuré|assure|affirmé|affirme"
    r"|raconté|raconte|souligné|souligne|témoigné|témoigne|estimé|estime|told)(?: [a-zé]+)? (?:à l['’]|à |au )?$"
)
_HEADS = frozenset(("the", "le", "la", "les", "l", "d", "un", "une", "des", "de", "du", "of"))


def find_names(text: str, language: str) -> tuple[Name, ...]:
    """Every name in a text, left to right.

    Args:
        text: any text; offsets of the names are into it.
        language: "fr" reads French; anything else reads English.
    """
    reading = "fr" if language == "fr" else "en"
    tokens = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text)]
    names: list[Name] = []
    index = 0
    while index < len(tokens):
        if not _capital(tokens[index][2]) or _elided(text, tokens[index]):
            index += 1
            continue
        last = _known(text, tokens, index, _reach(text, tokens, index, reading))
        names.extend(_names(text, tokens[index : last + 1], reading))
        index = last + 1
    return tuple(names)


def _capital(word: str) -> bool:
    """Whether a word is written as a name is: with a capital, or one behind a particle ("al-Assad")."""
    if word[0].isupper():
        return True
    joined = _JOINED.match(word)
    return joined is not None and word[joined.end()].isupper()


def _elided(text: str, token: tuple[int, int, str]) -> bool:
    """Whether a token is an elided article: "L" in "L'Europe"."""
    return (
        token[1] < len(text)
        and text[token[1]] in "'’"
        and bool(_ELISION.match(token[2]))
        and token[2] not in ("O", "N")
    )


def _reach(text: str, tokens: list[tuple[int, int, str]], index: int, language: str) -> int:
    """The last token of the name that begins at `index`: capitals, and particles between capitals."""
    last, at = index, index + 1
    while at < len(tokens) and at - last <= 3:
        gap = text[tokens[at - 1][1] : tokens[at][0]]
        word = tokens[at][2]
        if gap in _SHORT_ARTICLE and word == "t":
            at += 1
            continue
        if not (gap.isspace() or gap in ("'", "’") or gap in (" & ", "")) or "\n" in gap:
            break
        if gap in ("'", "’") and not _joins(tokens[at - 1][2], word):
            break
        if _capital(word) and not _elided(text, tokens[at]):
            if _opens(text, tokens[at][0]) and at - 1 == last and not _initial(tokens[last][2]):
                break
            last = at
        elif fold(word) not in _PARTICLE[language] and not (
            language == "en" and word == "the" and tokens[at - 1][2] == "of"
        ):
            break
        at += 1
    return last


def _known(text: str, tokens: list[tuple[int, int, str]], index: int, last: int) -> int:
    """Further words, in any case, that make a name of the tables: "Union européenne"."""
    for at in range(min(len(tokens) - 1, last + 4), last, -1):
        if _capital(tokens[at][2]):
            continue
        if any(fold(text[tokens[start][0] : tokens[at][1]]) in aliases() for start in range(index, last + 1)):
            return at
    return last


def _joins(before: str, after: str) -> bool:
    """Whether an apostrophe joins two words of a name: O'Brien, N'Golo, d'Ivoire."""
    return _capital(after) and (len(before) == 1)


def _initial(word: str) -> bool:
    return len(word) <= 2 or word.endswith(".") or fold(word) in TITLES


def _opens(text: str, pos: int) -> bool:
    """Whether a word at `pos` is capitalised only because a sentence or quotation begins."""
    before = text[max(0, pos - 4) : pos].rstrip(" \u00a0\u202f\t'’")
    return not before or before[-1] in _OPENERS


def _names(text: str, tokens: list[tuple[int, int, str]], language: str) -> list[Name]:
    """The name in a run of tokens, without the common words and articles it begins with."""
    starts = _opens(text, tokens[0][0])
    while tokens:
        folded = fold(tokens[0][2])
        shouted = tokens[0][2].isupper() and len(folded) > 1
        article = not shouted and (folded in _NEVER[language] or folded in _HEADS)
        if article or (starts and _common(folded, tokens, language)):
            tokens = tokens[1:]
            while tokens and not _capital(tokens[0][2]):
                tokens = tokens[1:]
            starts = False
            continue
        break
    while tokens and (
        (not _capital(tokens[-1][2]) and not _whole(tokens) and not _ends_known(tokens))
        or fold(tokens[-1][2]) in _NEVER[language]
    ):
        tokens = tokens[:-1]
    if not tokens:
        return []
    if _tells_outlet(text, tokens):
        return [name for part in (tokens[:1], tokens[1:]) if (name := _made(text, part))]
    people, bearer = (0, 0) if _whole(tokens) else origin_before([token[2] for token in tokens], language)
    parts = [tokens[:people], tokens[bearer:]] if people else [tokens]
    return [name for part in parts if (name := _made(text, part))]


def _tells_outlet(text: str, tokens: list[tuple[int, int, str]]) -> bool:
    """Whether a run of capitals is an outlet and whoever spoke to it: "explique à l'AFP Karel Novotny"."""
    if len(tokens) < 3 or not (_OUTLET.fullmatch(tokens[0][2]) and _capital(tokens[1][2]) and _capital(tokens[2][2])):
        return False
    return _TOLD_TO.search(text, max(0, tokens[0][0] - 40), tokens[0][0]) is not None


def _made(text: str, tokens: list[tuple[int, int, str]]) -> Name | None:
    """The name that tokens make; None where they are titles or a letter alone."""
    start, end = tokens[0][0], tokens[-1][1]
    span = text[start:end]
    key = name_key(span)
    if all(fold(token[2]) in TITLES for token in tokens):
        return None
    if not key or (len(key) < 2 and not span.isupper()):
        return None
    return Name(start, end, span, key)


def _ends_known(tokens: list[tuple[int, int, str]]) -> bool:
    """Whether the last words make a name of the tables, whatever stands before."""
    return any(_whole(tokens[start:]) for start in range(1, len(tokens)))


def _whole(tokens: list[tuple[int, int, str]]) -> bool:
    return fold(" ".join(token[2] for token in tokens)) in aliases()


def _common(folded: str, tokens: list[tuple[int, int, str]], language: str) -> bool:
    """Whether the first word of a sentence is an ordinary word."""
    if folded in _COMPOUNDS or tokens[0][2] in ("À", "Y") or (language == "fr" and _TURNED.search(tokens[0][2])):
        return True
    if _hyphened(tokens[0][2]) and folded.split()[0] in STARTERS[language] and folded not in peoples():
        return folded not in aliases()  # "Long-distance trains"
    if folded in STARTERS[language]:
        return not (len(tokens) > 1 and fold(" ".join(token[2] for token in tokens)) in aliases())
    if len(tokens) > 1 or folded in aliases() or folded in peoples():
        return False
    word = tokens[0][2]
    if word.isupper() and len(word) > 1:
        return False
    endings = (
        ("ment", "ant", "ees", "ee", "ait", "ont", "eux") if language == "fr" else ("ly", "ing", "ed", "tions", "ments")
    )
    return folded.endswith(endings)


def _hyphened(word: str) -> bool:
    """Whether a word is two or more, of which only the first is capitalised."""
    first, *others = re.split(r"[-‑]", word)
    return bool(others) and all(map(str.islower, others)) and first.istitle()


@lru_cache(maxsize=20_000)
def name_key(span: str) -> str:
    """The key of a name as written: folded, titles and articles stripped, one key for both languages."""
    folded = fold(span)
    if folded in aliases():
        return aliases()[folded]
    if folded in peoples():
        return peoples()[folded]
    words = folded.split()
    while len(words) > 1 and (words[0] in TITLES or words[0] in _HEADS):
        words = words[1:]
    key = " ".join(words)
    return aliases().get(key) or peoples().get(key) or key


def mentions(text: str, language: str) -> frozenset[str]:
    """Every name key a text touches: its names, and places, peoples and institutions in whatever case."""
    keys = {name.key for name in find_names(text, language)}
    words = fold(text).split()
    for index in range(len(words)):
        for size in (1, 2, 3, 4):
            gram = " ".join(words[index : index + size])
            if gram in peoples():
                keys.add(peoples()[gram])
            if gram in aliases() and (size > 1 or len(gram) > 3):
                keys.add(aliases()[gram])
    return frozenset(keys)


def same_name(a: Name, b: Name) -> bool:
    """Whether two names may be one: the same key, a surname of the fuller one, or one spelling of the other.

    Places and institutions of the tables match only by key.
    """
    return same_key(a.key, b.key)


@lru_cache(maxsize=50_000)
def same_key(a: str, b: str) -> bool:
    """`same_name` on keys."""
    if a == b:
        return True
    if a in known_keys() or b in known_keys():
        return False
    left, right = [sound(word) for word in a.split()], [sound(word) for word in b.split()]
    short, long = sorted((left, right), key=len)
    if not short:
        return False
    return long[-len(short) :] == short and (len(short) > 1 or len(short[0]) > 2)
