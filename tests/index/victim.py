"""A process to be killed: changes a corpus, builds, deletes, compacts, and says after each what it has finished.

Every step follows from the seed and its number alone, so that whoever kills the process knows what it was at.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from rag.build import build
from rag.index import open_index, upkeep
from tests.fakes import WordHashEncoder

ENCODER = WordHashEncoder(32)
Model = dict[str, str]


def step(before: Model, seed: str, number: int) -> tuple[str, Model]:
    """What step ``number`` does, and the articles after it."""
    chance = random.Random(f"{seed} {number}")
    kind = chance.choices(["build", "delete", "compact"], [6, 2, 2])[0]
    after = dict(before)
    if kind == "build":
        for _ in range(chance.randint(1, 6)):
            name = f"{chance.randint(0, 19):02}.txt"
            if chance.random() < 0.25:
                after.pop(name, None)
            else:
                words = " ".join(chance.choices(["harbour", "bridge", "court", "storm", "minister"], k=6))
                after[name] = f"Step {number} tells of {words}. It was told at {name.partition('.')[0]}."
        if not after:
            after["00.txt"] = f"Step {number} left nothing else."
    elif kind == "delete":
        for name in chance.sample(sorted(before), min(2, max(len(before) - 1, 0))):
            del after[name]
    return kind, after


def put(corpus: Path, before: Model, after: Model) -> None:
    """Bring the files of the corpus to ``after``."""
    for name in before.keys() - after.keys():
        (corpus / name).unlink(missing_ok=True)
    for name, text in after.items():
        if before.get(name) != text:
            (corpus / name).write_text(text, encoding="utf-8")


def bring_in_line(corpus: Path, folder: Path) -> None:
    sys.modules["rag.filing"].BATCH = 2  # type: ignore[attr-defined]
    upkeep.DERIVED_FROM = 1
    build(corpus, folder, encoder=ENCODER)


def perform(kind: str, corpus: Path, folder: Path, before: Model, after: Model) -> None:
    put(corpus, before, after)
    if kind == "build":
        bring_in_line(corpus, folder)
        return
    with open_index(folder, write=True) as index:
        if kind == "delete":
            index.delete(ids=sorted(before.keys() - after.keys()))
        else:
            index.compact()


def main() -> None:
    corpus, folder, seed, number = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    model = {path.name: path.read_text(encoding="utf-8") for path in corpus.iterdir()}
    while True:
        kind, after = step(model, seed, number)
        perform(kind, corpus, folder, model, after)
        model = after
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        number += 1


if __name__ == "__main__":
    main()
