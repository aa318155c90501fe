"""Gold questions asked of an index, the whole and with each part of the ranking off in turn.

    python benchmarks/answers.py QUESTIONS... --index INDEX --out benchmarks/results

Writes evaluate.json (all figures, with intervals), evaluate.md (the tables), ablation.json, refusal.json (what is
answered, and how well, at every threshold) and refusal.svg. Knows which weights make which part. Does not know how a
question is answered.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from rag.assistant import Assistant
from rag.evaluate import Outcome, Report, evaluate, read_questions
from rag.evaluate.run import judge
from rag.index import open_index
from rag.question import analyse
from rag.ranking.sureness import sureness
from rag.ranking.weights import Weights, weights
from rag.retrieve import Retriever
from rag.settings import Settings
from rag.writers.extractive import ExtractiveWriter

FIGURES = ("hit@1", "hit@5", "MRR", "answer", "citation precision", "refused though answerable", "refused unanswerable")
PARTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "dense side": ("passage", ("near", "near_article")),
    "lexical side": ("passage", ("lexical", "lexical_article", "cover", "cover_article", "names_article")),
    "coverage by passage and article": ("passage", ("cover", "cover_article", "names_article")),
    "support by the article's other passages": ("passage", ("near_article", "lexical_article")),
    "time": ("passage", ("when",)),
    "reading before the final order": ("passage", ("reading",)),
    "expected kind of answer": ("sentence", ("kind", "fits")),
    "the answer tied to the words asked about": ("sentence", ("tied",)),
    "words in common": ("sentence", ("said", "passage", "here", "names")),
    "words of kindred meaning": ("sentence", ("meant", "near", "detail", "telling", "article", "heard")),
    "rank of the passage": ("sentence", ("place", "order")),
    "the passage reader": ("reads", ()),
}

_WARM = "what warms up the encoder and the index"  # asked before the clock runs, and nobody's question


def without(part: str) -> Weights:
    """The committed weights, those of one part at nothing."""
    whole = weights()
    side, names = PARTS[part]
    if side == "reads":
        return replace(whole, reads=False)
    if side == "passage":
        return replace(whole, passage=_silenced(whole.passage, names))
    return replace(whole, sentence=_silenced(whole.sentence, names))


def _silenced(weigh: Mapping[str, float], names: Sequence[str]) -> dict[str, float]:
    return {name: 0.0 if name in names else value for name, value in weigh.items()}


def answer_all(questions: list[Path], index: Path, settings: Settings, weigh: Weights | None = None) -> Report:
    """The figures with these weights."""
    opened = Retriever.open(index, settings=settings)
    retriever = Retriever(opened.index, opened.encoder, settings, weigh)
    assistant = Assistant(retriever, ExtractiveWriter(settings.claims, settings.refusal_threshold), settings)
    report = evaluate(questions, assistant)
    opened.index.close()
    return report


def refusal_curve(questions: list[Path], index: Path, settings: Settings) -> list[dict[str, float]]:
    """For every threshold of sureness what is answered, what of it is right, what of the unanswerable is refused."""
    assistant = Assistant.open(index, replace(settings, refusal_threshold=0.0))
    seen: list[tuple[float, Outcome]] = []
    for gold in read_questions(questions):
        for language, text in gold.texts.items():
            answer = assistant.ask(text)
            sure = -1.0 if answer.refusal else sureness(analyse(text), answer.evidence)  # objected to: at no threshold
            seen.append((sure, judge(gold, language, answer, [])))
    assistant.index.close()
    rows = []
    for threshold in sorted({0.0} | {round(score, 3) for score, _ in seen if score > 0}):
        answered = [item for score, item in seen if score >= threshold]
        gold_answered = [item for item in answered if item.is_answerable]
        count = sum(item.is_answerable for _, item in seen)
        rows.append({
            "threshold": threshold,
            "answered": round(len(gold_answered) / count, 4),
            "right of answered": round(float(np.mean([float(bool(item.answered)) for item in answered] or [1.0])), 4),
            "unanswerable refused": round(1 - (len(answered) - len(gold_answered)) / max(1, len(seen) - count), 4),
        })  # fmt: skip
    return rows


def draw(rows: list[dict[str, float]], threshold: float) -> str:
    """The curve as SVG: answerable questions answered (x) against right answers and refused unanswerable ones (y)."""
    width, height, edge = 480, 320, 40

    def points(name: str) -> str:
        return " ".join(
            f"{edge + row['answered'] * (width - 2 * edge):.1f},{height - edge - row[name] * (height - 2 * edge):.1f}"
            for row in rows
        )

    chosen = min(rows, key=lambda row: abs(row["threshold"] - threshold))
    x = edge + chosen["answered"] * (width - 2 * edge)
    ticks = "".join(
        f'<text x="{edge + n / 5 * (width - 2 * edge):.0f}" y="{height - 22}" text-anchor="middle">{n / 5:.1f}</text>'
        f'<text x="{edge - 8}" y="{height - edge - n / 5 * (height - 2 * edge) + 4:.0f}" text-anchor="end">'
        f"{n / 5:.1f}</text>"
        for n in range(6)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif"'
        f' font-size="11">'
        f'<rect width="{width}" height="{height}" fill="white"/>'
        f'<path d="M{edge},{edge}V{height - edge}H{width - edge}" fill="none" stroke="black"/>{ticks}'
        f'<polyline points="{points("right of answered")}" fill="none" stroke="#0b6e4f" stroke-width="2"/>'
        f'<polyline points="{points("unanswerable refused")}" fill="none" stroke="#b3541e" stroke-width="2"/>'
        f'<path d="M{x:.1f},{edge}V{height - edge}" stroke="#888" stroke-dasharray="4"/>'
        f'<text x="{width / 2:.0f}" y="{height - 6}" text-anchor="middle">answerable questions answered</text>'
        f'<text x="{edge + 10}" y="{edge - 22}" fill="#0b6e4f">right, of all that is answered</text>'
        f'<text x="{edge + 10}" y="{edge - 8}" fill="#b3541e">unanswerable questions refused</text>'
        f'<text x="{x - 4:.0f}" y="{edge + 12}" text-anchor="end" fill="#666">threshold {threshold:g}</text></svg>\n'
    )


def speed(questions: list[Path], index: Path, settings: Settings) -> dict[str, float]:
    """Milliseconds of one ask and of a bare dense search over the same questions, warm; and peak memory."""
    texts = [text for gold in read_questions(questions) for text in gold.texts.values()]
    searches = dense_times(index, settings, texts)
    assistant = Assistant.open(index, settings)
    for text in texts[:8]:
        assistant.ask(text)
    asks = [_milliseconds(partial(assistant.ask, text)) for text in texts]
    assistant.index.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "ask_ms_p50": round(float(np.median(asks)), 1),
        "ask_ms_p95": round(float(np.quantile(asks, 0.95)), 1),
        "dense_search_ms_p50": round(float(np.median(searches)), 1),
        "ask_over_dense": round(float(np.median(asks) / np.median(searches)), 1),
        "peak_mib": round(peak),
    }


def dense_times(index: Path, settings: Settings, texts: Sequence[str]) -> list[float]:
    """Milliseconds of a bare dense search for each text, once each and by a retriever of their own.

    One that has just been asked a question still has its vector, and would be timed without the encoder.
    """
    with Retriever.open(index, settings=settings) as retriever:
        dense = partial(retriever.search, k=8, mode="dense")
        for number in range(8):
            dense(f"{_WARM} {number}")
        return [_milliseconds(partial(dense, analyse(text))) for text in dict.fromkeys(texts)]


def _milliseconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - started)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", nargs="+", type=Path)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("benchmarks/results"))
    parser.add_argument("--no-ablation", action="store_true")
    arguments = parser.parse_args()
    settings = Settings.from_environment()
    arguments.out.mkdir(parents=True, exist_ok=True)
    report = answer_all(arguments.questions, arguments.index, settings)
    figures = report.to_dict()
    about = figures["about"]
    assert isinstance(about, dict)
    about.pop("outcomes")
    info = open_index(arguments.index).info()
    about |= {
        "articles": info.articles,
        "passages": info.passages,
        "encoder": info.encoder_fingerprint,
        "cpu": platform.machine(),
    }
    about |= speed(arguments.questions, arguments.index, settings)
    _write(arguments.out / "evaluate.json", figures)
    (arguments.out / "evaluate.md").write_text(report.to_table() + "\n", encoding="utf-8")
    print(report.to_table(), about)
    threshold = ExtractiveWriter(settings.claims, settings.refusal_threshold).threshold
    rows = refusal_curve(arguments.questions, arguments.index, settings)
    _write(arguments.out / "refusal.json", {"threshold": threshold, "curve": rows})
    (arguments.out / "refusal.svg").write_text(draw(rows, threshold), encoding="utf-8")
    if not arguments.no_ablation:
        never = replace(settings, refusal_threshold=0.0)  # a score that lacks a part says nothing about refusal
        table = {
            "whole": _short(report),
            "whole, never refusing": _short(answer_all(arguments.questions, arguments.index, never)),
        }
        for part, (side, _) in PARTS.items():
            chosen = settings if side == "passage" else never
            table[f"without {part}"] = _short(answer_all(arguments.questions, arguments.index, chosen, without(part)))
            print(part, table[f"without {part}"], flush=True)
        _write(arguments.out / "ablation.json", table)


def _short(report: Report) -> dict[str, dict[str, float]]:
    return {
        row.name: {name: round(row[name], 4) for name in FIGURES if row.figures[name].count} for row in report.pairs
    }


def _write(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
