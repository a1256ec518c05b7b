# Everything a person or CI types. `make run` and `make test` set up what they need.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PORT ?= 8000
HOST ?= 127.0.0.1
SINCE ?= HEAD
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
export PATH := $(CURDIR)/$(BIN):$(PATH)
export npm_config_update_notifier := false

RUN_STAMP := $(VENV)/run-packages
DEV_STAMP := $(VENV)/dev-packages
NODE_STAMP := node_modules/.package-lock.json
ASSETS := static/build/site.css
MESSAGES := var/messages
STATIC := var/static/staticfiles.json
PO_FILES := $(shell find locale -name '*.po')
TEMPLATES := $(shell find templates -name '*.html')
STATIC_SOURCES := $(shell find static -path static/build -prune -o -type f -print)

.PHONY: help run build setup demo test test-changed coverage test-next bench screenshots audit check fmt lock messages picture fixtures map clean

help: ## Show what can be typed
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):[^#]*## */  make \1\t/' | expand -t 20

run: setup ## Set up, then serve the catalogue on PORT (8000)
	@$(BIN)/python -c 'import socket, sys; sys.exit(socket.socket().connect_ex(("127.0.0.1", $(PORT))) == 0)' \
	  || { echo "Port $(PORT) is in use. Try another: PORT=8001 make run"; exit 1; }
	@echo "The catalogue: http://localhost:$(PORT)/    The admin: http://localhost:$(PORT)/admin/"
	@exec $(BIN)/granian --interface wsgi --host $(HOST) --port $(PORT) --workers 1 --blocking-threads 4 \
	  --no-ws --log-level warning catalogue.wsgi:application

build: $(RUN_STAMP) $(ASSETS) $(MESSAGES) $(STATIC) ## Packages, stylesheet, messages and static files; no settings, no database

setup: .env build ## Set up all that `make run` needs, without serving
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_catalogue
	@$(MANAGE) rebuild_search --verbosity 0

demo: setup ## Fill up with 300 made-up examples (remove them with `manage.py remove_examples`)
	$(MANAGE) remove_examples
	$(MANAGE) generate_examples 300

test: setup-tests chromium ## All tests, or those of TESTS, on SQLite, PostgreSQL and in the browser, with one summary
	$(BIN)/python -m tests.run $(TESTS)

test-changed: setup-tests chromium ## The tests that mirror what has changed since SINCE (HEAD), in the same way
	@paths="$$($(BIN)/python -m tests.changed $(SINCE))"; \
	if [ -n "$$paths" ]; then echo "$$paths"; $(BIN)/python -m tests.run $$paths; \
	else echo "Nothing that tests mirror has changed since $(SINCE)."; fi

coverage: setup-tests ## Which lines and branches the tests on both databases run, and whether that is enough
	rm -f var/coverage*
	$(BIN)/python -m tests.run --without-browser --coverage
	$(BIN)/coverage combine --quiet
	@for folder in models sheets bulk filters; do \
	  $(BIN)/coverage report --include="*/$$folder/*" --fail-under=95; done
	$(BIN)/coverage report --skip-covered --skip-empty

test-next: .venv-next/packages $(ASSETS) $(MESSAGES) ## The tests with Django 6, where a Python 3.12 or newer is at hand
	.venv-next/bin/python -m tests.run --without-browser $(TESTS)

bench: .venv-bench/packages $(MESSAGES) $(STATIC) ## Measure at SIZES ("1000 10000 100000") on ENGINES ("sqlite postgresql")
	@.venv-bench/bin/python -m benchmarks

screenshots: setup-tests chromium ## Pictures of every kind of page, under var/screenshots/
	$(BIN)/python -m tests.browser.screenshots

audit: setup-tests chromium audit/node_modules/.package-lock.json ## axe at every width, valid HTML of every kind of page, and Lighthouse on the main ones
	AXE_EVERYWHERE=1 $(BIN)/python -m pytest -q -n 2 tests/browser/test_accessibility.py \
	  tests/browser/test_admin_accessibility.py
	$(BIN)/python -m audit

check: setup-tests ## Format, lint, types, templates, imports, migrations, deployment
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djade --check --target-version 5.2 $(TEMPLATES)
	ENVIRONMENT=local $(BIN)/mypy
	$(BIN)/lint-imports
	ENVIRONMENT=local $(MANAGE) makemigrations --check --dry-run
	DEBUG=false ENVIRONMENT=production SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))') \
	  ALLOWED_HOSTS=katalog.example.no $(MANAGE) check --deploy --fail-level WARNING

