"""Whether the names of a claim are names of its source, in either language.

Knows keys of names, peoples and their places, titles and offices, and what a word may be in the other
language. Does not know figures or manners of speech.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from rag.citations.reasons import Reason
from rag.citations.sources import Source, known_names
from rag.figures import Name, find_names
from rag.figures.flat import fold
from rag.figures.names import TITLES, name_key, same_key
from rag.figures.peoples import homes
from rag.figures.places import aliases, known_keys, peoples
from rag.figures.spellings import in_full, is_baptised_so, is_of_it, is_spelt_so, joined, one_root
from rag.language import stem
from rag.translation import translate_term

SMALL = frozenset("of the and for in at on a an s de du des d l la le les et pour en au aux a un une".split())
LIKELY = 0.05  # probability from which a word of the table counts as a translation
_PLENTY = 99
_ROOT = 5  # letters that two words of one root share
_PARTICLE = re.compile(r" (?:de la|de l[’']|de|du|des|of the|of|et|and|sur|en|pour|à|au) | d[’']")
# Offices, bodies and their initials, which English writes with capitals and French without; no names in themselves.
_OFFICES = """
mp mps: depute deputee deputes deputees parlementaire parlementaires; mep meps: eurodepute eurodeputee eurodeputes
congressman congresswoman: elu elue parlementaire; pm: premier ministre; ceo: pdg patron patronne directeur dirigeant
chairman chairwoman: president presidente; gdp: pib; pib: gdp; vat: tva; tva: vat; ngo: ong; ong: ngo; dna: adn
adn: dna
hiv: vih; vih: hiv; aids: sida; ai: ia artificielle; ia: ai artificial; slam: chelem
tv: television tele televise televisee chaine
television: tv tele
secretary: ministre secretaire; minister ministre: secretary minister; attorney: procureur avocat
prosecutor prosecutors: procureur parquet procureure; chancellor: chanceliere chancelier ministre; home: interieur
foreign: etrangeres etrangere etrangers etranger; interior: interieur; health: sante; education: education
justice: justice sceaux; finance: finances finance; economy: economie; defence defense: defense armees
labour labor: travail
transport: transports transport; culture: culture; agriculture: agriculture; environment: environnement ecologie
ecology ecological: ecologie ecologique; sports sport: sports sport; housing: logement; energy: energie
europe: europe europeen europeenne; overseas: outre mer
headquarters hq: qg quartier siege; qg: quartier headquarters hq siege
green greens: vert verte verts vertes ecologiste ecologistes eelv
socialist socialists: socialiste socialistes ps; communist: communiste communistes pcf; conservative: conservateur
labour: travailliste; liberal: liberal liberale; party: parti; ministry: ministere; department: departement ministere
state: etat; supreme: supreme; court: cour tribunal; university: universite universitaire; institute: institut
agency: agence; office: office bureau; council: conseil; member members: membre membres
parliament: parlement; senate: senat; government: gouvernement; commission: commission; committee: comite commission
union: union syndicat; bank: banque
police: police gendarmerie; army: armee; navy: marine; church: eglise; street: rue; avenue: avenue; palace: palais
river: riviere fleuve; lake: lac; sea: mer; island islands: ile iles; mount mountain: mont; bridge: pont
airport: aeroport
station: gare station; hospital: hopital chu; school: ecole lycee college; prize: prix; cup: coupe; league: ligue
championship championships: championnat championnats; games: jeux; final: finale; tour: tour; festival: festival
north northern: nord; south southern: sud; east eastern: est orientale oriental
west western: ouest occident occidentale occidental
great: grand grande; new: nouveau nouvelle; grand: grand; general: general generale; national: national nationale
international: international internationale; world: monde mondial mondiale; first: premier premiere; lower: bas basse
upper: haut haute; central: central centrale; federal: federal federale; royal: royal royale
law: loi; act: loi; bill: loi projet; code: code; deal: accord; agreement: accord; treaty: traite; summit: sommet
wall: mur; tower: tour; square: place; museum: musee; cathedral: cathedrale; castle: chateau; city: ville
falls: chutes; earth: terre terrestre planete; moon: lune lunaire; deputy: vice adjoint adjointe
caretaker: interim interimaire; acting: interim interimaire; former: ancien ancienne ex; vice: vice adjoint adjointe
january: janvier; father: pere; mother: mere; queen: reine; king: roi; prince: prince; princess: princesse; pope: pape
duke: duc; duchess: duchesse; captain: capitaine; sergeant: sergent adjudant; lieutenant: lieutenant; major: major
jesus: jesus; god: dieu; internet: internet web online ligne; covid coronavirus: covid coronavirus
"""


def missing_name(text: str, language: str, sources: Sequence[Source]) -> Reason | None:
    """The first name of the text that no source holds as often, as a reason; None when all are held."""
    used: Counter[str] = Counter()
    for name in find_names(text, language):
        used[name.key] += 1
        times = sum(_named(name, source, language) for source in sources)
        if times < used[name.key]:
            return Reason("repeated" if times else "absent", name.text)
    return None


def _named(name: Name, source: Source, language: str) -> int:
    """How often a source names what `name` names: as written, by key, or piece by piece."""
    keys, words = known_names(source)
    count = _count(name.key, fold(name.text), keys, words)
    if count:
        return count if source.language == language else _PLENTY
    if _completed(name, source, language):
        return _PLENTY
    parts = _PARTICLE.split(name.text)
    if len(parts) > 1 and all(_named(Name(0, len(part), part, name_key(part)), source, language) for part in parts):
        return 1 if source.language == language else _PLENTY
    tokens = _pieces(in_full(fold(name.text).split())) or [name.key]
    if tokens and _in_pieces(tokens, source, language):
        return _PLENTY
    # A capital at the start of a sentence may be an ordinary word's.
    if name.start != 0 or len(tokens) != 1:
        return 0
    known = _ordinary if source.language != language else _derived
    return _PLENTY if known(tokens[0], language, source) else 0


def _completed(name: Name, source: Source, language: str) -> bool:
    """Whether the source names the surname and its passage the one full name that ends in it: "M. Trump"."""
    words = name.key.split()
    if len(words) < 2 or not source.context or f" {words[-1]} " not in known_names(source)[1]:
        return False
    full = {other.key for other in find_names(source.context, source.language)}
    return {key for key in full if len(key.split()) > 1 and key.split()[-1] == words[-1]} == {name.key}


def _count(key: str, text: str, keys: Sequence[str], words: str) -> int:
    """How often a source names it: in its own letters, or under a key that says no less."""
    written = max(words.count(f" {key} "), words.count(f" {text} ")) or joined(text, words)
    size = len(key.split())
    return max(written, sum(size <= len(other.split()) and same_key(key, other) for other in keys))


def _in_pieces(tokens: Sequence[str], source: Source, language: str) -> bool:
    """Whether offices, peoples and places of a run of capitals are the source's, and the rest is one name of it.

    "US Health Secretary Alex Azar" is the source's "ministre américain de la Santé" and its "Alex Azar". Across
    languages the rest may also be the source's word by word.
    """
    keys, words = known_names(source)
    other = source.language if source.language != language else ""
    said = frozenset(words.split())
    rest = [one for one in tokens if not (_is_office(one, words) or _belongs(one, keys) or is_of_it(one, said))]
    if len(rest) > 1 and rest[0] in _ordinary_words(source.context) and not _titled(rest[0]):
        rest = rest[1:]  # "Cyclone Amphan" where the passage speaks of a cyclone
    if not rest:
        return True
    if len(rest) < len(tokens) and _count(" ".join(rest), " ".join(rest), keys, words):
        return True
    return bool(other) and all(_translated(token, language, source, keys, words) for token in rest)


def _titled(token: str) -> bool:
    return token in TITLES or token in _offices()


def _is_office(token: str, words: str) -> bool:
    """Whether a word is an office or body that the source has under its name in either language, or a title."""
    if token in TITLES and any(f" {title} " in words for title in TITLES if len(title) > 1):
        return True
    return any(f" {word} " in words for word in (token, *_offices().get(token, ())) if token in _offices())


def _belongs(token: str, keys: Sequence[str]) -> bool:
    """Whether a source names the people, the place, or the one in place of the other ("China" for "chinoise")."""
    return bool(_places(token) & {place for key in keys for place in _places(key)})


@lru_cache(maxsize=20_000)
def _places(word: str) -> frozenset[str]:
    """The keys of a people and of its home, where the word is either."""
    key = peoples().get(word) or aliases().get(word) or word
    home = homes().get(key)
    if home is None and key not in _keys():
        return frozenset()
    return frozenset({key, aliases().get(home, home)} if home else {key})


@lru_cache(maxsize=1)
def _keys() -> frozenset[str]:
    return known_keys() | frozenset(peoples().values())


def _translated(token: str, language: str, source: Source, keys: Sequence[str], words: str) -> bool:
    """Whether one word of a name stands in a source of the other language, as it is, by sound, or translated."""
    if (
        any(f" {form} " in words for form in (token, f"{token}s", token.removesuffix("s")) if len(form) > 1)
        or peoples().get(token, token) in keys
    ):
        return True
    if aliases().get(token, token) in keys:
        return True
    if any(f" {word} " in words for word in translations(token, language, source.language)):
        return True
    if len(token) > 6 and any(one_root(word, token) for word in _ordinary_words(source.text)):
        return True  # "Global" and "globale", "Academy" and "académie"
    if len(token) > 3 and any(same_key(token, word) for word in words.split() if word[0] == token[0]):
        return True
    return is_spelt_so(token, frozenset(words.split())) or is_baptised_so(token, words)


@lru_cache(maxsize=2048)
def _ordinary_words(text: str) -> tuple[str, ...]:
    """The words of a text that begin with a small letter."""
    return tuple(word for piece in text.split() if piece[:1].islower() for word in fold(piece).split())


def _pieces(words: Sequence[str]) -> list[str]:
    """The words of a name without small ones, places of several words kept whole."""
    found: list[str] = []
    at = 0
    while at < len(words):
        size = next((n for n in range(min(5, len(words) - at), 1, -1) if _is_known(" ".join(words[at : at + n]))), 1)
        found.append(" ".join(words[at : at + size]))
        at += size
    return [piece for piece in found if piece not in SMALL]


def _is_known(words: str) -> bool:
    return words in aliases() or words in peoples()


@lru_cache(maxsize=4096)
def translations(token: str, language: str, other: str) -> frozenset[str]:
    """What a word may be in the other language, with a plural or singular of each."""
    found = {word for word, chance in translate_term(token, language, other) if chance >= LIKELY}
    return frozenset(found | {f"{word}s" for word in found} | {word.removesuffix("s") for word in found})


def _ordinary(token: str, language: str, source: Source) -> bool:
    if token in aliases() or token in peoples():
        return False
    forms = (token, token.removesuffix("s"), token.removesuffix("es"))
    return any(translate_term(form, language, source.language) for form in forms)


def _derived(token: str, language: str, source: Source) -> bool:
    """Whether a source of the same language has the word, or one of its root, with a small letter: "Councillors"."""
    own = stem(token, language)
    return any(
        own == stem(word, language) or (len(token) > _ROOT < len(word) and word[:_ROOT] == token[:_ROOT])
        for word in _ordinary_words(source.text)
    )


@lru_cache(maxsize=1)
def _offices() -> dict[str, frozenset[str]]:
    """Word of an office or body, in either language -> what it is called in the other."""
    table: dict[str, set[str]] = {}
    for row in _OFFICES.strip().replace("\n", "; ").split("; "):
        ours, _, theirs = row.partition(":")
        for one in ours.split():
            for other in theirs.split():
                table.setdefault(one, set()).add(other)
                table.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in table.items()}
