"""Steps of a build become rates and seconds left."""

from rag.pace import Pace, Progress


def test_passages_a_second_and_seconds_left_count_from_the_first_step_of_embedding() -> None:
    told: list[Progress] = []
    now = [100.0]
    pace = Pace(told.append, clock=lambda: now[0])
    now[0] = 105.0
    pace.tell("reading", 40, 40)
    now[0] = 110.0
    pace.tell("embedding", 0, 40)
    now[0] = 114.0
    pace.embedded(100)
    pace.tell("embedding", 10, 40)
    now[0] = 126.0
    pace.embedded(300)
    pace.tell("embedding", 40, 40)
    pace.tell("removing", 0, 2)
    assert told == [
        Progress("reading", 40, 40, 5.0),
        Progress("embedding", 0, 40, 10.0),
        Progress("embedding", 10, 40, 14.0, 25.0, 12.0),
        Progress("embedding", 40, 40, 26.0, 25.0, 0.0),
        Progress("removing", 0, 2, 26.0),
    ]
    assert pace.seconds == 26.0


def test_nothing_is_told_of_a_rate_before_a_passage_is_embedded() -> None:
    told: list[Progress] = []
    now = [0.0]
    pace = Pace(told.append, clock=lambda: now[0])
    pace.tell("embedding", 0, 3)
    now[0] = 5.0
    pace.tell("embedding", 3, 3)
    assert [(step.rate, step.left) for step in told] == [(0.0, None), (0.0, None)]
