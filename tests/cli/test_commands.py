"""The contract of the command line, each command over a real index."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rag.index import open_index
from tests.cli.material import Built, Run, write_corpus

Runner = Callable[..., Run]
ROOT = Path(__file__).resolve().parents[2]


def test_build_tells_what_it_did_and_what_it_skipped(tmp_path: Path, run: Runner) -> None:
    corpus, index = write_corpus(tmp_path / "corpus"), tmp_path / "index"
    first = run("build", "--corpus", corpus, "--index", index)
    assert first.status == 0
    assert "articles: 3 added, 0 changed, 0 removed, 0 unchanged, 1 skipped\n" in first.out
    assert re.search(r"^passages: (\d+) in the index, \1 newly embedded, in ", first.out, re.MULTILINE)
    assert re.search(r"^skipped broken\.json: .*JSON", first.out, re.MULTILINE)
    second = run("build", "--corpus", corpus, "--index", index)
    assert "articles: 0 added, 0 changed, 0 removed, 3 unchanged, 1 skipped\n" in second.out
    assert ", nothing newly embedded, in " in second.out
    (corpus / "news.jsonl").write_text((corpus / "news.jsonl").read_text().splitlines()[1])
    third = run("build", "--corpus", corpus, "--index", index, "--json").json
    assert (third["added"], third["removed"], third["moved"], third["embedded"]) == (0, 2, 1, 0)
    assert [skipped["path"] for skipped in third["skipped"]] == ["broken.json"]


def test_many_files_skipped_for_one_reason_are_one_line(tmp_path: Path, run: Runner) -> None:
    corpus, index = write_corpus(tmp_path / "corpus"), tmp_path / "index"
    for number in range(1_200):
        (corpus / f"{number:04}.jpg").touch()
    told = run("build", "--corpus", corpus, "--index", index).out
    assert re.search(r"^skipped 0000\.jpg, 0001\.jpg, 0002\.jpg and 1,197 more: not a format that is read", told, re.M)
    assert told.count("\n") == 4
    assert re.search(r"^skipped 0000\.jpg, .* more: .* \(--verbose names all\)$", told, re.M)
    told = run("build", "--corpus", corpus, "--index", index, "--verbose").out
    assert "skipped 1199.jpg: not a format that is read" in told


def test_no_file_hides_behind_one_more(tmp_path: Path, run: Runner) -> None:
    corpus = write_corpus(tmp_path / "corpus")
    for number in range(4):
        (corpus / f"{number}.jpg").touch()
    told = run("build", "--corpus", corpus, "--index", tmp_path / "index").out
    assert re.findall(r"^skipped (\d\.jpg): not a format", told, re.M) == ["0.jpg", "1.jpg", "2.jpg", "3.jpg"]
    assert "more" not in told
    for command in ("build", "watch"):
        assert "name every file that is skipped or doubtful" in " ".join(run(command, "--help").out.split())
    assert "name every file" not in run("ask", "--help").out


def test_a_name_of_several_lines_is_told_on_one(tmp_path: Path, run: Runner) -> None:
    corpus = write_corpus(tmp_path / "corpus")
    (corpus / "a\nskipped b.png").touch()
    told = run("build", "--corpus", corpus, "--index", tmp_path / "index").out
    assert "skipped a\N{REPLACEMENT CHARACTER}skipped b.png: not a format that is read" in told


def test_json_holds_whatever_characters_the_articles_do(tmp_path: Path, run: Runner) -> None:
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    text = "The harbour fund \ue000holds\ue002 12 million euros."
    (corpus / "fund.json").write_text(json.dumps({"id": "fund", "language": "en", "text": text}), encoding="utf-8")
    assert run("build", "--corpus", corpus, "--index", index).status == 0
    question = "How much does the harbour fund hold?"
    for command in ("ask", "search"):
        told = run(command, question, "--index", index, "--json")
        assert told.status == 0
        assert told.json["passages"][0]["text"] == text
        assert "\x1b" not in run(command, question, "--index", index).out


def test_a_corpus_that_lost_its_last_article_is_told_and_answers_nothing(tmp_path: Path, run: Runner) -> None:
    folders = ["--corpus", write_corpus(tmp_path / "corpus"), "--index", tmp_path / "index"]
    assert run("build", *folders).status == 0
    (tmp_path / "corpus" / "news.jsonl").unlink()
    told = run("build", *folders)
    assert (told.status, told.err) == (0, "")
    assert "0 added, 0 changed, 3 removed, 0 unchanged" in told.out
    assert "\nthe corpus holds no readable article any more: the index is empty now, and answers nothing\n" in told.out
    asked = run("ask", "How much does the harbour fund hold?", *folders[2:])
    assert (asked.status, asked.out) == (2, "") and "holds no articles" in asked.err


def test_a_doubtful_date_is_told_and_the_article_answers(tmp_path: Path, run: Runner) -> None:
    corpus, index = write_corpus(tmp_path / "corpus"), tmp_path / "index"
    (corpus / "rows.csv").write_text("text,date\nThe lighthouse was lit again.,03/04/2024\n", encoding="utf-8")
    told = run("build", "--corpus", corpus, "--index", index).out
    assert "articles: 4 added, 0 changed, 0 removed, 0 unchanged, 1 skipped\n" in told
    assert re.search(r"^doubtful rows\.csv#1: its date is none that can be read, so it counts as undated", told, re.M)
    report = run("build", "--corpus", corpus, "--index", index, "--json").json
    assert [item["path"] for item in report["doubtful"]] == ["rows.csv#1"]


def test_ask_answers_with_proof(built: Built, run: Runner) -> None:
    asked = run("ask", "How much does the harbour fund hold?", "--index", built.index)
    assert asked.status == 0
    assert "The harbour fund holds 12 million euros. [1]" in asked.out
    assert re.search(r"^\[1\].* A fund for the harbour\. Tidewater Post, 2024-11-28, en$", asked.out, re.MULTILINE)
    assert "https://example.org/fund" in asked.out
    assert asked.err == ""


def test_ask_json_is_the_contract(built: Built, run: Runner) -> None:
    found = run("ask", "How much does the harbour fund hold?", "--index", built.index, "--json").json
    assert {
        "question",
        "language",
        "direct",
        "claims",
        "citations",
        "refusal",
        "passages",
        "as_of",
        "timings_ms",
    } <= set(found)
    assert found["question"] == "How much does the harbour fund hold?"
    assert (found["language"], found["refusal"], found["as_of"]) == ("en", None, "2024-11-28")
    assert found["claims"][0]["citations"] == [1]
    first = found["citations"][0]
    article = open_index(built.index).article(first["article_id"])
    assert first["quote"] == article.text[first["start"] : first["end"]]
    assert set(first) >= {
        "number",
        "article_id",
        "title",
        "source",
        "published",
        "url",
        "language",
        "start",
        "end",
        "quote",
    }
    assert [passage["rank"] for passage in found["passages"]] == list(range(1, len(found["passages"]) + 1))
    assert "evidence" not in found


def test_ask_explain_shows_ranks_scores_and_times(built: Built, run: Runner) -> None:
    question = ("ask", "How much does the harbour fund hold?", "--index", built.index, "--explain")
    shown = run(*question).out
    assert re.search(r"dense 1 \(\d\.\d{3}\), lexical \d+ \(\d+\.\d{3}\); fund 0-\d+", shown)
    assert re.search(r"^ +0\.\d{4} +1  The harbour fund holds 12 million euros\.$", shown, re.MULTILINE)
    assert re.search(r"^Milliseconds: .*retrieve \d+", shown, re.MULTILINE)
    evidence = run(*question, "--json").json["evidence"]
    assert evidence[0]["text"] == "The harbour fund holds 12 million euros."
    assert [item["score"] for item in evidence] == sorted((item["score"] for item in evidence), reverse=True)


@pytest.mark.parametrize(
    "narrow",
    [("--source", "Nobody"), ("--until", "2020"), ("--as-of", "2001-01-01"), ("--language", "de")],
)
def test_ask_refuses_with_status_3(built: Built, run: Runner, narrow: tuple[str, str]) -> None:
    refused = run("ask", "How much does the harbour fund hold?", "--index", built.index, *narrow)
    assert refused.status == 3
    assert refused.out.strip() and "12 million" not in refused.out
    assert refused.err == ""
    told = run("ask", "How much does the harbour fund hold?", "--index", built.index, "--json", *narrow)
    assert told.status == 3
    assert told.json["claims"] == [] and told.json["refusal"]["reason"] == "filtered_out"


def test_words_of_time_narrow_the_search_unless_told_not_to(built: Built, run: Runner) -> None:
    question = ("ask", "How much did the harbour fund hold last week?", "--index", built.index, "--json")
    assert run(*question).json["window"]["since"] is not None
    assert run(*question, "--all-dates").json["window"]["since"] is None


def test_filters_are_understood_in_every_form(built: Built, run: Runner) -> None:
    window = run(
        "ask", "Combien ont coûté les travaux du pont ?", "--index", built.index, "--json", "--language", "fr-FR",
        "--language", "FR", "--source", "Le Phare", "--since", "2024", "--until", "2024-06",
    ).json["window"]  # fmt: skip
    assert window == {
        "languages": ["fr"], "sources": ["Le Phare"], "since": "2024-01-01", "until": "2024-06-30", "article_ids": [],
    }  # fmt: skip


def test_the_question_may_come_from_standard_input(built: Built, run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("How many ships crossed the strait?\n"))
    asked = run("ask", "-", "--index", built.index, "--json")
    assert asked.json["question"] == "How many ships crossed the strait?"


def test_search_shows_passages_in_order(built: Built, run: Runner) -> None:
    found = run("search", "ships in the strait", "--index", built.index, "-k", "2", "--json").json
    assert found["question"] == "ships in the strait"
    assert [passage["rank"] for passage in found["passages"]] == [1, 2]
    assert found["passages"][0]["article_id"] == "strait"
    shown = run("search", "ships in the strait", "--index", built.index, "-k", "1")
    assert shown.status == 0
    assert re.search(r"^  1  -?\d+\.\d{4}  Busy strait\. Tidewater Post, undated, en$", shown.out, re.MULTILINE)
    assert "About 40 ships crossed the strait in May." in shown.out


def test_search_with_nothing_to_find_says_so(built: Built, run: Runner) -> None:
    found = run("search", "ships", "--index", built.index, "--source", "Nobody")
    assert (found.status, found.out) == (0, "  nothing found\n")


def test_control_characters_of_an_article_do_not_reach_the_terminal(built: Built, run: Runner) -> None:
    shown = run("search", "charts for the pilots", "--index", built.index, "-k", "1").out
    assert "\x1b" not in shown
    assert "charts" in shown


def test_info_tells_what_is_in_the_index(built: Built, run: Runner) -> None:
    shown = run("info", "--index", built.index).out
    lines = dict(re.split(r" +", line, maxsplit=1) for line in shown.splitlines())
    assert lines["articles"] == "3"
    assert lines["languages"] == "en 2, fr 1"
    assert lines["outlets"] == "Tidewater Post 2, Le Phare 1"
    assert lines["published"] == "2024-06-11 to 2024-11-28, 1 undated"
    assert lines["encoder"].startswith("bundled (")
    found = run("info", "--index", built.index, "--json").json
    assert (found["articles"], found["languages"], found["undated"]) == (3, {"en": 2, "fr": 1}, 1)


def test_verify_finds_a_sound_index_sound(built: Built, run: Runner) -> None:
    assert run("verify", "--index", built.index) == Run(0, "the index keeps all its laws\n", "")
    assert run("verify", "--index", built.index, "--json").json == {"faults": [], "outdated": []}


def test_what_answers_though_its_file_became_unreadable_is_named_everywhere(tmp_path: Path, run: Runner) -> None:
    corpus, index = write_corpus(tmp_path / "corpus"), tmp_path / "index"
    for number in range(5):
        (corpus / f"page{number}.json").write_text(json.dumps({"text": f"The lighthouse of {number} ships."}))
    run("build", "--corpus", corpus, "--index", index)
    assert "outdated" not in run("info", "--index", index).out
    for number in range(5):
        (corpus / f"page{number}.json").write_text('{"text": "The light', encoding="utf-8")
    reason = "not valid JSON at line 1: Unterminated string starting at; what was read from it before is kept"
    for _ in range(2):
        told = run("build", "--corpus", corpus, "--index", index).out
        assert all(f"skipped page{number}.json: {reason}\n" in told for number in range(5))
        assert f"outdated   page3.json: {reason}\n" in run("info", "--index", index).out
        checked = run("verify", "--index", index)
        assert checked.status == 0 and checked.out.startswith("the index keeps all its laws\noutdated   page0.json: ")
        assert run("verify", "--index", index, "--json").json["outdated"][4] == {"path": "page4.json", "reason": reason}
    (corpus / "page3.json").unlink()
    run("build", "--corpus", corpus, "--index", index)
    named = [item["path"] for item in run("info", "--index", index, "--json").json["outdated"]]
    assert named == ["page0.json", "page1.json", "page2.json", "page4.json"]


def test_compact_keeps_what_is_there(tmp_path: Path, run: Runner) -> None:
    corpus, index = write_corpus(tmp_path / "corpus"), tmp_path / "index"
    run("build", "--corpus", corpus, "--index", index)
    compacted = run("compact", "--index", index)
    assert compacted.status == 0
    assert re.fullmatch(r"[\d.]+ [kM]B before, [\d.]+ [kM]B now\n", compacted.out)
    assert run("info", "--index", index, "--json").json["articles"] == 3


def test_encoders_names_the_bundled_one(run: Runner) -> None:
    shown = run("encoders")
    assert shown.status == 0
    assert shown.out.startswith("bundled ")


def test_evaluate_prints_a_table_or_json(built: Built, tmp_path: Path, run: Runner) -> None:
    gold = {
        "qid": "q1", "article_id": "fund", "language": "en", "type": "how_much", "answers": ["12 million euros"],
        "question_en": "How much does the harbour fund hold?", "question_fr": "Combien contient le fonds du port ?",
        "evidence": "The harbour fund holds 12 million euros.", "evidence_start": 0, "evidence_end": 40,
    }  # fmt: skip
    questions = tmp_path / "questions.jsonl"
    questions.write_text(json.dumps(gold), encoding="utf-8")
    table = run("evaluate", questions, "--index", built.index)
    assert table.status == 0
    assert "| en -> en | 1 |" in table.out and "| fr -> en | 1 |" in table.out
    figures = run("evaluate", questions, "--index", built.index, "--json", "--language", "en").json
    assert list(figures["by_language_pair"]) == ["en -> en"]
    assert figures["by_language_pair"]["en -> en"]["hit@1"]["mean"] == 1.0
    assert figures["about"]["asked"] == 1 and "outcomes" not in figures["about"]
    detailed = run("evaluate", questions, "--index", built.index, "--json", "--details", "--language", "en").json
    assert detailed["about"]["outcomes"][0]["rank"] == 1
    kept = tmp_path / "figures.json"
    kept.write_text(json.dumps(detailed), encoding="utf-8")
    again = run("evaluate", questions, "--index", built.index, "--language", "en", "--compare", kept).out
    assert "| since then | hit@1 |" in again and "| en -> en | 1.00 (=) |" in again
    assert again.endswith("right now, not then: none\n\nright then, not now: none\n")


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX knows them")
def test_watch_builds_and_builds_again_until_it_is_stopped(tmp_path: Path) -> None:
    corpus, index = write_corpus(tmp_path / "corpus"), tmp_path / "index"
    words = [sys.executable, "-m", "rag", "watch", "--corpus", str(corpus), "--index", str(index)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "articles: 3 added, 0 changed, 0 removed, 0 unchanged, 1 skipped\n"
            (corpus / "broken.json").unlink()
            (corpus / "late.txt").write_text("A late report says that the strait is open.", encoding="utf-8")
            lines = iter(process.stdout.readline, "")
            assert any("articles: 1 added, 0 changed, 0 removed, 3 unchanged, 0 skipped" in line for line in lines)
        finally:
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=60)
    assert process.returncode in (0, 130)
    assert err.splitlines() == [
        f"watching {corpus}; Ctrl-C stops",
        "citewire: stopped watching; the index is good as it is",
    ]
