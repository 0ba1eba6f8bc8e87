# astana_study: from a bare clone to every result and every test. Needs python3 (3.11 or newer) and make.
#
# `make reproduce` and `make test` first build .venv from requirements.lock (each file checked by its hash);
# the stamp makes that instant from the second time on. No index is named here: uv and pip use yours.

PYTHON ?= python3
JOBS ?= 2
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

# What a shell exports must not change a result: nbval fails where MPLBACKEND is set, and PYTHONPATH can shadow us.
CLEAN := env -u MPLBACKEND -u PYTHONPATH -u PYTHONHOME
PYTEST := $(CLEAN) $(BIN)/python -m pytest -n $(JOBS) --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help setup reproduce verify publish test test-slow lint unit notebooks execute lab bench compiled lock oldest clean

help:  ## List the targets
	@echo "make TARGET, where TARGET is one of:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' $(MAKEFILE_LIST) | \
		while IFS='|' read -r name text; do printf '  %-10s %s\n' $$name "$$text"; done

reproduce: $(STAMP)  ## The main job: all tables, figures and notebook runs (into data/processed and outputs)
	@$(CLEAN) $(BIN)/astana-study reproduce

test: $(STAMP)  ## Everything that must hold: ruff, mypy, unit tests, doctests, every notebook cell by cell
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(PYTEST) --nbval --nbval-current-env src tests notebooks

verify: $(STAMP)  ## Make everything anew elsewhere and compare it with what is published (report: outputs/verify.html)
	@$(CLEAN) $(BIN)/astana-study verify

publish: $(STAMP)  ## Make everything anew and overwrite what is published: tables, figures, notebooks, manifest
	@$(CLEAN) $(BIN)/astana-study publish

test-slow: $(STAMP)  ## What takes minutes: the whole study in other surroundings, the wheel in an empty environment
	$(CLEAN) $(BIN)/python -m pytest -m slow tests

setup: $(STAMP)  ## Only set up .venv

lint: $(STAMP)  ## Only ruff and, for the coder, mypy
	$(BIN)/ruff check .
	$(BIN)/mypy

unit: $(STAMP)  ## Only the unit tests and doctests
	$(PYTEST) src tests

notebooks: $(STAMP)  ## Only the committed notebooks, each output compared with a new run
	$(PYTEST) --nbval --nbval-current-env notebooks

execute: $(STAMP)  ## Run the notebooks with their defaults and write the outputs back into them
	for notebook in notebooks/*.ipynb; do $(CLEAN) $(BIN)/astana-study run $$notebook --in-place || exit 1; done

lab: $(STAMP)  ## Open JupyterLab on the notebooks
	$(CLEAN) $(BIN)/jupyter lab --notebook-dir notebooks

bench: $(STAMP)  ## Measure: the coder, a corpus, all runs, each against what it can be held against
	$(CLEAN) $(BIN)/python benchmarks/coder.py
	@test ! -d outputs/compiled || $(CLEAN) PYTHONPATH=outputs/compiled $(BIN)/python benchmarks/coder.py
	$(CLEAN) $(BIN)/python benchmarks/corpus.py
	$(CLEAN) $(BIN)/python benchmarks/runs.py

compiled: $(STAMP)  ## Build the coder as machine code into outputs/compiled (a minute; needs a C compiler)
	@rm -rf outputs/compiled
	ASTANA_STUDY_COMPILE=1 $(CLEAN) $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation \
		--target outputs/compiled .
	@echo "In front of any command, PYTHONPATH=outputs/compiled has it use the compiled coder."

lock: $(STAMP)  ## Resolve pyproject.toml into requirements.lock (UPGRADE=--upgrade for the newest versions)
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url $(UPGRADE) --output-file requirements.lock

oldest: $(STAMP)  ## Resolve the oldest versions that pyproject.toml allows into constraints/oldest.txt
	$(BIN)/uv pip compile pyproject.toml --extra corpus --extra test --resolution lowest-direct --python-version 3.11 \
		--no-header --no-annotate --no-emit-index-url --output-file constraints/oldest.txt

clean:  ## Remove .venv, outputs and caches (nothing that is committed)
	rm -rf $(VENV) outputs .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# uv comes from the lock too, by its hash, through pip; where uv cannot install here, pip does the whole of it.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "astana_study needs Python 3.11 or newer, \
	and $(PYTHON) is %d.%d; name another: make PYTHON=python3.13" % sys.version_info[:2])'
	@rm -f $@
	@test -x $(BIN)/python -a -x $(BIN)/pip || $(PYTHON) -m venv --clear $(VENV)
	@awk '/^[^ ]/ { take = /^uv==/ } take' requirements.lock > $(VENV)/uv.lock
	@echo "Installing the locked packages into $(VENV) …"
	@( $(BIN)/python -m pip install --quiet --no-deps --require-hashes -r $(VENV)/uv.lock \
	   && $(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock ) \
	 || $(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m pip check
	@touch $@
