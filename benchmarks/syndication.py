"""How well copies are found, and updates told from them, on real articles.

Run: python -m benchmarks.syndication ARTICLES.jsonl.xz [--articles 10000] [--copies 200] [--json OUT]

Each copy is made from a random article by the edits outlets make to a wire story: another headline, another dateline, a
paragraph dropped, a few words exchanged, a sentence of their own at the end. Each update is a copy in which every
figure past the first lines has become another one. Recall: copies that find their article among all others. Updates
told apart: updates, of articles with three such figures or more, that do not. Others found: articles besides their own
that copies find. Knows what outlets do to a story. Does not know how copies are told.
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

from benchmarks.machine import keep
from rag.readers import list_files, read_file
from rag.syndication import is_copy, sketch
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
HEAD, FIGURES = 150, 3


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


def updated(text: str) -> tuple[str, int]:
    """The text with every number past its first lines another one, and how many there are."""
    head, rest = text[:HEAD], text[HEAD:]
    rest, count = re.subn(r"\d+", lambda found: str(int(found.group()) + 7), rest)
    return head + rest, count


def measure(articles: list[Article], copies: int, seed: int) -> dict[str, object]:
    """Look for each copy and each update among all articles, and count."""
    chance = random.Random(seed)
    started = time.perf_counter()
    sketches = {article.id: sketch(article.text) for article in articles}
    missed, others, updates, told = list[list[str]](), 0, 0, 0
    for number, source in enumerate(chance.sample(articles, copies)):
        copy, edits = edited(source, number, chance)
        made = sketch(copy.text)
        found = {key for key, other in sketches.items() if is_copy(made, other)}
        if source.id not in found:
            missed.append(edits)
        others += len(found - {source.id})
        update, figures = updated(copy.text)
        if figures >= FIGURES:
            updates += 1
            told += not is_copy(sketch(update), sketches[source.id])
    return {
        "articles": len(articles),
        "copies": copies,
        "recall": round(1 - len(missed) / copies, 4),
        "others_found": others,
        "updates": updates,
        "updates_told_apart": round(told / max(1, updates), 4),
        "seconds": round(time.perf_counter() - started, 1),
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
        keep(figures, given.json)


if __name__ == "__main__":
    main()
