# Sourced: puts a module into the place of php-gearman, for programs that need PHP's other shared extensions.
#
#   php=php module=modules/gearman_rs.so         the module of this project
#   php=php module=gearman.so                    php-gearman itself, which may be installed and not enabled
#
# PHP keeps all its ini files but that of php-gearman.
PHP_INI_SCAN_DIR_OF_OURS=$(mktemp -d)
trap 'rm -rf "$PHP_INI_SCAN_DIR_OF_OURS"' EXIT
"$php" -r 'echo str_replace(",", "", (string) php_ini_scanned_files()), "\n";' | while read -r ini; do
    case $ini in
        '' | *gearman*) ;;
        *) ln -s "$ini" "$PHP_INI_SCAN_DIR_OF_OURS/" ;;
    esac
done
echo "extension=$module" >"$PHP_INI_SCAN_DIR_OF_OURS/99-gearman.ini"
export PHP_INI_SCAN_DIR=$PHP_INI_SCAN_DIR_OF_OURS

# shellcheck disable=SC2016 # the dollar belongs to PHP
"$php" -r '
    echo "gearman ", phpversion("gearman"), extension_loaded("gearman") ? "" : "is not loaded", "\n";
    $is_ours = str_contains((string) shell_exec(escapeshellarg(PHP_BINARY) . " --ri gearman"), "gearman_rs");
    exit(extension_loaded("gearman") && $is_ours === ($argv[1] !== "gearman.so") ? 0 : 1);
' -- "$module" || { echo "$0: $module is not what PHP has loaded as gearman" >&2; exit 2; }
