"""Precision and recall of the figure finder, per kind, on hand-annotated news sentences, French and English.

Usage: python benchmarks/figures.py [--gold figures_heldout.jsonl] [--data ../shared/data] [--errors]

The annotation holds offsets and values only: the line number of an article in the data, a sentence's place in it (or
the line of a pair whose English side it is), and each figure's place in the sentence, kind and value. It was made by
reading sentences drawn at random, before the finder was run on them; its errors were then used to mend the finder.
First-sight figures are the ones to believe, precision / recall: figures_third.jsonl 0.940 / 0.973, figures_fourth.jsonl
0.942 / 0.970, figures_fifth.jsonl 0.927 / 0.983 (French) and 0.905 / 0.905 (English), then figures_sixth.jsonl 0.990 /
0.990 and 0.889 / 0.941 for sentences with any figure, 0.893 / 0.924 for 80 with money or large numbers (money 0.963 /
0.963), and last figures_seventh.jsonl 0.907 / 0.919 and 0.846 / 0.892. figures_gold.jsonl and figures_heldout.jsonl are
the oldest. Identifiers ("Acte 3", model names, telephone numbers, scores) and articles ("un homme") are no figures; "6
femmes sur 10" is a share; relative dates are resolved against the article's day.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from rag.figures import Figure, find_figures

HERE = Path(__file__).resolve().parent
GOLD = HERE / "figures_gold.jsonl"
DATA = HERE.parent.parent / "shared" / "data"


@dataclass
class Score:
    """Counts of one kind: annotated, found, found with the right value."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Right of those found; 1 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right of those annotated; 1 when nothing was annotated."""
        return self.right / self.gold if self.gold else 1.0


def right(gold: dict[str, Any], figure: Figure) -> bool:
    """Whether a found figure is the annotated one: it overlaps, and kind, value and unit agree."""
    if figure.kind != gold["kind"] or figure.end <= gold["start"] or gold["end"] <= figure.start:
        return False
    if figure.kind == "date":
        return [str(figure.date_from), str(figure.date_to)] == [gold["low"], gold["high"]]
    if figure.kind not in ("count", "ordinal") and figure.unit != gold.get("unit"):
        return False
    return _near(figure.low, gold["low"]) and _near(figure.high, gold["high"])


def _near(found: Decimal | None, gold: str | None) -> bool:
    if found is None or gold is None:
        return found is None and gold is None
    return abs(found - Decimal(gold)) < Decimal("0.001")


def main() -> None:
    """Print the table, and the disagreements when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the texts")
    parser.add_argument("--errors", action="store_true", help="also print every disagreement")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines()]
    scores: dict[str, Score] = {}
    for row, (text, language, published) in zip(rows, _texts(rows, options.data), strict=True):
        found = list(find_figures(text, language, date.fromisoformat(published[:10])))
        _count(row["figures"], found, scores, text if options.errors else None)
    _table(scores, len(rows))


def _texts(rows: list[dict[str, Any]], data: Path) -> Iterator[tuple[str, str, str]]:
    """Text, language and day of each row: a sentence of a French article, or the English side of a pair."""
    articles = _lines(data / "orangesum_train.jsonl.xz", {row["article"] for row in rows if "article" in row})
    pairs = _lines(data / "parallel_en_fr.tsv.xz", {row["line"] for row in rows if "line" in row})
    for row in rows:
        if "line" in row:
            yield pairs[row["line"]].split("\t")[0], "en", row["published"]
        else:
            article = json.loads(articles[row["article"]])
            yield article["text"][row["start"] : row["end"]], "fr", article["published"]


def _lines(path: Path, wanted: set[int]) -> dict[int, str]:
    if not wanted:
        return {}
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return {number: line for number, line in enumerate(lines) if number in wanted}


def _count(gold: list[dict[str, Any]], found: list[Figure], scores: dict[str, Score], text: str | None) -> None:
    kinds = Counter(item["kind"] for item in gold)
    for kind, count in kinds.items():
        scores.setdefault(kind, Score()).gold += count
    for figure in found:
        scores.setdefault(figure.kind, Score()).found += 1
    left = list(found)
    for item in gold:
        match = next((figure for figure in left if right(item, figure)), None)
        if match:
            left.remove(match)
            scores[item["kind"]].right += 1
        elif text:
            print(f"missed  {item['kind']} {item['low']}..{item['high']} “{text[item['start'] : item['end']]}”: {text}")
    for figure in left if text else []:
        days = f"{figure.date_from}..{figure.date_to}" if figure.kind == "date" else f"{figure.low}..{figure.high}"
        print(f"surplus {figure.kind} {days} {figure.unit} “{figure.text}”: {text}")


def _table(scores: dict[str, Score], sentences: int) -> None:
    total = Score()
    print(f"{sentences} sentences\n\n| kind | annotated | found | precision | recall |\n|---|---|---|---|---|")
    for kind, score in sorted(scores.items()):
        print(f"| {kind} | {score.gold} | {score.found} | {score.precision:.3f} | {score.recall:.3f} |")
        total.gold, total.found, total.right = (
            total.gold + score.gold, total.found + score.found, total.right + score.right,
        )  # fmt: skip
    print(f"| all | {total.gold} | {total.found} | {total.precision:.3f} | {total.recall:.3f} |")


if __name__ == "__main__":
    main()
