"""Word-for-word switching between English and French through the alignment.

Knows the lexicon. Gives no grammar and no word order: its texts are for training only.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rag.translation import read_table
from training.align import Lexicon
from training.transplant import fold

WORD = re.compile(r"[^\W\d_]+['’]?")  # with its apostrophe: "l'eau" is two words
QUESTION_WORDS = (
    (r"qu['’]est-ce qu[ei]\b|qu['’]est-ce qu['’]", "what "),
    (r"\best-ce qu(e\b|['’])", "did "),
    (r"\bcombien d(e\b|['’])", "how many "),
    (r"\boù\b", "where"),
    (r"\bqui\b", "who"),
)  # phrases, and words that mean another thing without accent or at the head of a question
Translations = dict[str, tuple[tuple[str, float], ...]]


@dataclass(frozen=True)
class Glossary:
    """For each folded word its translations with probabilities, likeliest first."""

    french_of: Translations
    english_of: Translations

    @staticmethod
    def load(lexicon: Path) -> Glossary:
        """From the file that ``Lexicon.save`` wrote."""
        found = Lexicon.load(lexicon)
        return Glossary(translations(found, 0), translations(found, 1))

    @staticmethod
    def shipped() -> Glossary:
        """From the table that ships, made of the same alignment (training/table.py)."""
        return Glossary(
            *({word: found for (own, word), found in read_table().items() if own == side} for side in ("en", "fr"))
        )

    def switch(self, text: str, share: float, chooser: random.Random) -> str:
        """An English text with about ``share`` of its words in French."""
        return _replace(text, self.french_of, share, chooser)

    def english(self, text: str, chooser: random.Random) -> str:
        """A French text with its words in English where they are known."""
        for pattern, phrase in QUESTION_WORDS:
            text = re.sub(pattern, phrase, text, flags=re.IGNORECASE)
        return _replace(text, self.english_of, 1.0, chooser)


def _replace(text: str, table: Translations, share: float, chooser: random.Random) -> str:
    def other(match: re.Match[str]) -> str:
        word = match.group().rstrip("'’")
        options = table.get(fold(word), ())
        if not options or chooser.random() >= share:
            return match.group()
        found = chooser.choices([other for other, _ in options], [chance for _, chance in options])[0]
        return found if word == match.group() else found + " "

    return WORD.sub(other, text)


def translations(lexicon: Lexicon, side: int, least: float = 0.1, most: int = 3) -> Translations:
    """Reliable translations of each word of a side (0: English to French, 1: French to English)."""
    sources, targets = (lexicon.english, lexicon.french) if side == 0 else (lexicon.french, lexicon.english)
    seen = lexicon.english_seen if side == 0 else lexicon.french_seen
    order = np.lexsort((-lexicon.counts, lexicon.links[:, side]))
    starts = np.searchsorted(lexicon.links[order, side], np.arange(len(sources) + 1))
    table: Translations = {}
    for number, word in enumerate(sources):
        chosen = order[starts[number] : starts[number + 1]]
        counts = lexicon.counts[chosen]
        total = float(counts.sum())
        if total < 0.25 or total < 0.25 * seen[number]:
            continue
        others = [targets[lexicon.links[link, 1 - side]] for link in chosen[:most]]
        kept = [(other, float(count) / total) for other, count in zip(others, counts, strict=False)]
        if kept := [(other, chance) for other, chance in kept if chance >= least]:
            table[word] = tuple(kept)
    return table
