"""Failures of chat models told in one line."""

from __future__ import annotations

from rag.writers.failures import explain


def test_the_missing_package_is_the_one_that_langchain_names() -> None:
    told = ImportError("Unable to import langchain_aws. Please install with `pip install -U langchain-aws`")
    assert "pip install langchain-aws" in str(explain(told, "bedrock:any", "", 60))
    assert "pip install langchain-ollama" in str(explain(ImportError("no such module"), "ollama:any", "", 60))
