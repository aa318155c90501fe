"""What a question takes for granted, held against the evidence: events, names and figures.

Knows nothing of its own: ``doubts`` does the work, ``events`` and ``denials`` know words.
"""

from rag.premises.denials import Alike
from rag.premises.doubts import Premise, doubtful_premise, peoples_named, unmet_figure

__all__ = ["Alike", "Premise", "doubtful_premise", "peoples_named", "unmet_figure"]
