# Not on every `make`: `sudo make install` must not need root to have cargo.
$(phplibdir)/gearman_rs.so: $(srcdir)/Cargo.toml $(srcdir)/Cargo.lock $(srcdir)/build.rs $(shell find $(srcdir)/src $(srcdir)/stubs -type f)
	PHP="$(PHP_EXECUTABLE)" PHP_CONFIG="$(PHP_CONFIG)" CARGO_TARGET_DIR="$(builddir)/target" $(srcdir)/scripts/build "$@"
