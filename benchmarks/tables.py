"""The figures of ``results/`` as Markdown tables and plots, in ``results/index.md``.

    python -m benchmarks.tables

Knows what the JSON files hold. Measures nothing.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from benchmarks.machine import RESULTS
from benchmarks.plots import lines

STEPS = ("build", "add", "ask")
NAMES = {
    "citewire": "Citewire",
    "langchain": "LangChain, defaults",
    "langchain-1000": "LangChain, 1,000 characters a piece",
    "txtai": "txtai, 1,000 characters a piece",
}


def main() -> None:
    """Write ``results/index.md`` and the plots beside it from whatever has been measured."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    parts = ["# The index, measured", "", "Written by `python -m benchmarks.tables` from the JSON files beside it.", ""]
    sections = {"side_by_side_*": _side_by_side, "scale": _scale, "growth": _growth, "kills": _kills}
    for name, section in sections.items():
        for path in sorted(RESULTS.glob(f"{name}.json")):
            parts += [*section(json.loads(path.read_text(encoding="utf-8"))), ""]
    (RESULTS / "index.md").write_text("\n".join(parts), encoding="utf-8")


def _machine(told: dict[str, Any]) -> str:
    machine = told["machine"]
    return (
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory_gib']:.0f} GiB, "
        f"Python {machine['python']}; load before the run {machine['load_before'][0]}."
    )


def _side_by_side(told: dict[str, Any]) -> list[str]:
    head = [
        f"## Side by side, {told['articles']:,} articles", "",
        f"Whole processes, from start to end, one run. {_machine(told)}", "",
        "| | passages | build, s (processor s) | articles/s | add 10, s (processor s) | cold question, s (processor s) "
        "| query p50 / p95, ms | bytes a passage in memory | peak while building, MB |",
        "|---|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    rows = []
    for key, name in NAMES.items():
        if key in told:
            row = told[key]
            build, add, ask, serve = row["build"], row["add"], row["ask"], row["serve"]
            count = row.get("articles", told["articles"])
            over = "" if count == told["articles"] else f", {count:,} articles only"
            rows.append(
                f"| {name}{over} | {row['passages']:,} | {_both(build)} | {count / build['seconds']:.1f} "
                f"| {_both(add)} | {_both(ask)} | {serve['p50_ms']} / {serve['p95_ms']} "
                f"| {serve['bytes_per_passage']:,} | {build['peak_mb']:,.0f} |"
            )
    return [*head, *rows, *_ratios(told)]


def _ratios(told: dict[str, Any]) -> list[str]:
    """Citewire against each peer; nothing where it was not measured."""
    if not told.get("ratios"):
        return []
    rows = [
        "", "How many times Citewire's seconds (processor seconds) the peer takes; building per article.", "",
        "| | build | add 10 | cold question |", "|---|---|---|---|",
    ]  # fmt: skip
    for key, ratio in told["ratios"].items():
        cells = " | ".join(f"{ratio[f'{step}_seconds']:.1f} ({ratio[f'{step}_cpu']:.1f})" for step in STEPS)
        rows.append(f"| {NAMES[key]} | {cells} |")
    return rows


def _both(spent: dict[str, float]) -> str:
    return f"{spent['seconds']:.1f} ({spent['cpu']:.1f})"


def _scale(told: dict[str, Any]) -> list[str]:
    rows = [
        "## Scale", "", f"Hybrid search, k = 10: p50 / p95 in milliseconds (processor time, p50). {_machine(told)}", "",
        "| passages | search | first asked | asked again | one outlet of 500 | one month of ten years "
        "| half the corpus | k of k | recall@10 | open, s | bytes a passage: memory / disk |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for row in told["sizes"]:
        kinds = ("first", "again", "outlet", "month", "half")
        times = " | ".join(
            f"{row[kind]['p50_ms']} / {row[kind]['p95_ms']} ({row[kind]['p50_processor_ms']})" for kind in kinds
        )
        whole = all(row[kind]["fewest_hits"] == row[kind]["there_are"] for kind in kinds)
        rows.append(
            f"| {row['passages']:,} | {'graph' if row['search'] != 'exact' else 'exact'} | {times} "
            f"| {'always' if whole else 'no'} | {row['recall_at_10']:.3f} | {row['open_s']} "
            f"| {row['bytes_per_passage']:,} / {row['disk_bytes_per_passage']:,} |"
        )
    series = {
        label: [(row["passages"], row[kind]["p50_processor_ms"]) for row in told["sizes"]]
        for kind, label in (("first", "first asked"), ("again", "asked again"), ("outlet", "one outlet"))
    }
    plot = lines("Query time against size (p50)", "passages", "processor ms", series, logarithmic=True)
    (RESULTS / "scale.svg").write_text(plot, encoding="utf-8")
    return [*rows, "", "![Query time against size](scale.svg)"]


def _growth(told: dict[str, Any]) -> list[str]:
    rows = [
        "## Growth", "", f"`citewire build`, whole processes. {_machine(told)}", "",
        "| articles | passages | first build, s (processor s) | nothing to do | ten articles more |",
        "|---|---|---|---|---|",
    ]  # fmt: skip
    kinds = ("build", "nothing_to_do", "ten_more")
    for row in told["sizes"]:
        times = " | ".join(_both(row[kind]) for kind in kinds)
        rows.append(f"| {row['articles']:,} | {row['passages']:,} | {times} |")
    names = ("first build", "nothing to do", "ten articles more")
    series = {
        name: [(row["articles"], row[kind]["cpu"]) for row in told["sizes"]]
        for kind, name in zip(kinds, names, strict=True)
    }
    plot = lines("Build and update time against corpus size", "articles", "processor s", series)
    (RESULTS / "growth.svg").write_text(plot, encoding="utf-8")
    return [*rows, "", "![Build and update time](growth.svg)"]


def _kills(told: dict[str, Any]) -> list[str]:
    return ["## Kills", "", told["told"]]


if __name__ == "__main__":
    main()
