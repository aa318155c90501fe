"""Writes the word translation table that ships in rag/translation.

Knows the alignment and the table's columns: language of the word, folded word, word of the other language, probability.
Does not know how words were aligned.
"""

from __future__ import annotations

import lzma
from pathlib import Path

from training.align import Lexicon
from training.glossary import translations


def write_table(lexicon: Path, target: Path) -> int:
    """Write both directions, words in alphabetical order; returns the number of rows."""
    found = Lexicon.load(lexicon)
    lines = []
    for side, language in enumerate(("en", "fr")):
        for word, options in sorted(translations(found, side).items()):
            if options[0][0] == word and len(options) == 1:
                continue  # the same word on both sides: a name, or nothing to add
            lines += [f"{language}\t{word}\t{other}\t{chance:.2f}\n" for other, chance in options]
    target.write_bytes(lzma.compress("".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME))
    return len(lines)
