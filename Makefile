# One line each; `make` alone lists them.
PYTHON ?= python3
DEV = @command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed: https://www.python.org/downloads/"; exit 1; }; $(PYTHON) -m dev

.PHONY: help run test check bench eval images sbom deploy undeploy format clean
help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16
run: ## set up what is missing, and open the app on http://localhost:3000 (PORT= to choose)
	$(DEV) run
test: ## set up what is missing, and run every test, in the browser too
	$(DEV) test
check: ## ruff, mypy, import-linter, hadolint, eslint, tsc, and that what is generated is current
	$(DEV) check
bench: ## measure speed and size, against limits and against plain asyncpg
	$(DEV) bench
eval: ## play conversations, score them and write the scorecard (ARGS="undo --trials 4")
	$(DEV) eval $(ARGS)
images: ## build both container images and print their sizes (Docker)
	$(DEV) images
sbom: ## list every package in the images, as CycloneDX documents in .build/sbom
	$(DEV) sbom
deploy: ## bring the app up on Kubernetes: minikube, kind, k3d or the current context (ARGS="--on kind")
	$(DEV) deploy up $(ARGS)
undeploy: ## remove from Kubernetes what deploy made, but no data (ARGS="--data")
	$(DEV) deploy down $(ARGS)
format: ## format the code and regenerate the API client
	$(DEV) format
clean: ## remove what the commands above made, but no data
	$(DEV) clean
