"""Fits how the features of a sentence are weighed, on questions of held-out PIAF.

    python -m training.ranker_mix --data ../shared/data

Held-out PIAF questions, in French and glossed into English, asked of an index of their paragraphs among news articles
that no training used: retrieval, its mistakes included, as in use. Listwise for the order, then logistic for the
probability. Writes the ``sentence`` part of rag/ranking/weights.json. Two global knobs come from development
questions: how much the fitting kind of answer counts at least (questions on news ask for more figures and dates than
those on Wikipedia), and the refusal threshold.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.build import build
from rag.question import analyse
from rag.ranking.weights import FILE
from rag.retrieve import Retriever
from rag.types import Question
from training.align import Lexicon
from training.gloss import Glosser
from training.ranker_data import Row, read_news, read_piaf
from training.ranker_rows import RESERVED_NEWS

NEWS, QUESTIONS = 700, 300  # articles in the index; questions asked, in each language
NAMES = tuple("said around passage names here kind fits short question place".split())
FITS = 3.5  # least weight of the fitting kind: the knob
DECAY = 0.02


@dataclass(frozen=True)
class Case:
    """The sentences read for a question: features (n, f), and which of them answer (n,)."""

    features: NDArray[np.float64]
    right: NDArray[np.bool_]


def write_corpus(data: Path, folder: Path) -> list[Row]:
    """Paragraphs and articles as one JSONL file; the rows to ask."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [row for row in read_piaf(data)[1] if len(row.sentences) > 1]
    items = {
        row.group: {"id": row.group, "title": row.title, "text": " ".join(row.sentences), "language": "fr"}
        for row in rows
    }
    for number, (title, _, published, passages) in enumerate(list(read_news(data))[-RESERVED_NEWS:][:NEWS]):
        text = "\n".join(" ".join(sentences) for sentences in passages)
        key = f"news-{number}"
        items[key] = {"id": key, "title": title, "text": text, "published": published, "language": "fr"}
    lines = (json.dumps(item, ensure_ascii=False) + "\n" for item in items.values())
    (folder / "mix.jsonl").write_text("".join(lines), encoding="utf-8")
    return rows


def cases_of(retriever: Retriever, rows: Iterable[tuple[str, str, Row]]) -> list[Case]:
    """What is read for each question (text, language), and whether it holds the row's answering sentence."""
    cases = []
    for text, language, row in rows:
        wanted = {" ".join(row.sentences[n].split()) for n in row.gold}
        question: Question = analyse(text, language)
        features, right = [], []
        for item in retriever.explain(question, k=10):
            for scored in item.sentences:
                features.append([scored.features.get(name, 0.0) for name in NAMES])
                same = " ".join(scored.sentence.text.split())
                right.append(item.hit.article.id == row.group and any(same in text or text in same for text in wanted))
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


def fit_probability(cases: list[Case], weights: NDArray[np.float64]) -> tuple[float, float]:
    """Scale and bias that make the best sentence's logit a probability (Platt, by Newton's method)."""
    best = [int((case.features @ weights).argmax()) for case in cases]
    logits = np.array([case.features[n] @ weights for case, n in zip(cases, best, strict=True)])
    right = np.array([case.right[n] for case, n in zip(cases, best, strict=True)], float)
    rows = np.stack([logits, np.ones_like(logits)], axis=1)
    found = np.zeros(2)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ found))
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + 1e-6 * np.eye(2)
        found -= np.linalg.solve(bend, rows.T @ (chance - right))
    return float(found[0]), float(found[1])


def precision(cases: list[Case], weights: NDArray[np.float64]) -> tuple[float, float]:
    """Share of questions whose answering sentence comes first, and among the first three."""
    places = [np.flatnonzero(case.right[np.argsort(-(case.features @ weights), kind="stable")]) for case in cases]
    return tuple(float(np.mean([bool(len(found)) and found[0] < k for found in places])) for k in (1, 3))  # type: ignore[return-value]


def fit(data: Path, runs: Path) -> None:
    """Build the index, ask the questions, fit, write weights.json."""
    rows = write_corpus(data, runs / "mix" / "corpus")
    build(runs / "mix" / "corpus", runs / "mix" / "index")
    retriever = Retriever.open(runs / "mix" / "index")
    chooser = random.Random(7)
    glosser = Glosser(Lexicon.load(runs / "lexicon.npz"))
    asked = []
    for row in chooser.sample(rows, min(QUESTIONS, len(rows))):
        asked.append((row.question, "fr", row))
        asked.append((glosser.gloss(row.question, "fr", 1, chooser), "en", row))
    cases = cases_of(retriever, asked)
    half = [case for n, case in enumerate(cases) if n // 2 % 2]
    rest = [case for n, case in enumerate(cases) if not n // 2 % 2]
    print("fitted on half, measured on the rest: P@1, P@3", precision(rest, fit_order(half)))
    fitted = fit_order(cases)
    fitted[NAMES.index("fits")] = max(FITS, fitted[NAMES.index("fits")])
    scale, bias = fit_probability(cases, fitted)
    values = json.loads(FILE.read_text(encoding="utf-8"))
    named = {name: round(float(scale * value), 3) for name, value in zip(NAMES, fitted, strict=True)}
    values["sentence"] = {"bias": round(bias, 3)} | named
    FILE.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")
    print(values["sentence"])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"))
    arguments = parser.parse_args()
    fit(arguments.data, arguments.runs)


if __name__ == "__main__":
    main()
