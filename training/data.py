"""Reads the training data: parallel sentences, French questions over paragraphs, French news articles.

Knows file formats and how sources are weighed. Does not know models. The evaluation folder is never read here.
"""

from __future__ import annotations

import json
import lzma
import random
from dataclasses import dataclass
from pathlib import Path

LAW_WEIGHT = 0.3  # 73% of the rows are statutes; a news encoder must not learn the language of statutes first


@dataclass(frozen=True)
class Pair:
    """An English sentence, its French counterpart, and where they come from."""

    english: str
    french: str
    source: str

    @property
    def is_law(self) -> bool:
        """Whether the pair is statute or regulation."""
        return self.source.startswith("law")


@dataclass(frozen=True)
class Question:
    """A French question and the number of the paragraph that answers it."""

    text: str
    paragraph: int


@dataclass(frozen=True)
class Piaf:
    """PIAF: all paragraphs, and questions of the first 80% of articles (train) and of the rest (held out)."""

    paragraphs: tuple[str, ...]
    train: tuple[Question, ...]
    held_out: tuple[Question, ...]
    train_paragraphs: int


@dataclass(frozen=True)
class NewsText:
    """Title and body of a French news article."""

    title: str
    text: str


def read_parallel(data: Path) -> list[Pair]:
    """All parallel rows, in file order."""
    pairs = []
    with lzma.open(data / "parallel_en_fr.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            english, french, source = line.rstrip("\n").split("\t")
            pairs.append(Pair(english, french, source))
    return pairs


def is_sentence_like(pair: Pair, low: int = 6, high: int = 40) -> bool:
    """Whether a law row reads like a sentence: long enough, short enough, mostly letters, sides of similar length."""
    english, french = pair.english.split(), pair.french.split()
    if not (low <= len(english) <= high and low <= len(french) <= high * 1.3):
        return False
    letters = sum(c.isalpha() or c == " " for c in pair.english)
    return letters >= 0.85 * len(pair.english) and 0.5 < len(english) / len(french) < 2.0


def sample_parallel(pairs: list[Pair], law: int, seed: int) -> list[Pair]:
    """Every pair that is not law, and at most ``law`` sentence-like law rows without repeats; shuffled."""
    chooser = random.Random(seed)
    kept = [pair for pair in pairs if not pair.is_law]
    statutes = list({pair.french: pair for pair in pairs if pair.is_law and is_sentence_like(pair)}.values())
    kept += chooser.sample(statutes, min(law, len(statutes)))
    chooser.shuffle(kept)
    return kept


def read_piaf(data: Path) -> Piaf:
    """PIAF split by article: the last fifth of the articles is held out and never trained on."""
    with lzma.open(data / "piaf-v1.1.json.xz", "rt", encoding="utf-8") as file:
        articles = json.load(file)["data"]
    cut = int(len(articles) * 0.8)
    paragraphs: list[str] = []
    train: list[Question] = []
    held_out: list[Question] = []
    train_paragraphs = 0
    for position, article in enumerate(articles):
        for paragraph in article["paragraphs"]:
            side = train if position < cut else held_out
            side += [Question(item["question"], len(paragraphs)) for item in paragraph["qas"]]
            paragraphs.append(paragraph["context"])
        if position < cut:
            train_paragraphs = len(paragraphs)
    return Piaf(tuple(paragraphs), tuple(train), tuple(held_out), train_paragraphs)


def read_orangesum(data: Path) -> list[NewsText]:
    """All OrangeSum training articles, in file order."""
    with lzma.open(data / "orangesum_train.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [NewsText(row["title"], row["text"]) for row in rows]
