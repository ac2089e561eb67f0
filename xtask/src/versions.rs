//! Every version that the project pins outside Cargo.lock, in one place.
//!
//! Where a file of another tool must repeat one (Trunk.toml, package.json), a test here holds the two together. The
//! version of wasm-bindgen is not written here: Cargo.lock has it, and the command-line tool must be exactly that one.

use crate::sh;

/// Trunk builds and serves the site.
pub const TRUNK: &str = "0.21.14";
/// The npm package that brings `wasm-opt`.
pub const BINARYEN: &str = "132.0.0";
/// What `wasm-opt --version` of [`BINARYEN`] says.
pub const WASM_OPT: &str = "version_132";
/// The npm package that makes the JavaScript of wasm-bindgen small.
pub const TERSER: &str = "5.51.2";
/// The npm package that makes the style sheet.
pub const ESBUILD: &str = "0.28.2";

/// Looks at where crates come from and under which licences.
pub const CARGO_DENY: &str = "0.20.2";

/// The program that drives Firefox.
pub const GECKODRIVER: &str = "0.37.1";

/// The package from PyPI that looks at the data files of a site.
pub const FRICTIONLESS: &str = "5.21.0";

/// The version of wasm-bindgen in Cargo.lock, which must also be the one that Cargo.toml pins.
pub fn wasm_bindgen() -> sh::Outcome<String> {
    let lock = sh::read("Cargo.lock")?;
    let locked = package_version(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen.")?;
    let pin = format!("version = \"={locked}\"");
    let manifest = sh::read("Cargo.toml")?;
    let pinned = manifest.lines().any(|line| line.starts_with("wasm-bindgen = ") && line.contains(&pin));
    if !pinned {
        return Err(format!(
            "Cargo.lock has wasm-bindgen {locked}, and Cargo.toml pins another: write `{pin}` there, or run \
             `cargo update --package wasm-bindgen`."
        ));
    }
    Ok(locked.to_owned())
}

fn package_version<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let heading = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != heading).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_and_the_manifest_agree_on_wasm_bindgen() {
        wasm_bindgen().unwrap();
    }

    #[test]
    fn trunk_toml_asks_for_these_versions() {
        let trunk = sh::read("Trunk.toml").unwrap();
        assert!(trunk.contains(&format!("trunk-version = \"={TRUNK}\"")), "Trunk.toml and versions.rs differ on Trunk");
        assert!(trunk.contains(&format!("wasm_opt = \"{WASM_OPT}\"")), "Trunk.toml and versions.rs differ on wasm-opt");
    }

    #[test]
    fn the_browser_tests_pin_their_packages_exactly() {
        let package = sh::read("tests/browser/package.json").unwrap();
        let dependencies = package.split("\"dependencies\"").nth(1).unwrap();
        let dependencies = &dependencies[..dependencies.find('}').unwrap()];
        for line in dependencies.lines().filter(|line| line.contains("\": \"")) {
            assert!(
                line.trim_end_matches(',').split('"').nth(3).unwrap().starts_with(|c: char| c.is_ascii_digit()),
                "{line}"
            );
        }
    }

    #[test]
    fn a_version_is_found_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1\"\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"2\"\n";
        assert_eq!(package_version(lock, "wasm-bindgen"), Some("2"));
        assert_eq!(package_version(lock, "bindgen"), None);
    }
}
