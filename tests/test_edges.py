"""The reader of imports sees every way there is to import: small sources, and what it must find in them."""

from __future__ import annotations

import pytest

from tests.edges import UNTOLD, edges_in, privates_in, reads_environment

GUARDED = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    {0}\nelse:\n    {1}\n"


@pytest.mark.parametrize(
    ("source", "module"),
    [
        ("import rag.cli", "rag.cli"),
        ("import rag.cli as c", "rag.cli"),
        ("import json, torch", "torch"),
        ("import torch.nn as nn", "torch.nn"),
        ("from rag import cli", "rag.cli"),
        ("from rag import cli as c", "rag.cli"),
        ("from rag import *", "rag.*"),
        ("from rag.cli import main", "rag.cli"),
        ("from rag.cli import (\n    main,\n    other,\n)", "rag.cli"),
        ("from . import cli", "."),
        ("from .cli import main", ".cli"),
        ("from ..cli import main", "..cli"),
        ("def f():\n    from rag.cli import main", "rag.cli"),
        ("async def f():\n    import torch", "torch"),
        ("class A:\n    import torch", "torch"),
        ("try:\n    import torch\nexcept ImportError:\n    torch = None", "torch"),
        ("if True:\n    import torch", "torch"),
        ("import rag.types\nrag.cli.main()", "rag.cli"),
        ("import importlib\nimportlib.import_module('rag.cli')", "rag.cli"),
        ("from importlib import import_module\nimport_module('torch')", "torch"),
        ("import importlib as i\ndef f():\n    return i.import_module(name='torch')", "torch"),
        ("__import__('torch')", "torch"),
        ("import pkgutil\npkgutil.resolve_name('rag.cli:main')", "rag.cli.main"),
        ("import runpy\nrunpy.run_module('rag.cli')", "rag.cli"),
        ("import importlib\nfor name in names:\n    importlib.import_module(name)", UNTOLD),
        ("import importlib\nimportlib.import_module(f'rag.{name}')", UNTOLD),
        ("exec('import torch')", UNTOLD),
        ("import importlib.util\nimportlib.util.spec_from_file_location('x', 'rag/cli/__init__.py')", UNTOLD),
        (GUARDED.format("import json", "import torch"), "torch"),
    ],
)
def test_an_import_is_seen_by_whatever_door(source: str, module: str) -> None:
    assert module in {edge.module for edge in edges_in(source) if not edge.typing}


@pytest.mark.parametrize("test", ["TYPE_CHECKING", "typing.TYPE_CHECKING"])
def test_what_annotations_alone_need_is_told_apart_and_kept(test: str) -> None:
    found = edges_in(f"import typing\nif {test}:\n    from rag.cli import main\n")
    assert [edge.typing for edge in found if edge.module == "rag.cli"] == [True]


def test_what_is_imported_while_it_runs_is_not_for_annotations_alone() -> None:
    found = edges_in("if not TYPE_CHECKING:\n    import torch\n")
    assert [(edge.module, edge.typing) for edge in found] == [("torch", False)]


@pytest.mark.parametrize(
    "source", ["model.eval()", "pattern.exec(text)", "import json\njson.loads(text)", "x = 'torch'"]
)
def test_what_imports_nothing_is_no_edge(source: str) -> None:
    assert {edge.module for edge in edges_in(source)} <= {"json"}


@pytest.mark.parametrize(
    ("source", "private"),
    [
        ("from rag.watch import _Bell", True),
        ("from rag._inner import thing", True),
        ("from rag import _inner", True),
        ("import rag.index._inner as inner", True),
        ("from rag.watch import watch as _watch", False),
        ("from __future__ import annotations", False),
        ("from rag import __version__", False),
    ],
)
def test_private_names_are_told(source: str, private: bool) -> None:
    assert any(edge.is_private for edge in edges_in(source)) == private


def test_private_members_of_others_are_told() -> None:
    source = (
        "class A:\n    def f(self, other):\n        return self._a, self.b._c, other._d, super()._e, other.__doc__\n"
    )
    assert [member for member, _ in privates_in(source)] == ["self.b._c", "other._d"]


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        ("import os\nos.environ['A']", True),
        ("import os\nos.getenv('A')", True),
        ("from os import environ", True),
        ("from os import getenv as get", True),
        ("import os\nos.getcwd()", False),
        ("text = 'os.environ'", False),
    ],
)
def test_readers_of_the_environment_are_told(source: str, reads: bool) -> None:
    assert reads_environment(source) == reads
