"""SIGKILL at random moments: the index opens, keeps its laws, has what was committed and nothing that was removed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rag.index import open_index, upkeep
from rag.types import Query
from tests.index.victim import ENCODER, Model, bring_in_line, put, step

ROUNDS = int(os.environ.get("CITEWIRE_TEST_KILLS", "20"))


def killed_after(seconds: float, corpus: Path, folder: Path, seed: str, number: int) -> list[int]:
    """The steps a process finished before it was killed."""
    command = [sys.executable, "-m", "tests.index.victim", str(corpus), str(folder), seed, str(number)]
    victim = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert victim.stdout is not None and victim.stderr is not None
    first = victim.stdout.readline()
    assert first, victim.stderr.read()
    time.sleep(seconds)
    victim.send_signal(signal.SIGKILL)
    rest = victim.stdout.read()
    assert victim.wait() == -signal.SIGKILL, victim.stderr.read()
    victim.stdout.close()
    victim.stderr.close()
    return [int(line) for line in (first + rest).split("\n")[:-1]]


def stored(folder: Path) -> Model:
    """The articles of a sound index that all answer."""
    with open_index(folder, encoder=ENCODER) as index:
        assert index.verify() == []
        found = {info.id: index.article(info.id).text for info in index.articles()}
        hits = index.search(Query(100, ENCODER.encode_queries(["harbour"])[0]))
        assert {hit.article.id: hit.passage.text for hit in hits} == found
    return found


def between(found: Model, before: Model, after: Model) -> bool:
    """Whether every article is as before or as after."""
    return all(
        found.get(name) in (before.get(name), after.get(name)) for name in found.keys() | before.keys() | after.keys()
    )


@pytest.mark.timeout(60 + 10 * ROUNDS)
def test_killed_at_any_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "DERIVED_FROM", 1)
    monkeypatch.setattr(sys.modules["rag.filing"], "BATCH", 2)
    corpus, folder = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    seed = os.environ.get("CITEWIRE_TEST_SEED", "1")
    chance = random.Random(seed)
    model: Model = {}
    put(corpus, {}, {"00.txt": "The first of all harbours."})
    model = {"00.txt": "The first of all harbours."}
    bring_in_line(corpus, folder)
    number, inside = 0, 0
    for _ in range(ROUNDS):
        for finished in killed_after(chance.uniform(0, 0.15), corpus, folder, seed, number):
            assert finished == number
            _, model = step(model, seed, number)
            number += 1
        kind, after = step(model, seed, number)
        found = stored(folder)
        if kind == "build":
            assert between(found, model, after)
        else:
            assert found in (model, after)
        inside += found not in (model, after)
        put(corpus, {}, after)
        for name in model.keys() - after.keys():
            (corpus / name).unlink(missing_ok=True)
        bring_in_line(corpus, folder)
        assert stored(folder) == after
        model, number = after, number + 1
    sys.stderr.write(f"{ROUNDS} kills over {number} steps, {inside} between two batches of a build\n")
