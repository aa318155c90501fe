"""Questions of our own over news articles, in English and in French: one half to fit on, the other to report on.

    python benchmarks/news_questions.py --data DATA [--half fit|held] [--questions FILE] [--work DIR] [--out FILE]

``news_questions.jsonl`` holds questions, short answers and the places of the evidence, not the articles;
``who_what_questions.jsonl`` more of the two hardest kinds, as one asks who half remembers a story. Article
``news-N`` is line N, from 0, of ``orangesum_train.jsonl.xz`` in DATA. The last 2,000 articles are indexed in DIR. Knows
how articles are numbered. Does not know what is measured: ``citewire evaluate`` asks.
"""

from __future__ import annotations

import argparse
import json
import lzma
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from rag import Settings, build
from rag.evaluate import evaluate

QUESTIONS = Path(__file__).parent / "news_questions.jsonl"
WHO_WHAT = QUESTIONS.with_name("who_what_questions.jsonl")
RESULTS = Path(__file__).parent / "results"
FIRST = 8_000
"""Number of the first article that is indexed; questions are asked of the last 1,500 only."""


def articles(data: Path) -> Iterator[dict[str, Any]]:
    """The articles to index, with their ids."""
    with lzma.open(data / "orangesum_train.jsonl.xz", "rt", encoding="utf-8") as lines:
        for number, line in islice(enumerate(lines), FIRST, None):
            yield {"id": f"news-{number}", **json.loads(line)}


def write_corpus(data: Path, folder: Path) -> None:
    """The articles as one JSONL file in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles(data))
    (folder / "news.jsonl").write_text(text, encoding="utf-8")


def write_half(half: str, file: Path, questions: Path = QUESTIONS) -> Path:
    """Those of the questions that are of one half, as a file of their own."""
    lines = questions.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if json.loads(line)["half"] == half), encoding="utf-8")
    return file


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--half", choices=("fit", "held"), default="held")
    parser.add_argument("--questions", type=Path, default=QUESTIONS)
    parser.add_argument("--work", type=Path, help="where corpus and index are kept; a passing folder by default")
    parser.add_argument("--out", type=Path, default=RESULTS / "news_questions.json")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        work = arguments.work or Path(passing)
        write_corpus(arguments.data, work / "corpus")
        build(work / "corpus", work / "index")
        asked = write_half(arguments.half, work / f"{arguments.half}.jsonl", arguments.questions)
        report = evaluate(asked, work / "index", settings=Settings())
    figures = report.to_dict()
    about = figures["about"]
    assert isinstance(about, dict)
    about.pop("outcomes")
    about["half"] = arguments.half
    arguments.out.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(report.to_table())


if __name__ == "__main__":
    main()
