"""What reaches the answer when the writer is honest, and when it lies by one digit, number word, date, unit or name.

    python -m benchmarks.guard QUESTIONS... --index INDEX [--mutations 2]

Every question is asked in both languages, once with the extractive writer and once with a writer that takes its draft
and changes one thing in each claim, in every way `tests/citations/adversary.py` knows. Prints the share of honest
claims that pass and of lies that do. Knows nothing of how the guard decides.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from rag.assistant import Assistant
from rag.types import Draft, Evidence, Question
from rag.writers import Writer
from tests.citations.adversary import mutations


class LyingWriter:
    """Takes an honest writer's draft and changes one thing in each claim, as many times over as asked."""

    def __init__(self, honest: Writer, each: int) -> None:
        self.honest, self.each = honest, each
        self.rng = random.Random(0)
        self.sorts: dict[str, str] = {}
        self.told: Counter[str] = Counter()
        """How many lies of each sort were told: one told in two answers may pass in both, and counts twice."""

    def write(
        self, question: Question, evidence: Sequence[Evidence], *, on_text: Callable[[str], None] | None = None
    ) -> Draft:
        """The draft with every claim replaced by its changed versions, and no short answer."""
        draft = self.honest.write(question, evidence, on_text=on_text)
        claims = []
        for claim in draft.claims:
            language = claim.evidence[0].hit.article.language if claim.evidence else "en"
            for sort, text in mutations(claim.text, language, self.rng, self.each):
                self.sorts[text] = sort
                self.told[sort] += 1
                claims.append(replace(claim, text=text))
        return replace(draft, claims=tuple(claims), direct=None, direct_evidence=None)


def main() -> None:
    """Ask every question twice and print the two shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", nargs="+", type=Path)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--mutations", type=int, default=2, help="of each sort, per claim")
    options = parser.parse_args()
    lines = [line for path in options.questions for line in path.read_text(encoding="utf-8").splitlines()]
    asked = [row[key] for row in map(json.loads, lines) for key in ("question_en", "question_fr")]
    honest = Assistant.open(options.index)
    liar = LyingWriter(honest.writer, options.mutations)
    lying = Assistant(honest.retriever, liar, honest.settings)
    passed, withheld, leaks = 0, 0, 0
    for question in asked:
        answer = honest.ask(question)
        passed, withheld = passed + len(answer.claims), withheld + len(answer.withheld)
        for item in answer.withheld:
            print(f"honest, withheld ({item.reason}): {item.text}")
        for claim in lying.ask(question).claims:
            if claim.text in liar.sorts:
                leaks += 1
                print(f"LEAK ({liar.sorts[claim.text]}): {claim.text}")
    print(f"questions {len(asked)}; honest claims {passed + withheld}, passed {passed}")
    print(f"lies {liar.told.total()} {dict(liar.told)}; passed {leaks}")


if __name__ == "__main__":
    main()
