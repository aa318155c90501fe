"""Citewire and its peers on the same articles in the same run: build, add, ask, serve.

Every reading is a process of its own, timed from start to end, so that imports and loading count as they do for a
person. Knows the peers' folders. Does not know what the peers do inside. The slow variants are measured over the first
articles only: their build grows with the text, so it is scaled up, while what they add to and load stays smaller, in
their favour.

    python -m benchmarks.side_by_side --articles 5000 --sample 1000
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import articles
from benchmarks.machine import RESULTS, Spent, describe, keep, run

PEERS = Path(__file__).parent / "peers"
ADDED, ASKED = 10, 40
SLOW = ("langchain-1000", "txtai")
SETTLED = 3.0  # seconds after which no file counts as one that may still be written

Reading = dict[str, Any]  # as it comes from a JSON object and goes into one


def measure(count: int, sample: int, source: Path, folder: Path, variants: list[str]) -> dict[str, object]:
    """Readings of each variant over ``count`` articles, of the slow ones over ``sample``, and Citewire against each."""
    files, few, more = folder / "corpus", folder / "few", folder / "more"
    titles = articles.write_files(files, count, source)
    articles.write_files(few, min(sample, count), source)
    articles.write_files(more, ADDED, source, skip=count)
    questions = folder / "questions.json"
    questions.write_text(json.dumps(titles[: min(sample, count) : max(1, min(sample, count) // ASKED)][:ASKED]))
    told: dict[str, object] = {"articles": count, "added": ADDED, "machine": describe()}
    readings: dict[str, Reading] = {}
    for variant in variants:
        print(f"{variant} ...", flush=True)
        corpus = few if variant in SLOW else files
        readings[variant] = MEASURES[variant](corpus, more, folder / variant, questions)
        readings[variant]["articles"] = min(sample, count) if variant in SLOW else count
        print(json.dumps(readings[variant]), flush=True)
    ours = readings.get("citewire")
    ratios = {name: against(row, ours) for name, row in readings.items() if ours and name != "citewire"}
    return {**told, **readings, "ratios": ratios}


def against(peer: Reading, ours: Reading) -> dict[str, float]:
    """How many times Citewire's cost the peer's is: by the clock and by processor time; building per article."""
    told: dict[str, float] = {}
    for step in ("build", "add", "ask"):
        share = peer["articles"] / ours["articles"] if step == "build" else 1.0
        for kind in ("seconds", "cpu"):
            told[f"{step}_{kind}"] = round(peer[step][kind] / share / ours[step][kind], 2)
    return told


def citewire(files: Path, more: Path, store: Path, questions: Path) -> Reading:
    """The command line for build, add and ask; the library for serving."""
    command = [sys.executable, "-m", "rag"]
    corpus = store.with_name("corpus-citewire")
    shutil.copytree(files, corpus, dirs_exist_ok=True)
    time.sleep(SETTLED)  # files of this very moment would be read once more with the next build
    build = run([*command, "build", "--json", "--corpus", corpus, "--index", store])
    for path in more.iterdir():
        shutil.copy(path, corpus)
    add = run([*command, "build", "--json", "--corpus", corpus, "--index", store])
    question = json.loads(questions.read_text(encoding="utf-8"))[0]
    ask = [run([*command, "ask", question, "--index", store, "--json"]) for _ in range(3)]
    serve = run([sys.executable, "-m", "benchmarks.peers.citewire_serve", store, questions])
    return _reading(json.loads(build.output)["passages"], build, add, ask, json.loads(serve.output), serve, store)


def environment(name: str) -> Path:
    """The interpreter of a peer's own environment, made from its requirements.txt where it is missing."""
    folder = Path(sys.prefix) / "peers" / name
    python = folder / "bin" / "python"
    if not python.exists():
        run([sys.executable, "-m", "venv", folder])
        run([python, "-m", "pip", "install", "-q", "-r", PEERS / name / "requirements.txt"])
    return python


def peer(name: str, *options: str) -> Callable[[Path, Path, Path, Path], Reading]:
    """The same readings of a peer's own script in its own environment."""

    def readings(files: Path, more: Path, store: Path, questions: Path) -> Reading:
        command: list[str | Path] = [environment(name), "-m", f"benchmarks.peers.{name}.run"]
        build = run([*command, "build", "--files", files, "--store", store, *options])
        add = run([*command, "add", "--files", more, "--store", store, *options])
        ask = [run([*command, "ask", "--store", store, "--questions", questions]) for _ in range(3)]
        serve = run([*command, "serve", "--store", store, "--questions", questions])
        told = json.loads(build.output.splitlines()[-1])
        return _reading(told["passages"], build, add, ask, json.loads(serve.output.splitlines()[-1]), serve, store)

    return readings


def _reading(
    passages: int, build: Spent, add: Spent, ask: list[Spent], served: Reading, serve: Spent, store: Path
) -> Reading:
    times = sorted(served["query_ms"][1:])  # the first one warms up
    return {
        "passages": passages,
        "build": build.figures(),
        "add": add.figures(),
        "ask": min(ask, key=lambda spent: spent.seconds).figures(),
        "serve": {
            "p50_ms": round(statistics.median(times), 1),
            "p95_ms": round(times[int(0.95 * len(times))], 1),
            "bytes_per_passage": served["bytes_per_passage"],
            "peak_mb": round(serve.peak_mb),
        },
        "disk_mb": round(sum(path.stat().st_size for path in store.rglob("*") if path.is_file()) / 2**20, 1),
    }


MEASURES: dict[str, Callable[[Path, Path, Path, Path], Reading]] = {
    "citewire": citewire,
    "langchain": peer("langchain"),
    "langchain-1000": peer("langchain", "--chunk", "1000"),
    "txtai": peer("txtai", "--chunk", "1000"),
}


def main(arguments: list[str] | None = None) -> None:
    """Measure, and keep the figures in ``results/side_by_side_<articles>.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--sample", type=int, default=1000, help=f"articles for {' and '.join(SLOW)}")
    parser.add_argument("--data", type=Path, default=articles.DATA)
    parser.add_argument("--only", nargs="*", default=list(MEASURES), choices=list(MEASURES))
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="citewire-bench-") as folder:
        told = measure(given.articles, given.sample, given.data, Path(folder), given.only)
    keep(told, RESULTS / f"side_by_side_{given.articles}.json")


if __name__ == "__main__":
    main()
