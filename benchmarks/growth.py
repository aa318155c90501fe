"""How a build grows: time against new text, and the time of a small update against the size of the corpus.

    python -m benchmarks.growth --sizes 250 500 1000 2000

Knows the command line, as a person would run it. Does not know how an index is built.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks import articles
from benchmarks.machine import RESULTS, describe, keep, run

ADDED = 10


def measure(sizes: list[int], source: Path, top: Path) -> list[dict[str, object]]:
    """For each size: a first build, a build with nothing to do, and one with ten articles more."""
    told: list[dict[str, object]] = []
    for size in sizes:
        corpus, index = top / f"corpus-{size}", top / f"index-{size}"
        articles.write_files(corpus, size, source)
        command: list[str | Path] = [
            sys.executable,
            "-m",
            "rag",
            "build",
            "--json",
            "--corpus",
            corpus,
            "--index",
            index,
        ]
        first = run(command)
        nothing = min((run(command) for _ in range(2)), key=lambda spent: spent.seconds)
        articles.write_files(corpus, ADDED, source, skip=5000 + size)
        update = run(command)
        report = json.loads(update.output)
        assert report["added"] == ADDED and report["unchanged"] == size, report
        told.append(
            {
                "articles": size, "passages": json.loads(first.output)["passages"], "build": first.figures(),
                "nothing_to_do": nothing.figures(), "ten_more": update.figures(), "embedded": report["embedded"],
            }
        )  # fmt: skip
        print(json.dumps(told[-1]), flush=True)
        shutil.rmtree(corpus)
    return told


def main(arguments: list[str] | None = None) -> None:
    """Measure, and keep the figures in ``results/growth.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[250, 500, 1000, 2000])
    parser.add_argument("--data", type=Path, default=articles.DATA)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="citewire-growth-") as folder:
        told = {"machine": describe(), "sizes": measure(given.sizes, given.data, Path(folder))}
    keep(told, RESULTS / "growth.json")


if __name__ == "__main__":
    main()
