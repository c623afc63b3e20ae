# `make demo` and `make test` are all that a user needs; both make their own .venv first.

PYTHON ?= python3
BIN := .venv/bin
GOLD ?= ../shared/gold
UV := $(BIN)/uv
CRISIS := build/crisis.sqlite
COMPILE = $(UV) pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11
INSTALL = $(BIN)/python -m pip install -q --disable-pip-version-check

.PHONY: demo test check types lint gate bench lock gazetteer clean

demo: .venv/base.stamp
	$(BIN)/dragoman code samples/harbour-talks.html --format table
	@mkdir -p build && rm -f $(CRISIS) $(CRISIS)-wal $(CRISIS)-shm
	$(BIN)/dragoman archive new $(CRISIS)
	$(BIN)/dragoman archive add $(CRISIS) samples/crisis
	$(BIN)/dragoman events --archive $(CRISIS) --actor ISL --recipient NOR --counted --format table
	$(BIN)/dragoman statements --archive $(CRISIS) --speaker Halldorsdottir --format table

test: .venv/dev.stamp
	$(BIN)/python -m pytest -q

lint: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev.stamp
	$(BIN)/mypy

gate: .venv/dev.stamp
	$(BIN)/python -m dragoman.measuring.gate --gold $(GOLD)

check: test lint types

bench: .venv/dev.stamp
	$(BIN)/python benchmarks/overhead.py
	$(BIN)/python benchmarks/archive.py
	$(BIN)/python benchmarks/kill_archive.py

lock: .venv/base.stamp
	$(INSTALL) uv
	$(COMPILE) pyproject.toml -o requirements/base.txt
	$(COMPILE) --group build -o requirements/build.txt
	$(COMPILE) pyproject.toml --extra lake --extra chart --group build --group gazetteer --group test --group lint -o requirements/dev.txt

gazetteer: .venv/dev.stamp
	$(BIN)/python scripts/build_gazetteer.py

clean:
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dragoman needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/base.stamp: .venv/made.stamp requirements/base.txt requirements/build.txt pyproject.toml
	$(INSTALL) --require-hashes -r requirements/base.txt
	$(INSTALL) --require-hashes -r requirements/build.txt
	$(INSTALL) --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src/dragoman
	@touch $@

.venv/dev.stamp: .venv/base.stamp requirements/dev.txt
	$(INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@
