# Not on every `make`: `sudo make install` must not need root to have cargo.
$(phplibdir)/gearman_rs.so: $(srcdir)/Cargo.toml $(srcdir)/Cargo.lock $(srcdir)/build.rs $(shell find $(srcdir)/src $(srcdir)/stubs -type f)
	PHP="$(PHP_EXECUTABLE)" PHP_CONFIG="$(PHP_CONFIG)" CARGO_TARGET_DIR="$(builddir)/target" $(srcdir)/scripts/build "$@"

# PIE wants the file named like the module that is in it.
$(phplibdir)/gearman.so: $(phplibdir)/gearman_rs.so
	cp $(phplibdir)/gearman_rs.so "$@.new" && mv -f "$@.new" "$@"

# php-gearman's own package would bring its file back with its next update.
install-modules: leave-packages-alone
.PHONY: leave-packages-alone
leave-packages-alone:
	@if [ -z "$(INSTALL_ROOT)" ] && owner=$$(dpkg-query -S "$(EXTENSION_DIR)/gearman.so" 2>/dev/null); then \
		echo "gearman_rs: $(EXTENSION_DIR)/gearman.so belongs to the package $${owner%%:*}; remove that package first." >&2; \
		exit 1; \
	fi
