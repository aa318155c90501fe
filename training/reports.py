"""Fits how likely a report of a figure is to answer, on figures that change and on figures that do not.

    python -m training.reports --data ../shared/data [--runs DIR] [--news-index INDEX]

Of figures that change: the groups of ``benchmarks/series_news.jsonl`` marked as seen, over all articles of
``orangesum_train.jsonl.xz``, and those of ``tests/series``. Of those that do not: the questions for amounts of
``news_qa.jsonl.xz`` on articles that the reader did not see, half of them; most have their answer in one article, the
others (absent, false) have none, and what other articles report is wrong each time. Each is asked as in use, and
the reports that are found are right or wrong. Logistic; over folds by article and by group. Writes
rag/reconcile/trust.json.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import numpy as np

from benchmarks.series import index_news, value_of, write_articles
from rag import Assistant, Settings, build
from rag.evaluate.gold import GoldQuestion, matches, same_value
from rag.figures import render
from rag.ledger import Report
from rag.ranking.reader import ReadHits
from rag.reconcile import reports_for
from rag.reconcile.trust import FILE, told_of
from rag.timeline import TimeScope
from rag.types import Draft, Evidence, Hit, Question
from training.fits import Floats, logistic, named
from training.ranker_questions import as_gold, index_articles, read_news_questions

ROOT = Path(__file__).parents[1]
NEWS_GROUPS = ROOT / "benchmarks" / "series_news.jsonl"
OWN_GROUPS = ROOT / "tests" / "series" / "groups.jsonl"
FOLDS = 6
DECAY = 5.0
OWN = 0.4  # what a report of our own short articles weighs: they are plainer than news
STRANGER = 0.5  # what one of an article outside the group weighs: it may be a true report that nobody noted
Judge = Callable[[Report], tuple[float, float]]
"""Whether a report is right, 1 or 0, and what it weighs."""


@dataclass(frozen=True)
class Case:
    """A report as found for a question: what is known of it, whether it is right, and what it weighs."""

    known: dict[str, float]
    is_right: float
    weight: float
    fold: int


def cases_of(assistant: Assistant, question: str, fold: str, judge: Judge) -> list[Case]:
    """The reports found for a question as it is asked in use, each judged."""
    found: list[Case] = []

    def listen(
        asked: Question,
        draft: Draft,
        hits: Callable[[], Sequence[Hit]],
        readings: ReadHits,
        scope: TimeScope,
        near: Sequence[Evidence] = (),
    ) -> None:
        told = reports_for(asked, draft, hits, readings, scope)
        for item in told_of(told.reports, told.said, draft, near) if told else ():
            right, weight = judge(item.report)
            found.append(Case(dict(item.known), right, weight, zlib.crc32(fold.encode()) % FOLDS))

    with patch("rag.assistant.series_of", listen):
        assistant.ask(question)
    return found


def of_groups(file: Path, index: Path, weight: float) -> Iterator[Case]:
    """Cases of the groups of figures that change, but those held out for measuring."""
    assistant = Assistant.open(index, Settings())
    for line in file.read_text(encoding="utf-8").splitlines():
        group = json.loads(line)
        if group["held_out"] and file == NEWS_GROUPS:
            continue
        values = {report["article_id"]: value_of(report) for report in group["reports"]}
        for language in ("en", "fr"):
            judge = in_group(values, weight)
            yield from cases_of(assistant, group[f"question_{language}"], group["sid"], judge)
    assistant.close()


def in_group(values: dict[str, float], weight: float) -> Judge:
    """An older value told again, or one among the group's that another article gives, is neither right nor wrong."""

    def judge(report: Report) -> tuple[float, float]:
        value, article = float(report.figure.value or 0), report.evidence.hit.article.id
        if article in values:
            right = value == values[article]
            return float(right), weight * (right or value not in values.values())
        return 0.0, weight * STRANGER * (not min(values.values()) <= value <= max(values.values()))

    return judge


def of_single(data: Path, index: Path) -> Iterator[Case]:
    """Cases of questions for an amount that is told once, or not at all."""
    kept = [
        item
        for item in read_news_questions()
        if item.is_held_out and not item.is_for_report and item.type == "how_much" and item.language == "fr"
    ]
    assistant = Assistant.open(index, Settings())
    for gold in as_gold(kept, data):
        for language, text in gold.texts.items():
            yield from cases_of(assistant, text, gold.article_id, by_gold(gold, language))
    assistant.close()


def by_gold(gold: GoldQuestion, language: str) -> Judge:
    """Right is what the gold answer says; where there is none, nothing is."""

    def judge(report: Report) -> tuple[float, float]:
        text = render(report.figure, language)
        return float(gold.is_answerable and (matches(text, gold) or same_value(text, language, gold))), 1.0

    return judge


def fit(cases: Sequence[Case], names: Sequence[str]) -> Floats:
    """Logistic weights, shape (names,), by Newton's method with weight decay."""
    x = np.array([[case.known[name] for name in names] for case in cases])
    y, weigh = (np.array([getattr(case, name) for case in cases], float) for name in ("is_right", "weight"))
    return logistic(x, y, np.full(len(names), DECAY), weigh)


def told_over_folds(cases: Sequence[Case], names: Sequence[str]) -> str:
    """How the probability of reports of unseen articles and groups agrees with how many are right."""
    rows = []
    for fold in range(FOLDS):
        weights = fit([case for case in cases if case.fold != fold], names)
        for case in cases:
            if case.fold == fold and case.weight:
                logit = sum(weights[n] * case.known[name] for n, name in enumerate(names))
                rows.append((1 / (1 + np.exp(-logit)), case.is_right))
    lines = []
    for low, high in pairwise((0.0, 0.15, 0.3, 0.45, 0.65, 0.8, 1.0)):
        inside = [right for chance, right in rows if low <= chance < high]
        lines.append(f"{low:.2f} to {high:.2f}: {len(inside)} reports, right {np.mean(inside or [0]):.2f}")
    return "\n".join(lines)


def make(data: Path, runs: Path, news: Path | None = None) -> None:
    """Index, ask, fit, tell, write; ``news`` is an index of all news articles, built before."""
    if news is None:
        news = runs / "reports" / "news"
        index_news(data, news)
    own = runs / "reports" / "own"
    write_articles(OWN_GROUPS, own / "corpus")
    build(own / "corpus", own / "index")
    cases = [
        *of_groups(NEWS_GROUPS, news, 1.0),
        *of_groups(OWN_GROUPS, own / "index", OWN),
        *of_single(data, index_articles(data, runs / "ranker")),
    ]
    names = sorted(cases[0].known)
    print(f"{len(cases)} reports\n{told_over_folds(cases, names)}")
    values = named(names, fit(cases, names))
    FILE.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--runs", type=Path, default=Path("training/runs"))
    parser.add_argument("--news-index", type=Path, help="an index of all articles of the news file, built before")
    arguments = parser.parse_args()
    make(arguments.data, arguments.runs, arguments.news_index)


if __name__ == "__main__":
    main()
