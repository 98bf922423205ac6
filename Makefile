.PHONY: test race lint bench floors models generate mutate soak kills hostile sbom outdated release ci night

SHARED ?= ../shared
TEXTS ?= 200000
MUTANTS ?= 150
SEED ?= 1

test: ## what README and CI run
	go test ./...

race:
	go test -race -short ./...

lint:
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...

bench: ## compare two runs with benchstat
	go test -run '^$$' -bench . -count 6 ./...

floors: ## accuracy on $(SHARED)/data/dev with the scorers there
	go build -o bin/eval ./internal/cmd/eval
	python3 .ci/floors.py $(SHARED) bin/eval

generate:
	go generate ./...

models: ## train every model anew from $(SHARED)/data/train
	go run ./internal/cmd/train -task all -data $(SHARED)/data -out internal/model


mutate: ## make $(MUTANTS) random edits, one at a time, and tell which no test notices
	go run ./internal/cmd/mutate -n $(MUTANTS) -seed $(SEED)

soak: ## ten minutes of invented articles; memory must stay flat
	go run ./internal/cmd/soak

kills: ## the tool in a newsroom: 5,000 articles that change and move, two runs at a time, 50 kills; each article is there once
	cd cmd/whosaid && GOWORK=off go test . -run '^TestSoak$$' -soak -v -timeout 1h

hostile: ## what is promised of any text, on TEXTS of each generator from SEED on; a find names its seed: make hostile SEED=N TEXTS=1
	go test ./extract -run 'RecombinedTexts|GeneratedTexts' -texts $(TEXTS) -seed $(SEED) -timeout 0 -v

sbom: ## CycloneDX list of what the main module depends on
	mkdir -p bin
	GOWORK=off go run github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0 mod -licenses -json -output bin/sbom.json .

outdated: ## which dependencies have a newer release
	python3 .ci/outdated.py

release: ## binaries of the tool with checksums in dist/: make release VERSION=v0.1.0
	.ci/release $(VERSION)

ci:
	.ci/run

night: ## .ci/run with all that takes hours: 1, 2 and 4 MB of each hostile family, 200,000 texts, long fuzzing
	HOSTILE=1048576 TEXTS=200000 EDITS=2000 MUTANTS=300 FUZZTIME=10m .ci/run
