# Everything runs in .venv. It is made when missing, and installed anew only when pyproject.toml or
# constraints.txt has changed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

# What lies beside the letters in samples/letters and is none.
LETTERS := samples/letters --skip '*.letter' --skip '*.json' --skip '*.canonical.txt' --skip letters.txt
# The commit that `make eval` compares with.
BASE ?= HEAD
# How many letters `make bench` simulates.
SIMULATED ?= 10000

.PHONY: help demo test check eval bench torture wheelhouse constraints clean

help:
	@echo 'make demo         records of all sample letters into out/demo, and their scores'
	@echo 'make test         the test suite'
	@echo 'make check        ruff, mypy, import-linter'
	@echo 'make eval         gains and losses on the samples against the commit BASE (default: HEAD)'
	@echo 'make bench        speed and memory; accuracy on and loading of simulated letters'
	@echo 'make torture      a hundred kills, thousands of broken files (minutes)'
	@echo 'make wheelhouse   all packages into wheelhouse/, to install without a network'
	@echo 'make constraints  write constraints.txt from what is installed'
	@echo 'make clean        remove what was made, but .venv'

$(INSTALLED): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --editable '.[dev]'
	touch $@

demo: $(INSTALLED)
	$(BIN)/dafu run $(LETTERS) --out out/demo
	$(BIN)/dafu eval samples/letters out/demo --no-errors --no-letters

test: $(INSTALLED)
	sh tests/postgresql.sh
	$(BIN)/python -m pytest -q

check: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Exit code 3 says that some files failed; the scores of the others still tell.
eval: $(INSTALLED)
	rm -rf out/eval && mkdir -p out/eval/code
	git archive $(BASE) pipeline | tar -x -C out/eval/code
	PYTHONPATH=out/eval/code/pipeline $(BIN)/python -m dafu run $(LETTERS) --out out/eval/old || test $$? -eq 3
	$(BIN)/dafu run $(LETTERS) --out out/eval/new || test $$? -eq 3
	$(BIN)/dafu eval samples/letters out/eval/new --baseline out/eval/old --no-errors --no-letters

bench: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.bench_read samples/letters
	$(BIN)/python -m tests.benchmarks.bench_ocr samples/letters
	$(BIN)/python -m tests.benchmarks.bench_batch samples/letters
	rm -rf out/simulated
	$(BIN)/python -m samples.simulated out/simulated --count $(SIMULATED) --carrier txt
	$(BIN)/dafu run out/simulated/letters --out out/simulated/records
	$(BIN)/dafu eval out/simulated/gold out/simulated/records --no-errors --no-letters
	$(BIN)/python -m tests.benchmarks.bench_load out/simulated/records

torture: $(INSTALLED)
	KILLS=100 FUZZED=3000 $(BIN)/python -m pytest -q tests/faults

wheelhouse: $(INSTALLED)
	$(BIN)/python -m pip wheel --quiet -c constraints.txt --wheel-dir wheelhouse '.[all]'

constraints: $(INSTALLED)
	echo '# What the suite was last run with; `make constraints` writes it anew.' > constraints.txt
	$(BIN)/python -m pip freeze --exclude-editable | grep '==' >> constraints.txt
	touch $(INSTALLED)

clean:
	rm -rf out build dist wheelhouse .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	find pipeline tests samples -name __pycache__ -type d -prune -exec rm -rf {} +
