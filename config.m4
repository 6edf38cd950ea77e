dnl For phpize and PIE. The module is built by cargo, as gearman_rs.so and, for PIE, as gearman.so; see Makefile.frag.

PHP_ARG_ENABLE([gearman_rs],
  [whether to build the Gearman module],
  [AS_HELP_STRING([--disable-gearman_rs], [Do not build the Gearman module])],
  [yes])

if test "$PHP_GEARMAN_RS" != "no"; then
  AC_MSG_CHECKING([for what the Rust build needs])
  gearman_rs_missing=`PHP="$PHP_EXECUTABLE" PHP_CONFIG="$PHP_CONFIG" "$srcdir/scripts/check-build" 2>&1` ||
    AC_MSG_ERROR([$gearman_rs_missing])
  AC_MSG_RESULT([found])

  PHP_MODULES="$PHP_MODULES \$(phplibdir)/gearman_rs.so \$(phplibdir)/gearman.so"
  PHP_ADD_BUILD_DIR([modules])
  PHP_SUBST([PHP_CONFIG])
  PHP_ADD_MAKEFILE_FRAGMENT([$srcdir/Makefile.frag], [$abs_srcdir], [$abs_builddir])
fi
