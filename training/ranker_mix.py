"""Fits how the features of a sentence are weighed.

    python -m training.ranker_mix --data ../shared/data

The fit halves of benchmarks/news_questions.jsonl and who_what_questions.jsonl, and of those of news_qa.jsonl.xz that
the reader did not see, in both languages, asked of indexes of the articles they are about among others of the same
years: retrieval, its mistakes included, as in use. Listwise for the order of sentences. Scores keep
the spread that refusal was fitted to: the best sentences' logits have mean ``USUAL`` and deviation ``SPREAD``. Writes
``sentence`` and, for where nothing is read, ``unread`` in rag/ranking/weights.json, after ``training.passages`` has
fitted the passage weights. Knows figures of sentences and which of them answer. Does not know what the features mean.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.news_questions import QUESTIONS, WHO_WHAT, write_half
from rag.evaluate.gold import GoldQuestion, read_questions
from rag.question import analyse
from rag.ranking.scorer import READ_FEATURES
from rag.ranking.sentences import FEATURES
from rag.ranking.weights import FILE, weights
from rag.retrieve import Retriever
from training.fits import listwise
from training.ranker_questions import as_gold, index_articles, read_news_questions
from training.sureness import index_last

NAMES = (*FEATURES, "place", *READ_FEATURES)
DECAY = 0.01
USUAL, SPREAD = -0.8, 0.7


@dataclass(frozen=True)
class Case:
    """The sentences read for a question, or its passages: features (n, f), and which of them answer (n,)."""

    features: NDArray[np.float64]
    right: NDArray[np.bool_]


def cases_of(index: Path, gold: Iterable[GoldQuestion]) -> list[Case]:
    """What is read for each answered question in each language, and whether it overlaps the gold evidence."""
    cases = []
    opened = Retriever.open(index)
    retriever = Retriever(opened.index, opened.encoder, weigh=replace(weights(), sure=2.0))  # all are read
    for item in (item for item in gold if item.is_answerable):
        for language, text in item.texts.items():
            features, right = [], []
            for found in retriever.explain(analyse(text, language), k=10):
                for scored in found.sentences:
                    features.append([scored.features.get(name, 0.0) for name in NAMES])
                    right.append(item.overlaps(found.hit.article.id, scored.sentence.start, scored.sentence.end))
            if features:
                cases.append(Case(np.array(features), np.array(right)))
    retriever.close()
    return cases


def fit_order(cases: list[Case], used: Sequence[str] = NAMES, steps: int = 600) -> NDArray[np.float64]:
    """Weights (f,) that put answering sentences first, 0 for those not ``used``: listwise, small weights preferred."""
    groups = [(case.features, case.right.astype(float)) for case in cases if case.right.any()]
    return listwise(groups, DECAY, steps, 0.05, np.array([name in used for name in NAMES], float))


def precision(cases: Sequence[Case], weights: NDArray[np.float64], depths: Sequence[int] = (1, 3)) -> tuple[float, ...]:
    """Share of questions of whose first ``depths`` rows one is right: sentences that answer, or passages that do."""
    places = [np.flatnonzero(case.right[np.argsort(-(case.features @ weights), kind="stable")]) for case in cases]
    return tuple(float(np.mean([bool(len(found)) and found[0] < k for found in places])) for k in depths)


def scaled(cases: list[Case], weights: NDArray[np.float64]) -> dict[str, float]:
    """The weights by name and the bias, so that the best sentences' logits have the usual mean and spread."""
    best = np.array([(case.features @ weights).max() for case in cases])
    scale = SPREAD / float(best.std())
    named = {name: round(float(scale * value), 3) for name, value in zip(NAMES, weights, strict=True)}
    return {"bias": round(USUAL - scale * float(best.mean()), 3)} | named


def asked_of(data: Path, runs: Path) -> tuple[list[Path], list[list[GoldQuestion]]]:
    """Indexes, built where they are not there, and what is asked of each: twice for the fit, twice for the report."""
    news = index_last(data, runs / "mix")
    own = index_articles(data, runs / "ranker")
    kept = [item for item in read_news_questions() if item.is_held_out]
    asked = []
    for half in ("fit", "held"):
        files = [write_half(half, runs / "mix" / f"{half}-{file.name}", file) for file in (QUESTIONS, WHO_WHAT)]
        asked += [
            read_questions(files),
            as_gold([item for item in kept if item.is_for_report == (half == "held")], data),
        ]
    return [news, own, news, own], asked


def fit(data: Path, runs: Path) -> None:
    """Build the indexes, ask the questions, fit, write weights.json."""
    indexes, asked = asked_of(data, runs)
    with ProcessPoolExecutor(2) as pool:
        found = list(pool.map(cases_of, indexes, asked))
    seen, names = [*found[0], *found[1]], list(NAMES)
    for part, used in (("unread", [name for name in names if name not in READ_FEATURES]), ("sentence", names)):
        fitted = fit_order(seen, used)
        print(f"{part}: P@1, P@3 fitted on {precision(seen, fitted)}, held halves {precision(found[2], fitted)},")
        print(f"  kept for report {precision(found[3], fitted)}", flush=True)
        write_weights(part, {name: value for name, value in scaled(seen, fitted).items() if name in ("bias", *used)})


def write_weights(part: str, values: dict[str, float]) -> None:
    """Put a part of weights.json in place of what it was."""
    whole = json.loads(FILE.read_text(encoding="utf-8")) | {part: values}
    FILE.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    weights.cache_clear()
    print(part, values)


def main(fit: Callable[[Path, Path], None] = fit, doc: str | None = __doc__) -> None:
    """The command line of a fit on these questions."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"))
    arguments = parser.parse_args()
    fit(arguments.data, arguments.runs)


if __name__ == "__main__":
    main()
