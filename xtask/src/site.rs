//! Building the site: Trunk makes `dist/`, its last step fills the reports in, and the sizes are held to their limits.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::setup::{self, Need, wasm};
use crate::sh::{self, Outcome};
use crate::{sizes, styles};

/// Where `cargo xtask build` leaves the site.
pub const DIST: &str = "dist";

/// Builds the site into `dist/` and checks its sizes.
pub fn build() -> Outcome {
    setup::ensure(Need::Build)?;
    sh::run(trunk("build").args(["--release", "--locked", "--dist", DIST]))?;
    sizes::check(&sh::root().join(DIST))
}

/// Trunk with the project's tools on its PATH, kept from the network and from a toolchain that has no wasm.
pub fn trunk(task: &str) -> Command {
    let mut trunk = sh::command("trunk");
    trunk.args([task, "--offline=true"]);
    // Trunk takes `true` and `false` here; the convention (no-color.org) is any value at all.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    // Added to what `.cargo/config.toml` says for this target.
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_own_paths());
    wasm::with_toolchain(&mut trunk);
    trunk
}

/// Flags that write the crates' sources as `crates/…` into panic messages: where somebody's cargo keeps them is nobody's
/// business, and the same source gives the same bytes on every machine.
fn without_own_paths() -> String {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| Path::new(&home).join(".cargo"), PathBuf::from);
    let registries = std::fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
    let paths = registries.map(|entry| entry.path().to_string_lossy().into_owned());
    // The variable is cut at spaces, so a path with one cannot be told.
    let paths = paths.filter(|path| !path.contains(char::is_whitespace));
    paths.map(|path| format!("--remap-path-prefix={path}=crates")).collect::<Vec<_>>().join(" ")
}

/// The hook that Trunk calls when the page is written and not yet moved to its place: the JavaScript is made small,
/// the style sheets become one, and the project's own command line reads the reports of `seeds/` and puts what it found into
/// the page.
pub fn fill() -> Outcome {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or("`fill` is for Trunk to call; `cargo xtask build` is the task for people.")?;
    minify(&staging)?;
    let page = Path::new(&staging).join("index.html");
    styles::join(&staging, &page)?;
    let mut tongket = sh::command("cargo");
    tongket.args(["run", "--quiet", "--locked", "--bin", "tongket", "--", "embed", "seeds"]).arg(page);
    sh::run(wasm::native(&mut tongket))
}

/// Makes the JavaScript of wasm-bindgen small, in its place: names are shortened, what it does stays.
fn minify(folder: &Path) -> Outcome {
    let files = std::fs::read_dir(folder).map_err(|error| format!("{} cannot be read: {error}.", folder.display()))?;
    let scripts = files.flatten().map(|file| file.path()).filter(|path| path.extension().is_some_and(|e| e == "js"));
    for script in scripts {
        let options = ["--module", "--compress", "passes=2", "--mangle", "--output"];
        sh::run(sh::command("terser").arg(&script).args(options).arg(&script))?;
    }
    Ok(())
}
