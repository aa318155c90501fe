"""Which articles are copies of one another: one wire story under several outlets' headlines.

Knows: MinHash over runs of five words, how sure a resemblance is, and that a later version with other figures is an
update and no copy. Does not know indexes or answers; a signature is bytes, so that any store can keep it. A copy says
the same on the whole, not in every sentence: whoever writes "also in" looks for the sentence. Figures:
``benchmarks/syndication.py``.

MinHash after A. Broder, "On the resemblance and containment of documents" (1997). It is written out here because the
kept library for it brings SciPy along, a hundred megabytes for forty lines.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from rag.language import fold
from rag.types import Article

SAME = 0.7
"""Estimated share of the shorter text's word runs found in the other, from which the two are copies."""

_RUN = 5  # words in a run
_HASHES = 128
_BANDS = 32  # of 4 hashes each: two texts of resemblance 0.5 share a band with probability 0.87, of 0.7 with 0.9998
_LEAST = 0.3  # resemblance below which the estimate of the share is too noisy to believe
_DATELINE = 100  # characters at the start whose figures need no counterpart: place and day of the report
_FIGURES = 255  # distinct figures kept at most
_TOLERANCE = 8  # one figure in so many may differ on both sides
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(
    r"\d+(?:[ \u00a0\u202f.,]\d+)*"
    r"|\b(?:deux|trois|quatre|cinq|six|sept|huit|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    r"|cinquante|soixante|two|three|four|five|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty)\b"
)
_HEAD = 4 + 4 * _HASHES  # bytes ahead of the figures


@dataclass(frozen=True, slots=True)
class _Sketches:
    """Signatures taken apart: hashes (n, 128), numbers of distinct runs (n,), figures of each and past its head."""

    hashes: NDArray[np.uint32]
    sizes: NDArray[np.int64]
    figures: tuple[frozenset[int], ...]
    figures_past_head: tuple[frozenset[int], ...]


def signature(text: str) -> bytes:
    """516 bytes and 4 more for each distinct figure, which stand for ``text``.

    The number of its distinct word runs, 128 hashes of them (little-endian uint32), and a hash of each figure. Case,
    accents and punctuation make no difference. The same on every machine and with every version of NumPy.
    """
    folded = fold(text)
    runs = _runs(_WORD.findall(folded))
    multipliers, offsets = _permutations()
    if len(runs):
        least = ((runs[:, None] * multipliers + offsets) >> np.uint64(32)).min(axis=0)
    else:
        least = np.full(_HASHES, 2**32 - 1, dtype=np.uint64)
    head: bytes = len(runs).to_bytes(4, "little") + least.astype("<u4").tobytes()
    return head + b"".join(mark.to_bytes(4, "little") for mark in sorted(_figure_marks(folded))[:_FIGURES])


def resemblance(one: bytes, other: bytes) -> float:
    """Estimated share, 0 to 1, of the shorter text's word runs that the other holds too; 0 below what can be told."""
    both = _taken_apart([one, other])
    return float(_shares(both, 0, np.array([1]))[0])


def find_copies(wanted: bytes, others: Mapping[str, bytes]) -> list[str]:
    """The keys of ``others`` whose text is a copy of the one ``wanted`` was made of, the closest first."""
    sketches = _taken_apart([wanted, *others.values()])
    keys = list(others)
    rows = np.arange(1, len(keys) + 1)
    found = [(-share, keys[row - 1]) for row, share in _copies(sketches, 0, rows)]
    return [key for _, key in sorted(found)]


def cluster(articles: Sequence[Article]) -> dict[str, str]:
    """Every article's id with that of the original among its copies: the earliest published, itself where it is alone.

    An article without a date counts as later than all that have one; ties go by id, so the order of input is no matter.
    """
    ordered = sorted(articles, key=_age)
    return group([article.id for article in ordered], [signature(article.text) for article in ordered])


def group(ids: Sequence[str], signatures: Sequence[bytes]) -> dict[str, str]:
    """The same over signatures, with the ids of originals given ahead of those of their copies."""
    original = list(range(len(ids)))
    sketches = _taken_apart(signatures)
    for row, earlier in sorted(_candidates(sketches.hashes).items()):
        # A copy joins the earliest original it is itself a copy of; never by way of a third.
        originals = sorted({original[other] for other in earlier})
        for other, _ in _copies(sketches, row, np.array(originals)):
            original[row] = min(original[row], other)
    return {key: ids[original[row]] for row, key in enumerate(ids)}


def _age(article: Article) -> tuple[bool, str, str, str]:
    info = article.info
    return info.published is None, str(info.published or ""), info.published_at, article.id


