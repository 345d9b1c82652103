# Tilik: `make demo` and `make test` set everything up by themselves, in .venv and nowhere else.

VENV   := .venv
BIN    := $(VENV)/bin
LOCKED := $(VENV)/.locked-packages
READY  := $(VENV)/.tilik-installed
TOOLS  := $(VENV)/.locked-tools
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input
ARGS   ?=

# Compiled modules are kept: else each process that a test starts compiles Tilik and its packages anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help install demo test test-all reached coverage check bench lock clean

help:
	@echo "make install what running needs, in .venv: then .venv/bin/tilik works"
	@echo "make demo    run Tilik in a box: phones in your browser (ARGS=\"--port 8080\" to pass options)"
	@echo "make test    check the code, then run the tests: all that a change can break"
	@echo "make test-all the same, every story on both channels, long runs in full length"
	@echo "make reached what no story of the last whole run reaches (ARGS=--write to write the list anew)"
	@echo "make coverage all tests, and which branches of handlers/ and models/ they leave out"
	@echo "make check   ruff and mypy only"
	@echo "make bench   the benchmarks, as tables"
	@echo "make lock    write both lock files anew from pyproject.toml (UPGRADE=1 for newer versions)"
	@echo "make clean   remove .venv and the tools' caches"

install: $(READY)
	@echo "ready: $(BIN)/tilik --help"

demo: $(READY)
	@$(BIN)/tilik demo $(ARGS)

# Three workers on two cores, since each waits a fifth of its time; each has its own databases, and who is idle
# takes over from the others (tests/forked.py).
test: check
	@$(BIN)/python -m pytest -q -p no:benchmark --forks 3 $(ARGS)

# Before a release, and at night.
test-all: check
	@$(BIN)/python -m pytest -q -p no:benchmark --forks 3 --all $(ARGS)

reached: $(TOOLS)
	@$(BIN)/python -m tests.reached $(ARGS)

# Apart from `test`, which it makes half as long again.
coverage: $(TOOLS)
	@$(BIN)/python -m pytest -q -p no:benchmark -n 3 --dist worksteal \
		--cov --cov-report=term-missing:skip-covered $(ARGS)

check: $(TOOLS)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --strict --no-error-summary
	@echo "ruff and mypy: nothing to say"

bench: $(TOOLS)
	@$(BIN)/python -m benchmarks $(ARGS)

# The compile sees the public registry only: a package folder or mirror of one machine must leave no hash behind.
COMPILE = env -u PIP_FIND_LINKS -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL -u PIP_NO_INDEX PIP_CONFIG_FILE=/dev/null \
	$(BIN)/pip-compile --quiet --no-config $(if $(UPGRADE),--upgrade) --generate-hashes --allow-unsafe \
	--strip-extras --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

# What running needs, and then the tools beside it, in the versions that running has.
lock: $(TOOLS)
	@echo "Resolving pyproject.toml (a few minutes without a cache) ..."
	@$(COMPILE) --extra install --output-file requirements.lock pyproject.toml
	@$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["dev"], sep="\n")' \
		| $(COMPILE) --constraint requirements.lock --output-file requirements-dev.lock -
	@echo "requirements.lock and requirements-dev.lock are up to date"

clean:
	@rm -rf $(VENV) .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks

# A lock is complete, so it is installed as what it is: nothing is resolved anew, whatever has been published since.
# $(1) is the lock. pip's own lines become one that counts; they are shown where it has failed.
define install
	@{ $(PIP) install --no-deps --require-hashes --no-compile --progress-bar off --requirement $(1) 2>&1; echo "exit $$?"; } \
		| awk -v all="$$(grep -c '==' $(1))" -v seen="$$(test -t 2 && echo yes)" ' \
			/^(Collecting|Requirement already)/ { here++; name = $$1 == "Collecting" ? $$2 : $$4; sub(/==.*/, "", name); \
				if (seen) printf "\r  %3d of %d packages: %-30s", here, all, name; fflush() } \
			/^Installing/ { printf "%s  %d packages are here, putting them into $(VENV) ...%20s\n", seen ? "\r" : "", all, ""; fflush() } \
			/^exit/ { if ($$2) printf "\n%s", said; exit $$2 } \
			{ said = said $$0 "\n" }'
	@$(PIP) check
endef

$(READY): $(LOCKED) pyproject.toml CHANGELOG.md
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(TOOLS): $(READY) requirements-dev.lock
	@echo "The tools for checks and tests (requirements-dev.lock) ..."
	$(call install,requirements-dev.lock)
	@touch $@

# The first Python that is new enough and can make a virtual environment; PYTHON=... to choose.
$(LOCKED): requirements.lock
	@set -e; \
	if ! $(BIN)/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		found=; old=; bare=; \
		for python in $(PYTHON) python3.11 python3 python3.12 python3.13 python3.14 python; do \
			$$python -c 'pass' >/dev/null 2>&1 || continue; \
			if ! $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then old=$$python; \
			elif ! $$python -c 'import ensurepip, venv' 2>/dev/null; then bare=$$python; \
			else found=$$python; break; fi; \
		done; \
		if [ -z "$$found" ]; then \
			if [ -n "$$bare" ]; then \
				echo "$$bare cannot make a virtual environment: please install its venv package (Debian, Ubuntu: apt install python3-venv) and try again." >&2; \
			elif [ -n "$$old" ]; then \
				echo "Tilik needs Python 3.11 or newer, but $$old is $$($$old -c 'import platform; print(platform.python_version())'): please install a newer one, or name it: make PYTHON=/path/to/python3.11" >&2; \
			else \
				echo "Tilik needs Python 3.11 or newer, and no Python was found: please install it, or name it: make PYTHON=/path/to/python3.11" >&2; \
			fi; \
			exit 1; \
		fi; \
		echo "Setting up $(VENV) with $$($$found --version), once (requirements.lock) ..."; \
		$$found -m venv --clear $(VENV); \
	else \
		echo "Bringing .venv up to date with requirements.lock ..."; \
	fi
	$(call install,requirements.lock)
	@touch $@
