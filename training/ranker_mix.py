"""Fits how the features of a sentence are weighed.

    python -m training.ranker_mix --data ../shared/data

The fit half of benchmarks/news_questions.jsonl, in both languages, asked of an index of the articles it is about among
others of the same years: retrieval, its mistakes included, as in use. Listwise for the order of sentences. Scores keep
the spread that refusal was fitted to: the best sentences' logits have mean ``USUAL`` and deviation ``SPREAD``. Writes
the ``sentence`` part of rag/ranking/weights.json. The passage weights are chosen by hand. Knows figures of sentences
and which of them answer. Does not know what the features mean.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.news_questions import articles, write_half
from rag.build import build
from rag.evaluate.gold import GoldQuestion, read_questions
from rag.question import analyse
from rag.ranking.sentences import FEATURES
from rag.ranking.weights import FILE, weights
from rag.retrieve import Retriever
from training.ranker_data import read_piaf

NAMES = (*FEATURES, "place")
DECAY = 0.01
USUAL, SPREAD = -0.8, 0.7


@dataclass(frozen=True)
class Case:
    """The sentences read for a question: features (n, f), and which of them answer (n,)."""

    features: NDArray[np.float64]
    right: NDArray[np.bool_]


def write_corpus(data: Path, folder: Path) -> None:
    """News articles, and PIAF's held-out paragraphs beside them, as one JSONL file."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [row for row in read_piaf(data)[1] if len(row.sentences) > 1]
    items = {str(item["id"]): item for item in articles(data)}
    for row in rows:
        items[row.group] = {"id": row.group, "title": row.title, "text": " ".join(row.sentences), "language": "fr"}
    lines = (json.dumps(item, ensure_ascii=False) + "\n" for item in items.values())
    (folder / "mix.jsonl").write_text("".join(lines), encoding="utf-8")


def cases_of(retriever: Retriever, gold: Iterable[GoldQuestion]) -> list[Case]:
    """What is read for each question in each language, and whether it overlaps the gold evidence."""
    cases = []
    for item in gold:
        for language, text in item.texts.items():
            features, right = [], []
            for found in retriever.explain(analyse(text, language), k=10):
                for scored in found.sentences:
                    features.append([scored.features.get(name, 0.0) for name in NAMES])
                    right.append(item.overlaps(found.hit.article.id, scored.sentence.start, scored.sentence.end))
            if features:
                cases.append(Case(np.array(features), np.array(right)))
    return cases


def fit_order(cases: list[Case], steps: int = 600) -> NDArray[np.float64]:
    """Weights (f,) that put answering sentences first: listwise softmax, small weights preferred."""
    cases = [case for case in cases if case.right.any()]
    weights, first, second = (np.zeros(len(NAMES)) for _ in range(3))
    for step in range(1, steps + 1):
        slope = DECAY * weights
        for case in cases:
            logits = case.features @ weights
            share = np.exp(logits - logits.max())
            share /= share.sum()
            wanted = share * case.right
            slope += case.features.T @ (share - wanted / (wanted.sum() + 1e-12)) / len(cases)
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def precision(cases: list[Case], weights: NDArray[np.float64]) -> tuple[float, float]:
    """Share of questions whose answering sentence comes first, and among the first three."""
    places = [np.flatnonzero(case.right[np.argsort(-(case.features @ weights), kind="stable")]) for case in cases]
    return tuple(float(np.mean([bool(len(found)) and found[0] < k for found in places])) for k in (1, 3))  # type: ignore[return-value]


def scaled(cases: list[Case], weights: NDArray[np.float64]) -> dict[str, float]:
    """The weights by name and the bias, so that the best sentences' logits have the usual mean and spread."""
    best = np.array([(case.features @ weights).max() for case in cases])
    scale = SPREAD / float(best.std())
    named = {name: round(float(scale * value), 3) for name, value in zip(NAMES, weights, strict=True)}
    return {"bias": round(USUAL - scale * float(best.mean()), 3)} | named


def fit(data: Path, runs: Path) -> None:
    """Build the index, ask the questions, fit, write weights.json."""
    write_corpus(data, runs / "mix" / "corpus")
    build(runs / "mix" / "corpus", runs / "mix" / "index")
    retriever = Retriever.open(runs / "mix" / "index")
    half, rest = (read_questions(write_half(name, runs / "mix" / f"{name}.jsonl")) for name in ("fit", "held"))
    cases = cases_of(retriever, half)
    fitted = fit_order(cases)
    print("P@1, P@3 of the half fitted on", precision(cases, fitted))
    print("P@1, P@3 of the other half", precision(cases_of(retriever, rest), fitted))
    _write("sentence", scaled(cases, fitted))


def _write(part: str, values: dict[str, float]) -> None:
    whole = json.loads(FILE.read_text(encoding="utf-8")) | {part: values}
    FILE.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    weights.cache_clear()
    print(part, values)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"))
    arguments = parser.parse_args()
    fit(arguments.data, arguments.runs)


if __name__ == "__main__":
    main()
