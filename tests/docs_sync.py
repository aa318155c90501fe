"""Writes the generated parts of README.md and docs/ again: ``python -m tests.docs_sync``, or ``make docs``.

A generated part stands between ``<!-- KIND:NAME -->`` and ``<!-- /KIND -->``:

    help:citewire    the program's help; help:citewire ask that of a command
    tree             the modules of rag/ by level, each with the first line of its docstring
    fields:Answer    the fields of a public dataclass
    errors           the tree of errors
    headline         the figures that say most, of development and of kept questions
    table:NAME       the file benchmarks/results/NAME.md; left as it is where there is none
"""

from __future__ import annotations

import ast
import io
import json
import os
import re
import sys
import textwrap
from contextlib import redirect_stdout
from dataclasses import MISSING, Field, fields
from pathlib import Path
from unittest.mock import patch

import rag
import rag.errors
from rag.cli import main
from tests.test_architecture import LEVELS

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
RESULTS = ROOT / "benchmarks" / "results"
DOCUMENTS = (README, *(ROOT / "docs" / name for name in ("python.md", "json.md", "quality.md")))
WIDTH = 100
_PART = re.compile(r"(<!-- (help|tree|headline|table|fields|errors)(?::([^>]*?))? -->\n)(.*?)(<!-- /\2 -->)", re.DOTALL)
_SMALL = ("__init__", "__main__")


def synced(text: str) -> str:
    """The text with every generated part as it should be now."""
    return _PART.sub(lambda part: part[1] + (_made(part[2], part[3] or "") or part[4]) + part[5], text)


def _made(kind: str, name: str) -> str | None:
    if kind == "help":
        return f"```\n{help_of(*name.split()[1:])}\n```\n"
    if kind == "headline":
        return f"\n{headline()}\n\n"
    if kind == "tree":
        return f"```\n{tree()}\n```\n"
    if kind == "fields":
        return f"```\n{fields_of(name)}\n```\n"
    if kind == "errors":
        tree_of_errors = (rag.errors.__doc__ or "").split("\n\n")[1]
        return f"```\n{textwrap.dedent(tree_of_errors)}\n```\n"
    table = RESULTS / f"{name}.md"
    return f"\n{table.read_text(encoding='utf-8').strip()}\n\n" if table.exists() else None


_SETS = (
    ("development questions, French articles", "evaluate.json", ("en -> fr", "fr -> fr")),
    ("kept questions, French articles", "kept_questions.json", ("en -> fr", "fr -> fr")),
    ("kept questions, English articles", "kept_questions.json", ("en -> en", "fr -> en")),
)
_TOLD = {
    "hit@1": "the passage that answers is found first",
    "hit@5": "among the first five",
    "answer": "the answer is given, in short or in a sentence quoted",
    "citation precision": "of the answers: those that quote the very sentence it is known from",
    "direct given": "a short answer is given",
    "direct right": "of these: right",
    "refused though answerable": "refused though there is an answer",
    "refused unanswerable": "refused where there is none",
}


def headline() -> str:
    """A Markdown table: what is told of each set of questions, asked in English / in French."""
    found = [
        [json.loads((RESULTS / file).read_text(encoding="utf-8"))["by_language_pair"][pair] for pair in pairs]
        for _, file, pairs in _SETS
    ]
    lines = ["| | " + " | ".join(name for name, *_ in _SETS) + " |", "|---|" + "---|" * len(_SETS)]
    counts = (" / ".join(str(pair["hit@1"]["n"]) for pair in pairs) for pairs in found)
    lines.append("| questions with an answer | " + " | ".join(counts) + " |")
    for name, told in _TOLD.items():
        cells = (" / ".join(f"{pair[name]['mean']:.2f}" for pair in pairs) for pairs in found)
        lines.append(f"| {told} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def help_of(*command: str) -> str:
    """What ``citewire COMMAND --help`` prints, at a width that does not depend on the terminal."""
    written = io.StringIO()
    with patch.dict(os.environ, {"COLUMNS": str(WIDTH)}), redirect_stdout(written):
        main([*command, "--help"])
    return written.getvalue().strip()


def fields_of(name: str) -> str:
    """The fields of a dataclass of ``rag``, each with its type and its default."""
    return "\n".join(f"{item.name}: {item.type}{_default(item)}" for item in fields(getattr(rag, name)))


def _default(item: Field[object]) -> str:
    if isinstance(item.default, Path):
        return f" = Path({str(item.default)!r})"  # not PosixPath: alike on any system
    if item.default is not MISSING:
        return f" = {item.default!r}"
    return "" if item.default_factory is MISSING else f" = {item.default_factory()!r}"


def tree() -> str:
    """The modules of rag/, lowest level first, and app.py above them."""
    rows = [("", "app.py", _first_line(ROOT / "app.py"))] if (ROOT / "app.py").exists() else []
    units = sorted({path for path in (ROOT / "rag").iterdir() if _is_unit(path)}, key=_place, reverse=True)
    for path in units:
        source = path / "__init__.py" if path.is_dir() else path
        level = LEVELS.get(path.stem)
        name = f"rag/{path.name}/" if path.is_dir() else f"rag/{path.name}"
        rows.append(("" if level is None else str(level), name, _first_line(source)))
    width = max(len(name) for _, name, _ in rows)
    return "\n".join(f"{level:>2}  {name:<{width}}  {line}".rstrip() for level, name, line in rows)


def _is_unit(path: Path) -> bool:
    if path.is_dir():
        return (path / "__init__.py").exists()
    return path.suffix == ".py" and path.stem not in _SMALL


def _place(path: Path) -> tuple[int, tuple[int, ...]]:
    return LEVELS.get(path.stem, -1), tuple(-ord(letter) for letter in path.stem)


def _first_line(path: Path) -> str:
    document = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(document.split("\n\n")[0].replace("``", "").split())


if __name__ == "__main__":
    for document in DOCUMENTS:
        before = document.read_text(encoding="utf-8")
        after = synced(before)
        document.write_text(after, encoding="utf-8")
        sys.stdout.write(f"{document.name} {'is as it was' if after == before else 'written again'}\n")
