"""What a Python file takes from elsewhere, by whatever door: read from its source, nothing is run.

Knows the ways of Python to import, and to read the environment. Does not know levels or doors: which edge is allowed is
for the tests to say.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

UNTOLD = "?"
"""The module of an import that names it only when it runs."""

_IMPORTERS = {"import_module", "__import__", "run_module", "resolve_name"}
"""Functions that import the module whose name they are given."""

_RUNNERS = {"exec", "eval", "spec_from_file_location", "SourceFileLoader", "run_path"}
"""Functions that run code which no reader of imports sees."""


@dataclass(frozen=True)
class Edge:
    """One module that a file takes something from.

    ``name`` is what is taken from it, "" for the module itself; ``typing`` says that annotations alone need it.
    """

    module: str
    name: str
    line: int
    typing: bool = False

    @property
    def parts(self) -> list[str]:
        """Package, subpackage, module."""
        return self.module.split(".")

    @property
    def is_private(self) -> bool:
        """Whether a part of it begins with an underscore, and is no name of the language's own."""
        return any(part.startswith("_") and not part.endswith("__") for part in (*self.parts, self.name))


@cache
def edges_of(path: Path) -> list[Edge]:
    """Every edge of a file, in no particular order."""
    return edges_in(path.read_text(encoding="utf-8"))


def edges_in(source: str) -> list[Edge]:
    """Every edge of a source: imports wherever they stand, by name or by function, and members of a package imported.

    A relative import is an edge to ".name": a package has no such module, so that no test lets it through.
    """
    tree = ast.parse(source)
    typing = _needed_for_annotations(tree)
    return [edge for node in ast.walk(tree) for edge in _edges(node, id(node) in typing)]


def privates_in(source: str) -> list[tuple[str, int]]:
    """Private members of anything but the object or class itself (``index._snapshot``), with their lines."""
    return [
        (ast.unparse(node), node.lineno)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and not node.attr.endswith("__")
        and ast.unparse(node.value) not in ("self", "cls", "super()")
    ]


def reads_environment(source: str) -> bool:
    """Whether a source asks for the process's environment under any of its names."""
    known = {"environ", "environb", "getenv", "getenvb"}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in known and ast.unparse(node.value) == "os":
            return True
        if isinstance(node, ast.ImportFrom) and node.module == "os" and known & {alias.name for alias in node.names}:
            return True
    return False


def _edges(node: ast.AST, typing: bool) -> Iterator[Edge]:
    if isinstance(node, ast.Import):
        yield from (Edge(alias.name, "", node.lineno, typing) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        module = "." * node.level + (node.module or "")
        for alias in node.names:  # from a package's top its modules are taken, or what only its top has
            whole = f"{module}.{alias.name}" if module == "rag" else module
            yield Edge(whole, "" if whole != module else alias.name, node.lineno, typing)
    elif isinstance(node, ast.Call):
        yield from _by_function(node)
    elif isinstance(node, ast.Attribute) and ast.unparse(node.value) == "rag" and not node.attr.startswith("__"):
        yield Edge(f"rag.{node.attr}", "", node.lineno)


def _by_function(call: ast.Call) -> Iterator[Edge]:
    """What a call imports: ``importlib.import_module("x")`` and its like."""
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if called in _IMPORTERS:
        given = [*call.args, *(word.value for word in call.keywords if word.arg in ("name", "mod_name"))]
        first = given[0] if given else None
        told = isinstance(first, ast.Constant) and isinstance(first.value, str)
        yield Edge(first.value.replace(":", ".") if told else UNTOLD, "", call.lineno)
    elif called in _RUNNERS and not (isinstance(call.func, ast.Attribute) and called in ("exec", "eval")):
        yield Edge(UNTOLD, "", call.lineno)  # a method of that name (torch's model.eval) runs no source


def _needed_for_annotations(tree: ast.Module) -> set[int]:
    """Nodes that no running program comes to: under ``if TYPE_CHECKING``, but not under its ``else``."""
    tests = ("TYPE_CHECKING", "typing.TYPE_CHECKING")
    return {
        id(inner)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) in tests
        for node in block.body
        for inner in ast.walk(node)
    }
