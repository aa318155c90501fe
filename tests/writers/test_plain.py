"""A reply out of what it is dressed in: a table of the ways, and what is none of them."""

from __future__ import annotations

import pytest

from rag.writers.plain import plain

SAME = [
    "The ceiling is 725 million [1].",
    "A field of 3 km² and one of 10² m² [1].",
    "H₂O and CO₂ [2].",
    "An editor's [sic] word [1].",
    "{not JSON} [1]",
    "A price < 5 and > 3 [1].",
]


@pytest.mark.parametrize("text", SAME)
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("dressed", "told"),
    [
        ("One thing.¹", "One thing.[1]"),
        ("One thing¹˒² there.", "One thing[1,2] there."),
        ("One thing.<sup>1</sup>", "One thing.[1]"),
        ("One thing.<sup>[1]</sup> More.<sup>2, 3</sup>", "One thing.[1] More.[2, 3]"),
        ("A field of 3 km<sup>2</sup> [1].", "A field of 3 km2 [1]."),
        ("One thing [[1]](#s1).", "One thing [1](#s1)."),
        ("One thing [[1], [2]].", "One thing [1], [2]."),
        (r"One thing \[1\].", "One thing [1]."),
        (r"One thing~\cite{1, 2}.", "One thing[1, 2]."),
        ('<b>One</b> thing <a href="#s1">[1]</a>.', "One thing [1]."),
        ("One thing [1].<br/>Another [2].", "One thing [1].\nAnother [2]."),
        ("One thing <sup>1</sup>.", "One thing[1]."),
        ("In 2019 <sup>1</sup>.", "In 2019[1]."),
        ("It cost 10 <sup>6</sup> euros [1].", "It cost 10 6 euros [1]."),
        ("<output>One thing [1].</output>", "\nOne thing [1].\n"),
        ("<answer>12 million [1]</answer>", "\nANSWER:\n12 million [1]\n"),
        ("<réponse>12 millions [1]</réponse>", "\nANSWER:\n12 millions [1]\n"),
        ("One    thing\t \u00a0[1].\n\nAnother.", "One thing [1].\n\nAnother."),
    ],
)
def test_every_mark_is_put_in_square_brackets(dressed: str, told: str) -> None:
    assert plain(dressed) == told


@pytest.mark.parametrize(
    "reply",
    [
        "<think>Many [2]?</think>One [1].",
        "<reasoning>Many [2]?</reasoning>One [1].",
        "Many [2]?\nPerhaps.</think>One [1].",
        "[THINK]Many [2]?\nPerhaps.[/THINK]One [1].",
        "Many [2]?[/THINK]One [1].",
        "<|channel|>analysis<|message|>Many [2]?<|end|><|start|>assistant<|channel|>final<|message|>One [1].",
        "```markdown\nOne [1].\n```",
        "~~~\nOne [1].\n~~~",
    ],
)
def test_thinking_and_fences_are_taken_away(reply: str) -> None:
    assert plain(reply).strip() == "One [1]."


@pytest.mark.parametrize(
    ("reply", "lines"),
    [
        (
            '{"answer": "12 million", "claims": [{"text": "The fund holds 12 million", "citations": [1, 2]}]}',
            ["ANSWER: 12 million", "The fund holds 12 million [1][2]"],
        ),
        (
            '```json\n{"answer": "12 million [1]",\n "claims": ["The fund holds 12 million [1]"]}\n```',
            ["ANSWER: 12 million [1]", "The fund holds 12 million [1]"],
        ),
        ('{"answer": "12 million", "sources": ["[1]"], "language": "en"}', ["ANSWER: 12 million [1]"]),
        (
            '[{"statement": "It dates from 2019", "evidence": [{"id": 3, "quote": "Créé en 2019."}]}]',
            ["It dates from 2019 [3]"],
        ),
        ('{"response": "ANSWER: 12 million [1]\\nThe fund [1]."}', ["ANSWER: 12 million [1]", "The fund [1]."]),
    ],
)
def test_json_is_read_as_lines(reply: str, lines: list[str]) -> None:
    assert [line.strip() for line in plain(reply).splitlines()] == lines


@pytest.mark.parametrize("reply", ['{"answer": "12 mil', "[" * 100_000, '{"a": ' * 50_000, '{"n": 5, "ok": true}'])
def test_json_cut_off_or_without_prose_does_no_harm(reply: str) -> None:
    assert plain(reply) in (reply, "")
