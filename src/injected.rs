//! Panics on request, to show that none of them ends the process: php-tests/soak/panics.php.
//!
//! Only a build with the feature `injected-panics` has this, and no build for use can have it.

#![allow(clippy::panic)]

#[cfg(not(debug_assertions))]
compile_error!("injected-panics is for tests: build it with --profile dev");

/// Panics if the environment, which a script changes with `putenv()`, asks for it here.
pub fn panic_in(place: &str) {
    if std::env::var("GEARMAN_PANIC_IN").is_ok_and(|asked| asked == place) {
        panic!("a panic in {place}");
    }
}
