"""Encoders side by side: passages a second, peak memory, seconds from process start to the first vector.

Every reading is taken in a process of its own, all of them in one run. Knows the bundled encoder, the same weights
through SentenceTransformer in float32 and the peer, all-MiniLM-L6-v2 through SentenceTransformer. Does not know what
vectors are used for.

    python -m benchmarks.encoders --articles ../shared/data/orangesum_train.jsonl.xz
"""

from __future__ import annotations

import argparse
import json
import lzma
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.machine import RESULTS, describe, keep
from rag.types import Vectors

STARTED = time.time()
BATCH = 32  # SentenceTransformer's default


def read_passages(source: Path, count: int) -> list[str]:
    """The first ``count`` passages of about 800 characters of a JSON lines file of articles with ``text``."""
    from rag.encoders.base import checked_texts

    opened = lzma.open if source.suffix == ".xz" else open
    found: list[str] = []
    with opened(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row["text"]
            found += [f"{row['title']}\n{text[n : n + 800]}" for n in range(0, max(1, len(text) - 400), 800)]
            if len(found) >= count:
                break
    return checked_texts(found[:count])


def first_vector(kind: str, folder: str, began: float) -> dict[str, float]:
    """Seconds from ``began`` (taken before the process was started) to the first vector, and of processor time."""
    _encode(kind, folder, ["Combien de personnes ont été blessées ?"])
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {"seconds to first vector": time.time() - began, "processor seconds": used.ru_utime + used.ru_stime}


def throughput(kind: str, folder: str, source: Path, count: int) -> dict[str, float]:
    """Passages a second over ``count`` real ones after a warm-up, and the process's peak memory in MiB."""
    passages = read_passages(source, count)
    encode = _open(kind, folder)
    encode(passages[:32])
    began, used = time.perf_counter(), time.process_time()
    encode(passages)
    seconds, used = time.perf_counter() - began, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "passages": len(passages),
        "passages a second": len(passages) / seconds,
        "passages a processor second": len(passages) / used,
        "peak MiB": peak,
    }


def _open(kind: str, folder: str) -> Callable[[list[str]], Vectors]:
    if kind == "bundled":
        from rag.encoders.bundled import BundledEncoder

        return BundledEncoder(Path(folder)).encode_passages
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(folder, device="cpu")
    return lambda texts: model.encode(texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)


def _encode(kind: str, folder: str, texts: list[str]) -> None:
    _open(kind, folder)(texts)


def in_own_process(reading: str, kind: str, folder: Path, source: Path, count: int) -> dict[str, float]:
    """One reading in a fresh interpreter."""
    options = {
        "reading": reading,
        "kind": kind,
        "folder": folder,
        "articles": source,
        "count": count,
        "began": time.time(),
    }
    command = [sys.executable, "-m", "benchmarks.encoders"]
    command += [word for name, value in options.items() for word in (f"--{name}", str(value))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return result


def compare(source: Path, count: int) -> dict[str, dict[str, float]]:
    """All readings of all encoders; start-up is the median of three."""
    from rag.encoders.bundled import MODEL_FOLDER
    from training.words import teacher_folder

    results = {}
    with tempfile.TemporaryDirectory() as floats:
        # Apart from this process, whose children's peak memory would count what torch takes here.
        subprocess.run([sys.executable, "-m", "training.restore", "--target", floats], check=True, capture_output=True)
        contenders = {
            "bundled (ONNX, int8)": ("bundled", MODEL_FOLDER),
            "same model, SentenceTransformer float32": ("peer", Path(floats)),
            "all-MiniLM-L6-v2, SentenceTransformer float32": ("peer", teacher_folder()),
        }
        for name, (kind, folder) in contenders.items():
            starts = [in_own_process("start", kind, folder, source, count) for _ in range(3)]
            middle = sorted(starts, key=lambda reading: reading["seconds to first vector"])[1]
            results[name] = in_own_process("speed", kind, folder, source, count) | middle
    return results


def table(results: dict[str, dict[str, float]]) -> str:
    """Markdown, with ratios to the last contender (the peer)."""
    peer = list(results.values())[-1]
    columns = ("passages a second", "passages a processor second", "peak MiB", "seconds to first vector")
    lines = ["| encoder | " + " | ".join(f"{column} (x peer)" for column in columns) + " |", "|---" * 5 + "|"]
    for name, row in results.items():
        cells = [f"{row[column]:.4g} ({row[column] / peer[column]:.2f})" for column in columns]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main(words: list[str] | None = None) -> None:
    """The command line; ``--reading`` is for the processes it starts itself."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=Path("../shared/data/orangesum_train.jsonl.xz"))
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--json", type=Path, default=RESULTS / "encoders.json")
    parser.add_argument("--reading", choices=["start", "speed"], help=argparse.SUPPRESS)
    parser.add_argument("--kind", help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    parser.add_argument("--began", type=float, default=STARTED, help=argparse.SUPPRESS)
    arguments = parser.parse_args(words)
    if arguments.reading == "start":
        print(json.dumps(first_vector(arguments.kind, arguments.folder, arguments.began)))
    elif arguments.reading == "speed":
        print(json.dumps(throughput(arguments.kind, arguments.folder, arguments.articles, arguments.count)))
    else:
        machine = describe()
        results = compare(arguments.articles, arguments.count)
        print(table(results))
        keep({"machine": machine, "results": results}, arguments.json)


if __name__ == "__main__":
    main()
