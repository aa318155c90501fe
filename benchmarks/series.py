"""Figures that change over time: is the newest report's first, are the others in the ledger, is each right in its day.

    python -m benchmarks.series GROUPS.jsonl --index INDEX [--corpus DIR] [--half seen|held_out] [--out FILE]
    python -m benchmarks.series benchmarks/series_news.jsonl --index INDEX --news DATA --half held_out

A group is one event's figure as several articles report it: ``question_en``, ``question_fr`` and ``reports``, oldest
first, each with ``article_id``, ``published`` and ``value`` (a number, or as printed with its ``unit``). The index must
hold the articles; with ``--corpus`` it is brought in line with that folder first, with ``--news`` it is made of all of
``orangesum_train.jsonl.xz`` in that one ("t12" is line 12, from 0), among which the groups of ``series_news.jsonl``
were found: whole articles, full of other figures. Each question is asked in both
languages: as things stand, and as of the day of each earlier report. Knows what counts as right. Does not know how a
ledger is made.
"""

from __future__ import annotations

import argparse
import json
import lzma
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import numpy as np

from rag import Assistant, Settings, build
from rag.figures import find_figures
from rag.types import Answer

RESULTS = Path(__file__).parent / "results"
_MEASURED = ("money", "count", "percent", "quantity", "duration")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one question of one group came to.

    Attributes:
        first: whether the newest value is the short answer, or stands in the first claim where there is none.
        direct: whether it is the short answer.
        superseded: share of the values that differ from the newest which stand in the ledger.
        strange: ledger rows of articles that are none of the group's reports, or of none of their values.
        as_of: for the day of each earlier report, whether the newest value of that day came first.
    """

    group: str
    language: str
    first: bool
    direct: bool
    superseded: float
    strange: int
    as_of: tuple[bool, ...]
    told: str
    milliseconds: float


def index_news(data: Path, index: Path, every: int = 1) -> None:
    """Make an index of the articles of the news file, or of one in so many, or bring it in line."""
    with lzma.open(data / "orangesum_train.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) | {"id": f"t{number}"} for number, line in enumerate(lines) if number % every == 0]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "news.jsonl"
        file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        build(folder, index)


def write_articles(groups: Path, folder: Path) -> None:
    """The articles of groups that hold their own, reports and others, as a corpus."""
    folder.mkdir(parents=True, exist_ok=True)
    told = map(json.loads, groups.read_text(encoding="utf-8").splitlines())
    articles = [article for group in told for article in (*group["reports"], *group["others"])]
    fields = ("language", "source", "published", "title", "text")
    rows = [{"id": article["article_id"], **{name: article[name] for name in fields}} for article in articles]
    (folder / "news.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")


def value_of(report: dict[str, object]) -> float:
    """The value of a report as a plain number, money in single units."""
    value = report["value"]
    if isinstance(value, int | float):
        return float(value)
    figures = find_figures(f"{value} {report.get('unit', '')}", "fr")
    number = next(figure.value for figure in figures if figure.value is not None)
    return float(number)


def values_in(text: str, language: str) -> list[float]:
    """The measured values a text gives, in order."""
    found = find_figures(text, language)
    return [float(item.value) for item in found if item.kind in _MEASURED and item.value is not None]


def is_first(answer: Answer, value: float) -> bool:
    """Whether the value is the short answer, or stands in the first claim where there is no short answer."""
    if answer.direct is not None:
        return is_direct(answer, value)
    if not answer.claims:
        return False
    claim = answer.claims[0]
    return value in values_in(claim.text, claim.citations[0].language)


def is_direct(answer: Answer, value: float) -> bool:
    """Whether the value is the short answer."""
    return answer.direct is not None and value in values_in(answer.direct, answer.language)


def judge(assistant: Assistant, group: dict[str, object], language: str) -> Outcome:
    """Ask a group's question, as things stand and as of each earlier day."""
    reports = group["reports"]
    assert isinstance(reports, list)
    question = str(group[f"question_{language}"])
    reports = sorted(reports, key=lambda report: str(report["published"]))
    values = [value_of(report) for report in reports]
    days = [date.fromisoformat(str(report["published"])[:10]) for report in reports]
    began = time.perf_counter()
    answer = assistant.ask(question)
    took = 1000 * (time.perf_counter() - began)
    rows = answer.ledger.rows if answer.ledger else ()
    older = [value for value in values[:-1] if value != values[-1]]
    told = {bound for row in rows for bound in (row.low, row.high)}
    own = {str(report["article_id"]) for report in reports}
    earlier = []
    for day in days[:-1]:
        then = next(value for value, known in zip(reversed(values), reversed(days), strict=True) if known <= day)
        earlier.append(is_first(assistant.ask(question, as_of=day), then))
    return Outcome(
        group=str(group["sid"]),
        language=language,
        first=is_first(answer, values[-1]),
        direct=is_direct(answer, values[-1]),
        superseded=sum(value in told for value in older) / len(older) if older else 1.0,
        strange=sum(row.citation.article_id not in own or not {row.low, row.high} & set(values) for row in rows),
        as_of=tuple(earlier),
        told=answer.direct or (answer.claims[0].text if answer.claims else "refused"),
        milliseconds=round(took, 1),
    )


def summary(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The shares over all questions; ``group`` is a newest value first and every superseded one in the ledger."""
    days = [right for item in outcomes for right in item.as_of]
    return {
        "questions": len(outcomes),
        "newest first": round(float(np.mean([item.first for item in outcomes])), 3),
        "newest direct": round(float(np.mean([item.direct for item in outcomes])), 3),
        "superseded in ledger": round(float(np.mean([item.superseded for item in outcomes])), 3),
        "group": round(float(np.mean([item.first and item.superseded == 1 for item in outcomes])), 3),
        "as of": round(float(np.mean(days)), 3),
        "as of days": len(days),
        "strange rows": sum(item.strange for item in outcomes),
        "ask_ms_p50": round(float(np.median([item.milliseconds for item in outcomes])), 1),
    }


def table(outcomes: Sequence[Outcome]) -> str:
    """One line a question, as Markdown."""
    lines = [
        "| group | question | newest first | superseded | strange | as of | told |",
        "|---|---|---|---|---|---|---|",
    ]
    for item in outcomes:
        days = f"{sum(item.as_of)}/{len(item.as_of)}"
        first = "direct" if item.direct else "yes" if item.first else "no"
        told = item.told[:60].replace("|", "/")
        lines.append(
            f"| {item.group} | {item.language} | {first} | {item.superseded:.2f} | {item.strange} | {days} | {told} |"
        )
    return "\n".join(lines)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="+", type=Path)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--news", type=Path, help="folder of the news data: index all its articles first")
    parser.add_argument("--half", choices=("seen", "held_out"), help="only the groups marked so")
    parser.add_argument("--out", type=Path, default=RESULTS / "series.json")
    given = parser.parse_args()
    if given.corpus:
        build(given.corpus, given.index)
    if given.news:
        index_news(given.news, given.index)
    assistant = Assistant.open(given.index, Settings())
    told: dict[str, object] = {}
    for path in given.groups:
        groups = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        if given.half:
            groups = [group for group in groups if group.get("held_out") is (given.half == "held_out")]
        outcomes = [judge(assistant, group, language) for group in groups for language in ("en", "fr")]
        print(f"\n{path.stem}: {json.dumps(summary(outcomes))}\n\n{table(outcomes)}")
        told[path.stem] = summary(outcomes) | {
            "questions told": [
                {name: value for name, value in asdict(item).items() if name not in ("told", "milliseconds")}
                for item in outcomes
            ]
        }
    given.out.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
