# Everything that is done to this project, by name. `make test` is what CI runs.

.PHONY: help test repaired bench peers load torture fuzz protocol contract studio check-all fmt lint unit docs floors deny tools browser contact-sheet studio-page

CARGO_FLAGS ?= --locked
BINARY := target/debug/firstframe

help: ## Shows this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

test: tools lint unit docs floors deny protocol contract studio-test studio-page ## Runs everything that CI runs, and installs what that needs

fmt: studio/node_modules ## Formats Rust and TypeScript
	cargo fmt
	npm --prefix studio run --silent format

lint: ## Checks format and lints of the Rust code
	cargo fmt --check
	cargo clippy $(CARGO_FLAGS) --all-targets -- -D warnings
	cargo clippy $(CARGO_FLAGS) --test protocol -- -D warnings

unit: ## Runs unit, integration and doc tests
	cargo nextest run $(CARGO_FLAGS)
	cargo test $(CARGO_FLAGS) --doc --quiet

docs: ## Builds the documentation, with warnings as errors
	RUSTDOCFLAGS="-D warnings" cargo doc $(CARGO_FLAGS) --no-deps --document-private-items --quiet

floors: $(BINARY) ## Holds the figures of the labelled requests
	python3 tests/requests/floors.py $(BINARY)

deny: ## Checks licences, sources and advisories of all dependencies
	./tests/deny.sh

studio-test: browser studio/node_modules $(BINARY) ## Checks every scene in the real Remotion
	npm --prefix studio run --silent lint
	npm --prefix studio test --silent
	npm --prefix studio run --silent check -- --binary $(CURDIR)/$(BINARY)

repaired: browser studio/node_modules ## Checks every scene of tests/broken that was mended in the real Remotion
	rm -rf target/mended
	FIRSTFRAME_MENDED=$(CURDIR)/target/mended cargo nextest run $(CARGO_FLAGS) mended_scenes_are_written
	npm --prefix studio run --silent check -- --as-written --scenes $(CURDIR)/target/mended --out $(CURDIR)/target/mended-check

check-all: browser studio/node_modules $(BINARY) ## Checks all scenes of all templates in all formats (an hour)
	FIRSTFRAME_VALUES=10000 cargo nextest run $(CARGO_FLAGS) no_value_changes
	npm --prefix studio run --silent check -- --all --binary $(CURDIR)/$(BINARY)

contact-sheet: studio/node_modules browser $(BINARY) ## Shows all templates in one picture
	npm --prefix studio run --silent contact-sheet -- --format all --binary $(CURDIR)/$(BINARY)

studio: studio/node_modules ## Builds the studio page, which `firstframe serve` shows at /
	npm --prefix studio run --silent build

studio-page: browser studio/node_modules $(BINARY) ## Uses the studio page in a real browser
	FIRSTFRAME_BINARY=$(CURDIR)/$(BINARY) npm --prefix studio run --silent e2e

protocol: studio/node_modules target/protocol/tiny.gguf ## Speaks with servers of models that others wrote (installs them; llama.cpp's is built once, in ten minutes)
	llama=$$(tests/protocol/llama/build.sh target/protocol/bin/python) && \
		FIRSTFRAME_AIMOCK=$(CURDIR)/studio/node_modules/.bin/llmock FIRSTFRAME_LLMOCK=$(CURDIR)/target/protocol/bin/llmock \
		FIRSTFRAME_LLAMA="$$llama" FIRSTFRAME_TINY=$(CURDIR)/target/protocol/tiny.gguf cargo test $(CARGO_FLAGS) --test protocol

target/protocol/tiny.gguf: target/protocol/installed tests/protocol/llama/tiny.py
	target/protocol/bin/python tests/protocol/llama/tiny.py $@

target/protocol/installed: tests/protocol/requirements.txt
	python3 -m venv target/protocol
	target/protocol/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

contract: target/contract/installed $(BINARY) ## Holds the service to its own description with schemathesis (installs it under target/)
	target/contract/bin/python tests/contract/run.py $(BINARY)

target/contract/installed: tests/contract/requirements.txt
	python3 -m venv target/contract
	target/contract/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

fuzz: ## Fuzzes requests, patterns, routing, scenes, their changes, answers of models and their repair for a minute each (installs cargo-fuzz)
	@command -v cargo-fuzz >/dev/null || cargo install --locked cargo-fuzz
	for target in request pattern router scene revise answer repair; do RUSTC_BOOTSTRAP=1 cargo fuzz run $$target -- -max_total_time=60 -rss_limit_mb=4096 || exit 1; done

torture: ## Kills what stores 1,000 times while it opens and works, and fills its disk
	cargo test $(CARGO_FLAGS) --test torture -- --loops 1000

bench: ## Runs all benchmarks
	cargo bench $(CARGO_FLAGS)

load: ## Asks the service as often as it can, for ten minutes, and beside slow readers (installs oha)
	@command -v oha >/dev/null || cargo install --locked oha
	cargo build $(CARGO_FLAGS) --release --bin firstframe --example bare
	python3 benches/load/run.py --service target/release/firstframe --bare target/release/examples/bare

peers: target/peers/installed ## Compares the router with regexes, rapidfuzz and hassil (installs the last two under target/)
	FIRSTFRAME_PYTHON=$(CURDIR)/target/peers/bin/python cargo bench $(CARGO_FLAGS) --bench peers

target/peers/installed: benches/peers/requirements.txt
	python3 -m venv target/peers
	target/peers/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

$(BINARY): FORCE
	cargo build $(CARGO_FLAGS)

studio/node_modules: studio/package-lock.json
	npm --prefix studio ci --no-audit --no-fund
	@touch $@

tools: ## Installs cargo-nextest and cargo-deny where they are missing
	@command -v cargo-nextest >/dev/null || cargo install --locked cargo-nextest
	@command -v cargo-deny >/dev/null || cargo install --locked cargo-deny

browser: ## Installs Chromium from the system's packages where it is missing
	@./studio/install-browser.sh

.PHONY: FORCE studio-test
FORCE:
