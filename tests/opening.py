"""A corpus of a few articles, its index built and opened: what tests of whole answers start from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from rag import Assistant, Settings, build


def opened(work: Path, rows: Iterable[Mapping[str, str]]) -> Assistant:
    """An assistant over articles given as rows of JSON Lines, with the bundled encoder; to be closed by the caller."""
    corpus = work / "corpus"
    corpus.mkdir()
    (corpus / "news.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    build(corpus, work / "index")
    return Assistant.open(work / "index", Settings())
