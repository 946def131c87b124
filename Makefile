# Two targets need nothing but Python 3.11, git, make and the package registry:
#   make demo     installs the program into .venv and opens the bundled example crisis in the browser
#   make check    installs the developers' tools and runs all that CI runs
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: demo check lint test gate evaluate bench schema docs lock clean

demo: .venv/.installed
	$(BIN)/cronistoria demo

check: .venv/.developing lint gate test

lint: .venv/.developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: .venv/.developing
	$(BIN)/pytest

gate: .venv/.developing
	$(BIN)/python -m evaluation.gate
	$(BIN)/python -m evaluation.chronicle_gate
	$(BIN)/python -m evaluation.crisis_gate

evaluate: .venv/.developing
	$(BIN)/python -m evaluation.shared ../shared/gold

bench: .venv/.developing
	$(BIN)/python -m benchmarks.read
	$(BIN)/python -m benchmarks.merge

schema: .venv/.developing
	$(BIN)/python -m docs.generate schema

docs: .venv/.developing
	$(BIN)/python -m docs.generate

lock: .venv/.developing
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --quiet --upgrade \
	  --custom-compile-command "make lock" --extra web -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --quiet --upgrade --extra dev \
	  --custom-compile-command "make lock" -c requirements.lock -o requirements-dev.lock
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --quiet --extra all \
	  --custom-compile-command "make lock" -c requirements-dev.lock -o deploy/requirements.lock

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache

.venv/bin/python:
	$(PYTHON) -c "import sys; assert sys.version_info >= (3, 11), 'Python 3.11 or later is needed'"
	$(PYTHON) -m venv .venv

.venv/.installed: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

.venv/.developing: .venv/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@
