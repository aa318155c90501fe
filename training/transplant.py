"""French words get rows of their own in the English teacher's embedding table, without training.

A French word's row is the mean of the rows of the English words it is aligned with. Words without a reliable alignment
take the mean of their inflection family (same root). Names stay cut into pieces, as English cuts them.
Knows the teacher's folder and the alignment; does not know distillation.
"""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from snowballstemmer import stemmer
from tokenizers import Tokenizer
from wordfreq import get_frequency_dict

from training.align import Lexicon
from training.data import NewsText, Piaf

Rows = NDArray[np.float32]
EMBEDDINGS = "embeddings.word_embeddings.weight"
RELIABLE_MASS = 0.8  # agreeing links, law weighted down, under which an alignment is chance
RELIABLE_SHARE = 0.2  # of a word's occurrences that have an agreeing link
FOREIGN_RATIO = 20.0  # an entry the tokenizer already has is French if French uses it so many times more than English
NAME_SHARE = 0.7  # a word written with a capital so often inside sentences is a name


@dataclass(frozen=True)
class Vocabulary:
    """Rows to add and rows to replace: word -> row (d,)."""

    added: dict[str, Rows]
    replaced: dict[str, Rows]


def fold(word: str) -> str:
    """Lower case without accents, as the tokenizer sees a word."""
    marks = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in marks if unicodedata.category(c) != "Mn")


def folded_frequencies(language: str) -> dict[str, float]:
    """Relative frequency of each folded word in general text (wordfreq)."""
    totals: dict[str, float] = defaultdict(float)
    for word, frequency in get_frequency_dict(language, wordlist="large").items():
        totals[fold(word)] += frequency
    return dict(totals)


def news_counts(news: list[NewsText], piaf: Piaf) -> tuple[Counter[str], set[str]]:
    """How often each word occurs in real French text, and which are names (capitalised inside sentences)."""
    counts: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for text in [item.text for item in news] + list(piaf.paragraphs[: piaf.train_paragraphs]):
        previous = "."
        for raw in text.replace("'", " ").replace("’", " ").split():
            bare = raw.strip('"«»().,;:!?-[]…')
            if bare.isalpha():
                counts[folded := fold(bare)] += 1
                if previous[-1] not in '.!?:«"-':
                    inside[folded] += 1
                    capital[folded] += bare[0].isupper()
            previous = raw
    names = {word for word, total in inside.items() if capital[word] >= NAME_SHARE * total}
    return counts, names


class EnglishRows:
    """Rows of English words: of the entry itself, or the mean over its pieces."""

    def __init__(self, tokenizer: Tokenizer, table: Rows) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer, self._table = tokenizer, table

    def row(self, word: str) -> Rows:
        """Row of ``word``, shape (d,)."""
        ids = self._tokenizer.encode(word, add_special_tokens=False).ids
        mean: Rows = self._table[ids].mean(axis=0)
        return mean


def aligned_rows(lexicon: Lexicon, english: EnglishRows) -> dict[str, Rows]:
    """Row of every French word with a reliable alignment to another English word."""
    order = np.lexsort((-lexicon.counts, lexicon.links[:, 1]))
    starts = np.searchsorted(lexicon.links[order, 1], np.arange(len(lexicon.french) + 1))
    rows: dict[str, Rows] = {}
    for number, word in enumerate(lexicon.french):
        chosen = order[starts[number] : starts[number + 1]]
        counts = lexicon.counts[chosen]
        if not is_reliable(counts, lexicon.french_seen[number]):
            continue
        keep = counts >= 0.08 * counts[0]
        words = [lexicon.english[lexicon.links[link, 0]] for link in chosen[keep]]
        if words[0] == word:
            continue  # the same word in both languages is already cut alike in both
        rows[word] = weighted_row([english.row(other) for other in words], counts[keep])
    return rows


def is_reliable(counts: Rows, seen: float) -> bool:
    """Whether a word's links, strongest first, are more than chance: enough of them, or few but all alike."""
    total = counts.sum()
    if total >= RELIABLE_MASS:
        return bool(total >= RELIABLE_SHARE * seen)
    return bool(total >= 0.25 and total >= 0.7 * seen and counts[0] >= 0.7 * total)


