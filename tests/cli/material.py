"""A small corpus, and what a run of the command line came to."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

FUND = "The harbour fund holds 12 million euros. The mayor, Ada Brandt, opened it on Monday."
BRIDGE = "Le pont du port a rouvert mardi. Les travaux ont coûté 3,5 millions d'euros, selon la mairie."
STRAIT = "About 40 ships crossed the strait in May.\nThe pilots asked for \x1b[31mbetter\x1b[0m charts."


@dataclass(frozen=True)
class Run:
    """What a run of the command line came to."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict:
        return json.loads(self.out)


def write_corpus(folder: Path) -> Path:
    """Three articles and a file that is none."""
    folder.mkdir()
    records = [
        {"id": "fund", "title": "A fund for the harbour", "source": "Tidewater Post", "published": "2024-11-28",
         "language": "en", "url": "https://example.org/fund", "text": FUND},
        {"id": "pont", "title": "Le pont rouvre", "source": "Le Phare", "published": "2024-06-11", "language": "fr",
         "text": BRIDGE},
        {"id": "strait", "title": "Busy strait", "source": "Tidewater Post", "language": "en", "text": STRAIT},
    ]  # fmt: skip
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    (folder / "broken.json").write_text('{"title": ', encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Built:
    """Folders of a corpus and of the index built from it."""

    corpus: Path
    index: Path