def _candidates(hashes: NDArray[np.uint32]) -> dict[int, set[int]]:
    """For each row the earlier rows it shares a band with: in a bucket of many, the first few stand for all."""
    pairs: dict[int, set[int]] = defaultdict(set)
    width = _HASHES // _BANDS
    for band in range(_BANDS):
        buckets: dict[bytes, list[int]] = defaultdict(list)
        for row, part in enumerate(hashes[:, band * width : (band + 1) * width]):
            bucket = buckets[part.tobytes()]
            if bucket:
                pairs[row].update(bucket)
            if len(bucket) < 8:
                bucket.append(row)
    return pairs


def _copies(sketches: _Sketches, one: int, others: NDArray[np.int64]) -> list[tuple[int, float]]:
    """Those of the rows ``others`` that are copies of the row ``one``, with the share."""
    if not len(others):
        return []
    shares = _shares(sketches, one, others)
    close = [(int(row), float(share)) for row, share in zip(others, shares, strict=True) if share >= SAME]
    return [(row, share) for row, share in close if _figures_agree(sketches, one, row)]


def _shares(sketches: _Sketches, one: int, others: NDArray[np.int64]) -> NDArray[np.float64]:
    """Estimated containment of the shorter in the longer, (n,); 0 where there is too little resemblance to tell."""
    alike = (sketches.hashes[others] == sketches.hashes[one]).mean(axis=1)  # the Jaccard estimate
    sizes, size = sketches.sizes[others], sketches.sizes[one]
    shorter = np.minimum(sizes, size)
    common = alike / (1.0 + alike) * (sizes + size)
    share = np.minimum(common / np.maximum(shorter, 1), 1.0)
    return np.where((alike >= _LEAST) & (shorter > 0), share, 0.0)


def _figures_agree(sketches: _Sketches, one: int, other: int) -> bool:
    """Whether one of the two has no figures of its own, but for a few; leaving some out is what copies do."""
    all_figures, past_head = sketches.figures, sketches.figures_past_head
    own = min(len(past_head[one] - all_figures[other]), len(past_head[other] - all_figures[one]))
    return own <= len(all_figures[one] & all_figures[other]) // _TOLERANCE


def _figure_marks(folded: str) -> set[int]:
    """A 31-bit hash of each figure, above a bit for whether it stands past the head (place and day) of the text."""
    marks: dict[int, int] = {}
    for found in _FIGURE.finditer(folded):
        digits = re.sub(r"\D", "", found.group()) or found.group()
        hashed = int.from_bytes(blake2b(digits.encode(), digest_size=4).digest(), "little") & ~1
        marks[hashed] = marks.get(hashed, 0) | (found.start() >= _DATELINE)
    return {hashed | past for hashed, past in marks.items()}


def _taken_apart(signatures: Sequence[bytes]) -> _Sketches:
    hashes = [np.frombuffer(each, dtype="<u4", offset=4, count=_HASHES) for each in signatures]
    marks = [np.frombuffer(each, dtype="<u4", offset=_HEAD).tolist() for each in signatures]
    return _Sketches(
        np.stack(hashes) if hashes else np.empty((0, _HASHES), dtype=np.uint32),
        np.array([int.from_bytes(each[:4], "little") for each in signatures], dtype=np.int64),
        tuple(frozenset(mark | 1 for mark in each) for each in marks),
        tuple(frozenset(mark for mark in each if mark & 1) for each in marks),
    )


def _runs(words: Sequence[str]) -> NDArray[np.uint64]:
    """Distinct 64-bit hashes of the runs of five words (of all words, where they are fewer)."""
    if not words:
        return np.empty(0, dtype=np.uint64)
    hashed = np.array([_word_hash(word) for word in words], dtype=np.uint64)
    length = min(_RUN, len(hashed))
    runs = np.zeros(len(hashed) - length + 1, dtype=np.uint64)
    for place in range(length):
        runs = runs * np.uint64(0x9E3779B97F4A7C15) + hashed[place : place + len(runs)]
    runs ^= runs >> np.uint64(31)
    return np.unique(runs * np.uint64(0xBF58476D1CE4E5B9))


@lru_cache(maxsize=100_000)
def _word_hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8"), digest_size=8).digest(), "little")


@lru_cache(maxsize=1)
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Odd multipliers and offsets, (hashes,) each, the same for ever."""
    digests = [blake2b(str(number).encode(), digest_size=16).digest() for number in range(_HASHES)]
    multipliers = np.array([int.from_bytes(digest[:8], "little") | 1 for digest in digests], dtype=np.uint64)
    offsets = np.array([int.from_bytes(digest[8:], "little") for digest in digests], dtype=np.uint64)
    return multipliers, offsets
