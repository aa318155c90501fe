"""Questions of our own over news that no model or weight has seen, asked of the 8,000 articles they are among.

    python -m benchmarks.kept_questions --data DATA [--runs DIR] [--out FILE]

Of ``training/news_qa.jsonl.xz`` one article in seven is kept from the reader's training, and half of these from the fit
of weights, too: they are asked here, absent details and false premises among them. Knows how they are written as gold
questions. Does not know what is measured: ``citewire evaluate`` asks.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from rag import Settings
from rag.evaluate import evaluate
from rag.evaluate.gold import GoldQuestion
from training.ranker_questions import as_gold, index_articles, read_news_questions

RESULTS = Path(__file__).parent / "results"


def write_gold(questions: Sequence[GoldQuestion], file: Path) -> Path:
    """The questions as the JSONL that ``citewire evaluate`` reads."""
    file.write_text("".join(json.dumps(_row(item), ensure_ascii=False) + "\n" for item in questions), encoding="utf-8")
    return file


def _row(item: GoldQuestion) -> dict[str, object]:
    row: dict[str, object] = {"qid": item.id, "language": item.language}
    row |= {f"question_{language}": text for language, text in item.texts.items()}
    if item.evidence is None:
        return row | {"kind": item.type, "about_article_id": item.article_id}
    start, end = item.evidence
    where = {"article_id": item.article_id, "type": item.type, "evidence_start": start, "evidence_end": end}
    return row | where | {"answers": list(item.answers)}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"), help="where the index is kept")
    parser.add_argument("--out", type=Path, default=RESULTS / "kept_questions.json")
    arguments = parser.parse_args()
    index = index_articles(arguments.data, arguments.runs / "ranker")
    kept = [item for item in read_news_questions() if item.is_for_report]
    file = write_gold(as_gold(kept, arguments.data), arguments.runs / "kept_questions.jsonl")
    report = evaluate(file, index, settings=Settings())
    figures = report.to_dict()
    about = figures["about"]
    assert isinstance(about, dict)
    about.pop("outcomes")
    arguments.out.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    arguments.out.with_suffix(".md").write_text(report.to_table() + "\n", encoding="utf-8")
    print(report.to_table())


if __name__ == "__main__":
    main()
