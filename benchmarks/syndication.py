"""How well copies are found: recall and precision on injected copies of real articles.

Run: python -m benchmarks.syndication ARTICLES.jsonl.xz [--articles 10000] [--copies 200] [--json OUT]

Each copy is made from a random article by the edits outlets make to a wire story: another headline, another dateline, a
paragraph dropped, a few words exchanged, a sentence of their own at the end. Recall: copies that end in the cluster of
their article. Precision: of the pairs made of a copy and another article, those whose exact five-word-run containment,
counted in full, is at least 0.5, or which are the copy and its own article.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

from rag.language import fold
from rag.readers import list_files, read_file
from rag.syndication import cluster
from rag.types import Article

HEADLINES = ("Ce que l'on sait", "L'essentiel de l'actualité", "Le point sur la situation")
DATELINES = (
    "LYON (Correspondance) - ",
    "BRUXELLES, 4 mai - ",
    "Publié le 12/03/2020 à 18h30. ",
    "De notre envoyé spécial. ",
)
ENDINGS = (
    "Notre rédaction suit ce dossier et complétera cet article.",
    "Retrouvez toutes nos informations dans l'édition de demain.",
)


def edited(article: Article, number: int, chance: random.Random) -> tuple[Article, list[str]]:
    """A copy with one to four of the edits, and their names."""
    edits = chance.sample(["headline", "dateline", "dropped", "words", "ending"], chance.randint(1, 4))
    paragraphs = [line for line in article.text.split("\n") if line.strip()]
    title = article.info.title
    if "headline" in edits:
        title = chance.choice(HEADLINES)
    if "dropped" in edits and len(paragraphs) > 2:
        del paragraphs[chance.randrange(1, len(paragraphs))]
    if "words" in edits:
        paragraphs = [re.sub(r"\b(mais|aussi|selon|également)\b", "toutefois", line, count=1) for line in paragraphs]
    if "dateline" in edits:
        paragraphs[0] = chance.choice(DATELINES) + paragraphs[0]
    if "ending" in edits:
        paragraphs.append(chance.choice(ENDINGS))
    published = article.info.published + timedelta(days=1) if article.info.published else None
    info = replace(article.info, id=f"copy-{number}", title=title, published=published, published_at="")
    return Article(info, "\n".join(paragraphs)), edits


def runs(text: str) -> set[tuple[str, ...]]:
    """The distinct runs of five words of a text."""
    words = re.findall(r"\w+", fold(text))
    return {tuple(words[at : at + 5]) for at in range(max(1, len(words) - 4))}


def contained(one: str, other: str) -> float:
    """The exact share of the shorter text's runs that the other holds."""
    first, second = runs(one), runs(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def measure(articles: list[Article], copies: int, seed: int) -> dict[str, object]:
    """Inject the copies, cluster all, count."""
    chance = random.Random(seed)
    sources = chance.sample(articles, copies)
    made = [edited(article, number, chance) for number, article in enumerate(sources)]
    everything = {article.id: article for article in [*articles, *(copy for copy, _ in made)]}
    started = time.perf_counter()
    clusters = cluster(list(everything.values()))
    seconds = time.perf_counter() - started
    members: dict[str, list[str]] = {}
    for key, original in clusters.items():
        members.setdefault(original, []).append(key)
    pairs = list(zip(sources, made, strict=True))
    missed = [edits for source, (copy, edits) in pairs if clusters[copy.id] != clusters[source.id]]
    right = wrong = 0
    for source, (copy, _) in pairs:
        for key in members[clusters[copy.id]]:
            if key == copy.id:
                continue
            true = key == source.id or contained(copy.text, everything[key].text) >= 0.5
            right, wrong = right + true, wrong + (not true)
    return {
        "articles": len(articles),
        "copies": copies,
        "recall": round(1 - len(missed) / copies, 4),
        "precision": round(right / max(1, right + wrong), 4),
        "clusters_of_originals": sum(
            len([key for key in keys if not key.startswith("copy-")]) > 1 for keys in members.values()
        ),
        "seconds": round(seconds, 1),
        "missed_edits": missed,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles_file", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    root = given.articles_file.parent
    file = next(file for file in list_files(root) if file.path == given.articles_file.name)
    read = (item for item in read_file(root, file) if isinstance(item, Article))
    figures = measure(list(islice(read, given.articles)), given.copies, given.seed)
    print(json.dumps(figures, indent=2))
    if given.json:
        given.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
