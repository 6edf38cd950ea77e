//! Asks PHP what modules it loads, once, as the build script of ext-php-rs does.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

fn main() {
    let php = env::var("PHP").unwrap_or("php".to_owned());
    let output = Command::new(php).args(["-n", "-i"]).output().expect("PHP runs").stdout;
    let text = String::from_utf8_lossy(&output);
    let build_id = text.lines().find_map(|line| line.strip_prefix("PHP Extension Build => ")).expect("a build id");
    let flags: Vec<&str> = build_id.trim_start_matches("API").split(',').collect();
    let [debug, zts] = ["debug", "TS"].map(|flag| u8::from(flags.contains(&flag)));
    let code = format!(
        "const API: u32 = {};\nconst DEBUG: u8 = {debug};\nconst ZTS: u8 = {zts};\nconst BUILD_ID: &CStr = c{build_id:?};\n",
        flags[0]
    );
    let folder = env::var("OUT_DIR").expect("cargo runs this");
    fs::write(Path::new(&folder).join("php.rs"), code).expect("the folder is cargo's own");
    println!("cargo:rerun-if-changed=build.rs");
}
