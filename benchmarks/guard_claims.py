"""What the guard lets through of free paraphrases and translations, honest ones and lies made of them.

    python -m benchmarks.guard_claims [--half "held out"] [--data ../shared/data/...] [--errors]

guard_claims.jsonl holds claims written for this project the way chat models write them, each over one sentence of a
French news article (its line number in the data, the sentence's offsets in its text), sometimes over "more": in
English, in French, and French ones that the English claim bears out as well. Beside them stand lies written by hand: a
figure, a date, a unit, a name changed, a qualifier, a hedge, an attribution or a "not" dropped, a word turned into its
opposite, two names that change places. Every honest claim is told as lies by `tests/citations/adversary.py`, too. What
failed at first sight was mended, so later figures are of seen claims. At first sight 0.80 of the honest claims held
out passed, 0.83 of the fresh, 0.75 of the "second fresh", 0.72 of the "third fresh", 0.88 of the "fourth fresh" and
0.81 of the "fifth fresh"; of lies changed by one word 2 of 608, then 0 of 963, then 0 of 1,005; of those by hand 18 of
80, 12 of 40, 9 of 28 and 48 of 90, written to be subtle: they say the opposite, swap who did it, or change a word.
Knows nothing of how the guard decides.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rag.citations.support import Source, why_unsupported
from tests.citations.adversary import mutations

HERE = Path(__file__).resolve().parent
CLAIMS = HERE / "guard_claims.jsonl"
DATA = HERE.parent.parent / "shared" / "data" / "orangesum_train.jsonl.xz"

Case = tuple[str, str, str, list[Source]]


def cases(row: dict[str, Any], sources: list[Source], rng: random.Random) -> Iterator[Case]:
    """(sort, claim, its language, the sentences it cites) of every claim and lie of a row."""
    english = next(claim["text"] for claim in row["honest"] if claim["language"] == "en")
    told = [(claim, sources) for claim in row["honest"]]
    told += [
        (claim, [Source(english, "en", sources[0].published)])
        for claim in row["honest"]
        if claim.get("also_of_english")
    ]
    for claim, cited in told:
        way = f"{cited[0].language} to {claim['language']}"
        yield f"honest {way}", claim["text"], claim["language"], cited
        for sort, text in mutations(claim["text"], claim["language"], rng):
            yield f"lie: {sort}, {way}", text, claim["language"], cited
    for lie in row["lies"]:
        yield "lie by hand", lie["text"], lie["language"], sources


def main() -> None:
    """Print the shares, and every claim that went the wrong way when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=Path, default=CLAIMS)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument(
        "--half",
        choices=["mended", "held out", "fresh", "second fresh", "third fresh", "fourth fresh", "fifth fresh"],
        help="one part only",
    )
    parser.add_argument("--errors", action="store_true", help="also print every claim that went the wrong way")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.claims.read_text(encoding="utf-8").splitlines()]
    wanted = {row["article"] for row in rows}
    with lzma.open(options.data, "rt", encoding="utf-8") as lines:
        articles = {number: json.loads(line) for number, line in enumerate(lines) if number in wanted}
    rng = random.Random(0)
    told, passed = Counter[str](), Counter[str]()
    for row in rows:
        article = articles[row["article"]]
        spans = [(row["start"], row["end"]), *row.get("more", ())]
        published = date.fromisoformat(article["published"][:10])
        sources = [Source(article["text"][start:end], "fr", published, article["text"]) for start, end in spans]
        for sort, claim, language, cited in cases(row, sources, rng):
            if options.half and row["half"] != options.half:
                continue
            reason = why_unsupported(claim, language, cited)
            told[sort] += 1
            passed[sort] += not reason
            if options.errors and bool(reason) == sort.startswith("honest"):
                print(f"{sort}: {claim}\n    {reason.told('en') if reason else 'PASSED'}\n    {cited[0].text}")
    for sort in sorted(told):
        print(f"{sort}: {passed[sort]} of {told[sort]} pass ({passed[sort] / told[sort]:.3f})")
    for side in ("honest", "lie"):
        count = sum(n for sort, n in told.items() if sort.startswith(side))
        good = sum(n for sort, n in passed.items() if sort.startswith(side))
        print(f"{side}: {good} of {count} pass ({good / max(count, 1):.3f})")


if __name__ == "__main__":
    main()
