"""Conversations of our own about news articles: do follow-up questions still find the article that the first one did?

    python benchmarks/follow_ups.py --index DIR [--half fit|held] [--out FILE]

DIR is an index of the articles of ``news_questions.py`` (its ``--work``). ``follow_ups.jsonl`` holds questions only:
the first of a conversation names what it is about, the others leave that unsaid. Rules were mended by the half ``fit``;
``held`` was written afterwards. A question is measured as the assistant understood it. Knows conversations. Does not
know how questions are completed or articles found.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from rag.assistant import Assistant
from rag.question import analyse
from rag.types import Turn

CONVERSATIONS = Path(__file__).with_suffix(".jsonl")
RESULTS = Path(__file__).parent / "results"
_DEPTH = 5


def ranks(assistant: Assistant, article_id: str, questions: list[str]) -> Iterator[int]:
    """The rank of the article's first passage for each question as understood; 0 where it is not found."""
    history: list[Turn] = []
    for question in questions:
        answer = assistant.ask(question, history)
        asked = analyse(answer.standalone, answer.language)
        found = [hit.article.id for hit in assistant.retriever.search(asked, k=_DEPTH)]
        yield found.index(article_id) + 1 if article_id in found else 0
        history.append(Turn(question, answer.standalone, answer))


def measure(assistant: Assistant, half: str) -> dict[str, float]:
    """Shares of the follow-ups of one half whose article comes first, and among the first five."""
    follow_ups: list[int] = []
    for line in CONVERSATIONS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["half"] == half:
            follow_ups += list(ranks(assistant, row["article_id"], row["questions"]))[1:]
    first = sum(rank == 1 for rank in follow_ups) / len(follow_ups)
    return {"follow_ups": len(follow_ups), "hit@1": round(first, 3),
            "hit@5": round(sum(rank > 0 for rank in follow_ups) / len(follow_ups), 3)}  # fmt: skip


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--half", choices=("fit", "held"), default="held")
    parser.add_argument("--out", type=Path, default=RESULTS / "follow_ups.json")
    arguments = parser.parse_args()
    with Assistant.open(arguments.index) as assistant:
        figures = measure(assistant, arguments.half)
    arguments.out.write_text(json.dumps({"half": arguments.half, **figures}, indent=1) + "\n", encoding="utf-8")
    print(figures)


if __name__ == "__main__":
    main()
