# What one does with sitegen from a checkout. Python 3.11 or newer, git and make are all it takes: each target installs
# what it needs, pinned and hash-checked, into a .venv-* folder of its own. `make help` lists the targets.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.NOTPARALLEL:

CONTENT ?= content
OUTPUT ?= _site
# The path under which the site will stand, where it is not that of base_url; `make check` holds absolute links to it.
BASE_PATH ?=
# More words for the command that a target runs, such as `make site FLAGS=--strict` or `make test FLAGS="-k byline"`.
FLAGS ?=

ifeq ($(origin PYTHON), undefined)
PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
  "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
endif

# Wheels only: a source package would run a build with tools that no lock names.
install = -m pip install --quiet --disable-pip-version-check
locked = $(install) --require-hashes --only-binary :all:

.PHONY: site
site: .venv-site/.ready  ## build content/ into _site/ (CONTENT=, OUTPUT=, FLAGS=)
	.venv-site/bin/sitegen build --content $(CONTENT) --output $(OUTPUT) $(FLAGS)

.PHONY: check
check: site  ## build the site and look for dead links and the like (BASE_PATH=)
	.venv-site/bin/sitegen check --output $(OUTPUT) $(if $(BASE_PATH),--base-path $(BASE_PATH))

.PHONY: serve
serve: .venv-site/.ready  ## preview the site; it reloads as you edit
	.venv-site/bin/sitegen serve --content $(CONTENT) $(FLAGS)

.PHONY: test
test: .venv-test/.ready  ## run the tests; what needs a browser or Node is skipped where there is none
	.venv-test/bin/python -m pytest -n auto --dist worksteal $(FLAGS)

.PHONY: lint
lint: .venv-lint/.locked  ## ruff, mypy and the checks of the workflows
	.venv-lint/bin/ruff check
	.venv-lint/bin/ruff format --check
	.venv-lint/bin/mypy
	.venv-lint/bin/check-jsonschema --builtin-schema vendor.github-workflows $(workflows)
	.venv-lint/bin/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	.venv-lint/bin/zizmor --offline --quiet --strict-collection .github $(starter_workflow)

.PHONY: docs
docs: .venv-site/.ready  ## write docs/cli.md and the tables of docs/design.md anew
	.venv-site/bin/python docs/write_cli.py
	.venv-site/bin/python docs/write_design.py

.PHONY: pictures
pictures: .venv-test/.ready  ## take the pictures of the README anew, in a Chromium
	.venv-test/bin/python -m docs.take_pictures

.PHONY: dist
dist: .venv-site/.ready  ## build the wheel and the source distribution into dist/
	rm -rf dist
	.venv-site/bin/python -m build --no-isolation --outdir dist

.PHONY: lock
lock: .venv-lock/.locked  ## write the lock files anew, keeping pins that still fit (FLAGS=--upgrade: newest)
	$(compile) pyproject.toml -o requirements-runtime.lock
	$(compile) --group build -o requirements-build.lock
	$(compile) --group node -o requirements-node.lock
	$(compile) --group lock -o requirements-lock.lock
	$(compile) --group test pyproject.toml -c requirements-runtime.lock -c requirements-build.lock -o requirements-test.lock
	$(compile) --group lint pyproject.toml -c requirements-test.lock -o requirements-lint.lock
	@if command -v npm >/dev/null; then for folder in . .ci; do (cd "$$folder" && \
	  npm install --package-lock-only --ignore-scripts --no-audit --no-fund) || exit; done; \
	else echo 'no npm here: the package-lock.json files stay as they are'; fi

.PHONY: clean
clean:  ## remove everything that make made
	rm -rf .venv-site .venv-test .venv-lint .venv-lock .venv-node .cache dist _site sitegen/_vendor
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find sitegen tests docs benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help
help:  ## show this list
	@sed -n 's/^\([a-z]*\):.*##/\1 ~/p' $(firstword $(MAKEFILE_LIST)) | while IFS='~' read -r target text; do \
	  printf 'make %-9s%s\n' "$$target" "$$text"; done

starter_workflow = sitegen/starter/pages-workflow.yml
workflows = $(wildcard .github/workflows/*.yml) $(starter_workflow)
compile = .venv-lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
  --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' $(FLAGS)

# The environments. Each has two stamps: .locked once its lock files are installed, .ready once sitegen is as well.
# A stamp is newer than all that went in, so a second call installs nothing.
.venv-site/.locked: requirements-runtime.lock requirements-build.lock
.venv-test/.locked: requirements-test.lock
.venv-lint/.locked: requirements-lint.lock
.venv-lock/.locked: requirements-lock.lock
.venv-node/.locked: requirements-node.lock

# Made anew each time, so that nothing of an older lock stays behind.
.venv-%/.locked:
	@"$(or $(PYTHON),false)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'No Python that fits: sitegen needs 3.11 or newer, and looked at $(or $(PYTHON),python3 and python3.14 to 3.11).' \
	  'Name one: make PYTHON=/path/to/python' >&2; exit 1; }
	@echo 'setting up .venv-$*'
	@rm -rf .venv-$*
	@"$(PYTHON)" -m venv .venv-$* || { rm -rf .venv-$*; exit 1; }
	@.venv-$*/bin/python $(locked) $(addprefix -r ,$^)
	@touch $@

# Editable, from this folder alone. Where fetching lunr.min.js would want Node (no npm here), its locked wheel comes first.
.venv-%/.ready: .venv-%/.locked requirements-node.lock \
  pyproject.toml hatch_build.py package.json package-lock.json sitegen/_vendor/lunr.min.js
	@requirement=$$(.venv-$*/bin/python hatch_build.py) && if test -n "$$requirement"; then \
	  echo 'no npm here: taking Node from its Python wheel' && \
	  .venv-$*/bin/python $(locked) -r requirements-node.lock; fi
	@.venv-$*/bin/python $(install) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

# Made by the installation of sitegen; where it is missing, that has to happen again.
sitegen/_vendor/lunr.min.js: ;
