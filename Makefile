# make demo    installs what is missing, builds, and shows a mail queue at work
# make test    everything that has to pass;  make test-matrix  the same with each PHP, MATRIX="8.4 8.6" for some of them
# make soak    proves the promises of docs/promises.md, in less than an hour; make fuzz  a minute for each target
# make sanitized  some tests under AddressSanitizer, and threads under ThreadSanitizer; make miri  unit tests under Miri
# make bench   measures it against php-gearman and a bare socket, ROUNDS=9; make bench-counts counts instructions
# make deny    checks the dependencies; make lint-workflows the workflows of GitHub: both need tools of their own
# make build   modules/gearman_rs.so;  make install / make uninstall  give it to PHP
# make dist    packs it for PHPs like this one;  make deb  as a Debian package;  make test-packages  tries both in a chroot
#
# PHP=/usr/bin/php8.3 chooses another PHP, PHP_CONFIG its php-config when that has an unusual name.

SOURCES := Cargo.toml Cargo.lock build.rs $(shell find src stubs -type f)

.PHONY: build demo test test-debug test-matrix soak fuzz sanitized miri bench bench-counts deny lint-workflows
.PHONY: install uninstall dist deb test-packages deps deps-test clean

build:
	scripts/build

demo: deps
	@$(MAKE) --no-print-directory build
	@$${PHP:-php} -n examples/mail-queue/demo.php

test: deps-test
	@scripts/test

test-debug: deps-test
	@scripts/test phpt-debug

test-matrix:
	@scripts/test-matrix

soak: deps-test build
	@php-tests/soak/run

fuzz:
	@scripts/fuzz

sanitized: deps-test build
	@scripts/sanitized address
	@scripts/sanitized thread

miri:
	@scripts/miri

bench: deps-test build
	@benches/run

bench-counts: deps-test build
	@benches/counts

deny:
	@scripts/deny

lint-workflows:
	@scripts/lint-workflows

# No cargo run when the module is up to date: root, who installs, may have no cargo.
install: modules/gearman_rs.so
	@scripts/install

uninstall:
	@scripts/install --undo

dist:
	@scripts/dist

deb:
	@scripts/deb

# Needs root, debootstrap and Debian's archive.
test-packages:
	@scripts/test-packages

modules/gearman_rs.so: $(SOURCES)
	scripts/build $@

deps:
	@scripts/deps

deps-test:
	@scripts/deps test

# The debug PHP in target/debug-php stays; it takes minutes to build.
clean:
	rm -rf modules target/release target/debug target/php-* target/packed target/dist target/deb target/test-logs