fmt: $(DEV_STAMP) ## Put code and templates in the house's form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	@# It exits with 1 when it has changed something, so what counts is that nothing is left to change.
	$(BIN)/djade --target-version 5.2 $(TEMPLATES) || $(BIN)/djade --check --target-version 5.2 $(TEMPLATES)

lock: $(DEV_STAMP) ## Resolve the requirements anew, with hashes
	bash requirements/lock.sh

messages: $(DEV_STAMP) ## Bring locale/*/django.po up to date with the sources
	ENVIRONMENT=local $(MANAGE) makemessages

picture: chromium ## Make static/icons/share.png, which is shown with shared addresses, anew from share.svg
	$$(command -v chromium-headless-shell chromium | head -n 1) --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1200,630 \
	  --screenshot=$(CURDIR)/static/icons/share.png file://$(CURDIR)/static/icons/share.svg

fixtures: $(RUN_STAMP) ## Make the reference fixtures anew from fixtures/source
	ENVIRONMENT=local $(MANAGE) build_fixtures

map: .venv-map/packages ## Make the outlines of the counties anew, from shapes that Kartverket publishes
	ENVIRONMENT=local .venv-map/bin/python manage.py build_map

clean: ## Remove all that was made, the database included
	rm -rf $(VENV) .venv-next .venv-bench .venv-map node_modules audit/node_modules static/build var .env $$(find locale -name '*.mo')

# What the targets above are made of

.PHONY: setup-tests
setup-tests: $(DEV_STAMP) $(ASSETS) $(MESSAGES) $(STATIC)

.PHONY: chromium
chromium:
	@command -v chromium-headless-shell chromium >/dev/null \
	  || bash requirements/install_debian_package.sh chromium-headless-shell Chromium

.env:
	@# What is given to production must not be undone by a file that says local.
	@if [ -n "$${SECRET_KEY:-}" ]; then echo "SECRET_KEY is set, so this is no local copy: see README, Deploying"; exit 1; fi
	@printf '%s\n' '# Settings of this copy only; README.md says what can stand here.' 'ENVIRONMENT=local' > $@

$(BIN)/python:
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || bash requirements/install_debian_package.sh python3-venv "Python’s ensurepip"
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): requirements/run.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

$(DEV_STAMP): requirements/dev.txt | $(RUN_STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

.venv-next/packages: requirements/next.txt
	@command -v $(PYTHON_NEXT) >/dev/null || { echo "No Python 3.12 or newer was found; name one with PYTHON_NEXT=…"; exit 1; }
	$(PYTHON_NEXT) -m venv .venv-next
	.venv-next/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

.venv-bench/packages: requirements/bench.txt | $(RUN_STAMP)
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

.venv-map/packages: requirements/run.txt requirements/map.txt | $(BIN)/python
	$(PYTHON) -m venv .venv-map
	.venv-map/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	.venv-map/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
	  --requirement requirements/map.txt
	@touch $@

PYTHON_NEXT ?= $(firstword $(foreach v,3.14 3.13 3.12,$(shell command -v python$(v))) python3.12)

$(NODE_STAMP): package.json package-lock.json | $(RUN_STAMP)
	$(BIN)/npm ci --no-audit --no-fund --loglevel=error
	@touch $@

audit/node_modules/.package-lock.json: audit/package.json audit/package-lock.json | $(RUN_STAMP)
	$(BIN)/npm ci --prefix audit --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

$(ASSETS): $(NODE_STAMP) $(STATIC_SOURCES)
	$(BIN)/npm run --silent build
	@touch $@

$(MESSAGES): $(PO_FILES) | $(RUN_STAMP)
	ENVIRONMENT=local $(MANAGE) compilemessages
	@mkdir -p $(@D) && touch $@

$(STATIC): $(ASSETS) $(STATIC_SOURCES) $(RUN_STAMP)
	ENVIRONMENT=local $(MANAGE) collectstatic --no-input --verbosity 0
	@touch $@
