"""Fits how sure an answer is, and from where on it is refused, on questions of our own.

    python -m training.sureness --data ../shared/data [--index INDEX] [--news-index INDEX]

``benchmarks/refusal/questions.jsonl`` holds questions over articles of ``orangesum_train.jsonl.xz`` ("t2495" is line
2495, from 0), each in English and in French: answered there (with offsets), not answered though an article is about
the very event (``absent``), or false in what they take for granted. Every fifth article is indexed, and the questions
are asked as in use. So is the fit half of the news questions (benchmarks/news_questions.py), of their articles: all
are answered, in words further from the articles' own; and half of those of ``news_qa.jsonl.xz`` that the reader did
not see. Logistic, each kind of demand counting alike, no feature against its sense; over folds by article. Writes
rag/ranking/sureness.json and the ``threshold`` of rag/writers/calibration.json: that at which the given share of what
is answered there would be refused.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

import numpy as np

from benchmarks.news_questions import QUESTIONS as NEWS_QUESTIONS
from benchmarks.news_questions import WHO_WHAT, write_corpus, write_half
from benchmarks.series import index_news
from rag.assistant import Assistant
from rag.build import build
from rag.evaluate import read_questions
from rag.evaluate.gold import GoldQuestion, matches
from rag.question import analyse
from rag.ranking.sureness import FILE, LEAST, features
from rag.ranking.weights import probability, weighted
from rag.settings import Settings
from rag.types import Answer
from rag.writers.extractive import CALIBRATION
from training.fits import Floats, logistic, named
from training.ranker_data import read_piaf, read_selqa
from training.ranker_questions import as_gold, index_articles, read_news_questions

QUESTIONS = Path(__file__).parents[1] / "benchmarks" / "refusal" / "questions.jsonl"
EVERY = 5  # articles of the news file that are indexed: one in five
FOLDS = 9
DECAY, DECAY_OF_KIND = 2.0, 0.2
STEPS = 4_000
SEED = 17
LOOKED_AT = 8  # sentences in which it is seen whether a stranger is told of all the same
REFUSED = 0.1  # share of what is answered that may be refused for this; chosen on the development questions
SHARES = (0.05, 0.065, 0.08, 0.12, 0.15)  # others for which it is told what would be refused
HEAVIEST = 0.12  # most that one of few questions of its kind may weigh
Sort = Literal["answered", "absent", "false", "stranger"]
SORTS: tuple[Sort, ...] = get_args(Sort)
STRANGERS = 200  # of each source, for the fit and for the report
NEARNESS = ("near", "said")  # features that tell only whether an article is about the question at all
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Asked:
    """A question as asked: its features, the best score, and what is known of it."""

    features: dict[str, float]
    score: float
    article_id: str
    sort: Sort
    objected: bool

    @property
    def is_answered(self) -> bool:
        """Whether an article answers it."""
        return self.sort == "answered"

    @property
    def kind(self) -> str:
        """The kind of demand, by the name of its feature."""
        return next(name for name in self.features if name.startswith("is_"))


def index_last(data: Path, folder: Path) -> Path:
    """An index of the articles that the news questions are about."""
    write_corpus(data, folder / "corpus")
    build(folder / "corpus", folder / "index")
    return folder / "index"


def ask_all(index: Path, questions: Iterable[GoldQuestion]) -> list[Asked]:
    """Every question in both languages."""
    assistant = Assistant.open(index, replace(Settings.from_environment(), refusal_threshold=0.0))
    asked = []
    for gold in questions:
        sort = sort_of(gold)
        for text in gold.texts.values():
            answer = assistant.ask(text)
            if not answer.evidence or (sort == "stranger" and _is_told(gold, answer)):
                continue
            asked.append(
                Asked(
                    features(analyse(text), answer.evidence),
                    answer.evidence[0].score,
                    gold.article_id or gold.id,
                    sort,
                    objected=answer.refusal is not None,
                )
            )
    assistant.index.close()
    return asked


def sort_of(gold: GoldQuestion) -> Sort:
    """What sort of question it is."""
    if gold.is_answerable:
        return "answered"
    return "false" if gold.type == "false_premise" else "stranger" if gold.type == "stranger" else "absent"


def strangers(data: Path, mine: Sequence[GoldQuestion], half: Literal[0, 1]) -> list[GoldQuestion]:
    """Questions about things that the articles asked do not tell of: one half is for the fit, one for the report.

    Of an encyclopaedia, in French and in English, that half; and ``mine``, which other articles answer, drawn.
    """
    chooser = random.Random(SEED)
    plain = [
        GoldQuestion(f"{row.source}-{row.group}", "stranger", "", row.language, {row.language: row.question})
        for rows in (read_piaf(data)[1], read_selqa(data)[1])
        for row in chooser.sample(rows, min(len(rows), 2 * STRANGERS))[half::2]
    ]
    others = [replace(gold, type="stranger", evidence=None) for gold in mine if gold.is_answerable]
    return [*plain, *chooser.sample(others, min(len(others), STRANGERS))]


def _is_told(gold: GoldQuestion, answer: Answer) -> bool:
    """Whether an article tells it all the same."""
    return any(matches(item.sentence.text, gold) for item in answer.evidence[:LOOKED_AT])


def table(asked: Sequence[Asked], names: Sequence[str]) -> Floats:
    """Features by row, shape (questions, names)."""
    return np.array([[item.features.get(name, 0.0) for name in names] for item in asked])


def fit(asked: Sequence[Asked]) -> Weights:
    """Weights by what is told, ``about`` and ``answers``, and by feature."""
    names = sorted({name for item in asked for name in item.features} - set(NEARNESS))
    known = [item for item in asked if item.sort != "stranger"]
    return {"about": _fit_about(asked), "answers": named(names, _fit_answers(known, names))}


def _fit_about(asked: Sequence[Asked]) -> dict[str, float]:
    """What tells answered questions from those about something else, each as much in all; the kinds are free."""
    among = [item for item in asked if item.sort in ("answered", "stranger")]
    every = sorted({name for item in among for name in item.features})
    names = [name for name in every if name in NEARNESS or name.startswith(("is_", "score_", "read_", "foreign"))]
    decay = np.array([float(not name.startswith("is_")) for name in names])
    right = np.array([item.is_answered for item in among], float)
    weigh = np.ones(len(among))
    for kind in {item.kind for item in among}:
        of_kind = np.array([item.kind == kind for item in among])
        weigh[of_kind & (right == 0)] = (of_kind & (right == 1)).sum() / max(1, (of_kind & (right == 0)).sum())
    return named(names, logistic(table(among, names), right, decay, weigh))


def _fit_answers(asked: Sequence[Asked], names: Sequence[str]) -> Floats:
    """Weights, shape (names,): by projected gradient; those of features other than the kinds are never below 0."""
    x, y = table(asked, names), np.array([item.is_answered for item in asked], float)
    weigh = np.ones(len(y))
    for kind in {item.kind for item in asked}:
        for value in (False, True):
            rows = [n for n, item in enumerate(asked) if item.kind == kind and item.is_answered == value]
            weigh[rows] = min(1 / max(1, len(rows)), HEAVIEST)
    weigh *= len(y) / weigh.sum() / 2
    is_kind = np.array([name.startswith("is_") for name in names])
    decay = np.where(is_kind, DECAY_OF_KIND, DECAY)
    step = 1 / (0.25 * float(np.linalg.eigvalsh(x.T @ (weigh[:, None] * x)).max()) + DECAY)
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        told = 1 / (1 + np.exp(-(x @ weights)))
        weights = weights - step * (x.T @ (weigh * (told - y)) + decay * weights)
        weights = np.where(is_kind, weights, np.maximum(weights, 0.0))
    return weights


def sureness_of(asked: Sequence[Asked], weights: Weights) -> Floats:
    """What ``rag.ranking.sureness`` would say of each, shape (questions,)."""
    return np.array(
        [
            min(probability(weighted(item.features, part)) for part in weights.values()) * min(1.0, item.score / LEAST)
            for item in asked
        ]
    )


def held_out(asked: Sequence[Asked]) -> Floats:
    """Sureness of each question by weights that saw no question on its article, shape (questions,)."""
    articles = sorted({item.article_id for item in asked})
    fold = np.array([articles.index(item.article_id) % FOLDS for item in asked])
    told = np.zeros(len(asked))
    for number in range(FOLDS):
        weights = fit([a for a, f in zip(asked, fold, strict=True) if f != number])
        rows = np.flatnonzero(fold == number)
        told[rows] = sureness_of([asked[row] for row in rows.tolist()], weights)
    return told


def make(data: Path, runs: Path, index: Path | None = None, news: Path | None = None, refused: float = REFUSED) -> None:
    """Ask, fit, tell, write; ``index`` and ``news`` are indexes built before."""
    kept = [item for item in read_news_questions() if item.is_held_out]
    own = index_articles(data, runs / "ranker")
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(2) as pool:
        work = Path(folder)
        if index is None:
            index = work / "index"
            index_news(data, index, EVERY)
        news = news or index_last(data, work / "news")
        halves = [write_half("fit", work / file.name, file) for file in (NEWS_QUESTIONS, WHO_WHAT)]
        mine = [as_gold([item for item in kept if item.is_for_report == report], data) for report in (False, True)]
        far = [strangers(data, mine[0], 0), strangers(data, mine[1], 1)]
        gold = [read_questions(QUESTIONS), mine[0], read_questions(halves), far[0], mine[1], far[1]]
        *found, kept_back, far_back = pool.map(ask_all, [index, own, news, news, own, news], gold)
        fresh = [*kept_back, *far_back]
    asked = [item for part in found for item in part]
    told = held_out(asked)
    good = told[[item.is_answered for item in asked]]
    weights = fit(asked)
    report = sureness_of(fresh, weights)
    for share in sorted({*SHARES, refused}):
        at = float(np.quantile(good, share))
        print(f"{share}: threshold {at:.3f}\n  over folds by article: {told_of(asked, told, at)}")
        print(f"  kept for report: {told_of(fresh, report, at)}")
    threshold = round(float(np.quantile(good, refused)), 3)
    FILE.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    calibration = json.loads(CALIBRATION.read_text(encoding="utf-8")) | {"threshold": threshold}
    CALIBRATION.write_text(json.dumps(calibration) + "\n", encoding="utf-8")


def told_of(asked: list[Asked], told: Floats, threshold: float) -> str:
    """What is refused of each sort of question."""
    refused = (told < threshold) | np.array([item.objected for item in asked])
    shares = []
    for sort in SORTS:
        rows = np.array([item.sort == sort for item in asked])
        shares.append(f"{sort} {refused[rows].mean():.3f}")
    named = [item.objected for item in asked if item.sort == "false"]
    return f"refused of the {', of the '.join(shares)}; objected to of the false {np.mean(named):.3f}"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--runs", type=Path, default=Path("training/runs"))
    parser.add_argument("--index", type=Path, help="an index of those articles, built before")
    parser.add_argument("--news-index", type=Path, help="the same of those that the news questions are about")
    parser.add_argument("--refused", type=float, default=REFUSED, help="share of the answered that may be refused")
    arguments = parser.parse_args()
    make(arguments.data, arguments.runs, arguments.index, arguments.news_index, arguments.refused)


if __name__ == "__main__":
    main()
