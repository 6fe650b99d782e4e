# Two commands do all there is to do on a fresh Debian or Ubuntu with Go:
#
#	make run     installs what the window needs to be built, builds, opens it
#	make test    all tests; needs neither a C compiler nor a display
#
# The rest: build, check (vet, staticcheck, format), bench, clean.

# The window's goroutines come back through fyne.Do, as FyneApp.toml says too.
TAGS       := migrated_fynedo
TEST_TAGS  := test,$(TAGS)
BENCH      ?= .
BENCH_TIME ?= 1s

.PHONY: run build test check bench clean

run:
	@.ci/prerequisites
	@$(MAKE) --no-print-directory build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		exec ./ringback; \
	else \
		echo "There is no display to open a window on. This is today's list:"; \
		exec ./ringback today; \
	fi

build:
	@[ -f "$$(go env GOCACHE)/ringback-built" ] || echo "Building. The first time this takes a few minutes."
	@CGO_ENABLED=1 go build -tags $(TAGS) -o ringback ./cmd/ringback
	@touch "$$(go env GOCACHE)/ringback-built"

test:
	CGO_ENABLED=0 go test -tags $(TEST_TAGS) ./...

check:
	CGO_ENABLED=0 go vet -tags $(TEST_TAGS) ./...
	CGO_ENABLED=0 go tool staticcheck -tags $(TEST_TAGS) ./...
	@unformatted=$$(go tool gofumpt -l app assets cmd data ui); \
		if [ -n "$$unformatted" ]; then echo "Not formatted by gofumpt:"; echo "$$unformatted"; exit 1; fi

# The budgets of speed, on a made-up shop of 100,000 customers and 1,000,000
# purchases, each beside its bare limit. Making the shop takes a minute, once.
bench:
	CGO_ENABLED=0 go test -tags $(TEST_TAGS) -run '^$$' -bench '$(BENCH)' -benchtime $(BENCH_TIME) -timeout 60m ./app/... ./data/...

clean:
	rm -f ringback
