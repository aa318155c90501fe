"""The rows one pass of the ranker's training sees: sources mixed, languages crossed, answers at times taken away.

Knows shares and negatives. Does not know models.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from rag.language import index_terms
from training.gloss import gloss
from training.ranker_data import Row, read_piaf, read_selqa
from training.ranker_questions import drawn

CUT_OUT, STRANGER = 0.15, 0.25  # share of rows whose answer is cut out of the passage; that get another passage instead
OTHERS = (1, 2, 3)  # passages that do not answer, read beside one that does
FULL_GLOSS = 0.7  # of the glossed questions; the others mix the languages
DRAWN = {"piaf": (3500, 700), "selqa": (1300, 700)}
"""How many rows of each source are read: as they are, and glossed into the other language."""


class Neighbours:
    """BM25 over passages, to find ones that look like an answer and are none."""

    def __init__(self, passages: Sequence[tuple[str, str, tuple[str, ...]]], language: str) -> None:
        """``passages`` are (group, title, sentences)."""
        self.passages, self._language = passages, language
        places: dict[str, list[int]] = defaultdict(list)
        lengths = []
        for number, (_, title, sentences) in enumerate(passages):
            terms = Counter(index_terms(f"{title} {' '.join(sentences)}", language))
            lengths.append(sum(terms.values()))
            for term in terms:
                places[term].append(number)
        self._places = {term: np.array(found) for term, found in places.items() if len(found) < 0.2 * len(passages)}
        self._length = 0.4 + 0.6 * np.array(lengths) / np.mean(lengths)

    def like(self, question: str, group: str, most: int = 8) -> list[int]:
        """Numbers of the passages nearest to a question, of other groups."""
        scores = np.zeros(len(self.passages))
        for term in set(index_terms(question, self._language)):
            found = self._places.get(term)
            if found is not None:
                scores[found] += math.log(len(self.passages) / len(found)) / self._length[found]
        order = np.argpartition(-scores, most + 4)[: most + 4]
        order = order[np.argsort(-scores[order])]
        return [int(n) for n in order if self.passages[n][0] != group and scores[n] > 0][:most]


def training_groups(data: Path, news: Sequence[list[Row]], passes: int, seed: int) -> list[list[Row]]:
    """All that is read, as groups of passages for one question, shuffled.

    Args:
        data: folder of the training data.
        news: groups of the news questions, as found.
        passes: how often each of these is read, each time beside other passages.
        seed: of the choice.
    """
    chooser = random.Random(seed)
    groups = [drawn(group, chooser.choice(OTHERS), chooser) for _ in range(passes) for group in news]
    for name, found in (("piaf", read_piaf(data)[0]), ("selqa", read_selqa(data)[0])):
        plain, glossed = DRAWN[name]
        near = Neighbours(sorted({(row.group, row.title, row.sentences) for row in found}), found[0].language)
        crossed = [_glossed(row, chooser) for row in _drawn(found, glossed, chooser)]
        chosen = [*_drawn(found, plain, chooser), *crossed]
        groups += [[_challenged(row, asked, near, chooser)] for row, asked in chosen]
    chooser.shuffle(groups)
    return groups


def _drawn(rows: Sequence[Row], count: int, chooser: random.Random) -> list[tuple[Row, str]]:
    """``count`` rows, all of them as often as each other, with the question to search neighbours by."""
    drawn: list[Row] = []
    while len(drawn) < count:
        drawn += chooser.sample(list(rows), min(len(rows), count - len(drawn)))
    return [(row, row.question) for row in drawn]


def _glossed(drawn: tuple[Row, str], chooser: random.Random) -> tuple[Row, str]:
    row, asked = drawn
    share = 1.0 if chooser.random() < FULL_GLOSS else chooser.uniform(0.3, 0.9)
    other = "en" if row.language == "fr" else "fr"
    return replace(row, question=gloss(row.question, row.language, share, chooser), language=other), asked


def _challenged(row: Row, asked: str, near: Neighbours, chooser: random.Random) -> Row:
    """The row as it is, without its answer, or over a passage that only looks right."""
    draw = chooser.random()
    if draw < CUT_OUT and len(row.sentences) > len(row.gold) + 1:
        return row.without_answer()
    if draw < CUT_OUT + STRANGER:
        found = near.like(asked, row.group)
        if found:
            _, title, sentences = near.passages[chooser.choice(found)]
            return replace(row, title=title, sentences=sentences, gold=(), span=None)
    return row
