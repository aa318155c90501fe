"""One index at 10,000, 100,000 and 1,000,000 passages: queries, filters, recall, opening, memory, files.

Text is of real articles, over and over; vectors lie between neighbours of real ones. Each index grows out of the
smaller one and is kept in ``.work``. Every reading is a process of its own, all of them after the last was filled.
"first" is when a question is asked for the first time, "again" the second.

    python -m benchmarks.scale --sizes 10000 100000 1000000

Knows the index. Does not know readers, ranking or answers.
"""

from __future__ import annotations

import argparse
import itertools
import json
import shutil
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from benchmarks import articles
from benchmarks.machine import RESULTS, describe, keep, resident_mb, run
from rag.encoders import load_encoder
from rag.index import EmbeddedIndex, Upsert, open_index
from rag.index.snapshot import Snapshot
from rag.index.store import Database
from rag.index.vectors import recall_of
from rag.language import index_terms
from rag.passages import split
from rag.types import Article, ArticleInfo, Filter, Query, Vectors

WORK = Path(__file__).parent / ".work"
REAL, ASKED, SOURCES = 4000, 100, 500
FIRST_DAY = date(2015, 1, 1)
BATCH = 4096


class Identity:
    """What stands on the manifest of an index of drawn vectors."""

    name, fingerprint = "drawn around real vectors", "0" * 16

    def __init__(self, dimension: int) -> None:
        self.dimension = dimension


def real_vectors(source: Path) -> Vectors:
    """Vectors of real passages, made once and kept."""
    kept = WORK / "real.npy"
    if not kept.exists():
        encoder = load_encoder()
        texts: list[str] = []
        for record in itertools.islice(articles.read(source), 0, None, 7):
            item = Article(ArticleInfo("x", title=record["title"], language="fr"), record["text"])
            texts += [p.embedding_text for p in split(item, encoder.count_tokens, encoder.max_tokens)]
            if len(texts) >= REAL:
                break
        WORK.mkdir(exist_ok=True)
        (WORK / ".gitignore").write_text("*\n")
        np.save(kept, encoder.encode_passages(texts[:REAL]))
    vectors: Vectors = np.load(kept)
    return vectors


def pieces(source: Path) -> Iterator[Article]:
    """Real articles without end; those of a later round have other ids, outlets and days."""
    records = list(articles.read(source))
    for number in itertools.count():
        record = records[number % len(records)]
        title = f"{record['title']} ({number // len(records)})"  # another text, and so another vector
        day = FIRST_DAY + timedelta(days=number % 3650)
        info = ArticleInfo(f"{number:08}", title, source=f"outlet {number % SOURCES}", published=day, language="fr")
        yield Article(info, record["text"])


def grow(folder: Path, size: int, source: Path) -> dict[str, float]:
    """Bring the index to ``size`` passages; seconds it took, by part."""
    cloud = articles.Cloud(real_vectors(source), seed=size)
    dimension = cloud.draw(1).shape[1]
    spent = {"cut": 0.0, "write": 0.0, "settle": 0.0}
    with open_index(folder, encoder=Identity(dimension), create=True) as index:
        info = index.info()
        passages, batch, waiting = info.passages, list[Upsert](), 0
        for item in itertools.islice(pieces(source), info.articles, None):
            began = time.perf_counter()
            cut = split(item, _words, 200)
            spent["cut"] += time.perf_counter() - began
            batch.append(Upsert(item, cut, cloud.draw(len(cut))))
            waiting += len(cut)
            if waiting >= BATCH or passages + waiting >= size:
                began = time.perf_counter()
                index.apply(batch)
                spent["write"] += time.perf_counter() - began
                passages, batch, waiting = passages + waiting, [], 0
                print(f"\r{passages:,}", end="", flush=True)
            if passages >= size:
                break
        began = time.perf_counter()
        index.settle()
        spent["settle"] = time.perf_counter() - began
    print()
    return {name: round(value, 1) for name, value in spent.items()}


def _words(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) * 3 // 2 for text in texts]


