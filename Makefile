# Everything a reader of the README types. The first call of `run` or `test` sets the machine up; later calls are quick.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: bench evaluate run test check pins soak

run: .venv/run.stamp
	@$(BIN)/python -m bot

test: .venv/dev.stamp
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(ARGS)

# The long forms of what `test` tries shortly: hundreds of kills, tens of thousands of made-up events. Some five minutes.
soak: .venv/dev.stamp
	KILLS=320 EVENTS=20000 timeout 90m $(BIN)/python -m pytest -n 2 --dist loadgroup tests/faults $(ARGS)

check: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

evaluate: .venv/dev.stamp
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.evaluation.evaluate $(ARGS)

# Some ten minutes. The long forms: `python -m tests.benchmarks.load memory --people 100000`, `... storing --most 1000000`,
# `... reminders` (100,000 people).
bench: .venv/dev.stamp
	$(BIN)/python -m pytest tests/benchmarks/small_parts.py -p no:xdist
	$(BIN)/python -m tests.benchmarks.storing
	$(BIN)/python -m tests.benchmarks.reminders 10000
	$(BIN)/python -m tests.benchmarks.board
	$(BIN)/python -m tests.benchmarks.load $(ARGS)

# After new labeled answers: the word weights in content/packs/ are learned anew, and committed when evaluate is content.
learn: .venv/dev.stamp
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.evaluation.learning

# Written only when the pinned set should move; the result is committed.
pins: .venv/dev.stamp
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile -q --upgrade --generate-hashes --no-emit-index-url --universal --no-annotate --no-header pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile -q --upgrade --generate-hashes --no-emit-index-url --universal --no-annotate --no-header --group dev pyproject.toml -o requirements-dev.txt

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.txt | .venv/bin/python
	@echo "Installing what the coach needs (once) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt | .venv/bin/python
	@echo "Installing what the coach and its tests need (once) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ .venv/run.stamp
