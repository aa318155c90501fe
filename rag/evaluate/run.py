"""Asks every gold question in every language it is put in, and says what came of each.

Knows the assistant's face and nothing behind it: what a person would get is what is measured.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from rag.assistant import Assistant
from rag.evaluate.gold import GoldQuestion, matches, read_questions, same_value
from rag.evaluate.placing import asked_in, placed
from rag.evaluate.report import Figure, Report, Row
from rag.settings import Settings
from rag.types import Answer, Hit

DEPTH = 10
# Answers of these types are put in so many words that the place must count.
_EVIDENCE_COUNTS = frozenset({"why", "how"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question in one language. A figure that does not apply is None.

    ``answered``: the gold answer stands in ``direct`` or a claim (for why and how also: gold evidence is cited).
    ``cited``: a cited sentence overlaps the gold evidence; ``precision``: the share of citations that do;
    ``direct_right`` / ``direct_given``: of the short answer alone.
    """

    id: str
    type: str
    pair: str
    rank: int | None = None
    refused: bool = False
    answered: bool | None = None
    cited: bool | None = None
    precision: float | None = None
    direct_given: bool = False
    direct_right: bool | None = None
    is_answerable: bool = True
    milliseconds: float = 0.0


def evaluate(
    questions: Path | Sequence[Path],
    index: Path | str | Assistant,
    *,
    settings: Settings | None = None,
    languages: Sequence[str] = (),
    on_outcome: Callable[[Outcome], None] | None = None,
) -> Report:
    """Ask each question of the files in each language it is put in, and report.

    Args:
        questions: JSONL files; a question without ``evidence_start`` is one the corpus does not answer.
        index: folder of a built index, or an assistant that is open already.
        settings: for opening the index; the environment's by default.
        languages: ask in these languages only; all by default.
        on_outcome: called after each question, to show progress or keep details.

    Raises:
        UsageError: a questions file cannot be read, none of its questions is asked in these languages, or one has
            its evidence where the index has no text.
    """
    gold = read_questions(questions)
    asked_in(gold, languages)
    outcomes = []
    opened = nullcontext(index) if isinstance(index, Assistant) else Assistant.open(index, settings=settings)
    with opened as assistant:
        for question in placed(gold, assistant.index.article):
            for language, text in question.texts.items():
                if languages and language not in languages:
                    continue
                outcome = _ask(assistant, question, language, text)
                outcomes.append(outcome)
                if on_outcome:
                    on_outcome(outcome)
    return summarise(outcomes)


def _ask(assistant: Assistant, gold: GoldQuestion, language: str, text: str) -> Outcome:
    started = time.perf_counter()
    answer = assistant.ask(text)
    milliseconds = 1000 * (time.perf_counter() - started)
    hits = assistant.retriever.search(text, k=DEPTH) if gold.is_answerable else []
    return judge(gold, language, answer, hits, milliseconds)


def judge(gold: GoldQuestion, language: str, answer: Answer, hits: Sequence[Hit], milliseconds: float = 0.0) -> Outcome:
    """What an answer and a ranking are worth, measured by the gold."""
    refused = answer.refusal is not None
    pair = f"{language} -> {gold.language}"
    if not gold.is_answerable:
        return Outcome(gold.id, gold.type, pair, refused=refused, is_answerable=False, milliseconds=milliseconds)
    claims = [claim.text for claim in answer.claims]
    overlaps = [gold.overlaps(c.article_id, c.start, c.end) for c in answer.citations]
    right = any(matches(text, gold) for text in claims)
    if gold.type in _EVIDENCE_COUNTS:
        right = right or any(overlaps)
    direct_right = None
    if answer.direct is not None:
        direct_right = matches(answer.direct, gold) or same_value(answer.direct, language, gold)
    return Outcome(
        gold.id,
        gold.type,
        pair,
        rank=next(
            (n for n, hit in enumerate(hits, 1) if gold.overlaps(hit.article.id, hit.passage.start, hit.passage.end)),
            None,
        ),
        refused=refused,
        answered=(right or bool(direct_right)) and not refused,
        cited=any(overlaps) if overlaps else None,
        precision=sum(overlaps) / len(overlaps) if overlaps else None,
        direct_given=answer.direct is not None,
        direct_right=direct_right,
        milliseconds=milliseconds,
    )


def summarise(outcomes: Sequence[Outcome]) -> Report:
    """Figures by language pair and by question type, with intervals over the questions."""
    pairs = tuple(_row(pair, [o for o in outcomes if o.pair == pair]) for pair in sorted({o.pair for o in outcomes}))
    answerable = [o for o in outcomes if o.is_answerable]
    types = sorted({o.type for o in answerable})
    by_type = tuple(
        _row(f"{kind}, {pair}", [o for o in answerable if o.type == kind and o.pair == pair])
        for kind in types
        for pair in sorted({o.pair for o in answerable if o.type == kind})
    )
    times = [o.milliseconds for o in outcomes]
    about: dict[str, object] = {"asked": len(outcomes), "answerable": len(answerable), "depth": DEPTH}
    if times:
        about |= {
            "ask_ms_p50": round(float(np.median(times)), 1),
            "ask_ms_p95": round(float(np.quantile(times, 0.95)), 1),
        }
    about["outcomes"] = [asdict(o) for o in outcomes]
    return Report(pairs, by_type, about)


def _row(name: str, outcomes: Sequence[Outcome]) -> Row:
    gold = [o for o in outcomes if o.is_answerable]
    figures = {
        "hit@1": Figure.of([o.rank == 1 for o in gold]),
        "hit@5": Figure.of([o.rank is not None and o.rank <= 5 for o in gold]),
        "hit@10": Figure.of([o.rank is not None for o in gold]),
        "MRR": Figure.of([1 / o.rank if o.rank else 0.0 for o in gold]),
        "answer": Figure.of([bool(o.answered) for o in gold]),
        "citation precision": Figure.of(_known(o.cited for o in gold)),
        "of all citations": Figure.of(_known(o.precision for o in gold)),
        "direct given": Figure.of([o.direct_given for o in gold]),
        "direct right": Figure.of(_known(o.direct_right for o in gold)),
        "refused though answerable": Figure.of([o.refused for o in gold]),
        "refused unanswerable": Figure.of([o.refused for o in outcomes if not o.is_answerable]),
    }
    return Row(name, figures)


def _known(values: Iterable[float | bool | None]) -> list[float]:
    return [float(value) for value in values if value is not None]
