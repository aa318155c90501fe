# Each target does its own set-up: on a fresh machine `make run` or `make test` is the only command needed.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
DATA   ?=
PORT   ?= 8501
MINUTES ?= 35

.PHONY: help run test lint bench train train-ranker docs clean
help:            ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Citewire needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --upgrade "pip>=24"

$(VENV)/.run: $(BIN)/python pyproject.toml
	$(BIN)/pip install -q --disable-pip-version-check -e .
	@touch $@

# torch first and pinned: that way its CPU build is taken where it is at hand.
$(VENV)/.dev: $(BIN)/python pyproject.toml
	$(BIN)/pip install -q --disable-pip-version-check "torch==2.13.0"
	$(BIN)/pip install -q --disable-pip-version-check -e ".[hub,dev]"
	@touch $@

$(VENV)/.train: $(VENV)/.dev
	$(BIN)/pip install -q --disable-pip-version-check -e ".[train]"
	@touch $@

run: $(VENV)/.run  ## install, build the sample index, serve the app
	$(BIN)/citewire build
	$(BIN)/citewire serve --port $(PORT)

test: $(VENV)/.dev  ## install and run the whole suite
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/.dev  ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.train  ## measure speed with the peers in the same run; results in benchmarks/results/
	$(BIN)/python -m benchmarks

# glibc gives the pages of big tensors back after each step otherwise: thrice as slow
train train-ranker: export MALLOC_MMAP_MAX_=0
train train-ranker: export MALLOC_TRIM_THRESHOLD_=17179869184

# The data are no part of the repository; without them an hour would pass before something says so.
.PHONY: data
data:
	@test -n "$(DATA)" -a -d "$(DATA)" || { echo "no folder of training data: name it with" \
	  "make $(firstword $(MAKECMDGOALS)) DATA=/path/to/data (rag/encoders/model/README.md tells what it holds)"; exit 2; }

train: data $(VENV)/.train  ## make the bundled encoder again from DATA
	$(BIN)/python -m training.encoder --data $(DATA)

train-ranker: data $(VENV)/.train  ## train the passage reader that ships further on DATA for MINUTES, and fit the weights again
	$(BIN)/python -m training.ranker --data $(DATA) --minutes $(MINUTES)

docs: $(VENV)/.dev  ## write the generated parts of README.md again
	$(BIN)/python -m tests.docs_sync

clean:  ## remove the virtual environment and caches (never the index or the corpus)
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
