# Everything runs from .venv, which `setup` fills from the package index alone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAGE ?= dev
ARGS ?=
# The gate measures coverage; `make test check` runs the tests once for both.
COVERAGE := $(if $(filter check,$(MAKECMDGOALS)),--cov --cov-report=term)
# Without a Chromium `make test` leaves the browser tests out; the gate does so only if told to.
export CHROMIUM ?= chromium
export NO_BROWSER ?=
LEFT_OUT = $(or $(NO_BROWSER),$(if $(shell command -v "$(CHROMIUM)"),,1))
WHY = $(if $(NO_BROWSER),NO_BROWSER=1,No $(CHROMIUM) here)
SAY_IF_LEFT_OUT = @test "$(LEFT_OUT)" != 1 || echo "$(WHY): the browser tests were not run."
export PYTHONDONTWRITEBYTECODE := 1

.DEFAULT_GOAL := help
.PHONY: help setup browser demo test check style pictures prove prove-mutants prove-faults bench bench-storm package deploy fix

help:  ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "make %-13s %s\n", $$1, $$2}' Makefile

setup: $(VENV)/installed  ## a virtual environment with all that is needed

$(VENV)/installed: requirements.txt requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Reprieve needs Python 3.11 or newer. Run: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

browser:
	@test "$(NO_BROWSER)" = 1 || command -v "$(CHROMIUM)" >/dev/null || { \
	  echo "The browser tests need Chromium, and there is no $(CHROMIUM) here. Install it (on Debian:"; \
	  echo "apt-get install chromium), name yours by CHROMIUM=/its/path, or leave them out by NO_BROWSER=1."; \
	  exit 1; }

demo: setup  ## all of it on this machine, on a page (ARGS=--once tells the story; SLACK=1 posts to a real Slack)
	$(BIN)/python -m infra.sandbox $(if $(SLACK),--slack) $(ARGS)

test: setup  ## the tests (ARGS="-k cancel" picks some)
	NO_BROWSER=$(LEFT_OUT) $(BIN)/python -m pytest $(COVERAGE) $(ARGS)
	$(SAY_IF_LEFT_OUT)

check: browser style test package  ## the gate: format, lint, types, templates, policies, tests with coverage, the bundle
	$(SAY_IF_LEFT_OUT)

style: setup  ## format, lint, types, templates, policies
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/cfn-lint --include-checks I3510 --template infra/pipeline.yaml
	$(BIN)/python -m infra.policy_lint

pictures: browser setup  ## the pictures in docs/pictures, taken anew by the browser tests
	PICTURES=docs/pictures $(BIN)/python -m pytest -n 0 tests/browser/test_page_pictures.py

prove: setup  ## ten thousand histories in which everything fails that can
	$(BIN)/python -m tests.prove $(ARGS)

prove-mutants: setup  ## every kept mistake must be found by such a history
	$(BIN)/python -m tests.prove.prove_mutants $(ARGS)

prove-faults: setup  ## without its handling, the test of every fault must fail
	$(BIN)/python -m tests.faults.remove $(ARGS)

bench: setup  ## how fast the bundle is, and how many calls it makes (ARGS="--runs 1" for a look)
	$(BIN)/python -m infra.bench $(ARGS)

bench-storm: setup  ## 10,000 events over 2,000 keys in five minutes of simulated time
	$(BIN)/python -m tests.storm $(ARGS)

package: setup  ## the bundle that Lambda gets, and proof that it imports
	$(BIN)/python -m infra.bundle

deploy: setup  ## chalice deploy --stage $(STAGE)
	$(BIN)/chalice deploy --stage $(STAGE)

fix: setup  ## format, and repair what can be repaired
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
