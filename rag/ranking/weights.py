"""The numbers the ranking was given by training, read from ``weights.json``.

Knows the file. Does not know where its numbers come from (training/ranker_mix.py says) nor what they are multiplied
with.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "weights.json"


@dataclass(frozen=True)
class Weights:
    """Weights by feature of passages, of sentences, and of sentences whose passages are not read by the model.

    ``reads``: whether passages are read by it at all, where there is one. ``sure``: the probability of a sentence from
    which the passages behind the first ones are left unread; above 1 all are read.
    """

    passage: Mapping[str, float]
    sentence: Mapping[str, float]
    unread: Mapping[str, float]
    reads: bool = True
    sure: float = 0.15


@cache
def weights() -> Weights:
    """The committed weights."""
    values = json.loads(FILE.read_text(encoding="utf-8"))
    return Weights(values["passage"], values["sentence"], values["unread"])


def weighted(values: Mapping[str, float], weigh: Mapping[str, float]) -> float:
    """The sum of the values by their weights; what has no weight counts nothing."""
    return sum(weigh.get(name, 0.0) * value for name, value in values.items())


def probability(logit: float) -> float:
    """The logistic function, from 0 to 1."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))


def log_odds(chance: float, least: float = 1e-9) -> float:
    """The logit of a probability; one nearer than ``least`` to 0 or 1 counts as that far from it."""
    chance = min(max(chance, least), 1 - least)
    return math.log(chance / (1 - chance))
