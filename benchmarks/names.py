"""Who holds an office, what happened when and why, who said what, which persons or places: how often an answer says so.

    python -m benchmarks.names --index INDEX [--questions FILE] [--news DATA] [--out FILE]

``names.jsonl`` holds questions of our own about offices, people and things, ``events.jsonl`` (``--questions``) about
events that many articles tell of and about what somebody said of something, ``events_later.jsonl`` others like them,
``lists.jsonl`` such as want several persons or places. The news of 2016 to 2020 is full of them;
each has words of which the answer must say one, some are asked as of an earlier day. They were written before any was
asked, from what is generally known; articles may be silent on some. Faults were mended on the first half of them; the
second (``held_out``) was asked when that was done. Some that it showed were mended, too: what was right at first sight
stands in LOG.md. A question is answered by the short answer, or by the first sentence where there is none; somebody's
words by a first sentence that names the speaker (``speaker``: a spelling, or a list of them), so that "he said" counts
as wrong here. Of a list half of the sentences must name one that is right, and all together two. The index is of all
articles of ``orangesum_train.jsonl.xz``; with ``--news`` it is made first. Knows what counts as right. Does not know
how names, events or statements are found.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from benchmarks.machine import RESULTS, keep
from benchmarks.series import index_news
from rag import Assistant, Settings
from rag.language import fold
from rag.types import Answer

QUESTIONS = Path(__file__).parent / "names.jsonl"
OUTCOMES = ("right", "wrong", "refused")

_SHORT = 3  # characters of a word that may not go on but in a plural: what begins so is mostly another word
# Not within "2018", "Covid-19" or "1 245"; what stands before it may be a year.
_FIGURE_STARTS = r"(?<!\w)(?<![^\W\d]-)(?:(?<!\d[., ])|(?<=\d{4}[., ]))"
_GOES_ON = re.compile(r"\d[., ]\d{0,2}$")


def says(text: str, word: str) -> bool:
    """Whether a text has a gold word: a figure whole, other words from their beginning, short ones to their end, too.

    So "polic" is in "policiers", and neither "4" in "245", "Abe" in "Elisabeth" nor "UE" in "UEFA". A figure that ends
    behind a separator may go on: "282." and "2.2" are said by "282.710" and "2.262", of which they are the beginning.
    """
    wanted = fold(word)
    starts = _FIGURE_STARTS if wanted[0].isdigit() else r"(?<!\w)"
    if _GOES_ON.search(wanted):
        ends = ""
    elif wanted[-1].isdigit():
        ends = r"(?!\w|[.,]\d| \d{3}(?!\d))"
    else:
        ends = r"s?(?!\w)" if len(wanted) <= _SHORT else ""
    return re.search(starts + re.escape(wanted) + ends, fold(text)) is not None


def judged(answer: Answer, words: Sequence[str], speakers: Sequence[str] = (), several: bool = False) -> str:
    """``right``, ``wrong`` or ``refused``; of ``several`` two must be named, in half of the sentences or more."""
    if answer.refusal is not None or not answer.claims:
        return "refused"
    if several:
        named = [{word for word in words if says(claim.text, word)} for claim in answer.claims]
        return "right" if len(set().union(*named)) >= 2 and sum(map(bool, named)) * 2 >= len(named) else "wrong"
    said = answer.direct or answer.claims[0].text
    by_them = not speakers or any(says(said, speaker) for speaker in speakers)
    return "right" if by_them and any(says(said, word) for word in words) else "wrong"


def spellings(speaker: object) -> list[str]:
    """What ``speaker`` holds, one spelling or a list of them: who is Putin in a question is Poutine in the articles."""
    return [str(one) for one in speaker] if isinstance(speaker, list) else [str(speaker)]


def measure(index: Path, rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """Ask every question; what was told, and whether it is right."""
    told = []
    with Assistant.open(index, Settings()) as assistant:
        for row in rows:
            day = date.fromisoformat(str(row["as_of"])) if "as_of" in row else None
            answer = assistant.ask(str(row["question"]), as_of=day)
            words = row["answers"]
            assert isinstance(words, list)
            said = answer.direct or (answer.claims[0].text if answer.claims else "")
            outcome = judged(answer, words, spellings(row.get("speaker", [])), row["kind"] == "list")
            told.append({**row, "outcome": outcome, "short": answer.direct is not None, "said": said[:160]})
    return told


def summary(told: Sequence[Mapping[str, object]]) -> dict[str, dict[str, float]]:
    """The share of each outcome by half, kind of question and language; ``short``: those with a short answer."""
    groups: dict[str, list[Mapping[str, object]]] = defaultdict(list)
    for row in told:
        half = "second half" if row["held_out"] else "first half"
        groups[f"{half}, {row['kind']}, {row['language']}"].append(row)
    return {
        name: {
            "questions": len(rows),
            **{outcome: round(sum(row["outcome"] == outcome for row in rows) / len(rows), 3) for outcome in OUTCOMES},
            "short": round(sum(bool(row["short"]) for row in rows) / len(rows), 3),
        }
        for name, rows in sorted(groups.items())
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--news", type=Path, help="folder of the news data: index all its articles first")
    parser.add_argument("--questions", type=Path, default=QUESTIONS)
    parser.add_argument("--out", type=Path, help="default: benchmarks/results/<name of the questions>.json")
    given = parser.parse_args()
    if given.news:
        index_news(given.news, given.index)
    rows = [json.loads(line) for line in given.questions.read_text(encoding="utf-8").splitlines()]
    told = measure(given.index, rows)
    for row in told:
        if row["outcome"] != "right":
            print(f"{row['outcome']}: {row['question']} -> {str(row['said'])[:100]}")
    figures = summary(told)
    for name, values in figures.items():
        print(name, json.dumps(values))
    kept = [{key: row[key] for key in ("question", "outcome", "short")} for row in told]
    keep({"summary": figures, "questions": kept}, given.out or RESULTS / f"{given.questions.stem}.json")


if __name__ == "__main__":
    main()
