.PHONY: test race lint bench fuzz floors models generate sbom ci

SHARED ?= ../shared

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

models: ## train every model anew, byte for byte, from $(SHARED)/data/train
	go run ./internal/cmd/train -task all -data $(SHARED)/data -out internal/model

sbom: ## CycloneDX list of what the main module depends on
	go run github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.9.0 mod -licenses -json -output bin/sbom.json .

ci:
	.ci/run
