"""Figures of an encoder on the material kept for measuring: never trained on, never shipped.

Knows the evaluation files and metrics. Takes anything with ``encode_queries`` and ``encode_passages``.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rag.types import Vectors
from training.data import read_piaf
from training.vectors import embed_all
from training.words import teacher_folder

PASSAGE = 800  # characters
WINDOW = 256  # tokens


class Embedder(Protocol):
    """What is measured."""

    def encode_queries(self, texts: list[str]) -> Vectors:
        """Unit rows (n, d)."""
        ...

    def encode_passages(self, texts: list[str]) -> Vectors:
        """Unit rows (n, d)."""
        ...


@dataclass(frozen=True)
class FolderEmbedder:
    """A sentence-transformers folder through torch in bfloat16: fast enough to measure every stage."""

    folder: Path

    def encode_queries(self, texts: list[str]) -> Vectors:
        """Unit rows (n, d)."""
        return embed_all(self.folder, texts, WINDOW, "encode")

    def encode_passages(self, texts: list[str]) -> Vectors:
        """Unit rows (n, d)."""
        return embed_all(self.folder, texts, WINDOW, "encode")


def ranks(queries: Vectors, documents: Vectors, right: NDArray[np.int64]) -> NDArray[np.int64]:
    """Rank (1 is best) of each query's right document, shape (n,)."""
    scores = queries @ documents.T
    own = scores[np.arange(len(queries)), right]
    better: NDArray[np.int64] = (scores > own[:, None]).sum(axis=1) + 1
    return better


def at(found: NDArray[np.int64], k: int) -> float:
    """Share of ranks up to ``k``."""
    return round(float((found <= k).mean()), 4)


def measure_sentences(encoder: Embedder, material: Path, teacher: Vectors) -> dict[str, float]:
    """FLORES devtest, both ways, and how near the English vectors are to the teacher's."""
    english, french = (_lines(material / f"flores200.devtest.{side}") for side in ("eng", "fra"))
    e, f, own = encoder.encode_queries(english), encoder.encode_queries(french), np.arange(len(english))
    return {
        "flores en-fr acc": at(ranks(e, f, own), 1),
        "flores fr-en acc": at(ranks(f, e, own), 1),
        "english cosine to teacher": round(float((e * teacher).sum(1).mean()), 4),
    }


