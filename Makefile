# Everything a person does with this repository. `make` says what there is.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MVN ?= mvn --batch-mode --quiet
ENV ?= dev
STACK = cdktf.out/stacks/$(ENV)
VAR_FILE = $(firstword $(wildcard environments/$(ENV).tfvars environments/*/$(ENV).tfvars))
SOURCES = pom.xml .mvn/jvm.config $(shell find src/main build -type f 2>/dev/null)

.PHONY: help build synth validate test golden format plan deploy destroy bench clean

help: ## says what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  ENV=name names the environment of plan, deploy and destroy; dev unless given"

build: target/tollgate.jar ## compiles and packages Tollgate, without tests

target/tollgate.jar: $(SOURCES)
	@echo "building Tollgate …" >&2
	@$(MVN) -DskipTests -Dspotless.check.skip package
	@touch $@

synth: build ## builds, and synthesizes every environment into cdktf.out
	@bin/tollgate synth --all

validate: build ## judges every environment file
	@bin/tollgate validate --all

test: ## runs every test, of the functions and of Tollgate
	@lambdas/run-tests
	@$(MVN) verify

golden: ## rewrites the golden files; review them as code
	@$(MVN) -Dgolden=true -Dspotless.check.skip test

format: ## formats the Java code
	@$(MVN) spotless:apply

plan: synth ## plans one environment with Terraform
	@terraform -chdir=$(STACK) init -input=false
	@terraform -chdir=$(STACK) plan -var-file=$(CURDIR)/$(VAR_FILE)

deploy: synth ## plans one environment, asks, and applies exactly that plan
	@terraform -chdir=$(STACK) init -input=false
	@terraform -chdir=$(STACK) apply -var-file=$(CURDIR)/$(VAR_FILE)

destroy: ## destroys one environment, after asking; a protected user pool is refused
	@terraform -chdir=$(STACK) destroy -var-file=$(CURDIR)/$(VAR_FILE)

clean: ## removes what was built; Terraform's state stays
	@$(MVN) clean
	@rm -rf cdktf.out
