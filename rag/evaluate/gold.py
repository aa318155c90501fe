"""Gold questions: how they are read, and when a text counts as holding a gold answer.

Knows the JSONL form (one object a line) and lenient matching: case, accents, punctuation, articles and number formats
do not count. Does not know retrieval or answers' origin.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rag.errors import UsageError
from rag.figures import compare, find_figures
from rag.language import fold

_ARTICLES = frozenset("le la les l un une des du de d a an the of au aux en in on at to s".split())
_GROUPED = re.compile(r"(?<=\d)[\s.,\u00a0\u202f](?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<=\d)[,.](?=\d)")
_WORDS = {
    "€": " euros ", "$": " dollars ", "%": " pourcent ", "per cent": " pourcent ", "percent": " pourcent ",
    "pour cent": " pourcent ",
    "kilogrammes": "kg", "kilograms": "kg", "kilos": "kg", "kilo": "kg",
}  # fmt: skip
_LOOSE = 0.7  # share of a long gold answer's words that a text must hold, where no name or figure is asked
_LOOSE_TYPES = frozenset({"why", "how", "what"})
_LONG = 4  # words from which a gold answer may be matched loosely


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """One question in every language it is put in, with where its answer stands; ``answers`` is empty if nowhere.

    ``evidence`` holds half-open character offsets into the text of article ``article_id``; ``language`` is that of the
    article, "und" where the file does not say; ``line`` is where the question stands, "questions.jsonl:3".
    """

    id: str
    type: str
    article_id: str
    language: str
    texts: dict[str, str]
    answers: tuple[str, ...] = ()
    evidence: tuple[int, int] | None = None
    line: str = field(default="", compare=False)

    @property
    def is_answerable(self) -> bool:
        """Whether the corpus holds the answer."""
        return self.evidence is not None

    def overlaps(self, article_id: str, start: int, end: int) -> bool:
        """Whether characters ``start`` to ``end`` of an article are, in part, the gold evidence."""
        if self.evidence is None or article_id != self.article_id:
            return False
        return start < self.evidence[1] and self.evidence[0] < end


def read_questions(paths: Path | Sequence[Path]) -> list[GoldQuestion]:
    """Every question of one or more JSONL files, answerable (``evidence_start`` given) or not.

    Raises:
        UsageError: a file is missing, or a line is not a question; the message names file and line.
    """
    questions = []
    for path in [paths] if isinstance(paths, Path) else paths:
        try:
            lines = path.read_text(encoding="utf-8").split("\n")
        except OSError as error:
            raise UsageError(f"{path}: questions cannot be read ({error.strerror}): name a JSONL file") from None
        except UnicodeDecodeError:
            raise UsageError(f"{path}: questions cannot be read: save the file as UTF-8") from None
        for number, line in enumerate(lines, 1):
            if line.strip():
                questions.append(_question(line, path, number))
    if not questions:
        told = ", ".join(map(str, [paths] if isinstance(paths, Path) else paths))
        raise UsageError(f"{told}: holds no questions: name a JSONL file with one question a line")
    return questions


def _question(line: str, path: Path, number: int) -> GoldQuestion:
    try:
        row: dict[str, Any] = json.loads(line)
        texts = {key.removeprefix("question_"): str(row[key]) for key in sorted(row) if key.startswith("question_")}
        answerable = "evidence_start" in row or bool(row.get("answers"))
        return GoldQuestion(
            id=str(row["qid"]),
            type=str(row.get("type") or row.get("kind") or "other"),
            article_id=str(row.get("article_id") or row.get("about_article_id") or ""),
            language=str(row.get("language") or "und"),
            texts=texts or {"und": str(row["question"])},
            answers=_listed(row["answers"]) if answerable else (),
            evidence=(int(row["evidence_start"]), int(row["evidence_end"])) if answerable else None,
            line=f"{path}:{number}",
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        problem = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise UsageError(
            f"{path}:{number}: not a question ({problem}): give qid, article_id, question_en / question_fr, answers, "
            f"evidence_start, evidence_end"
        ) from None


def _listed(answers: object) -> tuple[str, ...]:
    """A list of answers; one by itself is a list of one. Raises TypeError for anything else."""
    if isinstance(answers, str):
        return (answers,)
    if not isinstance(answers, list):
        raise TypeError("answers is not a list")
    return tuple(map(str, answers))


def normalise(text: str) -> str:
    """Folded words without punctuation and articles, one space apart; ``1 250,5`` and ``1,250.5`` become ``1250.5``."""
    folded = fold(text)
    for old, new in _WORDS.items():
        folded = folded.replace(old, new)
    folded = _DECIMAL.sub(".", _GROUPED.sub("", folded))
    folded = re.sub(r"(\d)\s?h(?:eures?)?\s?00\b", r"\1h", folded)
    words = re.findall(r"\d+(?:\.\d+)?|[^\W\d_]+", folded)
    return " ".join(word for word in words if word not in _ARTICLES)


def matches(text: str, gold: GoldQuestion) -> bool:
    """Whether ``text`` holds one of the gold answers, whole; for why, how and what, most words of a long one."""
    normal = f" {normalise(text)} "
    wanted = [normalise(answer) for answer in gold.answers]
    if any(answer and f" {answer} " in normal for answer in wanted):
        return True
    if gold.type not in _LOOSE_TYPES:
        return False
    have = {word[:6] for word in normal.split()}
    return any(_share(answer.split(), have) >= _LOOSE for answer in wanted if len(answer.split()) >= _LONG)


def same_value(text: str, language: str, gold: GoldQuestion) -> bool:
    """Whether ``text`` gives a figure or day of the same value as a gold answer ("2 billion", "deux milliards")."""
    given = find_figures(text, language)
    wanted = [figure for answer in gold.answers for reading in ("fr", "en") for figure in find_figures(answer, reading)]
    return any(compare(one, other) == "equal" for one in given for other in wanted)


def _share(words: Sequence[str], have: set[str]) -> float:
    return sum(word[:6] in have for word in words) / len(words)
