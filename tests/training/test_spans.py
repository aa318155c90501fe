"""The fit of what is given as a short answer: the right words first, and a threshold that keeps the wrong ones few."""

from __future__ import annotations

import numpy as np
import pytest

from rag.question import analyse
from rag.ranking.asked import Asked
from rag.ranking.kinds import Candidate
from rag.ranking.saying import Saying
from rag.ranking.spans import Option, likeliest
from training.spans import Case, curve, fit, held_out, thresholds_of

KNOWN = ("score", "ahead", "fit", "bound", "alone", "gone")


def cases() -> list[Case]:
    """Questions answered by what has most of the second feature; those without an answer have little of any."""
    chooser = np.random.default_rng(3)
    asked = Asked(analyse("How much did it cost?"), np.zeros(4, np.float32), {}, ())
    made = []
    for number in range(90):
        rows = chooser.random((4, len(KNOWN)))
        answered = number % 3 > 0
        rows[:, 1] = chooser.permutation([0.1, 0.2, 0.3, 1.5 if answered else 0.35])
        best = int(rows[:, 1].argmax())
        options = [
            Option(0, Saying(Candidate(n, n + 1, 1.0), f"{n} euros"), dict(zip(KNOWN, row.tolist(), strict=True)))
            for n, row in enumerate(rows)
        ]
        right = [answered and n == best for n in range(4)]
        made.append(Case(asked, options, right, f"a{number % 30}", "en -> fr"))
    return made


def test_the_right_words_come_first_and_are_surer() -> None:
    weigh = fit(cases())
    assert max(weigh["choose"], key=lambda name: weigh["choose"][name]) == "ahead"
    found = [(case, likeliest(case.asked, case.options, weigh)) for case in cases()]
    sure: dict[bool, list[float]] = {True: [], False: []}
    for case, answer in found:
        assert answer is not None
        sure[case.right[list(case.options).index(answer.option)]].append(answer.probability)
    assert np.mean(sure[True]) > np.mean(sure[False]) + 0.5


def test_no_more_than_the_share_given_is_wrong() -> None:
    told = held_out(cases())
    least = thresholds_of(told, {"amount": 0.05})["amount"]
    assert len(told) == 90
    assert np.mean([sure >= least and not right for _, sure, right in told]) <= 0.05
    assert np.mean([sure >= least and right for _, sure, right in told]) > 0.5
    assert thresholds_of(told, {"amount": 0.0})["amount"] >= least
    assert curve(told, [0.0]) == "amount, en -> fr (90): 0.00: 0.67 / 0.33"


@pytest.mark.parametrize("wrong", [0.0, 1.0])
def test_a_threshold_where_nothing_is_ever_right(wrong: float) -> None:
    told = [(case, 0.995, False) for case in cases()]
    assert thresholds_of(told, {"amount": wrong}) == {"amount": 0.99 if wrong == 0.0 else 0.3}
