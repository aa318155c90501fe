"""Fits which words of the best sentences are given as a short answer, and from how sure on, on questions of our own.

    python -m training.spans --data ../shared/data [--news INDEX] [--refusal INDEX]

The questions of benchmarks/news_questions.jsonl, of benchmarks/refusal/questions.jsonl and of those of news_qa.jsonl.xz
that the reader did not see, as far as articles answer them with a figure, a time, a person or a place, are asked as in
use, in both languages. Listwise for which words, logistic for
whether they answer, both told over folds by article. Writes rag/ranking/spans.json with, for each kind, the lowest
probability at which words are wrong for at most ``WRONG`` of its questions; prints what is given, and what of it
is right.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.news_questions import QUESTIONS as NEWS
from benchmarks.news_questions import write_corpus
from benchmarks.series import index_news
from rag.build import build
from rag.evaluate.gold import GoldQuestion, matches, normalise, read_questions, same_value
from rag.figures import Figure, compare, find_figures
from rag.question import analyse
from rag.ranking.asked import Asked
from rag.ranking.spans import FILE, Option, kind_of, likeliest, options_of
from rag.ranking.sureness import sureness
from rag.retrieve import Retriever
from rag.types import Evidence
from rag.writers.extractive import CALIBRATION
from training.fits import listwise, logistic, named
from training.ranker_questions import as_gold, index_articles, read_news_questions
from training.sureness import EVERY
from training.sureness import QUESTIONS as REFUSAL

FOLDS = 6
DECAY, DECAY_SURE = 0.02, 1.0
STEPS, RATE = 150, 0.1
LEAST = np.arange(0.30, 0.99, 0.01)  # thresholds tried; below the first the likelier case is that words are wrong
KINDS = frozenset({"how_much", "how_many", "when", "who", "where"})
WRONG = {"amount": 0.06, "time": 0.05, "name": 0.02}
"""Share of the questions of each kind that may be answered wrong. A third of our sums are asked for in quite other
words than the article's, which is harder than most; a wrong name is the hardest to see through."""

Weigh = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Case:
    """A question as asked, what may be said, and whether each of it answers."""

    asked: Asked
    options: Sequence[Option]
    right: Sequence[bool]
    article_id: str
    pair: str


def cases_of(retriever: Retriever, gold: Sequence[GoldQuestion]) -> Iterator[Case]:
    """The questions answered with a figure, a time or a name; those that would be refused have no options."""
    threshold = json.loads(CALIBRATION.read_text(encoding="utf-8"))["threshold"]
    for item in gold:
        for language, text in item.texts.items():
            question = analyse(text, language)
            if not item.is_answerable or question.kind not in KINDS:
                continue
            ranked = retriever.evidence(question, retriever.search(question, k=8))
            asked = retriever.understood(question)
            sure = sureness(question, ranked) >= threshold
            options = options_of(asked, ranked, partial(retriever.readings, question)) if sure else []
            told = item if item.answers else _with_evidence(item, retriever)
            right = [_is_right(option, ranked, told, language) for option in options]
            yield Case(asked, options, right, item.article_id, f"{language} -> {item.language}")


def _with_evidence(item: GoldQuestion, retriever: Retriever) -> GoldQuestion:
    """The question with the words of its evidence as the answer, where it has no other."""
    assert item.evidence is not None
    text = retriever.index.article(item.article_id).text
    return replace(item, answers=(text[slice(*item.evidence)],))


def _is_right(option: Option, ranked: Sequence[Evidence], gold: GoldQuestion, language: str) -> bool:
    """Whether the words answer; "more than 160" does where 160 is asked for, and words within the evidence do."""
    said, item = option.saying, ranked[option.place]
    if matches(said.text, gold) or same_value(said.text, language, gold):
        return True
    if said.figure is None:
        return f" {normalise(said.text)} " in f" {normalise(' '.join(gold.answers))} "
    wanted = [
        _plain(figure)
        for answer in gold.answers
        for reading in ("en", "fr")
        for figure in find_figures(answer, reading, item.hit.article.published)
    ]
    return any(compare(_plain(said.figure), other) == "equal" for other in wanted)


def _plain(figure: Figure) -> Figure:
    """A figure without "more than" and the like."""
    if figure.kind == "date" or figure.qualifier is None:
        return figure
    value = figure.low if figure.low is not None else figure.high
    return replace(
        figure,
        qualifier=None,
        low=value if figure.low is None else figure.low,
        high=value if figure.high is None else figure.high,
    )


def fit(cases: Sequence[Case]) -> dict[str, dict[str, float]]:
    """Weights of what is known of each option, and of the likeliest one."""
    choose = _fit_choice([case for case in cases if any(case.right)])
    found = [(case, likeliest(case.asked, case.options, {"choose": choose, "sure": {}})) for case in cases]
    told = [(answer.known, _right(case, answer.option)) for case, answer in found if answer is not None]
    return {"choose": choose, "sure": _fit_logistic([known for known, _ in told], [right for _, right in told])}