def measure_documents(encoder: Embedder, material: Path) -> dict[str, float]:
    """Headline to document among 455, four directions."""
    with lzma.open(material / "parallel_news_docs.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    own = np.arange(len(rows))
    heads = {side: encoder.encode_queries([row[side][0] for row in rows]) for side in ("en", "fr")}
    bodies = {side: encoder.encode_passages([" ".join(row[side][1:]) for row in rows]) for side in ("en", "fr")}
    figures: dict[str, float] = {}
    for query in heads:
        for document in bodies:
            found = ranks(heads[query], bodies[document], own)
            figures |= {f"news {query}-{document} R@1": at(found, 1), f"news {query}-{document} R@10": at(found, 10)}
    return figures


def measure_piaf(encoder: Embedder, data: Path) -> dict[str, float]:
    """Held-out PIAF questions to their paragraph among all paragraphs."""
    piaf = read_piaf(data)
    questions = encoder.encode_queries([question.text for question in piaf.held_out])
    paragraphs = encoder.encode_passages(list(piaf.paragraphs))
    found = ranks(questions, paragraphs, np.array([question.paragraph for question in piaf.held_out]))
    return {"piaf R@1": at(found, 1), "piaf R@5": at(found, 5)}


def measure_questions(encoder: Embedder, material: Path) -> dict[str, float]:
    """Dev questions over the dev pool: a passage overlapping the evidence among the first k."""
    with lzma.open(material / "dev_pool.jsonl.xz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    spans = [(article, start, end) for article in articles for start, end in passages_of(article["text"])]
    vectors = encoder.encode_passages([f"{a['title']}\n{a['text'][start:end]}" for a, start, end in spans])
    questions = [json.loads(line) for line in _lines(material / "dev_questions.jsonl")]
    figures: dict[str, float] = {}
    for side in ("fr", "en"):
        scores = encoder.encode_queries([question[f"question_{side}"] for question in questions]) @ vectors.T
        found = []
        for row, question in zip(scores, questions, strict=True):
            hits = [
                article["id"] == question["article_id"]
                and start < question["evidence_end"]
                and question["evidence_start"] < end
                for article, start, end in (spans[place] for place in np.argsort(-row)[:10])
            ]
            found.append(hits.index(True) + 1 if any(hits) else 99)
        figures |= {f"dev {side} hit@{k}": at(np.array(found), k) for k in (1, 5, 10)}
    return figures


def passages_of(text: str, size: int = PASSAGE) -> list[tuple[int, int]]:
    """Whole-sentence stretches of about ``size`` characters, as (start, end) offsets."""
    ends = [match.end() for match in re.finditer(r"[.!?…»\"]\s+|\n+", text)] + [len(text)]
    spans, start, last = [], 0, 0
    for end in ends:
        if end - start > size and last > start:
            spans.append((start, last))
            start = last
        last = end
    return [*spans, (start, len(text))] if start < len(text) else spans


def measure(encoder: Embedder, data: Path, teacher: Vectors, quick: bool) -> dict[str, float]:
    """All figures of one encoder; ``quick`` leaves out the dev questions, whose 10,000 passages take the most time."""
    material = data.parent / "eval"
    figures = measure_sentences(encoder, material, teacher) | measure_documents(encoder, material)
    figures |= measure_piaf(encoder, data)
    return figures if quick else figures | measure_questions(encoder, material)


def table(results: dict[str, dict[str, float]]) -> str:
    """A Markdown table, one column an encoder."""
    names = list(results)
    lines = ["| figure | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for figure in next(iter(results.values())):
        lines.append(
            f"| {figure} | " + " | ".join(f"{results[name].get(figure, float('nan')):.3f}" for name in names) + " |"
        )
    return "\n".join(lines)


def evaluate(folders: dict[str, Path], data: Path, cache: Path, quick: bool = False) -> dict[str, dict[str, float]]:
    """Figures of each named folder; one measured before (same weights) is read from ``cache``."""
    known: dict[str, dict[str, float]] = json.loads(cache.read_text(encoding="utf-8")) if cache.exists() else {}
    english = _lines(data.parent / "eval" / "flores200.devtest.eng")
    teacher = embed_all(teacher_folder(), english, WINDOW, "teacher")
    results = {}
    for name, folder in folders.items():
        key = f"{name}:{_stamp(folder)}{':quick' * quick}"
        if key not in known:
            known[key] = measure(_embedder(folder), data, teacher, quick)
            cache.write_text(json.dumps(known, indent=1), encoding="utf-8")
        results[name] = known[key]
    return results


def _embedder(folder: Path) -> Embedder:
    if (folder / "onnx" / "model.onnx").exists():
        from rag.encoders.bundled import BundledEncoder

        return BundledEncoder(folder)
    return FolderEmbedder(folder)


def _stamp(folder: Path) -> str:
    file = next(file for file in (folder / "onnx" / "model.onnx", folder / "model.safetensors") if file.exists())
    return f"{file.stat().st_size}-{file.stat().st_mtime_ns}"


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").split("\n") if line]


def main() -> None:
    """``python -m training.evaluate_encoder --data ../shared/data name=folder ...``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path("training/runs/figures.json"))
    parser.add_argument("--json", type=Path, help="write the figures here, too")
    parser.add_argument("--quick", action="store_true", help="leave out the dev questions")
    parser.add_argument("folders", nargs="+", help="name=folder; the name teacher needs no folder")
    arguments = parser.parse_args()
    named = [item.partition("=") for item in arguments.folders]
    folders = {name: Path(folder) if folder else teacher_folder() for name, _, folder in named}
    results = evaluate(folders, arguments.data, arguments.cache, arguments.quick)
    print(table(results))
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
