"""Questions of our own over news articles, each with the passages a search finds for it.

``news_qa.jsonl.xz`` holds questions in English and in French, the kind of answer, and where sentence and answer stand
(half-open character offsets), not the articles: article N is line N, from 0, of ``orangesum_train.jsonl.xz``. Questions
are ``answered``, ``absent`` (an article is about the very story and does not say) or ``false`` (they take for granted
what it contradicts). Knows how a question becomes rows. Does not know models, nor other data.
"""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from rag.build import build
from rag.evaluate.gold import GoldQuestion
from rag.language import fold
from rag.question import analyse
from rag.ranking.reader import headed
from rag.ranking.weights import weights
from rag.retrieve import Retriever
from rag.types import Filter, Hit
from training.ranker_data import Row

FILE = Path(__file__).parent / "news_qa.jsonl.xz"
ARTICLES = 8_000  # the first of the news file; the others are kept for measuring (benchmarks/news_questions.py)
HELD_OUT = 7  # one article in so many is kept back
FOUND = 8  # passages a search gives


@dataclass(frozen=True)
class NewsQuestion:
    """A question in each language; ``evidence`` and ``answer`` are offsets into the text of article ``article``."""

    article: int
    kind: str
    type: str
    texts: dict[str, str]
    evidence: tuple[tuple[int, int], ...] = ()
    answer: tuple[int, int] | None = None

    @property
    def is_held_out(self) -> bool:
        """Whether it is kept from the training of the reader and of the encoder."""
        return self.article % HELD_OUT == 3

    @property
    def is_for_report(self) -> bool:
        """Whether it is kept from the fit of weights, too: half of those held out are."""
        return self.is_held_out and self.article % (2 * HELD_OUT) != 3


def read_news_questions(file: Path = FILE) -> list[NewsQuestion]:
    """All questions, in order."""
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        return [_question(json.loads(line)) for line in lines]


def as_gold(questions: Sequence[NewsQuestion], data: Path) -> list[GoldQuestion]:
    """The same as gold questions over the index that ``index_articles`` builds."""
    with lzma.open(data / "orangesum_train.jsonl.xz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [
        GoldQuestion(
            f"{item.kind}-{number}",
            item.type if item.kind == "answered" else {"false": "false_premise"}.get(item.kind, item.kind),
            f"t{item.article}",
            "fr",
            item.texts,
            (texts[item.article][slice(*item.answer)],) if item.answer else (),
            item.evidence[0] if item.kind == "answered" else None,
        )
        for number, item in enumerate(questions)
    ]


def _question(item: dict) -> NewsQuestion:  # type: ignore[type-arg]
    evidence = tuple((start, end) for start, end in item.get("evidence", ()))
    answer = tuple(item["answer"]) if "answer" in item else None
    return NewsQuestion(
        item["article"], item["kind"], item["type"], {"en": item["en"], "fr": item["fr"]}, evidence, answer
    )


def index_articles(data: Path, folder: Path) -> Path:
    """An index of the articles that the questions are about, built where it is not there yet."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    if not (corpus / "news.jsonl").exists():
        with lzma.open(data / "orangesum_train.jsonl.xz", "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) | {"id": f"t{n}"} for n, line in zip(range(ARTICLES), lines, strict=False)]
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (corpus / "news.jsonl").write_text(text, encoding="utf-8")
    build(corpus, folder / "index")
    return folder / "index"


def groups_of(questions: Sequence[NewsQuestion], index: Path, kept: Path, workers: int = 2) -> list[list[Row]]:
    """For each question and language its rows: the passages that answer first, then what a search finds, best first.

    Found once and kept in the file ``kept``.
    """
    if not kept.exists():
        parts = [list(questions[n::workers]) for n in range(workers)]
        with ProcessPoolExecutor(workers) as pool:
            found = [group for part in pool.map(_search_all, parts, [index] * workers) for group in part]
        kept.parent.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps([asdict(row) for row in group], ensure_ascii=False) + "\n" for group in found)
        kept.with_suffix(".part").write_text("".join(lines), encoding="utf-8")
        kept.with_suffix(".part").replace(kept)
    return [[_row(item) for item in json.loads(line)] for line in kept.read_text(encoding="utf-8").splitlines()]


def _row(item: dict) -> Row:  # type: ignore[type-arg]
    span = tuple(item["span"]) if item["span"] else None
    return Row(**(item | {"sentences": tuple(item["sentences"]), "gold": tuple(item["gold"]), "span": span}))


def _search_all(questions: Sequence[NewsQuestion], index: Path) -> list[list[Row]]:
    """What is found without any reader: this is what one is trained on."""
    weigh = replace(weights(), sentence=weights().unread)
    with Retriever.open(index) as opened:
        retriever = Retriever(opened.index, opened.encoder, weigh=weigh)
        return [rows for number, item in enumerate(questions) for rows in _searched(item, retriever, number)]


def _searched(item: NewsQuestion, retriever: Retriever, number: int) -> Iterator[list[Row]]:
    """The rows of each language; one of them, in turn, is searched in."""
    language, text = list(item.texts.items())[number % len(item.texts)]
    question = analyse(text, language)
    own: list[Hit] = []
    if item.kind == "answered":
        own = retriever.search(question, 40, Filter(article_ids=(f"t{item.article}",)), "dense")
    answering = [hit for hit in own if _gold(hit, item)]
    said = _said(item, answering)
    hits = retriever.search(question, FOUND)
    others = [hit for hit in hits if not _gold(hit, item) and not (said and said in fold(hit.passage.text))]
    if item.kind != "answered" or answering:
        for language, text in item.texts.items():
            yield [_row_of(hit, item, text, language) for hit in (*answering[:1], *others)]


def _said(item: NewsQuestion, answering: Sequence[Hit]) -> str:
    """The answer's words, folded: another passage that holds them is no sure counterexample."""
    if item.answer is None or not answering:
        return ""
    start, end = (place - answering[0].passage.start for place in item.answer)
    return fold(answering[0].passage.text[start:end])


def _gold(hit: Hit, item: NewsQuestion) -> list[int]:
    """Which sentences of a passage answer."""
    if item.kind != "answered" or hit.article.id != f"t{item.article}":
        return []
    return [
        n
        for n, sentence in enumerate(hit.passage.sentences)
        if any(sentence.start < end and start < sentence.end for start, end in item.evidence)
    ]


def _row_of(hit: Hit, item: NewsQuestion, text: str, language: str) -> Row:
    gold = _gold(hit, item)
    span = None
    if gold and item.answer is not None:
        start, end = item.answer
        holder = next((n for n in gold if hit.passage.sentences[n].start <= start < hit.passage.sentences[n].end), None)
        if holder is not None:
            sentence = hit.passage.sentences[holder]
            span = (holder, start - sentence.start, min(end, sentence.end) - sentence.start)
    texts = tuple(sentence.text for sentence in hit.passage.sentences)
    return Row(text, language, headed(hit), texts, tuple(gold), span, f"news {item.kind}", f"t{item.article}")


def drawn(group: Sequence[Row], others: int, chooser: random.Random) -> list[Row]:
    """The answering passage, if there is one, and up to ``others`` of those found, the first ones likelier."""
    first = [row for row in group if row.gold]
    rest = [row for row in group if not row.gold]
    weights = [1 / (1 + place) for place in range(len(rest))]
    chosen: list[Row] = []
    while rest and len(chosen) < others:
        place = chooser.choices(range(len(rest)), weights)[0]
        chosen.append(rest.pop(place))
        weights.pop(place)
    return first + chosen
