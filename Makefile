# make digest   a first digest from the sample night in seeds/
# make test     the test suite
PYTHON ?= python3
VENV := .venv
TEZY := $(VENV)/bin/tezy

.PHONY: digest test lint clean

digest: $(VENV)/.installed
	@$(TEZY) run seeds --out outputs

test: $(VENV)/.installed-dev
	$(VENV)/bin/python -m pytest

lint: $(VENV)/.installed-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(VENV)/bin/pip install --quiet --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build dist