def _fit_choice(cases: Sequence[Case]) -> dict[str, float]:
    """Listwise softmax over the options of each question, small weights preferred."""
    names = list(cases[0].options[0].known)
    groups = [
        (np.array([[option.known[name] for name in names] for option in case.options]), np.array(case.right, float))
        for case in cases
    ]
    return named(names, listwise(groups, DECAY, STEPS, RATE))


def _fit_logistic(known: Sequence[Mapping[str, float]], right: Sequence[bool]) -> dict[str, float]:
    """By Newton's method, over features of like spread; the bias is free."""
    names = list(known[0])
    rows = np.array([[item[name] for name in names] for item in known])
    spread = np.where(rows.std(axis=0) > 0, rows.std(axis=0), 1.0)
    decay = DECAY_SURE * np.array([float(name != "bias") for name in names])
    return named(names, logistic(rows / spread, np.array(right, float), decay) / spread)


def _right(case: Case, option: Option) -> bool:
    return bool(case.right[list(case.options).index(option)])


def held_out(cases: Sequence[Case]) -> list[tuple[Case, float, bool]]:
    """Each question with how sure its likeliest words are and whether they answer, told by the other folds' weights."""
    articles = sorted({case.article_id for case in cases})
    told = []
    for number in range(FOLDS):
        away = set(articles[number::FOLDS])
        weigh = fit([case for case in cases if case.article_id not in away])
        for case in (case for case in cases if case.article_id in away):
            found = likeliest(case.asked, case.options, weigh)
            told.append((case, found.probability, _right(case, found.option)) if found else (case, 0.0, False))
    return told


def thresholds_of(told: Sequence[tuple[Case, float, bool]], wrong: Mapping[str, float]) -> dict[str, float]:
    """For each kind the lowest probability from which at most its share of the questions get a wrong answer."""
    least = {}
    for kind in sorted({kind_of(case.asked) for case, *_ in told}):
        asked = [(sure, right) for case, sure, right in told if kind_of(case.asked) == kind]
        most = wrong[kind] * len(asked)
        few = (value for value in LEAST if sum(sure >= value and not right for sure, right in asked) <= most)
        least[kind] = round(float(next(few, 0.99)), 2)
    return least


def curve(told: Sequence[tuple[Case, float, bool]], least: Sequence[float]) -> str:
    """A line for each kind and language pair: the share right and wrong of its questions at each probability."""
    groups = sorted({(kind_of(case.asked), case.pair) for case, *_ in told})
    lines = []
    for kind, pair in groups:
        rows = [(sure, right) for case, sure, right in told if (kind_of(case.asked), case.pair) == (kind, pair)]
        cells = [
            f"{value:.2f}: {np.mean([s >= value and r for s, r in rows]):.2f} / "
            f"{np.mean([s >= value and not r for s, r in rows]):.2f}"
            for value in least
        ]
        lines.append(f"{kind}, {pair} ({len(rows)}): " + ", ".join(cells))
    return "\n".join(lines)


def make(data: Path, runs: Path, news: Path | None = None, refusal: Path | None = None) -> None:
    """Ask, fit, tell, write; ``news`` and ``refusal`` are indexes built before."""
    cases: list[Case] = []
    with tempfile.TemporaryDirectory() as folder:
        if news is None:
            write_corpus(data, Path(folder) / "news")
            news = Path(folder) / "index"
            build(Path(folder) / "news", news)
        if refusal is None:
            refusal = Path(folder) / "refusal"
            index_news(data, refusal, EVERY)
        for index, questions in ((news, NEWS), (refusal, REFUSAL)):
            with Retriever.open(index) as retriever:
                cases += cases_of(retriever, read_questions(questions))
        own = index_articles(data, runs / "ranker")
        kept = [item for item in read_news_questions() if item.is_held_out and not item.is_for_report]
        with Retriever.open(own) as retriever:
            cases += cases_of(retriever, as_gold(kept, data))
    told = held_out(cases)
    least = thresholds_of(told, WRONG)
    print(f"least {least}; right / wrong of the questions, over folds by article:")
    print(curve(told, sorted({0.5, 0.55, 0.6, 0.65, 0.7, *least.values()})))
    values = fit(cases) | {"least": least}
    FILE.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"))
    parser.add_argument("--news", type=Path, help="an index of the articles of benchmarks/news_questions.py")
    parser.add_argument("--refusal", type=Path, help="an index of the articles of training/sureness.py")
    arguments = parser.parse_args()
    make(arguments.data, arguments.runs, arguments.news, arguments.refusal)


if __name__ == "__main__":
    main()
