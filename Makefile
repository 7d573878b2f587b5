# Two commands matter: `make run` and `make test`.

BUILD_PACKAGES = binutils libc6-dev libgcc-12-dev libstdc++-12-dev libcurl4 libedit2 libncurses6 \
  libpython3.11 zlib1g-dev tzdata git ca-certificates \
  libsqlite3-dev libxml2-dev libssl-dev libboost1.81-dev libcurl4-openssl-dev libpq-dev libcmark-gfm-dev libcmark-gfm-extensions-dev \
  libicu-dev libxxhash-dev libdeflate-dev libbrotli-dev libjemalloc-dev libsodium-dev libqrencode-dev \
  libvips-dev libpango1.0-dev fonts-noto-cjk
TEST_PACKAGES = postgresql-15 postgresql-client-15 sqlite3 util-linux opencc chromium \
  python3-venv nginx libnginx-mod-http-brotli-static \
  caddy openssl curl rsync
BENCH_PACKAGES = hugo time wrk

# An import that Package.swift does not declare is an error; so is a warning (see Package.swift).
STRICT = --explicit-target-dependency-import-check error
RELEASE = swift build -c release --static-swift-stdlib $(STRICT)

.PHONY: run test build check fuzz bench pages ready ready-to-look ready-to-test ready-to-bench clean

run: build
	@scripts/run

build: ready
	@$(RELEASE) --product jishi
	@$(RELEASE) --product jishi-media

# Else all begin at once, and hundreds of stores with their files, threads and connections are open.
test: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH = 8
test: ready-to-test
	@scripts/test $(STRICT)

check: ready-to-test
	@swift format lint --strict --recursive Sources Tests bench Package.swift
	@swift build --build-tests $(STRICT)
	@swift test --skip-build --filter TidyTests

# Each reader of texts gets what a fuzzer makes up for JISHI_FUZZ_SECONDS.
fuzz: ready-to-test
	@scripts/fuzz

# All benches, or those of ONLY=name,name. Each adds an object a line to .build/bench.jsonl.
bench: ready-to-bench build
	@$(RELEASE) --product Bench
	@: > .build/bench.jsonl
	@.build/release/Bench $(ONLY)

# Pages of the site that was built, as the Nu HTML checker, axe and Chromium see them; PAGES=--all for
# every one, PAGES=--quick for a few. Then pages that are open while their site is edited, and all that
# people do about an account, from a first visit to its end.
pages: ready-to-look
	@scripts/validate-pages $(PAGES)
	@scripts/refresh-pages
	@scripts/journeys

ready:
	@scripts/need $(BUILD_PACKAGES)
	@scripts/need-swift

ready-to-look: ready
	@scripts/need $(TEST_PACKAGES)

ready-to-test: ready-to-look
	@scripts/need-python accounts cloud sockets

ready-to-bench: ready-to-test
	@scripts/need $(BENCH_PACKAGES)

clean:
	@rm -rf .build
