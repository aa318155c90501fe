"""How many lies the guard's benchmark says were told."""

from benchmarks.guard import LyingWriter
from rag.question import analyse
from rag.types import Draft, DraftClaim


class Honest:
    """Says the same of every question."""

    def write(self, question, evidence, *, on_text=None):
        return Draft((DraftClaim("A strike closed 3 harbours in 2019.", ()),))


def test_a_lie_told_twice_counts_twice() -> None:
    liar = LyingWriter(Honest(), each=2)
    told = [claim.text for _ in range(8) for claim in liar.write(analyse("Which harbours closed?"), []).claims]
    assert len(set(told)) < len(told), "of one digit there are few lies"
    assert liar.told.total() == len(told)
    assert set(liar.sorts) == set(told)
    assert set(liar.told) == set(liar.sorts.values())