def weighted_row(rows: list[Rows], weights: NDArray[np.float32]) -> Rows:
    """Weighted mean of rows, scaled to their weighted mean length: means are shorter than what they are made of."""
    stack, share = np.stack(rows), weights / weights.sum()
    mean = share @ stack
    length = float(share @ np.linalg.norm(stack, axis=1))
    scaled: Rows = (mean * (length / max(float(np.linalg.norm(mean)), 1e-6))).astype(np.float32)
    return scaled


def root(word: str) -> str:
    """What the inflected forms of a folded French word share; Snowball misses folded "-ée", and verbs in "-ent"."""
    stem = stemmer("french").stemWord(word)
    shorter = re.sub(r"(ements?|aient|antes?|ants?|ent|ees?|er|es?|s|x)$", "", stem)
    return shorter if len(shorter) >= 4 else stem


def family_rows(aligned: dict[str, Rows], wanted: list[str], counts: Counter[str]) -> dict[str, Rows]:
    """Rows for words that share a root with aligned words: "manifestera" from "manifester", "manifestation"."""
    families: dict[str, list[str]] = defaultdict(list)
    for word in aligned:
        families[root(word)].append(word)
    rows = {}
    for word in wanted:
        family = families.get(root(word), [])
        if family:
            weights = np.array([1.0 + counts[other] for other in family], np.float32)
            rows[word] = weighted_row([aligned[other] for other in family], np.sqrt(weights))
    return rows


def choose_vocabulary(
    lexicon: Lexicon, english: EnglishRows, known: set[str], counts: Counter[str], names: set[str], size: int
) -> Vocabulary:
    """The ``size`` most useful new entries, and the known entries that are French rather than English."""
    french_use, english_use = folded_frequencies("fr"), folded_frequencies("en")
    aligned = aligned_rows(lexicon, english)
    news_total = max(1, sum(counts.values()))
    use = {
        word: french_use.get(word, 0.0) + counts[word] / news_total
        for word in set(aligned) | set(counts) | {word for word, share in french_use.items() if share >= 3e-7}
    }
    orphans = [
        word
        for word in use
        if word not in aligned
        and word not in names
        and len(word) > 3
        and french_use.get(word, 0) > 3 * english_use.get(word, 0)
    ]
    rows = family_rows(aligned, orphans, counts) | aligned
    french = {word for word in rows if french_use.get(word, 0.0) + 1e-7 >= english_use.get(word, 0.0)}
    new = sorted((word for word in french if word not in known and len(word) > 1), key=lambda word: -use[word])
    replaced = {
        word: row
        for word, row in aligned.items()
        if word in known
        and len(word) > 1
        and french_use.get(word, 0.0) >= max(1e-6, FOREIGN_RATIO * english_use.get(word, 0.0))
    }
    return Vocabulary({word: rows[word] for word in new[:size]}, replaced)


def write_student(teacher: Path, vocabulary: Vocabulary, folder: Path, window: int = 256) -> None:
    """The teacher's folder with the new entries at the end of its vocabulary; a sentence-transformers model."""
    shutil.copytree(
        teacher,
        folder,
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns("*.safetensors", "data_config.json", ".git*", "README.md"),
    )
    weights = load_file(teacher / "model.safetensors")
    description = json.loads((teacher / "tokenizer.json").read_text(encoding="utf-8"))
    entries: dict[str, int] = description["model"]["vocab"]
    table = weights[EMBEDDINGS].clone()
    for word, row in vocabulary.replaced.items():
        table[entries[word]] = torch.from_numpy(row)
    for word in vocabulary.added:
        entries[word] = len(entries)
    weights[EMBEDDINGS] = torch.cat([table, torch.from_numpy(np.stack(list(vocabulary.added.values())))])
    weights = {key: value for key, value in weights.items() if not key.startswith("pooler.")}
    description["truncation"] = description["padding"] = None
    (folder / "tokenizer.json").write_text(json.dumps(description, ensure_ascii=False), encoding="utf-8")
    (folder / "vocab.txt").write_text("\n".join(sorted(entries, key=entries.__getitem__)) + "\n", encoding="utf-8")
    config = json.loads((teacher / "config.json").read_text(encoding="utf-8"))
    config["vocab_size"] = len(entries)
    (folder / "config.json").write_text(json.dumps(config, indent=2), encoding="utf-8")
    settings = {"max_seq_length": window, "do_lower_case": False}
    (folder / "sentence_bert_config.json").write_text(json.dumps(settings), encoding="utf-8")
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
