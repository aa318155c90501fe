"""Questions of our own over news articles, each with the passages a search finds for it.

``news_qa.jsonl.xz`` holds questions in English and in French, the kind of answer, and where sentence and answer stand
(half-open character offsets). French articles it does not hold: article N is line N, from 0, of
``orangesum_train.jsonl.xz``. From ``ENGLISH`` on they are our own, reports of events that one of these is about: line
N - ``ENGLISH`` of ``english_news.jsonl.xz``. Questions are ``answered``, ``absent`` (an article is about the very story
and does not say) or ``false`` (they take for granted what it contradicts). Knows how a question becomes rows. Does not
know models, nor other data.
"""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

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
ENGLISH_FILE = FILE.with_name("english_news.jsonl.xz")
ENGLISH = 10_000
"""The number of the first English article."""
ARTICLES = 8_000  # the first of the news file; the others are kept for measuring (benchmarks/news_questions.py)
LATER = 10_095
"""The English article from which on two in four are kept: there are few, and weights are fitted on one of the two."""
HELD_OUT = 7  # of the others one article in so many is kept back
FOUND = 8  # passages a search gives

Found = list[list[dict[str, Any]]]
"""The rows of each language of a question, as JSON."""


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
    def name(self) -> str:
        """What it is known by: its words."""
        return " | ".join(self.texts.values())

    @property
    def article_id(self) -> str:
        """Its article's id in the index that ``index_articles`` builds."""
        return f"t{self.article}"

    @property
    def language(self) -> str:
        """The article's."""
        return "en" if self.article >= ENGLISH else "fr"

    @property
    def is_held_out(self) -> bool:
        """Whether it is kept from the training of the reader and of the encoder."""
        return (self.article - LATER) % 4 >= 2 if self.article >= LATER else self.article % HELD_OUT == 3

    @property
    def is_for_report(self) -> bool:
        """Whether it is kept from the fit of weights, too: half of those held out are."""
        if self.article >= LATER:
            return (self.article - LATER) % 4 == 3
        return self.is_held_out and self.article % (2 * HELD_OUT) != 3


def read_news_questions(file: Path = FILE) -> list[NewsQuestion]:
    """All questions, in order."""
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        return [_question(json.loads(line)) for line in lines]


def chosen(questions: Sequence[NewsQuestion], since: int, seed: int) -> list[NewsQuestion]:
    """The questions to learn from: the new ones, and of those known from before as many, drawn."""
    known, new = questions[:since], questions[since:]
    return [*random.Random(seed).sample(known, min(len(known), len(new))), *new]


@cache
def read_articles(data: Path) -> dict[int, dict[str, Any]]:
    """The articles that are indexed, by number, ``source`` being the outlet.

    The French ones that the English ones have their facts from are left out: what one says, the other may say.
    """
    with lzma.open(data / "orangesum_train.jsonl.xz", "rt", encoding="utf-8") as lines:
        articles = {n: json.loads(line) for n, line in zip(range(ARTICLES), lines, strict=False)}
    for n, item in enumerate(read_english()):
        articles.pop(item["source"], None)
        articles[ENGLISH + n] = item | {"language": "en", "source": "Citewire"}
    return {n: item | {"id": f"t{n}"} for n, item in articles.items()}


def read_english(file: Path = ENGLISH_FILE) -> list[dict[str, Any]]:
    """Our own English articles; ``source`` is the number of the French one about the same event."""
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def as_gold(questions: Sequence[NewsQuestion], data: Path) -> list[GoldQuestion]:
    """The same as gold questions over the index that ``index_articles`` builds."""
    articles = read_articles(data)
    return [
        GoldQuestion(
            f"{item.kind}-{number}",
            item.type if item.kind == "answered" else {"false": "false_premise"}.get(item.kind, item.kind),
            item.article_id,
            item.language,
            item.texts,
            (articles[item.article]["text"][slice(*item.answer)],) if item.answer else (),
            item.evidence[0] if item.kind == "answered" else None,
        )
        for number, item in enumerate(questions)
    ]


def _question(item: dict[str, Any]) -> NewsQuestion:
    evidence = tuple((start, end) for start, end in item.get("evidence", ()))
    answer = tuple(item["answer"]) if "answer" in item else None
    return NewsQuestion(
        item["article"], item["kind"], item["type"], {"en": item["en"], "fr": item["fr"]}, evidence, answer
    )


def index_articles(data: Path, folder: Path) -> Path:
    """An index of the articles that the questions are about, made or brought in line."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    rows = read_articles(data).values()
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (corpus / "news.jsonl").write_text(text, encoding="utf-8")
    build(corpus, folder / "index")
    return folder / "index"


def groups_of(questions: Sequence[NewsQuestion], index: Path, kept: Path, workers: int = 2) -> list[list[Row]]:
    """For each question and language its rows: the passages that answer first, then what a search finds, best first.

    Found once and kept in the file ``kept``; only for questions that are not in it is anything searched.
    """
    found = _kept(kept)
    new = [item for item in questions if item.name not in found]
    if new:
        with ProcessPoolExecutor(workers) as pool:
            for part in pool.map(_search_all, [new[n::workers] for n in range(workers)], [index] * workers):
                found |= part
        kept.parent.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps([name, groups], ensure_ascii=False) + "\n" for name, groups in found.items())
        kept.with_suffix(".part").write_text("".join(lines), encoding="utf-8")
        kept.with_suffix(".part").replace(kept)
    return [[_row(row) for row in group] for item in questions for group in found[item.name]]


def _kept(file: Path) -> dict[str, Found]:
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return dict(json.loads(line) for line in lines)


def _row(item: dict[str, Any]) -> Row:
    span = tuple(item["span"]) if item["span"] else None
    return Row(**(item | {"sentences": tuple(item["sentences"]), "gold": tuple(item["gold"]), "span": span}))


def _search_all(questions: Sequence[NewsQuestion], index: Path) -> dict[str, Found]:
    """What is found without any reader, by the questions' names: this is what one is trained on."""
    weigh = replace(weights(), reads=False)
    with Retriever.open(index) as opened:
        retriever = Retriever(opened.index, opened.encoder, weigh=weigh)
        return {
            item.name: [[asdict(row) for row in rows] for rows in _searched(item, retriever, number)]
            for number, item in enumerate(questions)
        }


def _searched(item: NewsQuestion, retriever: Retriever, number: int) -> Iterator[list[Row]]:
    """The rows of each language; one of them, in turn, is searched in."""
    language, text = list(item.texts.items())[number % len(item.texts)]
    question = analyse(text, language)
    own: list[Hit] = []
    if item.kind == "answered":
        own = retriever.search(question, 40, Filter(article_ids=(item.article_id,)), "dense")
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
    if item.kind != "answered" or hit.article.id != item.article_id:
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
    return Row(text, language, headed(hit), texts, tuple(gold), span, f"news {item.kind}", item.article_id)


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
