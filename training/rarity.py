"""Makes ``rag/ranking/rarity.tsv.gz``: how common the stems of English and French are in general.

From wordfreq (data CC BY-SA 4.0), folded and stemmed as the lexical side does. Run: ``python -m training.rarity``.
Does not know what rarity is used for.
"""

from __future__ import annotations

import gzip
import math
from collections import defaultdict
from pathlib import Path

from rag.language import index_terms

TARGET = Path(__file__).resolve().parent.parent / "rag" / "ranking" / "rarity.tsv.gz"
LEAST = 3.0  # Zipf frequency, occurrences in a billion words as a power of ten; rarer stems count as rarest


def common_stems(language: str) -> dict[str, float]:
    """Zipf frequency of each stem that is at least ``LEAST`` common."""
    from wordfreq import get_frequency_dict

    shares: dict[str, float] = defaultdict(float)
    for word, share in get_frequency_dict(language, wordlist="large").items():
        for term in index_terms(word, language):
            shares[term] += share
    zipf = {term: math.log10(share * 1e9) for term, share in shares.items()}
    return {term: value for term, value in zipf.items() if value >= LEAST and not term.isdigit()}


def main() -> None:
    """Write the table: language, stem, tenths of Zipf frequency."""
    lines = [
        f"{language}\t{term}\t{round(10 * value)}\n"
        for language in ("en", "fr")
        for term, value in sorted(common_stems(language).items())
    ]
    with gzip.GzipFile(TARGET, "wb", mtime=0) as file:
        file.write("".join(lines).encode())
    print(f"{TARGET.name}: {len(lines)} stems, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
