# Everything lives in .venv and sets itself up: `make run` is all a fresh clone needs.

VENV := .venv
BIN := $(VENV)/bin
PACKAGE := pyproject.toml constraints.txt pipeline/__init__.py
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet --constraint constraints.txt

# The pinned versions were tested on 3.11, so that one comes first. Debian parts ensurepip from Python, hence the import.
IS_FIT := -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
PYTHON ?= $(firstword $(foreach name,python3.11 python3 python3.12 python3.13 python3.14,\
  $(shell $(name) $(IS_FIT) && echo $(name))))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test lint bench torture golden clean

help: ## say what there is to make
	@sed -n 's/^\([a-z]*\):.*## /  make \1 \t/p' Makefile | expand -t 16

run: $(VENV)/.ready ## set up, turn raw/ into tables in outputs/
	$(BIN)/python -m pipeline run raw --out outputs --report

test: $(VENV)/.ready-dev ## set up, run all tests
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

lint: $(VENV)/.ready-dev ## linters and type checker
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy --strict

bench: $(VENV)/.ready-bench ## set up, time the normalisers and whole pages beside general libraries
	$(BIN)/python -m pytest benchmarks --benchmark-quiet

COUNT ?= 1000000
WORKERS ?= 2
KILLS ?= 200
torture: $(VENV)/.ready-dev ## spoil COUNT sheets, kill KILLS runs, fail at every call of the file system: an hour
	$(BIN)/python -m tests.hostile.fuzz $(COUNT) --workers $(WORKERS)
	$(BIN)/python -m tests.hostile.faults $(KILLS)

golden: $(VENV)/.ready-dev ## show what a new run changes in the committed tables, then renew them
	@new=$$(mktemp -d) && trap 'rm -rf "$$new"' EXIT && \
	$(BIN)/python -m pipeline run raw --out "$$new" --quiet && \
	{ for part in csv text; do diff -ruN "outputs/$$part" "$$new/$$part" || true; done; } && \
	$(BIN)/python -m pipeline run raw --out outputs --report

clean: ## remove .venv, caches and whatever of outputs/ is not committed
	rm -rf $(VENV) build *.egg-info .pytest_cache .ruff_cache .mypy_cache .hypothesis
	rm -rf outputs/parquet outputs/datapackage.json outputs/manifest.json outputs/run.json outputs/factsheets.duckdb outputs/report
	find pipeline schemas tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/pyvenv.cfg:
	@"$(PYTHON)" $(IS_FIT) || { echo "factsheets needs Python 3.11 or newer with its modules venv and ensurepip" \
	  "(Debian, Ubuntu: apt install python3-venv); $(or $(PYTHON),python3) is none." \
	  "If yours goes by another name: make PYTHON=/path/to/python3" >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

# setuptools is installed first, and not by pip in a hidden environment of its own, so that its version is pinned too.
$(VENV)/.ready: $(VENV)/pyvenv.cfg $(PACKAGE)
	@echo "Setting up $(VENV), about a minute ..."
	$(PIP) setuptools
	$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	$(PIP) --no-build-isolation --editable '.[dev]'
	@touch $@

$(VENV)/.ready-bench: $(VENV)/.ready-dev
	$(PIP) --no-build-isolation --editable '.[bench]'
	@touch $@
