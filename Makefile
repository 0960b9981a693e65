# What a person types here; `make` alone prints the list.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.SILENT:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

version := $(shell sed -n 's/^let version = "\(.*\)"$$/\1/p' Sources/cafe/Version.swift)
arch := $(shell uname -m)
binary := .build/release/cafe
bundle := cafe-$(version)-linux-$(arch)
archives := $(CURDIR)/.build/archives

# Each library comes with its archive, so that the binary needs none of them where it runs.
packages := libbsd-dev libcmark-dev libedit-dev libmd-dev libncurses-dev libsqlite3-dev
clients := bind9-dnsutils chromium curl dnsperf knot-dnsutils
libraries := bsd cmark edit gcc_eh md sqlite3 stdc++ tinfo

# A folder that holds nothing but archives is searched first, so `-ledit` and its like mean those.
# Swift finds the metadata of a generic type by its mangled name, and then searches all conformances
# for each of the type's requirements. That is a third of the work before the first prompt, so the
# compiler passes on what it knows instead.
frontend := -disable-concrete-type-metadata-mangled-name-accessors
release := -c release --product cafe --static-swift-stdlib \
  $(foreach flag,$(frontend),-Xswiftc -Xfrontend -Xswiftc $(flag)) \
  $(addprefix -Xlinker ,-L$(archives) -lbsd -lmd -ltinfo -lgcc_eh --no-export-dynamic -no-pie -s)

# The bundle of all tests; those that drive a program or a socket; half of the others.
bundled := cafePackageTests
alone := ^(PTYTests|ServersTests|LineEditorTests)\.
half := ^(CafeWorldTests|CommandsTests|DNSTests|Route53Tests|Route53APITests|SimulationTests)\.

# On a terminal a build shows its progress, in a log only what is wrong. (SwiftPM compiles everything
# anew when it finds a terminal where it found none before, so the release never shows it one.)
quiet := $(shell [ -t 2 ] || echo --quiet)

.PHONY: help
help: ## print this list
	sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

.PHONY: run
run: release ## install what is missing, build, and start the café (ARGS="…" are handed on)
	[ -t 0 ] || exec $(binary) $(ARGS)
	# Job control gives the café a process group of its own, so Ctrl-C is the café's alone. Ctrl-Z would
	# stop the café and leave make waiting, so it does nothing.
	trap '' TSTP
	bash -mc '"$$@" || { code=$$?; [ $$code = 130 ] || exit $$code; }' run $(binary) $(ARGS)

.PHONY: test
test: packages clients $(if $(FILTER),,dist-test) ## run every test (FILTER=Name runs only those of that name)
	echo "Building the tests"
	swift build --build-tests $(quiet)
	tests=$$(swift build --show-bin-path)/$(bundled).xctest
	run() { "$$tests" --testing-library swift-testing --no-parallel "$$@"; }
	[ -z "$(FILTER)" ] || { run --filter "$(FILTER)"; exit; }
	# What needs neither a program nor a socket runs in two halves at once; the rest runs alone,
	# since it looks at the clock, and drives the program as it is handed out.
	run --skip "$(alone)" --skip "$(half)" >.build/half.log 2>&1 & half=$$!
	run --filter "$(half)"
	wait $$half || { cat .build/half.log; exit 1; }
	tail -n 1 .build/half.log
	CAFE_PROGRAM="$(CURDIR)/$(binary)" run --filter "$(alone)"

.PHONY: worlds
worlds: packages ## compare every small zone and 100,000 random ones with a second reading of the rules
	CAFE_WORLDS=100000 swift test -c release -Xswiftc -enable-testing --disable-xctest \
	  --filter "In (every small world|large worlds)"

.PHONY: lint
lint: ## look for what the formatter would change
	swift format lint --strict --parallel --recursive Sources Tests Package.swift

.PHONY: format
format: ## format the sources in place
	swift format format --in-place --parallel --recursive Sources Tests Package.swift

.PHONY: bench
bench: release clients ## measure, side by side with the peers: SimPy, gdnsd, moto
	$(call need,dnsperf gdnsd)
	.build/venv/bin/pip install --quiet --disable-pip-version-check simpy 'moto[server]'
	export CAFE="$(CURDIR)/$(binary)" SIMPY_PYTHON="$(CURDIR)/.build/venv/bin/python" \
	  MOTO="$(CURDIR)/.build/venv/bin/moto_server"
	cd Tests/Benchmarks
	swift package --disable-sandbox benchmark --no-progress

.PHONY: spark
spark: release venv ## grade a class under PySpark: one made up, or KEY=key.cafepack INBOX=folder
	command -v java >/dev/null || $(call install,default-jre-headless)
	.build/venv/bin/pip install --quiet --disable-pip-version-check pyspark==4.3.0
	PYSPARK_PYTHON=.build/venv/bin/python3 .build/venv/bin/python3 Tests/Clients/spark.py \
	  "$(CURDIR)/$(binary)" $(if $(KEY),"$(KEY)" "$(INBOX)")

