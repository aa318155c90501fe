"""The documents tell the truth: generated parts are as generated, links lead somewhere, settings are all told."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from rag import Assistant, Settings
from rag.encoders import describe_encoders
from rag.errors import INSTALL_HUB
from rag.serialise import evidence_to_dict
from rag.types import Answer, Claim, Evidence, Ledger, LedgerRow, PublishedOrigin, Refusal, RefusalReason, Withheld
from tests.docs_sync import DOCUMENTS, README, ROOT, headline, help_of, synced, tree
from tests.test_serialise import CITATION, HIT, SENTENCE

TEXT = README.read_text(encoding="utf-8")
LINKING = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/python.md", "docs/json.md", "docs/quality.md")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_generated_parts_are_up_to_date(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert synced(text) == text, f"{document.name} is out of date: run make docs"


def test_a_generated_part_is_replaced_and_its_surroundings_kept() -> None:
    table = "<!-- table:nothing -->\nkept\n<!-- /table -->\n"
    text = f"before\n<!-- help:citewire ask -->\nold\n<!-- /help -->\nafter\n{table}"
    help_part = f"<!-- help:citewire ask -->\n```\n{help_of('ask')}\n```\n<!-- /help -->\n"
    assert synced(text) == f"before\n{help_part}after\n{table}"


def test_the_figures_that_say_most_are_those_of_the_results() -> None:
    measured = json.loads((ROOT / "benchmarks" / "results" / "evaluate.json").read_text(encoding="utf-8"))
    english, french = (measured["by_language_pair"][pair]["hit@1"]["mean"] for pair in ("en -> fr", "fr -> fr"))
    (row,) = [line for line in headline().splitlines() if line.startswith("| the passage that answers is found first")]
    assert row.split("|")[2] == f" {english:.2f} / {french:.2f} "


def test_the_tree_names_every_module_once() -> None:
    named = re.findall(r"rag/(\w+)(?:\.py|/)", tree())
    units = {path.stem for path in (ROOT / "rag").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert sorted(named) == sorted(units - {"__init__", "__main__"})


@pytest.mark.parametrize("field", [field.name for field in fields(Settings)])
def test_every_setting_is_in_the_table(field: str) -> None:
    assert f"| `CITEWIRE_{field.upper()}` |" in TEXT


@pytest.mark.parametrize("document", LINKING)
def test_every_link_to_a_file_leads_to_one(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if not re.match(r"[a-z]+:", target):
            assert (ROOT / document).parent.joinpath(target).exists(), (
                f"{document} links to {target}, which is not there"
            )


def test_how_another_encoder_is_installed_is_told_alike_and_works_in_a_checkout() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (extra,) = re.findall(r"^pip install -e '\.\[(\w+)\]'$", INSTALL_HUB)
    assert extra in project["optional-dependencies"]
    assert INSTALL_HUB in TEXT
    assert INSTALL_HUB in describe_encoders()


def test_every_make_target_named_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`?\bmake ([a-z][a-z-]+)\b", TEXT)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"README.md names make {target}"


@pytest.mark.parametrize("target", ["train", "train-ranker"])
@pytest.mark.parametrize("data", ["DATA=", "DATA=/nowhere"])
def test_without_training_data_make_says_how_to_name_them_before_anything_is_installed(target: str, data: str) -> None:
    done = subprocess.run(["make", target, data, "VENV=/nowhere"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2
    assert f"no folder of training data: name it with make {target} DATA=/path/to/data" in done.stdout


def test_the_code_for_scripts_runs_over_the_sample_corpus(
    sample_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"), re.DOTALL)
    shutil.copytree(sample_index, tmp_path / "index")
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for block in blocks:
        exec(block, names)
    names["assistant"].close()
    told = capsys.readouterr().out
    assert "4–5 billion US dollars" in told
    assert "there is no index in nowhere: run `citewire build --index nowhere`" in told
    assert names["history"][1].answer.direct == "5,530"
    assert names["report"].unchanged == 20


def test_every_field_of_the_json_is_told_and_no_other() -> None:
    parts = re.split(r"^## (\w+)$", (ROOT / "docs" / "json.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = {
        name: re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
        for name, text in zip(parts[1::2], parts[2::2], strict=True)
    }
    row = LedgerRow("12", date(2024, 11, 28), "Le Phare", CITATION, 12.0, 12.0)
    answer: Any = Answer(
        "how much?", "en", claims=(Claim("Twelve.", (CITATION,)),), hits=(HIT,), ledger=Ledger("fund", "EUR", (row,)),
        refusal=Refusal("weak_evidence", "No."), withheld=(Withheld("It is empty.", "No sentence says so."),),
    ).to_dict()  # fmt: skip
    assert told == {
        "answer": list(answer),
        "claim": list(answer["claims"][0]),
        "citation": list(answer["citations"][0]),
        "refusal": list(answer["refusal"]),
        "withheld": list(answer["withheld"][0]),
        "ledger": list(answer["ledger"]),
        "row": list(answer["ledger"]["rows"][0]),
        "window": list(answer["window"]),
        "passage": list(answer["passages"][0]),
        "sentence": list(evidence_to_dict(Evidence(HIT, SENTENCE, 0.5))),
    }


@pytest.mark.parametrize(
    ("field", "values"),
    [("reason", get_args(RefusalReason)), ("published_origin", get_args(PublishedOrigin)),
     ("status", get_args(get_type_hints(LedgerRow)["status"]))],
)  # fmt: skip
def test_every_value_of_a_word_is_told(field: str, values: tuple[str, ...]) -> None:
    rows = re.findall(
        rf"^\| `{field}` \| string \| (.*) \|$", (ROOT / "docs" / "json.md").read_text("utf-8"), re.MULTILINE
    )
    assert list(values) == re.findall(r"`(\w+)`", rows[0])


def test_what_the_readme_asks_is_answered_by_the_sample_corpus(sample_index: Path) -> None:
    table = TEXT[TEXT.index("| asked | answered by |") :].partition("\n\n")[0]
    questions = [question for row in table.splitlines() for question in re.findall(r'"([^"]+)"', row.split("|")[1])]
    with Assistant.open(sample_index, Settings()) as assistant:
        refused = [question for question in questions if assistant.ask(question).refusal]
    assert len(questions) > 10
    assert refused == ["how old is Greta Thunberg?"]  # as it says above the table
