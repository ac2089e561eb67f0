//! The tools that build the site: crates fetched, trunk and wasm-bindgen built from source, wasm-opt, terser and esbuild from
//! npm.

use std::fs;

use super::{Need, Part};
use crate::sh::{self, Outcome};
use crate::versions;

/// Parts that keep the processor busy.
pub fn built(bindgen: &str) -> Vec<Part> {
    vec![
        Part {
            name: "crates".to_owned(),
            need: Need::Build,
            optional: false,
            doing: "fetching those of Cargo.lock",
            present: || sh::succeeds(sh::command("cargo").args(["fetch", "--locked", "--offline"])),
            install: || sh::quiet("crates", sh::command("cargo").args(["fetch", "--locked"])),
        },
        Part {
            name: format!("trunk {}", versions::TRUNK),
            need: Need::Build,
            optional: false,
            doing: "installing; from source this takes about 5 minutes",
            present: || says("trunk", versions::TRUNK),
            // Without `update_check`, and with the TLS that needs no library of the system.
            install: || {
                cargo_install("trunk", versions::TRUNK, &["--locked", "--no-default-features", "--features", "rustls"])
            },
        },
        Part {
            name: format!("wasm-bindgen-cli {bindgen}"),
            need: Need::Build,
            optional: false,
            doing: "installing; from source this takes about 2 minutes",
            present: || versions::wasm_bindgen().is_ok_and(|version| says("wasm-bindgen", &version)),
            // Not `--locked`: the lock file that this version ships names a crate version that cannot be had.
            install: || cargo_install("wasm-bindgen-cli", &versions::wasm_bindgen()?, &[]),
        },
        Part {
            name: format!("cargo-deny {}", versions::CARGO_DENY),
            need: Need::Browser,
            optional: false,
            doing: "installing; from source this takes about 3 minutes",
            present: || says("cargo-deny", versions::CARGO_DENY),
            install: || cargo_install("cargo-deny", versions::CARGO_DENY, &["--locked", "--no-default-features"]),
        },
    ]
}

/// Parts that wait for the network.
pub fn fetched() -> Vec<Part> {
    vec![Part {
        name: format!(
            "wasm-opt of binaryen {}, terser {}, esbuild {}",
            versions::BINARYEN,
            versions::TERSER,
            versions::ESBUILD
        ),
        need: Need::Build,
        optional: false,
        doing: "installing with npm",
        present: || {
            let said = sh::output(sh::command("wasm-opt").arg("--version")).unwrap_or_default();
            let wasm_opt = said.split(['(', ')']).any(|word| word == versions::WASM_OPT);
            let esbuild = sh::output(sh::command("esbuild").arg("--version")).unwrap_or_default();
            wasm_opt && says("terser", versions::TERSER) && esbuild.trim() == versions::ESBUILD
        },
        install: || {
            let folder = sh::tools().join("npm");
            fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
            let packages =
                [("binaryen", versions::BINARYEN), ("terser", versions::TERSER), ("esbuild", versions::ESBUILD)];
            let packages = packages.map(|(name, version)| format!("{name}@{version}"));
            // Together: npm takes away what an earlier call left and no manifest names.
            super::npm(
                "npm-tools",
                &folder,
                &[&["install", "--prefix", ".", "--no-save"], &packages.each_ref().map(String::as_str)[..]].concat(),
            )
        },
    }]
}

/// Whether a program is there in a version.
pub fn says(program: &str, version: &str) -> bool {
    let said = sh::output(sh::command(program).arg("--version")).unwrap_or_default();
    said.split_whitespace().nth(1) == Some(version)
}

/// Installs a program from its crate into the project's tools.
pub fn cargo_install(package: &str, version: &str, options: &[&str]) -> Outcome {
    let root = sh::tools();
    let target = root.join("build");
    let wanted = format!("{package}@{version}");
    if sh::succeeds(sh::command("cargo").args(["binstall", "-V"])) {
        let mut binstall = sh::command("cargo");
        binstall
            .args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"])
            .arg(&root)
            .arg(&wanted);
        match sh::quiet(&format!("{package} binstall"), &mut binstall) {
            Ok(()) => return Ok(()),
            Err(_) => println!("setup  {wanted}: cargo binstall has none, so it is built from source …"),
        }
    }
    let mut install = sh::command("cargo");
    // Tools that run for seconds need not be built for minutes. The target folder stays until the tool is done, so an
    // interrupted build goes on where it stopped.
    install
        .args(["install", &wanted, "--force", "--root"])
        .arg(&root)
        .arg("--target-dir")
        .arg(&target)
        .args(options)
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "false")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64");
    sh::quiet(package, &mut install)?;
    let _ = fs::remove_dir_all(&target);
    Ok(())
}
