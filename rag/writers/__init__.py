"""Ranked sentences to a draft answer: extractive, or by a chat model."""