def read(folder: Path, source: Path) -> dict[str, object]:
    """Open the index and ask; run in a process of its own."""
    import faiss  # noqa: F401 - its own memory is not the index's

    cloud = articles.Cloud(real_vectors(source), seed=1)
    titles = [record["title"] for record in itertools.islice(articles.read(source), 0, None, 211)][:ASKED]
    vectors = cloud.draw(len(titles))
    before, began = resident_mb(), time.perf_counter()
    index = open_index(folder)
    index.refresh()
    told: dict[str, object] = {"open_s": round(time.perf_counter() - began, 2)}
    info = index.info()
    narrow, days = Filter(sources=("outlet 7",)), Filter(since=FIRST_DAY, until=FIRST_DAY + timedelta(days=30))
    half = Filter(until=FIRST_DAY + timedelta(days=1825))
    windows = {"first": Filter(), "again": Filter(), "outlet": narrow, "month": days, "half": half}
    asked = {name: _asked(index, titles, vectors, where, dense=True, lexical=True) for name, where in windows.items()}
    windows |= {"dense": Filter(), "lexical": Filter()}
    asked["dense"] = _asked(index, titles, vectors, Filter(), dense=True, lexical=False)
    asked["lexical"] = _asked(index, titles, vectors, Filter(), dense=False, lexical=True)
    told["bytes_per_passage"] = round((resident_mb() - before) * 2**20 / info.passages)
    for name, where in windows.items():  # behind the reading of memory, which listing articles would swell
        told[name] = asked[name] | {"there_are": sum(1 for _ in itertools.islice(index.scan(where=where), 10))}
    told |= {"passages": info.passages, "articles": info.articles, "search": info.search}
    told["disk_bytes_per_passage"] = round(info.bytes_on_disk / info.passages)
    told["recall_at_10"] = _recall(folder, cloud.draw(400))
    return told


def _asked(
    index: EmbeddedIndex, titles: list[str], vectors: Vectors, where: Filter, *, dense: bool, lexical: bool
) -> dict[str, float]:
    spent, busy, found = [], [], []
    for title, vector in zip(titles, vectors, strict=True):
        began, worked = time.perf_counter(), time.process_time()
        terms = {"fr": tuple((term, 1.0) for term in index_terms(title, "fr"))} if lexical else {}
        hits = index.search(Query(10, vector if dense else None, terms, where))
        spent.append(1000 * (time.perf_counter() - began))
        busy.append(1000 * (time.process_time() - worked))
        found.append(len(hits))
    spent.sort()
    return {
        "p50_ms": round(statistics.median(spent), 1),
        "p95_ms": round(spent[int(0.95 * len(spent))], 1),
        "p50_processor_ms": round(statistics.median(busy), 1),
        "fewest_hits": min(found),
    }


def _recall(folder: Path, vectors: Vectors) -> float:
    """Of the ten nearest, against the exact search, for drawn vectors that are not in the index."""
    with closing(Database(folder, write=False)) as database:
        snapshot = Snapshot(int(database.meta("dimension")), database.meta("encoder_fingerprint"))
        snapshot.take_derived(database)
        with database.reading():
            snapshot.catch_up(database)
    table = snapshot.vectors
    shares = []
    for vector in vectors:
        shares.append(recall_of(table.search(vector, 10)[1], table.exact(vector, 10)[1]))
    return round(float(np.mean(shares)), 4)


def main(arguments: list[str] | None = None) -> None:
    """Measure every size, and keep the figures in ``results/scale.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--data", type=Path, default=articles.DATA)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--again", action="store_true", help="fill the indexes anew, though they are there")
    given = parser.parse_args(arguments)
    if given.read:
        print(json.dumps(read(given.read, given.data)))
        return
    grown = _grown(sorted(given.sizes), given.data, again=given.again)
    told: dict[str, object] = {"machine": describe(), "sizes": []}
    for size, spent in grown.items():
        command = [sys.executable, "-m", "benchmarks.scale", "--read", WORK / f"scale-{size}", "--data", given.data]
        reading = json.loads(run(command).output.splitlines()[-1])
        told["sizes"].append({**reading, "grown_s": spent})  # type: ignore[attr-defined]
        print(json.dumps(told["sizes"][-1]), flush=True)  # type: ignore[index]
    keep(told, RESULTS / "scale.json")


def _grown(sizes: list[int], source: Path, *, again: bool) -> dict[int, dict[str, float]]:
    """An index of every size, each from a copy of the smaller one; the seconds each step took."""
    kept = WORK / "grown.json"
    told: dict[str, dict[str, float]] = json.loads(kept.read_text()) if kept.exists() and not again else {}
    smaller: Path | None = None
    for size in sizes:
        folder = WORK / f"scale-{size}"
        if str(size) not in told or not folder.exists():
            shutil.rmtree(folder, ignore_errors=True)
            if smaller is not None:
                shutil.copytree(smaller, folder)
            told[str(size)] = grow(folder, size, source)
            kept.write_text(json.dumps(told))
        smaller = folder
    return {size: told[str(size)] for size in sizes}


if __name__ == "__main__":
    main()
