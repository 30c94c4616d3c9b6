# Everything a person does with this repository. `make` says what there is.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MVN ?= mvn --batch-mode --quiet
ENV ?= dev
PREFIX ?= /usr/local
PAIRS ?= 60
FILES ?= 300
APPLIED ?= 30
SEED ?= 1
FUZZ ?= 20000
SOURCES = pom.xml .mvn/jvm.config $(shell find src/main src/build -type f)

.PHONY: help build synth validate check test coverage test-functions test-packages test-bed test-tollgate test-dist test-terminal lint dist install bench seeded figures mutation properties fuzz golden format plan deploy destroy clean demo docs

help: ## says what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  ENV=name names the environment of demo, plan, deploy and destroy; dev unless given"

build: target/tollgate.jar ## compiles and packages Tollgate, without tests

target/tollgate.jar: $(SOURCES)
	@echo "building Tollgate …" >&2
	@$(MVN) -DskipTests -Dspotless.check.skip package
	@touch $@

synth: build ## builds, and synthesizes every environment into cdktf.out
	@bin/tollgate synth --all

validate: build ## judges every environment file
	@bin/tollgate validate --all

check: synth ## judges the Terraform JSON of every environment
	@bin/tollgate check --all

demo: build ## synthesizes ENV, asks every route with every credential, and serves it: no AWS account needed
	@bin/demo $(ENV)

docs: synth ## draws the pictures of every environment into docs/pictures
	@mkdir -p docs/pictures
	@for name in $$(bin/tollgate environments | awk 'NR > 1 {print $$1}'); do \
	  bin/tollgate graph -e $$name --format svg --out docs/pictures/$$name.svg; \
	  bin/tollgate graph -e $$name --format svg --access --out docs/pictures/$$name-access.svg; \
	done

# The compiler keeps one core busy alone, then Java's tests both: all else gives way to it.
test: ## runs every test, of the functions and of Tollgate
	@$(MAKE) --no-print-directory -j3 test-tollgate lint test-functions test-packages test-bed
	@$(MAKE) --no-print-directory -j2 test-dist test-terminal

# Parts of `make test`.
test-functions:
	@nice lambdas/run-tests

test-bed:
	@nice src/test/emulator/test

# Whoever needs them sooner installs them itself.
test-packages:
	@nice src/test/packages adapters cdktf console signin terminal >/dev/null

test-tollgate:
	@$(MVN) -P dist verify

test-dist:
	@src/test/dist/holds

test-terminal:
	@src/test/terminal/holds

coverage: ## runs Tollgate's tests and shows the lines that they reach: target/site/jacoco/index.html
	@$(MVN) -P coverage -Dspotless.check.skip test

lint: ## lints the workflows, and the OpenAPI documents among the golden files
	@nice src/test/workflows/lint
	@nice src/test/openapi/validate src/test/resources/golden/*/openapi.json

dist: ## makes the distribution: target/dist/tollgate, and the same as a zip
	@$(MVN) -P dist -DskipTests -Dspotless.check.skip package
	@ls -l target/dist/*.zip | awk '{printf "%s, %.1f MB\n", $$9, $$5 / 1e6}'

install: dist ## installs the distribution, man pages and completion under PREFIX (/usr/local)
	@mkdir -p $(PREFIX)/lib/tollgate $(PREFIX)/bin
	@cp -R target/dist/tollgate/bin target/dist/tollgate/lib $(PREFIX)/lib/tollgate
	@ln -sf ../lib/tollgate/bin/tollgate $(PREFIX)/bin/tollgate
	@mkdir -p $(PREFIX)/share && cp -R target/dist/tollgate/share/. $(PREFIX)/share
	@$(PREFIX)/lib/tollgate/lib/archive-classes || echo "installed without a class archive: starts are slower" >&2
	@$(PREFIX)/bin/tollgate --version

bench: dist ## measures whole processes side by side, and counts what Terraform asks API Gateway for, at AWS's pace
	@cd bench/javascript && { [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent; }
	@python3 bench/bench.py $(BENCH)
	@python3 bench/calls.py $(CALLS)

figures: ## measures what check finds, on seeded faults and on other people's stacks, and writes docs/figures.md
	@$(MVN) -Dspotless.check.skip test -Dgolden=true -Dtest=SeededFaultsTest -Dsurefire.failIfNoSpecifiedTests=false
	@head -40 docs/figures.md

seeded: ## has Terraform plan the faults seeded into hand-written HCL anew, in both views; some ten minutes
	@$(MVN) -Dspotless.check.skip test -Dgolden=true -Dtest=SeededHclPlansTest -Dsurefire.failIfNoSpecifiedTests=false

mutation: ## changes the rules over Terraform here and there, and says which changes no test notices
	@$(MVN) -P mutation -Dspotless.check.skip test-compile
	@echo "see target/pit-reports/index.html"

properties: ## asks more of generated environments: FILES (300), of which APPLIED (30) are applied, every key, and PAIRS (60) a kind, from SEED (1) on
	@$(MVN) -Dspotless.check.skip test -Dtest='ErrorFreeFilesTest,PathIndependenceTest' -Dsurefire.failIfNoSpecifiedTests=false \
	  -Djunit.jupiter.execution.parallel.config.fixed.parallelism=9 \
	  -Dproperties.files=$(FILES) -Dproperties.applied=$(APPLIED) -Dproperties.pairs=$(PAIRS) -Dproperties.keys=1000 -Dproperties.seed=$(SEED)

fuzz: ## spoils FUZZ (20,000) texts of each input: environment files, Terraform, HCL, plans, calls of a user pool
	@$(MVN) -Dspotless.check.skip test -Dtest='*FuzzTest,HostilePlanTest' -Dsurefire.failIfNoSpecifiedTests=false -Dfuzz=$(FUZZ)

golden: ## rewrites the golden files; review them as code
	@$(MVN) -Dgolden=true -Dspotless.check.skip test

format: ## formats the Java code
	@$(MVN) spotless:apply

plan: build ## plans one environment with Terraform, and saves the plan
	@bin/tollgate plan -e $(ENV)

deploy: build ## plans one environment, asks, and applies exactly that plan
	@bin/tollgate deploy -e $(ENV)

destroy: build ## destroys one environment, after naming what is lost and asking
	@bin/tollgate destroy -e $(ENV)

clean: ## removes what was built; Terraform's state stays
	@$(MVN) clean
	@rm -rf cdktf.out
