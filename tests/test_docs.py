"""The documents tell the truth: generated parts are as generated, links lead somewhere, settings are all told."""

from __future__ import annotations

import re
import subprocess
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from rag import Assistant, Settings
from rag.encoders import describe_encoders
from rag.errors import INSTALL_HUB
from tests.docs_sync import README, ROOT, help_of, synced, tree

TEXT = README.read_text(encoding="utf-8")


def test_generated_parts_are_up_to_date() -> None:
    assert synced(TEXT) == TEXT, "README.md is out of date: run make docs"


def test_a_generated_part_is_replaced_and_its_surroundings_kept() -> None:
    table = "<!-- table:nothing -->\nkept\n<!-- /table -->\n"
    text = f"before\n<!-- help:citewire ask -->\nold\n<!-- /help -->\nafter\n{table}"
    help_part = f"<!-- help:citewire ask -->\n```\n{help_of('ask')}\n```\n<!-- /help -->\n"
    assert synced(text) == f"before\n{help_part}after\n{table}"


def test_the_tree_names_every_module_once() -> None:
    named = re.findall(r"rag/(\w+)(?:\.py|/)", tree())
    units = {path.stem for path in (ROOT / "rag").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert sorted(named) == sorted(units - {"__init__", "__main__"})


@pytest.mark.parametrize("field", [field.name for field in fields(Settings)])
def test_every_setting_is_in_the_table(field: str) -> None:
    assert f"| `CITEWIRE_{field.upper()}` |" in TEXT


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_link_to_a_file_leads_to_one(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if not re.match(r"[a-z]+:", target):
            assert (ROOT / target).exists(), f"{document} links to {target}, which is not there"


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


def test_what_the_readme_asks_is_answered_by_the_sample_corpus(sample_index: Path) -> None:
    table = TEXT[TEXT.index("| asked | answered by |") :].partition("\n\n")[0]
    questions = [question for row in table.splitlines() for question in re.findall(r'"([^"]+)"', row.split("|")[1])]
    with Assistant.open(sample_index, Settings()) as assistant:
        refused = [question for question in questions if assistant.ask(question).refusal]
    assert len(questions) > 10
    assert refused == ["how old is Greta Thunberg?"]  # as it says above the table