.PHONY: release
release: packages
	mkdir -p $(archives)
	for library in $(libraries); do
	  archive=$$(find /usr/lib/$(arch)-linux-gnu /usr/lib/gcc -name lib$$library.a | sort -V | tail -1)
	  [ -n "$$archive" ] && ln -sf "$$archive" $(archives) || echo "lib$$library.a is missing"
	done
	echo "Building cafe $(version) (the first time takes some minutes)"
	swift build $(release) 2>&1 | while IFS= read -r line; do
	  case $$line in
	    *"mktemp' is dangerous"* | *"file(s) which are unhandled"* | *CMakeLists.txt) ;;
	    \[*/*\]*) [ ! -t 1 ] || printf '\r\e[K%.78s' "$$line" ;;
	    Building* | Build\ *) [ ! -t 1 ] || printf '\r\e[K' ;;
	    *) echo "$$line" ;;
	  esac
	done

.PHONY: dist
dist: release ## make dist/cafe-<version>-linux-<arch>.tar.gz, which runs on a bare Debian 12
	rm -rf dist/$(bundle)
	mkdir -p dist/$(bundle)
	cp $(binary) LICENSE dist/$(bundle)
	for text in .build/checkouts/*/{LICENSE,NOTICE}* $(packages:%=/usr/share/doc/%/copyright); do
	  [ ! -f $$text ] || { echo "== $$text"; cat $$text; echo; }
	done >dist/$(bundle)/THIRD-PARTY
	tar -C dist --sort=name --owner=0 --group=0 --numeric-owner -czf dist/$(bundle).tar.gz $(bundle)
	rm -r dist/$(bundle)
	echo "Made dist/$(bundle).tar.gz"

.PHONY: dist-test
dist-test: dist ## run the packed binary in a root that holds only libc and terminal descriptions
	root=$$(mktemp -d)
	trap 'rm -rf $$root' EXIT
	tar -C $$root --strip-components=1 -xzf dist/$(bundle).tar.gz
	[ $$(stat -c %s $$root/cafe) -le 70000000 ] || { echo "the binary is larger than 70 MB"; exit 1; }
	needed=$$(ldd $$root/cafe | sed 's/ (0x.*//; s/^\s*//; s/.* => //' | grep -v vdso)
	if grep -vE '/(libc\.so\.6|libm\.so\.6|ld-linux[^/]*)$$' <<<"$$needed"; then
	  echo "the binary needs these libraries, which a bare Debian 12 may lack"
	  exit 1
	fi
	for file in $$needed /lib/terminfo/{d/dumb,l/linux,x/xterm}; do
	  mkdir -p $$root/$$(dirname $$file) && cp -L $$file $$root/$$file
	done
	mkdir -p $$root/tmp $$root/proc
	# Swift reads a program's arguments from /proc, so that is put into the root too.
	inside() {
	  local as_root=
	  [ $$(id -u) = 0 ] || as_root=--map-root-user
	  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=xterm HOME=/tmp unshare --mount $$as_root \
	    bash -c 'mount --rbind /proc $$0/proc && exec chroot $$0 "$$@"' $$root "$$@"
	}
	if ! inside $$(grep ld-linux <<<"$$needed") --help >/dev/null 2>&1; then
	  echo "SKIPPED the empty root, which this machine does not give; the binary runs beside the others"
	  inside() { "$$root$$1" "$${@:2}"; }
	fi
	found=$$(inside /cafe --version)
	[ "$$found" = $(version) ] || { echo "the binary says it is $$found, not $(version)"; exit 1; }
	printf 'status\nquit\n' | inside /cafe run - >/dev/null ||
	  { echo "a script of two lines ended with $$?"; exit 1; }
	echo "cafe $(version) runs with $$(wc -l <<<"$$needed") files of libc and nothing else"

.PHONY: packages
packages:
	command -v swift >/dev/null || { echo "Swift 6.3 is missing: https://www.swift.org/install/linux"; exit 1; }
	$(call need,$(packages))

# The programs that the tests drive the servers with, and the Python that drives them.
.PHONY: clients
clients: venv
	$(call need,$(clients))
	.build/venv/bin/pip install --quiet --disable-pip-version-check -r Tests/Clients/requirements.txt ||
	  echo "SKIPPED the tests with the Python of Tests/Clients/requirements.txt: PyPI gives it not"

.PHONY: venv
venv:
	[ ! -x .build/venv/bin/pip ] || exit 0
	python3 -c 'import ensurepip' 2>/dev/null || $(call install,python3-venv)
	mkdir -p .build
	python3 -m venv .build/venv

.PHONY: clean
clean: ## remove what was built
	swift package clean
	rm -rf dist .build/archives .build/venv

# Sees to it that packages are installed, where there is apt.
define need
if command -v dpkg-query >/dev/null; then
  installed=$$(dpkg-query -W -f '$${Package} $${db:Status-Status}\n' $(1) 2>/dev/null || true)
  missing=
  for package in $(1); do
    grep -qx "$$package installed" <<<"$$installed" || missing+=" $$package"
  done
  [ -z "$$missing" ] || $(call install,$$missing)
fi
endef

define install
{
  echo "Installing $(strip $(1)) with apt"
  become=
  [ "$$(id -u)" = 0 ] || become=sudo
  $$become apt-get update -qq
  $$become env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq --yes --no-install-recommends $(1) >/dev/null
}
endef
