"""Citewire as a long-lived process: opens the index once and answers every question; prints one JSON object."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

STARTED = time.perf_counter()


def main() -> None:
    """Do one action and print what it took."""
    from benchmarks.machine import resident_mb, timed
    from rag.encoders import load_encoder
    from rag.index import open_index
    from rag.language import index_terms
    from rag.types import Hit, Query

    index_folder, questions = sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    encoder = load_encoder()
    encoder.encode_queries(["warm"])
    before = resident_mb()
    index = open_index(index_folder, encoder=encoder)
    index.refresh()
    passages = index.info().passages
    told: dict[str, object] = {"bytes_per_passage": round((resident_mb() - before) * 2**20 / passages)}

    def search(question: str) -> list[Hit]:
        terms = {"fr": tuple((term, 1.0) for term in index_terms(question, "fr"))}
        return index.search(Query(5, encoder.encode_queries([question])[0], terms))

    told["query_ms"] = timed(search, questions)
    told["inside"] = round(time.perf_counter() - STARTED, 2)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
