"""Citation marks: a table of every way they are written, and laws over replies of any form."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.writers.marks import CANNOT_ANSWER, read_line, read_reply, split_line

LINES = [
    ("The ceiling is 725 million [1].", "The ceiling is 725 million.", (1,)),
    ("The ceiling is 725 million. [1]", "The ceiling is 725 million.", (1,)),
    ("The ceiling is 725 million.[1]", "The ceiling is 725 million.", (1,)),
    ("Two sources [1, 2]", "Two sources", (1, 2)),
    ("Two sources [1,2].", "Two sources.", (1, 2)),
    ("Two sources [1; 2].", "Two sources.", (1, 2)),
    ("Two sources [1][3].", "Two sources.", (1, 3)),
    ("Two sources [1] [3].", "Two sources.", (1, 3)),
    ("Two sources [1], [3].", "Two sources.", (1, 3)),
    ("Two sources [1 and 3].", "Two sources.", (1, 3)),
    ("Deux sources [1 et 3].", "Deux sources.", (1, 3)),
    ("Three [1-3].", "Three.", (1, 2, 3)),
    ("Three [1–3].", "Three.", (1, 2, 3)),
    ("Three [1 to 3].", "Three.", (1, 2, 3)),
    ("Four [1, 3-5].", "Four.", (1, 3, 4, 5)),
    ("Backwards [5-3].", "Backwards.", (5, 3)),
    ("Wide 【2】.", "Wide.", (2,)),
    ("Wide 【2†source】.", "Wide.", (2,)),
    ("Full width ［2］.", "Full width.", (2,)),
    ("Footnote [^2].", "Footnote.", (2,)),
    ("Named [source 2].", "Named.", (2,)),
    ("Named [Sentence 2, sentence 4].", "Named.", (2, 4)),
    ("Short [S2].", "Short.", (2,)),
    ("Number [#2].", "Number.", (2,)),
    ("Linked [2](https://example.org/a) text.", "Linked text.", (2,)),
    ("In the middle [1] and at the end [2].", "In the middle and at the end.", (1, 2)),
    ("Twice [1][1].", "Twice.", (1,)),
    ("Round (2)", "Round", (2,)),
    ("Round (2).", "Round.", (2,)),
    ("Round (1)(2).", "Round.", (1, 2)),
    ("Round (1, 2).", "Round.", (1, 2)),
    ("It is guaranteed (article 3).", "It is guaranteed (article 3).", ()),
    ("Article (3) of the treaty [4].", "Article (3) of the treaty.", (4,)),
    ("A year (2024)", "A year (2024)", ()),
    ("An editor's [sic] word [1].", "An editor's [sic] word.", (1,)),
    ("An editor's [of the treaty] words [1].", "An editor's [of the treaty] words.", (1,)),
    ("**Bold** claim [1].", "Bold claim.", (1,)),
    ("No mark at all.", "No mark at all.", ()),
    ("« Une citation » [1].", "« Une citation ».", (1,)),
    ("Is it so? [1].", "Is it so?", (1,)),
    ("Large [999].", "Large.", (999,)),
    ("Nothing left ([1]).", "Nothing left.", (1,)),
    ("A comma, [1]", "A comma", (1,)),
    ("**Claim 1:** One thing [1].", "One thing.", (1,)),
    ("Fact 2 – One thing [1].", "One thing.", (1,)),
    ("Affirmation : une chose [1].", "une chose.", (1,)),
    ("Point 5 of the treaty [1].", "Point 5 of the treaty.", (1,)),
    ("*One thing*. [1]", "One thing.", (1,)),
    ("2 * 3 * 4 [1]", "2 * 3 * 4", (1,)),
    ("One thing. Source: [1]", "One thing.", (1,)),
    ("One thing (source: [1]).", "One thing.", (1,)),
    ("Sources close to him spoke [1].", "Sources close to him spoke.", (1,)),
    ("It was signed by 32 countries [1] and [2].", "It was signed by 32 countries.", (1, 2)),
    ("Signé par 32 pays [1] et [2].", "Signé par 32 pays.", (1, 2)),
    ("Signed [1] & [2].", "Signed.", (1, 2)),
    ("Signed [1], [2], and [4].", "Signed.", (1, 2, 4)),
    ("Signed [1]/[2].", "Signed.", (1, 2)),
    ("Signed (1) and (2).", "Signed.", (1, 2)),
    ("Signed [1]–[2].", "Signed.", (1, 2)),
    ("Signed [1]-[3].", "Signed.", (1, 2, 3)),
    ("Signed [1] — [3].", "Signed.", (1, 2, 3)),
    ("Signed [1] to [3].", "Signed.", (1, 2, 3)),
    ("Signed [1, 2]–[4].", "Signed.", (1, 2, 3, 4)),
    ("Signed [S1]-[S3].", "Signed.", (1, 2, 3)),
    ("Signed [3]-[1].", "Signed.", (3, 1)),
    ("Signed [1] and sealed [2].", "Signed and sealed.", (1, 2)),
    ("Signed [1] — and sealed [2].", "Signed — and sealed.", (1, 2)),
    ("[3]: Delegates met.", "Delegates met.", (3,)),
    ("[3]. Delegates met.", "Delegates met.", (3,)),
    ("[3] – Delegates met.", "Delegates met.", (3,)),
    ("[1] and [2]: Delegates met.", "Delegates met.", (1, 2)),
    ("[3] .5 million met.", ".5 million met.", (3,)),
    ("Raised [^3^].", "Raised.", (3,)),
    ("Referred [ref 3].", "Referred.", (3,)),
    ("Renvoi [réf. 3].", "Renvoi.", (3,)),
    ("Named [Article 3, article 4].", "Named.", (3, 4)),
]


@pytest.mark.parametrize(("line", "text", "numbers"), LINES)
def test_marks_are_read_and_taken_out(line: str, text: str, numbers: tuple[int, ...]) -> None:
    marked = read_line(line)
    assert (marked.text, marked.numbers, marked.unreadable) == (text, numbers, ())


@pytest.mark.parametrize(
    ("line", "unreadable"),
    [
        ("Who knows [?].", "[?]"),
        ("Who knows [x1].", "[x1]"),
        ("Who knows [].", "[]"),
        ("Who knows [source].", "[source]"),
        ("Too large [1000].", "[1000]"),
        ("Negative [-1].", "[-1]"),
        ("Decimal [1.5].", "[1.5]"),
    ],
)
def test_a_mark_that_reads_as_no_number_is_reported(line: str, unreadable: str) -> None:
    marked = read_line(line)
    assert marked.unreadable == (unreadable,)
    assert unreadable not in marked.text


@pytest.mark.parametrize("label", ["ANSWER:", "Answer:", "**ANSWER:**", "Short answer:", "Réponse :", "- ANSWER:"])
def test_the_short_answer_is_known_by_its_label(label: str) -> None:
    (line,), refused = read_reply(f"{label} 4–5 billion dollars [2]")
    assert line.is_direct and not refused
    assert (line.text, line.numbers) == ("4–5 billion dollars", (2,))


@pytest.mark.parametrize(
    "label",
    ["ANSWER:", "**ANSWER**\n", "## ANSWER", "### Réponse :", "- **Final answer:**", "## Answer\nANSWER:", "<answer>"],
)
def test_a_label_on_a_line_of_its_own_is_of_the_next(label: str) -> None:
    lines, _ = read_reply(f"{label}\n4–5 billion dollars [2]\n\n## Claims\n- The ceiling is 725 million [1].")
    assert [(line.text, line.numbers, line.is_direct) for line in lines] == [
        ("4–5 billion dollars", (2,), True),
        ("The ceiling is 725 million.", (1,), False),
    ]


@pytest.mark.parametrize("reply", ["ANSWER:", f"Answer\n{CANNOT_ANSWER}", "## Réponse\n## Faits"])
def test_a_label_that_nothing_follows_is_no_claim(reply: str) -> None:
    assert read_reply(reply)[0] == ()


@pytest.mark.parametrize(
    "reply",
    [
        CANNOT_ANSWER,
        f"{CANNOT_ANSWER}.",
        f"**{CANNOT_ANSWER}**",
        "The articles do not say.",
        f"ANSWER: {CANNOT_ANSWER}",
        f"{CANNOT_ANSWER} [1]",
        f'"{CANNOT_ANSWER}"',
        f"<think>Perhaps [1]?</think>\n{CANNOT_ANSWER}",
        f"\n\n{CANNOT_ANSWER}\n",
        f"{CANNOT_ANSWER}\nThey speak of something else.",
        f"{CANNOT_ANSWER}. They speak of a tram line [1].",
        "The articles do not say how long the line is [1].",
        "LES ARTICLES NE LE DISENT PAS",
    ],
)
def test_the_phrase_alone_is_a_refusal(reply: str) -> None:
    assert read_reply(reply)[1]


@pytest.mark.parametrize(
    "reply",
    [
        "The ceiling is 725 million [1].",
        f"The ceiling is 725 million [1].\n{CANNOT_ANSWER}",
        f"The minister said: {CANNOT_ANSWER.lower()} [1].",
        "",
    ],
)
def test_the_phrase_beside_a_claim_is_none(reply: str) -> None:
    assert not read_reply(reply)[1]


@pytest.mark.parametrize(
    "reply", ["I don't know.", "ANSWER: Not mentioned in the articles.", "**Réponse**\nJe ne sais pas."]
)
def test_a_reply_that_gives_up_is_a_refusal(reply: str) -> None:
    assert read_reply(reply)[1]


@pytest.mark.parametrize(
    "reply",
    [
        "The sources do not say who paid [1].",
        "Les sources ne le disent pas [1].",
        "The fund holds 12 million euros.\nIts date is not mentioned in the articles.",
        "I don't know who paid.\nNine died [1].",
    ],
)
def test_the_same_words_of_the_news_or_of_a_part_are_none(reply: str) -> None:
    assert not read_reply(reply)[1]


def test_words_like_the_phrase_beside_a_claim_are_kept_for_the_guard() -> None:
    lines, refused = read_reply(f"Nine died [1].\nThe articles do not say why [1].\n{CANNOT_ANSWER}")
    assert ([line.text for line in lines], refused) == (["Nine died.", "The articles do not say why."], False)


def test_sentences_of_one_line_stand_on_their_own_marks() -> None:
    assert split_line("One thing [1]. Another [2][3]. A third.") == ["One thing [1].", "Another [2][3].", "A third."]
    assert split_line("One thing. [1] Another. [2]") == ["One thing. [1]", "Another. [2]"]
    assert split_line("One thing [1] and another [2].") == ["One thing [1] and another [2]."]


def test_marks_before_their_sentences_are_read_as_that() -> None:
    assert split_line("[1] One thing. [2] Another.") == ["[1] One thing.", "[2] Another."]
    assert split_line("[1][2] One thing. More of it. [3] Another.") == ["[1][2] One thing. More of it.", "[3] Another."]
    assert split_line("[1] One thing [1]. Another [2].") == ["[1] One thing [1].", "Another [2]."]


def test_round_marks_are_read_at_the_ends_of_sentences_alone() -> None:
    assert split_line("One thing (1). Another (2).") == ["One thing [1].", "Another [2]."]
    assert split_line("One thing. (1) Another. (2)") == ["One thing. [1]", "Another. [2]"]
    assert split_line("Article (3) of the treaty. Another (2).") == ["Article (3) of the treaty. Another [2]."]
    assert split_line("Article (3). Another [2].") == ["Article (3). Another [2]."]


@pytest.mark.parametrize(
    "label", ["Source: ", "Sources : ", "(Sources: ", "**Source:** ", "- Référence : ", "Citation "]
)
def test_a_label_and_marks_belong_to_the_line_before(label: str) -> None:
    lines, _ = read_reply(f"One thing.\n{label}[1], [2]")
    assert [(line.text, line.numbers) for line in lines] == [("One thing.", (1, 2))]


def test_a_list_of_sources_adds_nothing_to_lines_that_cite() -> None:
    for tail in ("Sources: [1][2]", "References:\n[1] The Lantern, 14 March\n- [2] The Lantern", "[^1]: The Lantern."):
        lines, _ = read_reply(f"One thing [1].\nAnother [2].\n\n{tail}")
        assert [(line.text, line.numbers) for line in lines] == [("One thing.", (1,)), ("Another.", (2,))]


@pytest.mark.parametrize(
    "line",
    [
        "Sources: [3]: Finland joins NATO",
        "Sources : [3] La Finlande dans l'OTAN",
        "**Source:** [3] – The Lantern, 14 March",
        "References: [1] The Lantern; [2] The Beacon",
    ],
)
def test_a_list_of_sources_on_one_line_is_no_claim(line: str) -> None:
    lines, _ = read_reply(f"ANSWER: 1,340 kilometres [3]\n{line}")
    assert [(line.text, line.numbers) for line in lines] == [("1,340 kilometres", (3,))]


def test_a_claim_behind_the_mark_of_its_source_is_one() -> None:
    lines, _ = read_reply("Source: [1] One thing.\nSource: [2] Another.")
    assert [(line.text, line.numbers) for line in lines] == [("One thing.", (1,)), ("Another.", (2,))]


def test_a_claim_behind_a_list_of_sources_is_one() -> None:
    lines, _ = read_reply("One thing [1].\nSources:\n[1] The Lantern\nAnother [2].\n[2]: A third.")
    assert [(line.text, line.numbers) for line in lines] == [("One thing.", (1,)), ("Another.", (2,))]


@pytest.mark.parametrize(
    "line",
    [
        "Let me know if you need more!",
        "I hope this helps.",
        "Sure! ",
        "N'hésitez pas à demander.",
        "Bien sûr !",
        "Of course.",
    ],
)
def test_what_a_model_says_of_its_help_is_no_claim(line: str) -> None:
    lines, _ = read_reply(f"One thing [1].\n{line}")
    assert [item.text for item in lines] == ["One thing."]


def test_the_heading_row_of_a_table_is_no_claim_and_its_cells_are_one_text() -> None:
    lines, _ = read_reply("Uncited.\n\n| Fact | Value | Source |\n|---|:-:|---|\n| Built | 1962 | [2] |")
    assert [(line.text, line.numbers) for line in lines] == [("Uncited.", ()), ("Built: 1962", (2,))]


def test_lists_rules_fences_and_marks_on_their_own_line() -> None:
    reply = "```\n1. First [1].\n---\n* Second.\n[2]\n### Third (3)\n```"
    lines, _ = read_reply(reply)
    assert [(line.text, line.numbers) for line in lines] == [("First.", (1,)), ("Second.", (2,)), ("Third", (3,))]


def test_headings_lead_ins_and_tables_are_no_claims_of_their_own() -> None:
    reply = "## Answer\nAccording to the articles:\n| First | [1] |\n|---|---|\nThe list so far [2]:\n- Second [3]."
    lines, _ = read_reply(reply)
    assert [(line.text, line.numbers) for line in lines] == [
        ("First", (1,)),
        ("The list so far", (2,)),
        ("Second.", (3,)),
    ]


@pytest.mark.parametrize(
    ("reply", "claims"),
    [
        ("**Claims**\nOne thing [1].", ["One thing."]),
        ("**Claims**\n__In Morocco__\n- One thing [1].\n**More**\n- Another [2].", ["One thing.", "Another."]),
        ("**ANSWER: 32**\nOne thing [1].", ["32", "One thing."]),
        ("**Nine died**\n[1]\nTwo were hurt [2].", ["Nine died", "Two were hurt."]),
        ("**Nine died [1]**\nTwo were hurt [2].", ["Nine died", "Two were hurt."]),
        ("**Nine died.**\nTwo were hurt [2].", ["Nine died.", "Two were hurt."]),
        ("**Nine died [?]**\nTwo were hurt [2].", ["Nine died", "Two were hurt."]),
        ("**Nine died**", ["Nine died"]),
        ("One thing.\n**A | B**\n|---|---|\n| Built | [2] |", ["One thing.", "Built"]),
    ],
)
def test_a_bold_line_above_claims_is_a_heading(reply: str, claims: list[str]) -> None:
    assert [line.text for line in read_reply(reply)[0]] == claims


def test_thinking_aloud_is_no_claim() -> None:
    lines, _ = read_reply("<think>The answer [1] may be\nmany [2].</think>\nA claim [3].")
    assert [(line.text, line.numbers) for line in lines] == [("A claim.", (3,))]
    assert read_reply("<think>cut off [1].") == ((), False)


@given(st.lists(st.integers(1, 99), min_size=1, max_size=5, unique=True), st.sampled_from(["[{}]", "【{}】", "[^{}]"]))
def test_every_number_marked_is_read_in_order(numbers: list[int], form: str) -> None:
    line = "A claim" + "".join(form.format(number) for number in numbers) + "."
    assert read_line(line).numbers == tuple(numbers)
    assert read_line(line).text == "A claim."


@given(st.text(max_size=400))
def test_any_reply_is_read_without_leaving_a_mark_behind(reply: str) -> None:
    lines, refused = read_reply(reply)
    assert not (refused and any(line.numbers for line in lines))
    for line in lines:
        again = read_line(line.text)
        assert not any(f"[{number}]" in line.text for number in range(100))
        assert line.text == line.text.strip() and again.unreadable == ()


@pytest.mark.parametrize("run", [" ", "\t", "\u00a0", ",", ":", "| ", "__a "])
def test_a_long_run_of_one_sign_is_read_in_good_time(run: str) -> None:
    begun = time.process_time()
    read_reply("a" + run * (40_000 // len(run)) + "b")
    assert time.process_time() - begun < 3
