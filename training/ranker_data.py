"""Training rows of the answer-sentence ranker: a question, a passage in sentences, and which of them answers.

Sources: PIAF (native French questions) and SelQA (English); questions of our own over news are read elsewhere
(ranker_questions). Knows data; does not know models. The evaluation folder is never read here.
"""

from __future__ import annotations

import json
import lzma
import random
from dataclasses import dataclass, replace
from pathlib import Path

from rag.language import sentence_spans

PASSAGE = 600  # characters a passage has at most; the index has 800, but tokens are what training time is made of
HELD_OUT = 0.2


@dataclass(frozen=True)
class Row:
    """One question over one passage.

    ``gold`` are the numbers of the sentences that answer, none if the passage does not; ``span`` is (sentence, start,
    end) of the short answer, where known; ``language`` that of the question.
    """

    question: str
    language: str
    title: str
    sentences: tuple[str, ...]
    gold: tuple[int, ...]
    span: tuple[int, int, int] | None = None
    source: str = ""
    group: str = ""

    def without_answer(self) -> Row:
        """The same passage with its answering sentences cut out: near, and yet no answer."""
        kept = tuple(text for n, text in enumerate(self.sentences) if n not in self.gold)
        return replace(self, sentences=kept, gold=(), span=None)


def read_piaf(data: Path) -> tuple[list[Row], list[Row]]:
    """Rows of the first 80% of articles, and of the rest, which is held out."""
    with lzma.open(data / "piaf-v1.1.json.xz", "rt", encoding="utf-8") as file:
        articles = json.load(file)["data"]
    cut = round(len(articles) * (1 - HELD_OUT))
    parts: list[list[Row]] = [[], []]
    for number, article in enumerate(articles):
        for place, paragraph in enumerate(article["paragraphs"]):
            spans = sentence_spans(paragraph["context"])
            for qa in paragraph["qas"]:
                row = _piaf_row(article["title"], paragraph["context"], spans, qa)
                if row:
                    parts[number >= cut].append(replace(row, group=f"piaf-{number}-{place}"))
    return parts[0], parts[1]


def _piaf_row(title: str, text: str, spans: list[tuple[int, int]], qa: dict) -> Row | None:  # type: ignore[type-arg]
    if not qa["answers"] or len(qa["question"].split()) < 4:
        return None
    answer = qa["answers"][0]
    start, end = answer["answer_start"], answer["answer_start"] + len(answer["text"])
    gold = [n for n, (a, b) in enumerate(spans) if a < end and start < b]
    if not gold:
        return None
    a, b = spans[gold[0]]
    span = (gold[0], max(0, start - a), min(end, b) - a)
    return _window(Row(qa["question"], "fr", title, tuple(text[a:b] for a, b in spans), tuple(gold[:1]), span, "piaf"))


def _window(row: Row) -> Row:
    """At most ``PASSAGE`` characters of whole sentences around the answer."""
    first = last = row.gold[0] if row.gold else 0
    size = len(row.sentences[first])
    chooser = random.Random(row.question)
    while True:
        grow = [side for side in (0, 1) if (first > 0 if side == 0 else last + 1 < len(row.sentences))]
        if not grow:
            break
        side = chooser.choice(grow)
        added = len(row.sentences[first - 1 if side == 0 else last + 1])
        if size + added > PASSAGE:
            break
        size += added
        first, last = (first - 1, last) if side == 0 else (first, last + 1)
    span = (row.span[0] - first, row.span[1], row.span[2]) if row.span else None
    gold = tuple(n - first for n in row.gold if first <= n <= last)
    return replace(row, sentences=row.sentences[first : last + 1], gold=gold, span=span)


def read_selqa(data: Path) -> tuple[list[Row], list[Row]]:
    """Rows of SelQA but the last 300 of its split ``dev``, and those 300, held out."""
    rows: dict[str, list[Row]] = {"dev": [], "test": []}
    with lzma.open(data / "selqa.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            gold = tuple(item["answers"])
            if not gold:
                continue
            title = f"{item['article']}. {item['section']}"
            row = Row(item["question"], "en", title, tuple(item["candidates"]), gold, None, "selqa", title)
            rows[item["split"]].append(_window(row))
    return rows["test"] + rows["dev"][:-300], rows["dev"][-300:]
