"""Questions made from news sentences: something is taken out, and the rest asks for it.

A figure, a date, a name, a place, a reason or a means is the answer; the question is a question word and what is left
of the sentence, thinned out, reworded, and told a little of the title and the month, as people do who ask about an
article they remember. Knows French sentences. Does not know models.
"""

# ruff: noqa: E501 - a table of patterns reads best a row a line

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from rag.language import fold, stop_words
from training.gloss import Glosser
from training.ranker_data import Row

_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_MONTH = "|".join(_MONTHS.split())
_NAME = r"(?:[A-ZÉÈÎÂ][\w'’-]+)(?: (?:de |du |des |le |la )?[A-ZÉÈÎÂ][\w'’-]+)+"
_KINDS: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = (
    ("money", re.compile(r"\d[\d\s.,]*(?: (?:millions?|milliards?|mille))? ?(?:d')?(?:d'euros|euros?|€|dollars|\$|livres)"),
     ("Combien", "Quelle somme", "Quel montant", "À combien", "Quel prix", "Quel budget")),
    ("percent", re.compile(r"\d[\d.,]* ?%"), ("Quel pourcentage", "Quelle part", "Quelle proportion", "De combien", "Quel taux")),
    ("count", re.compile(r"\b\d[\d\s.,]*\d?(?: (?:millions?|milliards?))?(?= (?:de |d')?[a-zé]{4,})"),
     ("Combien", "Combien de", "Quel nombre")),
    ("date", re.compile(rf"(?:(?:le |au |du )?(?:\w+di )?\d{{1,2}}(?:er)? (?:{_MONTH})(?: \d{{4}})?)|(?:(?:en|fin|début|mi-) ?(?:{_MONTH})(?: \d{{4}})?)"
                        r"|\ben (?:19|20)\d\d\b|\b\d{1,2}[hH]\d\d\b"),
     ("Quand", "À quelle date", "Quel jour", "Jusqu'à quand", "En quelle année", "À partir de quand", "À quelle heure")),
    ("place", re.compile(r"(?:\bà |\ben |\bau |\baux |\bdans (?:le|la|les) )[A-ZÉÈÎ][\w'’-]+(?:[- ][A-ZÉÈÎ][\w'’-]+)*(?: \([\w' -]+\))?"),
     ("Où", "Dans quelle ville", "Dans quel pays", "Dans quelle commune", "En quel lieu")),
    ("name", re.compile(_NAME), ("Qui", "Quel responsable", "Quelle personne", "Comment s'appelle", "Qui est", "Quelle organisation")),
    ("reason", re.compile(r"\b(?:parce qu|en raison d|à cause d|afin d|pour éviter|car |faute d|après qu|suite à|grâce à)[^,.;]{15,140}"),
     ("Pourquoi", "Pour quelle raison", "Comment", "Qu'est-ce qui a conduit à", "Par quel moyen")),
    ("thing", re.compile(r"\b(?:le|la|l'|un|une|les|des|du) ?[a-zéèê]{4,}(?: (?:de|du|d'|des|à)? ?[a-zéèê]{4,}){1,3}"),
     ("Que", "Qu'est-ce que", "Quel", "Quoi", "Quelle chose")),
)  # fmt: skip
_SHARE = {"money": 5, "percent": 4, "count": 4, "date": 5, "place": 3, "name": 4, "reason": 3, "thing": 2}


@dataclass(frozen=True)
class Taken:
    """What was taken out of a sentence: characters ``start`` to ``end``, and the question words that ask for it."""

    kind: str
    start: int
    end: int
    asks: tuple[str, ...]


def answers_in(sentence: str) -> list[Taken]:
    """All that could be asked for in a sentence."""
    return [Taken(kind, m.start(), m.end(), asks) for kind, pattern, asks in _KINDS for m in pattern.finditer(sentence)]


def ask(
    title: str, published: str, passages: list[list[str]], glosser: Glosser, chooser: random.Random, group: str
) -> Row | None:
    """One row from an article, or None where its sentences give nothing to ask for."""
    passage = chooser.choice(passages)
    options = [(n, taken) for n, text in enumerate(passage) if 60 <= len(text) <= 420 for taken in answers_in(text)]
    if not options or len(passage) < 2:
        return None
    number, taken = chooser.choices(options, [_SHARE[taken.kind] for _, taken in options])[0]
    sentence = passage[number]
    left, right = _clause(sentence, taken)
    rest = _thinned(left + " " + right, chooser)
    if len(rest.split()) < 4:
        return None
    rest = glosser.paraphrase(rest, "fr", 0.35, chooser)
    question = f"{chooser.choice(taken.asks)} {rest}{_setting(title, published, rest, chooser)} ?"
    return Row(question, "fr", title, tuple(passage), (number,), (number, taken.start, taken.end), "news", group)


def _clause(sentence: str, taken: Taken) -> tuple[str, str]:
    """What stands left and right of the answer, within reach."""
    return " ".join(sentence[: taken.start].split()[-14:]), " ".join(sentence[taken.end :].split()[:14])


def _thinned(text: str, chooser: random.Random) -> str:
    """Quotes and brackets gone, some words lost, at times the halves swapped: as one remembers."""
    words = re.sub(r"[\"«»()\[\];:?!]", " ", text).replace(",", " ").split()
    lose = chooser.choice((0.1, 0.25, 0.4))
    kept = [word for word in words if chooser.random() > lose]
    if chooser.random() < 0.3 and len(kept) > 8:
        cut = chooser.randrange(3, len(kept) - 3)
        kept = kept[cut:] + kept[:cut]
    return " ".join(kept).rstrip(".")


def _setting(title: str, published: str, rest: str, chooser: random.Random) -> str:
    """A few words of the title that the question lacks, and at times the month of the article."""
    have = {fold(word) for word in rest.split()}
    stops = stop_words("fr")
    fresh = [w for w in re.findall(r"[\w'’-]+", title) if fold(w) not in have and fold(w) not in stops and len(w) > 2]
    extra = " ".join(w for w in fresh if chooser.random() < 0.5)[:60]
    month = ""
    if len(published) >= 7 and published[:4].isdigit() and chooser.random() < 0.4:
        month = f" en {_MONTHS.split()[int(published[5:7]) - 1]} {published[:4]}"
    return f"{chooser.choice((',', ' de', ' pour', ''))} {extra}{month}" if extra else month
