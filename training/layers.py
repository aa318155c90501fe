"""An encoder whose upper layers learn: what the lower ones make of a text is computed once and kept.

Lower layers and word table stand still, so that their states of a text never change: a step costs the upper layers
alone, and a new version of the model file differs in these alone. Knows states and vectors. Does not know losses.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch

from training.vectors import TokenCutter, by_length, half_precision, load_model, pad

TOKENS = 6400  # of a batch through the lower layers
STEP = 32  # lengths are rounded up to multiples of it: a kernel is made for each new shape


class UpperLayers:
    """The trainable end of the encoder in ``folder``; ``frozen`` layers and the word table stay as they are."""

    def __init__(self, folder: Path, frozen: int) -> None:
        self.model = load_model(folder, attention="eager")
        layers = self.model.encoder.layer
        self._lower, self._upper = layers[:frozen], layers[frozen:]
        for part in (self.model.embeddings, self._lower):
            for weight in part.parameters():
                weight.requires_grad = False
        self.weights = list(self._upper.parameters())

    @torch.no_grad()
    def states(self, rows: Sequence[Sequence[int]]) -> list[torch.Tensor]:
        """Token ids to what the lower layers make of them: for each text shape (t, d), bfloat16."""
        found: dict[int, torch.Tensor] = {}
        for batch in by_length(rows, TOKENS):
            ids, mask = pad([rows[number] for number in batch], STEP)
            with half_precision("cpu"):
                hidden = _through(self._lower, self.model.embeddings(input_ids=ids), mask)
            for place, number in enumerate(batch):
                found[number] = hidden[place, : len(rows[number])].to(torch.bfloat16).clone()
        return [found[number] for number in range(len(rows))]

    def vectors(self, states: Sequence[torch.Tensor]) -> torch.Tensor:
        """Unit vectors of the texts with these states, shape (n, d), float32."""
        longest = -(-max(map(len, states)) // STEP) * STEP
        hidden = torch.zeros(len(states), longest, states[0].shape[1])
        mask = torch.zeros(len(states), longest)
        for number, state in enumerate(states):
            hidden[number, : len(state)] = state.float()
            mask[number, : len(state)] = 1
        with half_precision("cpu"):
            hidden = _through(self._upper, hidden, mask)
        real = mask.unsqueeze(-1)
        return torch.nn.functional.normalize((hidden.float() * real).sum(1) / real.sum(1), dim=1)


class States:
    """The lower layers' states of texts, cut at a window; each text is read once."""

    def __init__(self, layers: UpperLayers, cutter: TokenCutter) -> None:
        self._layers, self._cutter = layers, cutter
        self._held: dict[str, torch.Tensor] = {}

    def __call__(self, texts: Sequence[str]) -> list[torch.Tensor]:
        """The states of each text, shape (t, d)."""
        if new := [text for text in dict.fromkeys(texts) if text not in self._held]:
            self._held.update(zip(new, self._layers.states(self._cutter.ids(new)), strict=True))
        return [self._held[text] for text in texts]


def _through(layers: torch.nn.ModuleList, hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """States after ``layers``; padding is not attended to. Shapes (n, t, d), (n, t) to (n, t, d)."""
    unseen = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
    for layer in layers:
        found = layer(hidden, unseen)
        hidden = found[0] if isinstance(found, tuple) else found
    return hidden
